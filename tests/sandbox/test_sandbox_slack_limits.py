"""Scopes, tiers, threads, and who is who in the sandbox Slack."""

from dataclasses import replace
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.slack import SCOPES, SlackSandbox
from tests.sandbox.slack_samples import Clock, Refused, section


@pytest.mark.parametrize(
    ("method", "scope"),
    [
        ("chat.postMessage", "chat:write"),
        ("conversations.open", "im:write"),
        ("conversations.history", "im:history"),
        ("users.info", "users:read"),
        ("users.lookupByEmail", "users:read.email"),
        ("files.completeUploadExternal", "files:write"),
        ("assistant.threads.setStatus", "assistant:write"),
    ],
)
def test_a_method_without_its_scope_says_what_it_needs(
    method: str, scope: str, workspace: SlackSandbox, refused: Refused
) -> None:
    workspace.scopes = tuple(s for s in SCOPES if s != scope)
    assert refused(method) == {
        "ok": False,
        "error": "missing_scope",
        "needed": scope,
        "provided": ",".join(workspace.scopes),
    }


def test_the_scopes_are_sorted() -> None:
    assert list(SCOPES) == sorted(SCOPES)


def test_a_tier_lets_so_many_calls_through_in_a_minute(
    web: WebClient, workspace: SlackSandbox, clock: Clock
) -> None:
    workspace.tiers.on = True
    for _ in range(50):
        web.conversations_open(users="UANA")
        clock.now += 0.5
    with pytest.raises(SlackApiError) as error:
        web.conversations_open(users="UANA")
    answer = error.value.response
    assert (answer.status_code, answer["error"]) == (429, "ratelimited")
    assert answer.headers["Retry-After"] == "35"
    web.users_info(user="UANA")
    clock.now += 35.0
    assert web.conversations_open(users="UANA")["ok"]


def test_no_tier_holds_back_unless_asked(web: WebClient) -> None:
    for _ in range(60):
        web.conversations_open(users="UANA")


def test_a_thread_is_read_back_with_its_root_first(web: WebClient, workspace: SlackSandbox) -> None:
    root = web.chat_postMessage(channel="UANA", text="root")["ts"]
    web.chat_postMessage(channel="UANA", text="beside")
    workspace.people.say("UANA", "one", thread_ts=root)
    web.chat_postMessage(channel="UANA", text="two", thread_ts=root)
    read = web.conversations_replies(channel="DANA", ts=root)["messages"]
    assert [m["text"] for m in read] == ["root", "one", "two"]
    assert (read[0]["reply_count"], read[0]["latest_reply"]) == (2, read[2]["ts"])
    assert {m["thread_ts"] for m in read} == {root}
    assert "bot_id" not in read[1]
    page = web.conversations_replies(channel="DANA", ts=root, limit=2)
    assert page["has_more"]


def test_a_thread_must_be_there_to_be_read(web: WebClient) -> None:
    with pytest.raises(SlackApiError, match="thread_not_found"):
        web.conversations_replies(channel="DANA", ts="1.1")


def test_replies_are_not_asked_for_in_json(refused: Refused) -> None:
    answer = refused("conversations.replies", channel="DANA", ts="1.1")
    assert answer["error"] == "invalid_arguments"


def test_a_message_has_a_link(web: WebClient) -> None:
    ts = web.chat_postMessage(channel="UANA", text="x")["ts"]
    link = web.chat_getPermalink(channel="DANA", message_ts=ts)["permalink"]
    assert link == f"https://sandbox.slack.com/archives/DANA/p{ts.replace('.', '')}"
    with pytest.raises(SlackApiError, match="message_not_found"):
        web.chat_getPermalink(channel="DANA", message_ts="1.1")


def test_a_change_keeps_metadata_and_blocks_that_are_not_given(
    web: WebClient, workspace: SlackSandbox, refused: Refused
) -> None:
    metadata: dict[str, Any] = {"event_type": "t", "event_payload": {"key": "k"}}
    posted = web.chat_postMessage(channel="UANA", text="one", blocks=[section()], metadata=metadata)
    web.chat_update(channel="DANA", ts=posted["ts"], text="two")
    (message,) = workspace.messages
    assert (message.text, message.blocks, message.metadata) == ("two", (section(),), metadata)
    long = [section("x" * 3001)]
    answer = refused("chat.update", channel="DANA", ts=posted["ts"], text="x", blocks=long)
    assert answer["error"] == "invalid_blocks"


def test_a_message_of_somebody_else_cannot_be_changed_or_deleted(
    web: WebClient, workspace: SlackSandbox, refused: Refused
) -> None:
    workspace.people.say("UANA", "mine")
    given = {"channel": "DANA", "ts": workspace.messages[0].ts}
    assert refused("chat.update", text="x", **given)["error"] == "cant_update_message"
    assert refused("chat.delete", **given)["error"] == "cant_delete_message"


def test_a_locale_is_told_only_when_asked_for(web: WebClient, workspace: SlackSandbox) -> None:
    workspace.members["UANA"] = replace(workspace.members["UANA"], locale="de-DE")
    assert "locale" not in web.users_info(user="UANA")["user"]
    assert web.users_info(user="UANA", include_locale=True)["user"]["locale"] == "de-DE"


def test_guests_and_strangers_are_marked(web: WebClient, workspace: SlackSandbox) -> None:
    ana, ben = workspace.members["UANA"], workspace.members["UBEN"]
    workspace.members["UANA"] = replace(ana, single_channel_guest=True)
    workspace.members["UBEN"] = replace(ben, stranger=True, team_id="T2")
    guest, stranger = (web.users_info(user=u)["user"] for u in ("UANA", "UBEN"))
    assert (guest["is_restricted"], guest["is_ultra_restricted"]) == (True, True)
    assert (stranger["is_stranger"], stranger["team_id"]) == (True, "T2")
    assert "is_stranger" not in guest


def test_a_channel_says_whether_it_is_private_or_shared(
    web: WebClient, workspace: SlackSandbox
) -> None:
    workspace.scopes = (*SCOPES, "channels:read")
    workspace.add_channel("C2", private=True, ext_shared=True)
    plain, shared = (web.conversations_info(channel=c)["channel"] for c in ("C1", "C2"))
    assert (plain["is_private"], plain["is_ext_shared"]) == (False, False)
    assert (shared["is_private"], shared["is_ext_shared"]) == (True, True)


def test_an_archived_channel_takes_no_message(workspace: SlackSandbox, refused: Refused) -> None:
    workspace.channels["C1"] = replace(workspace.channels["C1"], archived=True)
    assert refused("chat.postMessage", channel="C1", text="x")["error"] == "is_archived"
