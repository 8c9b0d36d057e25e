"""Connections: one engine a process, with the settings that make each database dependable.

SQLite runs in WAL mode with ``synchronous=FULL``: an acknowledged delivery survives a
power cut. That is one more flush a commit, and arrivals share commits (docs/adr/0003).
"""

import json
import os
import sqlite3
import threading
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from domain.errors import ConfigurationError

SETTING = "REPLOOP_DATABASE_URL"
BUSY_TIMEOUT_S = 5.0
"""How long a SQLite connection waits for another writer."""
CACHE_KIB = 512
"""Of pages, for each connection; two megabytes each, which is usual, make 64 of a full pool."""
_POOL = {"pool_size": 8, "max_overflow": 24, "pool_timeout": 10.0, "pool_recycle": 1800}
_KEEPALIVE = {
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
}
_READING = "reploop_reading"
"""Execution option of engines whose transactions only read."""


def parsed_url(url: str) -> URL:
    """The address with the driver we use. Raises ``ConfigurationError`` for another kind."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ConfigurationError(SETTING, "is not a database address", _REMEDY) from error
    match parsed.drivername:
        case "postgres" | "postgresql" | "postgresql+psycopg":
            return parsed.set(drivername="postgresql+psycopg")
        case "sqlite" | "sqlite+pysqlite" if parsed.database and parsed.database != ":memory:":
            return parsed
        case other:
            raise ConfigurationError(SETTING, f"cannot use {other} so", _REMEDY)


_REMEDY = "Use postgresql://user:password@host/name or sqlite:////path/to/a/file.db"


def sqlite_file(url: URL) -> Path | None:
    """The database file, or ``None`` for PostgreSQL."""
    if url.get_backend_name() != "sqlite" or url.database is None:
        return None
    return Path(url.database)


def open_engine(url: URL, *, pooled: bool = True) -> Engine:
    """A new engine; parameters never show in its errors, since they hold personal data."""
    pool: dict[str, Any] = dict(_POOL) if pooled else {"poolclass": NullPool}
    options: dict[str, Any] = {"hide_parameters": True, "json_serializer": _compact, **pool}
    if sqlite_file(url) is None:
        return create_engine(url, pool_pre_ping=True, connect_args=_KEEPALIVE, **options)
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_S}, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def reading(engine: Engine) -> Engine:
    """The same connections for transactions that see one moment and cannot write."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_READING: True})
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _prepare_sqlite(connection: sqlite3.Connection, record: object) -> None:
    """Leave BEGIN to us. The driver's own comes late and deferred, which fails under load."""
    del record
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
    connection.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten, not just freed


def _begin_sqlite(connection: Connection) -> None:
    """Readers get a snapshot; writers queue up front, so that none fails half-way."""
    only_reads = bool(connection.get_execution_options().get(_READING))
    if connection.info.get(_READING, False) is not only_reads:
        connection.exec_driver_sql(f"PRAGMA query_only={'ON' if only_reads else 'OFF'}")
        connection.info[_READING] = only_reads
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


class Engines:
    """The engine of this process; a child made by fork opens its own.

    A connection used on both sides of a fork mixes up two conversations. The parent's
    engine stays referenced here, so that the child never closes it either. No lock is
    held: one that a thread holds during a fork would stay locked in the child for ever.
    """

    def __init__(self, url: str) -> None:
        self.url = parsed_url(url)
        self._of_process: dict[int, Engine] = {}
        self._turn_of_process: dict[int, threading.Lock] = {}

    def current(self) -> Engine:
        """This process's engine, opened on first use."""
        pid = os.getpid()
        found = self._of_process.get(pid)
        if found is None:
            opened = open_engine(self.url)
            found = self._of_process.setdefault(pid, opened)  # atomic: two threads, one engine
        return found

    def turn_to_write(self) -> AbstractContextManager[object]:
        """What a thread holds while it writes to SQLite, where one at a time can.

        Left to themselves the connections poll for their turn, and of a hundred that finish
        together some are not served within ``BUSY_TIMEOUT_S``. A child made by fork has a
        lock of its own.
        """
        if sqlite_file(self.url) is None:
            return nullcontext()
        return self._turn_of_process.setdefault(os.getpid(), threading.Lock())

    def dispose(self) -> None:
        """Close this process's idle connections."""
        engine = self._of_process.pop(os.getpid(), None)
        if engine is not None:
            engine.dispose()
