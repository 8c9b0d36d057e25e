"""Reading what the command line is pointed at: bounded, whatever it turns out to be."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import typer

from domain.errors import UnreadableTranscript
from integrations.transcripts.text import MAX_BYTES

SUFFIXES = (".vtt", ".srt", ".sbv", ".json", ".jsonl", ".txt", ".md")
"""What is taken from a folder; a file named by itself may have any suffix."""


def named_path(text: str) -> Path:
    """The path somebody typed: how options and arguments that are paths are read.

    Raises ``typer.BadParameter`` for an empty one, often a variable of a script that is not
    set: to Python it is the working folder, with everything in it.
    """
    if not text.strip():
        raise typer.BadParameter("the path is empty")
    return Path(text)


def read_bounded(file: Path, shown: str | None = None) -> bytes:
    """The bytes of a file, one more than the limit at most, so that too large is noticed.

    Raises ``UnreadableTranscript`` naming the file and why it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "cannot be read"
        raise UnreadableTranscript(shown or str(file), _worded(str(why))) from error


def _worded(why: str) -> str:
    return f"{why[:1].lower()}{why[1:]}"


def transcripts_in(paths: list[Path]) -> Iterator[Path]:
    """Each file once, in order; folders give what has one of ``SUFFIXES``, at any depth."""
    seen: set[Path] = set()
    for path in paths:
        inside = path.is_dir()
        found = sorted(p for p in path.rglob("*") if _is_one(p)) if inside else [path]
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def _is_one(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.is_file()


def modified_at(file: Path, now: datetime) -> datetime:
    """When the file was last changed, never later than ``now``."""
    try:
        return min(datetime.fromtimestamp(file.stat().st_mtime, UTC), now)
    except (OSError, ValueError, OverflowError):
        return now
