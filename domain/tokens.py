"""Tokens that name a person for a while: ``person.expires.signature``."""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime

from domain.people import PersonId


@dataclass(frozen=True, slots=True)
class SignedTokens:
    """Makes and reads tokens of one purpose; those of another purpose are not accepted."""

    secret: str = field(repr=False)
    purpose: str
    signature_bytes: int = 32
    """How much of the SHA-256 is kept: shorter tokens for addresses, at least 16."""

    def make(self, person_id: PersonId, *, now: datetime, seconds: int) -> str:
        """A token that names the person and expires after so many seconds."""
        expires = str(int(now.timestamp()) + seconds)
        named = _encoded(person_id.encode())
        return f"{named}.{expires}.{self._sign(named, expires)}"

    def read(self, token: str, *, now: datetime) -> PersonId | None:
        """Whom a token names, or ``None`` if it is forged, malformed or expired."""
        named, _, rest = token.partition(".")
        expires, _, signature = rest.partition(".")
        if not (expires.isascii() and expires.isdigit() and len(expires) <= 12):
            return None
        expected = self._sign(named, expires).encode()
        if not hmac.compare_digest(expected, signature.encode("utf-8", "replace")):
            return None
        if now.timestamp() > int(expires):
            return None
        padded = named + "=" * (-len(named) % 4)
        return PersonId(base64.urlsafe_b64decode(padded.encode()).decode())

    def _sign(self, named: str, expires: str) -> str:
        message = f"{self.purpose}:{named}:{expires}".encode("utf-8", "replace")
        digest = hmac.new(self.secret.encode(), message, hashlib.sha256).digest()
        return _encoded(digest[: self.signature_bytes])


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
