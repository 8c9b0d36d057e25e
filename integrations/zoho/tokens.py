"""Access tokens by refresh token: kept, and renewed once for all threads.

Zoho gives ten access tokens for a refresh token in ten minutes, each good for an hour. Its
accounts server says most errors with status 200.
"""

import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from domain.errors import CredentialsRejected, RateLimited, UnexpectedPayload
from integrations.http import HttpClient
from integrations.zoho.errors import SLUG
from integrations.zoho.settings import ZohoSettings

RENEW_BEFORE_S = 120.0
TOO_MANY_S = 600.0
API_HOSTS = frozenset(
    f"{kind}.zohoapis.{domain}"
    for kind in ("www", "sandbox", "developer")
    for domain in ("com", "eu", "in", "com.au", "jp", "com.cn", "sa", "ca")
)


@dataclass(frozen=True, slots=True)
class Token:
    """An access token, and where it is good."""

    value: str
    api_url: str
    renew_at: float
    """On the monotonic clock."""


class Tokens:
    """The one access token at a time. Safe to use from several threads."""

    def __init__(self, settings: ZohoSettings) -> None:
        self._settings = settings
        self._http = HttpClient(SLUG, settings.accounts_url, timeout_s=settings.timeout_s)
        self._lock = threading.Lock()
        self._token: Token | None = None

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def token(self, refused: Token | None = None) -> Token:
        """The present token; a new one if it ends soon or is the ``refused`` one.

        Raises ``CredentialsRejected``, ``RateLimited`` and ``VendorUnavailable``.
        """
        with self._lock:
            present = self._token
            ends = present is None or time.monotonic() >= present.renew_at
            if present is None or ends or present is refused:
                present = self._token = self._new()
            return present

    def _new(self) -> Token:
        answer = self._http.send(
            "POST",
            "/oauth/v2/token",
            data={
                "grant_type": "refresh_token",
                "client_id": self._settings.client_id,
                "client_secret": self._settings.client_secret,
                "refresh_token": self._settings.refresh_token,
            },
        )
        error = answer.error()
        if error is not None and answer.status not in (400, 401, 403):
            raise error
        found = answer.json()
        if not isinstance(found, dict):
            raise UnexpectedPayload(SLUG, "the token answer is not an object")
        if "error" in found:
            _raise_for(found["error"])
        if error is not None:
            raise CredentialsRejected(SLUG, "the accounts server refuses the client")
        return self._read(found)

    def _read(self, found: dict[str, Any]) -> Token:
        value, api_url = found.get("access_token"), found.get("api_domain")
        if not isinstance(value, str) or not isinstance(api_url, str) or not value:
            raise UnexpectedPayload(SLUG, "the token answer has no access_token or api_domain")
        if not self._is_zoho(api_url):
            raise UnexpectedPayload(SLUG, "the token is for an address that is not Zoho's")
        lasts = found.get("expires_in")
        lasts_s = float(lasts) if isinstance(lasts, int | float) else 3600.0
        renew_at = time.monotonic() + max(0.0, lasts_s - RENEW_BEFORE_S)
        return Token(value, api_url.rstrip("/"), renew_at)

    def _is_zoho(self, api_url: str) -> bool:
        """Whether our token may go there: Zoho's hosts, or where the accounts server is ours."""
        there, accounts = urlsplit(api_url), urlsplit(self._settings.accounts_url)
        if there.scheme == "https" and there.netloc in API_HOSTS:
            return True
        return (there.scheme, there.netloc) == (accounts.scheme, accounts.netloc)


def _raise_for(error: object) -> None:
    if str(error).lower() in ("access denied", "access_denied"):  # too many tokens at a time
        raise RateLimited(SLUG, TOO_MANY_S)
    detail = "the refresh token or the client is not accepted: reconnect Zoho CRM"
    raise CredentialsRejected(SLUG, detail)
