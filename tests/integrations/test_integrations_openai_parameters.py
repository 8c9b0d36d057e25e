"""What is sent: the least every server knows, and more only where it is set."""

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from domain.errors import RateLimited, SetupRejected, VendorUnavailable
from domain.ports import ModelRequest
from integrations.openai.client import OpenAiModel
from integrations.openai.settings import OpenAiSettings
from sandbox.base import Fault
from sandbox.openai import OpenAiSandbox, ScriptedReply
from sandbox.running import RunningApp, mounted

pytestmark = pytest.mark.slow

REQUEST = ModelRequest(
    system="The rubric.", user="0 R: What made you look at this now?", schema_name="scorecard",
    schema={"type": "object"}, max_output_tokens=100, cache_key="discovery-1",
)  # fmt: skip


class Server:
    """The sandbox, and models that ask it."""

    def __init__(self, sandbox: OpenAiSandbox, url: str) -> None:
        self.sandbox = sandbox
        self._settings = OpenAiSettings(
            model="sandbox-1", api_key="sk-sandbox", base_url=url, timeout_s=0.5
        )

    def model(self, **changes: Any) -> OpenAiModel:
        return OpenAiModel(replace(self._settings, **changes))

    def has_noted(self, number: int) -> None:
        """Wait for requests that were given up: the server notes them when it is done."""
        while len(self.sent) < number:
            time.sleep(0.01)

    @property
    def sent(self) -> list[dict[str, Any]]:
        return [r.json() for r in self.sandbox.requests_to("completions")]


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[OpenAiSandbox, str]]:
    sandbox = OpenAiSandbox()
    with RunningApp(mounted({"openai": sandbox})) as app:
        yield sandbox, f"{app.url}/openai/v1"


@pytest.fixture
def server(running: tuple[OpenAiSandbox, str]) -> Server:
    sandbox, url = running
    sandbox.requests.clear()
    sandbox.scripted.clear()
    sandbox.scripted.extend([ScriptedReply("{}")] * 5)
    sandbox.refuses, sandbox.flex_is_full = frozenset(), False
    return Server(sandbox, url)


LEAST = {"model", "messages", "response_format", "max_completion_tokens"}


def test_nothing_is_sent_that_a_compatible_server_may_not_know(server: Server) -> None:
    server.model().complete(REQUEST)
    assert server.sent[0].keys() == LEAST
    assert server.sent[0]["messages"] == [
        {"role": "system", "content": "The rubric."},
        {"role": "user", "content": "0 R: What made you look at this now?"},
    ]


def test_a_customers_call_is_not_to_be_kept_by_a_server_that_would(server: Server) -> None:
    server.model(own_parameters=True).complete(REQUEST)
    assert server.sent[0]["store"] is False
    assert server.sent[0]["prompt_cache_key"] == "discovery-1"


def test_effort_is_sent_where_set_and_thinking_has_room_beside_the_answer(server: Server) -> None:
    server.model(reasoning_effort="low", thinking_tokens=4000).complete(REQUEST)
    assert server.sent[0]["reasoning_effort"] == "low"
    assert server.sent[0]["max_completion_tokens"] == 4100


def test_the_room_that_is_sent_is_the_room_that_is_reckoned_with(server: Server) -> None:
    model = server.model(thinking_tokens=4000)
    model.complete(REQUEST)
    assert server.sent[0]["max_completion_tokens"] == model.room(REQUEST) == 4100


@pytest.mark.parametrize("effort", ["low", "high"])
def test_who_answered_is_named_with_the_effort_it_was_asked_for(
    server: Server, effort: str
) -> None:
    server.sandbox.scripted.clear()
    server.sandbox.scripted.append(ScriptedReply("{}", model="sandbox-1-2026-11-01"))
    model = server.model(reasoning_effort=effort)
    assert model.model == f"sandbox-1@{effort}"
    assert model.complete(REQUEST).model == f"sandbox-1-2026-11-01@{effort}"


def test_flex_is_asked_for_and_then_the_prices_hold(server: Server) -> None:
    assert server.model(flex=True).complete(REQUEST).as_priced
    assert server.sent[0]["service_tier"] == "flex"


def test_where_flex_has_no_room_the_ordinary_tier_answers_at_another_price(server: Server) -> None:
    server.sandbox.flex_is_full = True
    model = server.model(flex=True)
    assert not model.complete(REQUEST).as_priced
    assert ["service_tier" in body for body in server.sent] == [True, False]
    model.complete(REQUEST)
    assert ["service_tier" in body for body in server.sent] == [True, False, False]


def test_a_server_that_does_not_know_flex_is_asked_without_it(server: Server) -> None:
    server.sandbox.refuses = frozenset({"service_tier"})
    model = server.model(flex=True)
    model.complete(REQUEST)
    model.complete(REQUEST)
    assert ["service_tier" in body for body in server.sent] == [True, False, False]


def test_a_flex_answer_that_does_not_come_is_not_waited_for_twice(server: Server) -> None:
    model = server.model(flex=True)
    server.sandbox.fail(Fault("answer", path="completions", status=200, body={}, delay_s=0.8))
    with pytest.raises(VendorUnavailable):
        model.complete(REQUEST)
    model.complete(REQUEST)
    assert "service_tier" not in server.sent[-1]
    server.has_noted(2)


def test_an_ordinary_rate_limit_of_flex_is_no_reason_to_pay_more(server: Server) -> None:
    limit = {"error": {"code": "rate_limit_exceeded"}}
    server.sandbox.fail(Fault("answer", path="completions", status=429, body=limit))
    with pytest.raises(RateLimited):
        server.model(flex=True).complete(REQUEST)
    assert len(server.sent) == 1


def test_a_parameter_that_was_set_and_is_refused_is_told(server: Server) -> None:
    server.sandbox.refuses = frozenset({"reasoning_effort"})
    with pytest.raises(SetupRejected, match="does not take 'reasoning_effort'"):
        server.model(reasoning_effort="low").complete(REQUEST)


def test_a_quota_of_ours_holds_back_before_the_server_has_to(server: Server) -> None:
    model = server.model(tokens_per_minute=600, max_wait_s=0.0)
    model.complete(REQUEST)
    with pytest.raises(RateLimited):
        model.complete(REQUEST)
    assert len(server.sent) == 1
