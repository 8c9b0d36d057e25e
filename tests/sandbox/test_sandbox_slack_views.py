"""Modals and homes of the sandbox Slack, asked for with Slack's own client."""

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.slack import SlackSandbox
from tests.sandbox.slack_samples import (
    Block,
    Clock,
    Refused,
    home,
    modal,
    plain,
    section,
    select,
    text_input,
)
from tests.sandbox.slack_schema import block_kit_problems


def opened(web: WebClient, workspace: SlackSandbox, view: Block) -> dict[str, Any]:
    answer = web.views_open(trigger_id=workspace.hand_trigger("UANA"), view=view)
    made: dict[str, Any] = answer["view"]
    return made


def test_an_opened_modal_comes_back_with_id_hash_and_state(
    web: WebClient, workspace: SlackSandbox
) -> None:
    view = opened(web, workspace, modal(text_input(), callback_id="c", private_metadata="p"))
    assert view == workspace.people.open_modal_of("UANA")
    assert view["id"].startswith("V")
    assert view["hash"]
    assert (view["callback_id"], view["private_metadata"]) == ("c", "p")
    assert view["state"]["values"] == {
        "note": {"said": {"type": "plain_text_input", "value": None}}
    }
    assert (view["root_view_id"], view["previous_view_id"]) == (view["id"], None)


def test_a_trigger_works_once_for_three_seconds_and_only_if_it_was_handed_out(
    workspace: SlackSandbox, refused: Refused, web: WebClient, clock: Clock
) -> None:
    used, old = workspace.hand_trigger("UANA"), workspace.hand_trigger("UANA")
    clock.now += 3.0
    web.views_open(trigger_id=used, view=modal())
    clock.now += 0.1
    for trigger, code in (
        (used, "exchanged_trigger_id"),
        (old, "expired_trigger_id"),
        ("1.2.made", "invalid_trigger_id"),
    ):
        assert refused("views.open", trigger_id=trigger, view=modal())["error"] == code


def test_modals_are_stacked_three_deep_from_inside_the_open_one(
    web: WebClient, workspace: SlackSandbox, refused: Refused
) -> None:
    root = top = opened(web, workspace, modal())
    for _ in range(2):
        trigger = workspace.hand_trigger("UANA", top["id"])
        pushed = web.views_push(trigger_id=trigger, view=modal())["view"]
        assert (pushed["root_view_id"], pushed["previous_view_id"]) == (root["id"], top["id"])
        top = pushed
    trigger = workspace.hand_trigger("UANA", top["id"])
    answer = refused("views.push", trigger_id=trigger, view=modal())
    assert answer["error"] == "push_limit_reached"


def test_a_modal_is_pushed_from_a_modal_only(workspace: SlackSandbox, refused: Refused) -> None:
    trigger = workspace.hand_trigger("UANA")
    answer = refused("views.push", trigger_id=trigger, view=modal())
    assert answer["error"] == "invalid_trigger_id"


def test_an_updated_view_has_a_new_hash_and_keeps_what_was_typed(
    web: WebClient, workspace: SlackSandbox
) -> None:
    view = dict(opened(web, workspace, modal(text_input())))
    workspace.people.fill("UANA", {"note": "mine"})
    changed = web.views_update(
        view_id=view["id"], hash=view["hash"], view=modal(section("new"), text_input())
    )["view"]
    assert changed["id"] == view["id"]
    assert changed["hash"] != view["hash"]
    assert changed["state"]["values"]["note"]["said"]["value"] == "mine"


def test_a_view_is_found_by_its_external_id(web: WebClient, workspace: SlackSandbox) -> None:
    view = opened(web, workspace, modal(external_id="mine"))
    answer = web.views_update(external_id="mine", view=modal(external_id="mine"))
    assert answer["view"]["id"] == view["id"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"view_id": "VNONE"}, "not_found"),
        ({"external_id": "none"}, "not_found"),
        ({}, "invalid_arguments"),
        ({"view_id": "V", "external_id": "e"}, "invalid_arguments"),
    ],
)
def test_a_view_must_be_there_to_be_updated(
    given: dict[str, str], code: str, refused: Refused
) -> None:
    assert refused("views.update", view=modal(), **given)["error"] == code


def test_an_outdated_hash_is_a_conflict(
    web: WebClient, workspace: SlackSandbox, refused: Refused
) -> None:
    first = dict(opened(web, workspace, modal()))
    web.views_update(view_id=first["id"], view=modal(section("two")))
    answer = refused("views.update", view_id=first["id"], hash=first["hash"], view=modal())
    assert answer["error"] == "hash_conflict"


def test_an_external_id_is_unique(
    web: WebClient, workspace: SlackSandbox, refused: Refused
) -> None:
    web.views_publish(user_id="UBEN", view=home(external_id="mine"))
    trigger = workspace.hand_trigger("UANA")
    answer = refused("views.open", trigger_id=trigger, view=modal(external_id="mine"))
    assert answer["error"] == "duplicate_external_id"


def test_a_home_is_published_for_one_member_and_replaced(
    web: WebClient, workspace: SlackSandbox, refused: Refused
) -> None:
    first = dict(web.views_publish(user_id="UANA", view=home())["view"])
    second = web.views_publish(user_id="UANA", hash=first["hash"], view=home(section("two")))
    assert second["view"]["id"] == first["id"]
    shown = workspace.people.home_of("UANA")
    assert shown is not None
    assert shown["blocks"][0]["text"]["text"] == "two"
    assert workspace.people.home_of("UBEN") is None
    stale = refused("views.publish", user_id="UANA", hash=first["hash"], view=home())
    assert stale["error"] == "hash_conflict"
    assert refused("views.publish", user_id="UNONE", view=home())["error"] == "user_not_found"


@pytest.mark.parametrize(
    ("view", "where"),
    [
        (modal(title=plain("x" * 25)), "25 characters [json-pointer:/view/title/text]"),
        (modal(submit=plain("x" * 25)), "25 characters [json-pointer:/view/submit/text]"),
        (modal(close=plain("x" * 25)), "25 characters [json-pointer:/view/close/text]"),
        (modal(callback_id="x" * 256), "256 characters [json-pointer:/view/callback_id]"),
        (modal(private_metadata="x" * 3001), "characters [json-pointer:/view/private_metadata]"),
        (modal(*[section()] * 101), "no more than 100 items allowed [json-pointer:/view/blocks]"),
        (modal(text_input(), submit=None), "submit is required with an input block"),
        (modal(text_input(), text_input()), "`block_id` note already exists"),
        (home(), "unsupported type: home [json-pointer:/view/type]"),
        ({"type": "modal", "blocks": [section()]}, "missing required field: title"),
        (modal(section(accessory=select(options=[]))), "[json-pointer:/view/blocks/0/accessory"),
        (modal({"type": "markdown", "text": "x"}), "unsupported type: markdown"),
    ],
)  # fmt: skip
def test_a_view_that_does_not_fit_is_refused_with_its_places(
    view: Block, where: str, workspace: SlackSandbox, refused: Refused
) -> None:
    answer = refused("views.open", trigger_id=workspace.hand_trigger("UANA"), view=view)
    assert answer["error"] == "invalid_arguments"
    assert any(where in said for said in answer["response_metadata"]["messages"])


def test_a_form_holds_a_view_as_json(web: WebClient, workspace: SlackSandbox) -> None:
    view = '{"type": "home", "blocks": []}'
    web.api_call("views.publish", params={"user_id": "UANA", "view": view})
    assert workspace.people.home_of("UANA") is not None


def test_a_missing_view_is_named(web: WebClient) -> None:
    with pytest.raises(SlackApiError) as error:
        web.api_call("views.open", json={"trigger_id": "1"})
    assert error.value.response["response_metadata"]["messages"] == [
        "[ERROR] missing required field: view"
    ]


def test_views_fit_the_written_description(web: WebClient, workspace: SlackSandbox) -> None:
    opened(web, workspace, modal(text_input(), close=plain("x" * 24), callback_id="x" * 255))
    web.views_publish(user_id="UANA", view=home(private_metadata="x" * 3000))
    assert block_kit_problems(workspace.requests) == []
