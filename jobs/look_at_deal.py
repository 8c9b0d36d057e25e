"""One deal is read again, since its CRM told that something happened to it."""

from domain.deals import Deal, DealRef
from domain.effects import Claimed, Effect, EffectKind, EffectRecord, EffectState
from domain.errors import NotFoundAtVendor
from domain.ports import Crm
from jobs.crm_patience import patient
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
        deal = _read(crm, ref, payload.get("into"))
    services.reach("crm.looked")
    if deal is not None:
        with services.database.write() as tx:
            keep_deals(tx, [deal], now=services.now())
    with services.database.write() as tx:
        if deal is None:
            unlink_deal(tx, ref, services)
        elif deal.ref != ref:
            relink_deal(tx, ref, deal.ref, services)
        if not tx.outbox.settle(claimed, EffectState.SENT):
            raise LeaseLost


def _read(crm: Crm, ref: DealRef, into: str | None) -> Deal | None:
    """The deal, or the one that stands in its place; ``None`` if neither does."""
    for each in (ref, *(() if into is None else (DealRef(ref.crm, into),))):
        try:
            return crm.read_deal(each)
        except NotFoundAtVendor:
            continue
    return None


def _not_connected(claimed: Claimed[EffectRecord], ref: DealRef, services: Services) -> None:
    with services.database.write() as tx:
        tx.outbox.settle(claimed, EffectState.SKIPPED, error=f"{ref.crm} is not connected")
