"""A Zoho CRM organisation on loopback: accounts server and API, as far as Reploop uses them."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from sandbox.crm_company import CrmCompany, ShownDeal
from sandbox.crm_page import record_page
from sandbox.crm_sandbox import CrmSandbox
from sandbox.zoho_fields import ZohoFault
from sandbox.zoho_meter import Meter
from sandbox.zoho_org import US, Module, Org
from sandbox.zoho_reads import Reads
from sandbox.zoho_writes import Writes

Work = Callable[[Request, Any], Response]


class ZohoSandbox(CrmSandbox):
    """Serves one organisation."""

    slug = "zoho"

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        super().__init__()
        self.now = now or (lambda: datetime.now(UTC))
        self.org = Org(self.now)
        self.meter = Meter(self.now, self.spent)
        self.reads = reads = Reads(self.org, self.meter)
        self.writes = writes = Writes(self.org, self.meter, self.interrupt)
        crm = "/crm/v8"
        self.app = Starlette(
            routes=[
                Route("/oauth/v2/token", self._token, methods=["POST"]),
                self._route("GET", crm + "/users", reads.users, "users"),
                self._route("GET", crm + "/settings/fields", reads.fields, "settings.fields"),
                self._route("POST", crm + "/settings/fields", writes.define, "settings.fields"),
                self._route("PATCH", crm + "/settings/fields", writes.define, "settings.fields"),
                self._route("GET", crm + "/settings/modules", reads.modules, "settings.modules"),
                self._route(
                    "POST", crm + "/settings/modules", writes.module, "settings.modules.create"
                ),
                self._route("POST", crm + "/coql", reads.coql, "coql"),
                self._route("GET", crm + "/Contacts/search", reads.search, "modules.contacts"),
                self._route("GET", crm + "/Contacts/{id}/Deals", reads.related, "modules.deals"),
                self._route("GET", crm + "/Deals/deleted", reads.deleted, "modules.deals"),
                self._route("GET", crm + "/{module}/{id}/__timeline", reads.timeline, "modules"),
                self._route("GET", crm + "/{module}", reads.records, "modules"),
                self._route("POST", crm + "/{module}", writes.write, "modules"),
                self._route("PUT", crm + "/{module}", writes.write, "modules"),
                self._route("DELETE", crm + "/{module}", writes.remove, "modules"),
                Route("/crm/tab/Potentials/{id}", self._record_page),
            ]
        )

    # ── what tests and the demo do ───────────────────────────────────────────────────

    def load(self, company: CrmCompany) -> dict[str, str]:
        """See ``CrmSandbox.load``."""
        with self.lock:
            return self.org.load(company)

    def edit_as_person(self, record_id: str, name: str, value: Any) -> None:
        """See ``CrmSandbox.edit_as_person``."""
        with self.lock:
            person = next(key for key in self.org.users if key != US)
            self.org.update(self._holding(record_id), record_id, {name: value}, person)

    def value(self, record_id: str, name: str) -> Any:
        """See ``CrmSandbox.value``."""
        with self.lock:
            return self._holding(record_id).records[record_id].get(name)

    def field_named(self, label: str) -> str:
        """See ``CrmSandbox.field_named``."""
        for module in self.org.modules.values():
            for name, entry in module.fields.known.items():
                if entry["field_label"] == label:
                    return name
        return label

    def delete(self, record_id: str) -> None:
        """See ``CrmSandbox.delete``."""
        with self.lock:
            person = next(key for key in self.org.users if key != US)
            self.org.delete(self._holding(record_id), record_id, person)

    def move(self, deal_id: str, *, stage: str, outcome: str = "open") -> None:
        """See ``CrmSandbox.move``."""
        with self.lock:
            forecast = {"open": "Open", "won": "Closed Won", "lost": "Closed Lost"}[outcome]
            self.org.stages.setdefault(stage, forecast)
            self.edit_as_person(deal_id, "Stage", stage)

    def hide(self, name: str) -> None:
        """See ``CrmSandbox.hide``."""
        with self.lock:
            for module in self.org.modules.values():
                if name in module.fields.known:
                    module.fields.hide(name)

    def refuse(self, record_id: str) -> None:
        """See ``CrmSandbox.refuse``: the record is locked by a rule of the company."""
        with self.lock:
            self._holding(record_id).locked.add(record_id)

    def revoke(self) -> None:
        """See ``CrmSandbox.revoke``."""
        with self.lock:
            self.meter.tokens.clear()
            self.meter.refresh_token = ""

    def shown(self) -> list[ShownDeal]:
        """See ``CrmSandbox.shown``."""
        with self.lock:
            return [self._shown(key) for key in self.org.modules["Deals"].records]

    def _shown(self, key: str) -> ShownDeal:
        module = self.org.modules["Deals"]
        deal = module.records[key]
        amount = deal["Amount"]
        return ShownDeal(
            crm="Zoho CRM",
            id=key,
            name=deal["Deal_Name"],
            stage=deal["Stage"],
            facts={
                "Account": deal["Account_Name"]["name"],
                "Deal owner": self.org.users[deal["Owner"]["id"]]["full_name"],
                "Amount": f"{deal['Currency']} {amount:,.0f}" if amount else "",
                "Closing date": deal["Closing_Date"] or "",
            },
            fields={e["field_label"]: deal.get(name) for name, e in module.fields.custom()},
        )

    def _holding(self, record_id: str) -> Module:
        for module in self.org.modules.values():
            if record_id in module.records:
                return module
        raise KeyError(record_id)

    # ── the frame around every request ───────────────────────────────────────────────

    async def _token(self, request: Request) -> Response:
        form = {k: v[0] for k, v in parse_qs((await request.body()).decode()).items()}
        here = f"{request.url.scheme}://{request.url.netloc}{request.scope['root_path']}"
        with self.lock:
            return self.meter.grant(form, here)

    def _route(self, method: str, path: str, work: Work, scope: str) -> Route:
        async def endpoint(request: Request) -> Response:
            raw = await request.body()
            return await run_in_threadpool(self._answer, work, request, raw, scope)

        return Route(path, endpoint, methods=[method])

    def _answer(self, work: Work, request: Request, raw: bytes, scope: str) -> Response:
        module = request.path_params.get("module", "").lower()
        with self.lock:
            self.spent["requests"] += 1
            try:
                authorization = request.headers.get("authorization", "")
                self.meter.admit(authorization, {scope, f"{scope}.{module}"})
                answer = work(request, json.loads(raw) if raw else {})
            except ZohoFault as fault:
                answer = JSONResponse(fault.body, fault.status)
            except (ValueError, KeyError, TypeError, AttributeError):
                answer = JSONResponse(ZohoFault(400, "INVALID_DATA", "body").body, 400)
            answer.headers["Date"] = format_datetime(self.now(), usegmt=True)
            answer.headers["X-API-CREDITS-REMAINING"] = str(self.meter.left())
            return answer

    async def _record_page(self, request: Request) -> Response:
        found = [deal for deal in self.shown() if deal.id == request.path_params["id"]]
        if not found:
            return HTMLResponse("The record you are looking for does not exist.", 404)
        return HTMLResponse(record_page(found[0]))
