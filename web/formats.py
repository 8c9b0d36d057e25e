"""How times, durations and values are written on a page, for one reader."""

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain import wording
from domain.people import Person
from domain.scores import score_of_level


def moment(at: datetime, viewer: Person) -> str:
    """``Tue 24 Nov 2026, 14:05 CET`` in the reader's time zone."""
    return f"{day(at, viewer)}, {at.astimezone(zone(viewer)):%H:%M %Z}"


def day(at: datetime, viewer: Person) -> str:
    """``Tue 24 Nov 2026`` in the reader's time zone."""
    local = at.astimezone(zone(viewer))
    return f"{local:%a} {local.day} {local:%b %Y}"


def short_day(at: date, viewer: Person) -> str:
    """``24 Nov``; moments are moved to the reader's time zone first."""
    local = at.astimezone(zone(viewer)) if isinstance(at, datetime) else at
    return f"{local.day} {local:%b}"


def minutes(seconds: float) -> str:
    """``31 min``, at least one."""
    return f"{max(1, round(seconds / 60))} min"


def level_points(level: int) -> str:
    """The 0-100 score of a level 0-4."""
    return wording.points(score_of_level(level))


def tenths(level: int) -> str:
    """A level in tenths of a point: ``72.4``."""
    return f"{level / 10:.1f}"


def value(written: str | float | None) -> str:
    """A CRM value: a dash for an empty field, numbers without needless zeros."""
    if written is None or written == "":
        return "–"
    return f"{written:g}" if isinstance(written, float) else str(written)


def zone(viewer: Person) -> tzinfo:
    """The reader's time zone; UTC where it is not known."""
    try:
        return ZoneInfo(viewer.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
