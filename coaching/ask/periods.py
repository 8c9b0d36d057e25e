"""Times in a question: "last quarter", "since 1 September", "the last 30 days".

Weeks begin on Monday, quarters with January, April, July and October. "Last month" is the
calendar month before this one; "the past month" are the last 30 days.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coaching.ask.tokens import Token
from domain.questions import Period

TIME = "\x01time"
"""Stands where a time was taken out."""
MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: n for name, n in tuple(MONTHS.items())} | {"sept": 9}
_ALSO_WORDS = frozenset({"may", "march", "mar"})
_WEEKDAYS = {name.casefold(): n for n, name in enumerate(calendar.day_name)}
_UNITS = {"day": 1, "week": 7, "month": 30, "quarter": 90, "year": 365}
_UNITS |= {f"{name}s": days for name, days in _UNITS.items()}
_NUMBERS = {
    word: n
    for n, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        1,
    )
}
_BEFORE = frozenset({"in", "during", "over", "within", "for", "of", "from", "on", "the", "through"})
MAX_DAYS = 3650


@dataclass(frozen=True, slots=True)
class Timed:
    """The words without their time; ``days``: it was said as the last so many days."""

    rest: tuple[Token, ...]
    period: Period | None = None
    days: int | None = None
    present: bool = False
    """Whether it only says now: today, this week."""


@dataclass(frozen=True, slots=True)
class _Found:
    length: int
    first: date | None
    last: date | None
    days: int | None = None
    present: bool = False


def take_time(said: Sequence[Token], today: date) -> Timed | None:
    """Take the one time out of a question; ``None`` if it names two."""
    rest: list[Token] = []
    found: _Found | None = None
    at = 0
    while at < len(said):
        here = _time_at(said[at:], today)
        if here is None:
            rest.append(said[at])
            at += 1
            continue
        if found is not None and (here.first, here.last) != (found.first, found.last):
            return None
        while rest and rest[-1] in _BEFORE:
            rest.pop()
        rest.append(TIME)
        found, at = here, at + here.length
    if found is None:
        return Timed(tuple(rest))
    return Timed(tuple(rest), Period(found.first, found.last), found.days, found.present)


def _time_at(said: Sequence[Token], today: date) -> _Found | None:
    readers = (_relative, _last_so_many, _since, _between, _month, _quarter, _weekday, _named)
    for reader in readers:
        found = reader(said, today)
        if found is not None:
            return found
    return None


def _relative(said: Sequence[Token], today: date) -> _Found | None:
    """This or last week, month, quarter, year; the past one."""
    which, unit = _at(said, 0), _at(said, 1)
    if unit not in ("week", "month", "quarter", "year"):
        return None
    start = _start_of(unit, today)
    if which in ("this", "current"):
        return _Found(2, start, today, present=unit == "week")
    if which in ("last", "previous"):
        end = start - timedelta(days=1)
        return _Found(2, _start_of(unit, end), end)
    if which == "past":
        return _so_many(_UNITS[unit], 2, today)
    return None


def _last_so_many(said: Sequence[Token], today: date) -> _Found | None:
    """The last 30 days; 30 days."""
    skip = 1 if _at(said, 0) in ("last", "past", "previous") else 0
    many, unit = number(_at(said, skip)), _at(said, skip + 1)
    if many is None or unit not in _UNITS:
        return None
    days = many * _UNITS[unit]
    return _so_many(days, skip + 2, today) if 0 < days <= MAX_DAYS else None


def _so_many(days: int, length: int, today: date) -> _Found:
    """So many days, of which today is one; a change is counted over all of them."""
    return _Found(length, today - timedelta(days=days - 1), today, days=days)


def _since(said: Sequence[Token], today: date) -> _Found | None:
    if _at(said, 0) != "since":
        return None
    rest = said[1:]
    skip = 1 if _at(rest, 0) == "the" else 0
    if tuple(rest[skip : skip + 2]) in (("start", "of"), ("beginning", "of")):
        skip += 2
        skip += 1 if _at(rest, skip) in ("the", "this") else 0
        unit = _at(rest, skip)
        if unit in ("week", "month", "quarter", "year"):
            return _Found(2 + skip, _start_of(unit, today), today)
    named = _relative(rest, today) or _weekday(rest, today) or _named(rest, today)
    if named is not None:
        return _Found(1 + named.length, named.first, today)
    day, length = _date(rest, today)
    return _Found(1 + length, day, today) if day is not None and day <= today else None


def _between(said: Sequence[Token], today: date) -> _Found | None:
    if _at(said, 0) not in ("between", "from"):
        return None
    first, length = _date(said[1:], today)
    if first is None or _at(said, 1 + length) not in ("and", "to", "until", "till"):
        return None
    last, more = _date(said[2 + length :], today, ends=True)
    if last is None or last < first or first > today:
        return None
    return _Found(2 + length + more, first, min(last, today))


def _month(said: Sequence[Token], today: date) -> _Found | None:
    """In October; October 2025."""
    skip = 1 if _at(said, 0) in ("in", "during") else 0
    skip += 1 if _at(said, skip) == "last" else 0
    name = _at(said, skip)
    if name not in MONTHS or (not skip and name in _ALSO_WORDS):
        return None
    year = _year(_at(said, skip + 1))
    first = _month_start(MONTHS[name], year, today)
    last = date(first.year, first.month, calendar.monthrange(first.year, first.month)[1])
    return _Found(skip + (1 if year is None else 2), first, last) if first <= today else None


def _quarter(said: Sequence[Token], today: date) -> _Found | None:
    skip = 1 if _at(said, 0) == "in" else 0
    name = _at(said, skip)
    if len(name) != 2 or name[0] != "q" or name[1] not in "1234":
        return None
    month, year = 3 * int(name[1]) - 2, _year(_at(said, skip + 1))
    first = _month_start(month, year, today)
    last = _start_of("quarter", first + timedelta(days=95)) - timedelta(days=1)
    return _Found(skip + (1 if year is None else 2), first, last) if first <= today else None


def _weekday(said: Sequence[Token], today: date) -> _Found | None:
    """Monday, this Monday, last Monday: the latest one."""
    skip = 1 if _at(said, 0) in ("this", "last", "on") else 0
    if _at(said, skip) not in _WEEKDAYS:
        return None
    back = (today.weekday() - _WEEKDAYS[said[skip]]) % 7
    day = today - timedelta(days=back)
    return _Found(skip + 1, day, day, present=back == 0)


def _named(said: Sequence[Token], today: date) -> _Found | None:
    if _at(said, 0) == "today":
        return _Found(1, today, today, present=True)
    if _at(said, 0) == "yesterday":
        return _Found(1, today - timedelta(days=1), today - timedelta(days=1))
    if tuple(said[:3]) == ("year", "to", "date") or _at(said, 0) == "ytd":
        return _Found(1 if said[0] == "ytd" else 3, date(today.year, 1, 1), today)
    if _at(said, 0) == "in" and (year := _year(_at(said, 1))) and year <= today.year:
        return _Found(2, date(year, 1, 1), date(year, 12, 31))
    return None


def _date(said: Sequence[Token], today: date, *, ends: bool = False) -> tuple[date | None, int]:
    """A day and how many words it takes: 1 September 2026, September 1, 2026 09 01, September.

    Also "the 1st of September".
    """
    the = 1 if _at(said, 0) == "the" else 0
    if _day(_at(said, the)) is not None and _at(said, the + 1) == "of":
        found, length = _date([said[the], *said[the + 2 :]], today)
        return (found, the + 1 + length) if length > 1 else (None, 0)
    parts = [_at(said, n) for n in range(3)]
    whole = _year(parts[0]), _day(parts[1]), _day(parts[2])
    if whole[0] is not None and whole[1] is not None and whole[2] is not None:
        return _real(whole[0], whole[1], whole[2]), 3
    for day, month, length in ((0, 1, 2), (1, 0, 2)):
        dated = _day(parts[day])
        if parts[month] in MONTHS and dated is not None:
            year = _year(parts[2])
            found = _real((year or today.year), MONTHS[parts[month]], dated)
            if found is not None and year is None and found > today:
                found = _real(today.year - 1, found.month, found.day)
            return found, length + (1 if year else 0)
    if parts[0] in MONTHS:
        year = _year(parts[1])
        first = _month_start(MONTHS[parts[0]], year, today)
        if ends:
            first = date(first.year, first.month, calendar.monthrange(first.year, first.month)[1])
        return first, 2 if year else 1
    return None, 0


def _month_start(month: int, year: int | None, today: date) -> date:
    """The first of that month, of this year or, if that is still to come, of the last."""
    if year is not None:
        return date(year, month, 1)
    return date(today.year if month <= today.month else today.year - 1, month, 1)


def _start_of(unit: str, day: date) -> date:
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
        case _:
            return date(day.year, 1, 1)


def _at(said: Sequence[Token], index: int) -> Token:
    return said[index] if index < len(said) else ""


def number(word: Token) -> int | None:
    """A number in figures or, up to twelve, in words."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 5 else _NUMBERS.get(word)


def _year(word: Token) -> int | None:
    plausible = word.isascii() and word.isdigit() and len(word) == 4 and "2000" <= word < "2100"
    return int(word) if plausible else None


def _day(word: Token) -> int | None:
    for end in ("st", "nd", "rd", "th"):
        word = word.removesuffix(end)
    plausible = word.isascii() and word.isdigit() and len(word) < 3
    return int(word) if plausible and 1 <= int(word) <= 31 else None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
