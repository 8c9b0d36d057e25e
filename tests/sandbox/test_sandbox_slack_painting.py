"""What the pages of the sandbox Slack show of blocks, threads, homes and modals."""

import json

import pytest
from slack_sdk import WebClient
from starlette.testclient import TestClient

from sandbox.slack import SlackSandbox
from sandbox.slack_home_page import home_page, modal_page
from sandbox.slack_markdown import markdown_to_html
from sandbox.slack_page import slack_page
from sandbox.slack_text import message_as_text
from sandbox.slack_wire import Posted
from sandbox.world import World
from tests.sandbox.slack_samples import (
    Block,
    actions,
    button,
    feedback,
    home,
    modal,
    mrkdwn,
    option,
    plain,
    section,
    select,
    text_input,
)

LISTED = {"options": [option("Left", "l"), option("Right", "r")]}
RICH = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_list",
            "style": "bullet",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [{"type": "text", "text": "b<1>", "style": {"bold": True}}],
                }
            ],
        }
    ],
}


def page_of(workspace: SlackSandbox, *blocks: Block) -> str:
    workspace.messages.append(Posted("DANA", "1767225601.000100", "t", blocks))
    return slack_page(workspace, "UANA")


@pytest.mark.parametrize(
    ("block", "part"),
    [
        (section(accessory={"type": "overflow", "action_id": "o", **LISTED}), ">…</span><small>"),
        (actions(select(placeholder=plain("Pick <one>"))), "<i>Pick &lt;one&gt;</i>"),
        (actions(select(initial_option=option("Monday", "mo"))), "<span>Monday</span>"),
        (actions({"type": "users_select", "action_id": "u", "initial_user": "UBEN"}), "Ben Reed"),
        (actions({"type": "checkboxes", "action_id": "c", **LISTED}), "☐ Left"),
        (
            actions(
                {
                    "type": "radio_buttons",
                    "action_id": "c",
                    "initial_option": option("Right", "r"),
                    **LISTED,
                }
            ),
            "◉ Right",
        ),
        (actions({"type": "datepicker", "action_id": "d", "initial_date": "2026-01-31"}), "2026"),
        (feedback(), "<span class=button>Yes</span>"),
        (text_input(optional=True, hint=plain("help")), "<div class=hint>help</div>"),
        (
            {"type": "table", "rows": [[{"type": "raw_text", "text": "<a>"}]],
             "column_settings": [{"align": "right"}]},
            "<td style=text-align:right>&lt;a&gt;</td>",
        ),
        ({"type": "markdown", "text": "## Plan\n- **one**"}, "<ul><li><strong>one</strong></li>"),
        (RICH, "<ul><li><div><strong>b&lt;1&gt;</strong></div></li></ul>"),
        (
            {"type": "image", "image_url": "https://a.test/i.png", "alt_text": "i",
             "title": plain("Trend")},
            "<figcaption>Trend</figcaption>",
        ),
        ({"type": "alert", "text": mrkdwn("x")}, "[alert]"),
    ],
)  # fmt: skip
def test_every_kind_of_block_and_element_is_shown(
    block: Block, part: str, workspace: SlackSandbox
) -> None:
    assert part in page_of(workspace, block)


def test_replies_stand_below_their_root(web: WebClient, workspace: SlackSandbox) -> None:
    root = web.chat_postMessage(channel="UANA", text="the root")["ts"]
    web.chat_postMessage(channel="UANA", text="another one")
    workspace.people.say("UANA", "the reply", thread_ts=root)
    page = slack_page(workspace, "UANA")
    assert page.index("the root") < page.index("1 reply") < page.index("the reply")
    assert page.index("the reply") < page.index("another one")
    assert "<b>Ana Ortiz</b>" in page


def test_what_was_chosen_is_seen(web: WebClient, workspace: SlackSandbox) -> None:
    ts = web.chat_postMessage(channel="UANA", text="t", blocks=[actions(select())])["ts"]
    workspace.people.choose("UANA", ts, "day", "tu")
    assert "<span>Tuesday</span>" in slack_page(workspace, "UANA")


def test_status_and_prompts_are_seen(web: WebClient, workspace: SlackSandbox) -> None:
    prompts = [{"title": "<What>", "message": "x"}]
    web.assistant_threads_setSuggestedPrompts(channel_id="DANA", prompts=prompts)
    web.assistant_threads_setStatus(channel_id="DANA", thread_ts="1.1", status="is reading")
    page = slack_page(workspace, "UANA")
    assert "<span>&lt;What&gt;</span>" in page
    assert "Reploop is reading" in page


def test_a_home_is_shown_to_its_owner(web: WebClient, workspace: SlackSandbox) -> None:
    web.views_publish(user_id="UANA", view=home(section("for Ana")))
    assert "for Ana" in home_page(workspace, "UANA")
    assert "No home is published." in home_page(workspace, "UBEN")


def test_the_page_of_all_leads_to_homes(web: WebClient, workspace: SlackSandbox) -> None:
    web.chat_postMessage(channel="UANA", text="t")
    web.views_publish(user_id="UANA", view=home())
    assert '<a href="slack/home?user=UANA">Home</a>' in slack_page(workspace)
    assert "slack/home" not in slack_page(workspace, "UANA")


def test_an_open_modal_is_shown_with_what_was_typed_and_what_is_wrong(
    web: WebClient, workspace: SlackSandbox
) -> None:
    trigger = workspace.hand_trigger("UANA")
    web.views_open(trigger_id=trigger, view=modal(text_input(), close=plain("Not now")))
    workspace.people.fill("UANA", {"note": "my <words>"})
    told = {"response_action": "errors", "errors": {"note": "Say more."}}
    workspace.people.answered("UANA", 200, json.dumps(told).encode())
    page = modal_page(workspace, "UANA")
    for part in ("Plan", "my &lt;words&gt;", "Say more.", "Save", "Not now"):
        assert part in page
    assert "No modal is open." in modal_page(workspace, "UBEN")


@pytest.mark.parametrize("path", ["", "/home", "/modal"])
def test_the_pages_are_served(path: str) -> None:
    answer = TestClient(World().app).get(f"/pages/slack{path}?user=UANA")
    assert answer.status_code == 200
    assert "width=device-width" in answer.text


@pytest.mark.parametrize(
    ("said", "html"),
    [
        ("# One", "<h4>One</h4>"),
        ("a **b** *c* _d_ ~~e~~", "<p>a <strong>b</strong> <em>c</em> <em>d</em> <s>e</s></p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("> a\n> b", "<blockquote>a<br>b</blockquote>"),
        ("---", "<hr>"),
        ("`a*b*`", "<p><code>a*b*</code></p>"),
        ("```py\na < b\n```", "<pre>a &lt; b\n</pre>"),
        ("[x](https://a.test/_y_)", '<p><a href="https://a.test/_y_" rel="noreferrer">x</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("<b>", "<p>&lt;b&gt;</p>"),
        ("snake_case_name 2*3*4", "<p>snake_case_name 2*3*4</p>"),
    ],
)
def test_markdown_is_shown_as_slack_shows_it(said: str, html: str) -> None:
    assert markdown_to_html(said) == html


def test_a_markdown_table_may_scroll_by_itself() -> None:
    rows = "<tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr>"
    shown = f"<div class=wide><table>{rows}</table></div>"
    assert markdown_to_html("|a|b|\n|---|---|\n|1|2|") == shown


def test_a_terminal_shows_what_can_be_acted_on() -> None:
    blocks = (
        section("s", accessory={"type": "overflow", "action_id": "o", **LISTED}),
        actions(button("Go"), select(placeholder=plain("Day"))),
        feedback(),
        text_input(element={"placeholder": plain("Say")}),
        {"type": "table", "rows": [[{"type": "raw_text", "text": c} for c in "ab"]]},
    )
    shown = message_as_text(Posted("D", "1.1", "t", blocks)).split("\n")
    assert shown == ["s", "[Left / Right]", "[Go] [Day]", "[Yes] [No]", "note: [Say]", "a | b"]
