"""Levels that people gave to calls, from the CSV files of a labelling sheet.

Columns, in any order: ``call`` (file name), ``criterion``, ``rater``, ``level`` (0-4 or n/a) and,
if wanted, ``reason``. A row without a level is one that nobody has filled in yet.
"""

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from domain.errors import ConfigurationError
from domain.labels import HumanLabel
from domain.rubrics import MAX_LEVEL, MIN_LEVEL, CriterionId, Rubric

NEEDED = ("call", "criterion", "rater", "level")
COLUMNS = (*NEEDED, "reason")
NOT_APPLICABLE = "n/a"
_NOT_APPLICABLE = ("n/a", "na", "n.a.")
_LEVELS = {str(level): level for level in range(MIN_LEVEL, MAX_LEVEL + 1)}
MAX_BYTES = 20 * 1024 * 1024
MAX_CELL = 5000
_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")

_Key = tuple[str, CriterionId, str]


@dataclass(frozen=True, slots=True)
class _Row:
    where: str
    cells: Mapping[str, str]

    def refuse(self, column: str, problem: str, remedy: str) -> ConfigurationError:
        return ConfigurationError(f"{self.where}, column {column}", problem, remedy)


def read_labels(
    files: Collection[Path], rubric: Rubric, calls: Collection[str]
) -> tuple[HumanLabel, ...]:
    """The labels of all files together, in the order of their lines.

    ``calls`` are the file names that may be labelled, as paths below their folder. A name
    without folder or suffix is understood where only one of them is meant.

    Raises:
        ConfigurationError: names file, line and column, what is wrong and the remedy: a file
            that is no such CSV, an unknown call or criterion, a level off the scale, no
            rater, or the same call, criterion and rater twice.
    """
    found: dict[_Key, tuple[HumanLabel, str]] = {}
    known = {c.id for c in rubric.criteria}
    names = _names(calls)
    for file in files:
        for row in _rows(_text(file), file.name):
            label = _label(row, known, names, f"{rubric.name} v{rubric.version}")
            if label is None:
                continue
            key = (label.call, label.criterion_id, label.rater.casefold())
            if key in found:
                said = f"{label.rater} labelled {label.criterion_id} of {label.call} already"
                raise row.refuse("level", f"{said} ({found[key][1]})", "Keep one of the two")
            found[key] = (label, row.where)
    return tuple(label for label, _ in found.values())


def labels_text(rows: Collection[tuple[str, CriterionId, str]]) -> str:
    """A sheet to fill in: ``(call, criterion, rater)`` a line, without levels.

    A call whose name a spreadsheet would run as a formula gets a leading apostrophe, which
    ``read_labels`` takes off again.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for call, criterion, rater in rows:
        writer.writerow([_as_text(call), criterion, _as_text(rater), "", ""])
    return out.getvalue()


def _label(
    row: _Row, criteria: Collection[CriterionId], names: Mapping[str, str], rubric: str
) -> HumanLabel | None:
    level = row.cells["level"].casefold()
    if not level:
        return None
    if level not in _LEVELS and level not in _NOT_APPLICABLE:
        told = f"Write {MIN_LEVEL} to {MAX_LEVEL}, or {NOT_APPLICABLE} if there was no occasion"
        raise row.refuse("level", f"{_shown(level)} is no level", told)
    call = names.get(_from_text(row.cells["call"]))
    if call is None:
        problem = f"there is no call {_shown(row.cells['call'])}"
        raise row.refuse("call", problem, "Use the name of its file")
    criterion = CriterionId(row.cells["criterion"])
    if criterion not in criteria:
        there = f"Use one of: {', '.join(sorted(criteria))}"
        raise row.refuse("criterion", f"{rubric} has no criterion {_shown(criterion)}", there)
    rater = _from_text(row.cells["rater"])
    if not rater:
        raise row.refuse("rater", "nobody is named", "Say who gave this level, with one name")
    return HumanLabel(
        call=call,
        criterion_id=criterion,
        rater=rater,
        level=_LEVELS.get(level),
        reason=_from_text(row.cells.get("reason", "")),
    )


def _names(calls: Collection[str]) -> dict[str, str]:
    """What a call may be called, to its path: the path itself, or what only one path ends in."""
    short: dict[str, list[str]] = {}
    for call in calls:
        path = PurePosixPath(call)
        for name in {path.name, path.stem, path.with_suffix("").as_posix()}:
            short.setdefault(name, []).append(call)
    unique = {name: found[0] for name, found in short.items() if len(found) == 1}
    return unique | {call: call for call in calls}


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror or "it cannot be read"
        worded = f"{why[:1].lower()}{why[1:]}"
        raise ConfigurationError(str(file), worded, "Give the path of a CSV file") from error
    if len(data) > MAX_BYTES:
        raise ConfigurationError(str(file), "larger than 20 MiB", "Split it by call")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise ConfigurationError(str(file), "it is not text in UTF-8", "Save it as “CSV UTF-8”")
    return text


def _rows(text: str, file_name: str) -> Iterator[_Row]:
    first = text.lstrip().partition("\n")[0]
    separator = next((s for s in ",;\t" if s in first), ",")  # spreadsheets differ by country
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    header: list[str] | None = None
    try:
        for cells in reader:
            where = f"{file_name}:{reader.line_num}"
            row = [_cell(cell) for cell in cells]
            if not any(row):
                continue
            if header is None:
                header = _header(row, where)
            elif len(row) > len(header):
                raise ConfigurationError(
                    where, "more cells than columns", "Put text that holds a comma in quotes"
                )
            else:
                yield _Row(where, dict.fromkeys(header, "") | dict(zip(header, row, strict=False)))
    except csv.Error as error:
        where = f"{file_name}:{reader.line_num}"
        remedy = "Save it as CSV: one label a line, text with commas in quotes"
        raise ConfigurationError(where, f"not CSV ({error})", remedy) from None
    if header is None:
        raise ConfigurationError(file_name, "the file is empty", _columns())


def _header(row: list[str], where: str) -> list[str]:
    header = [cell.casefold() for cell in row]
    missing = [name for name in NEEDED if name not in header]
    if missing:
        raise ConfigurationError(where, f"there is no column {missing[0]}", _columns())
    unknown = [name for name in header if name not in COLUMNS]
    if unknown:
        raise ConfigurationError(where, f"unknown column {_shown(unknown[0])}", _columns())
    if len(set(header)) < len(header):
        raise ConfigurationError(where, "a column stands here twice", _columns())
    return header


def _columns() -> str:
    return f"The first line names the columns: {', '.join(COLUMNS)}"


def _cell(text: str) -> str:
    if len(text) > MAX_CELL:
        raise csv.Error(f"a cell with more than {MAX_CELL} characters")
    return text.strip()


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RUN_BY_SPREADSHEETS) else cell


def _from_text(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_RUN_BY_SPREADSHEETS) else cell


def _shown(text: str) -> str:
    return f"“{text[:60]}”"
