"""Cuts a turn into pieces that do one thing each, with or without punctuation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.builtin.speech import Sentence, figures_of, stems_of
from scoring.builtin.turn_words import SPELT

_CUT = re.compile(
    r" (?=(?:so|and|but|because|okay|right|alright|well|then) (?:what|how|who|when|why|where|do|did"
    r"|does|is|are|was|can|could|would|have|has|you|it|that|if|i|they|we|tell|there) "
    r"|what (?:do|does|did|is|are|was|were|would|about|else|kind|happens|happened|makes|made"
    r"|brings|brought|might|could|can|if|time|sort) "
    r"|how (?:do|does|did|is|are|was|would|could|can|many|much|often|long|about|come) "
    r"|why (?:do|does|did|is|are|was|not) |where (?:do|does|did|is|are|was) |who (?:is|else|was) "
    r"|when (?:did|do|was|is|are) "
    r"|(?:do|did|would|could|can|have|are|were|will) you |is (?:it|that|there|this) "
    r"|was (?:it|that|there) |does (?:that|it) |tell me |talk me |walk me |it sounds |sounds like "
    r"|thank you |thanks |i am |i will |you are |you have )"
)
MIN_CUT = 4
"""Words a piece has at least when speech without marks is cut where something seems to begin."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a stretch of unmarked speech that may be one."""

    plain: str
    end: str
    """How it is written to end: ``mark`` (?), ``stop`` (. !), ``cut`` (a dash, dots), ``bare``
    (nothing, in a turn that writes marks) or ``raw`` (in one that writes none)."""
    stems: frozenset[str]
    """Stems of the words that carry content, and figures."""
    sentence: Sentence
    """What it was cut from."""


def pieces_of(said: Sequence[Sentence], *, marked: bool) -> list[Piece]:
    """The sentences of a turn; of a turn that writes no marks, cut where something begins."""
    pieces = []
    for sentence in said:
        plain = respelt(sentence.plain)
        parts = [plain] if marked else list(_parts(plain))
        if len(parts) == 1:
            stems = sentence.stems | sentence.figures
            pieces.append(Piece(plain, _end(sentence) if marked else "raw", stems, sentence))
            continue
        for part in parts:
            words = part.split()
            pieces.append(Piece(part, "raw", stems_of(words) | figures_of(words), sentence))
    return pieces


def _end(sentence: Sentence) -> str:
    if sentence.asks:
        return "mark"
    last = sentence.text.rstrip("\"'”’)]* ")[-1:]
    return "stop" if last in ".!" else "cut" if last in "-–—…," else "bare"


def respelt(plain: str) -> str:
    """Plain speech with the short forms of hasty writing spelt out."""
    return f" {' '.join(SPELT.get(word, word) for word in plain.split())} "


def _parts(plain: str) -> Iterator[str]:
    begin = 0
    for gap in _CUT.finditer(plain):
        if plain.count(" ", begin + 1, gap.start() + 1) >= MIN_CUT:
            yield plain[begin : gap.start() + 1]
            begin = gap.start()
    yield plain[begin:]
