"""Effects of the sync queue: deals of calls, their fields, their outcomes; company figures."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from domain.calls import Call, CallId, CallState
from domain.effects import Claimed, EffectKind, EffectRecord, EffectState, Queue
from jobs.crm_asks import updates_for
from jobs.crm_patience import patient
from jobs.held_calls import held
from jobs.keep_deals import keep_deals
from jobs.link_deal import DealLink, link_deal
from jobs.look_at_deal import look_at_deal
from jobs.profiles import catch_up
from jobs.pull_deals import pull_deals
from jobs.read_facts import read_facts
from jobs.refit import fit_company
from jobs.retries import LeaseLost, NotYet
from jobs.roll_back_later import sync_rollback
from jobs.services import Services
from jobs.sync_owners import sync_owners
from jobs.sync_snapshots import sync_snapshots
from jobs.tier_news import tell_tiers

BEING_SCORED = (CallState.WAITING, CallState.READY)


def sync(claimed: Claimed[EffectRecord], services: Services) -> None:
    """Work off one effect. Lets ``IntegrationError`` rise for the retry policy.

    Raises:
        NotYet: the call is being scored; what it says then is what counts.
        LeaseLost: another worker holds the effect now; nothing was kept.
    """
    kind = claimed.item.effect.kind
    if kind not in _WORK:
        raise ValueError(f"{kind} is worked off with others of its kind")
    _WORK[kind](claimed, services)


def _fit(claimed: Claimed[EffectRecord], services: Services) -> None:
    fit_company(int(claimed.item.effect.payload["version"]), services)
    _settle(claimed, EffectState.SENT, services)


def _link(claimed: Claimed[EffectRecord], services: Services) -> None:
    """Find the deal once; a link that stands is kept, so that a re-score does not move it."""
    call_id = CallId(claimed.item.effect.payload["call_id"])
    with services.database.read() as tx:
        call, organisation = tx.calls.get(call_id), tx.people.organisation()
    if call is not None and call.state in BEING_SCORED:
        raise NotYet("the call is being scored")
    if call is None or call.state is not CallState.SCORED:
        _settle(claimed, EffectState.SKIPPED, services, error="the call has no score any more")
        return
    if call.deal is None:
        ours = {p.email.casefold() for p in organisation.people}
        emails = [p.email for p in call.participants if p.email and p.email.casefold() not in ours]
        with patient(services, *(services.crms if emails else ())):
            linked = link_deal(emails, services.crms, call_at=call.started_at)
        services.reach("sync.linked")
        _keep_link(claimed, call, linked, services)
    else:
        with services.database.write() as tx:
            for effect in updates_for(call, services):
                tx.outbox.request(effect)
            if not tx.outbox.settle(claimed, EffectState.SENT):
                raise LeaseLost
    services.queue.ring(Queue.SYNC)


def _keep_link(
    claimed: Claimed[EffectRecord], call: Call, linked: DealLink, services: Services
) -> None:
    """The call's observations are part of its deal's from now on, and only now its news is told."""
    with services.database.write() as tx:
        if held(tx, call).state is not CallState.SCORED:
            raise NotYet("the call changed while its deal was looked for")
        keep_deals(tx, linked.found, now=services.now())
        catch_up(tx, {rep for rep, _ in tx.profiles.of_call(call.id)}, services)
        tx.calls.link(call.id, deal=linked.deal, reason=linked.reason)
        tell_tiers(tx, call.id, services)
        for effect in updates_for(replace(call, deal=linked.deal), services):
            tx.outbox.request(effect)
        if not tx.outbox.settle(claimed, EffectState.SENT, remote_id=None):
            raise LeaseLost


def _settle(
    claimed: Claimed[EffectRecord],
    state: EffectState,
    services: Services,
    *,
    error: str | None = None,
) -> None:
    with services.database.write() as tx:
        if not tx.outbox.settle(claimed, state, error=error):
            raise LeaseLost


_WORK: Mapping[EffectKind, Callable[[Claimed[EffectRecord], Services], object]] = {
    EffectKind.CRM_LINK: _link,
    EffectKind.CALL_FACTS: read_facts,
    EffectKind.COMPANY_FIT: _fit,
    EffectKind.CRM_PULL: pull_deals,
    EffectKind.CRM_SNAPSHOTS: sync_snapshots,
    EffectKind.CRM_OWNERS: sync_owners,
    EffectKind.CRM_LOOK: look_at_deal,
    EffectKind.CRM_ROLLBACK: sync_rollback,
}
