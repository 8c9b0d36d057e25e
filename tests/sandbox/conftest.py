"""A sandbox Slack behind HTTP with two members, Slack's own client, and a clock by hand."""

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.running import RunningApp
from sandbox.slack import SlackSandbox
from tests.sandbox.slack_samples import Clock, Refused, person


@pytest.fixture(scope="module")
def served_slack() -> Iterator[tuple[SlackSandbox, str]]:
    sandbox = SlackSandbox()
    with RunningApp(sandbox) as running:
        yield sandbox, f"{running.url}/api/"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(served_slack: tuple[SlackSandbox, str], clock: Clock) -> SlackSandbox:
    sandbox, _ = served_slack
    sandbox.reset()
    sandbox.clock = clock
    sandbox.load([person("Ana Ortiz", "UANA"), person("Ben Reed", "UBEN")])
    sandbox.add_channel("C1")
    return sandbox


@pytest.fixture
def web(served_slack: tuple[SlackSandbox, str], workspace: SlackSandbox) -> WebClient:
    return WebClient(workspace.token, served_slack[1], retry_handlers=[])


@pytest.fixture
def refused(web: WebClient) -> Refused:
    """Call a method that must fail, with a JSON body; its whole answer."""

    def call(method: str, **given: Any) -> dict[str, Any]:
        with pytest.raises(SlackApiError) as error:
            web.api_call(method, json=given)
        answer: dict[str, Any] = error.value.response.data
        return answer

    return call
