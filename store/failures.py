"""What a driver's error means to the rest of Reploop.

Only codes are told, never a driver's own text: PostgreSQL puts the values of a row in it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from domain.errors import ReploopError, StoreConflict, StoreUnavailable

_SQLITE_AWAY = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
}
_SQLITE_CLASH = {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}
_POSTGRES_AWAY = ("08", "53", "57P", "58", "55P03")
"""SQLSTATE prefixes: connection, resources (disk full too), shutdown, system, lock time limit."""
_POSTGRES_CLASH = ("40001", "40P01", "23505")
"""Serialisation failure, deadlock, unique violation."""


@contextmanager
def told_as_ours() -> Iterator[None]:
    """Raise ``StoreUnavailable`` and ``StoreConflict`` for what the driver says.

    Anything else, such as SQL that does not fit the tables, is a defect and passes as it is.
    """
    try:
        yield
    except PoolTimeout as error:
        raise StoreUnavailable("no database connection became free in time") from error
    except DBAPIError as error:
        if meaning := _meaning(error):
            raise meaning from error
        raise


def _meaning(error: DBAPIError) -> ReploopError | None:
    if isinstance(error.orig, sqlite3.Error):
        return _of_sqlite(error.orig)
    import psycopg  # only who uses PostgreSQL loads its driver

    match error.orig:
        case psycopg.Error() as problem if problem.sqlstate:
            return _of_postgres(problem.sqlstate)
        case psycopg.OperationalError():  # no code: the server never answered
            return StoreUnavailable("no connection to the database")
    return StoreUnavailable("the connection broke") if error.connection_invalidated else None


def _of_sqlite(error: sqlite3.Error) -> ReploopError | None:
    code: int | None = getattr(error, "sqlite_errorcode", None)  # absent when not SQLite's own
    if code is None:
        return None
    if code in _SQLITE_CLASH:
        return StoreConflict(f"SQLite code {code}")
    if code & 0xFF in _SQLITE_AWAY:  # the low byte is the family
        return StoreUnavailable(f"SQLite code {code}")
    return None


def _of_postgres(state: str) -> ReploopError | None:
    if state in _POSTGRES_CLASH:
        return StoreConflict(f"SQLSTATE {state}")
    return StoreUnavailable(f"SQLSTATE {state}") if state.startswith(_POSTGRES_AWAY) else None
