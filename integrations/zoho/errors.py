"""What Zoho's answers mean for us: ``{code, message, details, status}``, whole or by row.

Messages can quote values, so only codes, API names of fields and our own words are kept.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from domain.crm import RowResult, RowState
from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
    SetupRejected,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)

SLUG = "zoho"
BUSY_S = 10.0
"""After too many requests at once, where the answer names no time."""
SPENT_S = 3600.0
"""After the credits of the last 24 hours are spent: they come back hour by hour."""
LOST_S = 30.0
"""Before a record is read again whose write went unanswered."""


class Stale(WriteRefused):
    """A whole request was refused because a record changed since it was read."""


REMEDIES = {
    "INVALID_DATA": "Check the field's type and length in Zoho",
    "INVALID_QUERY": "Run `reploop crm provision`: a field is missing or hidden",
    "MANDATORY_NOT_FOUND": "A field is mandatory in Zoho that Reploop does not fill",
    "DUPLICATE_DATA": "Another record or field has this value",
    "RECORD_LOCKED": "The record is locked in Zoho: unlock it",
    "RECORD_IN_BLUEPRINT": "The record is held by a blueprint: finish its transition",
    "NOT_APPROVED": "The record waits for approval in Zoho",
    "LIMIT_EXCEEDED": "A limit of the edition is reached: remove fields, or map existing ones",
    "NOT_SUPPORTED": "The edition does not have it",
    "INVALID_MODULE": "The module is missing or hidden: check its API name",
}
BY_STATUS: Mapping[int, tuple[type[IntegrationError], str]] = {
    401: (CredentialsRejected, ": the token is not accepted, reconnect Zoho CRM"),
    403: (SetupRejected, ": check the profile of our user in Zoho CRM"),
    404: (NotFoundAtVendor, ""),
    408: (VendorUnavailable, ""),
    412: (Stale, ": a record changed since it was read"),
}
GONE = frozenset({"NOT_FOUND", "NO_RECORDS_FOUND", "RECORD_NOT_FOUND"})
CODE = re.compile(r"[A-Z][A-Z_]{2,60}")
API_NAME = re.compile(r"[A-Za-z$][A-Za-z0-9_$]{0,99}")


def error_of(status: int, body: object, headers: Mapping[str, str]) -> IntegrationError:
    """The error to raise for an answer of ``status`` that carries no rows."""
    content = body if isinstance(body, dict) else {}
    code = word(content.get("code"))
    if status == 429:
        return RateLimited(SLUG, wait_s(headers))
    if status == 400 and code:
        return WriteRefused(SLUG, refusal(content))
    if code == "OAUTH_SCOPE_MISMATCH":
        return SetupRejected(SLUG, f"{code}: the refresh token lacks a scope; make a new one")
    said = f"HTTP {status} {code}".rstrip()
    kind, advice = BY_STATUS.get(status, (UnexpectedPayload, ""))
    return (VendorUnavailable if status >= 500 else kind)(SLUG, said + advice)


def wait_s(headers: Mapping[str, str]) -> float:
    """Seconds to wait after a 429: too much at once, or the day's credits spent."""
    asked = headers.get("retry-after", "")
    if asked.isascii() and asked.isdigit() and len(asked) <= 5:
        return float(asked)
    return SPENT_S if headers.get("x-api-credits-remaining") == "0" else BUSY_S


def row_result(item: object) -> RowResult:
    """What became of one record of a batch."""
    content = item if isinstance(item, dict) else {}
    details = content.get("details")
    details = details if isinstance(details, dict) else {}
    code = word(content.get("code"))
    match code:
        case "SUCCESS":
            result = RowResult(RowState.DONE, id=text_id(details.get("id")))
        case "ALREADY_MODIFIED":
            result = RowResult(RowState.STALE, "changed since it was read")
        case _ if code in GONE or _names_the_record(code, details):
            result = RowResult(RowState.GONE, "there is no such record")
        case "INTERNAL_ERROR" | "":
            result = RowResult(RowState.UNSURE, "Zoho could not say", after_s=LOST_S)
        case _:
            result = RowResult(RowState.REFUSED, refusal(content))
    return result


def _names_the_record(code: str, details: Mapping[str, Any]) -> bool:
    """Whether it is the id itself that is invalid: the record was deleted."""
    about_id = details.get("api_name") == "id" or ("id" in details and "api_name" not in details)
    return code == "INVALID_DATA" and about_id


def refusal(content: Mapping[str, Any]) -> str:
    """Which field was refused, under which code, and the remedy; no values."""
    return "; ".join(
        f"{name + ': ' if name else ''}{code}. {REMEDIES.get(code, 'Look at the record in Zoho')}"
        for name, code in _refused(content)
    )


def _refused(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    details = content.get("details")
    details = details if isinstance(details, dict) else {}
    several = details.get("errors")
    if isinstance(several, list) and several:
        for each in several[:10]:
            if isinstance(each, dict):
                yield from _refused({**each, "details": _without_more(each.get("details"))})
        return
    name = details.get("api_name", details.get("column_name"))
    yield api_name(name), word(content.get("code")) or "REFUSED"


def _without_more(details: object) -> Mapping[str, Any]:
    """Details of one of several errors; errors within errors are not followed."""
    content = details if isinstance(details, dict) else {}
    return {name: value for name, value in content.items() if name != "errors"}


def word(value: object) -> str:
    """A code, or nothing."""
    return value if isinstance(value, str) and CODE.fullmatch(value) else ""


def api_name(value: object) -> str:
    """An API name, or nothing."""
    return value if isinstance(value, str) and API_NAME.fullmatch(value) else ""


def text_id(value: object) -> str:
    """A record's id, or nothing."""
    return value if isinstance(value, str) and value.isascii() and value.isdigit() else ""
