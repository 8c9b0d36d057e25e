"""Emptying SQLite's write-ahead log, which keeps old copies of rows until it starts anew."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Engine
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import TimeoutError as PoolTimeout


def emptied_log(engine: Engine) -> bool:
    """Move the log into the database file and cut it to nothing; whether that was possible.

    Not while another connection reads, writes or checkpoints, nor when the file or a
    connection cannot be had. What can be moved is moved all the same.
    """
    try:
        with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
            with _without_waiting(cursor):
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                [(busy, _in_log, _moved)] = cursor.fetchall()
            return bool(busy == 0)
    except (sqlite3.OperationalError, PoolTimeout):
        return False


@contextmanager
def _without_waiting(cursor: DBAPICursor) -> Iterator[None]:
    """A checkpoint that waits for a reader holds the lock of all writers meanwhile."""
    cursor.execute("PRAGMA busy_timeout")
    [(usual_ms,)] = cursor.fetchall()
    cursor.execute("PRAGMA busy_timeout=0")
    try:
        yield
    finally:
        cursor.execute(f"PRAGMA busy_timeout={usual_ms}")
