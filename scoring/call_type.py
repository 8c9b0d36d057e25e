"""What a call was for, from its title and, failing that, the stage of its deal."""

import re

from domain.calls import CallType

_WORDS: tuple[tuple[CallType, tuple[str, ...]], ...] = (
    (CallType.RENEWAL, ("renewals?", "renew", "vertragsverlängerung", "verlängerung")),
    (CallType.NEGOTIATION, (
        r"negotiat\w*", "pricing", "proposal", "contract", "procurement", "legal", "redlines?",
        "closing call", "commercials?", r"verhandlung\w*", r"angebot\w*", r"preis\w*",
        r"vertrag\w*",
    )),
    (CallType.DEMO, (
        "demos?", "demonstration", "walk-?through", "product tour", "proof of concept", "poc",
        "produktvorstellung", "vorführung",
    )),
    (CallType.DISCOVERY, (
        "discovery", "intro", "introduction", "introductory", "qualification", "first call",
        "first meeting", "needs", "scoping", "kennenlernen", "erstgespräch", "bedarfsanalyse",
    )),
    (CallType.CHECK_IN, (
        r"check-?\s?in", "qbr", "business review", "sync", r"catch-?\s?up", "touch ?base",
        "status call", "onboarding", "jour fixe", "statusgespräch", "austausch",
    )),
)  # fmt: skip
"""Whole words of a title. The order decides between two of them: "demo and pricing" is a
negotiation, "renewal negotiation" a renewal, "discovery and demo" a demo."""
_PATTERNS = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE))
    for kind, words in _WORDS
)
_STAGES: tuple[tuple[CallType, str], ...] = (
    (CallType.NEGOTIATION, r"negotiat|proposal|contract|commit|procurement|decision"),
    (CallType.DEMO, r"demo|presentation|evaluation|solution|technical"),
    (CallType.DISCOVERY, r"discovery|qualif|prospect|appointment|needs|new"),
)
_STAGE_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _STAGES)


def guess_call_type(title: str, deal_stage: str | None = None) -> CallType:
    """The type of a call by whole words of its title (English and some German).

    If the title says nothing, the stage of the deal does; ``OTHER`` if neither. Both are
    read up to 300 characters. The stage is weaker, since a deal in "Proposal" still has
    check-ins: it is only asked when the title has none of the words.
    """
    for kind, pattern in _PATTERNS:
        if pattern.search(title[:300]):
            return kind
    for kind, pattern in _STAGE_PATTERNS:
        if deal_stage and pattern.search(deal_stage[:300]):
            return kind
    return CallType.OTHER
