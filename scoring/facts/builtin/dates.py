"""By when it has to work, and the event that sets the date."""

import re
from collections.abc import Iterator
from typing import Final

from scoring.builtin.conversation import Conversation
from scoring.facts.builtin.sentences import Found, Said, last_question, statements

_MONTH = (
    r"(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|(?:in|by|before|until|early|mid|late|end of) may)"
)
_SEASON = (
    r"(?:spring|summer|autumn|(?:the|this|in|by|next|before) fall|winter|christmas|easter"
    r"|thanksgiving|new year|year end"
    r"|before peak"
    r"|black friday|(?:end of|before) the (?:year|quarter))"
)
_ORDINAL_DAY = r"(?:the \w+(?:th|st|nd|rd)|the (?:\w+-)?(?:first|second|third|\w+ieth|fifteenth))"
_WHEN: Final = rf"(?:{_MONTH}|{_SEASON})"
_MUST = re.compile(
    rf" (?:has|have to|have got until|needs?|must|had better|want|wants|would like"
    rf"|got until) (?:it )?(?:to )?(?:be )?"
    rf"(?:\w+ ){{0,6}}?(?:by|before|until|no later than|not later than) (?:\w+ ){{0,5}}?{_WHEN} "
)
_LATEST = re.compile(
    rf" {_WHEN} (?:\w+ ){{0,3}}?at the latest | at the latest (?:\w+ ){{0,3}}?{_WHEN} "
)
_DEADLINE = re.compile(
    rf" (?:not|nothing|sorted|live|running|done|decided|signed|sign|committed|start|in place"
    rf"|ready)"
    rf" (?:\w+ ){{0,3}}?(?:by|before|until) (?:\w+ ){{0,4}}?(?:{_WHEN}|{_ORDINAL_DAY}) "
)
_ASKS_WHEN = re.compile(
    r" (?:by when|when (?:do|does|would|should|must) (?:\w+ ){0,4}?(?:need|want"
    r"|have)(?: \w+){0,4}? (?:live"
    r"|running|work|working|start|in place|ready|decide|done)|what is (?:your|the) (?:timing"
    r"|timeline|deadline"
    r"|latest|date)|deadline|latest this|how soon|what is the latest|what date) "
)
_BEHIND = re.compile(r" (?:last|ago|was|were|had|did|since|used to|every|rolled|still hear) ")
_EVENT = re.compile(
    r" (?:opens (?:on|in)|(?:hall|site|store|warehouse|plant|hub|building|depot)s? opens?|opening"
    r"|contract (?:ends?|expires?|runs out)|(?:up for )?renewals?|renews|expires?|runs? out|audit"
    r"|inspection|go-live|launch|licence|freeze|regulation|deadline|board meeting|harvest"
    r"|merger) "
    r"| (?:before|by|until) (?:peak|black friday|christmas|easter|the season) "
)
_FUTURE = re.compile(
    r" (?:will|has to|have to|must|need|needs|opens?|ends?|expires?|runs? out|before|by|until"
    r"|up for"
    r"|due|is in|are in|latest) "
)


_UNSURE = (" maybe ", " not sure ", " perhaps ", " will not ")
_NAMED = re.compile(rf" (?:{_WHEN}|{_ORDINAL_DAY}) ")


def read_timeline(talk: Conversation) -> Iterator[Found]:
    """When it has to be decided, bought or working, in the buyer's words."""
    yield from (said.claim(when=said.sentence.text) for said in statements(talk) if _times(said))


def _times(said: Said) -> bool:
    plain = said.plain
    if _BEHIND.search(plain) or any(w in plain for w in _UNSURE):
        return False
    if _LATEST.search(plain) or _MUST.search(plain) or _DEADLINE.search(plain):
        return True
    asked = said.first and _ASKS_WHEN.search(last_question(said.asked))
    return bool(asked and not plain.startswith(" if ") and _NAMED.search(plain))


def read_event(talk: Conversation) -> Iterator[Found]:
    """What happens on a date of its own, before or on which it has to work."""
    for said in statements(talk):
        plain = said.plain
        if _BEHIND.search(plain) or said.sentence.words < 6 or not _EVENT.search(plain):
            continue
        if _NAMED.search(plain) and _FUTURE.search(plain):
            yield said.claim(when=said.sentence.text)
