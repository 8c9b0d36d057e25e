"""HubSpot's definitions: properties, groups of them, pipelines, types of object."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.hubspot_table import Table
from sandbox.hubspot_values import HubspotFault, Record, iso

if TYPE_CHECKING:
    from sandbox.hubspot import HubspotSandbox

SCHEMAS = "/crm-object-schemas/v3/schemas"


class Definitions:
    """Answers to everything about definitions."""

    def __init__(self, sandbox: "HubspotSandbox") -> None:
        self._sandbox = sandbox

    def routes(self) -> list[tuple[str, str, Callable[[Request, Any], Response], str]]:
        """Method, path, answer and scope."""
        base = "/crm/v3/properties/{type}"
        read, write = "crm.schemas.{}.read", "crm.schemas.{}.write"
        return [
            ("POST", base + "/batch/read", self._read, read),
            ("POST", base + "/batch/create", self._create_many, write),
            ("POST", base + "/groups", self._group, write),
            ("POST", base, self._create, write),
            ("GET", base + "/{name}", self._one, read),
            ("GET", "/crm/v3/pipelines/{type}", self._pipelines, "crm.objects.{}.read"),
            ("GET", SCHEMAS, self._schemas, "crm.schemas.custom.read"),
            ("POST", SCHEMAS, self._schema, "crm.schemas.custom.write"),
        ]

    def _table(self, request: Request) -> Table:
        return self._sandbox.portal.table(request.path_params["type"])

    def _read(self, request: Request, body: Any) -> Response:
        table = self._table(request)
        if len(body["inputs"]) > 100:
            raise HubspotFault(400, "VALIDATION_ERROR", "No more than 100 inputs are allowed")
        names = [each["name"] for each in body["inputs"]]
        found = [d for name in names if (d := table.definition(name)) is not None]
        missing = [name for name in names if table.definition(name) is None]
        moment = iso(self._sandbox.now())
        answer: Record = {
            "status": "COMPLETE", "results": found, "startedAt": moment, "completedAt": moment,
        }  # fmt: skip
        if not missing:
            return JSONResponse(answer)
        error = {
            "status": "error", "category": "OBJECT_NOT_FOUND", "message": "no such property",
            "context": {"name": missing}, "errors": [], "links": {},
        }  # fmt: skip
        return JSONResponse({**answer, "numErrors": len(missing), "errors": [error]}, 207)

    def _create_many(self, request: Request, body: Any) -> Response:
        """All or none: one that is there already refuses the whole batch."""
        table = self._table(request)
        for each in body["inputs"]:
            if table.definition(each["name"]) is not None:
                message = f"A property named '{each['name']}' already exists."
                raise HubspotFault(409, "OBJECT_ALREADY_EXISTS", message)
        made: list[Record] = []
        try:
            made += [table.define(each, self._sandbox.now()) for each in body["inputs"]]
        except HubspotFault:
            for each in body["inputs"]:
                table.properties.pop(each["name"], None)
            raise
        moment = iso(self._sandbox.now())
        answer = {
            "status": "COMPLETE", "results": made, "startedAt": moment, "completedAt": moment,
        }  # fmt: skip
        return JSONResponse(answer, 201)

    def _create(self, request: Request, body: Any) -> Response:
        return JSONResponse(self._table(request).define(body, self._sandbox.now()), 201)

    def _one(self, request: Request, _body: Any) -> Response:
        name = request.path_params["name"]
        found = self._table(request).definition(name)
        if found is None:
            raise HubspotFault(404, "OBJECT_NOT_FOUND", f"Property {name} does not exist")
        return JSONResponse(found)

    def _group(self, request: Request, body: Any) -> Response:
        groups = self._table(request).groups
        if body["name"] in groups:
            message = f"A group named '{body['name']}' already exists."
            raise HubspotFault(409, "OBJECT_ALREADY_EXISTS", message)
        groups.add(body["name"])
        return JSONResponse({**body, "displayOrder": -1, "archived": False}, 201)

    def _pipelines(self, _request: Request, _body: Any) -> Response:
        return JSONResponse(self._sandbox.portal.pipelines())

    def _schemas(self, _request: Request, _body: Any) -> Response:
        return JSONResponse({"results": list(self._sandbox.portal.schemas.values())})

    def _schema(self, _request: Request, body: Any) -> Response:
        if not self._sandbox.enterprise:
            raise HubspotFault(403, "FORBIDDEN", "The account has no access to custom objects")
        return JSONResponse(self._sandbox.portal.create_schema(body), 201)
