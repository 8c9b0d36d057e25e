"""The batch side of the OpenAI sandbox: files, batches, and their output a few looks later.

A batch is done at the ``looks_until_done``-th look at it. ``fails`` and ``expires`` say how
many of its lines end in an error or are not worked on in time, from the last one backwards.
"""

import itertools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Answer = Callable[[dict[str, Any]], dict[str, Any]]
"""From the body of a chat completion's request to that of its response."""


@dataclass(slots=True)
class Batches:
    """``/files`` and ``/batches``; ``answer`` is what a line is answered by."""

    answer: Answer
    denied: Callable[[Request], JSONResponse | None]
    looks_until_done: int = 2
    fails: int = 0
    expires: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)
    looks: dict[str, int] = field(default_factory=dict)
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    def routes(self, prefix: str) -> list[Route]:
        """What it serves."""
        return [
            Route(f"{prefix}/files", self._upload, methods=["POST"]),
            Route(f"{prefix}/files/{{id}}/content", self._content),
            Route(f"{prefix}/batches", self._create, methods=["POST"]),
            Route(f"{prefix}/batches", self._list, methods=["GET"]),
            Route(f"{prefix}/batches/{{id}}", self._look),
        ]

    async def _upload(self, request: Request) -> Response:
        if denied := self.denied(request):
            return denied
        parts = multipart(request.headers["content-type"], await request.body())
        if parts.get("purpose") != b"batch":
            return _invalid("'purpose' must be batch", "purpose")
        name = f"file-{next(self._numbers)}"
        self.files[name] = parts["file"]
        body = {"id": name, "object": "file", "bytes": len(parts["file"]), "created_at": 0}
        return JSONResponse({**body, "filename": "batch.jsonl", "purpose": "batch"})

    async def _content(self, request: Request) -> Response:
        if denied := self.denied(request):
            return denied
        content = self.files.get(request.path_params["id"])
        if content is None:
            return JSONResponse({"error": {"message": "No such file"}}, status_code=404)
        return Response(content, media_type="application/octet-stream")

    async def _create(self, request: Request) -> Response:
        if denied := self.denied(request):
            return denied
        wanted = await request.json()
        if wanted.get("completion_window") != "24h":
            return _invalid("Only 24h is supported", "completion_window")
        if wanted.get("endpoint") != "/v1/chat/completions":
            return _invalid("Unknown endpoint", "endpoint")
        if wanted.get("input_file_id") not in self.files:
            return _invalid("No such file", "input_file_id")
        name = f"batch_{next(self._numbers)}"
        lines = self.files[wanted["input_file_id"]].splitlines()
        self.batches[name] = {
            **wanted,
            "id": name,
            "object": "batch",
            "created_at": 0,
            "status": "in_progress",
            "output_file_id": None,
            "error_file_id": None,
            "request_counts": {"total": len(lines), "completed": 0, "failed": 0},
        }
        self.looks[name] = 0
        return JSONResponse(self.batches[name])

    async def _list(self, request: Request) -> Response:
        if denied := self.denied(request):
            return denied
        newest = list(reversed(self.batches.values()))
        return JSONResponse({"object": "list", "data": newest, "has_more": False})

    async def _look(self, request: Request) -> Response:
        if denied := self.denied(request):
            return denied
        batch = self.batches.get(request.path_params["id"])
        if batch is None:
            return JSONResponse({"error": {"message": "No such batch"}}, status_code=404)
        self.looks[batch["id"]] += 1
        if self.looks[batch["id"]] >= self.looks_until_done and batch["status"] == "in_progress":
            self._finish(batch)
        return JSONResponse(batch)

    def _finish(self, batch: dict[str, Any]) -> None:
        lines = [json.loads(line) for line in self.files[batch["input_file_id"]].splitlines()]
        good = lines[: len(lines) - self.fails - self.expires]
        bad = lines[len(good) :]
        batch["output_file_id"] = self._keep([self._answered(line) for line in reversed(good)])
        if bad:
            batch["error_file_id"] = self._keep([_failed(line) for line in bad])
        batch["status"] = "expired" if self.expires else "completed"
        batch["request_counts"].update(completed=len(good), failed=len(bad))

    def _answered(self, line: dict[str, Any]) -> dict[str, Any]:
        response = {"status_code": 200, "request_id": "r", "body": self.answer(line["body"])}
        return {"id": "l", "custom_id": line["custom_id"], "response": response, "error": None}

    def _keep(self, lines: list[dict[str, Any]]) -> str:
        name = f"file-{next(self._numbers)}"
        self.files[name] = "".join(json.dumps(line) + "\n" for line in lines).encode()
        return name


def multipart(content_type: str, body: bytes) -> Mapping[str, bytes]:
    """The fields of a multipart form by name."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    found: dict[str, bytes] = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        payload = part.get_payload(decode=True)
        assert isinstance(payload, bytes)
        found[str(name)] = payload
    return found


def _failed(line: dict[str, Any]) -> dict[str, Any]:
    error = {"code": "batch_expired", "message": "This request could not be executed in time."}
    return {"id": "l", "custom_id": line["custom_id"], "response": None, "error": error}


def _invalid(message: str, param: str) -> JSONResponse:
    error = {"message": message, "type": "invalid_request_error", "param": param, "code": None}
    return JSONResponse({"error": error}, status_code=400)
