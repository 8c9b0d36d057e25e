"""Calls leave a deal that is not there any more; what they say of their reps follows.

The calls of one deal share its buyer's mood, so that how they count changes with the deal.
"""

from collections.abc import Sequence

from domain.calls import Call
from domain.deals import DealRef
from domain.ports import CallFilter, Stores
from domain.skills import MoveCause
from jobs.crm_asks import deal_update
from jobs.held_calls import held
from jobs.profiles import catch_up, follow
from jobs.services import Services

MOST_CALLS = 1000
"""Of one deal, that are held at once."""


def unlink_deal(
    tx: Stores, ref: DealRef, services: Services, *, merged_into: str | None = None
) -> bool:
    """Mark a deal as gone and take it off its calls; says whether that was news.

    A later re-score may find another deal. ``merged_into``: id of one it was merged into that
    is not there any more either. To be called before the outbox is touched.
    """
    calls = hold_calls(tx, ref)
    news = tx.history.gone(ref, at=services.now(), merged_into=merged_into)
    _link_anew(tx, calls, None, f"the deal is gone from {ref.crm}", services)
    return news


def relink_deal(tx: Stores, ref: DealRef, into: DealRef, services: Services) -> bool:
    """Mark a deal as merged away and give its calls to the one that stands; whether it was news.

    If there are any, that one's fields are brought up to date.
    """
    calls = hold_calls(tx, ref)
    news = tx.history.gone(ref, at=services.now(), merged_into=into.id)
    _link_anew(tx, calls, into, f"merged into {into.crm} deal {into.id}", services)
    if calls:
        tx.outbox.request(deal_update(into.crm, into.id))
    return news


def hold_calls(tx: Stores, ref: DealRef) -> Sequence[Call]:
    """The calls of a deal; nobody else changes them until the transaction ends.

    Calls before deals before reps' profiles before the outbox, as everybody does.
    """
    linked = tx.calls.list(CallFilter(deal=ref, limit=MOST_CALLS))
    calls = [held(tx, call) for call in sorted(linked, key=lambda call: call.id)]
    return [call for call in calls if call.deal == ref]  # one may have moved meanwhile


def _link_anew(
    tx: Stores, calls: Sequence[Call], deal: DealRef | None, reason: str, services: Services
) -> None:
    pairs = {pair for call in calls for pair in tx.profiles.of_call(call.id)}
    catch_up(tx, {rep for rep, _ in pairs}, services)
    for call in calls:
        tx.calls.link(call.id, deal=deal, reason=reason)
    follow(tx, pairs, services, MoveCause.DEAL)
