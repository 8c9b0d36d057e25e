"""People of the sandbox Slack click, choose and submit; Slack's own payloads come of it."""

import json
from typing import Any
from urllib.parse import parse_qs

import pytest
from slack_sdk import WebClient
from slack_sdk.signature import Clock as SlackClock
from slack_sdk.signature import SignatureVerifier
from slack_sdk.webhook import WebhookClient

from sandbox.slack import SlackSandbox
from sandbox.slack_actions import block_action
from sandbox.slack_events import SlackRequest
from sandbox.slack_person import SECRET
from sandbox.slack_values import NotPossible
from tests.sandbox.slack_samples import (
    Clock,
    actions,
    button,
    feedback,
    home,
    modal,
    option,
    plain,
    section,
    select,
    text_input,
)

METADATA = {"event_type": "t", "event_payload": {"key": "agenda:1"}}


def payload(request: SlackRequest) -> dict[str, Any]:
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    (text,) = parse_qs(request.body.decode())["payload"]
    read: dict[str, Any] = json.loads(text)
    return read


def open_modal(web: WebClient, workspace: SlackSandbox, *blocks: Any, **more: Any) -> None:
    view = modal(*blocks, **more)
    web.views_open(trigger_id=workspace.hand_trigger("UANA"), view=view)


class Fixed(SlackClock):
    def now(self) -> float:
        return 1_767_225_600.0


def test_a_click_in_a_message_has_slacks_whole_payload(
    web: WebClient, workspace: SlackSandbox
) -> None:
    blocks = [actions(button(value="7", style="primary"), block_id="b")]
    ts = web.chat_postMessage(channel="UANA", text="t", blocks=blocks, metadata=METADATA)["ts"]
    told = payload(workspace.people.click("UANA", "agenda:1", "go"))
    (action,) = told["actions"]
    assert action.pop("action_ts")
    assert action == {**button(value="7", style="primary"), "block_id": "b"}
    assert told["container"] == {
        "type": "message",
        "message_ts": ts,
        "channel_id": "DANA",
        "is_ephemeral": False,
    }
    assert (told["type"], told["user"]["id"], told["team"]["id"]) == ("block_actions", "UANA", "T1")
    assert told["channel"] == {"id": "DANA", "name": "directmessage"}
    assert told["message"]["metadata"] == METADATA
    assert told["message"]["blocks"] == blocks
    assert told["state"] == {"values": {}}
    assert told["response_url"].startswith("http")


def test_a_request_is_signed_as_slack_signs(web: WebClient, workspace: SlackSandbox) -> None:
    request = workspace.people.say("UANA", "hi")
    verifier = SignatureVerifier(SECRET, clock=Fixed())
    assert verifier.is_valid_request(request.body, dict(request.headers))


def test_a_clicks_trigger_opens_a_modal(web: WebClient, workspace: SlackSandbox) -> None:
    ts = web.chat_postMessage(channel="UANA", text="t", blocks=[actions(button())])["ts"]
    told = payload(workspace.people.click("UANA", ts, "go"))
    web.views_open(trigger_id=told["trigger_id"], view=modal())
    assert workspace.people.open_modal_of("UANA")
    assert workspace.people.open_modal_of("UBEN") is None


def test_one_of_several_buttons_is_meant_by_its_value(
    web: WebClient, workspace: SlackSandbox
) -> None:
    rows = [actions(button(value=v), block_id=v) for v in ("1", "2")]
    ts = web.chat_postMessage(channel="UANA", text="t", blocks=rows)["ts"]
    told = payload(workspace.people.click("UANA", ts, "go", value="2"))
    assert (told["actions"][0]["value"], told["actions"][0]["block_id"]) == ("2", "2")


def test_what_was_chosen_stands_in_the_state_of_the_next_click(
    web: WebClient, workspace: SlackSandbox
) -> None:
    row = actions(select(), button(), block_id="b")
    ts = web.chat_postMessage(channel="UANA", text="t", blocks=[row])["ts"]
    chosen = payload(workspace.people.choose("UANA", ts, "day", "Tuesday"))["actions"][0]
    assert chosen["selected_option"] == option("Tuesday", "tu")
    told = payload(workspace.people.click("UANA", ts, "go"))
    kept = {"type": "static_select", "selected_option": option("Tuesday", "tu")}
    assert told["state"]["values"] == {"b": {"day": kept}}


@pytest.mark.parametrize(
    ("element", "given", "field", "expected"),
    [
        ({"type": "overflow", "options": [option("A", "a")]}, "A", "selected_option", "a"),
        ({"type": "radio_buttons", "options": [option("A", "a")]}, "a", "selected_option", "a"),
        ({"type": "checkboxes", "options": [option("A", "a")]}, ["a"], "selected_options", ["a"]),
        ({"type": "users_select"}, "UBEN", "selected_user", "UBEN"),
        ({"type": "multi_users_select"}, ["UBEN"], "selected_users", ["UBEN"]),
        ({"type": "datepicker"}, "2026-01-31", "selected_date", "2026-01-31"),
    ],
)
def test_every_menu_says_what_was_chosen_in_its_own_field(
    element: dict[str, Any],
    given: Any,
    field: str,
    expected: Any,
    web: WebClient,
    workspace: SlackSandbox,
) -> None:
    row = section(accessory={**element, "action_id": "a"})
    ts = web.chat_postMessage(channel="UANA", text="t", blocks=[row])["ts"]
    (action,) = payload(workspace.people.click("UANA", ts, "a", selected_option=given))["actions"]
    said = action[field]
    if isinstance(said, list) and isinstance(said[0], dict):
        said = [one["value"] for one in said]
    assert (said["value"] if isinstance(said, dict) else said) == expected


def test_feedback_holds_the_value_of_the_button(web: WebClient, workspace: SlackSandbox) -> None:
    ts = web.chat_postMessage(channel="UANA", text="t", blocks=[feedback()])["ts"]
    (action,) = payload(workspace.people.click("UANA", ts, "useful", value="bad"))["actions"]
    assert (action["type"], action["value"]) == ("feedback_buttons", "bad")


def test_nobody_acts_on_what_they_do_not_see(web: WebClient, workspace: SlackSandbox) -> None:
    ts = web.chat_postMessage(channel="UANA", text="t", blocks=[actions(button())])["ts"]
    for user, place, action in (
        ("UBEN", ts, "go"),
        ("UANA", ts, "other"),
        ("UANA", "home", "go"),
        ("UANA", "modal", "go"),
        ("UNONE", ts, "go"),
    ):
        with pytest.raises(LookupError):
            workspace.people.click(user, place, action)


def test_an_option_that_is_not_offered_cannot_be_chosen(
    web: WebClient, workspace: SlackSandbox
) -> None:
    ts = web.chat_postMessage(channel="UANA", text="t", blocks=[actions(select())])["ts"]
    with pytest.raises(NotPossible):
        workspace.people.choose("UANA", ts, "day", "Sunday")


def test_a_click_in_a_home_carries_the_view_and_no_message(
    web: WebClient, workspace: SlackSandbox
) -> None:
    web.views_publish(user_id="UANA", view=home(actions(button())))
    told = payload(workspace.people.click("UANA", "home", "go"))
    view = workspace.people.home_of("UANA")
    assert view is not None
    assert told["container"] == {"type": "view", "view_id": view["id"]}
    assert told["view"] == view
    assert not {"message", "channel", "response_url"} & set(told)


def test_a_modal_is_submitted_with_what_was_filled_in(
    web: WebClient, workspace: SlackSandbox
) -> None:
    more = text_input("more", optional=True)
    open_modal(web, workspace, text_input(), more, callback_id="plan", private_metadata="p")
    told = payload(workspace.people.fill_and_submit("UANA", {"note": "Ask first"}))
    assert told["type"] == "view_submission"
    assert (told["view"]["callback_id"], told["view"]["private_metadata"]) == ("plan", "p")
    assert told["view"]["state"]["values"] == {
        "note": {"said": {"type": "plain_text_input", "value": "Ask first"}},
        "more": {"said": {"type": "plain_text_input", "value": None}},
    }
    assert told["response_urls"] == []


@pytest.mark.parametrize("note", ["", None, "x" * 11])
def test_slacks_client_keeps_a_form_that_is_not_right(
    note: str | None, web: WebClient, workspace: SlackSandbox
) -> None:
    open_modal(web, workspace, text_input(element={"max_length": 10}))
    with pytest.raises(NotPossible):
        workspace.people.fill_and_submit("UANA", {"note": note})


def test_a_modal_without_a_submit_button_is_not_submitted(
    web: WebClient, workspace: SlackSandbox
) -> None:
    open_modal(web, workspace, section(), submit=None)
    with pytest.raises(NotPossible):
        workspace.people.fill_and_submit("UANA", {})


def answered(workspace: SlackSandbox, **told: Any) -> Any:
    return workspace.people.answered("UANA", 200, json.dumps(told).encode())


def test_an_empty_answer_closes_the_modal(web: WebClient, workspace: SlackSandbox) -> None:
    open_modal(web, workspace)
    assert workspace.people.answered("UANA", 500, b"") == {}
    assert workspace.people.open_modal_of("UANA")
    workspace.people.answered("UANA", 200, b"")
    assert workspace.people.open_modal_of("UANA") is None


def test_an_answer_with_errors_keeps_the_modal_open(
    web: WebClient, workspace: SlackSandbox
) -> None:
    open_modal(web, workspace, text_input())
    errors = {"note": "Say a little more."}
    assert answered(workspace, response_action="errors", errors=errors) == errors
    assert workspace.people.open_modal_of("UANA")
    with pytest.raises(NotPossible):
        answered(workspace, response_action="errors", errors={"other": "x"})


def test_an_answer_can_update_push_and_clear(web: WebClient, workspace: SlackSandbox) -> None:
    open_modal(web, workspace)
    answered(workspace, response_action="push", view=modal(title=plain("Two")))
    answered(workspace, response_action="update", view=modal(title=plain("Three")))
    top = workspace.people.open_modal_of("UANA")
    assert top is not None
    assert top["title"]["text"] == "Three"
    answered(workspace, response_action="clear")
    assert workspace.people.open_modal_of("UANA") is None


def test_a_closed_modal_is_told_only_where_asked(web: WebClient, workspace: SlackSandbox) -> None:
    open_modal(web, workspace)
    assert workspace.people.close("UANA") is None
    open_modal(web, workspace, notify_on_close=True)
    request = workspace.people.close("UANA")
    assert request is not None
    told = payload(request)
    assert (told["type"], told["is_cleared"]) == ("view_closed", False)
    assert workspace.people.open_modal_of("UANA") is None


@pytest.mark.parametrize("tab", ["home", "messages"])
def test_the_app_is_opened_at_a_tab(tab: str, web: WebClient, workspace: SlackSandbox) -> None:
    web.views_publish(user_id="UANA", view=home())
    event = json.loads(workspace.people.open_home("UANA", tab).body)["event"]
    assert (event["type"], event["tab"], event["channel"]) == ("app_home_opened", tab, "DANA")
    assert ("view" in event) == (tab == "home")


def test_a_word_in_a_thread_comes_as_an_event_and_is_kept(
    web: WebClient, workspace: SlackSandbox
) -> None:
    root = web.chat_postMessage(channel="UANA", text="root")["ts"]
    first, second = (
        json.loads(workspace.people.say("UANA", "why?", thread_ts=root).body) for _ in range(2)
    )
    assert first["event"]["thread_ts"] == root
    assert (first["event"]["channel_type"], first["event"]["text"]) == ("im", "why?")
    assert first["event_id"] != second["event_id"]
    assert [m.text for m in workspace.people.messages_to("UANA")] == ["root"]
    assert [m.text for m in workspace.messages] == ["root", "why?", "why?"]


def test_a_command_carries_a_trigger_that_works(web: WebClient, workspace: SlackSandbox) -> None:
    form = parse_qs(workspace.people.command("UANA", "help").body.decode())
    assert form["text"] == ["help"]
    assert web.views_open(trigger_id=form["trigger_id"][0], view=modal())["ok"]


def test_a_click_on_a_message_for_one_person_alone_holds_no_message(
    web: WebClient, workspace: SlackSandbox
) -> None:
    web.chat_postEphemeral(channel="C1", user="UANA", text="t", blocks=[actions(button())])
    told = payload(workspace.people.click("UANA", workspace.messages[0], "go"))
    assert told["container"]["is_ephemeral"] is True
    assert "message" not in told


def test_an_action_stands_somewhere(workspace: SlackSandbox, clock: Clock) -> None:
    with pytest.raises(ValueError, match="message or in a view"):
        block_action(workspace, "UANA", [])


def respond(url: str, body: dict[str, Any]) -> tuple[int, str]:
    answer = WebhookClient(url, retry_handlers=[]).send_dict(body)
    return answer.status_code, answer.body


def test_a_click_is_answered_five_times_at_its_address(
    web: WebClient, workspace: SlackSandbox
) -> None:
    ts = web.chat_postMessage(channel="UANA", text="t", blocks=[actions(button())])["ts"]
    url = payload(workspace.people.click("UANA", ts, "go"))["response_url"]
    assert respond(url, {"text": "new", "replace_original": True})[0] == 200
    assert [m.text for m in workspace.messages] == ["new"]
    assert respond(url, {"text": "for you alone"})[0] == 200
    assert workspace.messages[1].only_for == "UANA"
    assert respond(url, {"text": "all", "response_type": "in_channel"})[0] == 200
    assert respond(url, {"text": "", "blocks": []}) == (404, '{"ok":false,"error":"no_text"}')
    assert respond(url, {"delete_original": True})[0] == 200
    assert [m.text for m in workspace.messages] == ["for you alone", "all"]
    assert respond(url, {"text": "five"})[0] == 200
    assert respond(url, {"text": "six"}) == (404, '{"ok":false,"error":"used_url"}')


def test_an_address_dies_after_half_an_hour(
    web: WebClient, workspace: SlackSandbox, clock: Clock
) -> None:
    ts = web.chat_postMessage(channel="UANA", text="t", blocks=[actions(button())])["ts"]
    url = payload(workspace.people.click("UANA", ts, "go"))["response_url"]
    clock.now += 1801.0
    assert "expired_url" in respond(url, {"text": "late"})[1]
    assert "expired_url" in respond(url + "X", {"text": "made up"})[1]
