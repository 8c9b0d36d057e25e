"""Column types that hold the same on SQLite and PostgreSQL.

Text from calls is hostile: PostgreSQL refuses NUL characters, and no encoder takes lone
surrogates, so both are taken out on the way in. The same happens to whatever is looked
up, so that a scrubbed key is still found.
"""

import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def scrubbed(value: Any) -> Any:
    """``value`` without NUL and lone surrogates in any text of it, however deep."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("", value)
    if isinstance(value, dict):
        return {scrubbed(key): scrubbed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [scrubbed(item) for item in value]
    return value


class CleanText(TypeDecorator[str]):
    """Text of any length that both databases can hold."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Scrub on the way in."""
        del dialect
        return None if value is None else _UNSTORABLE.sub("", value)


class CleanJson(TypeDecorator[Any]):
    """JSON, kept as the text it was written as: nothing in SQL looks inside.

    PostgreSQL gets ``json`` rather than ``jsonb``, which would rewrite numbers.
    """

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Scrub on the way in."""
        del dialect
        return scrubbed(value)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept and given back in UTC with microseconds.

    Raises ``ValueError`` for a naive one: nobody knows which moment it means.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite keeps it without the zone, as text that sorts."""
        del dialect
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"a moment without a time zone cannot be stored: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back to an aware moment in UTC, whatever zone the session shows."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
