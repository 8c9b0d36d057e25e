"""The small pieces of plain ASGI that the machine-facing routes share."""

import json
from collections.abc import Iterable, Mapping

from starlette.types import Receive, Scope, Send

Pair = tuple[bytes, bytes]

JSON_TYPE = b"application/json"
TEXT_TYPE = b"text/plain; charset=utf-8"


async def answer(
    send: Send, status: int, body: bytes = b"", kind: bytes = JSON_TYPE, more: Iterable[Pair] = ()
) -> None:
    """Send one whole response; an empty body carries no type."""
    headers: list[Pair] = [(b"content-length", str(len(body)).encode()), *more]
    if body:
        headers.append((b"content-type", kind))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def as_json(value: Mapping[str, object]) -> bytes:
    """Compact JSON in UTF-8."""
    return json.dumps(value, separators=(",", ":")).encode()


async def whole_body(receive: Receive) -> bytes:
    """The body as the guard read it: always in one piece."""
    body: bytes = (await receive()).get("body", b"")
    return body


def headers_of(scope: Scope) -> dict[str, str]:
    """Header names in lower case and their values, bytes kept by Latin-1."""
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
