"""The CRM's own history of the deals that calls belong to, in portions.

Only of those: histories cost requests. Of all other deals it is known what was seen to move.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.deal_history import closed_at, with_told
from domain.deal_looks import DealLook, LookPhase
from domain.deals import DealMove, DealRef
from domain.ports import Stores
from jobs.pull_turn import PullTurn

PORTION = 50
"""Deals at most, at once: some CRMs are asked once for each, and a lease has an end."""


def read_histories(turn: PullTurn, look: DealLook) -> DealLook:
    """Ask for the history of some deals that changed, and keep it; on to what follows if none."""
    refs: Sequence[DealRef] = ()
    traits = turn.crm.traits
    if traits.deal_history:
        with turn.services.database.read() as tx:
            refs = tx.history.history_due(turn.crm.slug, limit=min(PORTION, traits.read_batch))
    now = turn.now()
    told = turn.crm.deal_history(refs) if refs else {}
    with turn.keeping() as tx:
        if refs:
            tx.history.hold(turn.crm.slug)
            _keep(tx, refs, told)
            tx.history.history_read(refs, at=now)
        else:
            look = replace(look, phase=LookPhase.MISSING)
        look = replace(look, error=None)
        look = turn.keep(tx, look)
        turn.services.reach("pull.history")
    return look


def _keep(tx: Stores, refs: Sequence[DealRef], told: Mapping[str, Sequence[DealMove]]) -> None:
    known, kept = tx.history.moves_of(refs), tx.history.kept(refs)
    for ref in refs:
        moves = with_told(known.get(ref, ()), told.get(ref.id, ()))
        if moves == tuple(known.get(ref, ())):
            continue
        tx.history.put_moves(ref, moves)
        tx.history.date_closing(ref, closed_at(kept[ref].deal, moves))
