"""What the web app is measured against from above: proves the signature, and does no more.

``asgi`` is plain ASGI without routing or middleware: nothing that proves a signature in
Python on this stack can answer much faster. ``route`` is the same as a framework's route
that also parses the JSON, the way an endpoint is usually written. Server, event loop and
options are the web app's own, its limits on slow senders aside.
"""

import json
import socket
import sys
from collections.abc import Mapping
from datetime import UTC, datetime

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from domain.errors import WebhookRejected
from domain.webhooks import verify_v0_signature
from sandbox.zoom import WEBHOOK_SECRET
from web.serving import UVICORN_OPTIONS

PATH = "/webhooks/zoom"
MAX_AGE_S = 7200.0


def proven(headers: Mapping[str, str], body: bytes, now: datetime) -> bool:
    """Whether Zoom signed this."""
    try:
        verify_v0_signature(
            secret=WEBHOOK_SECRET,
            timestamp=headers.get("x-zm-request-timestamp"),
            signature=headers.get("x-zm-signature"),
            body=body,
            now=now,
            max_age_s=MAX_AGE_S,
        )
    except WebhookRejected:
        return False
    return True


async def asgi(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer 200 to what Zoom signed, 401 to the rest."""
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    status = 200 if proven(headers, body, datetime.now(UTC)) else 401
    empty = [(b"content-length", b"0")]
    await send({"type": "http.response.start", "status": status, "headers": empty})
    await send({"type": "http.response.body", "body": b""})


async def _webhook(request: Request) -> Response:
    body = await request.body()
    if not proven(request.headers, body, datetime.now(UTC)):
        return Response(status_code=401)
    json.loads(body)
    return Response(status_code=200)


route = Starlette(routes=[Route(PATH, _webhook, methods=["POST"])])


def serve(app: ASGIApp) -> None:
    """Serve on a free port, and print it as the web app does."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(f"listening on {listening.getsockname()[1]}", flush=True)
    options = {**UVICORN_OPTIONS, "http": "httptools", "lifespan": "off"}
    uvicorn.Server(uvicorn.Config(app, log_level="warning", **options)).run(sockets=[listening])


if __name__ == "__main__":
    serve(route if sys.argv[1:] == ["route"] else asgi)
