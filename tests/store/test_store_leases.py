from collections.abc import Callable, Sequence
from typing import Any

import pytest

from domain.calls import CallState
from domain.effects import Claimed, EffectKind
from domain.ports import ClaimTerms, Stores
from store.database import SqlDatabase
from store.leases import MAX_ATTEMPTS
from tests.store.conftest import Clock
from tests.store.samples import LOST_AT_ONCE, MANY, ONE, a_call, a_delivery, an_effect

Claim = Callable[[Stores, ClaimTerms], Sequence[Claimed[Any]]]
CLAIMS: dict[str, Claim] = {
    "deliveries": lambda tx, terms: tx.deliveries.claim(terms),
    "calls": lambda tx, terms: tx.calls.claim_ready(terms),
    "outbox": lambda tx, terms: tx.outbox.claim([EffectKind.CRM_DEAL], terms),
}
COUNTS: dict[str, Callable[[Stores], Any]] = {
    "deliveries": lambda tx: tx.deliveries.count_by_state(),
    "calls": lambda tx: tx.calls.count_by_state(),
    "outbox": lambda tx: tx.outbox.count_by_state(),
}

RETRIES: dict[str, Callable[[Stores, Claimed[Any]], bool]] = {
    "deliveries": lambda tx, c: tx.deliveries.retry(c, after_s=0, error="busy", counts=False),
    "calls": lambda tx, c: tx.calls.retry(c, after_s=0, error="busy", counts=False),
    "outbox": lambda tx, c: tx.outbox.retry(c, after_s=0, error="busy", counts=False),
}


def fill(database: SqlDatabase, rows: int) -> None:
    with database.write() as tx:
        for n in range(rows):
            tx.deliveries.add_new([a_delivery(f"k{n}")])
            tx.calls.put(a_call(f"c{n}"))
            tx.outbox.add_if_new(an_effect(f"e{n}"))


@pytest.fixture(params=CLAIMS)
def kind(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def test_a_claim_takes_no_more_than_its_limit_and_nothing_twice(
    database: SqlDatabase, kind: str
) -> None:
    fill(database, 5)
    with database.write() as tx:
        batches = [CLAIMS[kind](tx, ClaimTerms(limit=2, lease_s=60)) for _ in range(4)]
    assert [len(batch) for batch in batches] == [2, 2, 1, 0]
    assert len({claimed.row_id for batch in batches for claimed in batch}) == 5


def test_an_ended_lease_is_taken_over_with_a_higher_fence(database: SqlDatabase, kind: str) -> None:
    fill(database, 1)
    with database.write() as tx:
        first = CLAIMS[kind](tx, LOST_AT_ONCE)[0]
        second = CLAIMS[kind](tx, ONE)[0]
        assert CLAIMS[kind](tx, ONE) == []
    assert (first.fence, first.attempts, first.tried_before) == (1, 1, False)
    assert (second.fence, second.attempts, second.tried_before) == (2, 2, True)


def test_a_lease_ends_by_the_clock_on_sqlite(sqlite_url: str, clock: Clock, kind: str) -> None:
    database = SqlDatabase(sqlite_url, clock=clock)
    fill(database, 1)
    with database.write() as tx:
        assert len(CLAIMS[kind](tx, ONE)) == 1
        clock.go_on(59.5)
        assert CLAIMS[kind](tx, ONE) == []
        clock.go_on(0.5)
        assert len(CLAIMS[kind](tx, ONE)) == 1
    database.dispose()


def test_a_row_that_kills_its_workers_dies_after_its_attempts(
    database: SqlDatabase, kind: str
) -> None:
    fill(database, 1)
    with database.write() as tx:
        for attempt in range(1, MAX_ATTEMPTS + 1):
            assert CLAIMS[kind](tx, LOST_AT_ONCE)[0].attempts == attempt
        assert CLAIMS[kind](tx, ONE) == []
        assert {state.split(":")[-1] for state in COUNTS[kind](tx)} == {"dead"}


def test_a_claim_is_held_by_the_workers_own_clock(database: SqlDatabase, kind: str) -> None:
    fill(database, 1)
    with database.write() as tx:
        claimed = CLAIMS[kind](tx, ClaimTerms(limit=1, lease_s=60.0, asked_at=1000.0))[0]
    assert claimed.held_until == 1060.0


def test_an_attempt_that_does_not_count_wears_no_row_out_and_is_not_forgotten(
    database: SqlDatabase, kind: str
) -> None:
    fill(database, 1)
    with database.write() as tx:
        first = CLAIMS[kind](tx, ONE)[0]
        assert RETRIES[kind](tx, first)
        for _ in range(3 * MAX_ATTEMPTS):
            again = CLAIMS[kind](tx, ONE)[0]
            assert (again.attempts, again.tried_before) == (2, True)
            assert RETRIES[kind](tx, again)
            assert not RETRIES[kind](tx, again)


def test_a_worn_out_row_does_not_hide_the_ones_behind_it(database: SqlDatabase, kind: str) -> None:
    fill(database, 1)
    with database.write() as tx:
        for _ in range(MAX_ATTEMPTS):
            CLAIMS[kind](tx, LOST_AT_ONCE)
    fill(database, 2)
    with database.write() as tx:
        assert len(CLAIMS[kind](tx, ONE)) == 1


def test_giving_up_keeps_the_last_error(database: SqlDatabase) -> None:
    fill(database, 1)
    with database.write() as tx:
        for _ in range(MAX_ATTEMPTS):
            claimed = tx.deliveries.claim(ONE)[0]
            tx.deliveries.retry(claimed, after_s=0, error="VendorUnavailable")
        assert tx.deliveries.claim(ONE) == []
        error = tx.deliveries.list()[0].error
    assert error == f"gave up after {MAX_ATTEMPTS} attempts; the last: VendorUnavailable"


def test_a_worker_whose_row_was_given_up_cannot_revive_it(database: SqlDatabase) -> None:
    fill(database, 1)
    with database.write() as tx:
        claims = [tx.calls.claim_ready(LOST_AT_ONCE)[0] for _ in range(MAX_ATTEMPTS)]
        tx.calls.claim_ready(ONE)
        assert not tx.calls.settle(claims[-1], CallState.SCORED)


def test_due_rows_are_counted_for_each_queue(database: SqlDatabase) -> None:
    fill(database, 3)
    with database.write() as tx:
        tx.outbox.add_if_new(an_effect("s", EffectKind.SLACK_ANSWER))
        tx.deliveries.claim(ONE)
        tx.calls.retry(tx.calls.claim_ready(ONE)[0], after_s=600, error="busy")
        tx.calls.put(a_call("w", state=CallState.WAITING))
        tx.outbox.claim([EffectKind.CRM_DEAL], LOST_AT_ONCE)
    assert database.due() == {"ingest": 2, "score": 2, "sync": 3, "deliver": 1}


def test_nothing_is_due_in_an_empty_database(database: SqlDatabase) -> None:
    assert set(database.due().values()) == {0}
    with database.write() as tx:
        assert [claim(tx, MANY) for claim in CLAIMS.values()] == [[], [], []]
