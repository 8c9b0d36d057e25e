"""A command and a running worker want the same call: the command waits, and says what came."""

import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.calls import outcome
from app.cli.imports import detail_of, one_decimal
from app.cli.waiting import wait_until_scored
from domain.calls import Call, CallId, CallState
from domain.effects import Claimed, Queue
from domain.ports import ClaimTerms
from jobs.corrections import rescore_call
from jobs.score import score_call
from jobs.work import work_off
from store.database import SqlDatabase, upgrade
from tests.jobs.fakes import Clock, House, talk

pytestmark = pytest.mark.slow  # `make check` has to stay quick

AWAY = "openai: it answers 503"


def taken(house: House) -> Sequence[Claimed[Call]]:
    """What a worker claims: nobody else can, until it is done."""
    with house.database.write() as tx:
        return tx.calls.claim_ready(ClaimTerms(8, 60.0, asked_at=house.services.monotonic()))


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Everything on a database of its own."""
    url = f"sqlite:///{tmp_path / 'house.db'}"
    upgrade(url)
    clock = Clock()
    return House(SqlDatabase(url, clock=clock.posix), clock)


@pytest.fixture
def asked(house: House) -> CallId:
    """A scored call that is to be scored again."""
    call = house.scored()
    rescore_call(call.id, house.services)
    return call.id


def test_a_call_that_a_worker_took_first_is_waited_for(house: House, asked: CallId) -> None:
    (claimed,) = taken(house)
    assert work_off(Queue.SCORE, house.services) == 0

    def worker() -> None:
        time.sleep(0.3)
        score_call(claimed, house.services)

    thread = threading.Thread(target=worker)
    thread.start()
    done = wait_until_scored([asked], house.services, longest_s=20)
    state = house.call().state
    thread.join()
    assert (done, state) == (True, CallState.SCORED)


def test_the_wait_has_an_end(house: House, asked: CallId) -> None:
    taken(house)
    naps: list[float] = []
    assert not wait_until_scored([asked], house.services, longest_s=0.0, sleep=naps.append)
    assert (house.call().state, naps) == (CallState.READY, [])


def test_a_failure_that_is_tried_again_is_not_waited_for(house: House, asked: CallId) -> None:
    (claimed,) = taken(house)
    with house.database.write() as tx:
        assert tx.calls.retry(claimed, after_s=300, error=AWAY)
    naps: list[float] = []
    assert wait_until_scored([asked], house.services, sleep=naps.append)
    assert naps == []
    said, scored = outcome(house.call(), None)
    assert said == f"Not scored yet: {AWAY}. It is tried again by itself."
    assert not scored


def test_nothing_is_waited_for_where_no_call_is_known(house: House) -> None:
    assert wait_until_scored([CallId("none")], house.services, longest_s=0.0)


@pytest.mark.parametrize(
    ("state", "error", "overall", "said", "scored"),
    [
        (CallState.SCORED, None, 22.5, "Scored again: 23 of 100.", True),
        (CallState.SCORED, None, None, "Scored again: no overall score.", True),
        (
            CallState.SCORED, AWAY, 22.5,
            f"Not scored again: {AWAY}. The score that was there stands.", False,
        ),
        (
            CallState.READY, None, None,
            "Not scored yet: a worker has it. `reploop calls list` shows its score.", False,
        ),
        (CallState.DEAD, AWAY, None, f"Not scored: the call is dead: {AWAY}.", False),
        (CallState.DELETED, None, None, "Not scored: the call is deleted.", False),
    ],
)  # fmt: skip
def test_what_became_of_scoring_again_is_said(
    state: CallState, error: str | None, overall: float | None, said: str, scored: bool,
    house: House,
) -> None:  # fmt: skip
    call = replace(house.put_ready("m1", talk(1), days_ago=1), state=state, error=error)
    assert outcome(call, overall) == (said, scored)


def test_a_call_that_is_gone_was_not_scored() -> None:
    assert outcome(None, None) == ("Not scored: the call is gone.", False)


def test_a_ready_call_says_that_it_waits_or_why_it_does(house: House) -> None:
    house.put_ready("m1", talk(1), days_ago=1)
    ready = house.call()
    assert detail_of(ready, None) == "Waiting to be scored by a worker."
    failed = replace(ready, error=AWAY)
    assert detail_of(failed, None) == f"{AWAY}. It is tried again by itself."


def test_json_has_one_decimal() -> None:
    assert (one_decimal(22.46), one_decimal(None)) == (22.5, None)
