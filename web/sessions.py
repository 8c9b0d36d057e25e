"""Sign-in by signed links: the link names a person, a cookie remembers it for a working day.

A session only says who is asking. Whether that person is still active, and what they may
see, is asked of the rows at every request, so a session dies with the person's access.
"""

from dataclasses import dataclass, field
from datetime import datetime

from domain.people import PersonId
from domain.tokens import SignedTokens

HOURS = 12
SHORTEST_SECRET = 16
"""Characters."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """Makes and reads session cookies.

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
        return self._tokens.make(person_id, now=now, seconds=HOURS * 3600)

    def read(self, token: str, *, now: datetime) -> PersonId | None:
        """Whom a token names, or ``None`` if it is forged, malformed or expired."""
        return self._tokens.read(token, now=now)

    @property
    def _tokens(self) -> SignedTokens:
        return SignedTokens(self.secret, "reploop-session")
