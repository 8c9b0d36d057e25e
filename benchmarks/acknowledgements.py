"""Durable webhook acknowledgements a second: beside bare endpoints and the obvious way.

The servers run side by side, each a process of its own; one is under load while the others
idle. Rounds alternate between them, and a ratio is taken within each round, so that whatever
else the machine does falls on all of them.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import redis
from rq import Queue

from app.redis_server import EmbeddedRedis, embedded_url
from benchmarks.figures import Effort, Section, Unsound, middle, spread
from benchmarks.obvious_server import QUEUE
from benchmarks.postgres import postgres
from benchmarks.processes import Program, cpu_s
from sandbox.zoom import WEBHOOK_SECRET
from store.database import SqlDatabase, upgrade

ASGI, ROUTE, REPLOOP, OBVIOUS = "bare ASGI", "bare route", "Reploop", "obvious"
NAMES = (ASGI, ROUTE, REPLOOP, OBVIOUS)
LEGEND = (
    "bare ASGI: proves the signature, keeps nothing; bare route: the same in a framework's",
    "route, with the JSON parsed; obvious: one ORM commit and one enqueue a request.",
)
OF_BARE = 0.35
"""Reploop keeps at least this share of a bare endpoint's rate."""
OF_OBVIOUS = {"SQLite": 5.0, "PostgreSQL": 4.0}
"""Reploop is at least this many times as fast as the obvious way."""
WARM_UP = 400
MOST_IN_A_ROUND = 60_000


@dataclass(slots=True)
class Measured:
    """Rounds of one server, as ``benchmarks.load`` printed them, and what it answered 2xx."""

    rounds: list[Mapping[str, float]] = field(default_factory=list)
    accepted: int = 0

    def each(self, figure: str) -> list[float]:
        """One figure of every round."""
        return [one[figure] for one in self.rounds]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Running servers by name, the databases of two, and the queue of the obvious one."""

    ports: Mapping[str, int]
    pids: Mapping[str, int]
    databases: Mapping[str, str]
    queue: Queue
    folder: Path


def measure(effort: Effort) -> Section:
    """Both databases, one after the other."""
    rows: list[list[str]] = []
    notes = list(LEGEND)
    data: dict[str, object] = {}
    for kind in OF_OBVIOUS:
        with _servers(kind) as bench:
            found = {name: Measured() for name in NAMES}
            _run(bench, effort, found)
            _check(bench, found)
        rows += [_row(kind, name, found[name]) for name in NAMES]
        ratios = _ratios(found)
        notes += _verdicts(kind, ratios)
        data[kind] = {
            "rounds": {name: one.rounds for name, one in found.items()},
            "reploop_to": {name: middle(values) for name, values in ratios.items()},
        }
    return Section(
        title=f"Webhook acknowledgements: {effort.connections} connections, "
        f"median of {effort.rounds} interleaved rounds",
        columns=("endpoint", "a second", "range", "p50 ms", "p99 ms", "CPU µs", "load"),
        rows=rows,
        notes=notes,
        data=data,
    )


@contextmanager
def _servers(kind: str) -> Iterator[Bench]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="reploop-bench-")))
        stack.enter_context(EmbeddedRedis(folder))
        databases = {name: f"sqlite:///{folder / name}.db" for name in (REPLOOP, OBVIOUS)}
        if kind == "PostgreSQL":
            databases = stack.enter_context(postgres([REPLOOP, OBVIOUS]))
        for url in databases.values():
            upgrade(url)
        address = embedded_url(folder)
        settings = {
            "REPLOOP_DATA_DIR": str(folder),
            "REPLOOP_DATABASE_URL": databases[REPLOOP],
            "REPLOOP_REDIS_URL": address,
            "REPLOOP_ZOOM_WEBHOOK_SECRET": WEBHOOK_SECRET,
            "REPLOOP_LOG_LEVEL": "warning",
        }
        programs = {
            ASGI: Program("benchmarks.bare_server", "asgi", folder=folder),
            ROUTE: Program("benchmarks.bare_server", "route", folder=folder),
            REPLOOP: Program("app.cli", "web", "--port", "0", folder=folder, settings=settings),
            OBVIOUS: Program(
                "benchmarks.obvious_server", databases[OBVIOUS], address, folder=folder
            ),
        }
        ports = {
            name: int(stack.enter_context(program).line().rpartition(" ")[2])
            for name, program in programs.items()
        }
        queue = Queue(QUEUE, connection=redis.Redis.from_url(address))
        pids = {name: program.pid for name, program in programs.items()}
        yield Bench(ports=ports, pids=pids, databases=databases, queue=queue, folder=folder)


def _run(bench: Bench, effort: Effort, found: Mapping[str, Measured]) -> None:
    """A warm-up for each server, which also says how many requests fill a round; then rounds."""
    counts = {}
    for name, one in found.items():
        rate = _load(bench, name, WARM_UP, effort, one)["rate"]
        least = 2 * effort.connections
        counts[name] = min(MOST_IN_A_ROUND, max(least, int(rate * effort.round_s)))
    for _ in range(effort.rounds):
        for name, one in found.items():
            one.rounds.append(_load(bench, name, counts[name], effort, one))


def _load(
    bench: Bench, name: str, count: int, effort: Effort, one: Measured
) -> Mapping[str, float]:
    """One round: every request answered 2xx, or the round does not count."""
    arguments = (str(bench.ports[name]), str(count), str(effort.connections))
    before_s = cpu_s(bench.pids[name])
    with Program("benchmarks.load", *arguments, folder=bench.folder) as program:
        said = json.loads(program.whole_output())
    if said["statuses"] != {"200": count}:
        raise Unsound(f"{name}: {count} requests were answered {said['statuses']}")
    one.accepted += count
    if name == OBVIOUS:
        _take_jobs(bench.queue, count)
    return {
        "rate": count / said["seconds"],
        "requests": count,
        "p50_ms": said["p50_ms"],
        "p99_ms": said["p99_ms"],
        "load_busy": said["busy"],
        "cpu_us": 1e6 * (cpu_s(bench.pids[name]) - before_s) / count,
    }


def _take_jobs(queue: Queue, count: int) -> None:
    """Every request left its job; take them away, so that no round works with a fuller Redis."""
    if queue.count != count:
        raise Unsound(f"{queue.count} jobs were enqueued by {count} requests")
    queue.empty()  # type: ignore[no-untyped-call]


def _check(bench: Bench, found: Mapping[str, Measured]) -> None:
    """Every 2xx is a row. Raises ``Unsound`` otherwise."""
    for name, url in bench.databases.items():
        database = SqlDatabase(url, clock=lambda: 0.0)
        with database.read() as tx:
            kept = sum(tx.deliveries.count_by_state().values())
        database.dispose()
        if kept != found[name].accepted:
            raise Unsound(f"{name}: {found[name].accepted} acknowledged, {kept} kept")


def _row(kind: str, name: str, one: Measured) -> list[str]:
    rates = one.each("rate")
    return [
        f"{kind}, {name}",
        f"{middle(rates):,.0f}",
        spread(rates),
        f"{middle(one.each('p50_ms')):.1f}",
        f"{middle(one.each('p99_ms')):.1f}",
        f"{middle(one.each('cpu_us')):.0f}",
        f"{100 * middle(one.each('load_busy')):.0f} %",
    ]


def _ratios(found: Mapping[str, Measured]) -> dict[str, list[float]]:
    ours = found[REPLOOP].each("rate")
    return {
        name: [mine / its for mine, its in zip(ours, found[name].each("rate"), strict=True)]
        for name in NAMES
        if name != REPLOOP
    }


def _verdicts(kind: str, ratios: Mapping[str, list[float]]) -> Iterator[str]:
    wanted = {ASGI: OF_BARE, ROUTE: OF_BARE, OBVIOUS: OF_OBVIOUS[kind]}
    for name, values in ratios.items():
        word = "reached" if middle(values) >= wanted[name] else "MISSED"
        yield (
            f"{kind}: Reploop / {name} = {middle(values):.2f} ({spread(values, 2)}), "
            f"target {wanted[name]:g}: {word}"
        )
