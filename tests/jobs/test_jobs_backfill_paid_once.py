"""What a batch answered is paid for: no trouble of a run, a call or a neighbour throws it away."""

import threading
from dataclasses import replace

import pytest

from domain.calls import CallId, CallState, Side, Transcript, Turn
from domain.effects import Queue
from domain.errors import NotFoundAtVendor, Permanent, SetupRejected, StoreUnavailable
from domain.ports import CallFilter
from jobs.backfill import HOLD_S
from jobs.sole_turn import TurnLost
from sandbox.base import Fault
from sandbox.openai import ScriptedReply
from store.leases import MAX_ATTEMPTS
from tests.jobs import backfill_scene
from tests.jobs.backfill_scene import Killed, Scene
from tests.jobs.fakes import talk

pytestmark = pytest.mark.slow
scene, url = backfill_scene.scene, backfill_scene.url
WORDS_OF_A_BOOK = Transcript((Turn(0, "Ana Lee", 0.0, 9.0, "word " * 200_000, Side.REP),))


def kill() -> None:
    raise Killed


def come_back(scene: Scene) -> None:
    """The provider has answered every batch."""
    for batch in scene.backfill.under_way():
        while not scene.backfill.look(batch).ended:
            pass


def errors(scene: Scene) -> set[str | None]:
    with scene.house.database.read() as tx:
        return {call.error for call in tx.calls.list(CallFilter())}


def test_an_answer_is_kept_until_the_database_can_keep_its_score(scene: Scene) -> None:
    def away() -> None:
        raise StoreUnavailable("the disk is full")

    scene.ready(2)
    scene.backfill.send()
    come_back(scene)
    (batch,) = scene.backfill.under_way()
    scene.house.acts["score.before_commit"] = away
    assert not scene.backfill.score(batch)
    scene.house.work(Queue.SCORE)
    assert (scene.asked, scene.backfill.under_way()) == (0, [batch])
    assert scene.backfill.score(batch)
    assert (scene.states, scene.asked, len(scene.cards)) == ({CallState.SCORED}, 0, 2)


def test_calls_with_equal_words_share_one_answer(scene: Scene) -> None:
    for n in range(3):
        scene.house.put_ready(f"m{n}", talk(2, 3), days_ago=1)
    assert scene.backfill.send() == 3
    (file,) = scene.sandbox.batches.files.values()
    assert len(file.splitlines()) == 1
    scene.until_done()
    assert (scene.states, scene.asked, len(scene.cards)) == ({CallState.SCORED}, 0, 3)


def test_an_answer_that_cannot_be_used_is_not_given_again(scene: Scene) -> None:
    scene.sandbox.scripted.append(ScriptedReply("no scores at all"))
    scene.ready(1)
    scene.backfill.send()
    scene.until_done()
    assert (scene.states, scene.asked) == ({CallState.READY}, 0)
    scene.house.go_on(seconds=15)
    scene.house.work(Queue.SCORE)
    assert (scene.states, scene.asked) == ({CallState.SCORED}, 1)


def test_a_call_that_ends_every_process_is_given_up(scene: Scene) -> None:
    scene.ready(1)
    scene.backfill.send()
    come_back(scene)
    (batch,) = scene.backfill.under_way()
    for _ in range(MAX_ATTEMPTS):
        scene.house.acts["score.before_commit"] = kill
        with pytest.raises(Killed):
            scene.backfill.score(batch)
        scene.house.go_on(seconds=200)
    assert scene.backfill.score(batch)
    assert scene.states == {CallState.DEAD}


def test_no_worker_asks_about_what_a_killed_run_was_scoring(scene: Scene) -> None:
    scene.ready(1)
    scene.backfill.send()
    come_back(scene)
    (batch,) = scene.backfill.under_way()
    scene.house.acts["score.before_commit"] = kill
    with pytest.raises(Killed):
        scene.backfill.score(batch)
    scene.house.go_on(seconds=200)
    scene.house.work(Queue.SCORE)
    assert (scene.asked, scene.backfill.send()) == (0, 0)
    scene.until_done()
    assert (scene.states, scene.asked) == ({CallState.SCORED}, 0)


def test_a_second_run_leaves_alone_what_the_first_is_scoring(scene: Scene) -> None:
    def another() -> None:
        assert not scene.backfill.score(batch)

    scene.sandbox.batches.fails = 4
    scene.ready(4)
    scene.backfill.send()
    come_back(scene)
    (batch,) = scene.backfill.under_way()
    scene.house.acts["score.graded"] = another
    assert scene.backfill.score(batch)
    assert (scene.states, scene.asked, len(scene.cards)) == ({CallState.SCORED}, 4, 4)


def test_calls_that_no_batch_helps_with_hide_no_others(scene: Scene) -> None:
    for n in range(5):
        scene.house.put_ready(f"long{n}", WORDS_OF_A_BOOK, days_ago=100 + n)
    scene.ready(3)
    scene.backfill = replace(scene.backfill, max_calls=2)
    assert [scene.backfill.send() for _ in range(3)] == [2, 1, 0]


def test_a_call_larger_than_a_file_hides_no_others(scene: Scene) -> None:
    turns = (Turn(0, "Ana Lee", 0.0, 9.0, "What happened then? " * 1_000, Side.REP),)
    scene.house.put_ready("large", Transcript(turns), days_ago=100)
    scene.ready(2)
    scene.backfill = replace(scene.backfill, max_bytes=20_000)
    assert scene.backfill.send() + scene.backfill.send() == 2


def test_a_call_that_no_batch_helps_with_is_given_back_as_it_was(scene: Scene) -> None:
    scene.house.put_ready("long", WORDS_OF_A_BOOK, days_ago=1)
    for _ in range(MAX_ATTEMPTS + 1):
        assert scene.backfill.send() == 0
    assert (scene.states, errors(scene)) == ({CallState.READY}, {None})


def test_calls_of_a_batch_say_that_they_wait_until_it_is_refused(scene: Scene) -> None:
    def look() -> None:
        seen.extend(errors(scene))

    seen: list[str | None] = []
    scene.ready(2)
    scene.house.acts["backfill.noted"] = look
    scene.sandbox.fail(Fault("answer", path="/files", status=400, body={"error": {}}))
    with pytest.raises(Permanent):
        scene.backfill.send()
    assert seen == ["it waits for its batch call1 at the model's provider"]
    assert errors(scene) == {None}


def test_a_call_that_was_corrected_waits_for_its_old_batch_no_longer(scene: Scene) -> None:
    scene.ready(1)
    scene.backfill.send()
    come_back(scene)
    (batch,) = scene.backfill.under_way()
    call = scene.house.call("m0")
    with scene.house.database.write() as tx:
        tx.calls.put(replace(call, version=call.version + 1, error=None))
        tx.calls.make_due(CallId("m0"))
    assert scene.backfill.score(batch)
    assert (scene.states, scene.cards) == ({CallState.READY}, [])


def test_a_batch_that_is_let_go_leaves_its_calls_due(scene: Scene) -> None:
    scene.ready(2)
    scene.backfill.send()
    scene.backfill.let_go(*scene.backfill.under_way())
    assert (scene.backfill.under_way(), errors(scene)) == ([], {None})
    assert scene.backfill.send() == 2


def test_no_batch_is_let_go_while_the_provider_answers_about_none(scene: Scene) -> None:
    scene.ready(2)
    scene.backfill.send()
    scene.sandbox.fail(Fault("answer", path="/batches", status=404, body={}))
    under_way = scene.backfill.under_way()
    with pytest.raises((SetupRejected, NotFoundAtVendor)):
        scene.backfill.let_go(*under_way)
    assert scene.backfill.under_way() == under_way


def test_a_run_that_is_stopped_while_it_reads_calls_gives_them_back(scene: Scene) -> None:
    scene.ready(3)
    stopped = replace(scene.backfill, go_on=kill)
    with pytest.raises(Killed):
        stopped.send()
    assert scene.backfill.send() == 3


def test_a_killed_run_holds_its_calls_no_longer_than_a_batch_takes(scene: Scene) -> None:
    scene.ready(1)
    scene.backfill.send()
    come_back(scene)
    (batch,) = scene.backfill.under_way()
    scene.house.acts["score.before_commit"] = kill
    with pytest.raises(Killed):
        scene.backfill.score(batch)
    scene.house.go_on(seconds=HOLD_S)
    scene.house.work(Queue.SCORE)
    assert scene.states == {CallState.SCORED}


def test_a_run_that_lost_its_turn_sends_no_batch_and_gives_its_calls_back(scene: Scene) -> None:
    lost = threading.Event()

    def go_on() -> None:
        if lost.is_set():
            raise TurnLost("another run has begun meanwhile")

    scene.ready(2)
    scene.backfill = replace(scene.backfill, go_on=go_on)
    scene.house.acts["backfill.noted"] = lost.set
    with pytest.raises(TurnLost):
        scene.backfill.send()
    assert (scene.backfill.under_way(), scene.sandbox.batches.batches) == ([], {})
    scene.house.work(Queue.SCORE)
    assert scene.states == {CallState.SCORED}


def test_a_batch_that_was_let_go_while_it_was_sent_stays_gone(scene: Scene) -> None:
    def let_go() -> None:
        for batch in scene.backfill.under_way():
            scene.backfill.let_go(batch)

    scene.ready(2)
    scene.house.acts["backfill.sent"] = let_go
    scene.backfill.send()
    assert scene.backfill.under_way() == []
