"""A person's own wall clock."""

from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.people import Person


def zone_of(person: Person) -> tzinfo:
    """The person's time zone; UTC where it is unknown."""
    try:
        return ZoneInfo(person.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
