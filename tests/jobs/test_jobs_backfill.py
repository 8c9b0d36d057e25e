"""Calls graded in a provider's batches: the real client, the sandbox's Batch API, a database."""

import json
from dataclasses import replace

import pytest
from starlette.responses import HTMLResponse

from domain.calls import CallId, CallState, CallType, Side, Transcript, Turn
from domain.effects import Queue
from domain.errors import CredentialsRejected, Permanent, UnexpectedPayload, VendorUnavailable
from domain.ports import ModelRequest
from domain.usage import Usage
from jobs.answered_model import AnsweredModel, key_of
from jobs.backfill import HOLD_S
from jobs.batch_load import size_of
from sandbox.base import Fault
from sandbox.openai import OpenAiSandbox, ScriptedReply
from sandbox.running import RunningApp
from tests.jobs import backfill_scene
from tests.jobs.backfill_scene import Killed, Scene
from tests.jobs.fakes import RUBRIC, talk

pytestmark = pytest.mark.slow
scene, url = backfill_scene.scene, backfill_scene.url


def test_calls_of_a_batch_are_scored_without_another_request(scene: Scene) -> None:
    scene.ready(5)
    assert scene.backfill.send() == 5
    assert scene.until_done() == 2
    assert (scene.states, scene.asked) == ({CallState.SCORED}, 0)
    assert {card.usage["requests"] for card in scene.cards} == {1.0}
    assert all("cost" not in card.usage for card in scene.cards)


def test_what_is_in_a_batch_is_taken_by_no_worker_meanwhile(scene: Scene) -> None:
    scene.ready(3)
    scene.backfill.send()
    scene.house.work(Queue.SCORE)
    assert (scene.states, scene.asked) == ({CallState.READY}, 0)
    assert scene.backfill.send() == 0


def test_a_line_of_a_batch_is_what_would_have_been_asked(scene: Scene) -> None:
    scene.ready(1)
    scene.backfill.send()
    ((file,),) = [list(scene.sandbox.batches.files.values())]
    scene.house.go_on(seconds=HOLD_S)
    scene.house.work(Queue.SCORE)
    line = json.loads(file)
    assert line["body"] == scene.sandbox.requests_to("completions")[0].json()
    assert (line["method"], line["url"]) == ("POST", "/v1/chat/completions")


@pytest.mark.parametrize(("fails", "expires"), [(2, 0), (0, 2), (1, 1), (5, 0)])
def test_what_a_batch_does_not_answer_is_asked_in_the_ordinary_way(
    scene: Scene, fails: int, expires: int
) -> None:
    scene.sandbox.batches.fails, scene.sandbox.batches.expires = fails, expires
    scene.ready(5)
    scene.backfill.send()
    scene.until_done()
    assert (scene.states, scene.asked) == ({CallState.SCORED}, fails + expires)
    assert len(scene.cards) == 5


def test_an_answer_that_was_cut_off_is_asked_for_with_more_room(scene: Scene) -> None:
    scene.sandbox.scripted.append(ScriptedReply('{"criteria": [', finish_reason="length"))
    scene.ready(1)
    scene.backfill.send()
    scene.until_done()
    assert (scene.states, scene.asked) == ({CallState.SCORED}, 1)


def test_a_batch_that_never_comes_back_leaves_its_calls_to_the_workers(scene: Scene) -> None:
    scene.ready(2)
    scene.backfill.send()
    scene.house.go_on(seconds=HOLD_S - 1)
    scene.house.work(Queue.SCORE)
    assert scene.states == {CallState.READY}
    scene.house.go_on(seconds=1)
    scene.house.work(Queue.SCORE)
    assert (scene.states, scene.asked) == ({CallState.SCORED}, 2)


def test_calls_scored_meanwhile_are_not_scored_again(scene: Scene) -> None:
    scene.ready(2)
    scene.backfill.send()
    scene.house.go_on(seconds=HOLD_S)
    scene.house.work(Queue.SCORE)
    before = scene.cards
    scene.until_done()
    assert scene.cards == before


@pytest.mark.parametrize("point", ["backfill.noted", "backfill.sent"])
def test_a_run_that_was_killed_is_taken_up_where_it_was(scene: Scene, point: str) -> None:
    def kill() -> None:
        raise Killed

    scene.ready(3)
    scene.house.acts[point] = kill
    with pytest.raises(Killed):
        scene.backfill.send()
    scene.backfill.mend()
    sent = len(scene.sandbox.batches.batches)
    while scene.backfill.send():
        pass
    scene.until_done()
    assert scene.states == {CallState.SCORED}
    assert (len(scene.cards), scene.asked) == (3, 0)
    assert len(scene.sandbox.batches.batches) == 1
    assert sent == (1 if point == "backfill.sent" else 0)


def test_a_run_killed_while_it_scores_scores_the_rest_next_time(scene: Scene) -> None:
    def kill() -> None:
        raise Killed

    scene.ready(3)
    scene.backfill.send()
    (batch,) = scene.backfill.under_way()
    while not scene.backfill.look(batch).ended:
        pass
    scene.house.acts["score.before_commit"] = kill
    with pytest.raises(Killed):
        scene.backfill.score(batch)
    assert scene.backfill.under_way() == [batch]
    scene.house.go_on(seconds=200)
    scene.until_done()
    assert (scene.states, len(scene.cards)) == ({CallState.SCORED}, 3)


def test_a_batch_that_is_not_taken_leaves_its_calls_due(scene: Scene) -> None:
    scene.ready(2)
    scene.sandbox.fail(Fault("answer", path="/files", status=400, body={"error": {}}))
    with pytest.raises(Permanent):
        scene.backfill.send()
    assert scene.backfill.under_way() == []
    scene.house.work(Queue.SCORE)
    assert scene.states == {CallState.SCORED}


def test_a_batch_whose_answer_was_lost_is_found_and_not_sent_twice(scene: Scene) -> None:
    scene.ready(2)
    scene.sandbox.fail(Fault("accept_then_drop", path="/batches", method="POST"))
    with pytest.raises(VendorUnavailable):
        scene.backfill.send()
    scene.backfill.mend()
    assert scene.backfill.send() == 0
    scene.until_done()
    assert scene.states == {CallState.SCORED}
    assert (len(scene.sandbox.batches.batches), scene.asked) == (1, 0)


def test_a_batch_that_never_arrived_is_sent_again(scene: Scene) -> None:
    scene.ready(2)
    scene.sandbox.fail(Fault("drop", path="/batches", method="POST"))
    with pytest.raises(VendorUnavailable):
        scene.backfill.send()
    scene.backfill.mend()
    assert scene.backfill.send() == 2
    scene.until_done()
    assert len(scene.sandbox.batches.batches) == 1


class Unreadable:
    """Takes a batch and answers with a page, as a proxy on the way back might."""

    def __init__(self, sandbox: OpenAiSandbox) -> None:
        self._sandbox = sandbox

    async def __call__(self, scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        if (scope["method"], scope["path"][-8:]) != ("POST", "/batches"):
            await self._sandbox(scope, receive, send)
            return

        async def lost(message: object) -> None:
            del message

        await self._sandbox(scope, receive, lost)
        await HTMLResponse("<html>Sign in</html>")(scope, receive, send)


def test_a_batch_that_was_taken_with_an_unreadable_answer_is_not_paid_for_twice(
    scene: Scene, url: tuple[RunningApp, dict[str, OpenAiSandbox]]
) -> None:
    url[1]["openai"] = Unreadable(scene.sandbox)  # type: ignore[assignment]
    scene.ready(2)
    with pytest.raises(UnexpectedPayload):
        scene.backfill.send()
    scene.backfill.mend()
    assert scene.backfill.send() == 0
    scene.until_done()
    assert scene.states == {CallState.SCORED}
    assert (len(scene.sandbox.batches.batches), scene.asked) == (1, 0)


@pytest.mark.parametrize("body", ["<html>Sign in</html>", {}, {"id": None}, {"id": 7}, []])
def test_an_answer_that_names_no_batch_leaves_it_to_be_looked_for(
    scene: Scene, body: object
) -> None:
    scene.ready(2)
    scene.sandbox.fail(Fault("answer", path="/batches", method="POST", status=200, body=body))
    with pytest.raises(UnexpectedPayload):
        scene.backfill.send()
    (batch,) = scene.backfill.under_way()
    assert batch.remote_id is None
    scene.backfill.mend()
    assert scene.backfill.send() == 2


def test_a_redirect_of_a_batch_is_no_plain_refusal(scene: Scene) -> None:
    scene.ready(1)
    moved = Fault("answer", path="/batches", method="POST", status=307, headers={"location": "/"})
    scene.sandbox.fail(moved)
    with pytest.raises(UnexpectedPayload):
        scene.backfill.send()
    assert len(scene.backfill.under_way()) == 1


def test_a_plain_refusal_of_a_batch_leaves_its_calls_due(scene: Scene) -> None:
    scene.ready(2)
    refusal = Fault("answer", path="/batches", method="POST", status=400, body={"error": {}})
    scene.sandbox.fail(refusal)
    with pytest.raises(Permanent):
        scene.backfill.send()
    assert scene.backfill.under_way() == []
    assert scene.backfill.send() == 2


def test_a_batch_holds_no_more_bytes_than_a_provider_takes_in_one_file(scene: Scene) -> None:
    scene.ready(5)
    scene.backfill = replace(scene.backfill, max_bytes=2 * one_call(scene))
    assert [scene.backfill.send() for _ in range(4)] == [2, 2, 1, 0]
    assert all(len(f) <= scene.backfill.max_bytes for f in scene.sandbox.batches.files.values())


def one_call(scene: Scene) -> int:
    """Bytes of the largest of a scene's calls."""
    grader, sizes = scene.backfill.grader, []
    for number in range(5):
        talked = talk(number, (number + 1) % 5)
        (request,) = grader.requests(RUBRIC, CallType.DISCOVERY, talked)
        sizes.append(size_of(request))
    return max(sizes)


def test_a_request_is_never_larger_in_the_file_than_it_was_counted(scene: Scene) -> None:
    turns = (Turn(0, "Ana Lee", 0.0, 9.0, 'He said "äöü\\" \U0001f600 ' * 500, Side.REP),)
    (request,) = scene.backfill.grader.requests(RUBRIC, CallType.DISCOVERY, Transcript(turns))
    scene.backfill.batches.send("ours", {key_of(request): request})
    (line,) = scene.sandbox.batches.files.values()
    assert len(line) <= size_of(request)


def test_refused_credentials_are_told(scene: Scene) -> None:
    scene.ready(1)
    scene.sandbox.fail(Fault("answer", path="/files", status=401, body={"error": {}}))
    with pytest.raises(CredentialsRejected):
        scene.backfill.send()


@pytest.mark.parametrize("content", [b"", b"<html>\n", b"null\n[1]\n{}\n", b'{"custom_id": 7}\n'])
def test_an_output_that_is_none_answers_nothing_and_loses_nothing(
    scene: Scene, content: bytes
) -> None:
    scene.ready(2)
    scene.backfill.send()
    scene.sandbox.fail(Fault("answer", path="/content", status=200, body=content))
    scene.until_done()
    assert (scene.states, scene.asked) == ({CallState.SCORED}, 2)


def test_a_call_that_no_batch_can_help_with_is_left_to_ordinary_scoring(scene: Scene) -> None:
    turns = (Turn(0, "Ana Lee", 0.0, 9.0, "word " * 200_000, Side.REP),)
    scene.house.put_ready("long", Transcript(turns), days_ago=1)
    scene.ready(1)
    assert scene.backfill.send() == 1
    scene.house.work(Queue.SCORE)
    assert scene.house.call("long").state in (CallState.DEAD, CallState.SCORED)
    assert scene.asked == 0


def test_a_call_that_has_spent_its_budget_is_in_no_batch(scene: Scene) -> None:
    scene.ready(2)
    with scene.house.database.write() as tx:
        tx.calls.spend(CallId("m0"), Usage(requests=2, prompt_tokens=499_900))
    assert scene.backfill.send() == 1
    (batch,) = scene.backfill.under_way()
    assert batch.call_ids == ("m1",)


def test_an_earlier_answer_is_given_once(scene: Scene) -> None:
    request = ModelRequest(
        system="s", user="0 R: What made you look at this now?", schema_name="scorecard",
        schema={"properties": {"criteria": {"items": {"properties": {"id": {"enum": ["a"]}}}}}},
        max_output_tokens=100,
    )  # fmt: skip
    earlier = replace(scene.model.complete(request), text="earlier")
    model = AnsweredModel(scene.model, {key_of(request): earlier})
    assert model.complete(request).text == "earlier"
    assert model.complete(request).text != "earlier"
    assert model.model == "sandbox-1"
    assert [check.ok for check in model.check()] == [True]
