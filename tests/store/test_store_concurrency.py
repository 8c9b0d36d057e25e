"""Many at once, for real: threads on both databases, processes on SQLite."""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from domain.calls import Call, CallState
from domain.effects import EffectKind, EffectState
from domain.ports import ClaimTerms
from store.database import SqlDatabase
from tests.store.samples import ANA, DISCOVERY, ONE, a_call, a_delivery, a_profile, an_effect

pytestmark = pytest.mark.slow
THREADS = 8


@pytest.fixture
def live(url: str) -> Iterator[SqlDatabase]:
    opened = SqlDatabase(url, clock=time.time)
    yield opened
    opened.dispose()


def at_once(work: Callable[[int], list[str]], times: int = THREADS) -> list[str]:
    with ThreadPoolExecutor(THREADS) as pool:
        return [found for batch in pool.map(work, range(times)) for found in batch]


def test_each_row_is_claimed_by_exactly_one_of_eight_threads(live: SqlDatabase) -> None:
    keys = [f"k{n:03}" for n in range(200)]
    live.keep_deliveries([a_delivery(key) for key in keys])

    def drain(_: int) -> list[str]:
        mine: list[str] = []
        while True:
            with live.write() as tx:
                batch = tx.deliveries.claim(ClaimTerms(limit=3, lease_s=60))
            if not batch:
                return mine
            mine.extend(claimed.item.key for claimed in batch)

    # A PostgreSQL claim skips rows that another is claiming, so one may end early; the
    # rows it skipped are then that other's.
    assert sorted(at_once(drain)) == keys


def test_the_same_batches_from_eight_threads_are_kept_once(live: SqlDatabase) -> None:
    keys = [f"k{n}" for n in range(40)]

    def keep(n: int) -> list[str]:
        order = keys if n % 2 else keys[::-1]
        return ["new"] * live.keep_deliveries([a_delivery(key) for key in order])

    assert at_once(keep) == ["new"] * 40


def test_two_deliveries_of_an_unknown_call_make_one_call(live: SqlDatabase) -> None:
    def ingest(n: int) -> list[str]:
        with live.write() as tx:
            known = tx.calls.by_ref("zoom", "same")
            call: Call = known or a_call(f"c{n}", provider_ref="same")
            time.sleep(0.01)
            tx.calls.put(call)
            return [call.id]

    assert len(set(at_once(ingest))) == 1


def test_an_effect_requested_at_any_moment_is_sent_after_its_last_request(
    live: SqlDatabase,
) -> None:
    asked, last_seen = 0, -1

    def ask() -> None:
        nonlocal asked
        for n in range(60):
            with live.write() as tx:
                tx.outbox.request(an_effect())
                asked = n  # before the commit: who claims after it sees at least this

    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(ask)
        quiet = 0
        while quiet < 2:
            quiet = quiet + 1 if asking.done() else 0
            with live.write() as tx:
                claims = tx.outbox.claim([EffectKind.CRM_DEAL], ONE)
            for claimed in claims:
                last_seen = asked
                with live.write() as tx:
                    assert tx.outbox.settle(claimed, EffectState.SENT)
        asking.result()
    assert last_seen == 59
    with live.read() as tx:
        record = tx.outbox.get("crm:d1")
    assert record is not None
    assert record.state is EffectState.SENT


def test_nobody_claims_an_effect_while_a_transaction_holds_it(live: SqlDatabase) -> None:
    over_at_once = ClaimTerms(limit=1, lease_s=0)
    with live.write() as tx:
        tx.outbox.add_if_new(an_effect("e"))
        (mine,) = tx.outbox.claim([EffectKind.CRM_DEAL], over_at_once)
    order: list[str] = []

    def claim() -> None:
        while not order or order[-1] != "claimed":
            with live.write() as tx:
                if tx.outbox.claim([EffectKind.CRM_DEAL], ONE):
                    order.append("claimed")

    with ThreadPoolExecutor(1) as pool:
        with live.write() as tx:
            assert tx.outbox.holds(mine)
            other = pool.submit(claim)
            time.sleep(0.3)
            order.append("held to here")
            assert tx.outbox.settle(mine, EffectState.PENDING)
        other.result(timeout=10)
    assert order == ["held to here", "claimed"]


def test_replays_of_one_rep_wait_for_each_other(live: SqlDatabase) -> None:
    with live.write() as tx:
        tx.profiles.put(a_profile(calls=0))

    def add_one(_: int) -> list[str]:
        with live.write() as tx:
            tx.profiles.lock(ANA)
            calls = next(p.calls for p in tx.profiles.of_reps([ANA]) if p.skill_id == DISCOVERY)
            time.sleep(0.005)
            tx.profiles.put(a_profile(calls=calls + 1))
        return []

    at_once(add_one, times=24)
    with live.read() as tx:
        assert [p.calls for p in tx.profiles.of_reps([ANA])] == [24]


def test_only_one_of_eight_takes_a_lock(live: SqlDatabase) -> None:
    def take(n: int) -> list[str]:
        with live.write() as tx:
            return [str(n)] if tx.locks.take("clock", f"holder {n}", lease_s=60) else []

    assert len(at_once(take)) == 1


def score_some(url: str, name: int) -> int:
    """One worker process: claim, read, write, settle, with a pause between reading and writing."""
    database = SqlDatabase(url, clock=time.time)
    settled = 0
    while True:
        with database.write() as tx:
            claims = tx.calls.claim_ready(ONE)
        if not claims:
            break
        database.keep_deliveries([a_delivery(f"{name}:{claims[0].row_id}")])
        with database.write() as tx:
            call = tx.calls.get(claims[0].item.id)
            assert call is not None
            tx.outbox.request(an_effect())
            settled += tx.calls.settle(claims[0], CallState.SCORED)
    database.dispose()
    return settled


def test_eight_processes_on_sqlite_never_find_it_locked(sqlite_url: str) -> None:
    database = SqlDatabase(sqlite_url, clock=time.time)
    with database.write() as tx:
        for n in range(240):
            tx.calls.put(a_call(f"c{n}"))
    with multiprocessing.get_context("fork").Pool(8) as pool:
        settled = pool.starmap(score_some, [(sqlite_url, n) for n in range(8)], chunksize=1)
    with database.read() as tx:
        states = tx.calls.count_by_state()
        kept = tx.deliveries.count_by_state()
    database.dispose()
    assert (sum(settled), states, kept) == (240, {"scored": 240}, {"new": 240})
