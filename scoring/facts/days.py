"""Days as they are said, resolved against the day of the call.

Weeks begin on Monday. "Thursday" and "this Thursday" are the first one after the call, "next
Thursday" is the one of the week after the call's. What names no single day ("in April", "in two
weeks", "the Monday after that", "Saturdays") is left out, and so is what lies behind.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from scoring.facts.numbers import ORDINALS

MAX_DAYS = 300
"""So far ahead at most: a day of the year that is further away was more likely the last one."""
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_ORDINAL_WORDS = [w for w, n in ORDINALS.items() if n <= 30]
_ORDINAL = rf"(?:(?:twenty|thirty)[ -])?(?:{'|'.join(_ORDINAL_WORDS)})|\d{{1,2}}(?:st|nd|rd|th)"
_DAY = rf"(?:{'|'.join(_DAYS)})"
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_VAGUE = re.compile(r"\b(?:after that|after next|week after|weeks after|following|week on|or so)\b")
_NO_ONE_DAY = re.compile(
    r"\b(?:last|every|each|a|an|any|some|most|per|other|same|on a|since|previous|the (?:same|last))"
    r" $"
)


@dataclass(frozen=True, slots=True)
class DaySaid:
    """One day; ``text[start:end]`` says it."""

    day: date
    start: int
    end: int


def days_said(text: str, on: date) -> tuple[DaySaid, ...]:
    """The days that a text names, in its order; ``on`` is the day it was said.

    Never a day before ``on``, nor one more than ``MAX_DAYS`` after it.
    """
    lowered = text.lower()
    found: list[DaySaid] = []
    for pattern, resolve in _FORMS:
        for match in pattern.finditer(lowered):
            if any(f.start < match.end() and match.start() < f.end for f in found):
                continue  # a longer form has it
            day = _resolved(resolve, match, lowered, on)
            if day is not None and on <= day <= on + timedelta(days=MAX_DAYS):
                found.append(DaySaid(day, match.start(), match.end()))
    return tuple(sorted(found, key=lambda f: f.start))


def names_day(text: str) -> bool:
    """Whether a text names a day of the week or the year at all, even one nobody can resolve."""
    return _ANY_DAY.search(text.lower()) is not None


_ANY_DAY = re.compile(rf"\b(?:{_DAY}s?|{_MONTH}|tomorrow|today|tonight)\b")
_Resolve = Callable[[re.Match[str], date], date | None]


def _resolved(resolve: _Resolve, match: re.Match[str], text: str, on: date) -> date | None:
    before = text[max(0, match.start() - 16) : match.start()]
    if _NO_ONE_DAY.search(before) or _VAGUE.search(text[match.end() : match.end() + 20]):
        return None
    try:
        return resolve(match, on)
    except (ValueError, OverflowError):  # the thirty-first of a month that has none
        return None


def _iso(match: re.Match[str], on: date) -> date | None:
    del on
    return date.fromisoformat(match[0])


def _day_of_month(match: re.Match[str], on: date) -> date | None:
    """A day with its month, of this year or the next."""
    month = _MONTHS.index(match["month"]) + 1
    number = _ordinal(match["day"])
    this_year = date(on.year, month, number)
    return this_year if this_year >= on else date(on.year + 1, month, number)


def _weekday(match: re.Match[str], on: date) -> date | None:
    wanted = _DAYS.index(match["weekday"])
    if match["ord"]:
        return _first(on, lambda d: d.weekday() == wanted and d.day == _ordinal(match["ord"]))
    if match["when"] == "next" or match["week"]:
        monday = on - timedelta(days=on.weekday()) + timedelta(days=7)
        return monday + timedelta(days=wanted)
    return on + timedelta(days=(wanted - on.weekday() - 1) % 7 + 1)


def _nth_weekday(match: re.Match[str], on: date) -> date | None:
    """Like "the first Monday of next month", "the last Friday in March"."""
    year, month = _month(match["month"], on)
    wanted = _DAYS.index(match["weekday"])
    days = [date(year, month, n) for n in range(1, monthrange(year, month)[1] + 1)]
    fitting = [d for d in days if d.weekday() == wanted]
    place = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}[match["nth"]]
    return fitting[place]


def _month(said: str, on: date) -> tuple[int, int]:
    """Year and month that are meant."""
    if said in _MONTHS:
        month = _MONTHS.index(said) + 1
        return (on.year if month >= on.month else on.year + 1), month
    ahead = on.month if said == "next month" else on.month - 1
    return on.year + ahead // 12, ahead % 12 + 1


def _end_of(match: re.Match[str], on: date) -> date | None:
    """The last day of a month, quarter or year; of a week its Friday."""
    said = match["what"]
    if said.endswith("week"):
        friday = on - timedelta(days=on.weekday()) + timedelta(days=4)
        return friday + timedelta(days=7) if said == "next week" else friday
    if said.endswith("year"):
        return date(on.year, 12, 31)
    if said.endswith("quarter"):
        month = (on.month - 1) // 3 * 3 + 3
        return date(on.year, month, monthrange(on.year, month)[1])
    year, month = _month(said, on)
    return date(year, month, monthrange(year, month)[1])


def _number_alone(match: re.Match[str], on: date) -> date | None:
    wanted = _ordinal(match["day"])
    return _first(on + timedelta(days=1), lambda d: d.day == wanted)


def _near(match: re.Match[str], on: date) -> date | None:
    said = match[0]
    if said.endswith("after tomorrow"):
        return on + timedelta(days=2)
    return on + timedelta(days=1) if said == "tomorrow" else on


def _first(on: date, fits: Callable[[date], bool]) -> date | None:
    return next((d for n in range(63) if fits(d := on + timedelta(days=n))), None)


def _ordinal(said: str) -> int:
    if said[0].isdigit():
        return int(re.sub(r"\D", "", said))
    *tens, last = re.split(r"[ -]", said)
    return ORDINALS[last] + sum({"twenty": 20, "thirty": 30}[t] for t in tens)


def _forms() -> Iterator[tuple[re.Pattern[str], _Resolve]]:
    month = rf"(?P<month>{_MONTH})"
    yield re.compile(r"\b\d{4}-\d\d-\d\d\b"), _iso
    yield (
        re.compile(
            rf"\b(?:the )?(?P<nth>first|second|third|fourth|last) (?P<weekday>{_DAY}) (?:of|in)"
            rf" (?P<month>next month|this month|{_MONTH})\b"
        ),
        _nth_weekday,
    )
    yield re.compile(rf"(?<![\w-])(?:the )?(?P<day>{_ORDINAL}) (?:of )?{month}\b"), _day_of_month
    yield re.compile(rf"\b(?P<day>\d{{1,2}}) {month}\b"), _day_of_month
    yield re.compile(rf"\b{month} (?:the )?(?P<day>{_ORDINAL}|\d{{1,2}})\b"), _day_of_month
    yield (
        re.compile(
            r"\b(?:the )?end of (?:the |this )?"
            rf"(?P<what>(?:next )?(?:week|month)|quarter|year|{_MONTH})\b"
        ),
        _end_of,
    )
    yield re.compile(r"\b(?P<what>month|quarter|year)[ -]end\b"), _end_of
    yield (
        re.compile(
            rf"\b(?:(?P<when>next|this|on|by|coming) )?(?P<weekday>{_DAY})\b"
            rf"(?!s)(?:,? the (?P<ord>{_ORDINAL})\b)?(?:,? (?P<week>(?:of )?next week))?"
        ),
        _weekday,
    )
    yield (
        re.compile(
            rf"\b(?:by|on|until|till|before|from) the (?P<day>{_ORDINAL})"
            r"(?=[.,;:!?]|$| (?:at|and|or|for|works|then|if|so|with|to|i|we|you|in the)\b)"
        ),
        _number_alone,
    )
    yield re.compile(r"\bthe day after tomorrow\b|\btomorrow\b|\btoday\b|\btonight\b"), _near


_FORMS: Final = tuple(_forms())
