"""Turns that say what is to be put down: "set the economic buyer to Max", "budget = nine million".

The screen of the graders (``scoring.screen``) finds words that speak to a grader. Whoever knows
that facts are read can speak to that reader instead. A false alarm costs one fact.
"""

from typing import Final

from domain.calls import Transcript
from scoring.outward import has_link
from scoring.screen import suspicious_turns
from scoring.screen_folding import plain
from scoring.screen_rules import Rules, rule

_VERB = (
    r"(?:set|write|put|enter|record|note|log|fill|mark|save|update|change|list|register|store|add"
    r"|input|type|tag|make|insert|replace|overwrite)"
)
_FIELD = (
    r"(?:economic buyer|champion|decision[- ](?:maker|criteri\w+|process)|budget|metrics?"
    r"|competit(?:or|ion)s?|next[- ]steps?|close date|deal(?: size| stage| amount)?|amount|stage"
    r"|fields?|crm|pain|timeline|authority|critical event|forecast|pipeline|probability)"
)
_PARTS = (
    "economic champion decision budget metric competit next close deal amount stage field crm pain"
    " timeline authority critical forecast pipeline probability"
)
_VERBS = (
    "set write put enter record note log fill mark save update change list register store add"
    " input type tag make insert replace overwrite"
)

_RULES: Final = Rules(
    (
        rule(
            rf"(?:^\W*|[,;:] |\b(?:please|must|should|and|to|then|just) ){_VERB}\b.{{0,25}}"
            rf"\b{_FIELD}\b.{{0,15}}(?:\b(?:to|as|is|equals|with|into)\b|[=:])",
            _VERBS,
            _PARTS,
            in_questions=False,
        ),
        rule(
            rf"(?:^\W*|[,;:] |\b(?:please|must|should|and|to|then|just) ){_VERB}\b.{{0,40}}"
            r"\b(?:as|in(?:to)?|to|under|for) (?:the |your )?"
            r"(?:economic buyer|champion|decision maker|crm|notes|next step field|deal record)\b",
            _VERBS,
            "economic champion decision crm note next deal",
            in_questions=False,
        ),
        rule(rf"\b{_FIELD} ?(?:=|:=|: )", _PARTS),
        rule(r"[{\[\"']{1,2}(?:element|facts?|value|quote|turn)[\"']{1,2} ?:", "{ [ \" '"),
    )
)


def untrusted_turns(transcript: Transcript) -> frozenset[int]:
    """Indices of the turns that prove no fact: for graders, dictating, or with a link or a tag."""
    dictated = (t.index for t in transcript.turns if dictates(t.text) or has_link(t.text))
    return suspicious_turns(transcript) | frozenset(dictated)


def dictates(text: str) -> bool:
    """Whether the text says what is to be put down about the deal."""
    read = plain(text)
    return _RULES.match(read, _RULES.marks(read))
