"""An error of the ``openai`` package as one of ours; never holds text of the request."""

import openai

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    Permanent,
    RateLimited,
    SetupRejected,
    VendorUnavailable,
)
from integrations.http import retry_after_s
from integrations.openai.completion import VENDOR

DEFAULT_RETRY_AFTER_S = 20.0
MAX_RETRY_AFTER_S = 3600.0
SETTING_OF = {
    "model": "MODEL",
    "response_format": "MODEL: it has to know JSON schemas",
    "max_completion_tokens": "THINKING_TOKENS: the room for an answer may be too large",
    "reasoning_effort": "REASONING_EFFORT",
    "store": "OWN_PARAMETERS",
    "prompt_cache_key": "OWN_PARAMETERS",
    "service_tier": "SERVICE_TIER",
}
"""Parameters of ours that no call changes; no other word of a server is repeated."""
ABOUT_THE_CALL = frozenset({400, 413, 422})
"""Statuses that say what was asked cannot be answered; other calls may be."""
LATER = frozenset({408, 409})


def translated(error: openai.OpenAIError) -> IntegrationError:
    """What to do next: later, never again, or a person has to mend something first."""
    if isinstance(error, openai.APIStatusError):
        if "insufficient_quota" in (error.code, error.type):
            return CredentialsRejected(VENDOR, "the account's quota is used up")
        if error.status_code == 400 and error.param in SETTING_OF:
            remedy = f"change REPLOOP_OPENAI_{SETTING_OF[error.param]}"
            return SetupRejected(VENDOR, f"the server does not take '{error.param}': {remedy}")
        if isinstance(error, openai.RateLimitError):
            return RateLimited(VENDOR, _wait_s(error))
        return _of_status(error.status_code)
    return VendorUnavailable(VENDOR, f"the connection failed ({type(error).__name__})")


def _of_status(status: int) -> IntegrationError:
    """What refuses every call alike (a wrong address, a retired model) waits for a person."""
    detail = f"status {status}"
    if status in LATER or status >= 500:
        return VendorUnavailable(VENDOR, detail)
    if status in ABOUT_THE_CALL:
        return Permanent(VENDOR, detail)
    if status in (401, 403):
        return CredentialsRejected(VENDOR, detail)
    return SetupRejected(VENDOR, _REMEDIES.get(status, f"{detail}: check REPLOOP_OPENAI_BASE_URL"))


_REMEDIES = {
    402: "status 402: the account has to be paid",
    404: "status 404: check REPLOOP_OPENAI_MODEL, which may be retired, or REPLOOP_OPENAI_BASE_URL",
}


def _wait_s(error: openai.RateLimitError) -> float:
    """The server's own wish, as seconds or as a date; at most an hour."""
    headers = {name.lower(): value for name, value in error.response.headers.items()}
    if "retry-after" not in headers:
        return DEFAULT_RETRY_AFTER_S
    return min(retry_after_s(headers), MAX_RETRY_AFTER_S)
