"""The resources below ``/services/data/vXX.0/``, alone and as parts of a composite request."""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from sandbox.salesforce_deploy import DeployFailed, archived, deploy
from sandbox.salesforce_fields import create_field, definitions
from sandbox.salesforce_org import Org
from sandbox.salesforce_query import select
from sandbox.salesforce_schema import Record, SalesforceFault
from sandbox.salesforce_writes import Interrupt, create, delete, update
from sandbox.soql import MalformedQuery, Query, parse

MAX_SUBREQUESTS = 25
MAX_COLLECTIONS = 5
"""Subrequests of one composite request that query or work on collections."""
MAX_RECORDS = 200
PREFIX = re.compile(r"/services/data/v(\d+\.\d)/(.*)")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request or subrequest."""

    method: str
    path: str
    """Below the version."""
    params: Mapping[str, str]
    headers: Mapping[str, str]
    """Names in lower case."""
    body: Any
    version: str


@dataclass(frozen=True, slots=True)
class Answered:
    """Its status and JSON body; ``None`` for no body."""

    status: int
    body: Any = None


Work = Callable[..., Answered]


class Rest:
    """Answers requests on one org."""

    def __init__(self, org: Org, limits: Callable[[], Record], interrupt: Interrupt) -> None:
        self.org = org
        self.page_size = 2000
        self.writes: list[tuple[str, Record]] = []
        self._limits = limits
        self._interrupt = interrupt
        self._deployments: dict[str, list[Record]] = {}
        self._looked_at: set[str] = set()
        self._cursors: dict[str, list[Record]] = {}
        self._routes: tuple[tuple[str, re.Pattern[str], Work], ...] = tuple(
            (method, re.compile(pattern), work)
            for method, pattern, work in (
                ("GET", r"query/?", self._query),
                ("GET", r"queryAll/?", self._query_all),
                ("GET", r"query/([^/]+)", self._more),
                ("GET", r"limits", self._left),
                ("GET", r"tooling/query/?", self._tooling_query),
                ("POST", r"tooling/sobjects/CustomField/?", self._custom_field),
                ("POST", r"metadata/deployRequest", self._deploy),
                ("GET", r"metadata/deployRequest/([^/]+)", self._deployed),
                ("POST", r"composite/?", self._composite),
                ("POST", r"composite/sobjects/?", self._collection),
                ("POST", r"sobjects/([^/]+)/?", self._create),
                ("GET", r"sobjects/([^/]+)/([^/]+)", self._read),
                ("PATCH", r"sobjects/([^/]+)/([^/]+)", self._update),
                ("DELETE", r"sobjects/([^/]+)/([^/]+)", self._delete),
            )
        )

    def answer(self, asked: Asked) -> Answered:
        """Do it. Faults become answers."""
        try:
            return self._routed(asked)
        except SalesforceFault as fault:
            return Answered(fault.status, [fault.entry])
        except MalformedQuery as error:
            return Answered(400, [{"message": str(error), "errorCode": "MALFORMED_QUERY"}])

    def _routed(self, asked: Asked) -> Answered:
        for method, pattern, work in self._routes:
            match = pattern.fullmatch(asked.path)
            if match is not None and method == asked.method:
                return work(asked, *(unquote(part) for part in match.groups()))
        raise SalesforceFault(404, "NOT_FOUND", "The requested resource does not exist")

    # ── queries ──────────────────────────────────────────────────────────────────────

    def _query(self, asked: Asked) -> Answered:
        return self._page(asked, select(self.org, parse(asked.params.get("q", ""))), 0)

    def _query_all(self, asked: Asked) -> Answered:
        found = select(self.org, parse(asked.params.get("q", "")), deleted=True)
        return self._page(asked, found, 0)

    def _more(self, asked: Asked, locator: str) -> Answered:
        cursor, _, at = locator.rpartition("-")
        if cursor not in self._cursors or not at.isdigit():
            raise SalesforceFault(400, "INVALID_QUERY_LOCATOR", "invalid query locator")
        return self._page(asked, self._cursors[cursor], int(at), cursor)

    def _page(self, asked: Asked, records: list[Record], at: int, cursor: str = "") -> Answered:
        following = at + self.page_size
        done = following >= len(records)
        page: Record = {"totalSize": len(records), "done": done, "records": records[at:following]}
        if not done:
            cursor = cursor or f"01gHs{secrets.token_hex(6)}"
            self._cursors[cursor] = records
            page["nextRecordsUrl"] = f"/services/data/v{asked.version}/query/{cursor}-{following}"
        return Answered(200, page)

    def _left(self, _asked: Asked) -> Answered:
        return Answered(200, self._limits())

    def _tooling_query(self, asked: Asked) -> Answered:
        query = parse(asked.params.get("q", ""))
        rows = definitions(self.org, query)
        return Answered(200, {"size": len(rows), "totalSize": len(rows), "done": True,
                              "queryLocator": None, "entityTypeName": query.table,
                              "records": rows})  # fmt: skip

    # ── records ──────────────────────────────────────────────────────────────────────

    def _read(self, asked: Asked, table: str, record_id: str) -> Answered:
        self.org.check_table(table)
        record = self.org.live(table, record_id)
        names = tuple(n for n in asked.params.get("fields", "").split(",") if n)
        query = Query(("Id", *names), table, (), None)
        return Answered(200, next(
            r for r in select(self.org, query) if r["Id"] == record["Id"]
        ))  # fmt: skip

    def _create(self, asked: Asked, table: str) -> Answered:
        return _saved(create(self.org, table, asked.body))

    def _custom_field(self, asked: Asked) -> Answered:
        return _saved(create_field(self.org, asked.body))

    def _update(self, asked: Asked, table: str, record_id: str) -> Answered:
        unless = asked.headers.get("if-unmodified-since")
        update(self.org, table, record_id, asked.body, unless, self._interrupt)
        if not table.endswith("Permissions"):
            self.writes.append((record_id, asked.body))
        return Answered(204)

    def _delete(self, _asked: Asked, table: str, record_id: str) -> Answered:
        delete(self.org, table, record_id)
        return Answered(204)

    def _deploy(self, asked: Asked) -> Answered:
        if not self.org.may_deploy:
            message = "You do not have the Modify Metadata permission"
            raise SalesforceFault(403, "INSUFFICIENT_ACCESS", message)
        new = f"0AfHs{len(self._deployments):010d}AAA"
        failures: list[Record] = []
        try:
            deploy(self.org, archived(asked.body, asked.headers.get("content-type", "")))
        except DeployFailed as error:
            failures = [{"problem": str(error), "problemType": "Error", "success": False}]
        self._deployments[new] = failures
        return Answered(201, {"id": new, "deployResult": {"done": False, "status": "Pending"}})

    def _deployed(self, _asked: Asked, new: str) -> Answered:
        if new not in self._deployments:
            raise SalesforceFault(404, "NOT_FOUND", "The requested resource does not exist")
        if new not in self._looked_at:
            self._looked_at.add(new)
            result: Record = {"done": False, "status": "InProgress", "success": False}
        else:
            failures = self._deployments[new]
            status = "Failed" if failures else "Succeeded"
            result = {"done": True, "status": status, "success": not failures,
                      "details": {"componentFailures": failures}}  # fmt: skip
        return Answered(200, {"id": new, "deployResult": result})

    # ── several at once ──────────────────────────────────────────────────────────────

    def _collection(self, asked: Asked) -> Answered:
        records = asked.body["records"]
        if len(records) > MAX_RECORDS:
            message = f"record limit reached. cannot submit more than {MAX_RECORDS} records"
            raise SalesforceFault(400, "EXCEEDED_ID_LIMIT", message)
        return Answered(200, [self._insert_row(record) for record in records])

    def _insert_row(self, record: Record) -> Record:
        values = {k: v for k, v in record.items() if k != "attributes"}
        try:
            new = create(self.org, record["attributes"]["type"], values)
        except SalesforceFault as fault:
            return fault.row
        return {"id": new, "success": True, "errors": []}

    def _composite(self, asked: Asked) -> Answered:
        parts = asked.body["compositeRequest"]
        references = {part["referenceId"] for part in parts}
        heavy = [p for p in parts if re.search(r"/(query|queryAll|composite)(/|\?|$)", p["url"])]
        if len(parts) > MAX_SUBREQUESTS or len(heavy) > MAX_COLLECTIONS:
            raise SalesforceFault(400, "LIMIT_EXCEEDED", "too many subrequests")
        if len(references) < len(parts):
            raise SalesforceFault(400, "INVALID_INPUT", "Duplicate referenceId")
        return Answered(200, {"compositeResponse": [self._part(part) for part in parts]})

    def _part(self, part: Record) -> Record:
        parts = urlsplit(part["url"])
        match = PREFIX.fullmatch(parts.path)
        if match is None or match[2].startswith("composite"):
            body = [{"errorCode": "INVALID_INPUT", "message": "url is not supported"}]
            answered = Answered(400, body)
        else:
            headers = {k.lower(): v for k, v in part.get("httpHeaders", {}).items()}
            answered = self.answer(Asked(
                part["method"], match[2], dict(parse_qsl(parts.query)), headers,
                part.get("body"), match[1],
            ))  # fmt: skip
        return {"body": answered.body, "httpHeaders": {}, "httpStatusCode": answered.status,
                "referenceId": part["referenceId"]}  # fmt: skip


def _saved(record_id: str) -> Answered:
    return Answered(201, {"id": record_id, "success": True, "errors": []})
