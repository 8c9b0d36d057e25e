"""Sign-in by signed links: the link names a person, a cookie remembers it for a working day.

A session only says who is asking. Whether that person is still active, and what they may
see, is asked of the rows at every request, so a session dies with the person's access.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime

from domain.people import PersonId

HOURS = 12
SHORTEST_SECRET = 16
"""Characters."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """Makes and reads session cookies: ``person.expires.signature``.

    ``secure`` (https) also binds the cookie to this host by its name. Raises
    ``ValueError`` for a secret that is too short to sign with.
    """

    secret: str = field(repr=False)
    secure: bool

    def __post_init__(self) -> None:
        """Refuse a secret that could be guessed."""
        if len(self.secret) < SHORTEST_SECRET:
            raise ValueError(f"a session secret needs at least {SHORTEST_SECRET} characters")

    @property
    def cookie_name(self) -> str:
        """``__Host-…`` on https: no other host or path can set it."""
        return "__Host-reploop" if self.secure else "reploop"

    def token(self, person_id: PersonId, *, now: datetime) -> str:
        """A token that names the person for ``HOURS``."""
        expires = int(now.timestamp()) + HOURS * 3600
        named = base64.urlsafe_b64encode(person_id.encode()).decode().rstrip("=")
        return f"{named}.{expires}.{self._sign(named, expires)}"

    def read(self, token: str, *, now: datetime) -> PersonId | None:
        """Whom a token names, or ``None`` if it is forged, malformed or expired."""
        named, _, rest = token.partition(".")
        expires, _, signature = rest.partition(".")
        if not (expires.isascii() and expires.isdigit() and len(expires) <= 12):
            return None
        expected = self._sign(named, int(expires)).encode()
        if not hmac.compare_digest(expected, signature.encode("utf-8", "replace")):
            return None
        if now.timestamp() > int(expires):
            return None
        padded = named + "=" * (-len(named) % 4)
        return PersonId(base64.urlsafe_b64decode(padded.encode()).decode())

    def _sign(self, named: str, expires: int) -> str:
        message = f"reploop-session:{named}:{expires}".encode()
        digest = hmac.new(self.secret.encode(), message, hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")
