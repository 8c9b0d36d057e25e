"""One ring works off everything that is due, side by side, and rings for what follows."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.calls import CallState
from domain.effects import EffectKind, EffectState, Queue
from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    StoreUnavailable,
    VendorUnavailable,
)
from domain.ports import ClaimTerms
from jobs.retries import BACKOFF_S
from jobs.services import Thresholds
from jobs.sweep import SWEPT, sweep
from jobs.work import work_off, work_on
from tests.jobs.fake_crm import FakeCrm
from tests.jobs.fakes import House, fetched, news, talk


def ready(house: House, number: int) -> None:
    for n in range(number):
        house.put_ready(f"m{n}", talk(n % 5), days_ago=1 + n)


def states(house: House) -> set[CallState]:
    return {call.state for call in house.calls()}


def test_rows_of_one_claim_run_side_by_side(house: House) -> None:
    ready(house, 8)
    meet = threading.Barrier(8, timeout=10)  # breaks, and the calls with it, unless all eight meet
    house.grader.before_answer = lambda: (meet.wait(), None)[1]
    assert work_off(Queue.SCORE, house.services) == 8
    assert states(house) == {CallState.SCORED}
    assert not meet.broken


def test_no_more_rows_than_set_run_side_by_side(house: House) -> None:
    house.services = house.services_with(thresholds=Thresholds(min_rep_words=10, parallel=2))
    ready(house, 5)
    running, most, lock = [0], [0], threading.Lock()

    def count() -> None:
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        threading.Event().wait(0.02)
        with lock:
            running[0] -= 1

    house.grader.before_answer = count
    assert work_off(Queue.SCORE, house.services) == 5
    assert most == [2]


def test_two_workers_share_the_rows_and_score_each_once(house: House) -> None:
    ready(house, 12)
    workers = [threading.Thread(target=house.work, args=(Queue.SCORE,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert (states(house), house.grader.gradings) == ({CallState.SCORED}, 12)
    assert {calls for _, calls in house.profile().values()} == {12}


@pytest.mark.parametrize(
    ("queue", "followers"),
    [
        (Queue.INGEST, [Queue.SCORE, Queue.SYNC, Queue.DELIVER]),
        (Queue.SCORE, [Queue.SYNC, Queue.DELIVER]),
        (Queue.DELIVER, []),
    ],
)
def test_who_follows_is_rung_for_once_something_was_done(
    house: House, queue: Queue, followers: list[Queue]
) -> None:
    if queue is Queue.INGEST:
        house.hand_in("ended", news())
    elif queue is Queue.SCORE:
        ready(house, 3)
    else:
        house.scored()
        house.queue.rung.clear()
    assert work_off(queue, house.services) > 0
    assert house.queue.rung == followers


@pytest.mark.parametrize("queue", list(Queue))
def test_a_ring_for_nothing_rings_for_nobody(house: House, queue: Queue) -> None:
    assert work_off(queue, house.services) == 0
    assert house.queue.rung == []


def test_a_ring_takes_one_batch_and_rings_for_the_rest(house: House) -> None:
    ready(house, 3)
    house.services = replace(
        house.services, thresholds=replace(house.services.thresholds, parallel=2)
    )
    assert work_on(Queue.SCORE, house.services) == 2
    assert house.queue.rung == [Queue.SCORE, Queue.SYNC, Queue.DELIVER]
    assert work_on(Queue.SCORE, house.services) == 1
    house.queue.rung.clear()
    assert work_on(Queue.SCORE, house.services) == 0
    assert house.queue.rung == []


def test_what_failed_is_rung_for_too(house: House) -> None:
    house.provider.behind["m1"] = VendorUnavailable("zoom", "503")
    house.hand_in("t", news(transcript=True))
    assert work_off(Queue.INGEST, house.services) == 1
    assert house.queue.rung == [Queue.SCORE, Queue.SYNC, Queue.DELIVER]


def test_a_row_that_cannot_be_given_back_is_due_when_its_lease_ends(house: House) -> None:
    house.ingest()

    def lose() -> None:
        house.go_on(seconds=house.services.thresholds.lease_s + 1)
        with house.database.write() as tx:
            tx.calls.claim_ready(ClaimTerms(1, 60.0))
        raise VendorUnavailable("openai", "503")

    house.grader.before_answer = lose
    house.work(Queue.SCORE)
    house.grader.before_answer = lambda: None
    house.work(Queue.SCORE)
    assert house.call().state is CallState.READY
    house.go_on(seconds=60)
    house.work(Queue.SCORE)
    assert house.call().state is CallState.SCORED


def test_a_database_that_goes_away_while_scoring_costs_one_attempt(house: House) -> None:
    house.ingest()

    def away() -> None:
        raise StoreUnavailable("SQLSTATE 57P01")

    house.acts["score.before_commit"] = away
    house.work(Queue.SCORE)
    assert (house.call().state, house.profile()) == (CallState.READY, {})
    house.go_on(seconds=BACKOFF_S[0])
    house.work(Queue.SCORE)
    assert house.call().state is CallState.SCORED


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (VendorUnavailable("salesforce", "503"), EffectState.PENDING),
        (CredentialsRejected("salesforce", "401"), EffectState.PARKED),
    ],
)
def test_an_effect_that_fails_stands_as_its_error_says(
    house: House, error: IntegrationError, state: EffectState
) -> None:
    house.services = house.services_with(crms={"salesforce": FakeCrm(rejects=error)})
    house.scored()
    house.work(Queue.SYNC)
    (record,) = house.effects(EffectKind.CRM_LINK)
    assert (record.state, record.error) == (state, f"{type(error).__name__}: {error}")


def test_a_call_that_could_not_be_linked_is_linked_once_the_crm_is_connected(house: House) -> None:
    crm = FakeCrm(rejects=CredentialsRejected("salesforce", "401"))
    house.services = house.services_with(crms={"salesforce": crm})
    house.scored()
    house.work(Queue.SYNC)
    assert house.call().deal is None
    crm.rejects = None
    with house.database.write() as tx:
        assert tx.outbox.replay(house.effects(EffectKind.CRM_LINK)[0].id)
    house.work(Queue.SYNC)
    assert house.call().deal == crm.deal.ref


def test_a_linked_call_has_its_deal_brought_up_to_date_by_the_same_ring(house: House) -> None:
    house.services = house.services_with(crms={"salesforce": house.crm})
    house.scored()
    house.work(Queue.SYNC)
    assert [r.effect.key for r in house.effects(EffectKind.CRM_DEAL)] == ["crm:deal:salesforce:d1"]
    assert {r.state for r in house.effects(EffectKind.CRM_LINK)} == {EffectState.SENT}
    assert house.effects(EffectKind.CRM_DEAL)[0].state is not EffectState.PENDING


def test_a_sweep_rings_exactly_the_queues_with_due_rows(house: House) -> None:
    assert (sweep(house.services), house.queue.rung) == ({}, [])
    house.hand_in("ended", news())
    assert (sweep(house.services), house.queue.rung) == ({Queue.INGEST: 1}, [Queue.INGEST])
    house.ingest()
    house.queue.rung.clear()
    assert (sweep(house.services), house.queue.rung) == ({Queue.SCORE: 1}, [Queue.SCORE])
    house.services = house.services_with(crms={"salesforce": house.crm})
    house.work(Queue.SCORE)
    house.queue.rung.clear()
    assert sweep(house.services) == {Queue.SYNC: 1, Queue.DELIVER: 1}
    assert sorted(house.queue.rung) == [Queue.DELIVER, Queue.SYNC]


def test_a_sweep_leaves_the_moment_it_ended(house: House) -> None:
    sweep(house.services)
    house.go_on(seconds=40)
    with house.database.read() as tx:
        assert tx.locks.ended_s_ago(SWEPT) == 40.0


def test_a_sweep_does_not_ring_for_what_waits_or_is_being_worked_on(house: House) -> None:
    house.provider.behind["m1"] = VendorUnavailable("zoom", "503")
    house.hand_in("t", news(transcript=True))
    house.work(Queue.INGEST)
    ready(house, 1)
    with house.database.write() as tx:
        tx.calls.claim_ready(ClaimTerms(1, 60.0))
    assert sweep(house.services) == {}
    house.go_on(seconds=61)
    assert sweep(house.services) == {Queue.INGEST: 1, Queue.SCORE: 1}


@pytest.mark.parametrize(("after", "due"), [(timedelta(0), {}),
                                            (timedelta(seconds=1), {Queue.INGEST: 1})])  # fmt: skip
def test_a_sweep_rings_for_a_transcript_that_never_came(
    house: House, after: timedelta, due: dict[Queue, int]
) -> None:
    house.hand_in("ended", news())
    house.work(Queue.INGEST)
    end = house.call().started_at + timedelta(seconds=house.call().duration_s)
    grace = timedelta(seconds=house.services.thresholds.transcript_grace_s)
    house.clock = end + grace + after
    assert sweep(house.services) == due
    house.provider.known["m1"] = fetched()
    house.work(Queue.INGEST)
    assert house.provider.asked == ["m1"] * len(due)
    assert Queue.INGEST not in sweep(house.services)


def test_a_row_that_kills_its_worker_every_time_is_given_up(house: House) -> None:
    class Killed(BaseException):
        """As SIGKILL: nothing runs after it."""

    def die() -> None:
        raise Killed

    house.ingest()
    house.grader.before_answer = die
    for _ in range(8):
        with pytest.raises(Killed):
            house.work(Queue.SCORE)
        house.go_on(seconds=house.services.thresholds.lease_s)
    house.work(Queue.SCORE)
    call = house.call()
    assert (call.state, call.error) == (
        CallState.DEAD, "gave up after 8 attempts; the last: ended without a word",
    )  # fmt: skip
