"""Who may sign in to the Salesforce sandbox: client credentials, or a signed JWT."""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import jwt

JWT_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
AUDIENCES = ["https://login.salesforce.com", "https://test.salesforce.com"]
Problem = tuple[str, str]
"""``error`` and ``error_description`` of the answer."""


@dataclass(slots=True)
class Credentials:
    """What the org accepts at sign-in."""

    client_id: str = "3MVG9reploop"
    client_secret: str = "sandbox-secret"
    username: str = "reploop@crm.example"
    public_key: str | None = None
    """PEM; the JWT flow is refused while there is none."""
    approved: bool = True
    """Whether the user's permission set approves the app."""


def sign_in_problem(
    known: Credentials, form: dict[str, str], authorization: str, now: datetime
) -> Problem | None:
    """Why a token request is refused, or ``None``."""
    match form.get("grant_type"):
        case "client_credentials":
            return _secret_problem(known, form, authorization)
        case grant if grant == JWT_GRANT:
            return _assertion_problem(known, form.get("assertion", ""), now)
        case _:
            return "unsupported_grant_type", "grant type not supported"


def _secret_problem(known: Credentials, form: dict[str, str], authorization: str) -> Problem | None:
    given = (form.get("client_id", ""), form.get("client_secret", ""))
    kind, _, encoded = authorization.partition(" ")
    if kind == "Basic":
        name, _, secret = base64.b64decode(encoded).decode().partition(":")
        given = (name, secret)
    if given[0] != known.client_id:
        return "invalid_client_id", "client identifier invalid"
    if given[1] != known.client_secret:
        return "invalid_client", "invalid client credentials"
    if not known.approved:
        return "invalid_grant", "no client credentials user enabled"
    return None


def _assertion_problem(known: Credentials, assertion: str, now: datetime) -> Problem | None:
    if known.public_key is None:
        return "invalid_grant", "invalid assertion"
    try:
        claims = jwt.decode(
            assertion,
            known.public_key,
            algorithms=["RS256"],
            audience=AUDIENCES,
            options={"verify_exp": False},
        )
    except jwt.PyJWTError:
        return "invalid_grant", "invalid assertion"
    expires = datetime.fromtimestamp(claims["exp"], UTC)
    if not now < expires <= now + timedelta(minutes=3):
        return "invalid_grant", "expired authorization code"
    if claims.get("sub") != known.username or not known.approved:
        return "invalid_grant", "user hasn't approved this consumer"
    if claims.get("iss") != known.client_id:
        return "invalid_client_id", "client identifier invalid"
    return None
