"""Batches under way as rows: there until their calls are due again."""

from collections.abc import Sequence

from sqlalchemy import delete
from sqlmodel import col, select

from domain.batches import GradingBatch
from domain.calls import CallId
from store.batch_tables import BatchRow
from store.transactions import Transaction, table_of


class SqlBatches:
    """See ``BatchStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def put(self, batch: GradingBatch) -> None:
        """See ``BatchStore.put``."""
        values = {
            "id": batch.id,
            "remote_id": batch.remote_id,
            "call_ids": list(batch.call_ids),
            "begun_at": batch.begun_at,
        }
        self._tx.put(BatchRow, [values])

    def under_way(self) -> Sequence[GradingBatch]:
        """See ``BatchStore.under_way``."""
        query = select(BatchRow).order_by(col(BatchRow.begun_at), col(BatchRow.id))
        return [
            GradingBatch(
                id=row.id,
                call_ids=tuple(CallId(each) for each in row.call_ids),
                begun_at=row.begun_at,
                remote_id=row.remote_id,
            )
            for row in self._tx.rows(query)
        ]

    def end(self, batch_id: str) -> None:
        """See ``BatchStore.end``."""
        table = table_of(BatchRow)
        self._tx.changed(delete(table).where(table.c.id == batch_id))
