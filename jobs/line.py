"""One kind of row: how it is claimed, worked on, and given back when that fails."""

import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Generic, TypeVar

import structlog

from domain.effects import Claimed
from domain.errors import ReploopError
from domain.ports import Stores
from jobs.retries import GiveUp, LeaseLost, TryAgain, Verdict, verdict
from jobs.services import Services

log = structlog.get_logger()
T = TypeVar("T")
ERROR_CHARS = 4_000
"""Of an error are kept at most: names of many fields, and the remedy after them."""
DEFECT_RETRY_S = 60.0
DEFECT_TRIES = 3
CLAIM_SHARE = 16
"""Free slots are filled once a sixteenth of all is free: a claim is a transaction too."""


def one_batch() -> bool:
    """What ``Line.take`` asks before it claims more: no."""
    return False


def until_done() -> bool:
    """What ``Line.drain`` asks: yes."""
    return True


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """Work of one kind. ``drain`` is safe to run in any number of processes at once."""

    claim: Callable[[Services, int], Sequence[Claimed[T]]]
    """Takes at most so many due rows."""
    work: Callable[[Claimed[T], Services], None]
    give_back: Callable[[Stores, Claimed[T], Verdict, str, Services], bool]
    side_by_side: Callable[[Services], int]
    """How many rows are worked on at once."""

    def drain(self, services: Services) -> int:
        """Work until nothing is due; returns how many rows were tried."""
        handled = 0
        while taken := self.take(services, until_done):
            handled += taken
        return handled

    def take(self, services: Services, go_on: Callable[[], bool] = one_batch) -> int:
        """Claim rows and work them off side by side; returns how many were tried.

        Most of their time is waiting, so a slow row keeps no other waiting: while ``go_on``
        says so, whatever slots fall free are filled with rows that are due. Never raises
        for a row: its error is kept on it by the one retry policy.
        """
        slots = self.side_by_side(services)
        batch = self.claim(services, slots)
        if len(batch) == 1 and slots == 1:
            self._attempt(batch[0], services)
        elif batch:
            return self._fill(slots, batch, services, go_on)
        return len(batch)

    def _fill(
        self, slots: int, first: Sequence[Claimed[T]], services: Services, go_on: Callable[[], bool]
    ) -> int:
        handled, running, more = 0, 0, True
        batch, done = first, SimpleQueue[Future[None]]()
        with ThreadPoolExecutor(max_workers=slots) as pool:
            while batch or running:
                handled, running = handled + len(batch), running + len(batch)
                for each in batch:
                    pool.submit(self._attempt, each, services).add_done_callback(done.put)
                done.get().result()
                running -= 1
                batch, free = (), slots - running
                if more and free >= max(1, slots // CLAIM_SHARE):
                    batch = self.claim(services, free) if go_on() else ()
                    more = len(batch) == free  # fewer: what is due is all taken
        return handled

    def _attempt(self, claimed: Claimed[T], services: Services) -> None:
        try:
            self.work(claimed, services)
        except LeaseLost:
            log.info("row.lease_lost", row=claimed.row_id)
        except Exception as error:  # noqa: BLE001 - the edge: a defect takes no other row along
            row_failed(claimed, error, self.give_back, services)


def row_failed(
    claimed: Claimed[T],
    error: Exception,
    give_back: Callable[[Stores, Claimed[T], Verdict, str, Services], bool],
    services: Services,
) -> None:
    """Keep on the row what became of its work, by the one retry policy. Raises nothing."""
    if isinstance(error, ReploopError):
        what = verdict(error, claimed.attempts)
        log.warning("row.failed", row=claimed.row_id, error=type(error).__name__, then=repr(what))
        said = f"{type(error).__name__}: {error}"
    else:
        place = _place(error)
        # Only the place: the error's own text may hold what somebody said on a call.
        log.error("row.defect", row=claimed.row_id, place=place)
        what = TryAgain(DEFECT_RETRY_S) if claimed.attempts < DEFECT_TRIES else GiveUp()
        said = f"defect in Reploop: {place}"
    try:
        with services.database.write() as tx:
            give_back(tx, claimed, what, said[:ERROR_CHARS], services)
    except ReploopError as failure:  # the lease ends by itself; then the row is due again
        log.warning("row.not_given_back", row=claimed.row_id, error=type(failure).__name__)


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1]
    return f"{type(error).__name__} at {last.filename.rsplit('/', 1)[-1]}:{last.lineno}"
