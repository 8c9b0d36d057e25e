"""Leases for what only one process may do at a time."""

from sqlalchemy import or_
from sqlmodel import col, select

from store.tables import LockRow
from store.transactions import Transaction, table_of

_TABLE = table_of(LockRow)


class SqlLocks:
    """See ``LockStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def take(self, name: str, holder: str, *, lease_s: float) -> bool:
        """See ``LockStore.take``: one statement, so two at once cannot both have it."""
        now = self._tx.now()
        values = {"name": name, "holder": holder, "until": now + lease_s}
        statement = self._tx.insert(LockRow).values(values)
        taken = statement.on_conflict_do_update(
            index_elements=["name"],
            set_={"holder": statement.excluded.holder, "until": statement.excluded.until},
            where=or_(_TABLE.c.until <= now, _TABLE.c.holder == holder),
        ).returning(_TABLE.c.name)
        return self._tx.session.exec(taken).first() is not None

    def ended_s_ago(self, name: str) -> float | None:
        """See ``LockStore.ended_s_ago``."""
        until = self._tx.first(select(LockRow.until).where(col(LockRow.name) == name))
        return None if until is None else self._tx.now() - until
