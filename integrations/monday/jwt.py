"""The one kind of JSON Web Token that monday.com proves itself by: HS256, nothing else.

The signature is checked before anything in the token is read, and the algorithm is never
taken from the token.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.errors import WebhookRejected
from integrations.untrusted_json import parse_json

LEEWAY_S = 60.0
"""How far monday's clock may be from ours."""
MAX_CHARS = 8192
_TOKEN = re.compile(r"(?:Bearer )?([\w-]+\.[\w-]+)\.([\w-]+)", re.ASCII)


def prove(header: str, secret: str, audience: str, now: datetime) -> None:
    """Check a token for this address. Raises ``WebhookRejected``, always with the same text."""
    found = _TOKEN.fullmatch(header) if len(header) <= MAX_CHARS else None
    if not secret or found is None:
        raise WebhookRejected("signature")
    signed, sent = found[1], found[2]
    digest = hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest()
    if not hmac.compare_digest(_encoded(digest).encode(), sent.encode()):
        raise WebhookRejected("signature")
    head, claims = map(_decoded, signed.split("."))
    if head.get("alg") != "HS256" or not _is_for(claims, audience) or not _is_now(claims, now):
        raise WebhookRejected("signature")


def _is_for(claims: Mapping[str, Any], audience: str) -> bool:
    named = claims.get("aud")
    return audience in (named if isinstance(named, list) else [named])


def _is_now(claims: Mapping[str, Any], now: datetime) -> bool:
    """Whether it has begun and not ended; it must end."""
    at, ends = now.timestamp(), _number(claims.get("exp"))
    begins = [_number(claims[name]) for name in ("iat", "nbf") if claims.get(name) is not None]
    begun = all(begin is not None and begin <= at + LEEWAY_S for begin in begins)
    return begun and ends is not None and at < ends + LEEWAY_S


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < 1e15 else None


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decoded(part: str) -> Mapping[str, Any]:
    try:
        value = parse_json(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise WebhookRejected("signature") from error
    if not isinstance(value, dict):
        raise WebhookRejected("signature")
    return value
