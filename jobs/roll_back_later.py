"""Rolling back as work of its own: a push of thousands of records takes longer than a request."""

from domain.changes import RecordRef
from domain.effects import Claimed, Effect, EffectKind, EffectRecord, EffectState
from jobs.crm_batch import WRITE_LIMIT_S
from jobs.retries import LeaseLost
from jobs.roll_back import Undoing, undo
from jobs.services import Services

AT_ONCE = 200
"""Records that are rolled back while somebody waits for the answer; more are a worker's."""


def rollback_key(name: str) -> str:
    """The key of the rolling back of a change set or push."""
    return f"crm:rollback:{name}"


def rollback_effect(name: str, undoing: Undoing) -> Effect:
    """Have it rolled back by a worker."""
    payload = {"name": name, "undo": undoing.undo_id, "by": undoing.by, "via": undoing.via}
    return Effect(kind=EffectKind.CRM_ROLLBACK, key=rollback_key(name), payload=payload)


def sync_rollback(claimed: Claimed[EffectRecord], services: Services) -> None:
    """Roll back as much as the lease has time for; the rest is due at once, and goes on there.

    Lets what ``roll_back`` raises rise: a CRM that does not answer is asked again later, and
    nothing that was put back is looked at twice.

    Raises:
        LeaseLost: another worker holds the effect now.
    """
    about = claimed.item.effect.payload
    undoing = Undoing(
        services=services, undo_id=about["undo"], by=about["by"], via=about["via"]
    )  # fmt: skip
    done: set[RecordRef] = set()
    for part in undo(about["name"], undoing):
        done.update(write.record for change_set in part.done for write in change_set.writes)
        services.reach("rollback.part")
        if _left(claimed, services) <= 0:
            why = f"{len(done)} more of {part.records} records are done; it goes on"
            with services.database.write() as tx:
                if not tx.outbox.retry(claimed, after_s=0.0, error=why, counts=False):
                    raise LeaseLost
            return
    with services.database.write() as tx:
        if not tx.outbox.settle(claimed, EffectState.SENT):
            raise LeaseLost


def _left(claimed: Claimed[EffectRecord], services: Services) -> float:
    """Seconds in which another portion may be begun."""
    needed = min(WRITE_LIMIT_S, services.thresholds.lease_s / 2)
    return claimed.held_until - services.monotonic() - needed
