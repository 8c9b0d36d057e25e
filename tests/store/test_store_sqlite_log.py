"""Emptying SQLite's log: nothing deleted stays in it, and nobody waits for it."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from domain.calls import CallId
from domain.errors import StoreUnavailable
from store import engines
from store.database import SqlDatabase
from tests.store.conftest import Clock
from tests.store.samples import a_call, a_delivery

SAID = "zebra quagga okapi"


@pytest.fixture
def sqlite(sqlite_url: str, clock: Clock) -> Iterator[SqlDatabase]:
    """A database whose log holds a title that was replaced since."""
    opened = SqlDatabase(sqlite_url, clock=clock)
    for title in (SAID, "Deleted call"):
        with opened.write() as tx:
            tx.calls.put(a_call(title=title))
    yield opened
    opened.dispose()


def log(folder: Path) -> bytes:
    return (folder / "reploop.db-wal").read_bytes()


def test_what_was_deleted_is_in_no_file_any_more(sqlite: SqlDatabase, tmp_path: Path) -> None:
    assert SAID.encode() in log(tmp_path)
    assert sqlite.overwrite_deleted()
    assert [f.name for f in tmp_path.iterdir() if SAID.encode() in f.read_bytes()] == []
    assert log(tmp_path) == b""


def test_a_reader_in_the_way_is_told_at_once_and_keeps_its_moment(
    sqlite: SqlDatabase, tmp_path: Path
) -> None:
    with sqlite.read() as tx:
        assert tx.deliveries.count_by_state() == {}
        assert sqlite.keep_deliveries([a_delivery()]) == 1
        begun = time.monotonic()
        assert not sqlite.overwrite_deleted()
        assert time.monotonic() - begun < 0.8 * engines.BUSY_TIMEOUT_S
        assert tx.deliveries.count_by_state() == {}
    assert SAID.encode() in log(tmp_path)
    assert sqlite.overwrite_deleted()
    assert log(tmp_path) == b""


def test_a_writer_in_the_way_is_told_at_once(sqlite: SqlDatabase) -> None:
    with sqlite.write() as tx:
        tx.calls.put(a_call(title="new"))
        begun = time.monotonic()
        assert not sqlite.overwrite_deleted()
        assert time.monotonic() - begun < 0.8 * engines.BUSY_TIMEOUT_S
    with sqlite.read() as tx:
        assert tx.calls.get(CallId("c1")) == a_call(title="new")


def test_connections_wait_for_writers_as_before(
    sqlite_url: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_POOL", {"pool_size": 1, "max_overflow": 0, "pool_timeout": 1.0})
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_S", 0.3)
    database = SqlDatabase(sqlite_url, clock=clock)
    assert database.overwrite_deleted()
    file = sqlite_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        begun = time.monotonic()
        with pytest.raises(StoreUnavailable):
            database.keep_deliveries([a_delivery()])
    assert time.monotonic() - begun >= 0.2
    database.dispose()


def test_a_file_that_is_gone_is_not_overwritten(tmp_path: Path) -> None:
    away = SqlDatabase(f"sqlite:///{tmp_path / 'gone' / 'reploop.db'}", clock=Clock())
    assert not away.overwrite_deleted()


def test_no_connection_free_is_not_overwritten(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = {"pool_size": 1, "max_overflow": 0, "pool_timeout": 0.01}
    monkeypatch.setattr(engines, "_POOL", small)
    database = SqlDatabase(sqlite_url, clock=Clock())
    with database.read() as tx:
        tx.deliveries.count_by_state()
        assert not database.overwrite_deleted()
    database.dispose()


@pytest.mark.slow
def test_postgres_overwrites_in_its_own_time(postgres_url: str) -> None:
    database = SqlDatabase(postgres_url, clock=Clock())
    with database.write():
        assert database.overwrite_deleted()
    database.dispose()
