"""uvicorn's HTTP protocol with the limits that an ASGI app cannot set.

A request line and headers must arrive whole in time and within a size, and a request that
is no HTTP is answered in the same JSON shape as everything else.
"""

import asyncio
import uuid

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from web.plain import as_json

HEAD_BYTES = 64 * 1024
"""Above the guard's own limit, which gives the kinder answer."""


class GuardedProtocol(HttpToolsProtocol):
    """Closes connections that are slow or boundless before the app sees a request."""

    head_s = 10.0
    """From the opening of a connection, or the first byte of a further request, to the last
    header."""
    _head_timer: asyncio.TimerHandle | None = None
    _head_bytes = 0
    _head_open = True

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock for the first request."""
        super().connection_made(transport)
        self._start_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._head_arrived()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """A head begins; ``data_received`` starts the clock if it is not there whole."""
        super().on_message_begin()
        self._head_arrived()
        self._head_open, self._head_bytes = True, 0

    def on_headers_complete(self) -> None:
        """The head is there; what follows is the guard's to limit."""
        self._head_arrived()
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        """Count, and time, what arrives before the headers are complete."""
        super().data_received(data)
        if not self._head_open:
            return
        if self._head_timer is None:
            self._start_clock()
        self._head_bytes += len(data)
        if self._head_bytes > HEAD_BYTES and not self.transport.is_closing():
            self._turn_away(431, "headers_too_large")

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP; ``msg`` is uvicorn's and not repeated."""
        del msg
        self._turn_away(400, "bad_request")

    def _turn_away(self, status: int, code: str) -> None:
        self._head_arrived()
        body = as_json({"error": code, "request_id": uuid.uuid4().hex})
        self.transport.write(
            STATUS_LINE[status]
            + b"content-type: application/json\r\nconnection: close\r\n"
            + b"content-length: %d\r\n\r\n" % len(body)
            + body
        )
        self.transport.close()

    def _start_clock(self) -> None:
        self._head_timer = self.loop.call_later(self.head_s, self.transport.abort)

    def _head_arrived(self) -> None:
        self._head_open = False
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None
