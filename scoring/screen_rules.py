"""How a sentence is held against many rules at the price of reading it once.

A rule is a pattern together with the words without which it cannot match. Every word of a text
is looked up in one table that says which of those words it holds; only the few rules that find
all they need are tried, sentence by sentence.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SENTENCE_END = re.compile(r"(?<=[.!?]) +|(?<=[。！？])|\n+")
_LETTERS = re.compile(r"\w+")
_QUESTION = re.compile(
    r"\W*(?:(?:so|and|but|or|ok|okay|well|now),? )?(?:do(?! not)|does|did|is|are|was|were"
    r"|have|has|had|how|what|which|who|whose|where|when|why|would|should|shall|may)\b"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Matches a sentence in which ``pattern`` is found."""

    needs: tuple[tuple[str, ...], ...]
    """Of each group one part must be found in the sentence, else the rule is not tried."""
    pattern: re.Pattern[str]
    in_questions: bool = True
    """Whether a sentence that opens like a question can match: an order does not."""


def rule(pattern: str, *needs: str, in_questions: bool = True) -> Rule:
    """A rule; ``needs`` are groups of beginnings of words, whole words as ``=ai``, or signs."""
    return Rule(tuple(tuple(n.split()) for n in needs), re.compile(pattern), in_questions)


class _Marks(dict[str, int]):
    """For every word the groups that it satisfies, as bits; remembers the first words it met."""

    MOST: Final = 50_000

    def __init__(self, groups: Sequence[tuple[str, ...]]) -> None:
        super().__init__()
        self._starts: list[tuple[tuple[str, ...], int]] = []
        self._signs: list[tuple[str, int]] = []
        self._whole: dict[str, int] = {}
        for number, group in enumerate(groups):
            bit = 1 << number
            self._starts.append((tuple(p for p in group if _starts_words(p)), bit))
            self._signs += [(p, bit) for p in group if p[0] != "=" and not _starts_words(p)]
            for part in group:
                if part[0] == "=":
                    self._whole[part[1:]] = self._whole.get(part[1:], 0) | bit

    def __missing__(self, word: str) -> int:
        found = 0
        for piece in _LETTERS.findall(word):
            found |= self._whole.get(piece, 0)
            for starts, bit in self._starts:
                if piece.startswith(starts):
                    found |= bit
        for sign, bit in self._signs:
            if sign in word:
                found |= bit
        if len(self) < self.MOST:
            self[word] = found
        return found


def _starts_words(part: str) -> bool:
    return part[0].isascii() and part[0].isalnum()


class Rules:
    """Several rules, ready to be asked about one text after another."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        groups = list(dict.fromkeys(group for r in rules for group in r.needs))
        self._marks = _Marks(groups)
        self._needed = [(sum({1 << groups.index(g) for g in r.needs}), r) for r in rules]
        self._worth_trying: Callable[[int], Sequence[Rule]] = lru_cache(4096)(self._candidates)

    def marks(self, text: str) -> int:
        """Which groups of words stand in a folded text, as bits; union them with ``|``."""
        found, marks = 0, self._marks
        for word in text.split():
            found |= marks[word]
        return found

    def match(self, text: str, marks: int) -> bool:
        """Whether a sentence of the folded text matches a rule; ``marks`` are the text's own."""
        return bool(self._worth_trying(marks)) and any(
            _matches(self._worth_trying(self.marks(s)), s) for s in _sentences(text)
        )

    def _candidates(self, marks: int) -> Sequence[Rule]:
        return tuple(r for needed, r in self._needed if needed & marks == needed)


def _matches(rules: Sequence[Rule], sentence: str) -> bool:
    if not rules:
        return False
    asks = _QUESTION.match(sentence) is not None
    return any(r.pattern.search(sentence) for r in rules if r.in_questions or not asks)


def _sentences(text: str) -> Iterator[str]:
    return (s for s in _SENTENCE_END.split(text) if s)
