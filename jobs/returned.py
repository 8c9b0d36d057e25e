"""What becomes of an effect whose work failed."""

from domain.calls import CallId
from domain.effects import Claimed, EffectKind, EffectRecord, EffectState, Queue
from domain.errors import RateLimited
from domain.ports import Stores
from jobs.retries import GiveUp, Park, TryAgain, Verdict
from jobs.services import Services
from jobs.tier_news import tell_tiers

ONE_WAIT_S = 60.0
ITSELF = "reploop"
"""Who notes what nobody did."""


def return_effect(
    tx: Stores, claimed: Claimed[EffectRecord], what: Verdict, error: str, services: Services
) -> bool:
    """Give an effect back as the retry policy says; ``False`` if the lease was lost."""
    effect = claimed.item.effect
    if effect.kind is EffectKind.CRM_LINK and not isinstance(what, TryAgain):
        tell_tiers(tx, CallId(effect.payload["call_id"]), services)  # nobody waits for a CRM
    if error.startswith(RateLimited.__name__) and "crm" in effect.payload:
        _note_limit(tx, effect.payload["crm"], services)
    match what:
        case TryAgain(after_s, counts):
            if effect.kind.queue is Queue.DELIVER:
                # It may have gone out; looked for sooner, it might not be found yet.
                after_s = max(after_s, services.thresholds.reconcile_quiet_s)
            return tx.outbox.retry(claimed, after_s=after_s, error=error, counts=counts)
        case Park():
            return tx.outbox.settle(claimed, EffectState.PARKED, error=error)
        case GiveUp():
            return tx.outbox.settle(claimed, EffectState.DEAD, error=error)


def limit_subject(crm: str) -> str:
    """Under which subject the audit counts waits for the limit of a CRM."""
    return f"limit:{crm}"


def _note_limit(tx: Stores, crm: str, services: Services) -> None:
    """Count that we had to wait: once for all the rows of a minute, which wait together."""
    if tx.locks.take(limit_subject(crm), services.new_id(), lease_s=ONE_WAIT_S):
        tx.audit.add(
            at=services.now(), actor=ITSELF, action="crm.limit", subject=limit_subject(crm),
            allowed=True, via=ITSELF,
        )  # fmt: skip
