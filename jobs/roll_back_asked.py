"""A person on the page asks to take a change set or push back: once, now or by a worker."""

import structlog

from domain.effects import EffectState, Queue
from domain.people import Person
from domain.ports import ClaimTerms
from jobs.line import row_failed
from jobs.pages_access import VIA
from jobs.retries import LeaseLost
from jobs.returned import return_effect
from jobs.roll_back import Undoing
from jobs.roll_back_fields import backs_of
from jobs.roll_back_later import AT_ONCE, rollback_effect, sync_rollback
from jobs.roll_back_records import connected, named
from jobs.services import Services

log = structlog.get_logger()


def ask_rollback(name: str, once: str, by: Person, services: Services) -> None:
    """Have it rolled back; a short one is done on return, or its row says why it is not.

    ``once`` is of the form that was sent: sent twice, it is done once. While one is under
    way nothing is asked anew.

    Raises ``NotVisible``: there is no such change set or push, or its CRM is not connected.
    """
    backs = backs_of(named(name, services))
    connected(backs, services)
    undoing = Undoing(services=services, undo_id=f"undo-{once}", by=by.id, via=VIA)
    effect = rollback_effect(name, undoing)
    with services.database.write() as tx:
        known = tx.outbox.get(effect.key)
        if known is not None and (
            known.state is EffectState.PENDING or known.effect.payload == effect.payload
        ):
            return
        tx.outbox.request(effect)
        tx.audit.add(
            at=services.now(), actor=by.id, action="crm.rollback_asked", subject=name,
            allowed=True, via=VIA,
        )  # fmt: skip
        terms = ClaimTerms(1, services.thresholds.lease_s, asked_at=services.monotonic())
        claimed = tx.outbox.claim_one(effect.key, terms) if len(backs) <= AT_ONCE else None
    if claimed is None:
        services.queue.ring(Queue.SYNC)
        return
    try:
        sync_rollback(claimed, services)
    except LeaseLost:
        log.info("rollback.lease_lost", row=claimed.row_id)
    except Exception as error:  # noqa: BLE001 - the edge: why it failed is kept on the row
        row_failed(claimed, error, return_effect, services)
