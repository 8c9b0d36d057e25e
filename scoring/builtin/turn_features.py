"""What the turn reader weighs: runs of common words, and counts of wording, for each piece.

Each feature has a name that can be read: ``w:why`` a word, ``b:do you`` two in a row, ``s:so
you`` how the piece begins, ``q:how do`` a question word and its verb, ``p:commits`` a pattern
of ``turn_cues``, ``ends mark`` a question mark. Its value lies within 0-4.
"""

import math
from dataclasses import dataclass
from typing import Final

from scoring.builtin.cues import Cue, shows
from scoring.builtin.objections import concern_in
from scoring.builtin.turn_cues import counts_of
from scoring.builtin.turn_pieces import Piece
from scoring.builtin.turn_words import (
    ASKING,
    AUXILIARY,
    CALENDAR,
    DEPENDENT,
    FEELINGS,
    KEPT,
    LEADS,
    NOISE,
)  # fmt: skip
from scoring.builtin.words import BACKCHANNELS, NUMBERS

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Heard:
    """What the others said just before, as the features need it."""

    stems: frozenset[str]
    """Of the words that carry content, and figures."""
    spoken: frozenset[str]
    """Every word, plain."""
    words: int
    of_self: bool
    """Whether they spoke of themselves: I, my, we."""
    asked: bool
    """Whether their last words asked something, other than for a commitment."""
    asked_to: bool
    """Whether their last words asked for a commitment."""


def features_of(piece: Piece, heard: Heard, *, at: int, last: bool) -> Features:
    """Every feature of one piece of a turn; ``at`` is its place in the turn, from 0."""
    tokens = [w for w in piece.plain.split() if w not in NOISE]
    found: Features = {"bias": 1.0}
    found[f"ends {piece.end}"] = 1.0
    found[f"n:{_bin(len(tokens))}"] = 1.0
    found["first" if at == 0 else "later"] = 1.0
    if last:
        found["last"] = 1.0
    if piece.end == "mark" and len(tokens) < 3:
        found["mark short"] = 1.0
    _runs(tokens, found)
    counts = counts_of(piece.plain)
    if counts["informs"]:
        counts["commits"] = 0.0  # "would you like to hear more" only offers to tell
    found.update({f"p:{name}": count for name, count in counts.items() if count})
    if concern_in(piece.sentence) is not None:
        found["concern"] = 1.0
    if shows(Cue.DISAGREEMENT, piece.plain, frozenset(tokens)):
        found["disagrees"] = 1.0
    _against(piece, tokens, heard, found)
    return found


def _bin(words: int) -> str:
    return next((str(top) for top in (0, 1, 2, 3, 5, 8, 12, 18, 28) if words <= top), "more")


def _runs(tokens: list[str], found: Features) -> None:
    kinds = [_KINDS.get(w) or _kind(w) for w in tokens]
    start = 0
    while start < len(tokens) - 1 and tokens[start] in LEADS:
        found[f"l:{tokens[start]}"] = 1.0
        start += 1
    opening = kinds[start : start + 3]
    for size in range(1, len(opening) + 1):
        found[f"s:{' '.join(opening[:size])}"] = 1.0
    if kinds:
        found[f"e:{kinds[-1]}"] = 1.0
    before = ""
    for at in range(start, len(tokens)):
        word, kind = tokens[at], kinds[at]
        found[f"w:{word}"] = 1.0
        if kind != word:
            found[f"k:{kind}"] = 1.0
        if before:
            found[f"b:{before} {kind}"] = 1.0
        if word in ASKING:
            _asked(word, before, kinds[at + 1 : at + 4], found)
        before = kind


def _asked(word: str, before: str, after: list[str], found: Features) -> None:
    """``q:how do`` also for "how well do"; a word like "know" before it opens a clause only."""
    turned = next((w for w in after if w in AUXILIARY), "")
    found[f"q:{word} {turned}"] = 1.0
    if turned and after[-1:] == ["you"]:
        found["q:you"] = 1.0
    if before in DEPENDENT:
        found["clause after"] = 1.0


def _kind(word: str) -> str:
    if word in NUMBERS or word[0].isdigit() or word[0] in "$€£":
        return "#"
    if word in CALENDAR:
        return "@day"
    if word in FEELINGS:
        return "@feel"
    return "*ing" if word.endswith("ing") else "*ed" if word.endswith("ed") else "*"


_KINDS: Final = {word: word for word in KEPT - FEELINGS}


def _against(piece: Piece, tokens: list[str], heard: Heard, found: Features) -> None:
    own = piece.stems
    both = len(own & heard.stems)
    if both:
        found["taken"] = min(both, 4) / 2.0
        found["share"] = 2.0 * both / math.sqrt(len(own) * len(heard.stems))
        found["mostly taken"] = float(both * 2 >= len(own))
    yours = any(w in ("you", "your", "yours") for w in tokens)
    mine = any(w in ("i", "my", "me", "mine") for w in tokens)
    found[f"who:{'you' if yours else ''}{'i' if mine else ''}"] = 1.0
    if yours and heard.of_self and not mine:
        found["turned"] = 1.0
    if heard.asked_to:
        found["after ask"] = 1.0
    elif heard.asked:
        found["after question"] = 1.0
    found[f"heard:{_bin(heard.words)}"] = 1.0
    if all(w in BACKCHANNELS for w in tokens):
        found["nod"] = 1.0
