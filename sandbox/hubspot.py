"""A HubSpot account on loopback: what Reploop uses of its CRM API."""

import json
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from sandbox.crm_company import CrmCompany, ShownDeal
from sandbox.crm_page import record_page
from sandbox.crm_sandbox import CrmSandbox
from sandbox.hubspot_oauth import Access
from sandbox.hubspot_objects import Objects
from sandbox.hubspot_portal import Portal
from sandbox.hubspot_properties import Definitions
from sandbox.hubspot_table import CRM_UI, Source
from sandbox.hubspot_values import HubspotFault, Record

WINDOW = timedelta(seconds=10)
SECOND = timedelta(seconds=1)
TOKEN_INFO = "/oauth/v2/private-apps/get/access-token-info"
Work = Callable[[Request, Any], Response]


class HubspotSandbox(CrmSandbox):
    """Serves one account; ``writes`` holds every change of a record.

    ``spent`` counts ``requests``, and ``search`` among them.
    """

    slug = "hubspot"

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        super().__init__()
        self.now = now or (lambda: datetime.now(UTC))
        self.portal = Portal(self.now)
        self.access = Access(self.now)
        self.per_window = 190
        self.per_day: int | None = None
        """Requests in all; ``None``: no end."""
        self.searches_per_second = 5
        self.search_lag = timedelta(0)
        """How far search is behind what was written."""
        self.page_size = 500
        """Associations a contact shows at once."""
        self.multi_status = False
        """Whether a batch update with one bad row writes the others (207), or none (400)."""
        self.names_rows = False
        """Whether the answer to a refused batch update says which row was bad."""
        self.shows_empty = True
        """Whether properties without a value are shown as null, or left out."""
        self.enterprise = True
        """Whether the account may have types of object of its own."""
        self.writes: list[tuple[str, Record]] = []
        self._recent: deque[datetime] = deque()
        self._searches: deque[datetime] = deque()
        objects, definitions = Objects(self), Definitions(self)
        self.app = Starlette(
            routes=[
                *(self._route(*each) for each in objects.routes()),
                *(self._route(*each) for each in definitions.routes()),
                self._route("GET", "/crm/v3/owners", self._owners, "crm.objects.owners.read"),
                self._route("GET", "/crm/v3/owners/", self._owners, "crm.objects.owners.read"),
                *(self._open(f"/oauth/{v}/token", self.access.renew) for v in ("v1", "v3")),
                self._open("/oauth/v3/token/introspect", self.access.introspect),
                self._open(TOKEN_INFO, self.access.private_app),
                Route("/contacts/{portal}/record/0-3/{id}", self._record_page),
            ]
        )

    @property
    def token(self) -> str:
        """The private app's token."""
        return self.access.token

    @token.setter
    def token(self, value: str) -> None:
        self.access.token = value

    @property
    def scopes_missing(self) -> set[str]:
        """Scopes that the app was not given."""
        return self.access.scopes_missing

    @property
    def source(self) -> Source:
        """How HubSpot's history names what the app wrote."""
        return Source("INTEGRATION", self.access.app_id)

    # ── what tests and the demo do ───────────────────────────────────────────────────────

    def load(self, company: CrmCompany) -> dict[str, str]:
        """See ``CrmSandbox.load``."""
        with self.lock:
            return self.portal.load(company)

    def edit_as_person(self, record_id: str, name: str, value: Any) -> None:
        """See ``CrmSandbox.edit_as_person``."""
        self._edit(record_id, name, value, CRM_UI)

    def edit_as_integration(self, record_id: str, name: str, value: Any, app_id: str) -> None:
        """Change a property as another app of the company does."""
        self._edit(record_id, name, value, Source("INTEGRATION", app_id))

    def _edit(self, record_id: str, name: str, value: Any, source: Source) -> None:
        with self.lock:
            self.portal.change(record_id, {name: "" if value is None else str(value)}, source)

    def value(self, record_id: str, name: str) -> Any:
        """See ``CrmSandbox.value``."""
        with self.lock:
            return self.portal.value(record_id, name)

    def field_named(self, label: str) -> str:
        """See ``CrmSandbox.field_named``."""
        with self.lock:
            for table in self.portal.tables.values():
                for name, definition in table.properties.items():
                    if definition["label"] == label:
                        return name
        return ""

    def type_of(self, name: str) -> str:
        """See ``CrmSandbox.type_of``."""
        with self.lock:
            found = [table.properties.get(name) for table in self.portal.tables.values()]
        kinds = {str(definition["type"]) for definition in found if definition}
        return next(iter(kinds & {"number", "date"}), "text")

    def delete(self, record_id: str) -> None:
        """Move a record to the recycling bin."""
        with self.lock:
            self.portal.row(record_id)[0].archive(record_id, self.now())

    def merge(self, loser: str, winner: str) -> None:
        """Both deals become one with a new id: ``portal.merged`` says which."""
        with self.lock:
            self.portal.merge(loser, winner)

    def move(self, deal_id: str, *, stage: str, outcome: str = "open") -> None:
        """See ``CrmSandbox.move``."""
        with self.lock:
            self.portal.move(deal_id, stage, outcome)

    def shown(self) -> list[ShownDeal]:
        """See ``CrmSandbox.shown``."""
        with self.lock:
            return [self.portal.seen(deal_id) for deal_id in self.portal.deals]

    def hide(self, name: str) -> None:
        """Delete a property of deals: HubSpot hides none from an app."""
        with self.lock:
            self.portal.tables["deals"].drop_property(name)

    def refuse(self, record_id: str) -> None:
        """See ``CrmSandbox.refuse``."""
        with self.lock:
            self.portal.row(record_id)[1].refused = True

    def revoke(self) -> None:
        """See ``CrmSandbox.revoke``."""
        with self.lock:
            self.access.revoke()

    # ── the frame around every request ───────────────────────────────────────────────────

    def _route(self, method: str, path: str, work: Work, scope: str) -> Route:
        """``scope`` may name the type of object: ``crm.objects.{}.read``."""

        async def endpoint(request: Request) -> Response:
            raw = await request.body()
            return await run_in_threadpool(self._answer, work, request, raw, scope)

        return Route(path, endpoint, methods=[method])

    def _open(self, path: str, work: Callable[[dict[str, str]], Record]) -> Route:
        """A form, or a JSON object, that needs no token."""

        async def endpoint(request: Request) -> Response:
            raw = (await request.body()).decode()
            form = json.loads(raw) if path == TOKEN_INFO else dict(parse_qsl(raw))
            with self.lock:
                try:
                    return JSONResponse(work(form))
                except HubspotFault as fault:
                    return JSONResponse(fault.body, fault.status)

        return Route(path, endpoint, methods=["POST"])

    def _answer(self, work: Work, request: Request, raw: bytes, scope: str) -> Response:
        searching = request.url.path.endswith("/search")
        with self.lock:
            headers: dict[str, str] = {}
            try:
                kind = self._family(request.path_params.get("type", ""))
                self.access.admit(request.headers.get("authorization", ""), scope.format(kind))
                self._count(searching=searching)
                headers = {} if searching else self._limits()
                answer = work(request, json.loads(raw) if raw else None)
            except HubspotFault as fault:
                answer = JSONResponse(fault.body, fault.status)
            except (ValueError, KeyError, TypeError):
                invalid = HubspotFault(400, "VALIDATION_ERROR", "Invalid input JSON")
                answer = JSONResponse(invalid.body, invalid.status)
            answer.headers.update(headers)
            return answer

    def _family(self, kind: str) -> str:
        """Whose scopes an object's are: calls ride on those of contacts."""
        name = self.portal.table(kind).name if kind else ""
        return {"deals": "deals", "contacts": "contacts", "calls": "contacts"}.get(name, "custom")

    def _count(self, *, searching: bool) -> None:
        now = self.now()
        self.spent["requests"] += 1
        if self.per_day is not None and self.spent["requests"] > self.per_day:
            raise _limited("DAILY", "daily")
        _admit(self._recent, now - WINDOW, now, self.per_window, "TEN_SECONDLY_ROLLING")
        if searching:
            self.spent["search"] += 1
            _admit(self._searches, now - SECOND, now, self.searches_per_second, "SECONDLY")

    def _limits(self) -> dict[str, str]:
        return {
            "X-HubSpot-RateLimit-Max": str(self.per_window),
            "X-HubSpot-RateLimit-Remaining": str(self.per_window - len(self._recent)),
            "X-HubSpot-RateLimit-Interval-Milliseconds": "10000",
        }

    def _owners(self, request: Request, _body: Any) -> Response:
        gone = request.query_params.get("archived", "false").lower() == "true"
        owners = list((self.portal.former_owners if gone else self.portal.owners).values())
        size = int(request.query_params.get("limit", "100"))
        start = int(request.query_params.get("after", "0"))
        page: Record = {"results": owners[start : start + size]}
        if start + size < len(owners):
            page["paging"] = {"next": {"after": str(start + size), "link": "?"}}
        return JSONResponse(page)

    async def _record_page(self, request: Request) -> Response:
        found = [deal for deal in self.shown() if deal.id == request.path_params["id"]]
        if not found:
            return HTMLResponse("This record does not exist or was deleted.", 404)
        return HTMLResponse(record_page(found[0]))


def _admit(recent: deque[datetime], since: datetime, now: datetime, most: int, name: str) -> None:
    while recent and recent[0] <= since:
        recent.popleft()
    if len(recent) >= most:
        raise _limited(name, name.lower())
    recent.append(now)


def _limited(policy: str, named: str) -> HubspotFault:
    return HubspotFault(
        429, "RATE_LIMITS", f"You have reached your {named} limit.",
        errorType="RATE_LIMIT", policyName=policy,
    )  # fmt: skip
