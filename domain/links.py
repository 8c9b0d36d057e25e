"""Links that lead one person to one page for some days: ``…?k=<token>``.

A token is ``person.expires.signature``, signed with a secret of this deployment. It
names who opens the page, and the page still asks whether that person may see it now.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime

from domain.calls import CallId
from domain.people import PersonId

LINK_DAYS = 14


@dataclass(frozen=True, slots=True)
class SignedLinks:
    """Makes and reads signed links. ``base_url`` has no trailing slash."""

    base_url: str
    secret: str = field(repr=False)

    def call(
        self, call_id: CallId, viewer: PersonId, *, now: datetime, start_s: float | None = None
    ) -> str:
        """Address of a call's page, at a second of it (to the millisecond) where one is given."""
        at = "" if start_s is None else f"&t={f'{start_s:.3f}'.rstrip('0').rstrip('.')}"
        return f"{self.base_url}/calls/{call_id}?k={self.token(viewer, now=now)}{at}"

    def rep(self, rep_id: PersonId, viewer: PersonId, *, now: datetime) -> str:
        """Address of a rep's page."""
        return f"{self.base_url}/reps/{rep_id}?k={self.token(viewer, now=now)}"

    def home(self, viewer: PersonId, *, now: datetime) -> str:
        """Address of the viewer's own start page."""
        return f"{self.base_url}/?k={self.token(viewer, now=now)}"

    def token(self, viewer: PersonId, *, now: datetime, days: int = LINK_DAYS) -> str:
        """A token that names ``viewer`` and expires after ``days``."""
        expires = int(now.timestamp()) + days * 86_400
        named = base64.urlsafe_b64encode(viewer.encode()).decode().rstrip("=")
        return f"{named}.{expires}.{self._sign(named, expires)}"

    def read(self, token: str, *, now: datetime) -> PersonId | None:
        """Whom a token names, or ``None`` if it is forged, malformed or expired."""
        named, _, rest = token.partition(".")
        expires, _, signature = rest.partition(".")
        if not (expires.isascii() and expires.isdigit() and len(expires) <= 12):
            return None
        expected = self._sign(named, int(expires))
        if not hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace")):
            return None
        if now.timestamp() > int(expires):
            return None
        try:
            padded = named + "=" * (-len(named) % 4)
            return PersonId(base64.urlsafe_b64decode(padded.encode()).decode())
        except ValueError:
            return None

    def _sign(self, named: str, expires: int) -> str:
        message = f"reploop-link:{named}:{expires}".encode()
        digest = hmac.new(self.secret.encode(), message, hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest[:18]).decode().rstrip("=")
