"""Dates and times as people type them."""

from datetime import UTC, datetime, time, timedelta

import typer


def past_moment(text: str, option: str, now: datetime, *, whole_day: bool = False) -> datetime:
    """A date or moment in ISO 8601 that has come; without an offset it is UTC.

    ``whole_day`` takes a bare date for its end instead of its beginning, but never for later
    than ``now``. Raises ``typer.BadParameter`` naming ``option``.
    """
    try:
        given = datetime.fromisoformat(text.strip())
        aware = given if given.tzinfo else given.replace(tzinfo=UTC)
        moment = aware.astimezone(UTC)
    except (ValueError, OverflowError):
        raise typer.BadParameter(
            f"{text!r} is not a date. Write 2026-11-24 or 2026-11-24T09:30:00+01:00",
            param_hint=option,
        ) from None
    if moment.year < 1970:
        raise typer.BadParameter(
            f"{text} is too long ago: write a day from 1970 on", param_hint=option
        )
    if moment > now + timedelta(days=1):
        raise typer.BadParameter(f"{text} is not a day that has come", param_hint=option)
    if whole_day and len(text.strip()) <= len("2026-11-24") and given.time() == time():
        moment += timedelta(days=1, microseconds=-1)
    return min(moment, now) if whole_day else moment
