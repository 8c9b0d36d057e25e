"""Decides whether a grader's sentence may be kept, or may carry what a hostile turn wants said."""

from dataclasses import dataclass, field

from domain.calls import Transcript
from scoring.outward import addresses, has_link
from scoring.quotes import words_of
from scoring.visible import folded

MAX_CHARS = 400
COPIED_WORDS = 4
"""So many words in a row taken from a suspicious turn are not the grader's own."""


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

        Refused are links, e-mail addresses, mentions and tags, domains and phone numbers that
        were not said on the call, and text that repeats four words in a row or a code word
        (letters with digits) of a suspicious turn.
        """
        line = folded(text)
        if len(line) > MAX_CHARS:
            line = line[: MAX_CHARS - 1].rsplit(" ", 1)[0] + "…"
        if has_link(line) or not all(map(self._was_said, addresses(line))):
            return ""
        words = words_of(line)
        if self._marks.intersection(words):
            return ""
        runs = (words[i : i + COPIED_WORDS] for i in range(len(words) - COPIED_WORDS + 1))
        return "" if any(run in self._runs for run in runs) else line

    def _was_said(self, address: str) -> bool:
        """Whether a turn that is not suspicious holds the address in these very characters."""
        return any(
            address in turn.text.lower() and address in addresses(turn.text)
            for turn in self.transcript.turns
            if turn.index not in self.suspicious
        )


def _is_mark(word: str) -> bool:
    return len(word) >= 4 and any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
