"""One transaction's view of every store, and what opens transactions."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from domain.effects import Queue
from domain.ports.calls import CallStore, DeliveryStore, PeopleStore, ScorecardStore
from domain.ports.changes import ChangeStore
from domain.ports.coaching import (
    AppealStore,
    AttentionStore,
    CommitmentStore,
    LibraryStore,
    PracticeStore,
)
from domain.ports.effects import (
    AgendaStore,
    AuditStore,
    BatchStore,
    DealStore,
    LockStore,
    OutboxStore,
)
from domain.ports.facts import FactStore
from domain.ports.outcomes import DealHistoryStore
from domain.ports.profiles import FitStore, ProfileStore
from domain.ports.search import SearchStore
from domain.stability import ReadingStore
from domain.webhooks import Delivery


class Stores(Protocol):
    """One transaction's view of everything. No network call while one is open."""

    @property
    def people(self) -> PeopleStore: ...  # noqa: D102
    @property
    def deliveries(self) -> DeliveryStore: ...  # noqa: D102
    @property
    def calls(self) -> CallStore: ...  # noqa: D102
    @property
    def scorecards(self) -> ScorecardStore: ...  # noqa: D102
    @property
    def facts(self) -> FactStore: ...  # noqa: D102
    @property
    def readings(self) -> ReadingStore: ...  # noqa: D102
    @property
    def profiles(self) -> ProfileStore: ...  # noqa: D102
    @property
    def fits(self) -> FitStore: ...  # noqa: D102
    @property
    def outbox(self) -> OutboxStore: ...  # noqa: D102
    @property
    def deals(self) -> DealStore: ...  # noqa: D102
    @property
    def changes(self) -> ChangeStore: ...  # noqa: D102
    @property
    def history(self) -> DealHistoryStore: ...  # noqa: D102
    @property
    def agendas(self) -> AgendaStore: ...  # noqa: D102
    @property
    def audit(self) -> AuditStore: ...  # noqa: D102
    @property
    def locks(self) -> LockStore: ...  # noqa: D102
    @property
    def batches(self) -> BatchStore: ...  # noqa: D102
    @property
    def commitments(self) -> CommitmentStore: ...  # noqa: D102
    @property
    def appeals(self) -> AppealStore: ...  # noqa: D102
    @property
    def attention(self) -> AttentionStore: ...  # noqa: D102
    @property
    def library(self) -> LibraryStore: ...  # noqa: D102
    @property
    def practice(self) -> PracticeStore: ...  # noqa: D102
    @property
    def search(self) -> SearchStore: ...  # noqa: D102


class Database(Protocol):
    """Opens transactions: all or nothing, committed when the block ends without an error."""

    def write(self) -> AbstractContextManager[Stores]:
        """A transaction that may write (SQLite: BEGIN IMMEDIATE).

        Raises ``StoreUnavailable``; ``StoreConflict`` when another writer won. After
        either nobody may count on anything kept; if a connection broke during the commit
        it may stand all the same, which every unique key makes harmless to repeat.
        """
        ...

    def read(self) -> AbstractContextManager[Stores]:
        """One moment of everything; cannot write. Raises ``StoreUnavailable``."""
        ...

    def keep_deliveries(self, deliveries: Sequence[Delivery]) -> int:
        """``deliveries.add_new`` in a transaction of its own, as fast as it can be done.

        Raises ``StoreUnavailable``: then none may be acknowledged.
        """
        ...

    def due(self) -> Mapping[Queue, int]:
        """How many rows each queue's workers could claim now: what the sweeper rings for."""
        ...

    def overwrite_deleted(self) -> bool:
        """Leave no copy of deleted rows behind in SQLite's log; waits for no reader or writer.

        ``False`` when another connection still needs the log, or the file cannot be reached:
        ask again later. ``True`` on PostgreSQL, which overwrites in its own time.
        """
        ...

    def ping(self) -> None:
        """Ask the database for an answer. Raises when it cannot be reached."""
        ...
