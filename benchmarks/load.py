"""The load: signed webhooks over keep-alive connections, each with a body of its own.

Runs as a process (``python -m benchmarks.load``), so that it and the server share nothing.
All requests are built and signed before the clock starts. A connection sends its next
request when the answer to the last one is whole: nothing is pipelined. The result says how
busy this process was; near 1 it would have measured itself.
"""

import argparse
import asyncio
import json
import secrets
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast

import httptools
import uvloop

from benchmarks.bare_server import PATH
from benchmarks.figures import Unsound
from sandbox.zoom import SandboxMeeting, ZoomSandbox, signed, vtt_of

MARK = b"reploopbenchmarkmeeting0"
"""Stands for the meeting's id in the body that all others are made from; 24 characters."""


def body_pattern(now: datetime) -> bytes:
    """A transcript notice as Zoom sends it, about 1.3 KiB, with ``MARK`` for its meeting."""
    meeting = SandboxMeeting(
        uuid=MARK.decode(),
        number=81234567890,
        topic="Discovery: Northwind and Acme",
        host_email="rep@acme.example",
        started_at=now,
        minutes=31,
        vtts=(vtt_of([(0.0, 2.0, "Rep", "Hello")]),),
    )
    zoom = ZoomSandbox("https://us02web.zoom.us")
    return zoom.event("recording.transcript_completed", meeting)


def requests(count: int, now: datetime) -> list[bytes]:
    """``count`` whole HTTP requests, no two with the same body."""
    pattern = body_pattern(now)
    return [
        _request(pattern.replace(MARK, secrets.token_urlsafe(18).encode()), now)
        for _ in range(count)
    ]


def _request(body: bytes, now: datetime) -> bytes:
    headers = {"host": "127.0.0.1", "content-length": str(len(body)), **signed(body, now)}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST {PATH} HTTP/1.1\r\n{lines}\r\n".encode() + body


@dataclass(slots=True)
class Outcome:
    """What came back: how often each status, and how long each answer took, in seconds."""

    statuses: Counter[int] = field(default_factory=Counter)
    latencies_s: list[float] = field(default_factory=list)


class Connection(asyncio.Protocol):
    """One keep-alive connection that takes requests from the common pile until none is left."""

    def __init__(self, pile: Iterator[bytes], outcome: Outcome) -> None:
        self._pile = pile
        self._outcome = outcome
        self._parser = httptools.HttpResponseParser(self)
        self._transport: asyncio.Transport | None = None
        self._sent_at = 0.0
        self.finished: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep it; the clock has not started yet."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Part of an answer."""
        self._parser.feed_data(data)

    def on_message_complete(self) -> None:
        """An answer is whole."""
        self._outcome.latencies_s.append(time.perf_counter() - self._sent_at)
        self._outcome.statuses[self._parser.get_status_code()] += 1
        self.send_next()

    def connection_lost(self, exc: Exception | None) -> None:
        """The server hung up, which it should not."""
        if not self.finished.done():
            self.finished.set_exception(exc or Unsound("the server closed a connection"))

    def send_next(self) -> None:
        """Send one request, or end."""
        assert self._transport is not None
        request = next(self._pile, None)
        if request is None:
            self.finished.set_result(None)
            self._transport.close()
            return
        self._sent_at = time.perf_counter()
        self._transport.write(request)


async def run(port: int, pile: Sequence[bytes], connections: int) -> dict[str, object]:
    """Send the whole pile over that many connections; the figures of one round."""
    loop = asyncio.get_running_loop()
    taken, outcome = iter(pile), Outcome()
    opened = [
        (await loop.create_connection(lambda: Connection(taken, outcome), "127.0.0.1", port))[1]
        for _ in range(connections)
    ]
    started, cpu = time.perf_counter(), time.process_time()
    for connection in opened:
        connection.send_next()
    await asyncio.gather(*(connection.finished for connection in opened))
    seconds = time.perf_counter() - started
    ordered = sorted(outcome.latencies_s)
    return {
        "seconds": seconds,
        "statuses": {str(status): n for status, n in sorted(outcome.statuses.items())},
        "p50_ms": 1000 * ordered[len(ordered) // 2],
        "p99_ms": 1000 * ordered[int(0.99 * (len(ordered) - 1))],
        "busy": (time.process_time() - cpu) / seconds,
    }


def main() -> None:
    """Make the pile, send it, print the figures as one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load")
    parser.add_argument("port", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("connections", type=int)
    arguments = parser.parse_args()
    pile = requests(arguments.count, datetime.now(UTC))
    print(json.dumps(uvloop.run(run(arguments.port, pile, arguments.connections))))


if __name__ == "__main__":
    main()
