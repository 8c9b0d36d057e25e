"""The access token: a private app's stands for ever, a public app's is renewed in time."""

import json
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    UnexpectedPayload,
)
from integrations.hubspot.errors import SLUG, RowsRefused, TokenRefused
from integrations.hubspot.settings import HubspotSettings

RENEW_BEFORE_S = 120.0
OF_PUBLIC_APPS = "/oauth/v3/token/introspect"
OF_PRIVATE_APPS = "/oauth/v2/private-apps/get/access-token-info"
"""Tells of which app a token is; the token travels in the body. Not in the OpenAPI files."""
Post = Callable[[str, str, Mapping[str, str]], Mapping[str, Any]]
"""Posts a body with headers to a path; raises ``IntegrationError``."""


class Tokens:
    """One token for all threads: whoever finds it ended renews it, the others wait."""

    def __init__(self, settings: HubspotSettings, post: Post) -> None:
        self._settings = settings
        self._post = post
        self._lock = threading.Lock()
        self._token = settings.access_token
        self._renew_at = 0.0 if settings.public_app else float("inf")
        self._app_id = settings.app_id
        self._app_asked = settings.app_id is not None

    def current(self) -> str:
        """A token that is good for two minutes at least. Raises ``CredentialsRejected``."""
        with self._lock:
            if time.monotonic() >= self._renew_at:
                self._renew()
            return self._token

    def instead_of(self, refused: str) -> str | None:
        """Another token after HubSpot refused one; ``None`` where there is no other."""
        if not self._settings.public_app:
            return None
        with self._lock:
            if self._token == refused:
                self._renew()
            return self._token

    def app_id(self) -> str | None:
        """The number of our app: as set, else asked for once; ``None`` if HubSpot does not say."""
        if not self._app_asked:
            token = self.current()
            found = self._public(token) if self._settings.public_app else self._private(token)
            self._app_id = str(found) if isinstance(found, int) else None
            self._app_asked = True
        return self._app_id

    def _public(self, token: str) -> object:
        return self._form(OF_PUBLIC_APPS, {"token": token}).get("app_id")

    def _private(self, token: str) -> object:
        headers = {"content-type": "application/json", "authorization": f"Bearer {token}"}
        try:
            return self._post(OF_PRIVATE_APPS, json.dumps({"tokenKey": token}), headers).get(
                "appId"
            )
        except (NotFoundAtVendor, RowsRefused, UnexpectedPayload):
            return None

    def _renew(self) -> None:
        body = self._form(
            self._settings.oauth_path,
            {"grant_type": "refresh_token", "refresh_token": self._settings.refresh_token},
        )
        token, life_s = body.get("access_token"), body.get("expires_in")
        if not isinstance(token, str) or not token or not isinstance(life_s, int | float):
            raise UnexpectedPayload(SLUG, "sign-in: no access_token or expires_in in the answer")
        self._token = token
        self._renew_at = time.monotonic() + max(0.0, life_s - RENEW_BEFORE_S)

    def _form(self, path: str, form: Mapping[str, str]) -> Mapping[str, Any]:
        client = {
            "client_id": self._settings.client_id,
            "client_secret": self._settings.client_secret,
        }
        headers = {"content-type": "application/x-www-form-urlencoded"}
        try:
            return self._post(path, urlencode({**form, **client}), headers)
        except (RowsRefused, TokenRefused, UnexpectedPayload) as error:
            if isinstance(error, UnexpectedPayload) and not error.detail.startswith("HTTP 400"):
                raise
            detail = "the refresh token or the client is not accepted: reconnect HubSpot"
            raise CredentialsRejected(SLUG, detail) from error


def is_unknown_app(tokens: Tokens) -> bool:
    """Whether writes of the company's other apps cannot be told from ours. Raises nothing."""
    try:
        return tokens.app_id() is None
    except IntegrationError:
        return True
