"""The few phrases that more than one message uses: figures, tiers, trends, dates."""

import math
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.people import Person
from domain.scores import Medal, NotScoredBecause
from domain.skills import Proficiency, Tier, Trend, TrendLabel

MIN_CALLS = 3
"""Scored calls below which no figure is said."""
Z90 = 1.645
"""Standard errors to each side of a 90 % range."""

RANGE_NOTE = "± shows how sure a figure is: nine times in ten the true level lies within it."
ANSWERED_IN_PRIVATE = "I have answered in a direct message, where only you can see it."
COMMAND_HEARD = "I am looking it up. The answer comes as a direct message in a moment."

TIER_NAMES = {
    Tier.NEEDS_WORK: "Needs Work",
    Tier.DEVELOPING: "Developing",
    Tier.PROFICIENT: "Proficient",
    Tier.EXCELLENT: "Excellent",
}
TIER_ORDER = tuple(TIER_NAMES)
MEDAL_NAMES = {
    Medal.GOLD: ":first_place_medal: Gold",
    Medal.SILVER: ":second_place_medal: Silver",
    Medal.BRONZE: ":third_place_medal: Bronze",
}
NOT_SCORED = {
    NotScoredBecause.NO_OCCASION: "the call gave no occasion",
    NotScoredBecause.NOT_APPLICABLE: "not part of this type of call",
    NotScoredBecause.NO_VALID_EVIDENCE: "no quote could be proven",
    NotScoredBecause.WRONG_SIDE: "the quote was the other side's",
    NotScoredBecause.LEVEL_OFF_SCALE: "the grader's answer was unusable",
    NotScoredBecause.SUSPECT_EVIDENCE: "the quoted words were addressed to a grader",
    NotScoredBecause.NO_READER: "it needs a model to be judged",
    NotScoredBecause.UNSUPPORTED_LANGUAGE: "the language is not supported yet",
    NotScoredBecause.TOO_LITTLE_SPEECH: "too little was said",
    NotScoredBecause.GRADER_UNSURE: "the grader was not sure",
}
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Mon Tue Wed Thu Fri Sat Sun"


def count(number: int, noun: str) -> str:
    """``1 call``, ``3 calls``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def points(level: float) -> str:
    """Whole points, halves rounded up."""
    return str(math.floor(level + 0.5))


def sure(level: float, standard_error: float) -> str:
    """``62 ± 7``: whole points with half of the 90 % range, at least 1."""
    return f"{points(level)} ± {max(1, math.floor(Z90 * standard_error + 0.5))}"


def figure(level: float, standard_error: float, calls: int) -> str:
    """``62 ± 7 from 8 calls``."""
    return f"{sure(level, standard_error)} from {count(calls, 'call')}"


def known(proficiency: Proficiency) -> str:
    """A proficiency's figure, or that there are too few calls for one."""
    if proficiency.calls < MIN_CALLS:
        return f"too few calls to say ({proficiency.calls} of at least {MIN_CALLS})"
    return figure(proficiency.level, proficiency.standard_error, proficiency.calls)


def tier_name(proficiency: Proficiency) -> str:
    """The announced tier, or that there is none yet."""
    return TIER_NAMES[proficiency.tier] if proficiency.tier else "no tier yet"


def trend_words(trend: Trend | None) -> str:
    """``improving over 30 days``; empty while nothing can be said."""
    if trend is None or trend.label is TrendLabel.UNKNOWN:
        return ""
    return f"{trend.label.value} over {trend.days} days"


def clock(seconds: float) -> str:
    """``12:34``, or ``1:02:03`` from an hour on."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def zone(person: Person) -> tzinfo:
    """The person's time zone; UTC where it is unknown."""
    try:
        return ZoneInfo(person.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def long_date(day: date) -> str:
    """``24 November 2026``."""
    return f"{day.day} {_MONTHS.split()[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """``24 Nov``."""
    return f"{day.day} {_MONTHS.split()[day.month - 1][:3]}"


def moment(at: datetime, person: Person) -> str:
    """``Tue 24 Nov, 09:30`` in the person's time zone."""
    local = at.astimezone(zone(person))
    return f"{_DAYS.split()[local.weekday()]} {short_date(local)}, {local:%H:%M}"


def local_day(at: datetime, person: Person) -> str:
    """``24 Nov`` in the person's time zone."""
    return short_date(at.astimezone(zone(person)))
