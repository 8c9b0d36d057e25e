"""Replies of a batch are paid for once, whatever becomes of the requests made beside it."""

import itertools
import random
from dataclasses import replace

import pytest

from domain.batches import GradingBatch
from domain.calls import CallId, CallState, Side, Transcript, Turn
from domain.effects import Queue
from domain.errors import StoreConflict
from domain.usage import NOTHING, Usage
from jobs.answered_tries import HELD_TRIES
from sandbox.base import Fault
from tests.jobs import backfill_scene
from tests.jobs.backfill_scene import Scene

pytestmark = pytest.mark.slow
scene, url = backfill_scene.scene, backfill_scene.url
SPOKEN = ["".join(some) for some in itertools.product("bdklmnprst", "aeiou", "bdklmnprst")]
WINDOWS = 3


def long_transcript() -> Transcript:
    drawn = random.Random(7)
    people = (("Bo Li", Side.BUYER), ("Ana Lee", Side.REP))
    return Transcript(
        tuple(
            Turn(n, people[n % 2][0], 9.0 * n, 9.0 * n + 8, " ".join(drawn.choices(SPOKEN, k=400)),
                 people[n % 2][1])
            for n in range(60)
        )
    )  # fmt: skip


def come_back(scene: Scene, *, unanswered: int) -> GradingBatch:
    """A long call, of whose windows the batch left this many to the model itself."""
    scene.house.put_ready("m0", long_transcript(), days_ago=1)
    grader = replace(scene.backfill.grader, window_tokens=9_000)
    scene.house.services = replace(scene.house.services, grader=grader)
    scene.backfill = replace(scene.backfill, grader=grader, services=scene.house.services)
    scene.sandbox.batches.fails = unanswered
    assert scene.backfill.send() == 1
    (batch,) = scene.backfill.under_way()
    while not scene.backfill.look(batch).ended:
        pass
    return batch


def fail_once(scene: Scene, status: int) -> None:
    scene.sandbox.fail(
        Fault("answer", path="/chat/completions", status=status, body={"error": {"message": "no"}})
    )


def spent(scene: Scene) -> Usage:
    with scene.house.database.read() as tx:
        return tx.calls.spent(CallId("m0"))


@pytest.mark.parametrize("status", [429, 503, 404])
def test_a_try_that_the_model_ends_bills_no_reply_of_the_batch(scene: Scene, status: int) -> None:
    batch = come_back(scene, unanswered=1)
    for _ in range(2):
        fail_once(scene, status)
        assert not scene.backfill.score(batch)
        assert (spent(scene), scene.backfill.under_way()) == (NOTHING, [batch])
    assert scene.backfill.score(batch)
    (card,) = scene.cards
    assert (scene.states, card.usage["requests"]) == ({CallState.SCORED}, WINDOWS)


def test_what_the_model_replied_beside_the_batch_is_billed_at_each_try(scene: Scene) -> None:
    batch, replied = come_back(scene, unanswered=2), 0
    for _ in range(2):
        before = scene.asked
        fail_once(scene, 429)
        assert not scene.backfill.score(batch)
        replied += scene.asked - before - 1  # of two at once, one may hold the other back
        assert spent(scene).requests == replied
    assert scene.backfill.score(batch)
    (card,) = scene.cards
    assert card.usage["requests"] == WINDOWS + replied


def test_a_score_that_cannot_be_kept_bills_no_reply_of_the_batch(scene: Scene) -> None:
    def lose() -> None:
        raise StoreConflict("another writer won")

    batch = come_back(scene, unanswered=1)
    scene.house.acts["score.before_commit"] = lose
    assert not scene.backfill.score(batch)
    assert spent(scene).requests == 1


def test_a_defect_leaves_the_batch_with_all_that_was_paid_on_the_bill(scene: Scene) -> None:
    def fail() -> None:
        raise KeyError("a defect")

    batch = come_back(scene, unanswered=1)
    scene.house.acts["score.graded"] = fail
    assert scene.backfill.score(batch)
    assert (spent(scene).requests, scene.states) == (WINDOWS, {CallState.READY})


@pytest.mark.parametrize("status", [503, 404])
def test_a_call_that_fails_too_often_leaves_its_batch_and_is_scored_as_any_other(
    scene: Scene, status: int
) -> None:
    batch = come_back(scene, unanswered=1)
    for _ in range(HELD_TRIES):
        fail_once(scene, status)
        assert not scene.backfill.score(batch)
    fail_once(scene, status)
    assert scene.backfill.score(batch)
    assert (spent(scene).requests, scene.states) == (WINDOWS - 1, {CallState.READY})
    scene.house.go_on(seconds=3600)
    scene.house.work(Queue.SCORE)
    assert scene.states == {CallState.SCORED}
