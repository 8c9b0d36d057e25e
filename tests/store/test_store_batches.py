"""Batches under way are kept until they end."""

from dataclasses import replace

from domain.batches import GradingBatch
from domain.calls import CallId
from store.database import SqlDatabase
from tests.store.samples import MOMENT, days

FIRST = GradingBatch(id="b1", call_ids=(CallId("c2"), CallId("c1")), begun_at=MOMENT)
SECOND = GradingBatch(id="b0", call_ids=(), begun_at=MOMENT + days(1))


def test_batches_come_back_as_they_were_oldest_first(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.batches.put(SECOND)
        tx.batches.put(FIRST)
    with database.read() as tx:
        assert tx.batches.under_way() == [FIRST, SECOND]


def test_the_providers_id_is_added_once_it_is_known(database: SqlDatabase) -> None:
    sent = replace(FIRST, remote_id="batch_7")
    with database.write() as tx:
        tx.batches.put(FIRST)
        tx.batches.put(sent)
    with database.read() as tx:
        assert tx.batches.under_way() == [sent]


def test_a_batch_that_ended_is_forgotten(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.batches.put(FIRST)
        tx.batches.put(SECOND)
        tx.batches.end("b1")
        tx.batches.end("unknown")
    with database.read() as tx:
        assert tx.batches.under_way() == [SECOND]
