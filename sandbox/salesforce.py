"""A Salesforce org on loopback: what Reploop uses of its OAuth, REST and Tooling APIs."""

import base64
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from sandbox.base import Sandbox
from sandbox.crm_company import CrmCompany, ShownDeal
from sandbox.crm_page import record_page
from sandbox.salesforce_fields import create_field, field_definitions, insert
from sandbox.salesforce_oauth import Credentials, sign_in_problem
from sandbox.salesforce_org import Org, Record, SalesforceFault, same_id
from sandbox.soql import MalformedQuery, Query, parse

MAX_URL_CHARS = 16_384


@dataclass(slots=True)
class Budget:
    """Daily API requests."""

    used: int = 0
    most: int = 15_000


class SalesforceSandbox(Sandbox):
    """Serves one org; ``writes`` holds every effective change of an opportunity."""

    slug = "salesforce"

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        super().__init__()
        self.now = now or (lambda: datetime.now(UTC))
        self.org = Org(self.now)
        self.credentials = Credentials()
        self.budget = Budget()
        self.token_life = timedelta(hours=2)
        self.page_size = 2000
        self.tokens: dict[str, datetime] = {}
        self.writes: list[tuple[str, Record]] = []
        self._cursors: dict[str, list[Record]] = {}
        data = "/services/data/v{version}"
        self.app = Starlette(
            routes=[
                Route("/services/oauth2/token", self._token, methods=["POST"]),
                Route(data + "/query", self._api(self._query)),
                Route(data + "/query/", self._api(self._query)),
                Route(data + "/query/{cursor}", self._api(self._more)),
                Route(data + "/limits", self._api(self._limits)),
                Route(data + "/tooling/query", self._api(self._tooling_query)),
                Route(
                    data + "/tooling/sobjects/CustomField",
                    self._api(self._custom_field),
                    methods=["POST"],
                ),
                Route(data + "/composite/sobjects", self._api(self._collection), methods=["POST"]),
                Route(data + "/sobjects/{table}", self._api(self._create), methods=["POST"]),
                Route(data + "/sobjects/{table}/{id}", self._api(self._read)),
                Route(data + "/sobjects/{table}/{id}", self._api(self._update), methods=["PATCH"]),
                Route("/lightning/r/Opportunity/{id}/view", self._record_page),
            ]
        )

    # ── what tests and the demo do ───────────────────────────────────────────────────

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to opportunity id."""
        with self.lock:
            return self.org.load(company)

    def edit_as_person(self, deal_id: str, name: str, value: Any) -> None:
        """Change a field of an opportunity as its owner would in the browser."""
        with self.lock:
            self.org.update(deal_id, {name: value}, by=self.org.opportunity(deal_id)["OwnerId"])

    def value(self, deal_id: str, name: str) -> Any:
        """What stands in a field now."""
        with self.lock:
            return self.org.opportunity(deal_id).get(name)

    def delete(self, deal_id: str) -> None:
        """Move an opportunity to the recycle bin."""
        with self.lock:
            self.org.deleted.add(self.org.opportunity(deal_id)["Id"])

    def revoke_tokens(self) -> None:
        """Every token given out so far is answered with 401 from now on."""
        with self.lock:
            self.tokens.clear()

    def shown(self) -> list[ShownDeal]:
        """The live opportunities as a person would see them, in order of creation."""
        with self.lock:
            return [
                _shown(self.org, record)
                for record in self.org.tables["Opportunity"].values()
                if record["Id"] not in self.org.deleted
            ]

    # ── sign-in ──────────────────────────────────────────────────────────────────────

    async def _token(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        problem = sign_in_problem(
            self.credentials, form, request.headers.get("authorization", ""), self.now()
        )
        if problem is not None:
            error, description = problem
            return JSONResponse({"error": error, "error_description": description}, 400)
        instance = str(request.base_url).rstrip("/")
        token = f"00Dsandbox!{secrets.token_urlsafe(24)}"
        with self.lock:
            self.tokens[token] = self.now() + self.token_life
        return JSONResponse(
            {
                "access_token": token,
                "instance_url": instance,
                "id": f"https://login.salesforce.com/id/00DHs0000000001AAA/{self.org.run_as}",
                "token_type": "Bearer",
                "scope": "api",
                "issued_at": str(int(self.now().timestamp() * 1000)),
                "signature": base64.b64encode(secrets.token_bytes(32)).decode(),
            }
        )

    # ── the frame around every API request ───────────────────────────────────────────

    def _api(self, work: Callable[[Request, Any], Response]) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            raw = await request.body()
            return await run_in_threadpool(self._answer, work, request, raw)

        return endpoint

    def _answer(
        self, work: Callable[[Request, Any], Response], request: Request, raw: bytes
    ) -> Response:
        with self.lock:
            try:
                self._admit(request)
                body = json.loads(raw) if raw else None
                answer = work(request, body)
            except SalesforceFault as fault:
                answer = JSONResponse([fault.entry], fault.status)
            except MalformedQuery as error:
                entry = {"message": str(error), "errorCode": "MALFORMED_QUERY"}
                answer = JSONResponse([entry], 400)
            except ValueError:
                entry = {"message": "Unexpected character", "errorCode": "JSON_PARSER_ERROR"}
                answer = JSONResponse([entry], 400)
            answer.headers["Sforce-Limit-Info"] = f"api-usage={self.budget.used}/{self.budget.most}"
            return answer

    def _admit(self, request: Request) -> None:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self.tokens.get(token, datetime.min.replace(tzinfo=UTC)) <= self.now():
            raise SalesforceFault(401, "INVALID_SESSION_ID", "Session expired or invalid")
        if self.budget.used >= self.budget.most:
            raise SalesforceFault(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")
        if len(str(request.url)) > MAX_URL_CHARS:
            raise SalesforceFault(414, "URI_TOO_LONG", "URI Too Long")
        self.budget.used += 1

    # ── queries ──────────────────────────────────────────────────────────────────────

    def _query(self, request: Request, _body: Any) -> Response:
        records = self.org.select(parse(request.query_params.get("q", "")))
        return self._page(request, records, total=len(records), at=0)

    def _more(self, request: Request, _body: Any) -> Response:
        cursor, _, at = request.path_params["cursor"].rpartition("-")
        if cursor not in self._cursors:
            raise SalesforceFault(400, "INVALID_QUERY_LOCATOR", "invalid query locator")
        records = self._cursors[cursor]
        return self._page(request, records, total=len(records), at=int(at), cursor=cursor)

    def _page(
        self, request: Request, records: list[Record], *, total: int, at: int, cursor: str = ""
    ) -> Response:
        following = at + self.page_size
        page: Record = {
            "totalSize": total,
            "done": following >= total,
            "records": records[at:following],
        }
        if following < total:
            cursor = cursor or f"01gHs{secrets.token_hex(6)}"
            self._cursors[cursor] = records
            version = request.path_params["version"]
            page["nextRecordsUrl"] = f"/services/data/v{version}/query/{cursor}-{following}"
        return JSONResponse(page)

    def _limits(self, _request: Request, _body: Any) -> Response:
        left = self.budget.most - self.budget.used
        return JSONResponse({"DailyApiRequests": {"Max": self.budget.most, "Remaining": left}})

    def _tooling_query(self, request: Request, _body: Any) -> Response:
        rows = field_definitions(self.org, parse(request.query_params.get("q", "")))
        return JSONResponse({"size": len(rows), "totalSize": len(rows), "done": True,
                             "queryLocator": None, "entityTypeName": "FieldDefinition",
                             "records": rows})  # fmt: skip

    # ── writes ───────────────────────────────────────────────────────────────────────

    def _custom_field(self, _request: Request, body: Any) -> Response:
        return _saved(create_field(self.org, body))

    def _create(self, request: Request, body: Any) -> Response:
        return _saved(insert(self.org, request.path_params["table"], body))

    def _collection(self, _request: Request, body: Any) -> Response:
        results = []
        for record in body["records"]:
            values = {k: v for k, v in record.items() if k != "attributes"}
            try:
                new = insert(self.org, record["attributes"]["type"], values)
                results.append({"id": new, "success": True, "errors": []})
            except SalesforceFault as fault:
                error = {
                    "statusCode": fault.entry["errorCode"],
                    "message": fault.entry["message"],
                    "fields": fault.entry.get("fields", []),
                }
                results.append({"success": False, "errors": [error]})
        return JSONResponse(results)

    def _read(self, request: Request, _body: Any) -> Response:
        record = self.org.opportunity(request.path_params["id"])
        names = [n for n in request.query_params.get("fields", "").split(",") if n]
        for name in names:
            self.org.check_column("Opportunity", name)
        query = Query(("Id", *names), "Opportunity", (), None)
        shown = self.org.select(query)
        return JSONResponse(next(r for r in shown if same_id(r["Id"], record["Id"])))

    def _update(self, request: Request, body: Any) -> Response:
        table, record_id = request.path_params["table"], request.path_params["id"]
        if table == "FieldPermissions":
            self.org.tables[table][record_id].update(body)
            return Response(status_code=204)
        self.org.opportunity(record_id)
        for name in body:
            self.org.check_column("Opportunity", name)
            if name in self.org.custom and not self.org.grants(name)[1]:
                message = f"Unable to create/update fields: {name}. Please check the security "
                raise SalesforceFault(
                    400, "INVALID_FIELD_FOR_INSERT_UPDATE",
                    message + "settings of this field and verify that it is read/write.", (name,),
                )  # fmt: skip
        self.org.update(record_id, body, by=self.org.run_as)
        self.writes.append((record_id, body))
        return Response(status_code=204)

    async def _record_page(self, request: Request) -> Response:
        with self.lock:
            wanted = request.path_params["id"]
            found = [deal for deal in self.shown() if same_id(deal.id, wanted)]
        if not found:
            return HTMLResponse("This record does not exist or was deleted.", 404)
        return HTMLResponse(record_page(found[0]))


def _saved(record_id: str) -> Response:
    return JSONResponse({"id": record_id, "success": True, "errors": []}, 201)


def _shown(org: Org, record: Record) -> ShownDeal:
    amount, owner = record["Amount"], org.tables["User"][record["OwnerId"]]
    return ShownDeal(
        crm="Salesforce",
        id=record["Id"],
        name=record["Name"],
        stage=record["StageName"],
        facts={
            "Account": org.tables["Account"][record["AccountId"]]["Name"],
            "Owner": owner["Name"],
            "Amount": "" if amount is None else f"{record['CurrencyIsoCode']} {amount:,.0f}",
            "Close date": record["CloseDate"] or "",
        },
        fields={str(metadata["label"]): record.get(name) for name, metadata in org.custom.items()},
    )
