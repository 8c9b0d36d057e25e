"""Finds words that speak to a grader instead of to the other side of the call.

A turn that matches proves nothing, and where it would have made a difference there is no level
at all: a false alarm costs a quote, never a lower level.
"""

from dataclasses import dataclass
from typing import Final

from domain.calls import Transcript, Turn
from scoring.screen_folding import hides_text, plain
from scoring.screen_forgery import FORGING, SELF_NARRATION
from scoring.screen_languages import LANGUAGES
from scoring.screen_levels import DICTATING
from scoring.screen_orders import ORDERS
from scoring.screen_rules import Rules

_WINDOW_WORDS = 12
"""A short turn is also read together with the same speaker's turn before: split instructions."""
_TAIL_CHARS = 400
_RULES: Final = Rules((*ORDERS, *DICTATING, *FORGING, *SELF_NARRATION, *LANGUAGES))


def speaks_to_a_grader(text: str) -> bool:
    """Whether the text addresses whoever scores the call, or forges evidence for it.

    Sees through case, accents, invisible characters, look-alike letters, letter spacing, digits
    for letters and base64. Ordinary talk that mentions scores, ratings or systems does not
    match. Linear in the length of the text. What it finds and what it misses is measured in
    ``tests/scoring/test_scoring_screen_recall.py``.
    """
    read = plain(text)
    return hides_text(text) or _RULES.match(read, _RULES.marks(read))


def suspicious_turns(transcript: Transcript) -> frozenset[int]:
    """Indices of the turns that cannot be evidence.

    A turn counts if it matches by itself, or if it only matches when read on from the same
    speaker's turn before, as when an instruction is split in two; then both are out.
    """
    found: set[int] = set()
    last: dict[str, _Heard] = {}
    for turn in transcript.turns:
        heard = _hear(turn)
        before = last.get(turn.speaker)
        last[turn.speaker] = heard
        if heard.suspicious:
            found.add(turn.index)
        elif before and before.index not in found and _goes_on(before, heard):
            found.update((before.index, turn.index))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Heard:
    """One turn as the rules read it."""

    index: int
    text: str
    marks: int
    suspicious: bool


def _hear(turn: Turn) -> _Heard:
    text = plain(turn.text)
    marks = _RULES.marks(text)
    return _Heard(turn.index, text, marks, hides_text(turn.text) or _RULES.match(text, marks))


def _goes_on(before: _Heard, heard: _Heard) -> bool:
    """Whether a short turn completes what the end of the turn before began."""
    if not heard.marks or len(heard.text.split()) > _WINDOW_WORDS:
        return False
    end = " ".join(before.text[-_TAIL_CHARS:].split()[-_WINDOW_WORDS:]).rstrip(_END_MARKS)
    return _RULES.match(f"{end} {heard.text}", before.marks | heard.marks)


_END_MARKS = " .,;:!?…。！？"
