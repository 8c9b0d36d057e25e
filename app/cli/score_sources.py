"""Which files `reploop score` is pointed at: files, folders and quoted patterns."""

import glob
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from app.cli.files import named_path, transcripts_in
from app.cli.score_card_file import holds_card


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


def sources_of(given: Sequence[str], out: Path | None = None) -> Sources:
    """Expand folders (at any depth, known suffixes) and patterns (``*``, ``?``, ``**``).

    What is neither, nor there, is taken as a file: reading it says what is wrong. What lies in
    ``out``, where scorecards are kept, is no transcript unless it is named itself.

    Raises ``typer.BadParameter`` for an empty path.
    """
    found: dict[Path, Path] = {}
    for text in given:
        asked = named_path(text)
        for path in _matches(text):
            for file in transcripts_in([path]):
                if file == asked or not (out and _kept_there(file, out, path)):
                    below = file.relative_to(path) if path.is_dir() else Path(file.name)
                    found.setdefault(file, below)
    files = map(Source, found, _told_apart(found.values()))
    single = len(given) == 1 and list(found) == [Path(given[0])]
    return Sources(tuple(files), single)


def _kept_there(file: Path, out: Path, searched: Path) -> bool:
    """Whether a search found what lies in ``out``; of a search within it, the scorecards only."""
    place = out.resolve()
    if place not in file.resolve().parents:
        return False
    below = place in searched.resolve().parents or place == searched.resolve()
    return not below or holds_card(file)


def _told_apart(names: Collection[Path]) -> Iterator[Path]:
    """Each once, whatever the case: the same name again gets a number that no other has."""
    taken = {_folded(name) for name in names}
    numbers: dict[str, Iterator[int]] = {}
    for name in names:
        again = numbers.get(_folded(name))
        if again is None:
            numbers[_folded(name)] = count(2)
            yield name
            continue
        made = next(m for n in again if _folded(m := _numbered(name, n)) not in taken)
        taken.add(_folded(made))
        yield made


def _numbered(name: Path, number: int) -> Path:
    return name.with_name(f"{name.stem}-{number}{name.suffix}")


def _folded(name: Path) -> str:
    return name.as_posix().casefold()


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
