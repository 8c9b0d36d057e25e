"""Seconds from the start of a process to the moment it is of use."""

import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from app.redis_server import EmbeddedRedis, embedded_url
from benchmarks.figures import Effort, Section, Unsound, middle, spread
from benchmarks.processes import Program, environment
from domain.webhooks import Accepted, Delivery, WebhookRequest
from integrations.zoom import ZoomMeetings, ZoomSettings
from sandbox.zoom import WEBHOOK_SECRET, SandboxMeeting, ZoomSandbox, signed
from store.database import SqlDatabase, upgrade

LONGEST_S = 60.0
LOOK_EVERY_S = 0.005


def measure(effort: Effort) -> Section:
    """Each process ``repeats`` times, on a migrated SQLite database and the embedded Redis."""
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="reploop-bench-") as name:
        folder = Path(name)
        for what, once in _PROCESSES.items():
            found[what] = [once(folder / f"{len(found)}-{n}") for n in range(effort.repeats)]
    return Section(
        title=f"Start-up: seconds to be of use, median of {effort.repeats}",
        columns=("process", "seconds", "lowest-highest"),
        rows=[[what, f"{middle(s):.2f}", spread(s, 2)] for what, s in found.items()],
        data=found,
    )


def settings(folder: Path) -> Mapping[str, str]:
    """A deployment of its own in ``folder``, with Zoom's webhooks switched on."""
    return {
        "REPLOOP_DATA_DIR": str(folder),
        "REPLOOP_REDIS_URL": embedded_url(folder),
        "REPLOOP_ZOOM_WEBHOOK_SECRET": WEBHOOK_SECRET,
        "REPLOOP_LOG_LEVEL": "error",
    }


def web(folder: Path, settings: Mapping[str, str]) -> Program:
    """The web process on a free port, which it prints."""
    return Program("app.cli", "web", "--port", "0", folder=folder, settings=settings)


def worker(folder: Path, settings: Mapping[str, str]) -> Program:
    """A worker process for all queues."""
    return Program("app.cli", "worker", folder=folder, settings=settings)


def _database(folder: Path) -> SqlDatabase:
    url = f"sqlite:///{folder / 'reploop.db'}"
    upgrade(url)
    return SqlDatabase(url, clock=time.time)


def _until(holds: Callable[[], bool], started: float) -> float:
    while not holds():
        if time.perf_counter() - started > LONGEST_S:
            raise Unsound(f"it was not ready after {LONGEST_S:.0f} s")
        time.sleep(LOOK_EVERY_S)
    return time.perf_counter() - started


def _redis(folder: Path) -> float:
    """Until it answers a ping."""
    started = time.perf_counter()
    with EmbeddedRedis(folder):
        return time.perf_counter() - started


def _web(folder: Path) -> float:
    """Until ``/healthz`` says 200."""
    with EmbeddedRedis(folder):
        _database(folder).dispose()
        started = time.perf_counter()
        with web(folder, settings(folder)) as program:
            port = program.line().rpartition(" ")[2]
            return _until(lambda: answers(f"http://127.0.0.1:{port}/healthz"), started)


def _worker(folder: Path) -> float:
    """Until it has claimed a delivery that was waiting."""
    with EmbeddedRedis(folder):
        database = _database(folder)
        database.keep_deliveries([_ended_meeting()])

        def claimed() -> bool:
            with database.read() as tx:
                return tx.deliveries.list()[0].attempts > 0

        started = time.perf_counter()
        with worker(folder, settings(folder)):
            taken = _until(claimed, started)
        database.dispose()
        return taken


def _help(folder: Path) -> float:
    """Until ``reploop --help`` has ended."""
    folder.mkdir()
    command = [sys.executable, "-m", "app.cli", "--help"]
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment({}), check=True, capture_output=True)
    return time.perf_counter() - started


def answers(url: str) -> bool:
    """Whether a GET there gives 200."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


def _ended_meeting() -> Delivery:
    """A genuine notice that needs no vendor to be worked off."""
    now = datetime.now(UTC)
    meeting = SandboxMeeting(
        uuid="c3RhcnQtdXA=",
        number=1,
        topic="Start-up",
        host_email="rep@acme.example",
        started_at=now,
        minutes=30,
        vtts=(),
    )
    body = ZoomSandbox().event("meeting.ended", meeting)
    zoom = ZoomMeetings(ZoomSettings(webhook_secrets=(WEBHOOK_SECRET,)))
    outcome = zoom.read_webhook(WebhookRequest(signed(body, now), body), now=now)
    zoom.close()
    if not isinstance(outcome, Accepted):
        raise Unsound(f"the notice was not accepted: {outcome}")
    return Delivery("zoom", outcome.key, outcome.event, now, body)


_PROCESSES: Mapping[str, Callable[[Path], float]] = {
    "web: /healthz answers": _web,
    "worker: first row claimed": _worker,
    "reploop --help": _help,
    "embedded Redis answers": _redis,
}
