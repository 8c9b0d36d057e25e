"""The small pieces of plain ASGI that the machine-facing routes share."""

import json
from collections.abc import Iterable, Iterator, Mapping

from starlette.types import Receive, Send

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


class SentHeaders(Mapping[str, str]):
    """Header values by name in lower case, as sent; decoded only when they are asked for."""

    __slots__ = ("_raw",)

    def __init__(self, headers: Iterable[Pair]) -> None:
        self._raw = dict(headers)

    def __getitem__(self, name: str) -> str:
        return self._raw[name.encode("latin-1", "replace")].decode("latin-1")

    def __iter__(self) -> Iterator[str]:
        return (name.decode("latin-1") for name in self._raw)

    def __len__(self) -> int:
        return len(self._raw)
