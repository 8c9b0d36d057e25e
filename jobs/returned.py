"""What becomes of an effect whose work failed."""

from domain.calls import CallId
from domain.effects import Claimed, EffectKind, EffectRecord, EffectState, Queue
from domain.ports import Stores
from jobs.retries import GiveUp, Park, TryAgain, Verdict
from jobs.services import Services
from jobs.tier_news import tell_tiers


def return_effect(
    tx: Stores, claimed: Claimed[EffectRecord], what: Verdict, error: str, services: Services
) -> bool:
    """Give an effect back as the retry policy says; ``False`` if the lease was lost."""
    effect = claimed.item.effect
    if effect.kind is EffectKind.CRM_LINK and not isinstance(what, TryAgain):
        tell_tiers(tx, CallId(effect.payload["call_id"]), services)  # nobody waits for a CRM
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
