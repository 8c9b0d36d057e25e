"""The model adapter through the real client against the sandbox's server."""

import gzip
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    Permanent,
    RateLimited,
    SetupRejected,
    UnexpectedPayload,
    VendorUnavailable,
)
from domain.ports import ModelRequest
from integrations.openai.client import MAX_ANSWER_BYTES, OpenAiModel
from integrations.openai.settings import OpenAiSettings
from sandbox.base import Fault
from sandbox.openai import OpenAiSandbox, ScriptedReply
from sandbox.running import RunningApp, mounted

pytestmark = pytest.mark.slow

SCHEMA = {
    "type": "object",
    "properties": {
        "criteria": {"items": {"properties": {"id": {"enum": ["open_questions", "next_step"]}}}}
    },
}
REQUEST = ModelRequest(
    system="s",
    user="0 R: What made you look at this now?\n1 B: It costs us a lot.",
    schema_name="scorecard",
    schema=SCHEMA,
    max_output_tokens=100,
)


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[OpenAiSandbox, str]]:
    sandbox = OpenAiSandbox()
    with RunningApp(mounted({"openai": sandbox})) as running:
        yield sandbox, f"{running.url}/openai/v1"


def model(
    url: str, *, key: str = "sk-sandbox", name: str = "sandbox-1", timeout_s: float = 5.0
) -> OpenAiModel:
    return OpenAiModel(OpenAiSettings(model=name, api_key=key, base_url=url, timeout_s=timeout_s))


def test_a_completion_is_text_with_what_it_cost(server: tuple[OpenAiSandbox, str]) -> None:
    reply = model(server[1]).complete(REQUEST)
    ids = [c["id"] for c in json.loads(reply.text)["criteria"]]
    assert ids == ["open_questions", "next_step"]
    assert reply.complete
    assert reply.refusal is None
    assert reply.model == "sandbox-1"
    assert reply.usage.prompt_tokens > 10
    assert reply.usage.completion_tokens > 10


def test_structured_output_is_asked_for_strictly(server: tuple[OpenAiSandbox, str]) -> None:
    model(server[1]).complete(REQUEST)
    sent = server[0].requests[-1].json()
    assert sent["response_format"]["json_schema"]["strict"] is True
    assert sent["max_completion_tokens"] == 100
    assert [m["role"] for m in sent["messages"]] == ["system", "user"]


def test_a_cut_off_answer_and_a_refusal_are_told_apart(server: tuple[OpenAiSandbox, str]) -> None:
    server[0].scripted.extend(
        [ScriptedReply("{", finish_reason="length"), ScriptedReply(None, refusal="I cannot")]
    )
    assert not model(server[1]).complete(REQUEST).complete
    assert model(server[1]).complete(REQUEST).refusal == "I cannot"


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault("answer", status=429, headers={"retry-after": "7"}, body={}), RateLimited),
        (
            Fault("answer", status=429, body={"error": {"code": "insufficient_quota"}}),
            CredentialsRejected,
        ),
        (Fault("answer", status=500, body={}), VendorUnavailable),
        (Fault("answer", status=400, body={"error": {"message": "bad"}}), Permanent),
        (Fault("answer", status=200, body="<html>Sign in</html>"), UnexpectedPayload),
        (Fault("answer", status=200, body=[]), UnexpectedPayload),
        (Fault("drop"), VendorUnavailable),
        (Fault("answer", status=302, headers={"location": "/openai/v1/models"}), SetupRejected),
        (Fault("answer", status=402, body={}), SetupRejected),
        (Fault("answer", status=404, body={}), SetupRejected),
        (Fault("answer", status=409, body={}), VendorUnavailable),
        (
            Fault("answer", status=429, body={"error": {"type": "insufficient_quota"}}),
            CredentialsRejected,
        ),
        (Fault("answer", status=400, body={"error": {"param": "store"}}), SetupRejected),
        (Fault("hang", delay_s=1.5), VendorUnavailable),  # noted by the server after the test
    ],
)
def test_each_failure_says_what_to_do_next(
    server: tuple[OpenAiSandbox, str], fault: Fault, expected: type[IntegrationError]
) -> None:
    before = len(server[0].requests)
    server[0].fail(fault)
    with pytest.raises(expected) as raised:
        model(server[1], timeout_s=1.0).complete(REQUEST)
    assert len(server[0].requests_to("completions")[before:]) <= 1  # it never retries by itself
    if isinstance(raised.value, RateLimited):
        assert raised.value.retry_after_s == 7.0


def test_a_wrong_key_needs_a_person(server: tuple[OpenAiSandbox, str]) -> None:
    with pytest.raises(CredentialsRejected):
        model(server[1], key="sk-wrong").complete(REQUEST)


def test_doctor_names_what_is_wrong(server: tuple[OpenAiSandbox, str]) -> None:
    assert [c.ok for c in model(server[1]).check()] == [True]
    (unknown,) = model(server[1], name="gone").check()
    assert (unknown.ok, unknown.remedy[:28]) == (False, "Set REPLOOP_OPENAI_MODEL to ")
    (denied,) = model(server[1], key="sk-wrong").check()
    assert "REPLOOP_OPENAI_API_KEY" in denied.remedy


def test_a_body_that_drips_ends_with_the_time_limit(server: tuple[OpenAiSandbox, str]) -> None:
    server[0].fail(Fault("drip", status=200, body=" " * 60, delay_s=0.1))
    began = time.monotonic()
    with pytest.raises(VendorUnavailable):
        model(server[1], timeout_s=0.5).complete(REQUEST)
    assert time.monotonic() - began < 5.0


def test_an_error_that_drips_ends_with_the_time_limit(server: tuple[OpenAiSandbox, str]) -> None:
    server[0].fail(Fault("drip", status=500, body=" " * 60, delay_s=0.1))
    began = time.monotonic()
    with pytest.raises(VendorUnavailable, match="no whole answer"):
        model(server[1], timeout_s=0.5).complete(REQUEST)
    assert time.monotonic() - began < 5.0


@contextmanager
def dripping_headers() -> Iterator[str]:
    """A server that never comes to the end of its headers."""

    def serve() -> None:
        with suppress(OSError):
            connection, _ = listener.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\nx-slow: ")
                while not over.wait(0.1):
                    connection.sendall(b"a")

    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
        over.set()
        thread.join(timeout=5)


def test_headers_that_drip_end_with_the_time_limit() -> None:
    with dripping_headers() as url:
        began = time.monotonic()
        with pytest.raises(VendorUnavailable):
            model(url, timeout_s=0.5).complete(REQUEST)
        assert time.monotonic() - began < 5.0


def test_doctor_gives_up_on_a_server_that_drips() -> None:
    with dripping_headers() as url:
        (check,) = model(url, timeout_s=0.5).check()
    assert (check.ok, check.detail) == (False, "no whole answer (ReadTimeout)")


def test_an_answer_within_the_limits_may_come_in_pieces(
    server: tuple[OpenAiSandbox, str],
) -> None:
    body = json.dumps({"choices": [{"message": {"content": "{}"}}]})
    server[0].fail(Fault("drip", status=200, body=body, delay_s=0.001))
    assert model(server[1]).complete(REQUEST).text == "{}"


def test_an_answer_that_is_too_large_is_not_read_to_its_end(
    server: tuple[OpenAiSandbox, str],
) -> None:
    server[0].fail(Fault("answer", status=200, body=b" " * (MAX_ANSWER_BYTES + 1)))
    with pytest.raises(UnexpectedPayload, match="larger than 8388608 bytes"):
        model(server[1]).complete(REQUEST)


def test_an_answer_is_never_unpacked(server: tuple[OpenAiSandbox, str]) -> None:
    packed = gzip.compress(json.dumps({"choices": [{"message": {"content": "{}"}}]}).encode())
    server[0].fail(Fault("answer", status=200, headers={"content-encoding": "gzip"}, body=packed))
    with pytest.raises(UnexpectedPayload, match="not a chat completion"):
        model(server[1]).complete(REQUEST)
    assert server[0].requests[-1].headers["accept-encoding"] == "identity"
