"""Which ``Name: text`` openings name a speaker, decided once from the whole file."""

from collections import Counter
from collections.abc import Iterable

MAX_NAME_CHARS = 80
MAX_NAME_WORDS = 8
_EVERY_LINE = 0.8
"""From this share on, every line carries its label and a missing one means "unknown"."""
_MOST_LINES = 0.5
_NEVER_ALONE = frozenset({
    "yes", "no", "so", "and", "but", "well", "okay", "ok", "note", "example", "question", "answer",
    "first", "second", "third", "finally", "remember", "anyway", "look", "also", "again", "plus",
    "meaning", "basically", "http", "https",
})  # fmt: skip
"""Openings before a colon that are speech unless they recur."""


class Labels:
    """Splits lines at the speaker labels of one file.

    A left side counts as a label if it reads like a name and most lines have one, or if
    it recurs, or if it is several capitalised words in a file that has labels at all: so
    that "The main thing: price" stays speech. Where all lines under one label go on with
    a second one ("Acme: Ana Lee: …"), the two together are the label.
    """

    def __init__(self, lines: Iterable[str], *, lines_continue: bool = False) -> None:
        heads: Counter[str] = Counter()
        double: Counter[tuple[str, str]] = Counter()
        total = 0
        for line in lines:
            total += 1
            head, rest = _split(line)
            if head is not None:
                heads[head] += 1
                double[head, _split(rest)[0] or ""] += 1
        share = sum(heads.values()) / total if total else 0.0
        self._accepted = _accepted(heads, mostly=share >= _MOST_LINES)
        self._double = _double_heads(double)
        self._missing_is_unknown = share >= _EVERY_LINE and not lines_continue

    def __bool__(self) -> bool:
        """Whether the file names any speaker."""
        return bool(self._accepted)

    def split(self, line: str, before: str) -> tuple[str, str]:
        """(speaker, text) of one line; ``before`` is who spoke last.

        A line without a label goes on with ``before`` where labels stand only at a change
        of speaker, and is nobody's ("") where every line carries one.
        """
        head, rest = _split(line)
        if head is None or head not in self._accepted:
            return ("" if self._missing_is_unknown else before), line
        if head in self._double:
            second, text = _split(rest)
            return f"{head}: {second}", text
        return head, rest


def _split(line: str) -> tuple[str | None, str]:
    """The first name-like left side of a colon and what follows, else (None, line)."""
    line = line.removeprefix(">>").strip()
    window = line[: MAX_NAME_CHARS + 2]
    for colon in (": ", "："):
        head, found, _ = window.partition(colon)
        if found and _reads_like_a_name(head.strip()):
            return head.strip(), line[len(head) + len(colon) :].strip()
    if line.endswith(":") and _reads_like_a_name(line[:-1].strip()):
        return line[:-1].strip(), ""
    return None, line


def _reads_like_a_name(head: str) -> bool:
    if not head or len(head) > MAX_NAME_CHARS:
        return False
    if head[-1] in ".?!,;…" and len(head.split()) > 3:
        return False
    words = [w for w in head.split() if w.replace(".", "").replace("'", "").isalpha()]
    lower = sum(1 for w in words if w[0].islower())
    return len(words) <= MAX_NAME_WORDS and (len(words) <= 1 or lower * 2 <= len(words))


def _accepted(heads: Counter[str], *, mostly: bool) -> frozenset[str]:
    recurring = {h for h, n in heads.items() if n > 1}
    if mostly:
        return frozenset(h for h in heads if h in recurring or h.casefold() not in _NEVER_ALONE)
    if not recurring:
        return frozenset()
    full_names = {h for h in heads if len(h.split()) > 1 and all(w[0].isupper() for w in h.split())}
    return frozenset(recurring | full_names)


def _double_heads(double: Counter[tuple[str, str]]) -> frozenset[str]:
    """Heads that never stand alone: every one of their lines has a recurring second label."""
    heads = {head for head, second in double if second}
    lone = {head for (head, second), n in double.items() if not second or n < 2}
    return frozenset(heads - lone)
