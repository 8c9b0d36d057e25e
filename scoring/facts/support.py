"""Whether the words of a turn carry a value: its names, its numbers, and most of its other words.

A quote that stands in the transcript proves itself, not what is made of it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from domain.calls import Transcript
from scoring.builtin.speech import plain_words, stems_of
from scoring.facts.amounts import values
from scoring.facts.numbers import numbers_in
from scoring.quotes import words_of

_TITLE = re.compile(r"\b(?:Mrs?|Ms|Dr|Prof)\. $")
LEAST_SHARE = 0.5
"""Of the content words of a value that have to stand in the turn or next to it."""
_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+|[\"“„(]\s*)$")


@dataclass(frozen=True)
class Support:
    """The words of one call, to hold values against."""

    transcript: Transcript

    @cached_property
    def known_names(self) -> frozenset[str]:
        """Words that stand for a name somewhere on the call, in lower case."""
        said = (w for t in self.transcript.turns for w in names_in(t.text))
        speakers = (w for s in self.transcript.speakers for w in words_of(s))
        return frozenset((*said, *speakers))

    def carries(self, index: int, value: str) -> bool:
        """Whether the turn says every name and number of the value, and half of the rest."""
        turn = self.transcript.turns[index].text
        if not values(numbers_in(value)) <= values(numbers_in(turn)):
            return False
        return self._says_names(turn, value) and self._says_most(index, value)

    def says_all(self, index: int, value: str) -> bool:
        """Whether every word of the value stands in the turn."""
        said = frozenset(words_of(self.transcript.turns[index].text))
        return said.issuperset(w for w in words_of(value) if w not in _BESIDE_NAMES)

    def _says_names(self, turn: str, value: str) -> bool:
        said = frozenset(words_of(turn))
        names = set(names_in(value))
        first = next(iter(words_of(value)), "")
        if first in self.known_names:
            names.add(first)
        return all(_is_said(name, said) for name in names)

    def _says_most(self, index: int, value: str) -> bool:
        wanted = _stems(value)
        around = self.transcript.turns[max(0, index - 1) : index + 2]
        said = frozenset().union(*(_stems(t.text) for t in around))
        return len(wanted & said) >= LEAST_SHARE * len(wanted)


_BESIDE_NAMES = frozenset({"the", "our", "of", "and"})


def _is_said(name: str, said: frozenset[str]) -> bool:
    return name in said or f"{name}'s" in said or name.removesuffix("'s") in said


def _stems(text: str) -> frozenset[str]:
    return stems_of(plain_words(text).split())


def names_in(text: str) -> Iterable[str]:
    """The capitalised words inside sentences, in lower case; not the first of a sentence."""
    for match in _NAME.finditer(text):
        word = match[0]
        if not word[0].isupper() or word == "I" or word.startswith(("I'", "I’")):
            continue
        before = text[max(0, match.start() - 8) : match.start()]
        if _TITLE.search(before) or not _SENTENCE_START.search(before):
            yield word.casefold().replace("’", "'")
