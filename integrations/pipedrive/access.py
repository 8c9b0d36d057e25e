"""Who we are to Pipedrive: a user's API token, or an OAuth app's short-lived access token."""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from domain.errors import (
    AddressRefused,
    CredentialsRejected,
    IntegrationError,
    UnexpectedPayload,
)
from integrations.http import HttpClient
from integrations.pipedrive.errors import SLUG, error_of
from integrations.pipedrive.settings import PipedriveSettings

RENEW_BEFORE_S = 120.0
HOSTS = ".pipedrive.com"


@dataclass(frozen=True, slots=True)
class Granted:
    """Where to ask, with which header, until when (on the monotonic clock)."""

    base_url: str
    headers: Mapping[str, str]
    renew_at: float = float("inf")


class Access:
    """The present token; a new one is fetched once for all threads."""

    def __init__(self, settings: PipedriveSettings) -> None:
        self._settings = settings
        self._oauth = HttpClient(
            SLUG, settings.oauth_base_url, timeout_s=settings.timeout_s, max_bytes=64 * 1024
        )
        self._refresh_token = settings.refresh_token
        self._lock = threading.Lock()
        self._now: Granted | None = None
        if settings.api_token:
            headers = {"x-api-token": settings.api_token}
            self._now = Granted(settings.base_url.rstrip("/"), headers)

    def close(self) -> None:
        """Close the connections to the sign-in."""
        self._oauth.close()

    def granted(self) -> Granted:
        """What to send with a request.

        Raises ``CredentialsRejected`` when the app or its refresh token is not accepted,
        ``AddressRefused`` when the token is to be used on a host that is not Pipedrive's.
        """
        with self._lock:
            if self._now is None or time.monotonic() >= self._now.renew_at:
                self._now = self._renewed()
            return self._now

    def forget(self, used: Granted) -> bool:
        """Whether another token can be had, now that this one was not accepted."""
        if self._settings.api_token:
            return False
        with self._lock:
            if self._now is used:
                self._now = None
            return True

    def _renewed(self) -> Granted:
        answer = self._oauth.send(
            "POST",
            "/oauth/token",
            data={"grant_type": "refresh_token", "refresh_token": self._refresh_token},
            auth=(self._settings.client_id, self._settings.client_secret),
        )
        error = error_of(answer)
        if error is not None:
            raise _sign_in(answer.status, error)
        found = answer.json()
        token = found.get("access_token") if isinstance(found, dict) else None
        if not isinstance(token, str) or not token:
            raise UnexpectedPayload(SLUG, "sign-in: no access_token in the answer")
        self._refresh_token = _text(found.get("refresh_token")) or self._refresh_token
        base_url = _text(found.get("api_domain")) or self._settings.base_url
        _check_host(base_url, self._settings)
        lasts_s = found.get("expires_in")
        lasts_s = float(lasts_s) if isinstance(lasts_s, int | float) else 3600.0
        return Granted(
            base_url.rstrip("/"),
            {"authorization": f"Bearer {token}"},
            time.monotonic() + max(0.0, lasts_s - RENEW_BEFORE_S),
        )


def _sign_in(status: int, error: IntegrationError) -> IntegrationError:
    if status in (400, 401, 403) and not hasattr(error, "retry_after_s"):
        detail = (
            "sign-in refused: the app or its refresh token is not accepted (60 idle days end it)"
        )
        return CredentialsRejected(SLUG, detail)
    return error


def _check_host(base_url: str, settings: PipedriveSettings) -> None:
    """The token goes to the host named here: Pipedrive's, or the one we were set up with."""
    parts, own = urlsplit(base_url), urlsplit(settings.oauth_base_url)
    if parts.scheme == "https" and (parts.hostname or "").endswith(HOSTS):
        return
    if parts.hostname is not None and (parts.scheme, parts.netloc) == (own.scheme, own.netloc):
        return
    raise AddressRefused(SLUG, "sign-in: the api_domain is not a Pipedrive host")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
