"""Change sets as they are read again: one, a page of them, those of a run, and their sums."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy
from sqlalchemy import ColumnElement, and_, distinct, func, or_
from sqlmodel import col, select

from domain.calls import CallId
from domain.changes import (
    ChangeSet,
    ChangeSetId,
    FieldWrite,
    Provenance,
    RecordRef,
    Run,
    Tally,
    WriteState,
)
from domain.crm import RecordKind
from store.change_tables import ChangeSetRow, FieldWriteRow
from store.codec import from_json
from store.transactions import Transaction, table_of

_WRITES = table_of(FieldWriteRow)
_SETS = table_of(ChangeSetRow)
_OF_SET = _WRITES.c.change_set_id == _SETS.c.id
_RECORD = _WRITES.c.crm + ":" + _WRITES.c.kind + ":" + _WRITES.c.record_id

AT_ONCE = 500
"""Ids in one statement: SQLite takes no more than some ten thousand parameters."""


class ChangeLists:
    """The part of ``ChangeStore`` that reads change sets."""

    def __init__(self, tx: Transaction) -> None:
        self.__tx = tx

    def get(self, change_set_id: ChangeSetId) -> ChangeSet | None:
        """See ``ChangeStore.get``."""
        this = select(ChangeSetRow).where(col(ChangeSetRow.id) == change_set_id)
        return next(iter(self._whole(self.__tx.rows(this))), None)

    def list(
        self,
        *,
        limit: int = 50,
        crm: str | None = None,
        state: WriteState | None = None,
        before: ChangeSetId | None = None,
    ) -> Sequence[ChangeSet]:
        """See ``ChangeStore.list``."""
        newest = (col(ChangeSetRow.at).desc(), col(ChangeSetRow.id).desc())
        query = select(ChangeSetRow).order_by(*newest).limit(limit)
        holds: list[ColumnElement[bool]] = []
        if crm is not None:
            holds.append(_WRITES.c.crm == crm)
        if state is not None:
            holds.append(_WRITES.c.state == state)
        if holds:
            query = query.where(select(_WRITES.c.position).where(_OF_SET, *holds).exists())
        if before is not None:
            query = query.where(self._older_than(before))
        return self._whole(self.__tx.rows(query))

    def _older_than(self, before: ChangeSetId) -> ColumnElement[bool]:
        """In the order of ``list``; nothing, if there is no such change set any more."""
        at = select(_SETS.c.at).where(_SETS.c.id == before).scalar_subquery()
        return or_(_SETS.c.at < at, and_(_SETS.c.at == at, _SETS.c.id < before))

    def of_call(self, call_id: CallId) -> Sequence[ChangeSet]:
        """See ``ChangeStore.of_call``."""
        of_call = select(ChangeSetRow).where(col(ChangeSetRow.call_id) == call_id)
        oldest = (col(ChangeSetRow.at), col(ChangeSetRow.id))
        return self._whole(self.__tx.rows(of_call.order_by(*oldest)))

    def noted(self, record: RecordRef, since: datetime) -> Sequence[tuple[datetime, FieldWrite]]:
        """See ``ChangeStore.noted``."""
        recent = and_(_OF_SET, _SETS.c.at >= since)
        query = select(FieldWriteRow, col(ChangeSetRow.at)).where(*_on(record), recent)
        oldest = (col(ChangeSetRow.at), col(ChangeSetRow.id), col(FieldWriteRow.position))
        rows = self.__tx.session.exec(query.order_by(*oldest)).all()
        return [(at, _write(row)) for row, at in rows]

    def writes_on(self, record: RecordRef) -> Sequence[FieldWrite]:
        """See ``ChangeStore.writes_on``."""
        place = (col(FieldWriteRow.change_set_id), col(FieldWriteRow.position))
        query = select(FieldWriteRow).join(ChangeSetRow).where(*_on(record))
        in_order = query.order_by(col(ChangeSetRow.at), *place)
        return [_write(row) for row in self.__tx.rows(in_order)]

    def of_run(self, run: str) -> Sequence[ChangeSet]:
        """See ``ChangeStore.of_run``."""
        newest = (col(ChangeSetRow.at).desc(), col(ChangeSetRow.id).desc())
        of_run = select(ChangeSetRow).where(col(ChangeSetRow.run) == run)
        return self._whole(self.__tx.rows(of_run.order_by(*newest)))

    def undone_by(self, change_set_id: ChangeSetId) -> ChangeSet | None:
        """See ``ChangeStore.undone_by``."""
        undoing = select(ChangeSetRow).where(col(ChangeSetRow.undoes) == change_set_id)
        newest = undoing.order_by(col(ChangeSetRow.at).desc(), col(ChangeSetRow.id).desc())
        return next(iter(self._whole(self.__tx.rows(newest.limit(1)))), None)

    def runs(self, *, limit: int = 10) -> Sequence[Run]:
        """See ``ChangeStore.runs``. Records are counted of those alone that are returned."""
        begun, ended = func.min(_SETS.c.at).label("begun"), func.max(_SETS.c.at).label("ended")
        undoing = func.count(_SETS.c.undoes).label("undoing")
        heads = sqlalchemy.select(_SETS.c.run, begun, ended, undoing)
        newest = heads.where(_SETS.c.run.is_not(None)).group_by(_SETS.c.run)
        last = newest.order_by(ended.desc(), _SETS.c.run).limit(limit).subquery()
        records = (
            sqlalchemy.select(func.count(distinct(_RECORD)))
            .select_from(_WRITES.join(_SETS, _OF_SET))
            .where(_SETS.c.run == last.c.run)
            .scalar_subquery()
        )
        query = sqlalchemy.select(last.c.run, last.c.begun, last.c.ended, last.c.undoing, records)
        ordered = query.order_by(last.c.ended.desc(), last.c.run)
        found = self.__tx.session.connection().execute(ordered)
        return [
            Run(name=run, begun=begun, ended=ended, records=records, undoes=bool(undoing))
            for run, begun, ended, undoing, records in found
        ]

    def tally(self, crm: str, *, since: datetime, until: datetime) -> Tally:
        """See ``ChangeStore.tally``."""
        within = and_(_OF_SET, _WRITES.c.crm == crm, _SETS.c.at >= since, _SETS.c.at < until)
        forth, back = _SETS.c.undoes.is_(None), _SETS.c.undoes.is_not(None)
        count, session = func.count(), self.__tx.session
        by_state = select(_WRITES.c.state, count).where(within, forth).group_by(_WRITES.c.state)
        refused = and_(within, forth, _WRITES.c.state == WriteState.REFUSED)
        why = select(_WRITES.c.detail, count).where(refused).group_by(_WRITES.c.detail)
        written = and_(within, forth, _WRITES.c.state == WriteState.WRITTEN)
        records = select(func.count(distinct(_RECORD))).where(written)
        undone = select(func.count(distinct(_SETS.c.run))).where(within, back)
        return Tally(
            fields={WriteState(state): number for state, number in session.exec(by_state).all()},
            records=session.exec(records).one(),
            refused={reason or "": number for reason, number in session.exec(why).all()},
            rollbacks=session.exec(undone).one(),
        )

    def _whole(self, heads: Sequence[ChangeSetRow]) -> Sequence[ChangeSet]:
        ids = [head.id for head in heads]
        order = (col(FieldWriteRow.change_set_id), col(FieldWriteRow.position))
        writes: dict[str, list[FieldWrite]] = {change_set_id: [] for change_set_id in ids}
        for first in range(0, len(ids), AT_ONCE):
            these = col(FieldWriteRow.change_set_id).in_(ids[first : first + AT_ONCE])
            for row in self.__tx.rows(select(FieldWriteRow).where(these).order_by(*order)):
                writes[row.change_set_id].append(_write(row))
        return [_change_set(head, tuple(writes[head.id])) for head in heads]


def _on(record: RecordRef) -> tuple[ColumnElement[bool], ...]:
    columns = _WRITES.c
    return (
        columns.crm == record.crm, columns.kind == record.kind, columns.record_id == record.id
    )  # fmt: skip


def _change_set(head: ChangeSetRow, writes: tuple[FieldWrite, ...]) -> ChangeSet:
    return ChangeSet(
        id=ChangeSetId(head.id),
        at=head.at,
        call_id=head.call_id,
        writes=writes,
        run=head.run,
        made=from_json(tuple[RecordRef, ...], head.made),
        undoes=None if head.undoes is None else ChangeSetId(head.undoes),
    )


def _write(row: FieldWriteRow) -> FieldWrite:
    proof = row.provenance
    return FieldWrite(
        record=RecordRef(row.crm, RecordKind(row.kind), row.record_id),
        field=row.field,
        old=row.old,
        new=row.new,
        state=WriteState(row.state),
        detail=row.detail,
        provenance=None if proof is None else from_json(Provenance, proof),
    )
