"""Which blocks may stand where, and how much fits: as Slack says it, with the place."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk import WebClient

from sandbox.slack import SlackSandbox
from sandbox.slack_blocks import Surface, problems
from tests.sandbox.slack_samples import (
    Block,
    Refused,
    actions,
    button,
    confirm,
    feedback,
    mrkdwn,
    option,
    plain,
    section,
    select,
    table,
    text_input,
)
from tests.sandbox.slack_schema import block_kit_problems

LISTED = {"options": [option("A", "a"), option("B", "b")]}
FINE: dict[str, Block] = {
    "header": {"type": "header", "text": plain("x" * 150)},
    "section": section("x" * 3000, fields=[mrkdwn("y" * 2000)] * 4),
    "divider": {"type": "divider", "block_id": "b" * 255},
    "fields": section(fields=[mrkdwn("y")] * 10),
    "context": {"type": "context", "elements": [mrkdwn("x")] * 10},
    "image": {"type": "image", "image_url": "https://a.test/i.png", "alt_text": "i"},
    "buttons": actions(*(button("x" * 75, f"a{n}", value="v" * 2000) for n in range(2))),
    "link": actions(button(url="https://a.test/" + "x" * 2985, style="danger", confirm=confirm())),
    "select": actions(select(initial_option=option("Monday", "mo"), placeholder=plain("p" * 150))),
    "grouped": actions(
        {
            "type": "static_select",
            "action_id": "g",
            "option_groups": [{"label": plain("G"), "options": [option("A", "a")]}],
        }
    ),
    "multi": section(accessory={"type": "multi_static_select", "action_id": "m", **LISTED}),
    "overflow": section(accessory={"type": "overflow", "action_id": "o", **LISTED}),
    "radio": section(
        accessory={
            "type": "radio_buttons",
            "action_id": "r",
            "initial_option": option("A", "a"),
            **LISTED,
        }
    ),
    "checkboxes": actions({"type": "checkboxes", "action_id": "c", **LISTED}),
    "users": actions({"type": "users_select", "action_id": "u", "initial_user": "UANA"}),
    "date": actions({"type": "datepicker", "action_id": "d", "initial_date": "2026-01-31"}),
    "input": text_input(element={"multiline": True, "max_length": 3000}, optional=True),
}
IN_MESSAGES: dict[str, Block] = {
    "markdown": {"type": "markdown", "text": "x" * 12_000},
    "table": table(100, 20),
    "feedback": feedback(),
}


def _many(kind: str, count: int) -> Block:
    options = [option(f"o{n}", str(n)) for n in range(count)]
    return actions({"type": kind, "action_id": "a", "options": options})


WRONG: list[tuple[list[Block], str]] = [
    ([actions(button("x" * 76))], "must be less than 76 characters /0/elements/0/text/text"),
    ([actions(button(value="x" * 2001))], "less than 2001 characters /0/elements/0/value"),
    ([actions(button(url="https://a.test/" + "x" * 3000))], "less than 3001 /0/elements/0/url"),
    ([actions(button(action_id="x" * 256))], "less than 256 /0/elements/0/action_id"),
    ([actions(button(style="green"))], "must be one of: primary, danger /0/elements/0/style"),
    ([actions(button(), button())], "`action_id` go already exists /0/elements/1/action_id"),
    ([actions(*(button(action_id=f"a{n}") for n in range(26)))], "no more than 25 items /0"),
    ([actions(button(confirm=confirm(title=plain("x" * 101))))], "101 /confirm/title/text"),
    ([actions(button(confirm=confirm(text=plain("x" * 301))))], "301 /confirm/text/text"),
    ([actions(button(confirm=confirm(deny=plain("x" * 31))))], "31 /confirm/deny/text"),
    ([actions({"type": "button", "action_id": "a"})], "missing required field: text /0/elements/0"),
    ([actions({"type": "plain_text_input", "action_id": "a"})], "unsupported type /elements/0"),
    ([{**section(), "block_id": "b"}] * 2, "`block_id` b already exists /1/block_id"),
    ([{**section(), "block_id": "x" * 256}], "less than 256 /0/block_id"),
    ([{**section(), "colour": "red"}], "invalid additional property: colour /0"),
    ([section(fields=[mrkdwn("x")] * 11)], "no more than 10 items /0/fields"),
    ([section(fields=[mrkdwn("x" * 2001)])], "less than 2001 /0/fields/0/text"),
    ([section("")], "more than 0 characters /0/text/text"),
    ([{"type": "context", "elements": [mrkdwn("x")] * 11}], "no more than 10 items /0/elements"),
    ([{"type": "context", "elements": [button()]}], "unsupported type /0/elements/0/type"),
    ([{"type": "header", "text": plain("x" * 151)}], "less than 151 /0/text/text"),
    ([_many("static_select", 101)], "no more than 100 items /0/elements/0/options"),
    ([_many("overflow", 6)], "no more than 5 items /0/elements/0/options"),
    ([_many("radio_buttons", 11)], "no more than 10 items /0/elements/0/options"),
    ([_many("checkboxes", 11)], "no more than 10 items /0/elements/0/options"),
    ([actions(select(options=[option("x" * 76, "v")]))], "less than 76 /options/0/text/text"),
    ([actions(select(options=[option("x", "v" * 76)]))], "less than 76 /options/0/value"),
    ([actions(select(options=[]))], "no fewer than 1 items required /0/elements/0/options"),
    ([actions(select(initial_option=option("Never", "no")))], "must exactly match /0/elements/0"),
    ([actions(select(placeholder=plain("x" * 151)))], "less than 151 /placeholder/text"),
    ([actions(select(option_groups=[{"label": plain("x"), "options": [option("a", "a")]}]))],
     "either options or option_groups /0/elements/0"),
    ([actions({"type": "datepicker", "initial_date": "31.1.2026"})], "regex /initial_date"),
    ([text_input(label=plain("x" * 2001))], "less than 2001 /0/label/text"),
    ([text_input(hint=plain("x" * 2001))], "less than 2001 /0/hint/text"),
    ([text_input(element={"max_length": 3001})], "between 1 and 3000 /0/element/max_length"),
    ([text_input(element={"min_length": 5, "max_length": 2})], "min_length must be /0/element"),
    ([text_input(element=button())], "unsupported type /0/element/type"),
    ([{"type": "image", "image_url": "https://a.test/i.png"}], "missing field: alt_text /0"),
    ([{"type": "image", "alt_text": "i"}], "either image_url or slack_file /0"),
    ([{"type": "image", "alt_text": "i", "image_url": "data:x"}], "valid HTTP /0/image_url"),
    ([{"type": "image", "alt_text": "i", "slack_file": {"id": "f1"}}], "regex /slack_file/id"),
    ([{"type": "nonsense"}], "unsupported type: nonsense /0/type"),
    ([{"text": "x"}], "missing required field: type /0"),
]  # fmt: skip
WRONG_IN_MESSAGES: list[tuple[list[Block], str]] = [
    ([table(), table()], "only one table /1"),
    ([table(101)], "no more than 100 items /0/rows"),
    ([table(1, 21)], "no more than 20 items /0/rows/0"),
    ([{"type": "table", "rows": [[{"type": "raw_text", "text": ""}]]}], "0/rows/0/0/text"),
    ([{"type": "markdown", "text": "x" * 12_001}], "less than 12001 /0/text"),
    ([{"type": "markdown", "text": "x" * 6_001}] * 2, "12001 characters in all"),
    ([{"type": "context_actions", "elements": [button()]}], "unsupported type /0/elements/0"),
    ([section()] * 51, "no more than 50 items"),
]


def said_by(found: list[str], expected: str) -> bool:
    return any(all(word in line for word in expected.split()) for line in found)


@pytest.mark.parametrize("name", FINE)
@pytest.mark.parametrize("surface", ["message", "modal", "home"])
def test_a_block_that_fits_may_stand_everywhere(name: str, surface: Surface) -> None:
    assert problems([FINE[name]], surface) == []


@pytest.mark.parametrize("name", IN_MESSAGES)
def test_some_blocks_stand_in_messages_only(name: str) -> None:
    assert problems([IN_MESSAGES[name]], "message") == []
    for surface in ("modal", "home"):
        assert said_by(problems([IN_MESSAGES[name]], surface), "unsupported type /blocks/0/type")


@pytest.mark.parametrize(("blocks", "expected"), WRONG)
@pytest.mark.parametrize("surface", ["message", "modal", "home"])
def test_what_does_not_fit_is_named_with_its_place(
    blocks: list[Block], expected: str, surface: Surface
) -> None:
    assert said_by(problems(blocks, surface), expected)


@pytest.mark.parametrize(("blocks", "expected"), WRONG_IN_MESSAGES)
def test_a_message_has_limits_of_its_own(blocks: list[Block], expected: str) -> None:
    assert said_by(problems(blocks, "message"), expected)


@pytest.mark.parametrize("surface", ["modal", "home"])
def test_a_view_holds_a_hundred_blocks(surface: Surface) -> None:
    assert problems([section()] * 100, surface) == []
    assert said_by(problems([section()] * 101, surface), "no more than 100 items")


@pytest.mark.parametrize("odd", [None, 1, "x", True, [], {}, {"type": []}])
def test_blocks_of_another_shape_are_refused_and_never_stumbled_over(odd: Any) -> None:
    assert problems([odd], "message")
    assert problems([section(accessory=odd or 1)], "message")
    assert problems([{"type": "actions", "elements": odd}], "message")


def test_an_error_holds_the_places_as_slack_lays_them_out(refused: Refused) -> None:
    answer = refused("chat.postMessage", channel="UANA", text="t", blocks=[section("x" * 3001)])
    where = "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    assert answer == {
        "ok": False,
        "error": "invalid_blocks",
        "errors": [where],
        "response_metadata": {"messages": [f"[ERROR] {where}"]},
    }


def test_what_the_sandbox_takes_fits_the_written_description(
    web: WebClient, workspace: SlackSandbox
) -> None:
    for block in [*FINE.values(), *IN_MESSAGES.values()]:
        web.api_call("chat.postMessage", json={"channel": "UANA", "text": "t", "blocks": [block]})
    assert len(workspace.messages) == len(FINE) + len(IN_MESSAGES)
    assert block_kit_problems(workspace.requests) == []


def test_the_written_description_finds_what_is_wrong(
    refused: Refused, workspace: SlackSandbox
) -> None:
    refused("chat.postMessage", channel="UANA", text="t", blocks=[section("x" * 3001)])
    assert block_kit_problems(workspace.requests) != []


def junk() -> st.SearchStrategy[Any]:
    known = [b["type"] for b in FINE.values()] + ["table", "markdown", "context_actions", "button"]
    names = ["type", "text", "elements", "element", "accessory", "options", "rows", "fields"]
    leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
    leaves |= st.sampled_from([*known, "static_select", "plain_text", "mrkdwn"])
    return st.recursive(
        leaves,
        lambda inside: (
            st.lists(inside, max_size=3)
            | st.dictionaries(st.sampled_from(names), inside, max_size=4)
        ),
        max_leaves=12,
    )


@given(junk())
def test_no_junk_makes_the_check_stumble(blocks: Any) -> None:
    assert all("[json-pointer:/blocks" in line for line in problems(blocks, "message"))
