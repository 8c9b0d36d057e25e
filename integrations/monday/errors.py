"""What a monday.com error means for us: ``errors[]{message, path, extensions{code, …}}``.

Most of them come with HTTP 200, and beside data. Messages can quote values and are never
kept; codes are.
"""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

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
from integrations.http import MAX_RETRY_S, retry_after_s

SLUG = "monday"
DAILY_S = 3600.0
"""Seconds to wait when the day's calls are used up, where monday says nothing better: they
come back at midnight UTC, or earlier where an administrator raises the limit."""
MINUTE_S = 60.0
"""Complexity budgets and the calls of a minute come back within one."""
LOCKED_S = 5.0

_TOO_MANY = {
    "complexitybudgetexhausted": MINUTE_S, "complexityexception": MINUTE_S,
    "dailylimitexceeded": DAILY_S, "ratelimitexceeded": MINUTE_S,
    "minutelimitrateexceeded": MINUTE_S, "concurrencylimitexceeded": LOCKED_S,
    "maxconcurrencyexceeded": LOCKED_S, "ipratelimitexceeded": MINUTE_S,
    "fieldlimitexceeded": MINUTE_S, "fieldminuteratelimitexceeded": MINUTE_S,
    "apitemporarilyblocked": MINUTE_S,
}  # fmt: skip
_REJECTED = {
    "userunauthorizedexception", "userunauthorized", "useraccessdenied", "notauthenticated",
    "missingrequiredpermissions", "unauthorizedfieldortype", "unauthorized",
}  # fmt: skip
_MISSING = {"resourcenotfoundexception", "invaliditemidexception", "invalidboardidexception"}
_DOCUMENT = {
    "invalidversionexception", "graphqlvalidationfailed", "graphqlparsefailed", "undefinedfield",
    "jsonparseexception", "missingrequiredarguments", "variablemismatch",
    "argumentliteralsincompatible", "argumentnotaccepted", "badrequest",
}  # fmt: skip
"""Refused before anything of it was done: a version of the API that is not what we write for."""
_BROKEN = {"internalservererror", "servererror", "resourcelocked"}
REMEDIES = {
    "columnvalueexception": "the column does not take the value: check its type and its "
    "validation in monday.com, or map another column in config/crm_fields.yaml",
    "correctedvalueexception": "the column does not take the value: map another column in "
    "config/crm_fields.yaml",
    "invalidcolumnidexception": "a column is missing: run `reploop crm provision`",
    "itemslimitationexception": "the board is full: rename it, and run `reploop crm provision` "
    "for a new one",
    "itemnametoolongexception": "the name is too long",
    "userunauthorizedexception": "the token's user may not edit this item: check the "
    "permissions of the board and its columns",
    "resourcenotfoundexception": "the item, the board or a column is missing: run "
    "`reploop crm provision`",
}  # fmt: skip
_CODE = re.compile(r"[A-Za-z][A-Za-z_ ]{2,60}")
_RESET = re.compile(r"reset in (\d{1,5}) seconds?")


@dataclass(frozen=True, slots=True)
class Problem:
    """One entry of ``errors``."""

    code: str
    """As monday writes it; empty if it gave none that looks like one."""
    row: str = ""
    """The alias that failed; empty for the request as a whole."""
    retry_s: float | None = None

    @property
    def key(self) -> str:
        """The code in small letters alone: monday has several spellings of one."""
        return re.sub(r"[^a-z]", "", self.code.lower())

    @property
    def missing(self) -> bool:
        """Whether it can mean that the record is gone."""
        return self.key in _MISSING

    @property
    def passing(self) -> bool:
        """Whether the same can succeed later."""
        return self.limited or self.key in _BROKEN

    @property
    def limited(self) -> bool:
        """Whether it is a limit of the account."""
        return self.key in _TOO_MANY

    @property
    def wait_s(self) -> float:
        """Seconds to wait at least before another try."""
        given = _TOO_MANY.get(self.key, LOCKED_S) if self.retry_s is None else self.retry_s
        return min(max(0.0, given), MAX_RETRY_S)

    @property
    def remedy(self) -> str:
        """The code with what to do about it."""
        known = REMEDIES.get(self.key, "see monday.com's page on API errors")
        return f"{self.code or 'an error without a code'}: {known}"


def problems_of(body: object) -> tuple[Problem, ...]:
    """The errors in an answer, in the present shape and in the older one."""
    if not isinstance(body, dict):
        return ()
    listed = body.get("errors")
    found = list(_listed(listed if isinstance(listed, list) else []))
    if body.get("error_code"):  # the older shape: one error for all, ``errors`` are texts
        message = str(body.get("error_message", ""))[:500]
        return (Problem(_code(body["error_code"]), retry_s=_wait({}, body, message)),)
    return tuple(found)


def error_of(problem: Problem, headers: Mapping[str, str]) -> IntegrationError:
    """The error to raise for a request that failed as a whole."""
    key, shown = problem.key, problem.code or "an error without a code"
    if problem.limited:
        asked = "retry-after" in headers and problem.retry_s is None
        return RateLimited(SLUG, retry_after_s(headers) if asked else problem.wait_s)
    known: tuple[tuple[Container[str], IntegrationError], ...] = (
        (
            _REJECTED,
            CredentialsRejected(SLUG, f"{shown}: check the token and what its user may see"),
        ),
        (_MISSING, NotFoundAtVendor(SLUG, shown)),
        (_BROKEN, VendorUnavailable(SLUG, shown)),
        (_DOCUMENT, SetupRejected(SLUG, f"{shown}: check REPLOOP_MONDAY_API_VERSION")),
        (REMEDIES, WriteRefused(SLUG, problem.remedy)),
    )
    named = (error for keys, error in known if key in keys)
    return next(named, UnexpectedPayload(SLUG, shown))


def _listed(entries: list[Any]) -> Iterator[Problem]:
    for entry in entries:
        if not isinstance(entry, dict):
            yield Problem("")  # 401 answers hold a bare text
            continue
        extensions = entry.get("extensions")
        given = extensions if isinstance(extensions, dict) else {}
        path = entry.get("path")
        row = path[0] if isinstance(path, list) and path and isinstance(path[0], str) else ""
        wait = _wait(given, entry, str(entry.get("message", ""))[:500])
        code = _code(given.get("code")) or _locked(given)
        yield Problem(code, row, wait)


def _locked(extensions: Mapping[str, Any]) -> str:
    """A board that another change holds is told by its status alone."""
    return "RESOURCE_LOCKED" if extensions.get("status_code") == 423 else ""


def _wait(extensions: Mapping[str, Any], entry: Mapping[str, Any], message: str) -> float | None:
    data = extensions.get("error_data") or entry.get("error_data")
    places = (extensions, entry, data if isinstance(data, dict) else {})
    for place in places:
        seconds = place.get("retry_in_seconds")
        if isinstance(seconds, int | float) and not isinstance(seconds, bool):
            return float(seconds)
    told = _RESET.search(message)
    return float(told.group(1)) if told else None


def _code(value: object) -> str:
    return value if isinstance(value, str) and _CODE.fullmatch(value) else ""
