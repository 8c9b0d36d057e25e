"""A CRM that named a limit is left alone until it is over, by every process.

Otherwise each batch of a long run would ask once to be told the same, and vendors block
those who do. What a person asks for is not held up: a push, a pull on demand, a plan, a
rolling back.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from domain.crm import RowResult
from domain.effects import EffectKind, EffectState
from domain.errors import RateLimited, Transient
from domain.ports import Stores
from jobs.crm_brake import MAX_ENDED, WRITES
from jobs.retries import NotYet, Unsettled
from jobs.services import Services

SHORTEST_S, ONE_WAIT_S = 1.0, 60.0
"""A wait is as long at least; those of a minute are counted as one."""
ASKS = (*WRITES, EffectKind.CRM_LOOK)
"""Effects that ask one CRM many times over."""
ITSELF = "reploop"
"""Who notes what nobody did."""


@contextmanager
def patient(services: Services, *crms: str) -> Iterator[None]:
    """Ask these CRMs inside; a limit that one names begins a wait for all that ask it after.

    Not to be entered within a transaction. Raises ``NotYet`` on entering while an earlier
    limit of one of them lasts.
    """
    with services.database.read() as tx:
        until = {crm: limited_until(tx, crm, services) for crm in crms}
    for crm, end in until.items():
        if end is not None:
            raise NotYet(_why(crm, end), after_s=(end - services.now()).total_seconds())
    with heeding(services):
        yield


@contextmanager
def heeding(services: Services) -> Iterator[None]:
    """The same for what is not held up by an earlier limit."""
    try:
        yield
    except RateLimited as limited:
        _wait(limited.vendor, limited.retry_after_s, services)
        raise


def heed(crm: str, results: Iterable[RowResult], services: Services) -> None:
    """Begin the wait of a limit that the CRM named for single records of a batch."""
    if waits := [result.after_s for result in results if result.limited]:
        _wait(crm, max(waits), services)


def later(crm: str, result: RowResult, why: str = "") -> Transient:
    """Why a record has to be looked at again: its CRM's limit, or that nothing is sure of it."""
    if result.limited:
        return RateLimited(crm, result.after_s)
    why = result.detail or why
    return Unsettled(crm, why, after_s=result.after_s, counts=result.counts)


def limited_until(tx: Stores, crm: str, services: Services) -> datetime | None:
    """Until when a CRM is left alone; ``None`` if it is not."""
    over_s = tx.locks.ended_s_ago(_name(crm))
    return services.now() - timedelta(seconds=over_s) if over_s is not None and over_s < 0 else None


def end_wait(tx: Stores, crm: str) -> None:
    """Ask again at once, since a person says so: a limit may have been raised.

    What waited for it is due.
    """
    tx.locks.take(_name(crm), ITSELF, lease_s=0.0)
    pending = tx.outbox.list(states=[EffectState.PENDING], kinds=ASKS, limit=MAX_ENDED)
    reasons = (f"NotYet: {_waits(crm)}", f"{RateLimited.__name__}: {crm}: ")
    held = [each.effect for each in pending if (each.error or "").startswith(reasons)]
    for effect in sorted(held, key=lambda effect: effect.key):  # locked in one order by all
        tx.outbox.request(effect)


def limit_subject(crm: str) -> str:
    """Under which subject the audit counts waits for the limit of a CRM."""
    return f"limit:{crm}"


def _wait(crm: str, after_s: float, services: Services) -> None:
    """Let everything due wait; of two limits the one that ends later counts."""
    with services.database.write() as tx:
        known = limited_until(tx, crm, services)
        until = services.now() + timedelta(seconds=max(SHORTEST_S, after_s))
        if known is not None and known >= until:
            return
        wait_s = (until - services.now()).total_seconds()
        tx.locks.take(_name(crm), ITSELF, lease_s=wait_s)
        tx.outbox.postpone(crm, ASKS, after_s=wait_s, why=f"NotYet: {_why(crm, until)}")
        if tx.locks.take(limit_subject(crm), services.new_id(), lease_s=ONE_WAIT_S):
            tx.audit.add(
                at=services.now(), actor=ITSELF, action="crm.limit", subject=limit_subject(crm),
                allowed=True, via=ITSELF,
            )  # fmt: skip


def _why(crm: str, until: datetime) -> str:
    return f"{_waits(crm)} until {until:%Y-%m-%d %H:%M} UTC"


def _waits(crm: str) -> str:
    return f"waiting for {crm}'s limit"


def _name(crm: str) -> str:
    return f"crm:{crm}:limit"
