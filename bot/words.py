"""What more than one message needs to find its words: keys of the catalogue, and local time."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.people import Person
from domain.phrases import Phrase
from domain.scores import Medal, NotScoredBecause

RANGE_NOTE = "± shows how sure a figure is: nine times in ten the true level lies within it."

MEDALS = {
    Medal.GOLD: Phrase("medal-gold"),
    Medal.SILVER: Phrase("medal-silver"),
    Medal.BRONZE: Phrase("medal-bronze"),
}
NOT_SCORED = {
    NotScoredBecause.NO_OCCASION: Phrase("unscored-no-occasion"),
    NotScoredBecause.NOT_APPLICABLE: Phrase("unscored-not-applicable"),
    NotScoredBecause.NO_VALID_EVIDENCE: Phrase("unscored-no-valid-evidence"),
    NotScoredBecause.WRONG_SIDE: Phrase("unscored-wrong-side"),
    NotScoredBecause.LEVEL_OFF_SCALE: Phrase("unscored-level-off-scale"),
    NotScoredBecause.SUSPECT_EVIDENCE: Phrase("unscored-suspect-evidence"),
    NotScoredBecause.NO_READER: Phrase("unscored-no-reader"),
    NotScoredBecause.UNSUPPORTED_LANGUAGE: Phrase("unscored-unsupported-language"),
    NotScoredBecause.TOO_LITTLE_SPEECH: Phrase("unscored-too-little-speech"),
    NotScoredBecause.GRADER_UNSURE: Phrase("unscored-grader-unsure"),
    NotScoredBecause.POOR_TRANSCRIPT: Phrase("unscored-poor-transcript"),
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
