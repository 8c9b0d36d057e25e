"""Values in Zoho's form and in ours: moments with an offset, dates, numbers, safe literals."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from domain.crm import CrmField, FieldKind, FieldValue
from domain.errors import UnexpectedPayload
from integrations.zoho.errors import SLUG

PLAIN = re.compile(r"[A-Za-z0-9 @.:/+&=~#$*_-]{1,200}")
"""Texts that stand in a query as they are. How Zoho's query language escapes quotes is not
written anywhere, so a text with one in it never gets into a query."""
IN_LIST = 50
"""Values in one ``in (…)`` of a query."""
T = TypeVar("T")


def stamp(moment: datetime) -> str:
    """A moment as Zoho takes it: seconds, with an offset."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def moment(value: object) -> datetime | None:
    """A moment that Zoho gave, in UTC; ``None`` if it is none."""
    try:
        read = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return read.astimezone(UTC) if read.tzinfo else None


def day(value: object) -> date | None:
    """A date that Zoho gave; ``None`` if it is none."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def duration(seconds: float) -> str:
    """``mm:ss``; minutes may pass 59."""
    whole = max(0, round(seconds))
    return f"{whole // 60:02d}:{whole % 60:02d}"


def is_plain(value: str) -> bool:
    """Whether a text may stand in a query."""
    return PLAIN.fullmatch(value) is not None


def listed(values: Sequence[str]) -> Iterator[str]:
    """Plain texts as lists for ``in (…)``, as many as a query takes each."""
    for part in portions(values, IN_LIST):
        yield ", ".join(f"'{value}'" for value in part)


def portions(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The values in order, ``size`` at a time."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def read_value(field: CrmField, value: object) -> FieldValue:
    """A present value as ours. Raises ``UnexpectedPayload``."""
    if value is None or value == "":
        return None
    if field.kind is not FieldKind.NUMBER:
        return str(value)[:10] if field.kind is FieldKind.DATE else str(value)
    try:
        return float(str(value))
    except ValueError as error:
        raise UnexpectedPayload(SLUG, f"{field.name} is not a number") from error


def written(values: Iterable[tuple[str, FieldValue]], fields: Sequence[CrmField]) -> dict[str, Any]:
    """The values of known fields, as they are sent; nothing else."""
    known = {field.name for field in fields}
    return {name: value for name, value in values if name in known}
