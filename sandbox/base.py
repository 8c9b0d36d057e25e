"""What all vendor sandboxes share: recording of requests, and faults on demand.

A sandbox is an ordinary ASGI app that speaks a vendor's HTTP. ``Sandbox`` wraps it: it
records every request with its answer, and breaks the next matching ones as told.
"""

import asyncio
import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from starlette.types import ASGIApp, Message, Receive, Scope, Send

FaultKind = Literal["answer", "hang", "drop", "accept_then_drop", "accept_then_hang", "drip"]


@dataclass(slots=True)
class Fault:
    """How to break the next ``times`` requests whose method and path match.

    ``answer``: answer with status, headers and body instead of the real thing.
    ``hang``: wait ``delay_s``, then drop. ``drop``: close without an answer.
    ``accept_then_drop``/``accept_then_hang``: let it happen, then lose the answer.
    ``drip``: like ``answer``, with ``delay_s`` before each byte of the body.
    """

    kind: FaultKind
    path: str = ""
    """Part of the path that must occur in the request's."""
    method: str | None = None
    times: int = 1
    status: int = 500
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    delay_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Recorded:
    """One request as it came and the status it got (0: no answer)."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    status: int

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Sandbox:
    """Base of every vendor sandbox. Subclasses set ``slug`` and build ``self.app``."""

    slug: str = ""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.requests: list[Recorded] = []
        self.faults: list[Fault] = []
        self.app: ASGIApp

    def fail(self, fault: Fault) -> None:
        """Break the next matching requests."""
        with self.lock:
            self.faults.append(fault)

    def requests_to(self, path: str, method: str | None = None) -> list[Recorded]:
        """Recorded requests whose path holds ``path``."""
        with self.lock:
            return [
                r
                for r in self.requests
                if path in r.path and (method is None or r.method == method)
            ]

    def _take_fault(self, method: str, path: str) -> Fault | None:
        with self.lock:
            for fault in self.faults:
                if fault.path in path and fault.method in (None, method):
                    fault.times -= 1
                    if fault.times <= 0:
                        self.faults.remove(fault)
                    return fault
        return None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request: record it, and break it if a fault is planned."""
        if scope["type"] != "http":
            return
        body = await _read(receive)
        statuses: list[int] = []
        fault = self._take_fault(scope["method"], scope["path"])

        async def replay() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])
            await send(message)

        async def swallow(message: Message) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        try:
            if fault is None:
                await self.app(scope, replay, watch)
            else:
                await self._break(fault, scope, replay, send, swallow)
        finally:
            headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}
            recorded = Recorded(
                scope["method"],
                scope["path"],
                scope["query_string"].decode(),
                headers,
                body,
                statuses[0] if statuses and fault is None else (fault.status if fault else 0),
            )
            with self.lock:
                self.requests.append(recorded)

    async def _break(
        self, fault: Fault, scope: Scope, receive: Receive, send: Send, swallow: Send
    ) -> None:
        if fault.kind.startswith("accept"):
            await self.app(scope, receive, swallow)
        if fault.kind == "drip":
            await _answer(fault, send, gap_s=fault.delay_s)
            return
        if fault.kind in ("hang", "accept_then_hang") or fault.delay_s:
            await asyncio.sleep(fault.delay_s)
        if fault.kind == "answer":
            await _answer(fault, send)
        else:
            await _drop(send)


async def _read(receive: Receive) -> bytes:
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


async def _answer(fault: Fault, send: Send, *, gap_s: float | None = None) -> None:
    """The planned answer at once, or byte by byte with ``gap_s`` before each."""
    if isinstance(fault.body, bytes | str):
        body = fault.body.encode() if isinstance(fault.body, str) else fault.body
        kind = b"text/plain"
    else:
        body = b"" if fault.body is None else json.dumps(fault.body).encode()
        kind = b"application/json"
    headers = [(k.lower().encode(), v.encode()) for k, v in fault.headers.items()]
    await send(
        {
            "type": "http.response.start",
            "status": fault.status,
            "headers": [(b"content-type", kind), (b"content-length", b"%d" % len(body)), *headers],
        }
    )
    if gap_s is None:
        await send({"type": "http.response.body", "body": body})
        return
    for byte in body:
        await asyncio.sleep(gap_s)
        await send({"type": "http.response.body", "body": bytes([byte]), "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def _drop(send: Send) -> None:
    """Promise more bytes than are sent: the server then closes the connection."""
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1000000")]}
    )
    await send({"type": "http.response.body", "body": b" "})
