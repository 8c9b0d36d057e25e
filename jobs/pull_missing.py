"""Deals that no longer show up: asked for one by one, since not every CRM tells of deletions."""

from collections.abc import Sequence
from dataclasses import replace

from domain.deal_looks import DealLook, LookPhase
from domain.deals import DealRef
from jobs.deal_ends import ask_and_end
from jobs.keep_deals import keep_deals
from jobs.pull_turn import PullTurn

PORTION = 20
FEW, SHARE = 10, 0.25
"""If more deals than these are missing at once, rather our access was taken away."""


def ask_for_missing(turn: PullTurn, look: DealLook) -> DealLook:
    """Ask for some deals with calls that two looks at all deals did not show; ends the look.

    Where far too many are missing none is taken for deleted, and a person is told.
    """
    missing = _missing(turn, look)
    refused = _too_many(turn, len(missing))
    if refused is not None:
        missing = ()
    look, there = ask_and_end(turn, look, missing[:PORTION], {})
    with turn.keeping() as tx:
        counts = replace(keep_deals(tx, there, now=turn.now()), read=0)
        look = replace(look, counts=look.counts + counts, error=refused)
        if not missing:
            look = _ended(turn, look)
        look = turn.keep(tx, look)
        turn.services.reach("pull.missing")
    return look


def _missing(turn: PullTurn, look: DealLook) -> Sequence[DealRef]:
    """All that neither this look at all deals nor the one before has shown."""
    if not look.full or look.full_at is None:
        return ()
    with turn.services.database.read() as tx:
        return tx.history.unseen(turn.crm.slug, since=look.full_at)


def _too_many(turn: PullTurn, missing: int) -> str | None:
    with turn.services.database.read() as tx:
        linked = tx.history.count_linked(turn.crm.slug)
    if missing <= max(FEW, SHARE * linked):
        return None
    return (
        f"{missing} of {linked} deals with calls no longer show up: was access to them taken "
        "away? None was taken for deleted"
    )


def _ended(turn: PullTurn, look: DealLook) -> DealLook:
    return replace(
        look,
        phase=LookPhase.ENDED,
        ended_at=turn.now(),
        covered_until=look.began_at,
        full_at=look.began_at if look.full else look.full_at,
    )
