"""Links that lead one person to one page for some days: ``…?k=<token>``.

The token is signed with a secret of this deployment. It names who opens the page, and the
page still asks whether that person may see it now.
"""

from dataclasses import dataclass, field
from datetime import datetime

from domain.calls import CallId
from domain.people import PersonId
from domain.tokens import SignedTokens

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

    def clips(self, viewer: PersonId, *, now: datetime) -> str:
        """Address of the viewer's clip library."""
        return f"{self.base_url}/clips?k={self.token(viewer, now=now)}"

    def crm(self, viewer: PersonId, *, now: datetime) -> str:
        """Address of the page of CRM changes."""
        return f"{self.base_url}/crm?k={self.token(viewer, now=now)}"

    def approvals(self, viewer: PersonId, *, now: datetime) -> str:
        """Address of the page of CRM changes that wait for the viewer."""
        return f"{self.base_url}/crm/waiting?k={self.token(viewer, now=now)}"

    def token(self, viewer: PersonId, *, now: datetime, days: int = LINK_DAYS) -> str:
        """A token that names ``viewer`` and expires after ``days``."""
        return self._tokens.make(viewer, now=now, seconds=days * 86_400)

    def read(self, token: str, *, now: datetime) -> PersonId | None:
        """Whom a token names, or ``None`` if it is forged, malformed or expired."""
        return self._tokens.read(token, now=now)

    @property
    def _tokens(self) -> SignedTokens:
        return SignedTokens(self.secret, "reploop-link", signature_bytes=18)
