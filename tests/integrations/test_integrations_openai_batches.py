"""OpenAI's Batch API through the real client against the sandbox."""

import json
from collections.abc import Iterator

import pytest

from domain.errors import CredentialsRejected, RateLimited, UnexpectedPayload, VendorUnavailable
from domain.ports import ModelRequest
from integrations.openai.batches import OpenAiBatches
from integrations.openai.client import OpenAiModel
from integrations.openai.settings import OpenAiSettings
from sandbox.base import Fault
from sandbox.openai import OpenAiSandbox, ScriptedReply
from sandbox.running import RunningApp, mounted

pytestmark = pytest.mark.slow

REQUEST = ModelRequest(
    system="s", user="0 R: What made you look at this now?", schema_name="scorecard",
    schema={"properties": {"criteria": {"items": {"properties": {"id": {"enum": ["a"]}}}}}},
    max_output_tokens=100,
)  # fmt: skip


@pytest.fixture
def scene() -> Iterator[tuple[OpenAiSandbox, OpenAiBatches]]:
    sandbox = OpenAiSandbox()
    with RunningApp(mounted({"openai": sandbox})) as app:
        settings = OpenAiSettings(
            model="sandbox-1", api_key="sk-sandbox", base_url=f"{app.url}/openai/v1",
            own_parameters=True, reasoning_effort="low",
        )  # fmt: skip
        yield sandbox, OpenAiBatches(OpenAiModel(settings))


def ended(batches: OpenAiBatches, remote_id: str) -> None:
    while not batches.look(remote_id).ended:
        pass


def test_a_batch_is_a_file_of_the_requests_as_they_would_be_asked(
    scene: tuple[OpenAiSandbox, OpenAiBatches],
) -> None:
    sandbox, batches = scene
    remote_id = batches.send("ours", {"k1": REQUEST, "k2": REQUEST})
    made = sandbox.batches.batches[remote_id]
    assert (made["endpoint"], made["completion_window"]) == ("/v1/chat/completions", "24h")
    lines = [json.loads(x) for x in sandbox.batches.files[made["input_file_id"]].splitlines()]
    assert [line["custom_id"] for line in lines] == ["k1", "k2"]
    assert lines[0]["body"]["store"] is False
    assert lines[0]["body"]["reasoning_effort"] == "low"
    assert "service_tier" not in lines[0]["body"]


def test_progress_is_told_until_it_ended(scene: tuple[OpenAiSandbox, OpenAiBatches]) -> None:
    sandbox, batches = scene
    sandbox.batches.looks_until_done, sandbox.batches.fails = 2, 1
    remote_id = batches.send("ours", {"k1": REQUEST, "k2": REQUEST, "k3": REQUEST})
    at = [batches.look(remote_id) for _ in range(2)]
    assert [(p.done, p.total, p.ended) for p in at] == [(0, 3, False), (3, 3, True)]


def test_replies_are_found_by_key_whatever_their_order(
    scene: tuple[OpenAiSandbox, OpenAiBatches],
) -> None:
    sandbox, batches = scene
    sandbox.scripted.extend([ScriptedReply("last"), ScriptedReply("first")])
    remote_id = batches.send("ours", {"k1": REQUEST, "k2": REQUEST})
    ended(batches, remote_id)
    replies = batches.replies(remote_id)
    assert {key: reply.text for key, reply in replies.items()} == {"k2": "last", "k1": "first"}
    assert not any(reply.as_priced for reply in replies.values())
    assert replies["k1"].usage.requests == 1


def test_what_failed_or_expired_has_no_reply(scene: tuple[OpenAiSandbox, OpenAiBatches]) -> None:
    sandbox, batches = scene
    sandbox.batches.expires = 2
    remote_id = batches.send("ours", {"k1": REQUEST, "k2": REQUEST, "k3": REQUEST})
    ended(batches, remote_id)
    assert batches.replies(remote_id).keys() == {"k1"}


def test_a_batch_is_found_again_by_our_name_for_it(
    scene: tuple[OpenAiSandbox, OpenAiBatches],
) -> None:
    _, batches = scene
    first, second = batches.send("one", {"k": REQUEST}), batches.send("two", {"k": REQUEST})
    assert (batches.find("one"), batches.find("two")) == (first, second)
    assert batches.find("three") is None


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault("answer", status=429, headers={"retry-after": "9"}, body={}), RateLimited),
        (Fault("answer", status=401, body={}), CredentialsRejected),
        (Fault("answer", status=500, body={}), VendorUnavailable),
        (Fault("drop"), VendorUnavailable),
        (Fault("answer", status=200, body="<html>Sign in</html>"), UnexpectedPayload),
    ],
    ids=["429", "401", "500", "dropped", "a page"],
)
def test_trouble_is_told_as_everywhere(
    scene: tuple[OpenAiSandbox, OpenAiBatches], fault: Fault, expected: type[Exception]
) -> None:
    sandbox, batches = scene
    sandbox.fail(fault)
    with pytest.raises(expected):
        batches.send("ours", {"k": REQUEST})


def test_a_page_instead_of_a_batch_is_unexpected(
    scene: tuple[OpenAiSandbox, OpenAiBatches],
) -> None:
    sandbox, batches = scene
    remote_id = batches.send("ours", {"k": REQUEST})
    sandbox.fail(Fault("answer", path="/batches", status=200, body="<html></html>", times=2))
    with pytest.raises(UnexpectedPayload):
        batches.look(remote_id)
    with pytest.raises(UnexpectedPayload):
        batches.find("ours")
