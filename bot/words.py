"""The few phrases that more than one message uses: figures, tiers, trends, dates."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.people import Person
from domain.scores import Medal, NotScoredBecause

RANGE_NOTE = "± shows how sure a figure is: nine times in ten the true level lies within it."
ANSWERED_IN_PRIVATE = "I have answered in a direct message, where only you can see it."
COMMAND_HEARD = "I am looking it up. The answer comes as a direct message in a moment."

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
    NotScoredBecause.POOR_TRANSCRIPT: "the transcript is too poor to judge",
}
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Mon Tue Wed Thu Fri Sat Sun"


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
