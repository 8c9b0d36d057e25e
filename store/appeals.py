"""Appeals against single criteria."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import delete
from sqlmodel import col, select

from domain.appeals import Appeal, AppealId, AppealState
from domain.calls import CallId
from domain.people import PersonId
from store.coaching_tables import AppealRow
from store.codec import from_json, to_json
from store.transactions import Transaction, table_of

_TABLE = table_of(AppealRow)


class SqlAppeals:
    """See ``AppealStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def put(self, appeal: Appeal) -> None:
        """See ``AppealStore.put``."""
        self._tx.put(AppealRow, [_values(appeal)])

    def get(self, appeal_id: AppealId) -> Appeal | None:
        """See ``AppealStore.get``."""
        row = self._tx.first(select(AppealRow).where(col(AppealRow.id) == appeal_id))
        return None if row is None else _appeal(row)

    def of_call(self, call_id: CallId) -> Sequence[Appeal]:
        """See ``AppealStore.of_call``."""
        oldest = (col(AppealRow.opened_at), col(AppealRow.id))
        query = select(AppealRow).where(col(AppealRow.call_id) == call_id).order_by(*oldest)
        return [_appeal(row) for row in self._tx.rows(query)]

    def list(
        self,
        *,
        rep_ids: Collection[PersonId] | None = None,
        states: Collection[AppealState] = (),
        limit: int = 500,
    ) -> Sequence[Appeal]:
        """See ``AppealStore.list``; newest first."""
        query = select(AppealRow)
        if rep_ids is not None:
            query = query.where(col(AppealRow.rep_id).in_(list(rep_ids)))
        if states:
            query = query.where(col(AppealRow.state).in_(list(states)))
        newest = (col(AppealRow.opened_at).desc(), col(AppealRow.id))
        return [_appeal(row) for row in self._tx.rows(query.order_by(*newest).limit(limit))]

    def remove(self, call_id: CallId) -> None:
        """See ``AppealStore.remove``."""
        self._tx.changed(delete(_TABLE).where(_TABLE.c.call_id == call_id))


def _values(appeal: Appeal) -> dict[str, Any]:
    return {
        "id": appeal.id,
        "call_id": appeal.call_id,
        "call_version": appeal.call_version,
        "criterion_id": appeal.criterion_id,
        "rep_id": appeal.rep_id,
        "state": appeal.state.value,
        "opened_at": appeal.opened_at,
        "body": to_json(appeal),
    }


def _appeal(row: AppealRow) -> Appeal:
    return from_json(Appeal, row.body)
