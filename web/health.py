"""``/healthz``: the process is up. ``/readyz``: what it needs answers."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from domain.ports import Database
from web.plain import answer, as_json


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is asked whether it works. ``holds`` may block, and may raise."""

    name: str
    holds: Callable[[], bool]
    needed: bool
    """Whether we are not ready without it; otherwise we are merely degraded."""


class HealthRoute:
    """Says 200 as long as the process can answer at all."""

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer one probe."""
        await answer(send, 200, as_json({"status": "up"}))


class ReadyRoute:
    """Asks every part; 503 if a needed one does not hold.

    Anybody may ask, so what was found is told again for ``fresh_s`` seconds.
    """

    def __init__(self, parts: tuple[Part, ...], *, fresh_s: float = 2.0) -> None:
        self._parts = parts
        self._fresh_s = fresh_s
        self._found: tuple[float, list[tuple[Part, bool]]] | None = None

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer one probe."""
        found = await self._ask()
        ready = all(holds for part, holds in found if part.needed)
        degraded = not all(holds for _, holds in found)
        status = "not ready" if not ready else "degraded" if degraded else "ready"
        words = {part.name: "ok" if holds else "down" for part, holds in found}
        await answer(send, 200 if ready else 503, as_json({"status": status, "parts": words}))

    async def _ask(self) -> list[tuple[Part, bool]]:
        if self._found is None or monotonic() - self._found[0] > self._fresh_s:
            found = await run_in_threadpool(lambda: [(p, _holds(p)) for p in self._parts])
            self._found = (monotonic(), found)
        return self._found[1]


def database_part(database: Database) -> Part:
    """Whether the database answers."""

    def holds() -> bool:
        database.ping()
        return True

    return Part("database", holds, needed=True)


def _holds(part: Part) -> bool:
    try:
        return part.holds()
    except Exception:  # noqa: BLE001 - however a part fails, it does not hold
        return False
