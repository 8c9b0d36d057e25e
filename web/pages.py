"""The pages: who is asking, the read model, the template. Nothing is decided here."""

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route, Router

from domain.calls import CallId
from domain.errors import NotVisible
from domain.people import Person, PersonId, Role, TeamId
from jobs import pages
from jobs.services import Services
from web.ask import show_ask
from web.charts import chart
from web.crm import CrmPages
from web.csv_text import csv_bytes
from web.forms import Forms
from web.library import show_library
from web.visitors import SEE_OTHER, Visitors

_SECOND = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")

NAME = "[A-Za-z0-9_.:@-]{1,80}"
"""What an id in an address may look like; anything else does not exist."""

Show = Callable[[Request, Person], Response]


class Pages:
    """The routes that people open in a browser; they run in threads."""

    def __init__(self, services: Services, visitors: Visitors, templates: Environment) -> None:
        self._services = services
        self._visitors = visitors
        self._templates = templates

    def router(self) -> Router:
        """Routes by path; the guard lets through no other path or method."""
        shows: dict[str, Show] = {
            "/": self._home,
            "/calls/{id}": self._call,
            "/reps/{id}": self._rep,
            "/teams/{id}": self._team,
            "/ask": self._ask,
            "/clips": self._clips,
            "/export/scores.csv": self._export,
            "/api/{rest:path}": self._nothing,
        }
        forms = Forms(self._visitors)
        crm = CrmPages(self._services, forms, self._page)
        routes = [Route(path, self._opened(show)) for path, show in {**shows, **crm.shows}.items()]
        posts = [Route(path, forms.opened(act), methods=["POST"]) for path, act in crm.acts.items()]
        return Router([*routes, *posts])

    def _opened(self, show: Show) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            token = request.query_params.get("k")
            if token is not None:
                return self._visitors.sign_in(request, token)
            return show(request, self._visitors.who(request))

        return endpoint

    def _home(self, _request: Request, viewer: Person) -> Response:
        if viewer.role is Role.REP:
            return RedirectResponse(f"/reps/{viewer.id}", SEE_OTHER)
        return self._page("home.html", page=pages.home_page(viewer, self._services))

    def _team(self, request: Request, viewer: Person) -> Response:
        team_id = TeamId(request.path_params["id"])
        page = pages.team_page(viewer, team_id, self._services)
        return self._page("home.html", page=page)

    def _rep(self, request: Request, viewer: Person) -> Response:
        page = pages.rep_page(viewer, PersonId(request.path_params["id"]), self._services)
        return self._page("rep.html", page=page, chart=chart)

    def _call(self, request: Request, viewer: Person) -> Response:
        page = pages.call_page(viewer, CallId(request.path_params["id"]), self._services)
        second = request.query_params.get("t", "")
        if _SECOND.fullmatch(second):
            turn = page.turn_at(float(second))
            anchor = "" if turn is None else f"#turn-{turn}"
            return RedirectResponse(f"/calls/{page.call.id}{anchor}", SEE_OTHER)
        return self._page("call.html", page=page)

    def _clips(self, request: Request, viewer: Person) -> Response:
        return show_library(request, viewer, self._services, self._page)

    def _ask(self, request: Request, viewer: Person) -> Response:
        return show_ask(request, viewer, self._services, self._page)

    def _export(self, _request: Request, viewer: Person) -> Response:
        rows = pages.scores_export(viewer, self._services)
        named = {"content-disposition": 'attachment; filename="reploop-scores.csv"'}
        return Response(csv_bytes(rows), media_type="text/csv; charset=utf-8", headers=named)

    def _nothing(self, _request: Request, _viewer: Person) -> Response:
        """There is no API: the same answer as for anything that is not there."""
        raise NotVisible

    def _page(self, template: str, **values: Any) -> Response:
        viewer = values["page"].viewer
        html = self._templates.get_template(template).render(viewer=viewer, **values)
        return Response(html, media_type="text/html")
