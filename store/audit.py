"""Who looked at what, and what was denied. Rows are only ever added."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import col, select

from store.tables import AuditRow
from store.transactions import Transaction


class SqlAudit:
    """See ``AuditStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(
        self, *, at: datetime, actor: str, action: str, subject: str, allowed: bool, via: str
    ) -> None:
        """See ``AuditStore.add``."""
        values = {
            "at": at,
            "actor": actor,
            "action": action,
            "subject": subject,
            "allowed": allowed,
            "via": via,
        }
        self._tx.session.exec(self._tx.insert(AuditRow).values(values))

    def add_all(
        self, *, at: datetime, actor: str, action: str, subjects: Collection[str], via: str
    ) -> None:
        """See ``AuditStore.add_all``."""
        shared = {"at": at, "actor": actor, "action": action, "allowed": True, "via": via}
        rows = [{**shared, "subject": subject} for subject in subjects]
        if rows:
            self._tx.session.exec(self._tx.insert(AuditRow).values(rows))

    def looks(
        self, subjects: Collection[str], *, since: datetime
    ) -> Sequence[tuple[datetime, str, str]]:
        """See ``AuditStore.looks``."""
        query = select(AuditRow).where(
            col(AuditRow.subject).in_(list(subjects)),
            col(AuditRow.at) >= since,
            col(AuditRow.allowed),
        )
        return [(row.at, row.actor, row.action) for row in self._tx.rows(query)]

    def about(self, subject: str, *, limit: int = 100) -> Sequence[tuple[datetime, str, str, bool]]:
        """See ``AuditStore.about``."""
        query = select(AuditRow).where(col(AuditRow.subject) == subject)
        rows = self._tx.rows(query.order_by(col(AuditRow.id).desc()).limit(limit))
        return [(row.at, row.actor, row.action, row.allowed) for row in rows]
