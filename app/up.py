"""`reploop up`: web, worker and clock as child processes, with the embedded Redis if needed.

A child that ends is started again (at most five times a minute); SIGTERM and Ctrl-C stop
the children first and the embedded Redis last.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import FrameType

import structlog

from app.redis_server import EmbeddedRedis
from config.settings import Settings

log = structlog.get_logger()
MAX_STARTS_A_MINUTE = 5
STOP_S = 20.0


@dataclass(slots=True)
class Child:
    """One process of the deployment: ``reploop <role>``."""

    role: str
    process: subprocess.Popen[bytes] | None = None
    starts: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it in a process group of its own."""
        self.starts = [*[s for s in self.starts if s > time.monotonic() - 60], time.monotonic()]
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "app.cli", self.role],
            env=dict(os.environ),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def ended(self) -> bool:
        """Whether it is not running now."""
        return self.process is None or self.process.poll() is not None

    def stop(self) -> None:
        """Ask it to end, wait, and kill what does not."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=STOP_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Deployment:
    """The processes of one machine; use as a context manager or with ``run``."""

    def __init__(self, settings: Settings, roles: Sequence[str] = ("web", "worker", "clock")):
        self._settings = settings
        self.children = [Child(role) for role in roles]
        self._stack = ExitStack()
        self._stop = threading.Event()

    def start(self) -> None:
        """Start the embedded Redis if none is configured, then every child."""
        if self._settings.redis_url is None:
            self._stack.enter_context(EmbeddedRedis(self._settings.data_dir))
        for child in self.children:
            child.start()

    def stop(self) -> None:
        """Stop the children together, then the embedded Redis."""
        self._stop.set()
        threads = [threading.Thread(target=child.stop) for child in self.children]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self._stack.close()

    def watch(self) -> int:
        """Start ended children again until told to stop; returns an exit code."""
        while not self._stop.wait(0.5):
            for child in self.children:
                if not child.ended() or self._stop.is_set():
                    continue
                if len(child.starts) >= MAX_STARTS_A_MINUTE:
                    log.error("up.gives_up", role=child.role)
                    return 1
                log.warning("up.starts_again", role=child.role)
                child.start()
        return 0

    def run(self) -> int:
        """Start, watch until SIGTERM or Ctrl-C, and stop."""

        def ask_to_stop(number: int, frame: FrameType | None) -> None:
            del number, frame
            self._stop.set()

        signal.signal(signal.SIGTERM, ask_to_stop)
        signal.signal(signal.SIGINT, ask_to_stop)
        self.start()
        try:
            return self.watch()
        finally:
            self.stop()
