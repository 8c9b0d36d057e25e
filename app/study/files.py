"""The folder of a study, read and checked; columns as ``docs/study.md`` lists them."""

import csv
import io
import json
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from app.study.cells import day, length_of, score
from domain.errors import ConfigurationError

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class StudyRep:
    """Active from ``start_day`` up to, not including, ``end_day``."""

    start_day: int
    end_day: int | None
    segment: str = ""


@dataclass(frozen=True, slots=True)
class StudyCall:
    """One call or role-play."""

    rep_id: str
    day: int
    started_at: str
    practice: bool
    call_type: str
    deal_id: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One call was scored, scored again (all its scores replaced), or deleted."""

    arrived_day: int
    op: str
    call_id: str
    scores: tuple[tuple[str, float, str], ...]
    """(criterion, 0-100, judge version); criteria that did not apply are left out."""


@dataclass(frozen=True, slots=True)
class StudyDeal:
    """One deal; without ``closed_day`` it is open, and ``won`` says nothing."""

    rep_id: str
    segment: str
    created_day: int
    closed_day: int | None
    won: bool
    amount: float
    lead_source: str
    competitor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """Everything the statistics may know, in order of arrival."""

    days: int
    skills: tuple[str, ...]
    skill_of: Mapping[str, str]
    """By criterion."""
    anchor: str
    reps: Mapping[str, StudyRep]
    calls: Mapping[str, StudyCall]
    events: tuple[Event, ...]
    coached: Mapping[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    """First days of coaching blocks by (rep, skill)."""
    bridge: Mapping[str, tuple[tuple[float, float], ...]] = field(default_factory=dict)
    """(old, new) judge's scores of the same calls by criterion."""
    deals: tuple[StudyDeal, ...] = ()


def read_study(folder: Path) -> Study:
    """Read the folder.

    Raises:
        ConfigurationError: a file or column is missing, or a value is not what it should be,
            with file, line and remedy.
    """
    org, days_line = _document(folder / "org.json")
    try:
        skill_of = {str(c["criterion_id"]): str(c["skill_id"]) for c in org["criteria"]}
        skills = tuple(str(s["skill_id"]) for s in org["skills"])
        anchor, said = str(org.get("anchor_version", "")), org["days"]
    except (KeyError, TypeError) as error:
        raise _wrong(folder / "org.json", 1, f"{error!r} in skills, criteria or days") from error
    try:
        days = length_of(said)
    except ValueError as error:
        raise _wrong(folder / "org.json", days_line, str(error)) from error
    if unknown := set(skill_of.values()) - set(skills):
        raise _wrong(folder / "org.json", 1, f"criteria of unknown skills: {sorted(unknown)}")
    reps = dict(_read(folder / "reps.csv", _rep))
    calls = dict(_read(folder / "calls.csv", lambda row: _call(row, reps)))
    return Study(
        days=days,
        skills=skills,
        skill_of=skill_of,
        anchor=anchor,
        reps=reps,
        calls=calls,
        events=tuple(_events(folder / "score_events.csv", skill_of, calls)),
        coached=_grouped(folder / "coaching.csv", _coached),
        bridge=_grouped(folder / "bridge.csv", _twice),
        deals=_deals(folder / "deals.csv", reps),
    )


def _document(path: Path) -> tuple[Any, int]:
    """What is in it, and the line on which the number of days stands."""
    text = _text(path)
    lines = text.splitlines()
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise _wrong(path, error.lineno, "this is not JSON") from error
    except (ValueError, RecursionError) as error:
        raise _wrong(path, 1, "this is not JSON") from error
    return found, next((n for n, line in enumerate(lines, 1) if '"days"' in line), 1)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        why = "there is no such file" if missing else error.strerror or "it cannot be read"
        remedy = "Give a folder that holds the files of docs/study.md"
        raise ConfigurationError(str(path), why, remedy) from error
    except UnicodeDecodeError as error:
        raise _wrong(path, 1, "this is not text in UTF-8") from error


def _wrong(path: Path, line: int, what: str) -> ConfigurationError:
    return ConfigurationError(f"{path}:{line}", what, "See docs/study.md for the columns")


def _read(path: Path, of: Callable[[Mapping[str, str]], T]) -> Iterator[T]:
    rows = csv.DictReader(io.StringIO(_text(path), newline=""), restval="")
    while True:
        try:
            if (row := next(rows, None)) is None:
                return
            found = of(row)
        except KeyError as error:
            raise _wrong(path, 1, f"there is no column {error}") from error
        except (ValueError, csv.Error) as error:
            raise _wrong(path, rows.line_num, str(error)) from error
        yield found


def _rep(row: Mapping[str, str]) -> tuple[str, StudyRep]:
    end = day(row, "end_day") if row["end_day"] else None
    return row["rep_id"], StudyRep(day(row, "start_day"), end, row.get("segment", ""))


def _call(row: Mapping[str, str], reps: Mapping[str, StudyRep]) -> tuple[str, StudyCall]:
    if row["rep_id"] not in reps:
        raise ValueError(f"rep {row['rep_id']!r} is not in reps.csv")
    if row["source"] not in ("call", "roleplay"):
        raise ValueError(f"source {row['source']!r} is neither call nor roleplay")
    practice = row["source"] == "roleplay"
    return row["call_id"], StudyCall(
        row["rep_id"],
        day(row, "day"),
        row["started_at"],
        practice,
        row["call_type"],
        row["deal_id"] or None,
    )


_Row = tuple[int, str, str, tuple[str, float, str] | None]
"""Day of arrival, operation, call, and the score if the row has one."""


def _events(
    path: Path, skill_of: Mapping[str, str], calls: Mapping[str, StudyCall]
) -> Iterator[Event]:
    """Rows that follow one another for the same call, day and operation are one event."""
    latest = 0

    def in_order(row: Mapping[str, str]) -> _Row:
        nonlocal latest
        found = _event_row(row, skill_of, calls)
        if found[0] < latest:
            raise ValueError(f"arrived on day {found[0]}, after a row of day {latest}")
        latest = found[0]
        return found

    rows = _read(path, in_order)
    for (arrived, op, call), same in groupby(rows, key=lambda row: row[:3]):
        yield Event(arrived, op, call, tuple(found for *_, found in same if found is not None))


def _event_row(
    row: Mapping[str, str], skill_of: Mapping[str, str], calls: Mapping[str, StudyCall]
) -> _Row:
    call, op, criterion = row["call_id"], row["op"], row["criterion_id"]
    if op not in ("score", "rescore", "delete"):
        raise ValueError(f"unknown operation {op!r}")
    if call not in calls:
        raise ValueError(f"call {call!r} is not in calls.csv")
    arrived = day(row, "arrived_day")
    if arrived < calls[call].day:
        raise ValueError(f"arrived on day {arrived}, before the call of day {calls[call].day}")
    if op == "delete" or row["score"] == "":
        return arrived, op, call, None
    points = score(row, "score")
    if criterion not in skill_of:
        raise ValueError(f"criterion {criterion!r} is not in org.json")
    return arrived, op, call, (criterion, points, row["judge_version"])


def _coached(row: Mapping[str, str]) -> tuple[tuple[str, str], int] | None:
    first = day(row, "week_of_block") == 1
    return ((row["rep_id"], row["skill_id"]), day(row, "day")) if first else None


def _twice(row: Mapping[str, str]) -> tuple[str, tuple[float, float]]:
    return row["criterion_id"], (score(row, "score_v1"), score(row, "score_v2"))


def _deals(path: Path, reps: Mapping[str, StudyRep]) -> tuple[StudyDeal, ...]:
    """Empty if the file, which is optional, is not there."""
    return tuple(_read(path, lambda row: _deal(row, reps))) if path.exists() else ()


def _deal(row: Mapping[str, str], reps: Mapping[str, StudyRep]) -> StudyDeal:
    if row["rep_id"] not in reps:
        raise ValueError(f"rep {row['rep_id']!r} is not in reps.csv")
    if row["status"] not in ("won", "lost", "open"):
        raise ValueError(f"status {row['status']!r} is neither won, lost nor open")
    created, amount = day(row, "created_day"), float(row["amount"])
    closed = None if row["status"] == "open" else day(row, "closed_day")
    if closed is not None and closed < created:
        raise ValueError(f"closed on day {closed}, before it was created on day {created}")
    if not 0.0 < amount < math.inf:
        raise ValueError(f"amount {row['amount']!r} is not above zero")
    return StudyDeal(
        rep_id=row["rep_id"],
        segment=row["segment"],
        created_day=created,
        closed_day=closed,
        won=row["status"] == "won",
        amount=amount,
        lead_source=row["lead_source"],
        competitor=row["competitor"] not in ("", "0", "false"),
    )


def _grouped(
    path: Path, of: Callable[[Mapping[str, str]], tuple[K, V] | None]
) -> dict[K, tuple[V, ...]]:
    """Values by key; empty if the file, which is optional, is not there."""
    found: dict[K, list[V]] = {}
    if path.exists():
        for pair in _read(path, of):
            if pair is not None:
                found.setdefault(pair[0], []).append(pair[1])
    return {key: tuple(values) for key, values in found.items()}
