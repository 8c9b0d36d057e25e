"""Memory of the web and worker processes: idle, and after calls went through them."""

import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import httpx

from app.redis_server import EmbeddedRedis
from benchmarks.figures import Effort, Section, Unsound
from benchmarks.processes import Program, memory_mib
from benchmarks.start_up import answers, settings, web, worker
from benchmarks.vendors import Scene
from domain.webhooks import DeliveryState
from sandbox.company_file import load_company
from sandbox.zoom import signed
from store.database import SqlDatabase, upgrade

SETTLE_S = 2.0
OFTEN = {"REPLOOP_SWEEP_S": "2"}
LONGEST_S = 900.0


def measure(effort: Effort) -> Section:
    """One deployment on SQLite with the built-in grader, calls posted over HTTP."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="reploop-bench-")))
        stack.enter_context(EmbeddedRedis(folder))
        scene_file = folder / "scene.json"
        vendors = Program("benchmarks.vendors", str(scene_file), str(effort.calls), folder=folder)
        stack.enter_context(vendors).line()
        scene = Scene.read(scene_file)
        database = _database(folder)
        given = {**scene.settings, **settings(folder), "REPLOOP_GRADER": "builtin"}
        with Program("app.cli", "crm", "provision", folder=folder, settings=given) as provision:
            provision.whole_output()
        clock = Program("app.cli", "clock", folder=folder, settings={**given, **OFTEN})
        stack.enter_context(clock)  # asks again for what a vendor's rate limit held back
        programs = {
            "web": stack.enter_context(web(folder, given)),
            "worker": stack.enter_context(worker(folder, given)),
        }
        url = f"http://127.0.0.1:{programs['web'].line().rpartition(' ')[2]}"
        _wait(lambda: answers(f"{url}/healthz"), "web")
        time.sleep(SETTLE_S)
        idle = {name: memory_mib(program.pid) for name, program in programs.items()}
        _post(url, scene.bodies)
        _wait(lambda: not _left(database), "worker")
        after = {name: memory_mib(program.pid) for name, program in programs.items()}
        with database.read() as tx:
            calls = dict(tx.calls.count_by_state())
        database.dispose()
    return _section(idle, after, calls)


def _section(
    idle: Mapping[str, Mapping[str, float]],
    after: Mapping[str, Mapping[str, float]],
    calls: Mapping[str, int],
) -> Section:
    handled = sum(calls.values())
    return Section(
        title="Memory, MiB",
        columns=("process", "RSS", "PSS", "highest RSS"),
        rows=[
            [f"{name}, {when}", *(f"{figures[name][k]:.0f}" for k in ("rss", "pss", "peak"))]
            for name in idle
            for when, figures in (("idle", idle), (f"after {handled} calls", after))
        ],
        notes=[f"Of these calls: {', '.join(f'{n} {state}' for state, n in calls.items())}."],
        data={"idle": idle, "after": after, "calls": calls},
    )


def _database(folder: Path) -> SqlDatabase:
    url = f"sqlite:///{folder / 'reploop.db'}"
    upgrade(url)
    database = SqlDatabase(url, clock=time.time)
    company = load_company(datetime.now(UTC))
    with database.write() as tx:
        tx.people.put(company.people, company.teams)
    return database


def _post(url: str, bodies: Sequence[bytes]) -> None:
    with httpx.Client(timeout=30) as client:
        for body in bodies:
            headers = signed(body, datetime.now(UTC))
            client.post(f"{url}/webhooks/zoom", content=body, headers=headers).raise_for_status()


def _left(database: SqlDatabase) -> bool:
    """Whether rows wait, or are being worked on right now."""
    with database.read() as tx:
        new = tx.deliveries.count_by_state().get(DeliveryState.NEW, 0)
        ready = tx.calls.count_by_state().get("ready", 0)
        effects = tx.outbox.count_by_state()
    return bool(new or ready or any(state.endswith(":pending") for state in effects))


def _wait(holds: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + LONGEST_S
    while not holds():
        if time.monotonic() > deadline:
            raise Unsound(f"{what} was not done after {LONGEST_S:.0f} s")
        time.sleep(0.1)
