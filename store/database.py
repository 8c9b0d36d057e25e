"""The database as the rest of Reploop sees it: transactions, and the inbox's fast lane."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import text

from domain.effects import Queue
from domain.ports import Database, Stores
from domain.webhooks import Delivery
from store import calls, deliveries, outbox
from store.agendas import SqlAgendas
from store.appeals import SqlAppeals
from store.attention import SqlAttention
from store.audit import SqlAudit
from store.batches import SqlBatches
from store.calls import SqlCalls
from store.changes import SqlChanges
from store.commitments import SqlCommitments
from store.deal_history import SqlDealHistory
from store.deals import SqlDeals
from store.deliveries import SqlDeliveries
from store.engines import Engines, reading
from store.facts import SqlFacts
from store.failures import told_as_ours
from store.fits import SqlFits
from store.leases import count_due
from store.library import SqlLibrary
from store.locks import SqlLocks
from store.outbox import SqlOutbox
from store.people import SqlPeople
from store.practice import SqlPractice
from store.profiles import SqlProfiles
from store.schema import schema_is_current, upgrade
from store.scorecards import SqlScorecards
from store.search import SqlSearch
from store.sqlite_log import emptied_log
from store.stability import SqlReadings
from store.tables import CallRow, DeliveryRow, EffectRow
from store.transactions import FreshSession, Transaction

__all__ = ["SqlDatabase", "SqlStores", "schema_is_current", "upgrade"]


class SqlStores:
    """See ``Stores``: every store on one open transaction."""

    def __init__(self, tx: Transaction) -> None:
        self.people = SqlPeople(tx)
        self.deliveries = SqlDeliveries(tx)
        self.calls = SqlCalls(tx)
        self.scorecards = SqlScorecards(tx)
        self.facts = SqlFacts(tx)
        self.readings = SqlReadings(tx)
        self.profiles = SqlProfiles(tx)
        self.fits = SqlFits(tx)
        self.outbox = SqlOutbox(tx)
        self.deals = SqlDeals(tx)
        self.changes = SqlChanges(tx)
        self.history = SqlDealHistory(tx)
        self.agendas = SqlAgendas(tx)
        self.audit = SqlAudit(tx)
        self.locks = SqlLocks(tx)
        self.batches = SqlBatches(tx)
        self.commitments = SqlCommitments(tx)
        self.appeals = SqlAppeals(tx)
        self.attention = SqlAttention(tx)
        self.library = SqlLibrary(tx)
        self.practice = SqlPractice(tx)
        self.search = SqlSearch(tx)


class SqlDatabase(Database):
    """SQLite or PostgreSQL behind the same stores. Safe in many threads and across forks.

    ``clock`` gives POSIX seconds for leases on SQLite; PostgreSQL has its own clock, which
    all workers share. The schema must be current: see ``upgrade``.

    Raises ``ConfigurationError`` for an address of another kind. Opens no connection yet.
    """

    def __init__(self, url: str, *, clock: Callable[[], float]) -> None:
        self._engines = Engines(url)
        self._clock = clock

    @contextmanager
    def write(self) -> Iterator[Stores]:
        """See ``Database.write``."""
        with (
            self._engines.turn_to_write(),
            told_as_ours(),
            FreshSession(self._engines.current()) as session,
            session.begin(),
        ):
            yield SqlStores(Transaction(session, self._clock, writing=True))

    @contextmanager
    def read(self) -> Iterator[Stores]:
        """See ``Database.read``."""
        with self._reading() as tx:
            yield SqlStores(tx)

    def keep_deliveries(self, new: Sequence[Delivery]) -> int:
        """See ``Database.keep_deliveries``."""
        if not new:
            return 0
        with told_as_ours(), self._engines.current().begin() as connection:
            return deliveries.keep(connection, new)

    def due(self) -> Mapping[Queue, int]:
        """See ``Database.due``."""
        with self._reading() as tx:
            return {
                Queue.INGEST: count_due(tx, DeliveryRow, deliveries.WAITING),
                Queue.SCORE: count_due(tx, CallRow, calls.READY),
                Queue.SYNC: _due_effects(tx, Queue.SYNC),
                Queue.DELIVER: _due_effects(tx, Queue.DELIVER),
            }

    def overwrite_deleted(self) -> bool:
        """See ``Database.overwrite_deleted``."""
        engine = self._engines.current()
        return engine.dialect.name != "sqlite" or emptied_log(engine)

    def ping(self) -> None:
        """See ``Database.ping``. Raises ``StoreUnavailable``."""
        with told_as_ours(), reading(self._engines.current()).connect() as connection:
            connection.execute(text("SELECT 1"))

    def dispose(self) -> None:
        """Close this process's idle connections; the next use opens new ones."""
        self._engines.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Transaction]:
        engine = reading(self._engines.current())
        with told_as_ours(), FreshSession(engine) as session, session.begin():
            yield Transaction(session, self._clock, writing=False)


def _due_effects(tx: Transaction, queue: Queue) -> int:
    return count_due(tx, EffectRow, outbox.pending_of(outbox.kinds_of(queue)))
