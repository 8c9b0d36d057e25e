"""What became of deals: their moves, how they ended, and the looks that found out."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, update
from sqlmodel import col, select

from domain import deal_history
from domain.deal_history import DealThen, KeptDeal, in_order
from domain.deal_looks import DealLook
from domain.deals import Deal, DealMove, DealRef, MoveOf, Outcome
from store.codec import from_json, to_json
from store.deal_tables import DealLookRow, DealMoveRow
from store.deals import deal_values
from store.tables import CallRow, DealRow
from store.transactions import Transaction, table_of

_DEALS = table_of(DealRow)
_MOVES = table_of(DealMoveRow)
_CALLS = table_of(CallRow)
AT_ONCE = 500
"""Ids in one statement: SQLite takes no more than some ten thousand parameters."""


class SqlDealHistory:
    """See ``DealHistoryStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def moves(self, ref: DealRef) -> Sequence[DealMove]:
        """See ``DealHistoryStore.moves``."""
        return self.moves_of([ref]).get(ref, ())

    def as_of(self, ref: DealRef, moment: datetime) -> DealThen | None:
        """See ``DealHistoryStore.as_of``."""
        kept = self.kept([ref]).get(ref)
        return None if kept is None else deal_history.as_of(kept, self.moves(ref), moment)

    def closed(self, since: datetime) -> Sequence[KeptDeal]:
        """See ``DealHistoryStore.closed``."""
        ended = col(DealRow.outcome).in_([Outcome.WON, Outcome.LOST])
        stands = and_(ended, col(DealRow.closed_at) >= since, col(DealRow.gone_at).is_(None))
        order = (col(DealRow.closed_at), col(DealRow.crm), col(DealRow.deal_id))
        return [_kept(row) for row in self._tx.rows(select(DealRow).where(stands).order_by(*order))]

    def hold(self, crm: str) -> None:
        """See ``DealHistoryStore.hold``."""
        self._tx.lock(f"deals:{crm}")

    def kept(self, refs: Collection[DealRef]) -> Mapping[DealRef, KeptDeal]:
        """See ``DealHistoryStore.kept``."""
        return {
            DealRef(row.crm, row.deal_id): _kept(row)
            for crm, ids in _by_crm(refs)
            for row in self._tx.rows(select(DealRow).where(_these(DealRow, crm, ids)))
        }

    def put(self, deals: Sequence[KeptDeal], *, at: datetime) -> None:
        """See ``DealHistoryStore.put``."""
        self._tx.put(DealRow, [_values(kept, at) for kept in deals])

    def seen(self, refs: Collection[DealRef], *, at: datetime) -> None:
        """See ``DealHistoryStore.seen``."""
        for crm, ids in _by_crm(refs):
            self._tx.changed(update(_DEALS).where(_these(DealRow, crm, ids)).values(seen_at=at))

    def gone(self, ref: DealRef, *, at: datetime, merged_into: str | None = None) -> bool:
        """See ``DealHistoryStore.gone``. One that was deleted can turn out to be merged away."""
        c = _DEALS.c
        news: ColumnElement[bool] = c.gone_at.is_(None)
        if merged_into is not None:
            news = or_(news, c.merged_into.is_(None))
            before = and_(c.crm == ref.crm, c.merged_into == ref.id)
            self._tx.changed(update(_DEALS).where(before).values(merged_into=merged_into))
        marked = {"gone_at": func.coalesce(c.gone_at, at), "merged_into": merged_into}
        this = and_(_these(DealRow, ref.crm, [ref.id]), news)
        return self._tx.changed(update(_DEALS).where(this).values(marked)) == 1

    def moves_of(self, refs: Collection[DealRef]) -> Mapping[DealRef, Sequence[DealMove]]:
        """See ``DealHistoryStore.moves_of``."""
        order = (col(DealMoveRow.at), col(DealMoveRow.of), col(DealMoveRow.nth))
        found: dict[DealRef, list[DealMove]] = {}
        for crm, ids in _by_crm(refs):
            query = select(DealMoveRow).where(_these(DealMoveRow, crm, ids)).order_by(*order)
            for row in self._tx.rows(query):
                found.setdefault(DealRef(row.crm, row.deal_id), []).append(_move(row))
        return found

    def put_moves(self, ref: DealRef, moves: Sequence[DealMove]) -> None:
        """See ``DealHistoryStore.put_moves``."""
        self._tx.changed(delete(_MOVES).where(_these(DealMoveRow, ref.crm, [ref.id])))
        places = groupby(in_order(moves), key=lambda move: (move.at, move.of))
        rows = [_move_values(ref, nth, m) for _, same in places for nth, m in enumerate(same)]
        self._tx.put(DealMoveRow, rows)

    def date_closing(self, ref: DealRef, at: datetime | None) -> None:
        """See ``DealHistoryStore.date_closing``."""
        this = _these(DealRow, ref.crm, [ref.id])
        self._tx.changed(update(_DEALS).where(this).values(closed_at=at))

    def linked(self, refs: Collection[DealRef]) -> frozenset[DealRef]:
        """See ``DealHistoryStore.linked``."""
        linked = (col(CallRow.deal_crm), col(CallRow.deal_id))
        found: set[DealRef] = set()
        for crm, ids in _by_crm(refs):
            these = and_(_CALLS.c.deal_crm == crm, _CALLS.c.deal_id.in_(ids))
            rows = self._tx.session.exec(select(*linked).where(these).distinct()).all()
            found |= {DealRef(crm, deal_id) for _, deal_id in rows if deal_id is not None}
        return frozenset(found)

    def count_linked(self, crm: str) -> int:
        """See ``DealHistoryStore.count_linked``."""
        query = select(func.count()).select_from(_DEALS).where(_with_calls(crm))
        return self._tx.session.exec(query).one()

    def history_due(self, crm: str, *, limit: int) -> Sequence[DealRef]:
        """See ``DealHistoryStore.history_due``."""
        c = _DEALS.c
        return self._refs(or_(c.history_at.is_(None), c.history_at < c.changed_at), crm, limit)

    def history_read(self, refs: Collection[DealRef], *, at: datetime) -> None:
        """See ``DealHistoryStore.history_read``."""
        for crm, ids in _by_crm(refs):
            self._tx.changed(update(_DEALS).where(_these(DealRow, crm, ids)).values(history_at=at))

    def unseen(self, crm: str, *, since: datetime) -> Sequence[DealRef]:
        """See ``DealHistoryStore.unseen``."""
        c = _DEALS.c
        return self._refs(or_(c.seen_at.is_(None), c.seen_at < since), crm, None)

    def look(self, crm: str) -> DealLook | None:
        """See ``DealHistoryStore.look``."""
        row = self._tx.first(select(DealLookRow).where(col(DealLookRow.crm) == crm))
        return None if row is None else from_json(DealLook, row.body)

    def put_look(self, look: DealLook) -> None:
        """See ``DealHistoryStore.put_look``."""
        self._tx.put(DealLookRow, [{"crm": look.crm, "body": to_json(look)}])

    def _refs(self, which: ColumnElement[bool], crm: str, limit: int | None) -> Sequence[DealRef]:
        query = select(DealRow).where(_with_calls(crm), which).order_by(col(DealRow.deal_id))
        return [DealRef(row.crm, row.deal_id) for row in self._tx.rows(query.limit(limit))]


def _with_calls(crm: str) -> ColumnElement[bool]:
    """Deals that stand, and that calls belong to."""
    same = and_(_CALLS.c.deal_crm == _DEALS.c.crm, _CALLS.c.deal_id == _DEALS.c.deal_id)
    return and_(_DEALS.c.crm == crm, _DEALS.c.gone_at.is_(None), exists().where(same))


def _by_crm(refs: Collection[DealRef]) -> Sequence[tuple[str, Sequence[str]]]:
    """Portions of ids, each of one CRM."""
    found: list[tuple[str, Sequence[str]]] = []
    for crm, same in groupby(sorted(set(refs), key=lambda ref: (ref.crm, ref.id)), lambda r: r.crm):
        ids = [ref.id for ref in same]
        found += [(crm, ids[first : first + AT_ONCE]) for first in range(0, len(ids), AT_ONCE)]
    return found


def _these(
    row: type[DealRow] | type[DealMoveRow], crm: str, ids: Sequence[str]
) -> ColumnElement[bool]:
    return and_(col(row.crm) == crm, col(row.deal_id).in_(ids))


def _kept(row: DealRow) -> KeptDeal:
    return KeptDeal(from_json(Deal, row.body), row.closed_at, row.gone_at, row.merged_into)


def _values(kept: KeptDeal, at: datetime) -> dict[str, Any]:
    return {
        **deal_values(kept.deal),
        "closed_at": kept.closed_at,
        "gone_at": kept.gone_at,
        "merged_into": kept.merged_into,
        "seen_at": at,
        "changed_at": at,
    }


def _move(row: DealMoveRow) -> DealMove:
    return DealMove(MoveOf(row.of), row.at, row.old, row.new, row.seen)


def _move_values(ref: DealRef, nth: int, move: DealMove) -> dict[str, Any]:
    return {
        "crm": ref.crm,
        "deal_id": ref.id,
        "at": move.at,
        "of": move.of,
        "nth": nth,
        "old": move.old,
        "new": move.new,
        "seen": move.seen,
    }
