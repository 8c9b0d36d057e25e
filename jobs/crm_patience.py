"""A CRM that named a limit is left alone until it is over, by every process.

Otherwise each batch of a long run would ask once to be told the same, and vendors block
those who do.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from domain.crm import RowResult
from domain.errors import RateLimited
from jobs.crm_brake import WRITES
from jobs.retries import NotYet
from jobs.services import Services

SHORTEST_S = 1.0


@contextmanager
def patient(services: Services, *crms: str) -> Iterator[None]:
    """Ask these CRMs inside; a limit that one names begins a wait for all that ask it after.

    Raises ``NotYet`` on entering while an earlier limit of one of them lasts.
    """
    with services.database.read() as tx:
        over = {crm: tx.locks.ended_s_ago(_name(crm)) for crm in crms}
    for crm, over_s in over.items():
        if over_s is not None and over_s < 0:
            raise NotYet(_why(crm), after_s=-over_s)
    try:
        yield
    except RateLimited as limited:
        _wait(limited.vendor, limited.retry_after_s, services)
        raise


def heed(crm: str, results: Iterable[RowResult], services: Services) -> None:
    """Begin the wait of a limit that the CRM named for single records of a batch."""
    if waits := [result.after_s for result in results if result.limited]:
        _wait(crm, max(waits), services)


def _wait(crm: str, after_s: float, services: Services) -> None:
    wait_s = max(SHORTEST_S, after_s)
    with services.database.write() as tx:
        tx.locks.take(_name(crm), "limit", lease_s=wait_s)
        tx.outbox.postpone(crm, WRITES, after_s=wait_s, why=f"NotYet: {_why(crm)}")


def _why(crm: str) -> str:
    return f"waiting for {crm}'s limit"


def _name(crm: str) -> str:
    return f"crm:{crm}:limit"
