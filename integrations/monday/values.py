"""Column values between monday's many shapes and our plain ones."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from domain.crm import FieldKind, FieldValue
from domain.errors import UnexpectedPayload
from integrations.monday.errors import SLUG

LONG_TEXT_CHARS = 2000
"""What a long text column holds. Anything beyond is cut off without a word by monday."""
LINK_TEXT = "Open in Reploop"
_NULL_EMPTIES = ("date", "link", "long_text")
"""Emptied by null; the others by the empty text."""


def written(column_type: str, value: FieldValue) -> object:
    """A value as ``change_multiple_column_values`` takes it for a type of column."""
    if value is None:
        return None if column_type in _NULL_EMPTIES else ""
    if isinstance(value, float | int):
        return format(Decimal(repr(float(value))).normalize(), "f")
    shaped: dict[str, object] = {
        "long_text": {"text": value},
        "date": {"date": value},
        "link": {"url": value, "text": LINK_TEXT},
        "email": {"email": value, "text": value},  # it is found by the text, where there is one
    }
    return shaped.get(column_type, value)


def encoded(values: Mapping[str, object]) -> str:
    """Values by column id as the JSON text that monday wants inside its JSON."""
    return json.dumps(values, ensure_ascii=False)


def too_long(column_type: str, value: FieldValue) -> bool:
    """Whether monday would cut the value off."""
    return column_type == "long_text" and len(str(value or "")) > LONG_TEXT_CHARS


def read(cell: Mapping[str, Any]) -> FieldValue:
    """The present value of one cell of a typed ``column_values``."""
    match cell.get("type"):
        case "numbers":
            value = cell.get("number")
            if value is None:
                return None
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise UnexpectedPayload(SLUG, "a number that is not one")
            return float(value)
        case "date":
            return _text(cell.get("date"))
        case "link":
            return _text(cell.get("url"))
    return _text(cell.get("text"))


def logged(kind: FieldKind, column_type: str, value: object, shown: object) -> FieldValue:
    """A value as the activity log holds it; ``shown`` is the text that stands beside it.

    Logs of emptied columns hold null, an empty object or one without the value's key.
    """
    part = value
    if isinstance(value, dict):
        part = value.get({"long_text": "text", "date": "date", "link": "url"}.get(column_type, ""))
        part = value.get("value") if part is None else part
        part = shown if part is None and isinstance(shown, str) else part
    if kind is not FieldKind.NUMBER:
        text = _text(part)
        return text[:10] if text and kind is FieldKind.DATE else text
    if part is None or part == "":
        return None
    try:
        return float(str(part))
    except ValueError as error:
        raise UnexpectedPayload(SLUG, "a logged number that is not one") from error


def moment(value: object) -> datetime | None:
    """An ISO 8601 moment as UTC."""
    if value in (None, ""):
        return None
    try:
        read_at = datetime.fromisoformat(str(value).removesuffix(" UTC"))
    except ValueError as error:
        raise UnexpectedPayload(SLUG, "a moment that is not ISO 8601") from error
    return read_at.replace(tzinfo=UTC) if read_at.tzinfo is None else read_at.astimezone(UTC)


def day(value: object) -> date | None:
    """A date of a date column; one with a time keeps its day."""
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise UnexpectedPayload(SLUG, "a date that is not ISO 8601") from error


def _text(value: object) -> str | None:
    return None if value is None or value == "" else str(value)
