"""What Reploop wrote on records of CRMs, is writing, and may write."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, func, update
from sqlmodel import col, select

from domain.changes import (
    Brake,
    ChangeSet,
    ChangeSetId,
    FieldWrite,
    RecordRef,
    ToldEdit,
    WriteBegun,
    WriteState,
)
from domain.crm import FieldValue, RecordKind
from store.approvals import Approvals
from store.change_lists import ChangeLists
from store.change_tables import (
    ChangeSetRow,
    CrmBrakeRow,
    CrmRecordRow,
    CrmToldRow,
    CrmValueRow,
    CrmWriteBegunRow,
    FieldWriteRow,
)
from store.codec import from_json, to_json
from store.transactions import Transaction, table_of

_BEGUN = table_of(CrmWriteBegunRow)
_WRITES = table_of(FieldWriteRow)
_VALUES = table_of(CrmValueRow)
_SETS = table_of(ChangeSetRow)
_RECORDS = table_of(CrmRecordRow)
_TOLD = table_of(CrmToldRow)
_CHANGED = (WriteState.WRITTEN, WriteState.RESTORED)


class SqlChanges(Approvals, ChangeLists):
    """See ``ChangeStore``."""

    def __init__(self, tx: Transaction) -> None:
        Approvals.__init__(self, tx)
        ChangeLists.__init__(self, tx)
        self._tx = tx

    def last_written(self, record: RecordRef) -> Mapping[str, FieldValue]:
        """See ``ChangeStore.last_written``."""
        query = select(CrmValueRow).where(on(_VALUES, record))
        return {row.field: row.value for row in self._tx.rows(query)}

    def put_back(self, record: RecordRef) -> Mapping[str, FieldValue]:
        """See ``ChangeStore.put_back``."""
        rows = self._tx.rows(select(CrmValueRow).where(on(_VALUES, record)))
        return {row.field: row.put_back[0] for row in rows if row.put_back}

    def add(self, change_set: ChangeSet) -> None:
        """See ``ChangeStore.add``."""
        head = {
            "id": change_set.id, "at": change_set.at, "call_id": change_set.call_id,
            "run": change_set.run, "undoes": change_set.undoes, "made": to_json(change_set.made),
        }  # fmt: skip
        if not self._tx.add_if_new(ChangeSetRow, head):
            return
        writes = [_write_values(change_set.id, n, w) for n, w in enumerate(change_set.writes)]
        self._tx.put(FieldWriteRow, writes)
        ours = [w for w in change_set.writes if w.state in _CHANGED]
        self._tx.put(CrmValueRow, [_value_values(change_set, write) for write in ours])

    def written_since(self, crm: str, since: datetime, kinds: Sequence[RecordKind]) -> int:
        """See ``ChangeStore.written_since``."""
        recent = and_(_SETS.c.id == _WRITES.c.change_set_id, _SETS.c.at >= since)
        changed = and_(
            _WRITES.c.crm == crm, _WRITES.c.kind.in_(kinds), _WRITES.c.state.in_(_CHANGED)
        )
        records = (
            select(_WRITES.c.kind, _WRITES.c.record_id).where(changed, recent).distinct().subquery()
        )
        return self._tx.session.exec(select(func.count()).select_from(records)).one()

    def forget_values(self, record: RecordRef, gone: Callable[[str, FieldValue], bool]) -> None:
        """See ``ChangeStore.forget_values``. Texts stand in JSON, so they are compared here."""
        for row in self._tx.rows(select(FieldWriteRow).where(on(_WRITES, record))):
            stood = {"old": row.old, "new": row.new}
            emptied = {n: None for n, v in stood.items() if v is not None and gone(row.field, v)}
            if emptied:
                self._tx.changed(update(_WRITES).where(_this(row)).values(emptied))
        for field, value in self.last_written(record).items():
            if value is not None and gone(field, value):
                last = and_(on(_VALUES, record), _VALUES.c.field == field)
                self._tx.changed(update(_VALUES).where(last).values(value=None))
        self.forget_approvals(record, gone)
        told = self.told(record).values()
        self.untell([e for e in told if e.value is not None and gone(e.field, e.value)])

    def begin(self, record: RecordRef, write: WriteBegun) -> None:
        """See ``ChangeStore.begin``."""
        values = {
            **keyed(record),
            "write_id": write.id,
            "begun_at": write.at,
            "digests": sorted(write.digests),
            "over": dict(write.over),
        }
        self._tx.put(CrmWriteBegunRow, [values])

    def begun(self, record: RecordRef) -> Sequence[WriteBegun]:
        """See ``ChangeStore.begun``."""
        oldest = (col(CrmWriteBegunRow.begun_at), col(CrmWriteBegunRow.write_id))
        query = select(CrmWriteBegunRow).where(on(_BEGUN, record)).order_by(*oldest)
        return [
            WriteBegun(
                id=row.write_id, at=row.begun_at, digests=frozenset(row.digests), over=row.over
            )
            for row in self._tx.rows(query)
        ]

    def end(self, record: RecordRef, ids: Collection[str]) -> None:
        """See ``ChangeStore.end``."""
        these = and_(on(_BEGUN, record), _BEGUN.c.write_id.in_(ids))
        self._tx.changed(delete(_BEGUN).where(these))

    def remote_id(self, crm: str, kind: RecordKind, key: str) -> str | None:
        """See ``ChangeStore.remote_id``."""
        return self._tx.first(select(CrmRecordRow.remote_id).where(_made(crm, kind, key)))

    def note_made(self, crm: str, kind: RecordKind, key: str, remote_id: str | None) -> None:
        """See ``ChangeStore.note_made``."""
        if remote_id is None:
            self._tx.changed(delete(_RECORDS).where(_made(crm, kind, key)))
            return
        values = {"crm": crm, "kind": kind, "key": key, "remote_id": remote_id}
        self._tx.put(CrmRecordRow, [values])

    def tell(self, edit: ToldEdit) -> bool:
        """See ``ChangeStore.tell``."""
        this = and_(on(_TOLD, edit.record), _TOLD.c.field == edit.field)
        known = self._tx.first(select(CrmToldRow).where(this))
        if known is not None and known.at > edit.at:
            return False
        values = {"field": edit.field, "value": to_json(edit.value), "at": edit.at}
        self._tx.put(CrmToldRow, [{**keyed(edit.record), **values, "settled": False}])
        return True

    def told(self, record: RecordRef) -> Mapping[str, ToldEdit]:
        """See ``ChangeStore.told``."""
        query = select(CrmToldRow).where(on(_TOLD, record), _TOLD.c.settled.is_(False))
        return {
            row.field: ToldEdit(record=record, field=row.field, value=row.value, at=row.at)
            for row in self._tx.rows(query)
        }

    def untell(self, edits: Collection[ToldEdit]) -> None:
        """See ``ChangeStore.untell``. Its moment stays: an earlier one may be told only then."""
        settled = {"settled": True, "value": None}
        for edit in edits:
            same = and_(on(_TOLD, edit.record), _TOLD.c.field == edit.field, _TOLD.c.at == edit.at)
            self._tx.changed(update(_TOLD).where(same).values(settled))

    def brake(self, crm: str) -> Brake | None:
        """See ``ChangeStore.brake``."""
        row = self._tx.first(select(CrmBrakeRow).where(col(CrmBrakeRow.crm) == crm))
        return None if row is None else from_json(Brake, row.body)

    def set_brake(self, brake: Brake) -> None:
        """See ``ChangeStore.set_brake``."""
        self._tx.put(CrmBrakeRow, [{"crm": brake.crm, "body": to_json(brake)}])


def on(table: Table, record: RecordRef) -> ColumnElement[bool]:
    """The rows of one record."""
    columns = table.c
    return and_(
        columns.crm == record.crm, columns.kind == record.kind, columns.record_id == record.id
    )


def keyed(record: RecordRef) -> dict[str, str]:
    """A record as columns."""
    return {"crm": record.crm, "kind": record.kind, "record_id": record.id}


def _made(crm: str, kind: RecordKind, key: str) -> ColumnElement[bool]:
    return and_(_RECORDS.c.crm == crm, _RECORDS.c.kind == kind, _RECORDS.c.key == key)


def _this(row: FieldWriteRow) -> ColumnElement[bool]:
    return and_(_WRITES.c.change_set_id == row.change_set_id, _WRITES.c.position == row.position)


def _write_values(change_set_id: ChangeSetId, position: int, write: FieldWrite) -> dict[str, Any]:
    return {
        "change_set_id": change_set_id,
        "position": position,
        **keyed(write.record),
        "field": write.field,
        "old": to_json(write.old),
        "new": to_json(write.new),
        "state": write.state,
        "detail": write.detail,
        "provenance": None if write.provenance is None else to_json(write.provenance),
    }


def _value_values(change_set: ChangeSet, write: FieldWrite) -> dict[str, Any]:
    """Of a restored field what we had written: the person's value must not look like ours."""
    restored = write.state is WriteState.RESTORED
    return {
        **keyed(write.record),
        "field": write.field,
        "value": to_json(write.old if restored else write.new),
        "put_back": [to_json(write.new)] if restored else None,
        "written_at": change_set.at,
    }
