"""The sandbox Slack refuses what Slack refuses, asked with Slack's own client."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from domain.people import Person, PersonId, Role
from sandbox.running import RunningApp
from sandbox.slack import BOT_ID, SlackSandbox

ANA = Person(
    id=PersonId("ana"),
    name="Ana Ortiz",
    email="Ana@reploop.test",
    role=Role.REP,
    slack_user_id="UANA",
)
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "hi"}}


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[SlackSandbox, str]]:
    sandbox = SlackSandbox()
    with RunningApp(sandbox) as running:
        yield sandbox, f"{running.url}/api/"


@pytest.fixture
def slack(served: tuple[SlackSandbox, str]) -> SlackSandbox:
    served[0].reset()
    served[0].load([ANA])
    served[0].add_channel("C1")
    return served[0]


@pytest.fixture
def client(served: tuple[SlackSandbox, str], slack: SlackSandbox) -> WebClient:
    return WebClient(slack.token, served[1], retry_handlers=[])


def code(error: pytest.ExceptionInfo[SlackApiError]) -> str:
    return str(error.value.response["error"])


def test_the_bot_is_named_with_its_scopes(client: WebClient) -> None:
    answer = client.auth_test()
    assert (answer["team_id"], answer["bot_id"]) == ("T1", BOT_ID)
    assert "chat:write" in answer.headers["x-oauth-scopes"]


def test_a_missing_and_a_wrong_token_are_told_apart(served: tuple[SlackSandbox, str]) -> None:
    for token, expected in ((None, "not_authed"), ("xoxb-no", "invalid_auth")):
        with pytest.raises(SlackApiError) as error:
            WebClient(token, served[1], retry_handlers=[]).auth_test()
        assert code(error) == expected


def test_an_unknown_method_is_refused(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as error:
        client.api_call("admin.teams.list")
    assert code(error) == "unknown_method"


def test_a_post_is_kept_with_blocks_and_metadata_and_read_back(
    client: WebClient, slack: SlackSandbox
) -> None:
    metadata = {"event_type": "t", "event_payload": {"key": "k"}}
    posted = client.chat_postMessage(channel="UANA", text="hi", blocks=[SECTION], metadata=metadata)
    (seen,) = client.conversations_history(channel="DANA", include_all_metadata=True)["messages"]
    assert (seen["ts"], seen["metadata"], seen["bot_id"]) == (posted["ts"], metadata, BOT_ID)
    assert slack.messages[0].blocks == (SECTION,)


def test_history_holds_metadata_only_when_asked(client: WebClient) -> None:
    client.chat_postMessage(
        channel="DANA", text="hi", metadata={"event_type": "t", "event_payload": {}}
    )
    assert "metadata" not in client.conversations_history(channel="DANA")["messages"][0]


def test_history_comes_newest_first_in_pages_after_a_time(client: WebClient) -> None:
    sent = [client.chat_postMessage(channel="DANA", text=str(i))["ts"] for i in range(5)]
    first = client.conversations_history(channel="DANA", limit=2, oldest=sent[0])
    assert [m["text"] for m in first["messages"]] == ["4", "3"]
    assert first["has_more"] is True
    cursor = first["response_metadata"]["next_cursor"]
    rest = client.conversations_history(channel="DANA", limit=2, oldest=sent[0], cursor=cursor)
    assert [m["text"] for m in rest["messages"]] == ["2", "1"]
    assert rest["has_more"] is False


def test_a_thread_reply_is_not_in_the_channels_history(client: WebClient) -> None:
    client.chat_postMessage(channel="C1", text="reply", thread_ts="1.2")
    assert client.conversations_history(channel="C1")["messages"] == []


def test_a_lagging_history_shows_a_post_later(client: WebClient, slack: SlackSandbox) -> None:
    slack.history_lag_s = 60.0
    client.chat_postMessage(channel="DANA", text="hi")
    assert client.conversations_history(channel="DANA")["messages"] == []
    slack.history_lag_s = 0.0
    assert len(client.conversations_history(channel="DANA")["messages"]) == 1


def test_posting_too_fast_is_refused_with_the_seconds_to_wait(
    client: WebClient, slack: SlackSandbox
) -> None:
    slack.post_interval_s = 60.0
    client.chat_postMessage(channel="DANA", text="one")
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel="DANA", text="two")
    assert (error.value.response.status_code, error.value.response.headers["Retry-After"]) == (
        429,
        "1",
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "t", "blocks": [SECTION] * 51}, "invalid_blocks"),
        ({"text": "t", "blocks": [{"type": "section"}]}, "invalid_blocks"),
        ({"text": "t", "blocks": [{"type": "nonsense"}]}, "invalid_blocks"),
        (
            {"text": "t", "blocks": [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}]},
            "invalid_blocks",
        ),
        ({"text": "t", "blocks": [{"type": "context", "elements": []}]}, "invalid_blocks"),
        (
            {
                "text": "t",
                "blocks": [{**SECTION, "text": {"type": "mrkdwn", "text": "x" * 3001}}],
            },
            "invalid_blocks",
        ),
        (
            {
                "text": "t",
                "blocks": [{**SECTION, "text": {"type": "mrkdwn", "text": "x" * 2900}}] * 5,
            },
            "msg_blocks_too_long",
        ),
        ({"text": "t", "metadata": {"event_type": "x"}}, "invalid_metadata_format"),
        ({"channel": "CNONE", "text": "t"}, "channel_not_found"),
    ],
)
def test_what_slack_refuses_is_refused(
    client: WebClient, content: dict[str, object], expected: str
) -> None:
    with pytest.raises(SlackApiError) as error:
        client.api_call("chat.postMessage", json={"channel": "DANA", **content})
    assert code(error) == expected


def test_a_form_body_is_read_like_json(client: WebClient, slack: SlackSandbox) -> None:
    blocks = '[{"type": "divider"}]'
    client.api_call("chat.postMessage", params={"channel": "DANA", "text": "t", "blocks": blocks})
    assert slack.messages[0].blocks == ({"type": "divider"},)


def test_a_message_can_be_changed_and_deleted(client: WebClient, slack: SlackSandbox) -> None:
    ts = client.chat_postMessage(channel="DANA", text="one")["ts"]
    client.chat_update(channel="DANA", ts=ts, text="two")
    assert slack.messages_to("UANA")[0].text == "two"
    client.chat_delete(channel="DANA", ts=ts)
    assert slack.messages_to("UANA") == []
    with pytest.raises(SlackApiError) as error:
        client.chat_update(channel="DANA", ts=ts, text="three")
    assert code(error) == "message_not_found"


def test_an_ephemeral_message_is_kept_for_one_user_and_not_in_the_history(
    client: WebClient, slack: SlackSandbox
) -> None:
    client.chat_postEphemeral(channel="C1", user="UANA", text="psst")
    assert slack.messages[0].only_for == "UANA"
    assert client.conversations_history(channel="C1")["messages"] == []


def test_people_are_found_by_email_whatever_the_case(client: WebClient) -> None:
    assert client.users_lookupByEmail(email="ana@REPLOOP.test")["user"]["id"] == "UANA"
    assert client.users_info(user="UANA")["user"]["profile"]["email"] == "Ana@reploop.test"


@pytest.mark.parametrize(
    ("method", "given", "expected"),
    [
        ("users.lookupByEmail", {"email": "ana@reploop.test"}, "users_not_found"),
        ("users.info", {"user": "UX"}, "user_not_found"),
        ("conversations.open", {"users": "UX"}, "user_not_found"),
        ("conversations.open", {"users": "UANA"}, "user_disabled"),
    ],
)
def test_strangers_and_people_who_left_are_refused(
    client: WebClient, slack: SlackSandbox, method: str, given: dict[str, str], expected: str
) -> None:
    slack.load([replace(ANA, active=False)])
    with pytest.raises(SlackApiError) as error:
        client.api_call(method, params=given)
    assert code(error) == expected
