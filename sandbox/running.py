"""Runs sandboxes on a loopback port, in a thread of this process."""

import socket
import threading
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Self

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp


class RunningApp:
    """Serves an ASGI app on 127.0.0.1; use as a context manager. ``port`` 0 picks one."""

    def __init__(self, app: ASGIApp, port: int = 0) -> None:
        self._socket = socket.create_server(("127.0.0.1", port), backlog=512)
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            app, log_level="critical", lifespan="off", ws="none", date_header=False
        )  # a sandbox whose clock matters says the time itself
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True
        )

    @property
    def url(self) -> str:
        """Base address without a trailing slash."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        """Start, and wait until it answers."""
        self._thread.start()
        deadline = time.monotonic() + 20
        while not self._server.started:
            if time.monotonic() > deadline:
                raise TimeoutError("the sandbox did not start within 20 s")
            time.sleep(0.005)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop and wait."""
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self._socket.close()


def mounted(sandboxes: Mapping[str, ASGIApp]) -> Starlette:
    """One app that serves each sandbox under ``/<slug>``."""
    return Starlette(routes=[Mount(f"/{slug}", app=app) for slug, app in sandboxes.items()])
