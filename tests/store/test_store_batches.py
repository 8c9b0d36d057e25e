"""Batches under way are kept until they end."""

from dataclasses import replace

import pytest

from domain.batches import GradingBatch
from domain.calls import Call, CallId, CallState
from domain.effects import Claimed
from domain.ports import ClaimTerms
from store.database import SqlDatabase
from store.leases import MAX_ATTEMPTS
from tests.store.conftest import Clock
from tests.store.samples import MOMENT, a_call, days

C1, C2 = CallId("c1"), CallId("c2")
FEW = ClaimTerms(10, 60.0, asked_at=0.0)
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


def hold(database: SqlDatabase, *calls: str) -> list[Claimed[Call]]:
    """Put calls that wait for batch b1 for an hour; returns the claims that were ended."""
    with database.write() as tx:
        for call_id in calls:
            tx.calls.put(a_call(call_id))
        claimed = tx.calls.claim_ready(FEW)
        assert all(tx.batches.hold(each, "b1", for_s=3600.0) for each in claimed)
    return list(claimed)


def claim(database: SqlDatabase, *call_ids: CallId, batch_id: str = "b1") -> list[Claimed[Call]]:
    with database.write() as tx:
        return list(tx.batches.claim(batch_id, call_ids, FEW, hold_s=3600.0))


def due(database: SqlDatabase) -> list[Claimed[Call]]:
    with database.write() as tx:
        return list(tx.calls.claim_ready(FEW))


def waiting(database: SqlDatabase) -> int:
    with database.read() as tx:
        return tx.batches.waiting("b1")


def test_a_held_call_falls_due_by_itself(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        (claimed,) = tx.calls.claim_ready(FEW)
        tx.batches.hold(claimed, "b1", for_s=-1.0)
    assert [each.item.id for each in due(database)] == [C1]


def test_holding_and_passing_over_are_no_attempts(database: SqlDatabase) -> None:
    hold(database, "c1")
    (again,) = claim(database, C1)
    assert again.attempts == 1
    with database.write() as tx:
        tx.batches.pass_over(again)
    assert claim(database, C1)[0].attempts == 1


def test_only_who_has_the_newest_claim_can_hold_a_call(database: SqlDatabase) -> None:
    (earlier,) = hold(database, "c1")
    with database.write() as tx:
        assert not tx.batches.hold(earlier, "b2", for_s=3600.0)
    assert waiting(database) == 1


def test_a_held_call_is_claimed_for_its_own_batch_alone(database: SqlDatabase) -> None:
    hold(database, "c1", "c2")
    assert due(database) == []
    assert claim(database, C1, batch_id="b2") == []
    assert [each.item.id for each in claim(database, C1)] == [C1]
    assert waiting(database) == 2


def test_a_call_is_claimed_for_its_batch_once_at_a_time(database: SqlDatabase) -> None:
    hold(database, "c1")
    assert len(claim(database, C1)) == 1
    assert claim(database, C1) == []


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_call_whose_worker_ended_without_a_word_waits_again(
    database: SqlDatabase, clock: Clock
) -> None:
    hold(database, "c1")
    claim(database, C1)
    clock.go_on(FEW.lease_s)
    assert due(database) == []
    assert claim(database, C1)[0].attempts == 2


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_call_that_ends_every_worker_is_given_up(database: SqlDatabase, clock: Clock) -> None:
    hold(database, "c1")
    for _ in range(MAX_ATTEMPTS):
        assert len(claim(database, C1)) == 1
        clock.go_on(FEW.lease_s)
    assert (claim(database, C1), waiting(database)) == ([], 0)
    with database.read() as tx:
        assert tx.calls.count_by_state() == {CallState.DEAD: 1}


def test_freed_calls_are_due_and_say_nothing_of_a_batch(database: SqlDatabase) -> None:
    hold(database, "c1", "c2")
    (at_work,) = claim(database, C2)
    with database.write() as tx:
        tx.batches.free("b1")
    (freed,) = due(database)
    assert (freed.item.id, freed.item.error) == (C1, None)
    with database.write() as tx:
        assert tx.calls.settle(at_work, CallState.SCORED)
    assert waiting(database) == 0
