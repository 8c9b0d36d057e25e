"""A Salesforce org on loopback: what Reploop uses of its OAuth, REST and Tooling APIs."""

import base64
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
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
from sandbox.salesforce_deploy import deploy
from sandbox.salesforce_oauth import Credentials, sign_in_problem
from sandbox.salesforce_org import Org
from sandbox.salesforce_rest import Asked, Rest
from sandbox.salesforce_schema import Record, SalesforceFault, same_id

MAX_URL_CHARS = 16_384
METHODS = ["GET", "POST", "PATCH", "DELETE", "PUT"]


@dataclass(slots=True)
class Budget:
    """API requests of the last 24 hours."""

    used: int = 0
    most: int = 15_000


class SalesforceSandbox(CrmSandbox):
    """Serves one org; ``writes`` holds every change of a record that came through the API."""

    slug = "salesforce"

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        super().__init__()
        self.now = now or (lambda: datetime.now(UTC))
        self.org = Org(self.now)
        self.credentials = Credentials()
        self.budget = Budget()
        self.token_life = timedelta(hours=2)
        self.tokens: dict[str, datetime] = {}
        self.rest = Rest(self.org, self._limits, self.interrupt)
        self.app = Starlette(
            routes=[
                Route("/services/oauth2/token", self._token, methods=["POST"]),
                Route("/services/data/v{version}/{path:path}", self._api, methods=METHODS),
                Route("/lightning/r/Opportunity/{id}/view", self._record_page),
            ]
        )

    @property
    def writes(self) -> list[tuple[str, Record]]:
        """Id and values of each change that was applied, in order."""
        return self.rest.writes

    # ── what tests and the demo do ───────────────────────────────────────────────────

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to opportunity id."""
        with self.lock:
            return self.org.load(company)

    def deploy(self, files: Mapping[str, str]) -> None:
        """Deploy a metadata package as an administrator. Raises ``DeployFailed``."""
        with self.lock:
            deploy(self.org, files)

    def assign(self, permission_set: str) -> None:
        """Give a permission set to every user, as an administrator."""
        with self.lock:
            sets = self.org.tables["PermissionSet"].values()
            parent = next(s["Id"] for s in sets if s["Name"] == permission_set)
            for user in self.org.tables["User"]:
                self.org.insert("PermissionSetAssignment", PermissionSetId=parent, AssigneeId=user)

    def edit_as_person(self, record_id: str, name: str, value: Any) -> None:
        """Change a field of any record as its owner would in the browser."""
        with self.lock:
            table, record = self._record(record_id)
            self.org.change(
                table, record, {name: value}, by=str(record.get("OwnerId", record["Id"]))
            )

    def value(self, record_id: str, name: str) -> Any:
        """What stands in a field now."""
        with self.lock:
            return self._record(record_id)[1].get(name)

    def field_named(self, label: str) -> str:
        """The API name of a custom field by its label; empty where there is none."""
        with self.lock:
            fields = (f for custom in self.org.custom.values() for f in custom.items())
            return next((name for name, metadata in fields if metadata["label"] == label), "")

    def type_of(self, name: str) -> str:
        """See ``CrmSandbox.type_of``."""
        with self.lock:
            kinds = {str(f[name]["type"]).lower() for f in self.org.custom.values() if name in f}
        return next(iter(kinds & {"number", "date"}), "text")

    def delete(self, record_id: str) -> None:
        """Move a record to the recycle bin."""
        with self.lock:
            self.org.discard(*self._record(record_id))

    def move(self, deal_id: str, *, stage: str, outcome: str = "open") -> None:
        """Move an opportunity to a stage as its owner does."""
        with self.lock:
            record = self.org.opportunity(deal_id)
            values = {
                "StageName": stage, "IsClosed": outcome != "open", "IsWon": outcome == "won",
            }  # fmt: skip
            self.org.change("Opportunity", record, values, by=record["OwnerId"])

    def hide(self, name: str) -> None:
        """Take away every grant on a custom field."""
        with self.lock:
            grants = self.org.tables["FieldPermissions"]
            for key in [k for k, g in grants.items() if g["Field"].endswith(f".{name}")]:
                del grants[key]

    def refuse(self, record_id: str) -> None:
        """A validation rule refuses every write on this record from now on."""

        def rule(record: Record) -> str | None:
            return "Frozen by the company" if same_id(record["Id"], record_id) else None

        with self.lock:
            self.org.rules.append(rule)

    def hold(self, record_id: str) -> None:
        """Somebody else's transaction holds the record from now on."""
        with self.lock:
            self.org.locked.add(record_id[:15])

    def revoke(self) -> None:
        """The app is not approved any more, and no token is accepted."""
        self.credentials.approved = False
        self.revoke_tokens()

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

    def _record(self, record_id: str) -> tuple[str, Record]:
        found = self.org.found(record_id)
        if found is None:
            raise KeyError(record_id)
        return found

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

    async def _api(self, request: Request) -> Response:
        raw = await request.body()
        return await run_in_threadpool(self._answer, request, raw)

    def _answer(self, request: Request, raw: bytes) -> Response:
        with self.lock:
            try:
                self._admit(request)
                answer = self._answered(request, _body(request, raw))
            except SalesforceFault as fault:
                answer = JSONResponse([fault.entry], fault.status)
            except (ValueError, KeyError):
                entry = {"message": "Unexpected character", "errorCode": "JSON_PARSER_ERROR"}
                answer = JSONResponse([entry], 400)
            answer.headers["Sforce-Limit-Info"] = f"api-usage={self.budget.used}/{self.budget.most}"
            answer.headers["Date"] = format_datetime(self.now(), usegmt=True)
            return answer

    def _answered(self, request: Request, body: Any) -> Response:
        answered = self.rest.answer(Asked(
            request.method, request.path_params["path"], dict(request.query_params),
            dict(request.headers), body, request.path_params["version"],
        ))  # fmt: skip
        if answered.status == 204:
            return Response(status_code=204)
        return JSONResponse(answered.body, answered.status)

    def _admit(self, request: Request) -> None:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self.tokens.get(token, datetime.min.replace(tzinfo=UTC)) <= self.now():
            raise SalesforceFault(401, "INVALID_SESSION_ID", "Session expired or invalid")
        if self.budget.used >= self.budget.most:
            raise SalesforceFault(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")
        if len(str(request.url)) > MAX_URL_CHARS:
            raise SalesforceFault(414, "URI_TOO_LONG", "URI Too Long")
        self.budget.used += 1
        self.spent["requests"] += 1

    def _limits(self) -> Record:
        left = self.budget.most - self.budget.used
        return {"DailyApiRequests": {"Max": self.budget.most, "Remaining": left}}

    async def _record_page(self, request: Request) -> Response:
        with self.lock:
            wanted = request.path_params["id"]
            found = [deal for deal in self.shown() if same_id(deal.id, wanted)]
        if not found:
            return HTMLResponse("This record does not exist or was deleted.", 404)
        return HTMLResponse(record_page(found[0]))


def _body(request: Request, raw: bytes) -> Any:
    if request.headers.get("content-type", "").startswith("multipart/"):
        return raw
    return json.loads(raw) if raw else None


def _shown(org: Org, record: Record) -> ShownDeal:
    amount, owner = record["Amount"], org.tables["User"][record["OwnerId"]]
    custom = org.custom["Opportunity"]
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
            "Next step": record.get("NextStep") or "",
        },
        fields={str(metadata["label"]): record.get(name) for name, metadata in custom.items()},
    )
