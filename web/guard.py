"""The guard before every route: nothing behind it sees a request that did not pass.

Order (cheapest and least trusting first): the address and method are known, the headers
are few and small, the body is of a type and size that is taken, the body arrives whole and
in time. Whatever goes wrong, here or behind, leaves as one small JSON body or error page.
"""

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from domain.errors import ReploopError
from web.doors import MIB, Door, Doors
from web.refusals import (
    BAD_REQUEST,
    BAD_SIGNATURE,
    BODY_CUT_SHORT,
    BODY_TOO_LARGE,
    BODY_TOO_SLOW,
    BUSY,
    ENCODING_REFUSED,
    FAILED,
    HEADERS_TOO_LARGE,
    TYPE_REFUSED,
    Answer,
    Refused,
    answer_to,
)
from web.time_limit import TimeLimit

log = structlog.get_logger()

Headers = list[tuple[bytes, bytes]]

PROVING = (b"signature", b"timestamp", b"token", b"authorization", b"webhook-id")
"""Parts of the names of headers by which a sender proves itself."""

NO_SNIFF = (b"x-content-type-options", b"nosniff")
CONTENT_POLICY = (
    b"default-src 'none'; style-src 'self'; img-src 'self'; "
    b"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
FOR_PEOPLE: Headers = [
    NO_SNIFF,
    (b"referrer-policy", b"no-referrer"),
    (b"content-security-policy", CONTENT_POLICY),
    (b"x-frame-options", b"DENY"),
    (b"cache-control", b"no-store"),
]
"""On every page and every error; answers to machines carry only what costs them nothing."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request, and all requests together, may take. Bytes and seconds."""

    headers: int = 64
    header_bytes: int = 16 * 1024
    body_s: float = 10.0
    """From the end of the headers to the end of the body."""
    buffered_bytes: int = 256 * MIB
    """Of all bodies being read at once."""


class Guard:
    """Pure ASGI. ``new_id`` names a request; ``write_error`` gives (media type, body)."""

    def __init__(
        self,
        doors: Doors,
        *,
        new_id: Callable[[], str],
        write_error: Callable[[Answer, str, bool], tuple[bytes, bytes]],
        lifespan: ASGIApp,
        limits: Limits | None = None,
    ) -> None:
        self._doors = doors
        self._new_id = new_id
        self._write_error = write_error
        self._lifespan = lifespan
        self._limits = limits or Limits()
        self._buffered = 0
        self._in_time = TimeLimit(self._limits.body_s)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection event; websockets are not served."""
        if scope["type"] == "lifespan":
            await self._lifespan(scope, receive, send)
        elif scope["type"] == "http":
            await self._serve(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        reply = _Reply(send)
        try:
            await self._pass(scope, receive, reply)
        except ReploopError as error:
            await self._refuse(scope, reply, answer_to(error), error)
        except Exception as error:  # noqa: BLE001 - the edge: every failure gets the same answer
            await self._refuse(scope, reply, FAILED, error)

    async def _pass(self, scope: Scope, receive: Receive, reply: "_Reply") -> None:
        door = self._doors.find(scope["path"], scope["method"])
        reply.page = door.page
        headers: Headers = scope["headers"]
        length = _check_headers(headers, door, self._limits)
        if not door.content_types:
            await door.app(scope, receive, reply)
            return
        body = await self._read(receive, door.max_body, length)
        await door.app(scope, _replay(body, receive), reply)

    async def _read(self, receive: Receive, most: int, length: int | None) -> bytes:
        room = most if length is None else length
        if self._buffered + room > self._limits.buffered_bytes:
            raise Refused(BUSY)
        self._buffered += room
        try:
            with self._in_time:
                return await _counted(receive, most)
        except TimeoutError:
            raise Refused(BODY_TOO_SLOW) from None
        finally:
            self._buffered -= room

    async def _refuse(
        self, scope: Scope, reply: "_Reply", answer: Answer, error: Exception
    ) -> None:
        request_id = self._new_id()
        if answer is FAILED:
            log.error("request.failed", request_id=request_id, **_where(error))
        else:
            log.info("request.refused", request_id=request_id, code=answer.code)
        if reply.started:
            raise error
        kind, body = self._write_error(answer, request_id, _wants_page(scope))
        headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
        headers += answer.headers
        if answer.close:
            headers.append((b"connection", b"close"))
        reply.page = True
        await reply({"type": "http.response.start", "status": answer.status, "headers": headers})
        await reply({"type": "http.response.body", "body": body})


class _Reply:
    """Sends a response on, with the headers that go with its kind."""

    __slots__ = ("_send", "page", "started")

    def __init__(self, send: Send) -> None:
        self._send = send
        self.page = False
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            more = FOR_PEOPLE if self.page else (NO_SNIFF,)
            message["headers"] = [*message.get("headers", ()), *more]
        await self._send(message)


def _check_headers(headers: Headers, door: Door, limits: Limits) -> int | None:
    """Refuse by headers alone; returns the declared length of the body, if declared."""
    if len(headers) > limits.headers or _size(headers) > limits.header_bytes:
        raise Refused(HEADERS_TOO_LARGE)
    named = dict(headers)
    if named.get(b"content-encoding", b"identity").lower() != b"identity":
        raise Refused(ENCODING_REFUSED)
    length = _declared(named.get(b"content-length"))
    if length is not None and length > door.max_body:
        raise Refused(BODY_TOO_LARGE)
    if not door.content_types:
        if b"transfer-encoding" in named:
            raise Refused(BODY_TOO_LARGE)
        return length
    if _media_type(named.get(b"content-type", b"")) not in door.content_types:
        raise Refused(TYPE_REFUSED)
    if door.signed and len(named) != len(headers):
        _refuse_second_proof(name for name, _ in headers)
    return length


def _refuse_second_proof(names: Iterable[bytes]) -> None:
    seen: set[bytes] = set()
    for name in names:
        if name in seen and any(part in name for part in PROVING):
            raise Refused(BAD_SIGNATURE)
        seen.add(name)


def _size(headers: Headers) -> int:
    return sum([len(name) + len(value) for name, value in headers])


def _declared(value: bytes | None) -> int | None:
    if value is None:
        return None
    if not value.isdigit() or len(value) > 12:
        raise Refused(BAD_REQUEST)
    return int(value)


def _media_type(value: bytes) -> bytes:
    return value.partition(b";")[0].strip().lower()


async def _counted(receive: Receive, most: int) -> bytes:
    """The whole body, if it is no longer than ``most`` bytes."""
    parts: list[bytes] = []
    total = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(BODY_CUT_SHORT)
        part: bytes = message.get("body", b"")
        total += len(part)
        if total > most:
            raise Refused(BODY_TOO_LARGE)
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts) if len(parts) > 1 else part


def _replay(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that gives the body that was read, then goes on with the real one."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _wants_page(scope: Scope) -> bool:
    accepted = next((v for n, v in scope["headers"] if n == b"accept"), b"")
    return b"text/html" in accepted


def _where(error: Exception) -> dict[str, str]:
    """Type and place of an error; never its text, which may hold what was sent."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown"
    return {"error": type(error).__name__, "place": place}
