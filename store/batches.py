"""Batches under way as rows, and the calls that wait for them.

A waiting call says so, and for which batch, where calls keep their error: a correction, a
failure of its own or a score writes over it, and then it waits no longer.
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, delete, func, or_, update
from sqlmodel import col, select

from domain.batches import GradingBatch
from domain.calls import Call, CallId
from domain.effects import Claimed
from domain.ports import ClaimTerms
from store.batch_tables import BatchRow
from store.call_rows import call_of
from store.calls import READY, WORN_OUT
from store.leases import claim, release
from store.tables import CallRow
from store.transactions import Transaction, table_of

_CALLS = table_of(CallRow)


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

    def hold(
        self, claimed: Claimed[Call], batch_id: str, *, for_s: float, counts: bool = False
    ) -> bool:
        """See ``BatchStore.hold``."""
        values = {
            "attempts": claimed.attempts if counts else claimed.attempts - 1,
            "next_at": self._tx.now() + for_s,
            "error": _mark(batch_id),
        }
        unmoved = _CALLS.c.version == claimed.item.version
        return release(self._tx, CallRow, claimed, values, only_if=unmoved)

    def pass_over(self, claimed: Claimed[Call]) -> None:
        """See ``BatchStore.pass_over``."""
        release(self._tx, CallRow, claimed, {"attempts": claimed.attempts - 1})

    def claim(
        self, batch_id: str, call_ids: Sequence[CallId], terms: ClaimTerms, *, hold_s: float
    ) -> Sequence[Claimed[Call]]:
        """See ``BatchStore.claim``. No worker sees them due in between: it is one transaction."""
        now = self._tx.now()
        which = and_(_waits_for(batch_id), _CALLS.c.id.in_(call_ids))
        self._tx.changed(update(_CALLS).where(which, _free(now)).values(next_at=now))
        noting = {"next_at": now + hold_s}
        leases = claim(self._tx, CallRow, which, terms, noting=noting, worn_out=WORN_OUT)
        return [lease.of(lease.row.id, call_of(lease.row)) for lease in leases]

    def waiting(self, batch_id: str) -> int:
        """See ``BatchStore.waiting``."""
        query = select(func.count()).select_from(_CALLS).where(_waits_for(batch_id))
        return self._tx.session.exec(query).one()

    def free(self, batch_id: str) -> None:
        """See ``BatchStore.free``."""
        which = and_(_waits_for(batch_id), _free(self._tx.now()))
        self._tx.changed(update(_CALLS).where(which).values(next_at=0.0, error=None))


def _mark(batch_id: str) -> str:
    return f"it waits for its batch {batch_id} at the model's provider"


def _waits_for(batch_id: str) -> ColumnElement[bool]:
    return and_(READY, _CALLS.c.error == _mark(batch_id))


def _free(now: float) -> ColumnElement[bool]:
    return or_(_CALLS.c.lease_until.is_(None), _CALLS.c.lease_until <= now)
