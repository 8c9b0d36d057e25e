"""A deal that is gone from its CRM is taken off its calls; profiles follow."""

from domain.deals import DealRef
from domain.ports import CallFilter, Stores
from domain.skills import MoveCause
from jobs.held_calls import held
from jobs.profiles import catch_up, follow
from jobs.services import Services

MOST_CALLS = 1000
"""Of one deal, that are held at once."""


def unlink_deal(tx: Stores, ref: DealRef, services: Services) -> None:
    """Take a deal that is gone off its calls; a later re-score may find another."""
    linked = tx.calls.list(CallFilter(deal=ref, limit=MOST_CALLS))
    calls = [held(tx, call) for call in sorted(linked, key=lambda call: call.id)]
    pairs = {pair for call in calls for pair in tx.profiles.of_call(call.id)}
    catch_up(tx, {rep for rep, _ in pairs}, services)
    for call in calls:
        tx.calls.link(call.id, deal=None, reason=f"the deal is gone from {ref.crm}")
    follow(tx, pairs, services, MoveCause.DEAL)
