"""An error of the ``openai`` package as one of ours; never holds text of the request."""

import openai

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    Permanent,
    RateLimited,
    VendorUnavailable,
)
from integrations.http import retry_after_s
from integrations.openai.completion import VENDOR

DEFAULT_RETRY_AFTER_S = 20.0
MAX_RETRY_AFTER_S = 3600.0
OPTIONAL = ("reasoning_effort", "store", "prompt_cache_key", "service_tier")
"""Parameters of ours that a server may refuse; no other word of a server is repeated."""


def translated(error: openai.OpenAIError) -> IntegrationError:
    """What to do next: later, never again, or a person has to mend something first."""
    if isinstance(error, openai.RateLimitError):
        if error.code == "insufficient_quota":
            return CredentialsRejected(VENDOR, "the account's quota is used up")
        return RateLimited(VENDOR, _wait_s(error))
    if isinstance(error, openai.APIStatusError):
        if error.status_code == 400 and error.param in OPTIONAL:
            return Permanent(VENDOR, f"the server does not take '{error.param}': unset it")
        return _of_status(error.status_code)
    return VendorUnavailable(VENDOR, f"the connection failed ({type(error).__name__})")


def _of_status(status: int) -> IntegrationError:
    detail = f"status {status}"
    if status in (401, 403):
        return CredentialsRejected(VENDOR, detail)
    if status == 408 or status >= 500:
        return VendorUnavailable(VENDOR, detail)
    return Permanent(VENDOR, detail)


def _wait_s(error: openai.RateLimitError) -> float:
    """The server's own wish, as seconds or as a date; at most an hour."""
    headers = {name.lower(): value for name, value in error.response.headers.items()}
    if "retry-after" not in headers:
        return DEFAULT_RETRY_AFTER_S
    return min(retry_after_s(headers), MAX_RETRY_AFTER_S)
