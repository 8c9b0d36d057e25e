"""What follows when one deal was read again: it is kept, or its calls move or leave."""

from domain.deals import Deal, DealRef
from domain.ports import CallFilter, Stores
from domain.skills import MoveCause
from jobs.crm_asks import deal_update
from jobs.held_calls import held
from jobs.profiles import catch_up, follow
from jobs.services import Services
from jobs.unlink_deal import MOST_CALLS, unlink_deal


def seen(tx: Stores, deal: Deal, services: Services) -> None:
    """Keep a deal as it was just read."""
    del services
    tx.deals.put([deal])


def merged(tx: Stores, ref: DealRef, deal: Deal, services: Services) -> None:
    """Give the calls of a deal that was merged away to the one that stands.

    Calls before deals before reps' profiles before the outbox, as everybody does.
    """
    linked = tx.calls.list(CallFilter(deal=ref, limit=MOST_CALLS))
    calls = [held(tx, call) for call in sorted(linked, key=lambda call: call.id)]
    seen(tx, deal, services)
    pairs = {pair for call in calls for pair in tx.profiles.of_call(call.id)}
    catch_up(tx, {rep for rep, _ in pairs}, services)
    for call in calls:
        tx.calls.link(call.id, deal=deal.ref, reason=f"merged into {ref.crm} deal {deal.ref.id}")
    follow(tx, pairs, services, MoveCause.DEAL)
    if calls:
        tx.outbox.request(deal_update(deal.ref.crm, deal.ref.id))


def gone(tx: Stores, ref: DealRef, services: Services) -> None:
    """Take a deal that is not there any more off its calls."""
    unlink_deal(tx, ref, services)
