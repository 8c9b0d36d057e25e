"""The ``openai`` package's requests over our own HTTP wrapper, whole or not at all.

The package limits each read on its own and no answer's size, so a server that sends one
byte now and then, or never stops, would hold a worker for as long as it likes. Under it,
this transport gives every request one time limit from connect to last byte and one size
limit, as ``integrations.http`` does for all other vendors. Redirects are not followed and
proxies of the environment are not asked, as there.
"""

import weakref

import httpx
import httpx2

from integrations.http import configured_client, exchange

CONNECTIONS = 512
"""As many as calls can be graded side by side; a model takes its time."""
_OF_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers about the bytes as they were sent; ``exchange`` has read those to the end."""


class WholeAnswers(httpx2.BaseTransport):
    """Sends one request and hands back the whole answer; safe to use from several threads."""

    def __init__(self, vendor: str, *, limit_s: float, max_bytes: int) -> None:
        self._vendor = vendor
        self._limit_s = limit_s
        self._max_bytes = max_bytes
        self._client = configured_client(connections=CONNECTIONS)
        # Nobody closes a model: its connections end with it, as the package's own do.
        weakref.finalize(self, self._client.close)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """See ``httpx2.BaseTransport``.

        Our errors pass through the package as they are: ``VendorUnavailable`` if no whole
        answer came within the time limit, ``UnexpectedPayload`` if it is too large. An
        answer that is compressed, though we ask for none, stays packed: it cannot unpack
        to a huge one.
        """
        sent = httpx.Request(
            request.method, str(request.url), headers=request.headers.raw, content=request.read()
        )
        answer = exchange(
            self._client, sent, self._vendor, limit_s=self._limit_s, max_bytes=self._max_bytes
        )
        headers = {name: v for name, v in answer.headers.items() if name not in _OF_THE_WIRE}
        return httpx2.Response(answer.status, headers=headers, content=answer.body)

    def close(self) -> None:
        """Close all connections."""
        self._client.close()
