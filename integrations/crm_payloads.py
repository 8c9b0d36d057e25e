"""What CRMs' webhooks have in common: read strictly, proven in constant time."""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from domain.crm import FieldValue
from domain.crm_news import MAX_VALUE
from domain.errors import UnexpectedPayload
from integrations.untrusted_json import parse_json

_ID = re.compile(r"[0-9]{1,20}", re.ASCII)
_NAME = re.compile(r"[\w.:-]{1,128}", re.ASCII)
SECONDS_BELOW = 10**11
"""Numbers below are seconds since 1970 (until the year 5138), those above milliseconds."""


def parsed(slug: str, body: bytes) -> Any:
    """The body as JSON. Raises ``UnexpectedPayload``."""
    try:
        return parse_json(body)
    except (ValueError, RecursionError) as error:
        raise UnexpectedPayload(slug, "the body is not JSON that we read") from error


def as_object(slug: str, value: object, what: str) -> Mapping[str, Any]:
    """A JSON object. Raises ``UnexpectedPayload``."""
    if not isinstance(value, dict):
        raise UnexpectedPayload(slug, f"{what} is missing or not an object")
    return value


def record_id(slug: str, value: object, what: str = "the id") -> str:
    """An id of a record: digits, as a number or as text. Raises ``UnexpectedPayload``."""
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if not _ID.fullmatch(text):
        raise UnexpectedPayload(slug, f"{what} is missing or no id")
    return text


def name_of(slug: str, value: object, what: str) -> str:
    """A plain name, such as one of a field or an event. Raises ``UnexpectedPayload``."""
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise UnexpectedPayload(slug, f"{what} is missing or no name")
    return value


def plain_value(slug: str, value: object) -> FieldValue:
    """Text, a number, or nothing. Raises ``UnexpectedPayload``."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise UnexpectedPayload(slug, "a value is neither text nor a number")
    if isinstance(value, str):
        if len(value) > MAX_VALUE:
            raise UnexpectedPayload(slug, "a value is longer than any field holds")
        return value.replace("\x00", "") or None
    if not abs(value) < 1e300:
        raise UnexpectedPayload(slug, "a number is beyond all bounds")
    return float(value)


def moment_at(slug: str, value: object) -> datetime:
    """A moment: ISO 8601 or as mails write it, or a number since 1970. Aware UTC.

    Raises ``UnexpectedPayload``.
    """
    try:
        return _moment(value)
    except (ValueError, TypeError, IndexError, OverflowError, OSError) as error:
        raise UnexpectedPayload(slug, "a moment is missing or cannot be read") from error


def _moment(value: object) -> datetime:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError("no moment")
    if isinstance(value, str) and not (value.isascii() and value.isdigit()):
        return _in_words(value)
    if isinstance(value, str) and len(value) > 17:
        raise ValueError("no moment")
    number = float(value)
    return datetime.fromtimestamp(number if number < SECONDS_BELOW else number / 1000, UTC)


def _in_words(value: str) -> datetime:
    if len(value) > 64:
        raise ValueError("no moment")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = parsedate_to_datetime(value)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def is_secret(expected: str, sent: str | None) -> bool:
    """Whether a header (as the web room decodes it) holds this secret; in constant time."""
    if not expected or not sent:
        return False
    wanted = hashlib.sha256(expected.encode()).digest()
    given = hashlib.sha256(sent.encode("latin-1", "replace")).digest()
    return hmac.compare_digest(wanted, given)


def content_key(value: object) -> str:
    """The same for the same content, however it was laid out."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
