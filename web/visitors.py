"""Who is asking: by the cookie, or by the signed link that sets it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.links import SignedLinks
from domain.people import Person, PersonId
from web.refusals import SIGN_IN, Refused
from web.sessions import HOURS, Sessions

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class Visitors:
    """Signs people in and finds them again. ``find`` gives an active person, or ``None``."""

    sessions: Sessions
    links: SignedLinks
    find: Callable[[PersonId], Person | None]
    now: Callable[[], datetime]

    def who(self, request: Request) -> Person:
        """The active person of the cookie. Raises ``Refused`` with 401."""
        token = request.cookies.get(self.sessions.cookie_name, "")
        return self._active(self.sessions.read(token, now=self.now()))

    def sign_in(self, request: Request, token: str) -> Response:
        """Set the cookie and lead to the same address without the token.

        Raises ``Refused`` with 401 for a link that is forged or expired, or whose person
        is not active.
        """
        person = self._active(self.links.read(token, now=self.now()))
        second = request.query_params.get("t")
        query = f"?{urlencode({'t': second})}" if second else ""
        response = RedirectResponse(f"{request.url.path}{query}", SEE_OTHER)
        response.set_cookie(
            self.sessions.cookie_name,
            self.sessions.token(person.id, now=self.now()),
            max_age=HOURS * 3600,
            path="/",
            secure=self.sessions.secure,
            httponly=True,
            samesite="lax",
        )
        return response

    def _active(self, person_id: PersonId | None) -> Person:
        person = self.find(person_id) if person_id else None
        if person is None:
            raise Refused(SIGN_IN)
        return person
