import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from domain.calls import CallId
from domain.errors import ReploopError, StoreConflict, StoreUnavailable
from domain.ports import Database
from store import engines
from store.database import SqlDatabase
from tests.postgres import PostgresServer
from tests.store.conftest import Clock
from tests.store.samples import ONE, a_call, a_card, a_delivery, an_effect


class Undo(Exception):
    """Something the caller raised."""


def test_a_block_that_raises_keeps_nothing(database: SqlDatabase) -> None:
    def change_your_mind() -> None:
        with database.write() as tx:
            tx.calls.put(a_call())
            raise Undo

    with pytest.raises(Undo):
        change_your_mind()
    with database.read() as tx:
        assert tx.calls.get(CallId("c1")) is None


def test_a_block_that_ends_keeps_everything(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.outbox.request(an_effect())
    with database.read() as tx:
        assert tx.calls.get(CallId("c1")) == a_call()
        assert tx.outbox.get("crm:d1") is not None


def test_a_reader_cannot_write(database: SqlDatabase) -> None:
    with pytest.raises(DBAPIError, match=r"readonly|read-only"), database.read() as tx:
        tx.calls.put(a_call())


def test_a_connection_that_read_can_write_again(database: SqlDatabase) -> None:
    for call_id in ("c1", "c2"):
        with database.read() as tx:
            assert tx.calls.get(CallId(call_id)) is None
        with database.write() as tx:
            tx.calls.put(a_call(call_id))


def test_a_reader_sees_one_moment_whatever_is_written_meanwhile(database: SqlDatabase) -> None:
    with database.read() as before:
        assert before.deliveries.count_by_state() == {}
        database.keep_deliveries([a_delivery()])
        assert before.deliveries.count_by_state() == {}
    with database.read() as after:
        assert after.deliveries.count_by_state() == {"new": 1}


def test_a_row_is_read_as_it_stands_after_a_statement(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        assert tx.calls.get(CallId("c1")) == a_call()
        tx.calls.put(a_call(title="new"))
        assert tx.calls.get(CallId("c1")) == a_call(title="new")


def test_what_belongs_to_no_call_is_a_defect_not_a_conflict(database: SqlDatabase) -> None:
    with pytest.raises(IntegrityError) as refused, database.write() as tx:
        tx.scorecards.add_if_new(a_card("nobody's", summary="secret words"))
    assert "secret words" not in str(refused.value)


def test_ping_answers_where_there_is_a_database(database: SqlDatabase) -> None:
    database.ping()


def test_dispose_can_be_followed_by_more_work(database: SqlDatabase) -> None:
    database.ping()
    database.dispose()
    assert database.keep_deliveries([a_delivery()]) == 1


def every_entrance(database: Database) -> Iterator[None]:
    """Runs each way into the database, and yields after each."""
    with pytest.raises(StoreUnavailable), database.write() as tx:
        tx.calls.get(CallId("c1"))
    with pytest.raises(StoreUnavailable), database.read() as tx:
        tx.calls.get(CallId("c1"))
    for enter in (database.ping, database.due, lambda: database.keep_deliveries([a_delivery()])):
        with pytest.raises(StoreUnavailable):
            enter()
        yield


def test_a_server_that_is_away_is_told_as_ours_by_every_entrance(tmp_path: Path) -> None:
    away = SqlDatabase(f"postgresql://postgres@/none?host={tmp_path}", clock=Clock())
    assert len(list(every_entrance(away))) == 3


def test_a_folder_that_is_gone_is_told_as_ours_by_every_entrance(tmp_path: Path) -> None:
    away = SqlDatabase(f"sqlite:///{tmp_path / 'gone' / 'reploop.db'}", clock=Clock())
    assert len(list(every_entrance(away))) == 3


@contextmanager
def locked(url: str) -> Iterator[None]:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_sqlite_file_that_stays_locked_is_told_as_ours(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_S", 0.05)
    database = SqlDatabase(sqlite_url, clock=Clock())
    with locked(sqlite_url), pytest.raises(StoreUnavailable):
        database.keep_deliveries([a_delivery()])
    assert database.keep_deliveries([a_delivery()]) == 1
    database.dispose()


def test_connections_that_are_all_in_use_are_told_as_ours(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = {"pool_size": 1, "max_overflow": 0, "pool_timeout": 0.01}
    monkeypatch.setattr(engines, "_POOL", small)
    database = SqlDatabase(sqlite_url, clock=Clock())
    with database.read() as tx:
        tx.deliveries.count_by_state()
        with pytest.raises(StoreUnavailable, match="became free"):
            database.ping()
    database.ping()
    database.dispose()


def test_readers_do_not_wait_for_a_writer_on_sqlite(sqlite_url: str) -> None:
    database = SqlDatabase(sqlite_url, clock=Clock())
    with locked(sqlite_url), database.read() as tx:
        assert tx.deliveries.count_by_state() == {}
    database.dispose()


def test_an_acknowledged_delivery_is_flushed_to_the_disk_on_sqlite(sqlite_url: str) -> None:
    engine = engines.open_engine(engines.parsed_url(sqlite_url))
    with engine.connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("synchronous", "journal_mode", "foreign_keys", "busy_timeout")
        ]
    engine.dispose()
    assert pragmas == [2, "wal", 1, 5000]


def test_a_conflict_is_also_a_reason_to_try_later() -> None:
    assert issubclass(StoreConflict, StoreUnavailable)
    assert issubclass(StoreUnavailable, ReploopError)


def test_leases_follow_the_servers_clock_on_postgres_only(
    database: SqlDatabase, url: str, clock: Clock
) -> None:
    database.keep_deliveries([a_delivery()])
    with database.write() as tx:
        tx.deliveries.claim(ONE)
    engine = engines.open_engine(engines.parsed_url(url))
    with engine.connect() as connection:
        until = connection.exec_driver_sql("SELECT lease_until FROM deliveries").scalar_one()
    engine.dispose()
    by_the_given_clock = until == clock.now + ONE.lease_s
    assert by_the_given_clock is url.startswith("sqlite")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_forked_child_uses_connections_of_its_own(database: SqlDatabase) -> None:
    database.keep_deliveries([a_delivery("parent")])
    children = []
    for n in range(8):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                status = 0 if database.keep_deliveries([a_delivery(f"child {n}")]) == 1 else 2
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 8
    with database.read() as tx:
        assert tx.deliveries.count_by_state() == {"new": 9}


@pytest.mark.slow
def test_a_restarted_server_is_found_again(
    postgres_url: str, postgres_server: PostgresServer
) -> None:
    database = SqlDatabase(postgres_url, clock=Clock())
    database.keep_deliveries([a_delivery("before")])
    postgres_server.stop()
    with pytest.raises(StoreUnavailable):
        database.keep_deliveries([a_delivery("meanwhile")])
    postgres_server.start()
    assert database.keep_deliveries([a_delivery("after")]) == 1
    database.dispose()


@pytest.mark.slow
def test_a_server_that_goes_in_mid_transaction_is_told_as_ours(
    postgres_url: str, postgres_server: PostgresServer
) -> None:
    database = SqlDatabase(postgres_url, clock=Clock())

    def write_across_a_restart() -> None:
        with database.write() as tx:
            tx.calls.put(a_call())
            postgres_server.stop()
            postgres_server.start()
            tx.calls.put(a_call("c2"))

    with pytest.raises(StoreUnavailable):
        write_across_a_restart()
    with database.read() as tx:
        assert tx.calls.count_by_state() == {}
    database.dispose()


@pytest.mark.slow
def test_a_deadlock_ends_as_a_conflict_for_one_of_the_two(postgres_url: str) -> None:
    database = SqlDatabase(postgres_url, clock=Clock())
    both_hold_one, ends = threading.Barrier(2), []

    def hold(first: str, second: str) -> None:
        try:
            with database.write() as tx:
                tx.profiles.lock(first)  # type: ignore[arg-type]
                both_hold_one.wait(5)
                tx.profiles.lock(second)  # type: ignore[arg-type]
        except StoreConflict:
            ends.append("conflict")
        else:
            ends.append("kept")

    threads = [threading.Thread(target=hold, args=pair) for pair in (("a", "b"), ("b", "a"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    database.dispose()
    assert sorted(ends) == ["conflict", "kept"]
