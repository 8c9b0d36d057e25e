"""Exchanges written for this project, with what each sentence does: what the reader learns from.

``== name`` opens a conversation; ``>`` is a turn of whoever helps, sells or teaches, ``<`` one of
the other side. ``[R]`` before a stretch says what it does, by letters; none is ``[N]``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER = Path(__file__).resolve().parent / "training" / "talks"
LETTERS: Final = {
    "O": frozenset({"question", "open_question"}),
    "Q": frozenset({"question"}),
    "R": frozenset({"reflection"}),
    "C": frozenset({"commitment"}),
    "X": frozenset({"objection"}),
    "P": frozenset({"next_step"}),
    "N": frozenset[str](),
}
_MARKED = re.compile(r"\[([A-Z]+)\]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a turn that do the same."""

    text: str
    does: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """One turn."""

    helper: bool
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation; ``name`` is ``file/conversation``."""

    name: str
    turns: tuple[Said, ...]


def talks(folder: Path = FOLDER) -> Iterator[Talk]:
    """Every conversation, files in the order of their names.

    Raises ``ValueError`` naming file and line where a line is none of the above.
    """
    for file in sorted(folder.glob("*.txt")):
        yield from _talks_in(file)


def _talks_in(file: Path) -> Iterator[Talk]:
    name, turns = "", list[Said]()
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("== "):
            if turns:
                yield Talk(name, tuple(turns))
            name, turns = f"{file.stem}/{line[3:].strip()}", []
        elif line[:2] in ("> ", "< ") and name:
            turns.append(_said(line, f"{file.name}:{number}"))
        elif line.strip():
            raise ValueError(f"{file.name}:{number}: neither a name nor a turn")
    if turns:
        yield Talk(name, tuple(turns))


def _said(line: str, where: str) -> Said:
    first, *marked = _MARKED.split(line[2:])
    stretches = [Stretch(first.strip(), LETTERS["N"])] if first.strip() else []
    for letters, text in zip(marked[::2], marked[1::2], strict=True):
        unknown = set(letters) - set(LETTERS)
        if unknown:
            raise ValueError(f"{where}: no letter {', '.join(sorted(unknown))}")
        if not text.strip():
            raise ValueError(f"{where}: [{letters}] marks nothing")
        does = frozenset().union(*(LETTERS[x] for x in letters))
        stretches.append(Stretch(text.strip(), _asked(text, does)))
    return Said(line[0] == ">", tuple(stretches))


def _asked(text: str, does: frozenset[str]) -> frozenset[str]:
    """Asking for a commitment with a question mark is a question too."""
    return does | {"question"} if "commitment" in does and "?" in text else does
