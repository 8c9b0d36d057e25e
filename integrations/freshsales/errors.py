"""What a Freshsales error means for us: ``{errors: {code, message: […]}}`` or ``{login}``."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    Permanent,
    RateLimited,
    WriteRefused,
)
from integrations.http import Answer, retry_after_s

SLUG = "freshsales"
WAIT_S = 300.0
"""After a 429 without Retry-After, which Freshsales does not document. Its limits count by
the minute and by the hour; five minutes end the first and are patient with the second."""
MISSING = "there is no such field for us. Run `reploop crm provision` for the steps to make it"
CHECK = "Check the field's type and rules in Admin Settings > Deals"


def error_of(answer: Answer, sent: Collection[str] = ()) -> IntegrationError | None:
    """The error to raise for an answer, ``None`` for a good one; ``sent`` are field names.

    Messages can quote values: of them, only names that we sent go into the detail.
    """
    content = _content(answer)
    status = answer.status
    if status == 401 or content.get("login") == "failed":
        return CredentialsRejected(SLUG, "the API key is not accepted: reconnect Freshsales")
    if status == 403:
        return CredentialsRejected(SLUG, "the user of the API key may not do this (403)")
    if status == 429:
        told = "retry-after" in answer.headers
        return RateLimited(SLUG, retry_after_s(answer.headers) if told else WAIT_S)
    if status in (400, 422):
        return WriteRefused(SLUG, _refusal(status, _messages(content), sent))
    error = answer.error()
    if type(error) is Permanent and 300 <= status < 400:
        return Permanent(SLUG, f"answered with a redirect ({status}): check the address")
    return error


def _refusal(status: int, messages: str, sent: Collection[str]) -> str:
    named = [name for name in sent if name in messages]
    return f"{', '.join(named) or 'the request'}: refused ({status}). {CHECK}"


def _messages(content: Mapping[str, Any]) -> str:
    errors = content.get("errors")
    listed = errors.get("message") if isinstance(errors, dict) else errors
    return str(listed)[:5000]


def _content(answer: Answer) -> Mapping[str, Any]:
    if 200 <= answer.status < 300 and b'"login"' not in answer.body[:200]:
        return {}
    try:
        content = json.loads(answer.body)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}
