"""Effects on records of CRMs: claimed many at once, and worked off CRM by CRM.

Vendors take a hundred records in one request and count requests, so a deal is not worked
on by itself. One process at a time writes to a CRM: two would only use up its limits.
"""

from collections.abc import Callable, Sequence
from functools import partial

import structlog

from domain.effects import EffectKind
from domain.errors import ReploopError
from domain.ports import ClaimTerms
from jobs.crm_batch import Claim, GiveBack, Tally
from jobs.line import one_batch, row_failed, until_done
from jobs.retries import LeaseLost, NotYet
from jobs.returned import return_effect
from jobs.services import Services
from jobs.sync_calls import sync_calls
from jobs.sync_crm import by_crm, sync_deals

log = structlog.get_logger()
CLAIMED_AT_ONCE = 100
BUSY_S = 2.0
"""Until a CRM is asked for again that another process is writing to: it may have died since."""
WORK = {EffectKind.CRM_DEAL: sync_deals, EffectKind.CRM_CALL: sync_calls}


class CrmLine:
    """See ``Line``: the same doors, for rows that are worked off together."""

    def drain(self, services: Services) -> int:
        """Work until nothing is due; returns how many rows were tried."""
        handled = 0
        while taken := self.take(services, until_done):
            handled += taken
        return handled

    def take(self, services: Services, go_on: Callable[[], bool] = one_batch) -> int:
        """Claim rows and work them off; returns how many were tried. Never raises for a row."""
        del go_on  # a batch is as much as one ring may do
        return sum(self._take(kind, services) for kind in WORK)

    def _take(self, kind: EffectKind, services: Services) -> int:
        with services.database.write() as tx:
            lease_s = services.thresholds.lease_s
            terms = ClaimTerms(CLAIMED_AT_ONCE, lease_s, asked_at=services.monotonic())
            claims = tx.outbox.claim([kind], terms)
        for slug, those in by_crm(claims).items():
            work_on_crm(slug, kind, those, services)
        return len(claims)


def work_on_crm(
    slug: str,
    kind: EffectKind,
    claims: Sequence[Claim],
    services: Services,
    *,
    run: str | None = None,
    tally: Tally | None = None,
) -> None:
    """Work off claims on records of one CRM, unless another process is at it."""

    def give_back(claim: Claim, error: ReploopError) -> None:
        row_failed(claim, error, return_effect, services)

    holder, name = services.new_id(), f"crm:{slug}"
    with services.database.write() as tx:
        mine = tx.locks.take(name, holder, lease_s=services.thresholds.lease_s)
    if not mine:
        for claim in claims:
            busy = NotYet(f"another process is writing to {slug}", after_s=BUSY_S)
            give_back(claim, busy)
        return
    work = partial(WORK[kind], slug, run=run, tally=tally)
    try:
        _work(slug, claims, services, give_back, work)
    finally:
        with services.database.write() as tx:
            tx.locks.take(name, holder, lease_s=0.0)


def _work(
    slug: str,
    claims: Sequence[Claim],
    services: Services,
    give_back: GiveBack,
    work: Callable[[Sequence[Claim], Services, GiveBack], None],
) -> None:
    """What one claim cannot bear takes no other along: each is worked on alone then."""
    try:
        work(claims, services, give_back)
    except Exception as error:  # noqa: BLE001 - the edge: a defect keeps nothing waiting
        if len(claims) > 1 and not isinstance(error, ReploopError):
            for claim in claims:
                _work(slug, [claim], services, give_back, work)
        elif isinstance(error, LeaseLost):
            log.info("crm.lease_lost", crm=slug)
        else:
            for claim in claims:
                row_failed(claim, error, return_effect, services)
