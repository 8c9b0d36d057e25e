"""Values at HubSpot are text, in and out; an empty text is an empty property."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from domain.crm import CrmField, FieldKind, FieldValue
from domain.errors import UnexpectedPayload
from integrations.hubspot.errors import SLUG


def written(value: FieldValue) -> str:
    """A value of ours as HubSpot takes it; the empty text clears a property."""
    if value is None:
        return ""
    return f"{value:.10g}" if isinstance(value, float | int) else value


def read(field: CrmField, value: object) -> FieldValue:
    """A value of HubSpot's as ours: numbers as floats, dates as YYYY-MM-DD, the rest as text."""
    if value is None or value == "":
        return None
    text = str(value)
    if field.kind is FieldKind.NUMBER:
        try:
            return float(text)
        except ValueError as error:
            raise UnexpectedPayload(SLUG, f"{field.name} is not a number") from error
    if field.kind is not FieldKind.DATE:
        return text
    day = day_of(text)
    return None if day is None else day.isoformat()


def day_of(value: object) -> date | None:
    """The day of a moment, in UTC. Raises ``UnexpectedPayload``."""
    at = moment_of(value)
    return None if at is None else at.date()


def moment_of(value: object) -> datetime | None:
    """Moments are ISO 8601 text, or milliseconds since 1970. Raises ``UnexpectedPayload``."""
    if value in (None, ""):
        return None
    text = str(value)
    try:
        if text.isascii() and text.isdigit():
            return datetime.fromtimestamp(int(text) / 1000, UTC)
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError, OSError) as error:
        raise UnexpectedPayload(SLUG, "a moment that is not ISO 8601") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def properties_of(record: Mapping[str, Any], what: str = "a record") -> Mapping[str, Any]:
    """A record's properties. Raises ``UnexpectedPayload`` for one without id or properties."""
    properties = record.get("properties")
    if not record.get("id") or not isinstance(properties, dict):
        raise UnexpectedPayload(SLUG, f"{what} without id or properties")
    return properties


def milliseconds(moment: datetime) -> str:
    """As search filters take moments."""
    return str(round(moment.timestamp() * 1000))


def after_of(page: Mapping[str, Any]) -> str | None:
    """Where the next page begins."""
    paging = page.get("paging")
    following = paging.get("next") if isinstance(paging, dict) else None
    after = following.get("after") if isinstance(following, dict) else None
    return str(after) if after else None
