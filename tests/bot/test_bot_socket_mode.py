import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from slack_bolt import App
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.app import make_bolt_app
from bot.client import web_client
from bot.socket_mode import answer_envelope, run_socket_mode
from config.catalogue import load_catalogues
from domain.errors import UnexpectedPayload
from domain.webhooks import Delivery
from sandbox.running import RunningApp
from sandbox.slack import SlackSandbox
from sandbox.slack_events import app_mention

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WORDS = load_catalogues().words("en")
MENTION = app_mention(user="UANA", text="how am I doing?", event_id="Ev1")


@dataclass
class Connection:
    """Keeps what is sent back to Slack."""

    sent: list[SocketModeResponse] = field(default_factory=list)
    logger: logging.Logger = field(default_factory=lambda: logging.Logger("test"))

    def send_socket_mode_response(self, response: SocketModeResponse) -> None:
        self.sent.append(response)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with RunningApp(SlackSandbox()) as running:
        yield f"{running.url}/api/"


def app_that(keeps: list[Delivery], address: str = "http://127.0.0.1:9/") -> App:
    client = web_client("xoxb-sandbox", address)
    return make_bolt_app(keeps.append, client=client, now=lambda: NOW, words=WORDS, team_id="T1")


def answered(app: App, payload: Any) -> list[SocketModeResponse]:
    connection = Connection()
    request = SocketModeRequest(type="events_api", envelope_id="env-1", payload=payload)
    answer_envelope(app, cast(BaseSocketModeClient, connection), request)
    return connection.sent


def test_an_event_is_kept_and_its_envelope_acknowledged() -> None:
    kept: list[Delivery] = []
    (sent,) = answered(app_that(kept), MENTION)
    assert [d.key for d in kept] == ["Ev1"]
    assert sent.envelope_id == "env-1"


def test_an_envelope_that_could_not_be_kept_is_left_to_be_sent_again() -> None:
    def refuse(delivery: Delivery) -> None:
        raise OSError("the database is away")

    app = make_bolt_app(
        refuse, client=web_client("xoxb-t"), now=lambda: NOW, words=WORDS, team_id="T1"
    )
    assert answered(app, MENTION) == []


@pytest.mark.parametrize("payload", [{"type": "event_callback"}, "text"])
def test_a_malformed_envelope_is_acknowledged_and_not_kept(payload: Any) -> None:
    kept: list[Delivery] = []
    assert len(answered(app_that(kept), payload)) == 1
    assert kept == []


@pytest.mark.slow
def test_a_refused_connection_is_said_at_once(address: str) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(UnexpectedPayload, match="unknown_method"):
        run_socket_mode(app_that([], address), "xoxb-sandbox", stop)
