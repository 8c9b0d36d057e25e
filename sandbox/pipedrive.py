"""A Pipedrive account on loopback: what Reploop uses of versions 1 and 2 of its API."""

import html
import json
import re
import secrets
from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
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
from sandbox.pipedrive_account import Account
from sandbox.pipedrive_answers import Answers, Endpoint, Work
from sandbox.pipedrive_fields import NATIVE, PipedriveFault, Record, invalid
from sandbox.pipedrive_limits import Limits, TooMany

SCOPES = frozenset({
    "base", "deals:full", "deal-fields:full", "contacts:read", "activities:full", "users:read",
    "recents:read",
})  # fmt: skip
CLIENT_ID, CLIENT_SECRET = "pipedrive-app", "pipedrive-secret"


class PipedriveSandbox(CrmSandbox):
    """Serves one account, to an API token and to an OAuth app."""

    slug = "pipedrive"

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        super().__init__()
        self.now = now or (lambda: datetime.now(UTC))
        self.account = Account(self.now)
        self.answers = Answers(self.account, self.interrupt)
        self.limits = Limits(self.now, self.spent)
        self.api_token = "pipedrive-secret-token"
        self.refresh_token = "1:1:pipedrive-secret-refresh"
        self.api_domain = ""
        """What a sign-in says; the address that was asked, where it is empty."""
        self.token_life = timedelta(hours=1)
        self.scopes = set(SCOPES)
        self._tokens: dict[str, datetime] = {}
        self._revoked = False
        self.app = Starlette(
            routes=[
                Route("/oauth/token", self._token, methods=["POST"]),
                Route("/deal/{id}", self._record_page),
                *(self._route(endpoint) for endpoint in self.answers.endpoints()),
            ]
        )

    # ── what tests and the demo do ───────────────────────────────────────────────────

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to deal id."""
        with self.lock:
            return {key: str(deal) for key, deal in self.account.load(company).items()}

    def edit_as_person(self, record_id: str, name: str, value: Any) -> None:
        """Change a field of a deal, or a line in the note of an activity, in the browser."""
        with self.lock:
            key = int(record_id)
            if key in self.account.activities:
                self._edit_line(key, name, value)
                return
            owner = self.account.deal(key)["owner_id"]
            if name in NATIVE:
                self.account.set_native(key, name, value, owner, "app")
                return
            stored = self.account.fields.stored(name, value)
            self.account.set_custom(key, {name: stored}, owner, "app")

    def value(self, record_id: str, name: str) -> Any:
        """What stands in a field, or behind a label in the note of an activity."""
        with self.lock:
            key = int(record_id)
            if key in self.account.activities:
                found = _line(name).search(self.account.activities[key]["note"] or "")
                return html.unescape(found.group(2)) if found else None
            deal = self.account.deals[key]
            found_value = deal[name] if name in NATIVE else deal["custom"].get(name)
            return float(found_value) if isinstance(found_value, int) else found_value

    def field_named(self, label: str) -> str:
        """The code of a deal field by its label; the label where there is none."""
        with self.lock:
            return self.account.fields.named(label) or label

    def delete(self, record_id: str) -> None:
        """Delete a deal or an activity as a person does."""
        with self.lock:
            if int(record_id) in self.account.activities:
                self.account.delete_activity(int(record_id))
            else:
                self.account.delete_deal(int(record_id))

    def merge(self, loser: str, winner: str) -> None:
        """Merge one deal into another."""
        with self.lock:
            self.account.merge(int(loser), int(winner))

    def move(self, deal_id: str, *, stage: str, outcome: str = "open") -> None:
        """Move a deal to a stage, and end it or open it again, as its owner does."""
        with self.lock:
            key = int(deal_id)
            owner = self.account.deal(key)["owner_id"]
            stage_id = self.account.stage_id(stage)
            self.account.set_native(key, "stage_id", stage_id, owner, "app")
            self.account.set_native(key, "status", outcome, owner, "app")

    def archive(self, deal_id: str) -> None:
        """Put a deal where the usual lists do not show it."""
        with self.lock:
            self.account.deal(int(deal_id))["is_archived"] = True

    def shown(self) -> list[ShownDeal]:
        """The live deals as a person would see them, in order of creation."""
        with self.lock:
            live = [deal for deal in self.account.deals.values() if not deal["is_deleted"]]
            return [_shown(self.account, deal) for deal in live]

    def hide(self, name: str) -> None:
        """Delete a custom field with everything in it, as an administrator can."""
        with self.lock:
            del self.account.fields.known[name]
            for deal in self.account.deals.values():
                deal["custom"].pop(name, None)

    def refuse(self, record_id: str) -> None:
        """Our user may see this deal from now on, and not change it."""
        with self.lock:
            self.account.frozen.add(int(record_id))

    def revoke(self) -> None:
        """Neither the API token nor the app is accepted any more."""
        with self.lock:
            self._revoked = True
            self._tokens.clear()

    def revoke_tokens(self) -> None:
        """Access tokens end now; the app may ask for new ones."""
        with self.lock:
            self._tokens.clear()

    def _edit_line(self, key: int, name: str, value: Any) -> None:
        """What a person does in the note: change the line, or write one."""
        activity = self.account.activity(key)
        text = html.escape(str(value), quote=False)
        note, count = _line(name).subn(lambda m: f"{m.group(1)}{text}", activity["note"] or "")
        self.account.change_activity(key, {"note": note if count else f"{name}: {text}<br>{note}"})

    # ── the frame around every request ───────────────────────────────────────────────

    def _route(self, endpoint: Endpoint) -> Route:
        method, path, work, scopes = endpoint
        counted = re.sub(r"\{\w+\}", "{id}", f"{method} {path}")

        async def serve(request: Request) -> Response:
            raw = await request.body()
            return await run_in_threadpool(self._answer, work, request, raw, (counted, scopes))

        return Route(path, serve, methods=[method])

    def _answer(
        self, work: Work, request: Request, raw: bytes, rules: tuple[str, tuple[str, ...]]
    ) -> Response:
        counted, scopes = rules
        with self.lock:
            try:
                self.limits.admit(counted)
                self._admit(request, scopes)
                return self._json(work(request, json.loads(raw) if raw else None))
            except TooMany as over:
                if over.blocked:
                    return HTMLResponse("<html><title>Attention Required!</title></html>", 403)
                return self._refusal(PipedriveFault(429, "request over limit"))
            except PipedriveFault as fault:
                return self._refusal(fault)
            except (ValueError, KeyError, TypeError, AttributeError):
                return self._refusal(invalid("the request cannot be read"))

    def _refusal(self, fault: PipedriveFault) -> Response:
        return self._json(fault.body, fault.status)

    def _json(self, body: Record, status: int = 200) -> Response:
        return JSONResponse(body, status, headers=self.limits.headers())

    def _admit(self, request: Request, scopes: tuple[str, ...]) -> None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        ends = self._tokens.get(token) if scheme == "Bearer" else None
        if ends is not None and self.now() < ends:
            if self.scopes.isdisjoint(scopes):
                raise PipedriveFault(403, "Scope and URL mismatch")
            return
        if self._revoked or request.headers.get("x-api-token") != self.api_token:
            raise PipedriveFault(401, "unauthorized access")

    async def _token(self, request: Request) -> Response:
        form = {k: v[0] for k, v in parse_qs((await request.body()).decode()).items()}
        with self.lock:
            wanted = _basic(CLIENT_ID, CLIENT_SECRET)
            if request.headers.get("authorization") != wanted:
                return JSONResponse({"success": False, "error": "invalid_client"}, 401)
            if self._revoked or form.get("refresh_token") != self.refresh_token:
                return JSONResponse({"success": False, "error": "invalid_grant"}, 400)
            own = f"{request.url.scheme}://{request.url.netloc}{request.scope['root_path']}"
            token = f"v1u:{secrets.token_hex(16)}"
            self._tokens[token] = self.now() + self.token_life
            return JSONResponse({
                "access_token": token, "token_type": "Bearer", "scope": ",".join(self.scopes),
                "refresh_token": self.refresh_token,
                "expires_in": int(self.token_life.total_seconds()),
                "api_domain": self.api_domain or own,
            })  # fmt: skip

    async def _record_page(self, request: Request) -> Response:
        found = [deal for deal in self.shown() if deal.id == request.path_params["id"]]
        if not found:
            return HTMLResponse("This deal does not exist or was deleted.", 404)
        return HTMLResponse(record_page(found[0]))


def _basic(user: str, password: str) -> str:
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"


def _line(label: str) -> re.Pattern[str]:
    return re.compile(rf"({re.escape(html.escape(label, quote=False))}: )(.*?)(?=<br>|$)")


def _shown(account: Account, deal: Record) -> ShownDeal:
    owner = account.users[deal["owner_id"]]
    value = f"{deal['currency']} {deal['value']:,.0f}" if deal["value"] else ""
    return ShownDeal(
        crm="Pipedrive",
        id=str(deal["id"]),
        name=deal["title"],
        stage=account.stages[deal["stage_id"]],
        facts={
            "Organization": account.organizations[deal["org_id"]],
            "Owner": owner["name"],
            "Value": value,
            "Expected close date": deal["expected_close_date"] or "",
            "Status": deal["status"],
        },
        fields={
            str(account.fields.known[code]["field_name"]): deal["custom"].get(code)
            for code in account.fields.custom()
        },
    )
