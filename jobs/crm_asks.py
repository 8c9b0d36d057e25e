"""Asking for what a CRM shows to be brought up to date: effects that carry ids only."""

from collections.abc import Iterator

from domain.calls import Call, CallId
from domain.crm import RecordKind
from domain.effects import Effect, EffectKind
from jobs.services import Services


def deal_update(crm: str, deal_id: str) -> Effect:
    """Bring the fields of one deal up to date with the newest rows."""
    return Effect(
        kind=EffectKind.CRM_DEAL,
        key=f"crm:deal:{crm}:{deal_id}",
        payload={"crm": crm, "deal_id": deal_id},
    )


def call_update(crm: str, call_id: CallId) -> Effect:
    """Have a call's record on its deal as rows say."""
    return Effect(
        kind=EffectKind.CRM_CALL,
        key=f"crm:call:{crm}:{call_id}",
        payload={"crm": crm, "call_id": call_id},
    )


def updates_for(call: Call, services: Services) -> Iterator[Effect]:
    """What follows in the CRM when a call, its score or its link changed.

    Parked if its CRM is not connected, so that people see it.
    """
    if call.deal is None:
        return
    slug = call.deal.crm
    yield deal_update(slug, call.deal.id)
    crm = services.crms.get(slug)
    held = crm is not None and RecordKind.CALL in crm.traits.kinds
    if held and any(f.on is RecordKind.CALL for f in services.crm_fields.get(slug, ())):
        yield call_update(slug, call.id)
