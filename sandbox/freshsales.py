"""A Freshsales account on loopback: what Reploop uses of its API, and its automations."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from sandbox.crm_company import CrmCompany, ShownDeal
from sandbox.crm_page import record_page
from sandbox.crm_sandbox import CrmSandbox
from sandbox.freshsales_limits import Gate
from sandbox.freshsales_records import (
    PIPELINE,
    STANDARD,
    Account,
    FreshsalesFault,
    Record,
    iso,
    shown_deal,
)

VIEWS: dict[str, tuple[str, frozenset[str] | None]] = {
    "402000700001": ("My Deals", frozenset()),
    "402000700002": ("Open Deals", frozenset({"Open"})),
    "402000700003": ("Won Deals", frozenset({"Closed Won"})),
    "402000700004": ("Lost Deals", frozenset({"Closed Lost"})),
    "402000700005": ("All Deals", None),
}
Automation = Callable[[dict[str, str]], None]


class FreshsalesSandbox(CrmSandbox):
    """Serves one account; ``writes`` holds every effective change of a deal through the API.

    ``automations`` stand for workflows that an administrator made: each is called with what
    such a workflow would POST, after a person changed a custom field. Freshsales itself does
    not wait for them: neither does anything here hold a lock while they run.
    """

    slug = "freshsales"

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        super().__init__()
        self.now = now or (lambda: datetime.now(UTC))
        self.account = Account(self.now)
        self.gate = Gate()
        self.person = "person@crm.example"
        """Who edits in the browser."""
        self.max_page = 100
        self.views = dict(VIEWS)
        self.automations: list[Automation] = []
        self.writes: list[tuple[str, Record]] = []
        self.app = Starlette(
            routes=[
                self._route("GET", "/lookup", self._lookup),
                self._route("GET", "/contacts/{id}", self._contact),
                self._route("GET", "/deals/filters", self._filters),
                self._route("GET", "/deals/view/{id}", self._view),
                self._route("GET", "/deals/{id}", self._deal),
                self._route("PUT", "/deals/{id}", self._update),
                self._route("GET", "/settings/deals/fields", self._fields),
                self._route("GET", "/selector/{name}", self._selector),
                Route("/crm/sales/deals/{id}", self._record_page),
            ]
        )

    # ── what tests and the demo do ───────────────────────────────────────────────────

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to deal id."""
        with self.lock:
            return self.account.load(company)

    def add_field(self, label: str, kind: str) -> str:
        """Make a custom field of deals as an administrator does in the settings; its name."""
        with self.lock:
            return self.account.add_field(label, kind)

    def edit_as_person(self, record_id: str, name: str, value: Any) -> None:
        """Change a field of a deal as its owner would in the browser; automations run."""
        with self.lock:
            if name in STANDARD:
                self.account.deal(record_id).update({name: value, "updated_at": self.now()})
                return
            if name not in self.account.fields:
                raise FreshsalesFault(400, f"{name} does not exist")
            before = self.account.deal(record_id)["custom_field"].get(name)
            after = self.account.set(record_id, {name: value})["custom_field"].get(name)
            told = {
                "deal_id": record_id,
                "field": name,
                "value": "" if value is None else f"{value:g}" if _number(value) else str(value),
                "updated_at": iso(self.now()),
                "updated_by": self.person,
            }
        for automation in tuple(self.automations) if after != before else ():
            automation(dict(told))

    def value(self, record_id: str, name: str) -> Any:
        """What stands in a field now; numbers are floats."""
        with self.lock:
            deal = self.account.deal(record_id)
            found = deal[name] if name in deal else deal["custom_field"].get(name)
            return float(found) if _number(found) and name not in deal else found

    def field_named(self, label: str) -> str:
        """The internal name of the custom field with this label; else the label itself."""
        with self.lock:
            fields = self.account.fields.items()
            return next((name for name, field in fields if field["label"] == label), label)

    def delete(self, record_id: str) -> None:
        """Move a deal to the recycle bin."""
        with self.lock:
            del self.account.deals[record_id]

    def move(self, deal_id: str, *, stage: str, outcome: str = "open") -> None:
        """Move a deal to a stage as its owner does."""
        with self.lock:
            deal, at = self.account.deal(deal_id), self.now()
            deal.update(
                deal_stage_id=self.account.stage(stage, outcome)["id"],
                stage_updated_time=at,
                updated_at=at,
                closed_date=None if outcome == "open" else at,
            )

    def lose(self, deal_id: str, reason: str) -> None:
        """Move a deal to Lost for a reason."""
        with self.lock:
            self.move(deal_id, stage="Lost", outcome="lost")
            key = self.account.new_id()
            self.account.reasons[str(key)] = {"id": key, "name": reason}
            self.account.deal(deal_id)["deal_reason_id"] = key

    def shown(self) -> list[ShownDeal]:
        """The live deals as a person would see them, in order of creation."""
        with self.lock:
            return [shown_deal(self.account, deal_id) for deal_id in self.account.deals]

    def hide(self, name: str) -> None:
        """Delete a custom field, as an administrator could; its values go with it."""
        with self.lock:
            del self.account.fields[name]
            for deal in self.account.deals.values():
                deal["custom_field"].pop(name, None)

    def refuse(self, record_id: str) -> None:
        """From now on a rule of the company refuses every write on this deal."""
        with self.lock:
            self.account.refusing.add(record_id)

    def revoke(self) -> None:
        """The user resets the API key."""
        with self.lock:
            self.gate.key += "-reset"

    # ── the frame around every request ───────────────────────────────────────────────

    def _route(self, method: str, path: str, work: Callable[[Request, Any], Response]) -> Route:
        async def endpoint(request: Request) -> Response:
            raw = await request.body()
            return await run_in_threadpool(self._answer, work, request, raw)

        return Route(path, endpoint, methods=[method])

    def _answer(
        self, work: Callable[[Request, Any], Response], request: Request, raw: bytes
    ) -> Response:
        try:
            with self.lock:
                self.spent["requests"] += 1
                self.gate.admit(request.headers.get("authorization"), self.now())
            return work(request, json.loads(raw) if raw else None)
        except FreshsalesFault as fault:
            return JSONResponse(fault.body, fault.status)
        except (ValueError, KeyError, TypeError):
            invalid = FreshsalesFault(400, "Invalid request")
            return JSONResponse(invalid.body, invalid.status)

    # ── reading ──────────────────────────────────────────────────────────────────────

    def _lookup(self, request: Request, _body: Any) -> Response:
        asked = request.query_params
        if (asked["f"], asked["entities"]) != ("email", "contact"):
            raise FreshsalesFault(400, "Unknown field or entity")
        with self.lock:
            key = self.account.contact_of.get(asked["q"].lower())
            found = [] if key is None else [self.account.contacts[key]]
        return JSONResponse({"contacts": {"contacts": found}})

    def _contact(self, request: Request, _body: Any) -> Response:
        key = request.path_params["id"]
        with self.lock:
            if key not in self.account.contacts:
                raise FreshsalesFault(404, "Resource not found")
            contact = dict(self.account.contacts[key])
            if "deals" in _include(request):
                linked = self.account.deals_of.get(key, [])
                live = [self.account.deals[each] for each in linked if each in self.account.deals]
                contact["deals"] = [self.account.shown(deal, frozenset()) for deal in live]
        return JSONResponse({"contact": contact})

    def _filters(self, _request: Request, _body: Any) -> Response:
        listed = [
            {"id": int(key), "name": name, "model_class_name": "Deal", "is_default": True}
            for key, (name, _) in self.views.items()
        ]
        return JSONResponse({"filters": listed})

    def _view(self, request: Request, _body: Any) -> Response:
        asked, key = request.query_params, request.path_params["id"]
        if key not in self.views:
            raise FreshsalesFault(404, "Resource not found")
        size = min(int(asked.get("per_page", "25")), self.max_page)
        page, include = int(asked.get("page", "1")), _include(request)
        with self.lock:
            deals = list(self.account.in_view(self.views[key][1]))
            by = asked.get("sort", "id")
            deals.sort(key=lambda deal: deal[by], reverse=asked.get("sort_type") == "desc")
            part = deals[(page - 1) * size : page * size]
            body: Record = {
                "deals": [self.account.shown(deal, include) for deal in part],
                **self.account.beside(part, include),
                "meta": {"total_pages": -(-len(deals) // size), "total": len(deals)},
            }
        return JSONResponse(body)

    def _deal(self, request: Request, _body: Any) -> Response:
        with self.lock:
            return self._one(request.path_params["id"], _include(request))

    def _one(self, deal_id: str, include: frozenset[str]) -> Response:
        deal = self.account.deal(deal_id)
        shown = self.account.shown(deal, include)
        return JSONResponse({"deal": shown, **self.account.beside([deal], include)})

    def _fields(self, _request: Request, _body: Any) -> Response:
        standard = [
            {"id": number, "name": name, "label": name, "type": "text", "default": True}
            for number, name in enumerate(STANDARD, 1)
        ]
        with self.lock:
            return JSONResponse({"fields": [*standard, *self.account.fields.values()]})

    def _selector(self, request: Request, _body: Any) -> Response:
        with self.lock:
            users = [user for user in self.account.users.values() if user["is_active"]]
            lists: dict[str, tuple[str, list[Record]]] = {
                "owners": ("users", users),
                "deal_stages": ("deal_stages", list(self.account.stages.values())),
                "deal_pipelines": ("deal_pipelines", [PIPELINE]),
                "deal_reasons": ("deal_reasons", list(self.account.reasons.values())),
            }
            name = request.path_params["name"]
            if name not in lists:
                raise FreshsalesFault(404, "Resource not found")
            key, listed = lists[name]
            return JSONResponse({key: listed})

    # ── writing ──────────────────────────────────────────────────────────────────────

    def _update(self, request: Request, body: Any) -> Response:
        deal_id, custom = request.path_params["id"], body["deal"]["custom_field"]
        with self.lock:
            self.account.check(deal_id, custom)
        self.interrupt(deal_id)
        with self.lock:
            self.account.set(deal_id, custom)
            self.writes.append((deal_id, custom))
            return self._one(deal_id, frozenset())

    async def _record_page(self, request: Request) -> Response:
        found = [deal for deal in self.shown() if deal.id == request.path_params["id"]]
        if not found:
            return HTMLResponse("This record does not exist or was deleted.", 404)
        return HTMLResponse(record_page(found[0]))


def _include(request: Request) -> frozenset[str]:
    return frozenset(filter(None, request.query_params.get("include", "").split(",")))


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
