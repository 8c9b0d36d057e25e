"""Which files `reploop score` is pointed at: files, folders and quoted patterns."""

import glob
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cli.files import transcripts_in


@dataclass(frozen=True, slots=True)
class Source:
    """One file, and how it is called below the folder it was found in."""

    path: Path
    below: Path

    @property
    def shown(self) -> str:
        """As the person would type it."""
        return str(self.path)


@dataclass(frozen=True, slots=True)
class Sources:
    """The files in the order they were named, each once; ``single``: one file by its name."""

    files: tuple[Source, ...]
    single: bool


def sources_of(given: Sequence[str]) -> Sources:
    """Expand folders (at any depth, known suffixes) and patterns (``*``, ``?``, ``**``).

    What is neither, nor there, is taken as a file: reading it says what is wrong.
    """
    found: dict[Path, Source] = {}
    names: Counter[Path] = Counter()
    named = [entry for text in given for entry in _matches(text)]
    for path in named:
        for file in transcripts_in([path]):
            if file in found:
                continue
            below = file.relative_to(path) if path.is_dir() else Path(file.name)
            names[below] += 1
            found[file] = Source(file, _told_apart(below, names[below]))
    single = len(given) == 1 and named == [Path(given[0])] and not Path(given[0]).is_dir()
    return Sources(tuple(found.values()), single)


def _told_apart(below: Path, times: int) -> Path:
    """The same name from another folder gets a number, so that neither takes the other's place."""
    return below if times == 1 else below.with_name(f"{below.stem}-{times}{below.suffix}")


def _matches(text: str) -> list[Path]:
    """The paths of a pattern; a path that exists is itself, whatever letters it has."""
    path = Path(text)
    try:
        known = path.exists()
    except (OSError, ValueError):
        return [path]
    if known or not glob.has_magic(text):
        return [path]
    matched = glob.glob(text, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute one
    return [Path(one) for one in sorted(matched)] or [path]
