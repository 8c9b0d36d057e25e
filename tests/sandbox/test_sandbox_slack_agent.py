"""The agent's surface in the sandbox Slack: prompts, status, title, and streams."""

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.slack import SlackSandbox
from tests.sandbox.slack_samples import Refused, feedback, section

PROMPT = {"title": "What next?", "message": "What should I work on?"}


def test_up_to_four_prompts_are_kept_without_a_thread(
    web: WebClient, workspace: SlackSandbox, refused: Refused
) -> None:
    web.assistant_threads_setSuggestedPrompts(channel_id="DANA", prompts=[PROMPT] * 4)
    assert workspace.agent.prompts["DANA", ""] == [PROMPT] * 4
    method = "assistant.threads.setSuggestedPrompts"
    for wrong in ([PROMPT] * 5, [], [{"title": "x"}]):
        answer = refused(method, channel_id="DANA", prompts=wrong)
        assert answer["error"] == "invalid_arguments"
    assert refused(method, channel_id="D0", prompts=[PROMPT])["error"] == "channel_not_found"


def test_a_status_stands_until_the_next_message_of_the_thread(
    web: WebClient, workspace: SlackSandbox
) -> None:
    for thread in ("1.1", "1.2"):
        web.assistant_threads_setStatus(channel_id="DANA", thread_ts=thread, status="is reading")
    web.chat_postMessage(channel="DANA", thread_ts="1.1", text="done")
    assert workspace.agent.statuses == {("DANA", "1.2"): "is reading"}
    web.assistant_threads_setStatus(channel_id="DANA", thread_ts="1.2", status="")
    assert workspace.agent.statuses == {}


def test_a_thread_gets_a_title(web: WebClient, workspace: SlackSandbox) -> None:
    web.assistant_threads_setTitle(channel_id="DANA", thread_ts="1.1", title="Next steps")
    assert workspace.agent.titles == {("DANA", "1.1"): "Next steps"}


def test_a_stream_is_visible_while_it_grows_and_ends_with_blocks(
    web: WebClient, workspace: SlackSandbox
) -> None:
    ts = web.chat_startStream(channel="DANA", thread_ts="1.1", markdown_text="**One** ")["ts"]
    web.chat_appendStream(channel="DANA", ts=ts, markdown_text="two")
    (growing,) = workspace.messages_to("UANA")
    assert (growing.text, growing.streaming, growing.thread_ts) == ("**One** two", True, "1.1")
    web.chat_stopStream(channel="DANA", ts=ts, markdown_text="!", blocks=[feedback()])
    (done,) = workspace.messages_to("UANA")
    assert (done.text, done.streaming) == ("**One** two!", False)
    assert [b["type"] for b in done.blocks] == ["markdown", "context_actions"]


def test_the_clients_own_stream_works(web: WebClient, workspace: SlackSandbox) -> None:
    stream = web.chat_stream(channel="DANA", thread_ts="1.1", buffer_size=4)
    for word in ("Some ", "longer ", "words"):
        stream.append(markdown_text=word)
    stream.stop(blocks=[section("end")])
    assert workspace.messages_to("UANA")[0].text == "Some longer words"


def test_only_a_growing_message_of_the_bot_can_be_continued(
    web: WebClient, workspace: SlackSandbox, refused: Refused
) -> None:
    posted = web.chat_postMessage(channel="DANA", text="still")["ts"]
    workspace.people.say("UANA", "mine")
    mine = workspace.messages[-1].ts
    growing = web.chat_startStream(channel="DANA", thread_ts="1.1")["ts"]
    for ts, code in (
        (posted, "message_not_in_streaming_state"),
        (mine, "message_not_owned_by_app"),
        ("9.9", "message_not_found"),
    ):
        for method in ("chat.appendStream", "chat.stopStream"):
            answer = refused(method, channel="DANA", ts=ts, markdown_text="x")
            assert answer["error"] == code
    assert refused("chat.appendStream", channel="DANA", ts=growing)["error"] == "no_text"
    answer = refused("chat.update", channel="DANA", ts=growing, text="x")
    assert answer["error"] == "streaming_state_conflict"


def test_blocks_come_at_the_end_only(web: WebClient, refused: Refused) -> None:
    given = {"channel": "DANA", "thread_ts": "1.1", "blocks": [section()]}
    assert refused("chat.startStream", **given)["error"] == "invalid_arguments"
    ts = web.chat_startStream(channel="DANA", thread_ts="1.1")["ts"]
    answer = refused(
        "chat.appendStream", channel="DANA", ts=ts, markdown_text="x", blocks=[section()]
    )
    assert answer["error"] == "invalid_arguments"


def test_a_stream_holds_twelve_thousand_characters(web: WebClient) -> None:
    ts = web.chat_startStream(channel="DANA", thread_ts="1.1", markdown_text="x" * 12_000)["ts"]
    with pytest.raises(SlackApiError, match="msg_too_long"):
        web.chat_appendStream(channel="DANA", ts=ts, markdown_text="x")


def test_a_stream_in_a_channel_names_for_whom_it_is(web: WebClient, refused: Refused) -> None:
    given = {"channel": "C1", "thread_ts": "1.1"}
    assert refused("chat.startStream", **given)["error"] == "missing_recipient_user_id"
    given["recipient_user_id"] = "UANA"
    assert refused("chat.startStream", **given)["error"] == "missing_recipient_team_id"
    assert web.api_call("chat.startStream", json={**given, "recipient_team_id": "T1"})["ok"]
