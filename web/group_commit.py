"""Deliveries that arrive within the same few milliseconds share one commit.

A commit costs about as much for fifty rows as for one. Everybody who hands one in waits
until the transaction that holds it has been committed, so an answer of 2xx still means
"kept durably".
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from domain.errors import StoreUnavailable
from domain.webhooks import Delivery

Keep = Callable[[Sequence[Delivery]], int]
QUIET_TURNS = 3
"""Turns of the event loop without a newcomer after which a batch waits for nobody else: one
reads what has arrived, the next starts its request, and one to spare."""
_Waiting = tuple[Delivery, "asyncio.Future[None]"]


class GroupCommit:
    """Collects deliveries and keeps them batch by batch, one batch at a time.

    ``keep`` runs in a thread of its own and returns how many were new; ``kept`` is called
    in the loop after a batch with new ones, when its waiters have been told.
    ``gather_s`` is how long the first of a batch waits for company at the most.
    """

    def __init__(
        self,
        keep: Keep,
        *,
        kept: Callable[[], None],
        gather_s: float = 0.002,
        most: int = 256,
        most_bytes: int = 64 * 1024 * 1024,
    ) -> None:
        self._keep = keep
        self._kept = kept
        self._gather_s = gather_s
        self._most = most
        self._most_bytes = most_bytes
        self._waiting: deque[_Waiting] = deque()
        self._bytes = 0
        self._closed = False
        self._worker: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="keep-deliveries")

    async def add(self, delivery: Delivery) -> None:
        """Return when ``delivery`` is committed.

        Raises whatever its batch failed with, and ``StoreUnavailable`` when too much is
        waiting already or the process is shutting down.
        """
        if self._closed or self._bytes + len(delivery.body) > self._most_bytes:
            raise StoreUnavailable("too much is waiting to be kept")
        loop = asyncio.get_running_loop()
        told: asyncio.Future[None] = loop.create_future()
        self._waiting.append((delivery, told))
        self._bytes += len(delivery.body)
        if self._worker is None:
            self._worker = loop.create_task(self._work())
        await told

    async def close(self) -> None:
        """Take nothing more, and return when everything that waits has been kept."""
        self._closed = True
        if self._worker is not None:
            await self._worker
        self._thread.shutdown()

    async def _work(self) -> None:
        try:
            while self._waiting:
                await self._gather()
                await self._keep_next()
        finally:
            self._worker = None

    async def _gather(self) -> None:
        """Wait for company as long as somebody keeps coming, at most ``gather_s``.

        Looking again beats a fixed pause: a lone delivery is kept at once, and under load
        the wait ends as soon as all that were on their way are here.
        """
        loop = asyncio.get_running_loop()
        until, seen, quiet = loop.time() + self._gather_s, 0, 0
        while quiet < QUIET_TURNS and len(self._waiting) < self._most and loop.time() < until:
            quiet = quiet + 1 if len(self._waiting) == seen else 0
            seen = len(self._waiting)
            await asyncio.sleep(0)

    async def _keep_next(self) -> None:
        size = min(self._most, len(self._waiting))
        batch = [self._waiting.popleft() for _ in range(size)]
        deliveries = [delivery for delivery, _ in batch]
        loop = asyncio.get_running_loop()
        try:
            new = await loop.run_in_executor(self._thread, self._keep, deliveries)
        except Exception as error:  # noqa: BLE001 - handed to those who wait; each raises it
            _tell(batch, error)
        else:
            _tell(batch, None)
            if new:
                self._kept()
        finally:
            self._bytes -= sum(len(delivery.body) for delivery in deliveries)


def _tell(batch: Sequence[_Waiting], error: Exception | None) -> None:
    for _, told in batch:
        if told.done():
            continue
        if error is None:
            told.set_result(None)
        else:
            told.set_exception(error)
