"""Forms of our own pages: sent once by the person whose page it was, from that very page.

A form carries a seal over the session it was shown to and the address it goes to. Another
site knows no seal, and its requests carry no cookie either (``SameSite``); what a browser
says of where a request comes from is asked besides.
"""

import hashlib
import hmac
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from domain.people import Person
from web.refusals import BAD_REQUEST, FORGED_FORM, Refused
from web.visitors import Visitors

SEAL = "seal"
"""The field that holds it."""
MOST_FIELDS = 12

Sent = Mapping[str, str]
Act = Callable[[Request, Person, Sent], Response]


@dataclass(frozen=True, slots=True)
class Forms:
    """Seals forms, and opens those that come back."""

    visitors: Visitors

    def seal(self, request: Request, address: str) -> str:
        """What a form to this address has to bring with it, in this session."""
        sessions = self.visitors.sessions
        cookie = request.cookies.get(sessions.cookie_name, "")
        said = f"reploop-form:{address}:{cookie}".encode()
        return hmac.new(sessions.secret.encode(), said, hashlib.sha256).hexdigest()

    def opened(self, act: Act) -> Callable[[Request], Awaitable[Response]]:
        """A route for forms: reads one, and does what it asks for in a thread.

        Raises ``Refused``: 401 without a session, 400 for what is no form, 403 for one
        that was not made for this session.
        """

        async def endpoint(request: Request) -> Response:
            body = await request.body()
            return await run_in_threadpool(self._acted, request, body, act)

        return endpoint

    def _acted(self, request: Request, body: bytes, act: Act) -> Response:
        viewer = self.visitors.who(request)
        sent = read_form(body)
        expected = self.seal(request, request.url.path)
        same = hmac.compare_digest(expected.encode(), sent.get(SEAL, "").encode())
        if not same or request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            raise Refused(FORGED_FORM)
        return act(request, viewer, sent)


def read_form(body: bytes) -> Sent:
    """The fields of a form, each once. Raises ``Refused`` with 400."""
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, strict_parsing=True, errors="strict",
            max_num_fields=MOST_FIELDS,
        )  # fmt: skip
    except ValueError:
        raise Refused(BAD_REQUEST) from None
    found = dict(pairs)
    if len(found) != len(pairs) or any("\0" in value for value in found.values()):
        raise Refused(BAD_REQUEST)
    return found
