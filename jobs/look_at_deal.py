"""One deal is read again, since its CRM told that something happened to it."""

from domain.deals import DealRef
from domain.effects import Claimed, Effect, EffectKind, EffectRecord, EffectState
from jobs.crm_patience import patient
from jobs.deal_ends import standing
from jobs.keep_deals import keep_deals
from jobs.retries import LeaseLost
from jobs.services import Services
from jobs.unlink_deal import relink_deal, unlink_deal


def look_of(ref: DealRef, into: str | None = None) -> Effect:
    """Read a deal again; one effect a deal, however often it is told of.

    ``into``: id of the deal it was merged into, where that was told.
    """
    payload = {"crm": ref.crm, "deal_id": ref.id}
    if into is not None:
        payload["into"] = into
    return Effect(kind=EffectKind.CRM_LOOK, key=f"crm:look:{ref.crm}:{ref.id}", payload=payload)


def look_at_deal(claimed: Claimed[EffectRecord], services: Services) -> None:
    """Work off one look; safe to run any number of times.

    What was told is not believed: the CRM is asked. Lets ``IntegrationError`` rise for the
    retry policy.

    Raises:
        LeaseLost: another worker holds the effect now; only what was read was kept.
    """
    payload = claimed.item.effect.payload
    ref = DealRef(payload["crm"], payload["deal_id"])
    crm = services.crms.get(ref.crm)
    if crm is None:
        _not_connected(claimed, ref, services)
        return
    with patient(services, ref.crm):
        into = payload.get("into")
        deal = standing(crm, ref, None if into is None else DealRef(ref.crm, into))
    services.reach("crm.looked")
    if deal is not None:
        with services.database.write() as tx:
            keep_deals(tx, [deal], now=services.now())
    with services.database.write() as tx:
        if deal is None:
            unlink_deal(tx, ref, services, merged_into=into)
        elif deal.ref != ref:
            relink_deal(tx, ref, deal.ref, services)
        if not tx.outbox.settle(claimed, EffectState.SENT):
            raise LeaseLost


def _not_connected(claimed: Claimed[EffectRecord], ref: DealRef, services: Services) -> None:
    with services.database.write() as tx:
        tx.outbox.settle(claimed, EffectState.SKIPPED, error=f"{ref.crm} is not connected")
