"""A HubSpot account on loopback: what Reploop uses of its CRM API."""

import json
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from sandbox.base import Sandbox
from sandbox.crm_company import CrmCompany, ShownDeal
from sandbox.crm_page import record_page
from sandbox.hubspot_portal import HubspotFault, Portal, Record, iso

WINDOW = timedelta(seconds=10)


class HubspotSandbox(Sandbox):
    """Serves one account; ``writes`` holds every effective change of a deal."""

    slug = "hubspot"

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        super().__init__()
        self.now = now or (lambda: datetime.now(UTC))
        self.portal = Portal(self.now)
        self.token = "pat-na1-sandbox"
        self.scopes_missing: set[str] = set()
        self.per_window = 190
        self.page_size = 500
        """Associations a contact shows at once."""
        self.writes: list[tuple[str, Record]] = []
        self._recent: deque[datetime] = deque()
        objects, v4 = "/crm/v3/objects", "/crm/v4/associations"
        read, write = "crm.objects.deals.read", "crm.objects.deals.write"
        contacts, owners = "crm.objects.contacts.read", "crm.objects.owners.read"
        define = "crm.schemas.deals.write"
        self.app = Starlette(
            routes=[
                self._route("POST", objects + "/contacts/batch/read", self._contacts, contacts),
                self._route("POST", v4 + "/contacts/deals/batch/read", self._linked, contacts),
                self._route("POST", objects + "/deals/batch/read", self._deals, read),
                self._route("GET", objects + "/deals/{id}", self._deal, read),
                self._route("PATCH", objects + "/deals/{id}", self._update, write),
                self._route("GET", "/crm/v3/pipelines/deals", self._pipelines, read),
                self._route("GET", "/crm/v3/owners", self._owners, owners),
                self._route("GET", "/crm/v3/owners/", self._owners, owners),
                self._route("POST", "/crm/v3/properties/deals", self._define, define),
                self._route("POST", "/crm/v3/properties/deals/groups", self._group, define),
                self._route("GET", "/crm/v3/properties/deals/{name}", self._property, read),
                Route("/contacts/{portal}/record/0-3/{id}", self._record_page),
            ]
        )

    # ── what tests and the demo do ───────────────────────────────────────────────────

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to deal id."""
        with self.lock:
            return self.portal.load(company)

    def edit_as_person(self, deal_id: str, name: str, value: Any) -> None:
        """Change a property of a deal as its owner would in the browser."""
        with self.lock:
            self.portal.update(deal_id, {name: "" if value is None else str(value)})

    def value(self, deal_id: str, name: str) -> Any:
        """What stands in a property now."""
        with self.lock:
            return self.portal.deal(deal_id).get(name)

    def delete(self, deal_id: str) -> None:
        """Move a deal to the recycling bin."""
        with self.lock:
            del self.portal.deals[deal_id]

    def shown(self) -> list[ShownDeal]:
        """The live deals as a person would see them, in order of creation."""
        with self.lock:
            return [_shown(self.portal, deal_id) for deal_id in self.portal.deals]

    # ── the frame around every request ───────────────────────────────────────────────

    def _route(
        self, method: str, path: str, work: Callable[[Request, Any], Response], scope: str
    ) -> Route:
        async def endpoint(request: Request) -> Response:
            raw = await request.body()
            return await run_in_threadpool(self._answer, work, request, raw, scope)

        return Route(path, endpoint, methods=[method])

    def _answer(
        self,
        work: Callable[[Request, Any], Response],
        request: Request,
        raw: bytes,
        scope: str,
    ) -> Response:
        with self.lock:
            headers = {}
            try:
                self._admit(request, scope)
                headers = self._limits()
                answer = work(request, json.loads(raw) if raw else None)
            except HubspotFault as fault:
                answer = JSONResponse(fault.body, fault.status)
            except (ValueError, KeyError, TypeError):
                invalid = HubspotFault(400, "VALIDATION_ERROR", "Invalid input JSON")
                answer = JSONResponse(invalid.body, invalid.status)
            answer.headers.update(headers)
            return answer

    def _admit(self, request: Request, scope: str) -> None:
        if request.headers.get("authorization") != f"Bearer {self.token}":
            raise HubspotFault(
                401, "INVALID_AUTHENTICATION", "Authentication credentials not found."
            )
        if scope in self.scopes_missing:
            message = "This app hasn't been granted all required scopes to make this call."
            error = {"message": message, "context": {"requiredGranularScopes": [scope]}}
            raise HubspotFault(403, "MISSING_SCOPES", message, errors=[error])
        now = self.now()
        while self._recent and self._recent[0] <= now - WINDOW:
            self._recent.popleft()
        if len(self._recent) >= self.per_window:
            raise HubspotFault(
                429, "RATE_LIMITS", "You have reached your ten_secondly_rolling limit.",
                errorType="RATE_LIMIT", policyName="TEN_SECONDLY_ROLLING",
            )  # fmt: skip
        self._recent.append(now)

    def _limits(self) -> dict[str, str]:
        return {
            "X-HubSpot-RateLimit-Max": str(self.per_window),
            "X-HubSpot-RateLimit-Remaining": str(self.per_window - len(self._recent)),
            "X-HubSpot-RateLimit-Interval-Milliseconds": "10000",
        }

    # ── reading ──────────────────────────────────────────────────────────────────────

    def _contacts(self, _request: Request, body: Any) -> Response:
        if len(body["inputs"]) > 100:
            raise HubspotFault(400, "VALIDATION_ERROR", "No more than 100 inputs are allowed")
        by_email = {c["email"].lower(): key for key, c in self.portal.contacts.items()}
        found, missing = [], []
        for each in body["inputs"]:
            key = by_email.get(each["id"].lower())
            if key is None:
                missing.append(each["id"])
            elif key not in found:
                found.append(key)
        moment = iso(self.now())
        results = [
            {
                "id": key,
                "properties": {"email": self.portal.contacts[key]["email"], "hs_object_id": key},
                "createdAt": moment,
                "updatedAt": moment,
                "archived": False,
            }
            for key in found
        ]
        return self._batch(results, "Could not get some CONTACT objects", missing)

    def _linked(self, _request: Request, body: Any) -> Response:
        results, missing = [], []
        for each in body["inputs"]:
            linked = self.portal.links.get(each["id"], [])
            deals = [deal for deal in linked if deal in self.portal.deals]
            start = int(each.get("after", 0))
            page = deals[start : start + self.page_size]
            if not page:
                missing.append(each["id"])
                continue
            kind = {"category": "HUBSPOT_DEFINED", "typeId": 4, "label": None}
            result: Record = {
                "from": {"id": each["id"]},
                "to": [{"toObjectId": int(d), "associationTypes": [kind]} for d in page],
            }
            if start + self.page_size < len(deals):
                result["paging"] = {"next": {"after": str(start + self.page_size), "link": "?"}}
            results.append(result)
        return self._batch(results, "No deal is associated with some contacts", missing)

    def _deals(self, _request: Request, body: Any) -> Response:
        if len(body["inputs"]) > 100:
            raise HubspotFault(400, "VALIDATION_ERROR", "No more than 100 inputs are allowed")
        asked = [each["id"] for each in body["inputs"]]
        live = [deal for deal in asked if deal in self.portal.deals]
        results = [self.portal.shown(deal, body["properties"]) for deal in live]
        missing = [deal for deal in asked if deal not in live]
        return self._batch(results, "Could not get some DEAL objects", missing)

    def _batch(self, results: list[Record], message: str, missing: list[str]) -> Response:
        moment = iso(self.now())
        body: Record = {
            "status": "COMPLETE",
            "results": results,
            "startedAt": moment,
            "completedAt": moment,
        }
        if not missing:
            return JSONResponse(body)
        error = {
            "status": "error",
            "category": "OBJECT_NOT_FOUND",
            "message": message,
            "context": {"ids": missing},
            "errors": [],
            "links": {},
        }
        return JSONResponse({**body, "numErrors": len(missing), "errors": [error]}, 207)

    def _deal(self, request: Request, _body: Any) -> Response:
        listed = request.query_params.getlist("properties")
        names = [name for part in listed for name in part.split(",")]
        return JSONResponse(self.portal.shown(request.path_params["id"], names))

    def _pipelines(self, _request: Request, _body: Any) -> Response:
        return JSONResponse(self.portal.pipelines())

    def _owners(self, request: Request, _body: Any) -> Response:
        owners = list(self.portal.owners.values())
        size = int(request.query_params.get("limit", "100"))
        start = int(request.query_params.get("after", "0"))
        page: Record = {"results": owners[start : start + size]}
        if start + size < len(owners):
            page["paging"] = {"next": {"after": str(start + size), "link": "?"}}
        return JSONResponse(page)

    def _property(self, request: Request, _body: Any) -> Response:
        name = request.path_params["name"]
        if name not in self.portal.properties:
            raise HubspotFault(404, "OBJECT_NOT_FOUND", f"Property {name} does not exist")
        return JSONResponse(self.portal.properties[name])

    # ── writing ──────────────────────────────────────────────────────────────────────

    def _update(self, request: Request, body: Any) -> Response:
        deal_id = request.path_params["id"]
        self.portal.update(deal_id, body["properties"])
        self.writes.append((deal_id, body["properties"]))
        return JSONResponse(self.portal.shown(deal_id, list(body["properties"])))

    def _define(self, _request: Request, body: Any) -> Response:
        return JSONResponse(self.portal.create_property(body), 201)

    def _group(self, _request: Request, body: Any) -> Response:
        if body["name"] in self.portal.groups:
            raise HubspotFault(
                409, "OBJECT_ALREADY_EXISTS", f"A group named '{body['name']}' already exists."
            )
        self.portal.groups.add(body["name"])
        return JSONResponse({**body, "displayOrder": -1, "archived": False}, 201)

    async def _record_page(self, request: Request) -> Response:
        found = [deal for deal in self.shown() if deal.id == request.path_params["id"]]
        if not found:
            return HTMLResponse("This record does not exist or was deleted.", 404)
        return HTMLResponse(record_page(found[0]))


def _shown(portal: Portal, deal_id: str) -> ShownDeal:
    deal = portal.deals[deal_id]
    owner = portal.owners[deal["hubspot_owner_id"]]
    amount = deal["amount"]
    return ShownDeal(
        crm="HubSpot",
        id=deal_id,
        name=deal["dealname"],
        stage=portal.stages[deal["dealstage"]][0],
        facts={
            "Company": portal.accounts[deal_id],
            "Deal owner": f"{owner['firstName']} {owner['lastName']}",
            "Amount": f"{deal['deal_currency_code']} {float(amount):,.0f}" if amount else "",
            "Close date": (deal["closedate"] or "")[:10],
        },
        fields={
            str(definition["label"]): deal.get(name)
            for name, definition in portal.properties.items()
        },
    )
