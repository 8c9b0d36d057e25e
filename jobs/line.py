"""One kind of row: how it is claimed, worked on, and given back when that fails."""

import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

import structlog

from domain.effects import Claimed
from domain.errors import ReploopError
from domain.ports import Stores
from jobs.retries import GiveUp, LeaseLost, TryAgain, Verdict, verdict
from jobs.services import Services

log = structlog.get_logger()
T = TypeVar("T")
DEFECT_RETRY_S = 60.0
DEFECT_TRIES = 3


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """Work of one kind. ``drain`` is safe to run in any number of processes at once."""

    claim: Callable[[Services], Sequence[Claimed[T]]]
    work: Callable[[Claimed[T], Services], None]
    give_back: Callable[[Stores, Claimed[T], Verdict, str, Services], bool]

    def drain(self, services: Services) -> int:
        """Take batches until nothing is due; returns how many rows were tried."""
        handled = 0
        while taken := self.take(services):
            handled += taken
        return handled

    def take(self, services: Services) -> int:
        """Claim one batch and work it off; returns how many rows were tried.

        Never raises for a row: its error is kept on it by the one retry policy. The rows
        are worked on side by side, since most of their time is waiting.
        """
        batch = self.claim(services)
        if len(batch) == 1:
            self._attempt(batch[0], services)
        elif batch:
            with ThreadPoolExecutor(max_workers=len(batch)) as pool:
                list(pool.map(lambda claimed: self._attempt(claimed, services), batch))
        return len(batch)

    def _attempt(self, claimed: Claimed[T], services: Services) -> None:
        try:
            self.work(claimed, services)
        except LeaseLost:
            log.info("row.lease_lost", row=claimed.row_id)
        except ReploopError as error:
            what = verdict(error, claimed.attempts)
            log.warning(
                "row.failed", row=claimed.row_id, error=type(error).__name__, then=repr(what)
            )
            self._keep(claimed, what, f"{type(error).__name__}: {error}", services)
        except Exception as error:  # noqa: BLE001 - the edge: a defect takes no other row along
            place = _place(error)
            # Only the place: the error's own text may hold what somebody said on a call.
            log.error("row.defect", row=claimed.row_id, place=place)  # noqa: TRY400
            again = claimed.attempts < DEFECT_TRIES
            what = TryAgain(DEFECT_RETRY_S) if again else GiveUp()
            self._keep(claimed, what, f"defect in Reploop: {place}", services)

    def _keep(self, claimed: Claimed[T], what: Verdict, error: str, services: Services) -> None:
        try:
            with services.database.write() as tx:
                self.give_back(tx, claimed, what, error[:1000], services)
        except ReploopError as failure:  # the lease ends by itself; then the row is due again
            log.warning("row.not_given_back", row=claimed.row_id, error=type(failure).__name__)


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1]
    return f"{type(error).__name__} at {last.filename.rsplit('/', 1)[-1]}:{last.lineno}"
