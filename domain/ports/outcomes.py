"""Store of what became of deals: their moves, how they ended, and the looks that found out."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.deal_history import DealThen, KeptDeal
from domain.deal_looks import DealLook
from domain.deals import DealMove, DealRef


class DealHistoryStore(Protocol):
    """Deals over time. Those that are gone or merged away stay, marked as such."""

    # to be asked by whoever analyses

    def moves(self, ref: DealRef) -> Sequence[DealMove]:
        """All moves of a deal, oldest first."""
        ...

    def as_of(self, ref: DealRef, moment: datetime) -> DealThen | None:
        """How a deal stood at a moment.

        ``None`` for an unknown one, before it was created, and after it was gone.
        """
        ...

    def closed(self, since: datetime) -> Sequence[KeptDeal]:
        """Deals that stand won or lost and were closed at or after a moment, oldest first.

        Without those that are gone or merged away.
        """
        ...

    # to be kept up to date

    def hold(self, crm: str) -> None:
        """Keep others from changing this CRM's deals and moves to the transaction's end.

        Taken before any deal is compared; after calls, before reps' profiles.
        """
        ...

    def kept(self, refs: Collection[DealRef]) -> Mapping[DealRef, KeptDeal]:
        """Those of these deals that are known, gone or not."""
        ...

    def put(self, deals: Sequence[KeptDeal], *, at: datetime) -> None:
        """Insert or replace deals that changed and were read at ``at``."""
        ...

    def seen(self, refs: Collection[DealRef], *, at: datetime) -> None:
        """Note that these deals were there, unchanged, at ``at``."""
        ...

    def gone(self, ref: DealRef, *, at: datetime, merged_into: str | None = None) -> bool:
        """Mark a deal as deleted or merged away; ``False`` if it is unknown or was marked so.

        What was merged into it before then stands in the new one, too.
        """
        ...

    def moves_of(self, refs: Collection[DealRef]) -> Mapping[DealRef, Sequence[DealMove]]:
        """The moves of each of these deals, oldest first."""
        ...

    def put_moves(self, ref: DealRef, moves: Sequence[DealMove]) -> None:
        """Keep these as all moves of a deal."""
        ...

    def date_closing(self, ref: DealRef, at: datetime | None) -> None:
        """Note when a deal was closed, as its moves show now."""
        ...

    # what is to be asked of the CRM

    def linked(self, refs: Collection[DealRef]) -> frozenset[DealRef]:
        """Those of these deals that calls belong to."""
        ...

    def count_linked(self, crm: str) -> int:
        """How many deals there are that calls belong to, without those that are gone."""
        ...

    def history_due(self, crm: str, *, limit: int) -> Sequence[DealRef]:
        """Deals with calls that changed since their history was read."""
        ...

    def history_read(self, refs: Collection[DealRef], *, at: datetime) -> None:
        """Note that the CRM was asked for the history of these deals."""
        ...

    def unseen(self, crm: str, *, since: datetime) -> Sequence[DealRef]:
        """Deals with calls that are not known to be gone, and were not seen since a moment."""
        ...

    # looks

    def look(self, crm: str) -> DealLook | None:
        """The latest look at a CRM's deals."""
        ...

    def put_look(self, look: DealLook) -> None:
        """Keep how far the latest look is."""
        ...
