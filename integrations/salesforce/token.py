"""Access tokens: client credentials on My Domain, or a signed JWT for one user."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests

from domain.errors import (
    AddressRefused,
    CredentialsRejected,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
)
from integrations.salesforce.settings import SalesforceSettings

SLUG = "salesforce"
JWT_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
JWT_LIFE = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class Token:
    """What the token endpoint answered: the token, where to use it, and who we are."""

    access_token: str
    instance_url: str
    user_id: str | None


def fetch_token(session: requests.Session, settings: SalesforceSettings, *, now: datetime) -> Token:
    """Ask for a token once; never retries.

    Raises:
        CredentialsRejected: the app, key, user or its approval is not accepted.
        RateLimited: too many logins.
        VendorUnavailable: no usable answer.
        AddressRefused: the answer points to a host that is not Salesforce.
        UnexpectedPayload: the answer is not a token response.
    """
    url = f"{settings.base_url.rstrip('/')}/services/oauth2/token"
    try:
        answer = session.post(url, data=_form(settings, now), auth=_basic(settings))
    except requests.RequestException as error:
        raise VendorUnavailable(SLUG, f"sign-in: {type(error).__name__}") from error
    body = _json(answer)
    if answer.status_code != 200:
        raise _refusal(answer, body)
    token, instance = body.get("access_token"), body.get("instance_url")
    if not isinstance(token, str) or not token or not isinstance(instance, str):
        raise UnexpectedPayload(SLUG, "sign-in: no access_token or instance_url in the answer")
    _check_instance(instance, settings)
    return Token(token, instance.rstrip("/"), _user_id(body.get("id")))


def _form(settings: SalesforceSettings, now: datetime) -> dict[str, str]:
    if settings.username is None or settings.private_key is None:
        return {"grant_type": "client_credentials"}
    claims = {
        "iss": settings.client_id,
        "sub": settings.username,
        "aud": settings.audience,
        "exp": math.floor((now + JWT_LIFE).timestamp()),
    }
    try:
        assertion = jwt.encode(claims, settings.private_key, algorithm="RS256")
    except (ValueError, TypeError, jwt.PyJWTError) as error:
        raise CredentialsRejected(SLUG, "the private key is not an RSA key in PEM form") from error
    return {"grant_type": JWT_GRANT, "assertion": assertion}


def _basic(settings: SalesforceSettings) -> tuple[str, str] | None:
    if settings.private_key is not None and settings.username is not None:
        return None
    return settings.client_id, settings.client_secret


def _json(answer: requests.Response) -> dict[str, Any]:
    try:
        body = answer.json()
    except requests.JSONDecodeError:
        return {}
    return body if isinstance(body, dict) else {}


def _refusal(answer: requests.Response, body: dict[str, Any]) -> Exception:
    code = str(body.get("error", ""))[:60]
    if answer.status_code == 429 or "rate" in str(body.get("error_description", "")).lower():
        return RateLimited(SLUG, 60.0)
    if answer.status_code >= 500 or code == "temporarily_unavailable":
        return VendorUnavailable(SLUG, f"sign-in: HTTP {answer.status_code}")
    if code:
        return CredentialsRejected(SLUG, f"sign-in refused ({code}): reconnect Salesforce")
    return UnexpectedPayload(SLUG, f"sign-in: HTTP {answer.status_code} without an OAuth error")


def _check_instance(instance_url: str, settings: SalesforceSettings) -> None:
    """The token goes to the host named here, so it must be the org's or Salesforce's own."""
    parts, own = urlsplit(instance_url), urlsplit(settings.base_url)
    if parts.hostname is not None and parts.netloc == own.netloc:
        return
    if parts.scheme == "https" and (parts.hostname or "").endswith(".salesforce.com"):
        return
    raise AddressRefused(SLUG, "sign-in: the instance_url is not a Salesforce host")


def _user_id(identity_url: object) -> str | None:
    """The user's id is the last part of the identity URL (…/id/<org>/<user>)."""
    if not isinstance(identity_url, str):
        return None
    last = urlsplit(identity_url).path.rstrip("/").rpartition("/")[2]
    return last if last.startswith("005") and last.isalnum() else None
