"""What the fields of a Salesforce record may hold: the checks before a write is applied."""

import re
from collections.abc import Callable
from typing import Any

from sandbox.salesforce_schema import Record, SalesforceFault

DAY = re.compile(r"\d{4}-\d\d-\d\d")
SUBTYPES = ("Task", "Email", "ListEmail", "Cadence", "Call", "LinkedIn")
STANDARD: dict[tuple[str, str], Record] = {
    ("Task", "Subject"): {"type": "Text", "label": "Subject", "length": 255},
    ("Task", "ActivityDate"): {"type": "Date", "label": "Due Date"},
    ("Task", "CallDurationInSeconds"): {"type": "Int", "label": "Call Duration"},
    ("Task", "Description"): {"type": "LongTextArea", "label": "Comments", "length": 32_000},
    ("Task", "TaskSubtype"): {"type": "Restricted", "label": "Subtype", "of": SUBTYPES},
    ("Opportunity", "NextStep"): {"type": "Text", "label": "Next Step", "length": 255},
    ("Opportunity", "Description"): {
        "type": "LongTextArea",
        "label": "Description",
        "length": 32_000,
    },
    ("Opportunity", "Amount"): {"type": "Number", "label": "Amount", "precision": 18, "scale": 2},
}


def checked(metadata: Record | None, name: str, value: Any) -> Any:
    """The value as it is kept. Raises ``SalesforceFault`` where it cannot be."""
    if metadata is None:
        return value
    if value is None or value == "":
        return None
    check: Callable[[str, Any, Record], Any] = CHECKS.get(metadata["type"], _text)
    return check(name, value, metadata)


def _number(name: str, value: Any, metadata: Record) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _unreadable("double", name)
    digits = metadata.get("precision", 18) - metadata.get("scale", 0)
    if abs(value) >= 10**digits:
        message = f"{metadata['label']}: value outside of valid range on numeric field"
        raise SalesforceFault(400, "NUMBER_OUTSIDE_VALID_RANGE", message, (name,))
    return round(float(value), metadata.get("scale", 0))


def _whole(name: str, value: Any, _metadata: Record) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _unreadable("int", name)
    return value


def _day(name: str, value: Any, _metadata: Record) -> str:
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise _unreadable("date", name)
    return value


def _one_of(name: str, value: Any, metadata: Record) -> str:
    if value not in metadata["of"]:
        message = f"{metadata['label']}: bad value for restricted picklist field"
        raise SalesforceFault(400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", message, (name,))
    return str(value)


def _text(name: str, value: Any, metadata: Record) -> str:
    longest = metadata.get("length", 255)
    if len(str(value).replace("\n", "\r\n")) > longest:
        message = f"{metadata['label']}: data value too large: (max length={longest})"
        raise SalesforceFault(400, "STRING_TOO_LONG", message, (name,))
    return str(value)


def _unreadable(kind: str, name: str) -> SalesforceFault:
    return SalesforceFault(
        400, "JSON_PARSER_ERROR", f"Cannot deserialize instance of {kind}: {name}"
    )


CHECKS: dict[str, Callable[[str, Any, Record], Any]] = {
    "Number": _number, "Int": _whole, "Date": _day, "Restricted": _one_of,
}  # fmt: skip
