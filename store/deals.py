"""Deals as last read, what Reploop wrote or may have written on them, and the change sets."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, update
from sqlmodel import col, select

from domain.calls import CallId
from domain.deal_history import dated
from domain.deals import (
    ChangeSet,
    ChangeSetId,
    Deal,
    DealRef,
    FieldValue,
    FieldWrite,
    WriteBegun,
    WriteState,
)
from store.codec import from_json, to_json
from store.tables import ChangeSetRow, CrmValueRow, CrmWriteBegunRow, DealRow, FieldWriteRow
from store.transactions import Transaction, table_of

_BEGUN = table_of(CrmWriteBegunRow)
_WRITES = table_of(FieldWriteRow)
_VALUES = table_of(CrmValueRow)


class SqlDeals:
    """See ``DealStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def put(self, deals: Sequence[Deal]) -> None:
        """See ``DealStore.put``."""
        self._tx.put(DealRow, [deal_values(deal) for deal in deals])

    def get(self, ref: DealRef) -> Deal | None:
        """See ``DealStore.get``."""
        same = and_(col(DealRow.crm) == ref.crm, col(DealRow.deal_id) == ref.id)
        row = self._tx.first(select(DealRow).where(same))
        return None if row is None else from_json(Deal, row.body)

    def list(self, *, limit: int = 500) -> Sequence[Deal]:
        """See ``DealStore.list``; deals that no CRM dated come last."""
        newest = (col(DealRow.modified_at).desc().nulls_last(), col(DealRow.crm))
        there = select(DealRow).where(col(DealRow.gone_at).is_(None))
        query = there.order_by(*newest, col(DealRow.deal_id)).limit(limit)
        return [from_json(Deal, row.body) for row in self._tx.rows(query)]

    def last_written(self, ref: DealRef) -> Mapping[str, FieldValue]:
        """See ``DealStore.last_written``."""
        same = and_(col(CrmValueRow.crm) == ref.crm, col(CrmValueRow.deal_id) == ref.id)
        return {row.field: row.value for row in self._tx.rows(select(CrmValueRow).where(same))}

    def add_change_set(self, change_set: ChangeSet) -> None:
        """See ``DealStore.add_change_set``. Keeping the same one again changes nothing."""
        head = {"id": change_set.id, "at": change_set.at, "call_id": change_set.call_id}
        if not self._tx.add_if_new(ChangeSetRow, head):
            return
        writes = [_write_values(change_set.id, n, w) for n, w in enumerate(change_set.writes)]
        self._tx.put(FieldWriteRow, writes)
        ours = [w for w in change_set.writes if w.state is WriteState.WRITTEN]
        self._tx.put(CrmValueRow, [_value_values(change_set, write) for write in ours])

    def change_set(self, change_set_id: ChangeSetId) -> ChangeSet | None:
        """See ``DealStore.change_set``."""
        this = select(ChangeSetRow).where(col(ChangeSetRow.id) == change_set_id)
        return next(iter(self._whole(self._tx.rows(this))), None)

    def change_sets(self, *, limit: int = 50) -> Sequence[ChangeSet]:
        """See ``DealStore.change_sets``."""
        newest = (col(ChangeSetRow.at).desc(), col(ChangeSetRow.id).desc())
        return self._whole(self._tx.rows(select(ChangeSetRow).order_by(*newest).limit(limit)))

    def change_sets_for(self, call_id: CallId) -> Sequence[ChangeSet]:
        """See ``DealStore.change_sets_for``."""
        of_call = select(ChangeSetRow).where(col(ChangeSetRow.call_id) == call_id)
        oldest = (col(ChangeSetRow.at), col(ChangeSetRow.id))
        return self._whole(self._tx.rows(of_call.order_by(*oldest)))

    def _whole(self, heads: Sequence[ChangeSetRow]) -> Sequence[ChangeSet]:
        ids = [head.id for head in heads]
        order = (col(FieldWriteRow.change_set_id), col(FieldWriteRow.position))
        query = select(FieldWriteRow).where(col(FieldWriteRow.change_set_id).in_(ids))
        writes: dict[str, list[FieldWrite]] = {change_set_id: [] for change_set_id in ids}
        for row in self._tx.rows(query.order_by(*order)):
            writes[row.change_set_id].append(_write(row))
        return [
            ChangeSet(id=ChangeSetId(h.id), at=h.at, call_id=h.call_id, writes=tuple(writes[h.id]))
            for h in heads
        ]

    def forget_values(self, ref: DealRef, gone: Callable[[str, FieldValue], bool]) -> None:
        """See ``DealStore.forget_values``. Texts stand in JSON, so they are compared here."""
        on_deal = and_(col(FieldWriteRow.crm) == ref.crm, col(FieldWriteRow.deal_id) == ref.id)
        for row in self._tx.rows(select(FieldWriteRow).where(on_deal)):
            stood = {"old": row.old, "new": row.new}
            emptied = {n: None for n, v in stood.items() if v is not None and gone(row.field, v)}
            if emptied:
                self._tx.changed(update(_WRITES).where(_this(row)).values(emptied))
        for field, value in self.last_written(ref).items():
            if value is not None and gone(field, value):
                same = and_(_VALUES.c.crm == ref.crm, _VALUES.c.deal_id == ref.id)
                last = and_(same, _VALUES.c.field == field)
                self._tx.changed(update(_VALUES).where(last).values(value=None))

    def begin_write(self, ref: DealRef, write: WriteBegun) -> None:
        """See ``DealStore.begin_write``."""
        values = {
            "crm": ref.crm,
            "deal_id": ref.id,
            "write_id": write.id,
            "begun_at": write.at,
            "digests": sorted(write.digests),
        }
        self._tx.put(CrmWriteBegunRow, [values])

    def writes_begun(self, ref: DealRef) -> Sequence[WriteBegun]:
        """See ``DealStore.writes_begun``."""
        oldest = (col(CrmWriteBegunRow.begun_at), col(CrmWriteBegunRow.write_id))
        query = select(CrmWriteBegunRow).where(_begun_on(ref)).order_by(*oldest)
        return [
            WriteBegun(id=row.write_id, at=row.begun_at, digests=frozenset(row.digests))
            for row in self._tx.rows(query)
        ]

    def end_writes(self, ref: DealRef, ids: Collection[str]) -> None:
        """See ``DealStore.end_writes``."""
        these = and_(_begun_on(ref), _BEGUN.c.write_id.in_(ids))
        self._tx.changed(delete(_BEGUN).where(these))


def _this(row: FieldWriteRow) -> ColumnElement[bool]:
    return and_(_WRITES.c.change_set_id == row.change_set_id, _WRITES.c.position == row.position)


def _begun_on(ref: DealRef) -> ColumnElement[bool]:
    return and_(_BEGUN.c.crm == ref.crm, _BEGUN.c.deal_id == ref.id)


def deal_values(deal: Deal) -> dict[str, Any]:
    """The columns that a CRM's own words about a deal fill."""
    return {
        "crm": deal.ref.crm,
        "deal_id": deal.ref.id,
        "body": to_json(deal),
        "modified_at": deal.modified_at,
        "outcome": deal.outcome,
        "closed_at": dated(deal),
    }


def _write_values(change_set_id: ChangeSetId, position: int, write: FieldWrite) -> dict[str, Any]:
    return {
        "change_set_id": change_set_id,
        "position": position,
        "crm": write.deal.crm,
        "deal_id": write.deal.id,
        "field": write.field,
        "old": to_json(write.old),
        "new": to_json(write.new),
        "state": write.state,
        "detail": write.detail,
    }


def _value_values(change_set: ChangeSet, write: FieldWrite) -> dict[str, Any]:
    return {
        "crm": write.deal.crm,
        "deal_id": write.deal.id,
        "field": write.field,
        "value": to_json(write.new),
        "written_at": change_set.at,
    }


def _write(row: FieldWriteRow) -> FieldWrite:
    return FieldWrite(
        deal=DealRef(row.crm, row.deal_id),
        field=row.field,
        old=row.old,
        new=row.new,
        state=WriteState(row.state),
        detail=row.detail,
    )
