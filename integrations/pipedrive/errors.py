"""What a Pipedrive error means for us: ``{success: false, error, error_info?, code?}``."""

import re
from collections.abc import Mapping
from typing import Any

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    RateLimited,
    SetupRejected,
    UnexpectedPayload,
    WriteRefused,
)
from integrations.http import Answer

SLUG = "pipedrive"
BURST_S = 2.0
"""The window in which requests are counted."""
DAILY_S = 3600.0
"""After the company's tokens of the day are used up. They come back at the start of the next
day, or when somebody buys more: so it is worth a look every hour."""
BLOCKED_S = 600.0
"""After Pipedrive's shield answered, because we went on asking. How long it lasts is not
documented."""
LONGEST_S = 60.0
CODE = re.compile(r"[A-Za-z][A-Za-z_]{2,60}")
FIELD_CODE = re.compile(r"(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])")
"""Pipedrive's own name of a custom field."""
PROVISION = "Run `reploop crm provision`"


class NotAllowed(SetupRejected):
    """The user of the token, or the scopes of the app, do not reach so far."""


class Refused(WriteRefused):
    """A request that Pipedrive found wrong; ``field_codes`` are the fields that it named."""

    def __init__(self, detail: str, field_codes: tuple[str, ...]) -> None:
        super().__init__(SLUG, detail)
        self.field_codes = field_codes


def error_of(answer: Answer) -> IntegrationError | None:
    """The error to raise for an answer; ``None`` for 2xx.

    Messages can quote values, so only codes and the names of fields go into the detail.
    """
    error = answer.error()
    match answer.status:
        case 429:
            error = RateLimited(SLUG, wait_s(answer.headers))
        case 401:
            error = CredentialsRejected(SLUG, "the token is not accepted: reconnect Pipedrive")
        case 402:
            error = SetupRejected(SLUG, "HTTP 402: the Pipedrive account is not paid or closed")
        case 403:
            error = _forbidden(answer)
        case 400 | 409 | 422:
            error = _refused(answer.status, _content(answer) or {})
    return error


def wait_s(headers: Mapping[str, str]) -> float:
    """Seconds to wait after a 429: an hour for the day's tokens, else the short window."""
    if headers.get("x-daily-ratelimit-token-remaining", "").strip().startswith(("0", "-")):
        return DAILY_S
    for name in ("x-ratelimit-reset", "retry-after"):
        asked = seconds(headers.get(name, ""))
        if asked is not None:
            return min(max(asked, BURST_S), LONGEST_S)
    return BURST_S


def seconds(written: str) -> float | None:
    """A header's number of seconds, if it is one of five digits at most."""
    text = written.strip()
    usable = text.isascii() and text.replace(".", "", 1).isdigit() and len(text) <= 5
    return float(text) if usable else None


def _forbidden(answer: Answer) -> IntegrationError:
    content = _content(answer)
    if content is None:  # a page of the shield in front of the API: we asked too insistently
        return RateLimited(SLUG, BLOCKED_S)
    code = _code(content)
    if code.startswith("feature_capping"):
        return Refused(f"{code}: the plan's limit is reached. Remove unused fields or upgrade", ())
    named = f" ({code})" if code else ""
    return NotAllowed(
        SLUG, f"HTTP 403{named}: the token's user or the app's scopes do not allow it"
    )


def _refused(status: int, content: Mapping[str, Any]) -> IntegrationError:
    fields = tuple(FIELD_CODE.findall(str(content.get("error"))[:5000]))
    code = _code(content) or f"HTTP {status}"
    return Refused(f"the request: {code}", tuple(dict.fromkeys(fields)))


def _content(answer: Answer) -> Mapping[str, Any] | None:
    try:
        found = answer.json()
    except UnexpectedPayload:
        return None
    return found if isinstance(found, dict) else None


def _code(content: Mapping[str, Any]) -> str:
    value = content.get("code")
    return value if isinstance(value, str) and CODE.fullmatch(value) else ""
