"""What a HubSpot error means for us: ``{status, message, category, errors?}``."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)

SLUG = "hubspot"
WAITS_S = {"SECONDLY": 1.0, "TEN_SECONDLY_ROLLING": 10.0, "DAILY": 3600.0}
"""By ``policyName``, where no Retry-After says better. The daily count restarts at midnight."""
REMEDIES = {
    "PROPERTY_DOESNT_EXIST": "Run `reploop crm provision`: the property is missing",
    "READ_ONLY_VALUE": "Make the property editable, or map another one in config/crm_fields.yaml",
    "INVALID_LONG": "The property is not a number: map another one in config/crm_fields.yaml",
    "INVALID_INTEGER": "The property is not a number: map another one in config/crm_fields.yaml",
    "INVALID_DATE": "The property is not a date: map another one in config/crm_fields.yaml",
    "INVALID_OPTION": "The property is a list of options: map another one",
    "VALUE_OVER_MAX_LENGTH": "Shorten the text, or map a longer property",
}
OF_ALL_ROWS = frozenset({"PROPERTY_DOESNT_EXIST", "READ_ONLY_VALUE"})
"""Codes that hold for every row with the property, whatever its value."""
CONFLICT = "CONFLICT"
CODE = re.compile(r"[A-Z][A-Z_]{2,60}")
PROPERTY_NAME = re.compile(r"[a-z][a-z0-9_]{0,99}")
NAMED = re.compile(r'\\?"name\\?":\\?"([a-z][a-z0-9_]{0,99})\\?"')
NAMED_CODE = re.compile(r'\\?"error\\?":\\?"([A-Z][A-Z_]{2,60})\\?"')


class TokenRefused(CredentialsRejected):
    """The access token is not accepted (any more)."""


class RowsRefused(WriteRefused):
    """A request was refused; says as much as HubSpot does of which rows and properties."""

    def __init__(self, detail: str, rows: frozenset[str], codes: Mapping[str, str]) -> None:
        super().__init__(SLUG, detail)
        self.rows = rows
        self.codes = codes
        """By property name."""

    @property
    def conflict(self) -> bool:
        """Whether something is there already."""
        return self.detail.startswith(CONFLICT)


def error_of(status: int, body: object, headers: Mapping[str, str]) -> IntegrationError:
    """The error to raise for an answer of ``status`` with this parsed body.

    Vendor messages can quote values, so only categories, codes and property names go
    into the detail.
    """
    content = body if isinstance(body, dict) else {}
    category = _word(content.get("category"))
    match status:
        case 429:
            error: IntegrationError = RateLimited(SLUG, wait_s(content, headers))
        case 401:
            error = TokenRefused(SLUG, "the token is not accepted: reconnect HubSpot")
        case 403:
            error = CredentialsRejected(SLUG, f"{category or 'HTTP 403'}{_scopes(content)}")
        case 404:
            error = NotFoundAtVendor(SLUG, category or "HTTP 404")
        case 409:
            error = RowsRefused(f"{CONFLICT}: it exists already", rows_of(content), {})
        case 400 if category:
            codes = dict(_refused_properties(content))
            error = RowsRefused(refusal(content), rows_of(content), codes)
        case _ if status >= 500 or status in (408, 423):
            error = VendorUnavailable(SLUG, f"HTTP {status}")
        case _:
            error = UnexpectedPayload(SLUG, f"HTTP {status} {category}".rstrip())
    return error


def wait_s(content: Mapping[str, Any], headers: Mapping[str, str]) -> float:
    """Seconds to wait after a 429: the header's, else by the limit that was hit."""
    asked = headers.get("Retry-After", "")
    if asked.isascii() and asked.isdigit() and len(asked) <= 5:
        return float(asked)
    return WAITS_S.get(str(content.get("policyName")), WAITS_S["TEN_SECONDLY_ROLLING"])


def refusal(content: Mapping[str, Any]) -> str:
    """Which properties were refused, under which code, and the remedy; no values."""
    if content.get("category") == CONFLICT:
        return f"{CONFLICT}: it exists already"
    parts = list(_refused_properties(content))
    if not parts:
        return f"the request: {_word(content.get('category'))}. See HubSpot's log of the app"
    return "; ".join(
        f"{name}: {code}. {REMEDIES.get(code, 'Check the property in HubSpot')}"
        for name, code in parts
    )


def rows_of(content: Mapping[str, Any]) -> frozenset[str]:
    """Trace ids and record ids that an error names."""
    found: set[str] = set()
    listed = content.get("errors")
    for entry in (content, *(listed if isinstance(listed, list) else ())):
        context = entry.get("context") if isinstance(entry, dict) else None
        for key in ("objectWriteTraceId", "ids", "id"):
            named = context.get(key) if isinstance(context, dict) else None
            found |= {str(each) for each in named} if isinstance(named, list) else set()
    return frozenset(found)


def _refused_properties(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    listed = content.get("errors")
    for entry in listed if isinstance(listed, list) else ():
        context = entry.get("context") if isinstance(entry, dict) else None
        names = context.get("propertyName") if isinstance(context, dict) else None
        for name in names if isinstance(names, list) else ():
            if isinstance(name, str) and PROPERTY_NAME.fullmatch(name):
                yield name, _word(entry.get("code")) or "VALIDATION_ERROR"
    if not listed:  # older answers carry the list as JSON inside the message
        message = str(content.get("message", ""))[:5000]
        yield from zip(NAMED.findall(message), NAMED_CODE.findall(message), strict=False)


def _scopes(content: Mapping[str, Any]) -> str:
    """Names of the scopes that are missing, where the answer says so."""
    names: list[str] = []
    for entry in content.get("errors") or ():
        context = entry.get("context") if isinstance(entry, dict) else None
        granular = context.get("requiredGranularScopes") if isinstance(context, dict) else None
        names += [n for n in granular or () if re.fullmatch(r"[a-z._-]{3,60}", str(n))]
    return f": add the scopes {', '.join(names)}" if names else ": check the app's scopes"


def _word(value: object) -> str:
    return value if isinstance(value, str) and CODE.fullmatch(value) else ""
