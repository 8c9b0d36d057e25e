"""What a Zoho CRM sandbox answers to those who read."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.zoho_coql import parse
from sandbox.zoho_fields import Record, ZohoFault
from sandbox.zoho_meter import Meter
from sandbox.zoho_org import US, Module, Org, read_moment

IDS_AT_ONCE = 100
NAMES_AT_ONCE = 50
PER_PAGE = 200
TIMELINE_PAGE = 25
NUMBERED_PAGES = 10


class Reads:
    """Handlers of requests that change nothing."""

    def __init__(self, org: Org, meter: Meter) -> None:
        self.org = org
        self.meter = meter
        self._page_tokens: dict[str, tuple[str, int]] = {}

    def users(self, request: Request, _body: Any) -> Response:
        self.meter.spend(1)
        kind = request.query_params.get("type")
        users = list(self.org.users.values())
        if kind == "CurrentUser":
            users = [self.org.users[US]]
        else:
            status = {"ActiveUsers": "active", "DeactiveUsers": "disabled"}[kind or "ActiveUsers"]
            users = [user for user in users if user["status"] == status]
        return self._paged(request, users, "users")

    def fields(self, request: Request, _body: Any) -> Response:
        self.meter.spend(1)
        module = self.org.module(request.query_params["module"])
        entries = list(module.fields.known.values())
        if module.name == "Deals":
            options = self.org.stage_options()
            entries = [
                {**e, "pick_list_values": options} if e["api_name"] == "Stage" else e
                for e in entries
            ]
        return JSONResponse({"fields": entries})

    def modules(self, _request: Request, _body: Any) -> Response:
        self.meter.spend(1)
        rows = [{"api_name": name, "api_supported": True} for name in self.org.modules]
        return JSONResponse({"modules": rows})

    def coql(self, _request: Request, body: Any) -> Response:
        query = parse(body["select_query"])
        self.meter.spend(query.credits)
        module = self.org.module(query.module)
        for name in {*query.columns, query.column} - {"id"}:
            if name not in module.fields.shown():
                raise ZohoFault(
                    400, "INVALID_QUERY", "column given seems to be invalid", column_name=name
                )
        found = [
            key
            for key, record in module.records.items()
            if str(record.get(query.column)).lower() in query.values
        ]
        part = found[query.offset : query.offset + query.limit]
        rows = [self.org.shown(module, key, query.columns) for key in part]
        more = query.offset + query.limit < len(found)
        return _rows(rows, {"count": len(rows), "more_records": more})

    def search(self, request: Request, _body: Any) -> Response:
        self.meter.spend(1)
        email = request.query_params["email"].lower()
        module = self.org.modules["Contacts"]
        names = request.query_params.get("fields", "Email").split(",")
        rows = [
            self.org.shown(module, key, names)
            for key, record in module.records.items()
            if record["Email"].lower() == email
        ]
        return self._paged(request, rows, "data")

    def related(self, request: Request, _body: Any) -> Response:
        self.meter.spend(1)
        module, names = self.org.modules["Deals"], _names(request)
        self.org.modules["Contacts"].find(request.path_params["id"], 0)
        linked = self.org.roles.get(request.path_params["id"], ())
        rows = [self.org.shown(module, key, names) for key in linked if key in module.records]
        return self._paged(request, rows, "data")

    def deleted(self, request: Request, _body: Any) -> Response:
        self.meter.spend(2)
        since = request.headers.get("if-modified-since")
        rows = list(self.org.modules["Deals"].bin)
        if since is not None:
            after = read_moment(since)
            rows = [r for r in rows if datetime.fromisoformat(r["deleted_time"]) > after]
        return self._paged(request, rows, "data")

    def timeline(self, request: Request, _body: Any) -> Response:
        self.meter.spend(1)
        module = self.org.module(request.path_params["module"])
        if request.path_params["id"] not in module.records:
            raise ZohoFault(
                400, "INVALID_DATA", "the related id given seems to be invalid",
                resource_path_index=1,
            )  # fmt: skip
        if request.query_params.get("per_page", "3") != "3":
            raise ZohoFault(400, "INVALID_DATA", "invalid data", param_name="per_page")
        entries = module.timeline.get(request.path_params["id"], [])
        if request.query_params.get("sort_order") != "asc":
            entries = entries[::-1]
        return self._paged(request, entries, "__timeline", size=TIMELINE_PAGE)

    def records(self, request: Request, _body: Any) -> Response:
        self.meter.spend(1)
        module, names = self.org.module(request.path_params["module"]), _names(request)
        keys: list[str] = list(module.records)
        if "ids" in request.query_params:
            asked = request.query_params["ids"].split(",")
            if len(asked) > IDS_AT_ONCE:
                raise ZohoFault(
                    400, "LIMIT_EXCEEDED", "too many", limit=IDS_AT_ONCE, param_name="ids"
                )
            keys = [key for key in asked if key in module.records]
        since = request.headers.get("if-modified-since")
        if since is not None:
            after = read_moment(since)
            keys = [key for key in keys if module.modified[key].replace(microsecond=0) > after]
            if not keys:
                return Response(status_code=304)
        return self._listed(request, module, keys, names)

    def _listed(
        self, request: Request, module: Module, keys: list[str], names: Sequence[str]
    ) -> Response:
        query = request.query_params
        size, token = int(query.get("per_page", PER_PAGE)), query.get("page_token")
        bound = json.dumps([query.get("fields"), query.get("sort_by"), size, module.name])
        if token is not None:
            known, start = self._page_tokens.get(token, ("", 0))
            if "page" in query or known != bound:
                raise ZohoFault(
                    400, "TOKEN_BOUND_DATA_MISMATCH", "mismatch", param_name="page_token"
                )
        else:
            number = int(query.get("page", "1"))
            start = (number - 1) * size
            if number > NUMBERED_PAGES:
                raise ZohoFault(400, "DISCRETE_PAGINATION_LIMIT_EXCEEDED", "too far", limit=2000)
        if not 0 < size <= PER_PAGE or query.get("sort_by", "id") not in ("id", "Modified_Time"):
            raise ZohoFault(400, "INVALID_DATA", "invalid data", param_name="per_page")
        rows = [self.org.shown(module, key, names) for key in keys[start : start + size]]
        more = start + size < len(keys)
        following = f"{start + size:x}{abs(hash(bound)):x}" if more else None
        if following is not None:
            self._page_tokens[following] = (bound, start + size)
        info = {
            "per_page": size, "count": len(rows), "more_records": more,
            "next_page_token": following, "page": start // size + 1,
        }  # fmt: skip
        return _rows(rows, info)

    def _paged(
        self, request: Request, rows: Sequence[Record], key: str, size: int | None = None
    ) -> Response:
        per_page = size or int(request.query_params.get("per_page", PER_PAGE))
        page = int(request.query_params.get("page", "1"))
        if not 0 < per_page <= PER_PAGE:
            raise ZohoFault(400, "INVALID_DATA", "invalid data", param_name="per_page")
        part = list(rows[(page - 1) * per_page : page * per_page])
        more = page * per_page < len(rows)
        info = {"per_page": per_page, "count": len(part), "page": page, "more_records": more}
        return _rows(part, info, key)


def _names(request: Request) -> list[str]:
    """The fields that are asked for: they have to be named, and not too many."""
    names = request.query_params.get("fields", "")
    if not names:
        raise ZohoFault(
            400, "REQUIRED_PARAM_MISSING", "One of the expected parameter is missing",
            param_name="fields",
        )  # fmt: skip
    listed = names.split(",")
    if len(listed) > NAMES_AT_ONCE:
        raise ZohoFault(400, "LIMIT_EXCEEDED", "too many", limit=50, param_name="fields")
    return listed


def _rows(rows: Sequence[Record], info: Record, key: str = "data") -> Response:
    return JSONResponse({key: list(rows), "info": info}) if rows else Response(status_code=204)
