"""`reploop up`: web, worker and clock as child processes, with the embedded Redis if needed.

A child that ends is started again, after a pause that grows while it keeps ending; none takes
the others along. SIGTERM and Ctrl-C stop the children first and the embedded Redis last.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from types import FrameType

import structlog

from app.redis_server import EmbeddedRedis
from config.settings import Settings
from domain.errors import ReploopError

log = structlog.get_logger()
STOP_S = 30.0
STEADY_S = 60.0
"""A child that ran this long is started again at once."""
LONGEST_PAUSE_S = 60.0


@dataclass(slots=True)
class Child:
    """One process of the deployment: ``reploop <role>``."""

    role: str
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause_s: float = 0.0
    """How long to wait before the next start, after it has ended."""

    def start(self) -> None:
        """Start it in a process group of its own."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "app.cli", self.role],
            env=dict(os.environ),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def restart_if_ended(self) -> None:
        """Start it again once its pause is over."""
        if self.process is not None and self.process.poll() is None:
            return
        steady = time.monotonic() - self.started > STEADY_S
        if steady:
            self.pause_s = 0.0
        elif time.monotonic() - self.started < self.pause_s:
            return
        self.pause_s = min(LONGEST_PAUSE_S, 2 * self.pause_s + 1.0)
        log.warning("up.starts_again", role=self.role, next_pause_s=self.pause_s)
        self.start()

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
    """The processes of one machine."""

    def __init__(
        self, settings: Settings, roles: Sequence[str] = ("web", "worker", "clock")
    ) -> None:
        self.children = [Child(role) for role in roles]
        own = settings.redis_url is not None
        self.redis = None if own else EmbeddedRedis(settings.data_dir)
        self._stop = threading.Event()

    def start(self) -> None:
        """Start the embedded Redis if none is configured, then every child."""
        if self.redis is not None:
            self.redis.__enter__()
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
        if self.redis is not None:
            self.redis.__exit__(None, None, None)

    def watch(self) -> None:
        """Start what has ended again, until told to stop."""
        while not self._stop.wait(0.5):
            self._keep_redis()
            for child in self.children:
                if not self._stop.is_set():
                    child.restart_if_ended()

    def _keep_redis(self) -> None:
        try:
            if self.redis is not None and self.redis.keep_alive():
                log.warning("up.redis_started_again")
        except ReploopError as error:  # rows are worked off without it; try again next time
            log.error("up.redis_does_not_start", error=type(error).__name__)  # noqa: TRY400

    def run(self) -> int:
        """Start, watch until SIGTERM or Ctrl-C, and stop; returns an exit code."""

        def ask_to_stop(number: int, frame: FrameType | None) -> None:
            del number, frame
            self._stop.set()

        signal.signal(signal.SIGTERM, ask_to_stop)
        signal.signal(signal.SIGINT, ask_to_stop)
        self.start()
        try:
            self.watch()
        finally:
            self.stop()
        return 0
