"""Decides whether a grader's sentence may be kept, or may carry what a hostile turn wants said."""

import re
import unicodedata
from dataclasses import dataclass, field

from domain.calls import Transcript
from scoring.quotes import words_of

MAX_CHARS = 400
COPIED_WORDS = 4
"""So many words in a row taken from a suspicious turn are not the grader's own."""
_OUTWARD = re.compile(
    r"https?:|www\.|[\w.+-]+@[\w-]+\.\w|<[!@#|]|[<\[]/?\w+[>\]]|\]\(", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Prose:
    """Screens sentences about one call. A refused sentence becomes empty, never an error."""

    transcript: Transcript
    suspicious: frozenset[int]
    _runs: frozenset[tuple[str, ...]] = field(init=False)
    _marks: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Collect what only the suspicious turns contain."""
        tainted = [words_of(t.text) for t in self.transcript.turns if t.index in self.suspicious]
        clean: set[str] = set()
        if tainted:
            for turn in self.transcript.turns:
                if turn.index not in self.suspicious:
                    clean.update(words_of(turn.text))
        runs = {
            words[i : i + COPIED_WORDS]
            for words in tainted
            for i in range(len(words) - COPIED_WORDS + 1)
        }
        marks = {w for words in tainted for w in words if _is_mark(w) and w not in clean}
        object.__setattr__(self, "_runs", frozenset(runs))
        object.__setattr__(self, "_marks", frozenset(marks))

    def safe(self, text: str) -> str:
        """The text on one line, at most 400 characters; empty if it may not be shown.

        Refused are links, e-mail addresses, mentions and tags, and text that repeats four words
        in a row or a code word (letters with digits) of a suspicious turn.
        """
        line = _one_line(text)
        if _OUTWARD.search(line):
            return ""
        words = words_of(line)
        if self._marks.intersection(words):
            return ""
        if any(
            words[i : i + COPIED_WORDS] in self._runs for i in range(len(words) - COPIED_WORDS + 1)
        ):
            return ""
        if len(line) > MAX_CHARS:
            line = line[: MAX_CHARS - 1].rsplit(" ", 1)[0] + "…"
        return line


def _is_mark(word: str) -> bool:
    return len(word) >= 4 and any(c.isdigit() for c in word) and any(c.isalpha() for c in word)


def _one_line(text: str) -> str:
    visible = "".join(" " if unicodedata.category(c)[0] == "C" else c for c in text)
    return " ".join(visible.split())
