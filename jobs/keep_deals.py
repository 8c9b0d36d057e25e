"""Deals as they were just read are compared with those that are kept: what moved is noted.

Whoever reads a deal off a CRM keeps it here. If one reader only replaced what was kept, the
next could not see what had moved since.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.deal_history import KeptDeal, closed_at, in_order, moves_seen
from domain.deal_looks import LookCounts
from domain.deals import Deal, DealMove, DealRef, Outcome
from domain.ports import Stores


def keep_deals(tx: Stores, deals: Sequence[Deal], *, now: datetime) -> LookCounts:
    """Keep deals that were just read, with their moves; returns what was new about them.

    Any order, and any deal any number of times: one that was changed before the one that
    is kept says nothing new. A deal that was gone stands again. To be called after calls
    were held and before reps' profiles and the outbox are touched.
    """
    for crm in sorted({deal.ref.crm for deal in deals}):
        tx.history.hold(crm)
    refs = {deal.ref for deal in deals}
    keeping = _Keeping(dict(tx.history.kept(refs)), dict(tx.history.moves_of(refs)), now)
    counts = LookCounts(read=len(deals))
    for deal in deals:
        counts += keeping.take(deal)
    tx.history.put([keeping.kept[ref] for ref in keeping.changed], at=now)
    for ref in keeping.moved:
        tx.history.put_moves(ref, keeping.moves[ref])
    tx.history.seen(refs.difference(keeping.changed), at=now)
    return counts


@dataclass(slots=True)
class _Keeping:
    """What is known of some deals, as each one read adds to it."""

    kept: dict[DealRef, KeptDeal]
    moves: dict[DealRef, Sequence[DealMove]]
    now: datetime
    changed: dict[DealRef, None] = field(default_factory=dict)
    moved: dict[DealRef, None] = field(default_factory=dict)

    def take(self, read: Deal) -> LookCounts:
        """Compare, and take what is newer."""
        ref, before = read.ref, self.kept.get(read.ref)
        if before is not None and _is_older(read, before.deal):
            return LookCounts()
        deal = read if before is None else _completed(read, before.deal)
        known = self.moves.get(ref, ())
        new = moves_seen(before, deal, known, now=self.now)
        moves = in_order([*known, *new])
        now_kept = KeptDeal(deal, closed_at(deal, moves))
        if now_kept == before:
            return LookCounts()
        self.kept[ref], self.changed[ref] = now_kept, None
        if new:
            self.moves[ref], self.moved[ref] = moves, None
        return _counts(before, deal)


def _is_older(read: Deal, kept: Deal) -> bool:
    if read.modified_at is None or kept.modified_at is None:
        return False
    return read.modified_at < kept.modified_at


def _completed(read: Deal, kept: Deal) -> Deal:
    """Not every way of reading a deal tells its segments and who takes part."""
    return replace(
        read,
        participant_emails=read.participant_emails or kept.participant_emails,
        segments=_filled(read.segments, kept.segments),
    )


def _filled(read: Mapping[str, str], kept: Mapping[str, str]) -> Mapping[str, str]:
    return read or kept


def _counts(before: KeptDeal | None, after: Deal) -> LookCounts:
    was = before.deal if before else None
    outcome = was.outcome if was else Outcome.OPEN
    moved_on = outcome is not after.outcome
    return LookCounts(
        new=was is None,
        changed=was is not None and _content(was) != _content(after),
        moved=was is not None and was.stage != after.stage,
        won=moved_on and after.outcome is Outcome.WON,
        lost=moved_on and after.outcome is Outcome.LOST,
        reopened=moved_on and after.outcome is Outcome.OPEN,
    )


def _content(deal: Deal) -> Deal:
    return replace(deal, modified_at=None, participant_emails=())
