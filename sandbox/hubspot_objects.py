"""HubSpot's records over HTTP: batches with their partial failures, pages, search."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.hubspot_search import search
from sandbox.hubspot_table import Row, Table
from sandbox.hubspot_values import HubspotFault, Record, iso

if TYPE_CHECKING:
    from sandbox.hubspot import HubspotSandbox

BATCH = 100
BATCH_WITH_HISTORY = 50
PAGE = 100
LINKED = "/crm/v4/associations/contacts/deals/batch/read"


class Objects:
    """Answers to everything about records."""

    def __init__(self, sandbox: "HubspotSandbox") -> None:
        self._sandbox = sandbox
        self._portal = sandbox.portal

    def routes(self) -> list[tuple[str, str, Callable[[Request, Any], Response], str]]:
        """Method, path, answer and scope."""
        base = "/crm/v3/objects/{type}"
        read, write = "crm.objects.{}.read", "crm.objects.{}.write"
        return [
            ("POST", base + "/batch/read", self._read, read),
            ("POST", base + "/batch/update", self._update, write),
            ("POST", base + "/batch/create", self._create, write),
            ("POST", base + "/batch/archive", self._archive, write),
            ("POST", base + "/search", self._search, read),
            ("GET", base, self._page, read),
            ("GET", base + "/{id}", self._one, read),
            ("POST", LINKED, self._linked, "crm.objects.contacts.read"),
        ]

    def _table(self, request: Request) -> Table:
        return self._portal.table(request.path_params["type"])

    # ── reading ──────────────────────────────────────────────────────────────────────────

    def _read(self, request: Request, body: Any) -> Response:
        table = self._table(request)
        history = body.get("propertiesWithHistory") or []
        _check_size(body["inputs"], BATCH_WITH_HISTORY if history else BATCH)
        found: dict[str, Row] = {}
        missing = []
        for each in body["inputs"]:
            row = self._find(table, str(each["id"]), body.get("idProperty"))
            if row is None:
                missing.append(each["id"])
            else:
                found[row.id] = row
        results = [self._shown(table, row, body["properties"], history) for row in found.values()]
        return self._batch(results, [_missing(table, missing)] if missing else [])

    def _find(self, table: Table, asked: str, by: str | None) -> Row | None:
        if by == "email" and table.name == "contacts":
            return self._portal.contact_by_email(asked)
        if by is not None:
            return table.by(by, asked)
        return table.live.get(self._portal.live_id(asked))

    def _shown(self, table: Table, row: Row, names: list[str], history: list[str]) -> Record:
        body = table.shown(row, names, history)
        if not self._sandbox.shows_empty:
            values = body["properties"]
            body["properties"] = {n: v for n, v in values.items() if v is not None}
        return body

    def _one(self, request: Request, _body: Any) -> Response:
        table = self._table(request)
        row = self._find(table, request.path_params["id"], None)
        if row is None:
            context = {"id": [request.path_params["id"]]}
            raise HubspotFault(404, "OBJECT_NOT_FOUND", "resource not found", context=context)
        return JSONResponse(self._shown(table, row, _names(request), []))

    def _page(self, request: Request, _body: Any) -> Response:
        table = self._table(request)
        gone = request.query_params.get("archived", "false") == "true"
        rows = list((table.bin if gone else table.live).values())
        limit = int(request.query_params.get("limit", "10"))
        if limit > PAGE:
            raise HubspotFault(400, "VALIDATION_ERROR", "limit may not be over 100")
        after = int(request.query_params.get("after", "0"))
        rest = sorted((r for r in rows if int(r.id) > after), key=lambda row: int(row.id))
        page: Record = {
            "results": [self._shown(table, row, _names(request), []) for row in rest[:limit]]
        }
        if len(rest) > limit:
            page["paging"] = {"next": {"after": rest[limit - 1].id, "link": "?"}}
        return JSONResponse(page)

    def _search(self, request: Request, body: Any) -> Response:
        table = self._table(request)
        rows = table.searched(self._sandbox.now(), self._sandbox.search_lag)
        return JSONResponse(search(table, rows, body))

    def _linked(self, _request: Request, body: Any) -> Response:
        results, missing = [], []
        size = self._sandbox.page_size
        _check_size(body["inputs"], 1000)
        for each in body["inputs"]:
            linked = self._portal.links.get(each["id"], [])
            deals = [deal for deal in linked if deal in self._portal.deals]
            start = int(each.get("after", 0))
            page = deals[start : start + size]
            if not page:
                missing.append(each["id"])
                continue
            kind = {"category": "HUBSPOT_DEFINED", "typeId": 4, "label": None}
            result: Record = {
                "from": {"id": each["id"]},
                "to": [{"toObjectId": int(d), "associationTypes": [kind]} for d in page],
            }
            if start + size < len(deals):
                result["paging"] = {"next": {"after": str(start + size), "link": "?"}}
            results.append(result)
        gone = [_missing(self._portal.tables["contacts"], missing)] if missing else []
        return self._batch(results, gone)

    # ── writing ──────────────────────────────────────────────────────────────────────────

    def _update(self, request: Request, body: Any) -> Response:
        """Rows that are not there are told one by one; a bad value refuses the whole batch,
        unless ``multi_status`` says otherwise."""
        table, inputs = self._table(request), body["inputs"]
        _check_size(inputs, BATCH)
        if len({each["id"] for each in inputs}) < len(inputs):
            raise HubspotFault(400, "VALIDATION_ERROR", "Duplicate IDs found in batch input")
        errors, good, gone = [], [], []
        for each in inputs:
            row = self._find(table, str(each["id"]), each.get("idProperty"))
            if row is None:
                gone.append(each["id"])
            elif (fault := table.problem(each["properties"], row)) is not None:
                errors.append(self._refused(fault, each))
            else:
                good.append((row, each))
        if gone:
            errors.append(_missing(table, gone))
        return self._batch([self._write(table, row, each) for row, each in good], errors)

    def _refused(self, fault: HubspotFault, each: Record) -> Record:
        context = {"objectWriteTraceId": [each.get("objectWriteTraceId", "")]}
        if not self._sandbox.multi_status:
            raise HubspotFault(
                fault.status, fault.body["category"], fault.body["message"],
                errors=fault.body.get("errors", []),
                **({"context": context} if self._sandbox.names_rows else {}),
            )  # fmt: skip
        return {**fault.body, "context": context, "links": {}}

    def _write(self, table: Table, row: Row, each: Record) -> Record:
        self._sandbox.interrupt(row.id)
        values = each["properties"]
        table.change(row, values, self._sandbox.now(), self._sandbox.source)
        self._sandbox.writes.append((row.id, values))
        return _traced(table.shown(row, list(values)), each)

    def _create(self, request: Request, body: Any) -> Response:
        """With a trace id on every row the bad rows are told one by one, else none is made."""
        table, inputs = self._table(request), body["inputs"]
        _check_size(inputs, BATCH)
        partial = all(each.get("objectWriteTraceId") for each in inputs)
        results, errors, rows = [], [], []
        for each in inputs:
            row = Row(self._portal.new_id(), self._sandbox.now(), {})
            try:
                fault = table.problem(each["properties"], None)
                if fault is not None:
                    raise fault
                self._portal.link(table, row, each["associations"])
            except HubspotFault as refused:
                if not partial:
                    raise
                context = {"objectWriteTraceId": [each["objectWriteTraceId"]]}
                errors.append({**refused.body, "context": context, "links": {}})
                continue
            if partial:
                self._add(table, row, each)
            rows.append((row, each))
        for row, each in rows:
            if not partial:
                self._add(table, row, each)
            results.append(_traced(table.shown(row, list(each["properties"])), each))
        return self._batch(results, errors, 201)

    def _add(self, table: Table, row: Row, each: Record) -> None:
        row.update({name: value or None for name, value in each["properties"].items()})
        table.add(row, self._sandbox.source)

    def _archive(self, request: Request, body: Any) -> Response:
        table = self._table(request)
        _check_size(body["inputs"], BATCH)
        for each in body["inputs"]:
            table.archive(str(each["id"]), self._sandbox.now())
        return Response(status_code=204)

    def _batch(self, results: list[Record], errors: list[Record], status: int = 200) -> Response:
        moment = iso(self._sandbox.now())
        body: Record = {
            "status": "COMPLETE", "results": results, "startedAt": moment, "completedAt": moment,
        }  # fmt: skip
        if not errors:
            return JSONResponse(body, status)
        return JSONResponse({**body, "numErrors": len(errors), "errors": errors}, 207)


def _check_size(inputs: list[Record], most: int) -> None:
    if len(inputs) > most:
        message = f"No more than {most} inputs are allowed in one request"
        raise HubspotFault(400, "VALIDATION_ERROR", message)


def _missing(table: Table, ids: list[str]) -> Record:
    return {
        "status": "error",
        "category": "OBJECT_NOT_FOUND",
        "message": f"Could not get some {table.name.upper()} objects",
        "context": {"ids": ids},
        "errors": [],
        "links": {},
    }


def _traced(shown: Record, each: Record) -> Record:
    trace = each.get("objectWriteTraceId")
    return {**shown, "objectWriteTraceId": trace} if trace else shown


def _names(request: Request) -> list[str]:
    listed = request.query_params.getlist("properties")
    return [name for part in listed for name in part.split(",")]
