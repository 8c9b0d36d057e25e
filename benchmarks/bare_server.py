"""What the web app is measured against from above: proves the signature, and does no more.

The same server and event loop as the web app, plain ASGI without routing or middleware.
Nothing that proves a signature in Python on this stack can answer much faster.
"""

import socket
from collections.abc import MutableMapping
from datetime import UTC, datetime
from typing import Any

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from domain.errors import WebhookRejected
from domain.webhooks import verify_v0_signature
from sandbox.zoom import WEBHOOK_SECRET
from web.serving import UVICORN_OPTIONS

MAX_AGE_S = 7200.0


async def bare(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer 200 to what Zoom signed, 401 to the rest."""
    body = b""
    more = True
    while more:
        message: MutableMapping[str, Any] = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    headers = dict(scope["headers"])
    try:
        verify_v0_signature(
            secret=WEBHOOK_SECRET,
            timestamp=headers.get(b"x-zm-request-timestamp", b"").decode("latin-1"),
            signature=headers.get(b"x-zm-signature", b"").decode("latin-1"),
            body=body,
            now=datetime.now(UTC),
            max_age_s=MAX_AGE_S,
        )
        status = 200
    except WebhookRejected:
        status = 401
    empty = [(b"content-length", b"0")]
    await send({"type": "http.response.start", "status": status, "headers": empty})
    await send({"type": "http.response.body", "body": b""})


def serve(app: ASGIApp) -> None:
    """Serve on a free port, and print it as the web app does."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(f"listening on {listening.getsockname()[1]}", flush=True)
    options = {**UVICORN_OPTIONS, "http": "httptools", "lifespan": "off"}
    uvicorn.Server(uvicorn.Config(app, log_level="warning", **options)).run(sockets=[listening])


if __name__ == "__main__":
    serve(bare)
