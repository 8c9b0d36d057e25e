"""What a CRM tells as it happens: deals that were changed, deleted, merged or created."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from domain.crm import FieldKind, FieldValue
from domain.deals import DealRef

MAX_VALUE = 65_536
"""Characters of one value; no field of ours holds more."""


class NewsOf(StrEnum):
    """What happened to a deal."""

    CREATED = "created"
    """Made, or taken out of the bin again."""
    CHANGED = "changed"
    DELETED = "deleted"
    MERGED = "merged"
    """Into another deal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmNews:
    """One change of one deal. What the CRM did not say is ``None``."""

    deal: DealRef
    at: datetime
    what: NewsOf
    field: str | None = None
    """The vendor's API name of the field that changed; ``None`` where it is not told."""
    label: str | None = None
    """The field's label, where the vendor tells it."""
    value: FieldValue = None
    """What stands in ``field`` now, as the vendor writes it; ``None``: it was emptied."""
    ours: bool | None = None
    """Whether our own identity made the change."""
    told: bool = True
    """Whether ``value`` is what stands there; else it is only known that it changed."""
    coded: bool = False
    """Whether ``field`` is a code of the vendor's making, which can be any field's, ours too."""
    merged_into: str | None = None
    """Id of the deal that stands in its place."""


def as_field_value(kind: FieldKind, told: FieldValue) -> FieldValue:
    """A value as a webhook writes it, as fields of this kind hold it.

    Numbers may have come as text, dates as ISO text or as milliseconds since 1970.
    Raises ``ValueError`` for what is neither.
    """
    if told is None or told == "":
        return None
    if kind is FieldKind.NUMBER:
        return _number(told)
    if kind is FieldKind.DATE:
        return _day(told)
    return f"{told:.10g}" if isinstance(told, float) else told


def _number(told: str | float) -> float:
    number = float(told.strip() if isinstance(told, str) else told)
    if not abs(number) < 1e15:
        raise ValueError("not a number that a field holds")
    return number


def _day(told: str | float) -> str:
    text = f"{told:.0f}" if isinstance(told, float) else told.strip()
    if text.isascii() and text.isdigit() and len(text) > 8:
        try:
            return datetime.fromtimestamp(int(text) / 1000, UTC).date().isoformat()
        except (OverflowError, OSError) as error:
            raise ValueError("not a day") from error
    return date.fromisoformat(text[:10]).isoformat()
