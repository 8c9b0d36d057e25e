"""Signed requests as Slack sends them, through the endpoint, Bolt and the listeners."""

import asyncio
import json
import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app import make_bolt_app
from bot.client import web_client
from bot.endpoint import SlackEndpoint
from bot.questions import read_question
from bot.verify import SlackRequests
from config.catalogue import load_catalogues
from domain.errors import ConfigurationError, WebhookRejected
from domain.webhooks import Delivery, WebhookRequest
from sandbox.slack_events import (
    FORM_TYPE,
    SlackRequest,
    app_mention,
    direct_message,
    signed_event,
    slash_command,
)
from tests.integrations.samples import bad_inputs

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
Answer = tuple[int, dict[str, str], bytes]


class Slack:
    """The endpoint with an inbox in memory; ``broken`` makes keeping fail."""

    def __init__(self) -> None:
        self.kept: dict[str, Delivery] = {}
        self.broken = False
        app = make_bolt_app(
            self._keep,
            client=web_client("xoxb-test", "http://127.0.0.1:9/"),
            now=lambda: NOW,
            words=load_catalogues().words("en"),
            team_id="T1",
        )
        self.endpoint = SlackEndpoint(app, SlackRequests([SECRET]))

    def _keep(self, delivery: Delivery) -> None:
        if self.broken:
            raise OSError("the database is away")
        self.kept.setdefault(delivery.key, delivery)

    def post(self, request: SlackRequest, **headers: str) -> Answer:
        sent = WebhookRequest({**request.headers, **headers}, request.body)
        self.endpoint.verify(sent, NOW)
        return asyncio.run(self.endpoint.handle(sent))

    def event(self, body: dict[str, Any] | bytes, **headers: str) -> Answer:
        return self.post(signed_event(body, SECRET, NOW), **headers)

    def command(self, text: str, **more: str) -> Answer:
        body = slash_command(user="UANA", text=text, trigger_id="1.2.abc", **more)
        return self.post(signed_event(body, SECRET, NOW, FORM_TYPE))


@pytest.fixture(scope="module")
def bot() -> Slack:
    return Slack()


@pytest.fixture
def slack(bot: Slack) -> Slack:
    bot.kept.clear()
    bot.broken = False
    return bot


def event_with(**more: Any) -> bytes:
    body = {
        "type": "event_callback",
        "team_id": "T1",
        "event_id": "E",
        "event": {"type": "message"},
    }
    return json.dumps({**body, **more}).encode()


MENTION = app_mention(user="UANA", text="how am I doing?", event_id="Ev1")
MESSAGE = direct_message(user="UANA", text="how am I doing?", event_id="Ev2")

# ── ours: kept and acknowledged ─────────────────────────────────────────────────────────


def test_a_mention_is_kept_under_its_event_id(slack: Slack) -> None:
    assert slack.event(MENTION)[0] == 200
    (kept,) = slack.kept.values()
    assert (kept.provider, kept.key, kept.event, kept.received_at) == (
        "slack",
        "Ev1",
        "app_mention",
        NOW,
    )


def test_a_direct_message_is_kept(slack: Slack) -> None:
    assert slack.event(MESSAGE)[0] == 200
    assert slack.kept["Ev2"].event == "message"


def test_opening_the_home_tab_is_kept(slack: Slack) -> None:
    opened = {"type": "app_home_opened", "user": "UANA", "tab": "home"}
    assert slack.event({**MESSAGE, "event": opened})[0] == 200
    assert slack.kept["Ev2"].event == "app_home_opened"


def test_a_home_tab_that_nobody_opened_is_not_kept(slack: Slack) -> None:
    slack.event({**MESSAGE, "event": {"type": "app_home_opened", "tab": "home"}})
    assert slack.kept == {}


def test_a_repeated_delivery_is_acknowledged_and_kept_once(slack: Slack) -> None:
    headers = {"x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout"}
    assert [slack.event(MENTION, **headers)[0] for _ in range(3)] == [200, 200, 200]
    assert list(slack.kept) == ["Ev1"]


def test_what_is_kept_holds_no_token_and_no_response_address(slack: Slack) -> None:
    slack.event(MENTION)
    slack.command("me")
    kept = b"".join(d.body for d in slack.kept.values())
    assert b"deprecated" not in kept
    assert b"hooks.slack.com" not in kept


def test_a_command_is_kept_and_answered_to_the_person_alone(slack: Slack) -> None:
    status, headers, body = slack.command("me")
    assert status == 200
    assert headers["content-type"].startswith("application/json")
    assert json.loads(body) == {
        "text": "I am looking it up. The answer comes as a direct message in a moment.",
        "response_type": "ephemeral",
    }
    assert slack.kept["1.2.abc"].event == "slash_command"


def test_a_command_that_says_payload_is_not_lost(slack: Slack) -> None:
    assert slack.command("what is a payload?")[0] == 200
    question = read_question(slack.kept["1.2.abc"])
    assert question is not None
    assert question.text == "what is a payload?"


def test_the_endpoint_check_is_answered(slack: Slack) -> None:
    status, _, body = slack.event({"type": "url_verification", "challenge": "3eZb", "token": "x"})
    assert (status, json.loads(body)) == (200, {"challenge": "3eZb"})


def test_what_could_not_be_kept_is_asked_for_again(slack: Slack) -> None:
    slack.broken = True
    assert slack.event(MENTION)[0] == 503
    assert slack.command("me")[0] == 503


# ── not ours: acknowledged, not kept ────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "body",
    [
        app_mention(user="UANA", text="hi", event_id="E", team_id="T999"),
        direct_message(user="UBOT", text="hi", event_id="E", bot_id="B0"),
        direct_message(user="UBOT", text="hi", event_id="E", bot_id="B0", user_team="T2"),
        direct_message(user="UANA", text="hi", event_id="E", subtype="message_changed"),
        direct_message(user="UANA", text="hi", event_id="E", subtype="message_deleted"),
        direct_message(user="UANA", text="hi", event_id="E", channel_type="channel"),
        {**MESSAGE, "event": {"type": "something_new"}},
    ],
    ids=[
        "another workspace",
        "a bot",
        "a bot of another workspace",
        "an edit",
        "a deletion",
        "a channel message",
        "an unknown event",
    ],
)
def test_what_is_not_ours_is_acknowledged_and_not_kept(slack: Slack, body: Any) -> None:
    assert slack.event(body)[0] == 200
    assert slack.kept == {}


@pytest.mark.parametrize(
    "body",
    [
        app_mention(user="UXAN", text="secret", event_id="E", is_ext_shared_channel=True),
        direct_message(user="UXAN", text="secret", event_id="E", user_team="T2"),
    ],
    ids=["a shared channel", "a user of another workspace"],
)
def test_of_a_question_from_outside_only_is_kept_who_asked(slack: Slack, body: Any) -> None:
    assert slack.event(body)[0] == 200
    assert {key: d.event for key, d in slack.kept.items()} == {"E": "outside"}
    assert b"UXAN" in slack.kept["E"].body
    assert b"secret" not in slack.kept["E"].body
    slack.broken = True
    assert slack.event(body)[0] == 503


def test_a_command_of_another_workspace_is_not_kept(slack: Slack) -> None:
    assert slack.command("me", team_id="T999")[0] == 200
    assert slack.kept == {}


def test_a_message_with_a_file_is_a_question_too(slack: Slack) -> None:
    slack.event(direct_message(user="UANA", text="hi", event_id="E", subtype="file_share"))
    assert list(slack.kept) == ["E"]


# ── forged, old, malformed ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "headers",
    [
        {"x-slack-signature": "v0=00"},
        {"x-slack-signature": ""},
        {"x-slack-signature": "v0=\u00e9"},
        {"x-slack-request-timestamp": "abc"},
        {"x-slack-request-timestamp": ""},
        {"x-slack-request-timestamp": str(int(NOW.timestamp()) - 301)},
        {"x-slack-request-timestamp": "\u0661\u0662"},
    ],
)
def test_a_forged_or_old_request_is_rejected(slack: Slack, headers: dict[str, str]) -> None:
    with pytest.raises(WebhookRejected, match=r"^signature$"):
        slack.event(MENTION, **headers)


def test_a_request_of_four_minutes_ago_is_accepted(slack: Slack) -> None:
    old = signed_event(MENTION, SECRET, NOW - timedelta(minutes=4))
    assert slack.post(old)[0] == 200


def test_both_secrets_are_accepted_while_one_is_replaced() -> None:
    requests = SlackRequests(["new", SECRET])
    signed = signed_event(MENTION, SECRET, NOW)
    requests.verify(WebhookRequest(signed.headers, signed.body), NOW)


@pytest.mark.parametrize("secrets", [[], [""], ["good", " "]])
def test_an_empty_secret_stops_the_start(secrets: list[str]) -> None:
    with pytest.raises(ConfigurationError, match="REPLOOP_SLACK_SIGNING_SECRET"):
        SlackRequests(secrets)


@pytest.mark.parametrize(
    "body",
    [
        b"hello",
        b"[1,2]",
        b"",
        b"\xff\xfe",
        b'{"type":"event_callback"}',
        b'{"type":"event_callback","team_id":"T1","event_id":"","event":{"type":"app_mention"}}',
        b'{"type":"event_callback","team_id":"T1","event_id":7,"event":{"type":"app_mention"}}',
        b'{"type":"event_callback","team_id":"T1","event_id":"E","event":[]}',
        b'{"type":"event_callback","team_id":{},"event_id":"E","event":{"type":"message"}}',
        b'{"type":"event_callback","team_id":"T1","event_id":"E\\u0000","event":{"type":"message"}}',
        event_with(authorizations=[1]),
        event_with(event={"type": "message", "text": {"a": 1}}),
        event_with(event={"type": "message", "user": "U 1"}),
        b'{"type":"url_verification","challenge":{"a":1}}',
        b'{"type":"block_actions","user":5}',
        b"[" * 100_000,
        b'{"a":' + b"9" * 5000 + b"}",
    ],
)
def test_a_signed_body_that_is_malformed_is_a_400(slack: Slack, body: bytes) -> None:
    assert slack.event(body)[0] == 400
    assert slack.kept == {}


@pytest.mark.parametrize(
    "form", [b"payload=%7Bnot", b"command=%2Freploop", b"a=1&a=2", b"command=%2Fother&" * 200]
)
def test_a_signed_form_that_is_malformed_is_a_400(slack: Slack, form: bytes) -> None:
    assert slack.post(signed_event(form, SECRET, NOW, FORM_TYPE))[0] == 400


def test_another_command_is_not_ours(slack: Slack) -> None:
    body = slash_command(user="UANA", text="x", trigger_id="1").replace(b"%2Freploop", b"%2Fother")
    assert slack.post(signed_event(body, SECRET, NOW, FORM_TYPE))[0] == 400


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "type", "team_id", "user"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted({*MENTION, *MENTION["event"]})), json_values, st.booleans())
def test_no_value_in_any_place_makes_it_stumble(
    bot: Slack, name: str, value: Any, inside: bool
) -> None:
    event = {**MENTION["event"], name: value} if inside else MENTION["event"]
    body = {**MENTION, "event": event} if inside else {**MENTION, name: value}
    assert bot.event(body)[0] in (200, 400)


def test_a_rejected_body_is_not_logged(
    slack: Slack, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    secret_words = "our margin is eleven percent"
    slack.event(direct_message(user="UANA", text=secret_words, event_id="E", subtype="x"))
    slack.event(app_mention(user="UANA", text=secret_words, event_id="E2"))
    slack.event(secret_words.encode())
    slack.broken = True
    slack.event(app_mention(user="UANA", text=secret_words, event_id="E3"))
    printed = capsys.readouterr()
    assert secret_words not in caplog.text + printed.out + printed.err


# ── the shared rows ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("number", range(1, 14))
def test_a_shared_row_is_answered_as_expected(slack: Slack, number: int) -> None:
    (row,) = [r for r in bad_inputs("webhook_slack.jsonl") if r["id"] == f"d-slack-{number:03d}"]
    body = row["body"].replace("{{uuid}}", row["id"]).encode()
    statuses = {_status(slack, row, body) for _ in range(row.get("repeat", 1))}
    assert statuses <= set(row["expected"]["status"])
    assert len(slack.kept) == row["expected"]["delta"]["jobs"]


def _status(slack: Slack, row: dict[str, Any], body: bytes) -> int:
    sign: dict[str, Any] = row.get("sign") or {}
    headers = {k: _filled(v) for k, v in row.get("headers", {}).items()}
    if sign:
        at = NOW + timedelta(seconds=sign.get("ts_offset", 0))
        signed = signed_event(body, sign.get("secret", SECRET), at)
        headers = {**signed.headers, **headers}
    try:
        return slack.post(SlackRequest({"content-type": "application/json", **headers}, body))[0]
    except WebhookRejected:
        return 401


def _filled(value: str) -> str:
    return value.replace("{{now}}", str(int(NOW.timestamp())))
