"""The version of a record that was read, and the condition under which a write may follow.

Salesforce refuses a PATCH with ``If-Unmodified-Since`` (412) when the record was modified
after that moment, but it counts in whole seconds: of a record that was modified in the very
second in which it was read, a second edit of that second would pass unseen. So a version is
given out only where the read certainly began in a later second than the last modification,
by the server's own clock. Before that the version says so, and every write with it is stale.
"""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

from domain.errors import UnexpectedPayload
from integrations.salesforce.token import SLUG

UNSETTLED = "unsettled"
SETTLED_AFTER_S = 3.0
"""The second of the edit itself, and two for servers whose clocks differ a little."""


def answered_from(date_header: str | None, elapsed: timedelta) -> datetime | None:
    """The earliest moment, by the server's clock, at which a request can have been handled.

    The answer was dated when it was made; the request was sent ``elapsed`` before it came.
    """
    if date_header is None:
        return None
    try:
        return parsedate_to_datetime(date_header).astimezone(UTC) - elapsed
    except ValueError:
        return None


def version_of(modified_at: datetime, handled_from: datetime) -> str:
    """The version of a record that was last modified at ``modified_at``."""
    whole = modified_at.replace(microsecond=0)
    if modified_at.microsecond:
        whole += timedelta(seconds=1)  # the header has no fractions; never refuse what we saw
    if handled_from - whole < timedelta(seconds=SETTLED_AFTER_S):
        return UNSETTLED
    return format_datetime(whole, usegmt=True)


def condition(version: str) -> str | None:
    """The value of ``If-Unmodified-Since``; ``None`` for a version that guards nothing."""
    try:
        moment = parsedate_to_datetime(version)
    except ValueError:
        return None
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def moment(value: object) -> datetime | None:
    """Salesforce writes ``2026-01-05T08:15:00.000+0000``. Raises ``UnexpectedPayload``."""
    if value is None:
        return None
    try:
        return datetime.fromisoformat(str(value)).astimezone(UTC)
    except ValueError as error:
        raise UnexpectedPayload(SLUG, "a moment that is not ISO 8601") from error
