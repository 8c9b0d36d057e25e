"""The inbox: verified webhooks, kept before anything else is done with them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col, select

from domain.effects import Claimed
from domain.ports import ClaimTerms
from domain.webhooks import Delivery, DeliveryRecord, DeliveryState
from store.leases import claim, due_now, give_back, release
from store.tables import DeliveryRow
from store.transactions import Transaction, table_of

WAITING = col(DeliveryRow.state) == DeliveryState.NEW
_TABLE = table_of(DeliveryRow)
# Built once: a statement that is compiled and cached, and run with many sets of values.
_KEEP = {
    "postgresql": postgresql.insert(_TABLE).on_conflict_do_nothing(),
    "sqlite": sqlite.insert(_TABLE).on_conflict_do_nothing(),
}


def keep(connection: Connection, deliveries: Sequence[Delivery]) -> int:
    """Insert those not known by (provider, key), in one round; returns how many were new.

    In key order: two batches with the same keys would else wait for each other.
    """
    if not deliveries:
        return 0
    ordered = sorted(deliveries, key=lambda delivery: (delivery.provider, delivery.key))
    values = [_values(delivery, DeliveryState.NEW) for delivery in ordered]
    result = connection.execute(
        _KEEP[connection.dialect.name], values, execution_options={"preserve_rowcount": True}
    )
    return result.rowcount


class SqlDeliveries:
    """See ``DeliveryStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add_new(self, deliveries: Sequence[Delivery]) -> int:
        """See ``DeliveryStore.add_new``."""
        return keep(self._tx.session.connection(), deliveries)

    def quarantine(self, delivery: Delivery, problem: str) -> None:
        """See ``DeliveryStore.quarantine``."""
        values = _values(delivery, DeliveryState.QUARANTINED)
        self._tx.add_if_new(DeliveryRow, {**values, "error": problem})

    def claim(self, terms: ClaimTerms) -> Sequence[Claimed[Delivery]]:
        """See ``DeliveryStore.claim``."""
        leases = claim(self._tx, DeliveryRow, WAITING, terms)
        return [lease.of(lease.row.id or 0, _delivery(lease.row)) for lease in leases]

    def done(self, claimed: Claimed[Delivery], *, emptied: bool = False) -> bool:
        """See ``DeliveryStore.done``."""
        body = {"body": b""} if emptied else {}
        values = {"state": DeliveryState.DONE, "error": None, **body}
        return release(self._tx, DeliveryRow, claimed, values)

    def retry(
        self, claimed: Claimed[Delivery], *, after_s: float, error: str, counts: bool = True
    ) -> bool:
        """See ``DeliveryStore.retry``."""
        return give_back(
            self._tx, DeliveryRow, claimed, after_s=after_s, error=error, counts=counts
        )

    def forget(self, provider: str, ref: str) -> int:
        """See ``DeliveryStore.forget``. JSON may write a slash in two ways."""
        emptied = {"body": b"", "state": DeliveryState.DONE, "error": None}
        spelled = (ref.encode(), ref.replace("/", "\\/").encode())
        named = or_(*map(self._body_holds, spelled))
        ours = and_(_TABLE.c.provider == provider, named)
        return self._tx.changed(update(_TABLE).where(ours).values(emptied))

    def _body_holds(self, text: bytes) -> ColumnElement[bool]:
        if self._tx.on_postgres:
            pattern = re.sub(rb"([\\%_])", rb"\\\1", text)
            return _TABLE.c.body.op("LIKE")(b"%" + pattern + b"%")
        return func.instr(_TABLE.c.body, text) > 0

    def dead(self, claimed: Claimed[Delivery], error: str) -> bool:
        """See ``DeliveryStore.dead``."""
        return release(
            self._tx, DeliveryRow, claimed, {"state": DeliveryState.DEAD, "error": error}
        )

    def list(
        self, *, states: Sequence[DeliveryState] = (), limit: int = 100
    ) -> Sequence[DeliveryRecord]:
        """See ``DeliveryStore.list``."""
        query = select(DeliveryRow).order_by(col(DeliveryRow.id).desc()).limit(limit)
        if states:
            query = query.where(col(DeliveryRow.state).in_(states))
        return [_record(row) for row in self._tx.rows(query)]

    def replay(self, provider: str, key: str) -> bool:
        """See ``DeliveryStore.replay``."""
        which = and_(_TABLE.c.provider == provider, _TABLE.c.key == key, _TABLE.c.body != b"")
        again = {"state": DeliveryState.NEW, "error": None, **due_now(DeliveryRow)}
        return self._tx.changed(update(_TABLE).where(which).values(again)) == 1

    def count_by_state(self) -> Mapping[str, int]:
        """See ``DeliveryStore.count_by_state``."""
        state = col(DeliveryRow.state)
        return dict(self._tx.session.exec(select(state, func.count()).group_by(state)).all())


def _values(delivery: Delivery, state: DeliveryState) -> dict[str, Any]:
    return {
        "provider": delivery.provider,
        "key": delivery.key,
        "event": delivery.event,
        "received_at": delivery.received_at,
        "body": delivery.body,
        "state": state,
        "fence": 0,
        "attempts": 0,
        "next_at": 0.0,
    }


def _delivery(row: DeliveryRow) -> Delivery:
    return Delivery(row.provider, row.key, row.event, row.received_at, row.body)


def _record(row: DeliveryRow) -> DeliveryRecord:
    return DeliveryRecord(
        delivery=_delivery(row),
        state=DeliveryState(row.state),
        error=row.error,
        attempts=row.attempts,
    )
