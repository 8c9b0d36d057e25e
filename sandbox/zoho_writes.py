"""What a Zoho CRM sandbox does for those who write: row by row, under conditions, with limits."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.zoho_fields import Record, ZohoFault, invalid
from sandbox.zoho_meter import Meter
from sandbox.zoho_org import US, Module, Org, iso, read_moment

BATCH = 100
FIELDS_AT_ONCE = 5
LABEL = re.compile(r"[A-Za-z0-9 ]{1,25}")
NAME = re.compile(r"[A-Za-z](?!.*__)[A-Za-z0-9_]{0,48}[A-Za-z0-9]")


class Writes:
    """Handlers of requests that change something."""

    def __init__(self, org: Org, meter: Meter, interrupt: Callable[[str], None]) -> None:
        self.org = org
        self.meter = meter
        self.interrupt = interrupt
        self.whole_batch_conditions = False
        """Whether one changed record has a whole update refused: Zoho does not say."""
        self.custom_modules = True
        """Whether the edition has custom modules."""
        self.automations = 0
        """Records on which the company's workflows would have been set off."""

    def define(self, request: Request, body: Any) -> Response:
        self.meter.spend(1)
        module = self.org.module(request.query_params["module"])
        if len(body["fields"]) > FIELDS_AT_ONCE:
            raise ZohoFault(400, "LIMIT_EXCEEDED", "too many fields", limit=FIELDS_AT_ONCE)
        work = module.fields.create if request.method == "POST" else module.fields.change
        results = []
        for index, definition in enumerate(body["fields"]):
            try:
                details = {"id": work(definition, index)}
                results.append(_done(details, "field created"))
            except ZohoFault as fault:
                results.append(fault.body)
        return _batch(results, "fields", 201 if request.method == "POST" else 200)

    def module(self, _request: Request, body: Any) -> Response:
        """Create one custom module, where the edition has them."""
        self.meter.spend(1)
        (definition,) = body["modules"]
        name = definition["api_name"]
        labels = (definition["plural_label"], definition["singular_label"])
        code = None
        if not self.custom_modules:
            code = "NOT_SUPPORTED"
        elif name in self.org.modules:
            code = "DUPLICATE_DATA"
        elif any(not LABEL.fullmatch(label) for label in labels) or not NAME.fullmatch(name):
            code = "INVALID_DATA"
        elif not definition["profiles"]:
            code = "MINIMUM_DATA_NOT_FOUND"
        if code is not None:
            return _batch([ZohoFault(400, code, "…", api_name="api_name").body], "modules", 201)
        self.org.add_module(name)
        done = _done({"id": self.org.new_id()}, "module created successfully")
        return _batch([done], "modules", 201)

    def write(self, request: Request, body: Any) -> Response:
        module, rows = self.org.module(request.path_params["module"]), body["data"]
        if not 0 < len(rows) <= BATCH:
            raise ZohoFault(400, "LIMIT_EXCEEDED", "too many", maximum_length=BATCH)
        self.meter.spend((len(rows) + 9) // 10)
        if body.get("trigger") != []:
            self.automations += len(rows)
        header = request.headers.get("if-unmodified-since")
        unmodified = read_moment(header) if header else None
        if request.method == "PUT":
            for row in rows:
                if row.get("id") in module.records:
                    self.interrupt(row["id"])
            if self.whole_batch_conditions and unmodified is not None:
                late = [r for r in rows if self._is_late(module, r.get("id"), unmodified)]
                if late:
                    return JSONResponse({"data": [self._late(module, r["id"]) for r in late]}, 412)
        results = [self._one(request, module, row, n, unmodified) for n, row in enumerate(rows)]
        return _batch(results, "data", 201 if request.method == "POST" else 200)

    def _one(
        self,
        request: Request,
        module: Module,
        row: Record,
        index: int,
        unmodified: datetime | None,
    ) -> Record:
        try:
            if request.method == "POST":
                return _done(self._details(module, self.org.insert(module, row, index)), "added")
            key = row.get("id")
            module.find(key, index)
            if unmodified is not None and self._is_late(module, key, unmodified):
                return self._late(module, str(key))
            values = {name: value for name, value in row.items() if name != "id"}
            self.org.update(module, str(key), values, US, index)
            return _done(self._details(module, str(key)), "record updated")
        except ZohoFault as fault:
            return fault.body

    def _is_late(self, module: Module, key: Any, unmodified: datetime) -> bool:
        changed = module.modified.get(key)
        return changed is not None and changed.replace(microsecond=0) > unmodified

    def _late(self, module: Module, key: str) -> Record:
        said = "record updated time has already passed if-unmodified-since time"
        details = self._details(module, key)
        return {"code": "ALREADY_MODIFIED", "message": said, "status": "error", "details": details}

    def _details(self, module: Module, key: str) -> Record:
        created = module.records[key]["Created_Time"]
        changed = iso(module.modified[key])
        return {"id": key, "Modified_Time": changed, "Created_Time": created}

    def remove(self, request: Request, _body: Any) -> Response:
        module = self.org.module(request.path_params["module"])
        keys = request.query_params["ids"].split(",")
        if len(keys) > BATCH:
            raise ZohoFault(400, "LIMIT_EXCEEDED", "too many", limit=BATCH, param_name="ids")
        self.meter.spend(1)
        results = []
        for index, key in enumerate(keys):
            if key in module.records:
                self.org.delete(module, key, US)
                results.append(_done({"id": key}, "record deleted"))
            else:
                results.append(invalid("id", index).body | {"details": {"id": key}})
        return _batch(results, "data", 200)


def _done(details: Record, message: str) -> Record:
    return {"code": "SUCCESS", "details": details, "message": message, "status": "success"}


def _batch(results: Sequence[Record], key: str, good: int) -> Response:
    """200 if all went well, 207 if some did, else 400; 412 if all came too late."""
    codes = {result["code"] for result in results}
    status = good if codes == {"SUCCESS"} else 207 if "SUCCESS" in codes else 400
    return JSONResponse({key: list(results)}, 412 if codes == {"ALREADY_MODIFIED"} else status)
