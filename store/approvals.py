"""Changes of CRM fields that wait for a person, or were decided."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete
from sqlmodel import col, select

from domain.changes import Approval, ApprovalState, RecordRef
from domain.crm import FieldValue
from store.change_tables import CrmApprovalRow
from store.codec import from_json, to_json
from store.transactions import Transaction, table_of

_TABLE = table_of(CrmApprovalRow)


class Approvals:
    """The part of ``ChangeStore`` that is about approvals."""

    def __init__(self, tx: Transaction) -> None:
        self.__tx = tx

    def ask(self, approval: Approval) -> Approval:
        """See ``ChangeStore.ask``."""
        known = self.approvals(approval.record).get(approval.field)
        if known is not None and known.new == approval.new:
            return known
        self.drop_approval(approval.record, approval.field)
        self._put(approval)
        return approval

    def approval(self, approval_id: str) -> Approval | None:
        """See ``ChangeStore.approval``."""
        row = self.__tx.first(select(CrmApprovalRow).where(col(CrmApprovalRow.id) == approval_id))
        return None if row is None else from_json(Approval, row.body)

    def approvals(self, record: RecordRef) -> Mapping[str, Approval]:
        """See ``ChangeStore.approvals``."""
        rows = self.__tx.rows(select(CrmApprovalRow).where(_of(record)))
        return {row.field: from_json(Approval, row.body) for row in rows}

    def waiting(self, *, limit: int = 200) -> Sequence[Approval]:
        """See ``ChangeStore.waiting``."""
        waits = select(CrmApprovalRow).where(col(CrmApprovalRow.state) == ApprovalState.WAITING)
        oldest = waits.order_by(col(CrmApprovalRow.asked_at), col(CrmApprovalRow.id))
        return [from_json(Approval, row.body) for row in self.__tx.rows(oldest.limit(limit))]

    def decide(
        self, approval_id: str, state: ApprovalState, *, by: str, at: datetime
    ) -> Approval | None:
        """See ``ChangeStore.decide``."""
        known = self.approval(approval_id)
        if known is None or known.state is not ApprovalState.WAITING:
            return None
        decided = replace(known, state=state, by=by, decided_at=at)
        self._put(decided)
        return decided

    def drop_approval(self, record: RecordRef, field: str) -> None:
        """See ``ChangeStore.drop_approval``."""
        this = and_(_of(record), _TABLE.c.field == field)
        self.__tx.changed(delete(_TABLE).where(this))

    def forget_approvals(self, record: RecordRef, gone: Callable[[str, FieldValue], bool]) -> None:
        """Drop what waits or was decided about values that are ``gone``."""
        for field, approval in self.approvals(record).items():
            if any(v is not None and gone(field, v) for v in (approval.old, approval.new)):
                self.drop_approval(record, field)

    def _put(self, approval: Approval) -> None:
        record = approval.record
        values = {
            "id": approval.id, "crm": record.crm, "kind": record.kind, "record_id": record.id,
            "field": approval.field, "state": approval.state, "asked_at": approval.asked_at,
            "body": to_json(approval),
        }  # fmt: skip
        self.__tx.put(CrmApprovalRow, [values])


def _of(record: RecordRef) -> ColumnElement[bool]:
    columns = _TABLE.c
    return and_(
        columns.crm == record.crm, columns.kind == record.kind, columns.record_id == record.id
    )
