"""The pages of CRM changes and their forms: who is asking, the read model, the template."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.changes import ApprovalState
from domain.people import Person
from jobs.pages_crm import FILTERED, Asked, crm_page, resume
from jobs.pages_crm_back import ask_back, back_page, done_page
from jobs.pages_crm_waiting import decide_on_page, waiting_page
from jobs.services import Services
from web.forms import Act, Forms, Sent
from web.refusals import BAD_REQUEST, Refused
from web.visitors import SEE_OTHER

ROLL_BACK, RESUME, DECIDE = "/crm/rollback", "/crm/resume", "/crm/decide"
FORMS = (ROLL_BACK, RESUME, DECIDE)
"""Where forms go."""
SAID = frozenset({"resumed", "not_stopped", "approved", "declined", "gone"})
"""What a page may be told to say of the form before it."""
LONGEST = 120
"""Characters of a field."""
_ID = re.compile("[A-Za-z0-9_.:@-]{1,80}")

Render = Callable[..., Response]
Show = Callable[[Request, Person], Response]


@dataclass(frozen=True, slots=True)
class CrmPages:
    """Routes by path, for reading and for forms."""

    services: Services
    forms: Forms
    render: Render

    @property
    def shows(self) -> Mapping[str, Show]:
        """What is read."""
        return {
            "/crm": self._changes,
            "/crm/waiting": self._waiting,
            "/crm/rollback/{name}": self._back,
            "/crm/rolled-back/{name}": self._done,
        }

    @property
    def acts(self) -> Mapping[str, Act]:
        """What forms do; each ends by leading to a page, so that nothing is sent twice."""
        return {ROLL_BACK: self._roll_back, RESUME: self._resume, DECIDE: self._decide}

    def _changes(self, request: Request, viewer: Person) -> Response:
        query = request.query_params
        asked = Asked(
            crm=query.get("crm", ""), state=query.get("state", ""),
            before=query.get("before", ""), said=_said(request),
        )  # fmt: skip
        page = crm_page(viewer, asked, self.services)
        return self._page(request, "crm.html", page=page, states=FILTERED, address=_address)

    def _waiting(self, request: Request, viewer: Person) -> Response:
        page = waiting_page(viewer, _said(request), self.services)
        return self._page(request, "crm_waiting.html", page=page)

    def _back(self, request: Request, viewer: Person) -> Response:
        page = back_page(viewer, request.path_params["name"], self.services)
        return self._page(request, "crm_back.html", page=page)

    def _done(self, request: Request, viewer: Person) -> Response:
        page = done_page(viewer, request.path_params["name"], self.services)
        return self._page(request, "crm_back_done.html", page=page)

    def _page(self, request: Request, template: str, **values: Any) -> Response:
        seal = partial(self.forms.seal, request)
        return self.render(template, seal=seal, **values)

    def _roll_back(self, _request: Request, viewer: Person, sent: Sent) -> Response:
        name, once = _field(sent, "name"), _field(sent, "once")
        if not _ID.fullmatch(name) or not _ID.fullmatch(once):
            raise Refused(BAD_REQUEST)
        ask_back(viewer, name, once, self.services)
        return RedirectResponse(f"/crm/rolled-back/{name}", SEE_OTHER)

    def _resume(self, _request: Request, viewer: Person, sent: Sent) -> Response:
        waiting = resume(viewer, _field(sent, "crm"), _field(sent, "stopped"), self.services)
        said = "not_stopped" if waiting is None else "resumed"
        return RedirectResponse(f"/crm?said={said}", SEE_OTHER)

    def _decide(self, _request: Request, viewer: Person, sent: Sent) -> Response:
        verdict = _field(sent, "verdict")
        if verdict not in (ApprovalState.APPROVED, ApprovalState.DECLINED):
            raise Refused(BAD_REQUEST)
        state = ApprovalState(verdict)
        waited = decide_on_page(viewer, _field(sent, "approval"), state, self.services)
        said = state.value if waited else "gone"
        return RedirectResponse(f"/crm/waiting?said={said}", SEE_OTHER)


def _field(sent: Sent, name: str) -> str:
    value = sent.get(name, "")
    if not value or len(value) > LONGEST:
        raise Refused(BAD_REQUEST)
    return value


def _said(request: Request) -> str:
    said = request.query_params.get("said", "")
    return said if said in SAID else ""


def _address(**asked: str | None) -> str:
    """The page of changes with what is asked for."""
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"/crm?{query}" if query else "/crm"
