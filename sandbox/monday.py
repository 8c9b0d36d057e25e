"""A monday.com account on loopback: one GraphQL address, run by a real GraphQL engine."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from graphql import GraphQLError, execute_sync, parse, validate
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from sandbox.crm_company import CrmCompany, ShownDeal
from sandbox.crm_page import record_page
from sandbox.crm_sandbox import CrmSandbox
from sandbox.monday_account import Account, Board, Item
from sandbox.monday_asked import Asked
from sandbox.monday_cells import Column, plain, raw_as_person, taken, text_of
from sandbox.monday_limits import Window, cost
from sandbox.monday_resolvers import schema

VERSION = re.compile(r"20\d\d-(01|04|07|10)")
ONE_QUERY = 5_000_000


class MondaySandbox(CrmSandbox):
    """Serves one account. ``account`` holds its boards; budgets can be set at any time."""

    slug = "monday"

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        super().__init__()
        self.now = now or (lambda: datetime.now(UTC))
        self.account = Account(self.now)
        self.token = "eyJhbGciOiJIUzI1NiJ9.sandbox-secret"
        self.scopes_missing: set[str] = set()
        self.daily_limit = 10_000
        self.complexity = Window(10_000_000)
        self.calls = Window(2_500)
        self._locked: set[str] = set()
        self._cursors: dict[str, tuple[datetime, list[str]]] = {}
        self._days: dict[str, int] = {}
        self._schema = schema()
        self._person = ""
        self.app = Starlette(
            routes=[
                Route("/v2", self._endpoint, methods=["POST"]),
                Route("/boards/{board}/pulses/{id}", self._record_page),
            ]
        )

    # ── what tests and the demo do ───────────────────────────────────────────────────

    @property
    def deals_board(self) -> str:
        """For the settings."""
        return self.account.deals.id

    @property
    def contacts_board(self) -> str:
        """For the settings."""
        return self.account.contacts.id

    def load(self, company: CrmCompany) -> dict[str, str]:
        """See ``CrmSandbox.load``: a board of deals, and one of contacts connected with them."""
        with self.lock:
            ids = self.account.load(company)
            self._person = next(u for u in self.account.users if u != self.account.me)
            return ids

    def edit_as_person(self, record_id: str, name: str, value: Any) -> None:
        """See ``CrmSandbox.edit_as_person``. ``name`` may be a column of another board."""
        with self.lock:
            item = self.account.items[record_id]
            column = self._column(item, name)
            cell = taken(column, raw_as_person(column, value), create_labels=True)
            self.account.change(item, {column.id: cell}, self._person)

    def value(self, record_id: str, name: str) -> Any:
        """See ``CrmSandbox.value``."""
        with self.lock:
            item = self.account.items[record_id]
            column = self._column(item, name)
            return plain(column, item.cells.get(column.id))

    def field_named(self, label: str) -> str:
        """The id of the column with this title, on whichever board comes first."""
        with self.lock:
            found = (c for b in self.account.boards.values() for c in b.live_columns())
            return next((c.id for c in found if c.title == label), "")

    def delete(self, record_id: str) -> None:
        """Delete an item as a person does."""
        with self.lock:
            self.account.leave(self.account.items[record_id], "delete_pulse", self._person)

    def archive(self, record_id: str) -> None:
        """Archive an item as a person does."""
        with self.lock:
            self.account.leave(self.account.items[record_id], "archive_pulse", self._person)

    def move(self, deal_id: str, *, stage: str, outcome: str = "open") -> None:
        """See ``CrmSandbox.move``; the label alone says how a deal ended."""
        del outcome
        self.edit_as_person(deal_id, "deal_stage", stage)

    def hide(self, name: str) -> None:
        """Delete a column."""
        with self.lock:
            for board in self.account.boards.values():
                if name in board.columns:
                    board.columns[name].archived = True

    def refuse(self, record_id: str) -> None:
        """Only who is assigned to the item may edit it from now on."""
        self._locked.add(record_id)

    def revoke(self) -> None:
        """See ``CrmSandbox.revoke``."""
        self.token = "another"

    def shown(self) -> list[ShownDeal]:
        """See ``CrmSandbox.shown``."""
        with self.lock:
            return [self._shown(item) for item in self.account.deals.live()]

    # ── the frame around every request ───────────────────────────────────────────────

    async def _endpoint(self, request: Request) -> Response:
        raw = await request.body()
        return await run_in_threadpool(self._answer, request, raw)

    def _answer(self, request: Request, raw: bytes) -> Response:
        with self.lock:
            self.spent["requests"] += 1
            if request.headers.get("authorization") not in (self.token, f"Bearer {self.token}"):
                return JSONResponse({"errors": ["Not Authenticated"]}, 401)
            if not VERSION.fullmatch(request.headers.get("api-version", "2026-07")):
                return _refused(400, "InvalidVersionException", "no such version")
            return self._called_too_often() or self._run(request, raw)

    def _called_too_often(self) -> Response | None:
        now = self.now()
        day = f"{now:%Y-%m-%d}"
        self._days[day] = self._days.get(day, 0) + 1
        if self._days[day] > self.daily_limit:
            midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
            wait = int((midnight - now).total_seconds())
            return _refused(429, "DAILY_LIMIT_EXCEEDED", "Daily limit exceeded", wait)
        wait = self.calls.wait_s(now, 1)
        return _refused(429, "RATE_LIMIT_EXCEEDED", "Minute limit exceeded", wait) if wait else None

    def _run(self, request: Request, raw: bytes) -> Response:
        try:
            body = json.loads(raw)
            variables = body.get("variables") or {}
            document = parse(body["query"])
        except (ValueError, KeyError, TypeError, AttributeError, GraphQLError):
            return _refused(400, "GRAPHQL_PARSE_FAILED", "Parse error")
        problems = validate(self._schema, document)
        if problems:
            return _refused(400, "GRAPHQL_VALIDATION_FAILED", problems[0].message)
        points = cost(document, variables)
        if points > ONE_QUERY:
            return _refused(200, "ComplexityException", "Query exceeds the complexity limit")
        wait = self.complexity.wait_s(self.now(), points)
        if wait:
            return _exhausted(wait)
        self.spent["complexity"] += points
        asked = Asked(
            self.account, str(request.base_url), self.interrupt, self.scopes_missing,
            self._locked, self._cursors,
        )  # fmt: skip
        result = execute_sync(
            self._schema, document, variable_values=variables, context_value=asked
        )
        answer: dict[str, Any] = {"data": result.data, "account_id": 77}
        if result.errors:
            answer["errors"] = [error.formatted for error in result.errors]
        return JSONResponse(answer)

    async def _record_page(self, request: Request) -> Response:
        found = [deal for deal in self.shown() if deal.id == request.path_params["id"]]
        if not found:
            return HTMLResponse("This item does not exist or was deleted.", 404)
        return HTMLResponse(record_page(found[0]))

    def _column(self, item: Item, name: str) -> Column:
        """The column of the item's own board; by the title if the id is another board's."""
        own = item.board.columns.get(name)
        if own is not None:
            return own
        title = next(
            board.columns[name].title
            for board in self.account.boards.values()
            if name in board.columns
        )
        return next(column for column in item.board.live_columns() if column.title == title)

    def _shown(self, item: Item) -> ShownDeal:
        board: Board = item.board
        names = self.account.names()
        facts = {
            column.title: text_of(column, item.cells.get(column.id), names) or ""
            for column in board.live_columns()
            if not column.ours and column.type != "board_relation"
        }
        return ShownDeal(
            crm="monday.com",
            id=item.id,
            name=item.name,
            stage=facts.pop("Stage", ""),
            facts=facts,
            fields={
                column.title: plain(column, item.cells.get(column.id))
                for column in board.live_columns()
                if column.ours
            },
        )


def _refused(status: int, code: str, message: str, wait_s: int = 0) -> Response:
    extensions: dict[str, Any] = {"code": code, "status_code": status}
    headers = {"Retry-After": str(wait_s)} if wait_s else None
    error = {"message": message, "extensions": extensions}
    return JSONResponse({"errors": [error]}, status, headers)


def _exhausted(wait_s: int) -> Response:
    """HTTP 429 with the wait inside the error, and no more about the budget since 2025-07."""
    extensions = {"code": "COMPLEXITY_BUDGET_EXHAUSTED", "retry_in_seconds": wait_s}
    error = {"message": "Complexity budget exhausted", "extensions": extensions}
    return JSONResponse({"errors": [error]}, 429)
