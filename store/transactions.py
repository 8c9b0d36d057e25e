"""One open transaction, and the few statements that both databases spell differently."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar, cast

import sqlalchemy
from sqlalchemy import Delete, Double, Table, Update, event, func
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session, select
from sqlmodel.sql.expression import SelectOfScalar

from store.tables import Rows

R = TypeVar("R")


class FreshSession(Session):
    """A session whose reads always show the rows as they are now.

    Rows are written by statements, not through loaded objects, so an object loaded
    before a statement must not hide what that statement did.
    """


@event.listens_for(FreshSession, "do_orm_execute")
def _read_afresh(state: ORMExecuteState) -> None:
    if state.is_select:
        state.update_execution_options(populate_existing=True)


def table_of(row: type[Rows]) -> Table:
    """The table behind a row class."""
    return cast(Table, sqlalchemy.inspect(row).local_table)


@dataclass(frozen=True, slots=True)
class Transaction:
    """What every store works with. ``clock`` gives POSIX seconds where the database has none."""

    session: Session
    clock: Callable[[], float]
    writing: bool

    @property
    def on_postgres(self) -> bool:
        """Whether this is PostgreSQL; SQLite otherwise."""
        return self.session.get_bind().dialect.name == "postgresql"

    def now(self) -> float:
        """POSIX seconds: the server's clock on PostgreSQL, so that all workers share one."""
        if not self.on_postgres:
            return self.clock()
        seconds = func.extract("epoch", func.clock_timestamp()).cast(Double)
        return float(self.session.exec(select(seconds)).one())

    def moment(self) -> datetime:
        """The same as an aware moment."""
        return datetime.fromtimestamp(self.now(), UTC)

    def lock(self, name: str) -> None:
        """Wait for ``name`` and hold it to the end; SQLite has only one writer anyway."""
        if self.on_postgres:
            key = func.hashtextextended(name, 0)
            self.session.exec(select(func.pg_advisory_xact_lock(key))).all()

    def rows(self, statement: SelectOfScalar[R]) -> Sequence[R]:
        """All rows of a query."""
        return self.session.exec(statement).all()

    def first(self, statement: SelectOfScalar[R]) -> R | None:
        """The first row of a query, if there is one."""
        return self.session.exec(statement).first()

    def changed(self, statement: Update | Delete) -> int:
        """Run it; returns how many rows it changed."""
        return self.session.exec(statement).rowcount

    def insert(self, row: type[Rows]) -> postgresql.Insert | sqlite.Insert:
        """An INSERT that knows ON CONFLICT."""
        return _insert(row, on_postgres=self.on_postgres)

    def add_if_new(self, row: type[Rows], values: Mapping[str, Any]) -> bool:
        """Insert unless a unique key is taken; says whether it was inserted."""
        keys = table_of(row).primary_key.columns
        statement = self.insert(row).values(dict(values)).on_conflict_do_nothing().returning(*keys)
        return self.session.exec(statement).first() is not None

    def put(
        self, row: type[Rows], values: Sequence[Mapping[str, Any]], *, keep: Sequence[str] = ()
    ) -> None:
        """Insert or update by primary key; columns in ``keep`` stay as they were inserted."""
        if not values:
            return
        statement = _upsert(row, tuple(values[0]), tuple(keep), on_postgres=self.on_postgres)
        self.session.exec(statement, params=[dict(each) for each in values])


def _insert(row: type[Rows], *, on_postgres: bool) -> postgresql.Insert | sqlite.Insert:
    table = table_of(row)
    return postgresql.insert(table) if on_postgres else sqlite.insert(table)


@lru_cache(maxsize=256)
def _upsert(
    row: type[Rows], names: tuple[str, ...], keep: tuple[str, ...], *, on_postgres: bool
) -> postgresql.Insert | sqlite.Insert:
    """Made once for each table and set of columns: it takes longer to make than to run."""
    keys = [column.name for column in table_of(row).primary_key.columns]
    statement = _insert(row, on_postgres=on_postgres)
    moved = {n: statement.excluded[n] for n in names if n not in (*keys, *keep)}
    return statement.on_conflict_do_update(index_elements=keys, set_=moved)
