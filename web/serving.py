"""How uvicorn is set up to serve this app; ``app/`` adds host, port or sockets."""

from typing import Any

from web.protocol import GuardedProtocol

UVICORN_OPTIONS: dict[str, Any] = {
    "http": GuardedProtocol,
    "loop": "uvloop",
    "ws": "none",
    "lifespan": "on",
    "access_log": False,
    "server_header": False,
    "proxy_headers": False,  # the peer's address is never taken from a header
    "backlog": 2048,
    "timeout_keep_alive": 30,
    "timeout_graceful_shutdown": 20,
}
"""Pass as ``uvicorn.Config(app, **UVICORN_OPTIONS, …)``."""
