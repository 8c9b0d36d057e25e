"""Holds recorded requests against a vendor's OpenAPI file: path, method, query and body."""

import functools
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl

import jsonschema

from sandbox.base import Recorded


@dataclass(frozen=True, slots=True)
class Spec:
    """One OpenAPI document."""

    document: Mapping[str, Any]

    def problems(self, request: Recorded, path: str) -> list[str]:
        """What the document says against this request; ``path`` is without any prefix."""
        found = self._operation(request.method, path)
        if found is None:
            return [f"{request.method} {path} is not in the document"]
        return [*self._query(found, request), *self._body(found, request)]

    def _operation(self, method: str, path: str) -> Mapping[str, Any] | None:
        matching = [
            template
            for template in self.document["paths"]
            if re.fullmatch(re.sub(r"\\\{[^/]+?\\\}", "[^/]+", re.escape(template)), path)
        ]
        matching.sort(key=lambda template: template.count("{"))
        for template in matching:
            operation: Mapping[str, Any] | None = self.document["paths"][template].get(
                method.lower()
            )
            if operation is not None:
                return operation
        return None

    def _resolved(self, part: Any) -> Any:
        """What a reference stands for; anything else as it is."""
        while isinstance(part, dict) and "$ref" in part:
            found: Any = self.document
            for step in part["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            part = found
        return part

    def _query(self, operation: Mapping[str, Any], request: Recorded) -> list[str]:
        parameters = [self._resolved(p) for p in operation.get("parameters", ())]
        listed = {p["name"]: p for p in parameters if p["in"] == "query"}
        given = parse_qs(request.query, keep_blank_values=True)
        unknown = [f"unknown query parameter {name}" for name in given if name not in listed]
        missing = [
            f"missing query parameter {name}"
            for name, parameter in listed.items()
            if parameter.get("required") and name not in given
        ]
        return unknown + missing

    def _body(self, operation: Mapping[str, Any], request: Recorded) -> list[str]:
        described = self._resolved(operation.get("requestBody"))
        if described is None:
            return ["a body where there is none"] if request.body else []
        ((kind, media),) = described["content"].items()
        if not request.headers.get("content-type", "").startswith(kind):
            return [f"content type {request.headers.get('content-type')}, expected {kind}"]
        form = kind == "application/x-www-form-urlencoded"
        body = dict(parse_qsl(request.body.decode())) if form else request.json()
        schema = {**media["schema"], "components": self.document["components"]}
        return [e.message for e in jsonschema.Draft202012Validator(schema).iter_errors(body)]


@functools.cache
def load(path: Path) -> Spec:
    """Read a document once: some are large."""
    return Spec(json.loads(path.read_text(encoding="utf-8")))
