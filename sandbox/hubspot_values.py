"""Values at HubSpot: all are text; how they are checked, and how errors look."""

import json
import re
from datetime import UTC, date, datetime
from typing import Any

Record = dict[str, Any]
LONGEST = 65_536


class HubspotFault(Exception):
    """Answered as one error object."""

    def __init__(self, status: int, category: str, message: str, **extra: Any) -> None:
        super().__init__(message)
        self.status = status
        self.body: Record = {
            "status": "error",
            "message": message,
            "correlationId": "aeb5f871-7f07-4993-9211-075dc63e7cbf",
            "category": category,
            **extra,
        }


def iso(moment: datetime) -> str:
    """As HubSpot writes moments."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def folded(value: str) -> str:
    return value.strip().lower()


def invalid(problems: list[tuple[str, str, str]]) -> HubspotFault:
    listed = [
        {"isValid": False, "message": message, "error": code, "name": name}
        for name, code, message in problems
    ]
    errors = [
        {"message": message, "code": code, "context": {"propertyName": [name]}}
        for name, code, message in problems
    ]
    message = f"Property values were not valid: {json.dumps(listed)}"
    return HubspotFault(400, "VALIDATION_ERROR", message, errors=errors)


def code_against(kind: str, value: str) -> str | None:
    """The code under which a value of a type is refused, if it is."""
    if value == "":
        return None
    if kind == "number" and not re.fullmatch(r"-?\d+(\.\d+)?", value):
        return "INVALID_LONG"
    if kind in ("date", "datetime") and not _is_date(value):
        return "INVALID_DATE"
    return "VALUE_OVER_MAX_LENGTH" if len(value) > LONGEST else None


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return bool(re.fullmatch(r"\d{10,13}", value))
    return True
