"""What a Salesforce error means for us. REST errors are arrays; OAuth's are objects."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.crm import RowResult, RowState, unsure
from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)

SLUG = "salesforce"
DAILY_LIMIT_WAIT_S = 900.0
"""The daily quota is a rolling 24 hours: a little comes back all the time."""
CONCURRENT_LIMIT_WAIT_S = 60.0
LOCK_WAIT_S = 10.0
"""Salesforce itself waits 10 s for a row that somebody else's transaction holds."""

GONE = frozenset({"ENTITY_IS_DELETED", "NOT_FOUND", "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID"})
BUSY = frozenset({"UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE", "UNKNOWN_EXCEPTION"})
EXPIRED = frozenset({"INVALID_QUERY_LOCATOR"})
"""Pages of a query are kept for two days; after that it has to be begun again."""
SIGN_IN = frozenset(
    {"INVALID_SESSION_ID", "INVALID_AUTH_HEADER", "API_CURRENTLY_DISABLED", "API_DISABLED_FOR_ORG"}
)
REMEDIES = {
    "INVALID_FIELD": "Run `reploop crm provision`: the field is missing or hidden from us",
    "INVALID_TYPE": "Deploy integrations/salesforce/package, then run `reploop crm provision`",
    "INVALID_FIELD_FOR_INSERT_UPDATE": "Run `reploop crm provision`: the field is read-only for us",
    "INSUFFICIENT_ACCESS_OR_READONLY": "Give Reploop's user edit access to the record",
    "INSUFFICIENT_ACCESS": "Give Reploop's user the permission named in the setup guide",
    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY": "Give Reploop's user access to the record",
    "STRING_TOO_LONG": "Make the field longer in Salesforce",
    "NUMBER_OUTSIDE_VALID_RANGE": "Give the field at least 3 digits before the decimal point",
    "FIELD_CUSTOM_VALIDATION_EXCEPTION": "Change the validation rule or exempt Reploop's user",
    "CANNOT_EXECUTE_FLOW_TRIGGER": "Mend the flow that runs on opportunities",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY": "Mend the Apex trigger that runs on opportunities",
    "TRANSFER_REQUIRES_READ": "Give the rep the permission set Reploop_Reader of the package",
    "INACTIVE_OWNER_OR_USER": "Give the record to somebody who is active",
    "REQUIRED_FIELD_MISSING": "Fill the required field, or make it required on the layout only",
}
MISSING_COLUMN = re.compile(r"No such column '([A-Za-z0-9_.]{1,80})'")
API_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.]{0,79}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One entry of an error array."""

    code: str
    message: str
    fields: tuple[str, ...]

    @property
    def named_fields(self) -> tuple[str, ...]:
        """API names the error is about, from its list or its message."""
        return self.fields or tuple(MISSING_COLUMN.findall(self.message))


def faults_of(content: object) -> tuple[Fault, ...]:
    """Read an error array; also one row's ``errors`` of a collection (``statusCode``)."""
    entries = content if isinstance(content, list) else [content]
    return tuple(_fault(entry) for entry in entries if isinstance(entry, dict))


def _fault(entry: dict[str, Any]) -> Fault:
    fields = entry.get("fields")
    names = fields if isinstance(fields, list) else ()
    return Fault(
        str(entry.get("errorCode") or entry.get("statusCode") or "")[:80],
        str(entry.get("message") or "")[:300],
        tuple(n for n in names if isinstance(n, str) and API_NAME.fullmatch(n)),
    )


def error_of(status: int, content: object) -> IntegrationError:
    """The error to raise for an answer of ``status`` with this parsed body.

    Vendor messages can quote values, so only codes and field names go into the detail.
    """
    faults = faults_of(content)
    codes = {fault.code for fault in faults}
    if status == 429 or "REQUEST_LIMIT_EXCEEDED" in codes:
        concurrent = any("concurrent" in fault.message.lower() for fault in faults)
        return RateLimited(SLUG, CONCURRENT_LIMIT_WAIT_S if concurrent else DAILY_LIMIT_WAIT_S)
    if status >= 500 or codes & BUSY:
        return VendorUnavailable(SLUG, f"HTTP {status} {' '.join(sorted(codes))}".rstrip())
    if status == 401 or codes & SIGN_IN:
        named = " ".join(sorted(codes & SIGN_IN)) or "HTTP 401"
        return CredentialsRejected(SLUG, f"{named}: reconnect Salesforce")
    if codes & GONE or (status == 404 and codes <= {""}):
        return NotFoundAtVendor(SLUG, f"{' '.join(sorted(codes & GONE)) or 'HTTP 404'}")
    refused = codes & set(REMEDIES) or (faults and status in (400, 403))
    if refused and not codes & EXPIRED:
        return WriteRefused(SLUG, refusal(faults))
    return UnexpectedPayload(SLUG, f"HTTP {status} {' '.join(sorted(codes))}".rstrip())


def refusal(faults: Sequence[Fault]) -> str:
    """Which fields were refused, under which code, and the remedy; no values."""
    parts = []
    for fault in faults:
        fields = ", ".join(fault.named_fields) or "the request"
        remedy = REMEDIES.get(fault.code, "See the code in Salesforce's list of status codes")
        parts.append(f"{fields}: {fault.code}. {remedy}")
    return "; ".join(parts)


def row_result(status: int, content: object) -> RowResult:
    """What became of one record of a batch, from its own status and error array."""
    if status < 300:
        return RowResult(RowState.DONE)
    if status == 412:
        return RowResult(RowState.STALE, "changed since it was read")
    match error_of(status, content):
        case NotFoundAtVendor() as error:
            return RowResult(RowState.GONE, error.detail)
        case (RateLimited() | VendorUnavailable()) as error:
            return unsure(error, LOCK_WAIT_S)
        case error:
            return RowResult(RowState.REFUSED, error.detail)
