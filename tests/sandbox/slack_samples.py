"""People, blocks and views as Slack takes them, for the tests of the sandbox."""

from collections.abc import Callable
from typing import Any

from domain.people import Person, PersonId, Role

Block = dict[str, Any]
Refused = Callable[..., dict[str, Any]]


def person(name: str, user: str) -> Person:
    return Person(
        id=PersonId(name.lower()),
        name=name,
        email=f"{name.split(maxsplit=1)[0].lower()}@reploop.test",
        role=Role.REP,
        slack_user_id=user,
        time_zone="Europe/Berlin",
    )


class Clock:
    """Says what it is told."""

    def __init__(self) -> None:
        self.now = 1_767_225_600.0

    def __call__(self) -> float:
        return self.now


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text}


def option(text: str, value: str) -> Block:
    return {"text": plain(text), "value": value}


def section(text: str = "hi", **more: Any) -> Block:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(text: str = "Go", action_id: str = "go", **more: Any) -> Block:
    return {"type": "button", "text": plain(text), "action_id": action_id, **more}


def actions(*elements: Block, **more: Any) -> Block:
    return {"type": "actions", "elements": list(elements), **more}


def select(action_id: str = "day", **more: Any) -> Block:
    options = [option("Monday", "mo"), option("Tuesday", "tu")]
    return {"type": "static_select", "action_id": action_id, "options": options, **more}


def text_input(block_id: str = "note", **more: Any) -> Block:
    element = {"type": "plain_text_input", "action_id": "said", **more.pop("element", {})}
    label = plain(block_id)
    return {"type": "input", "block_id": block_id, "label": label, "element": element, **more}


def table(rows: int = 2, columns: int = 2) -> Block:
    cell = {"type": "raw_text", "text": "x"}
    return {"type": "table", "rows": [[cell] * columns for _ in range(rows)]}


def confirm(**more: Any) -> Block:
    yes, no = plain("Yes"), plain("No")
    asked = {"title": plain("Sure?"), "text": mrkdwn("*Really*?"), "confirm": yes, "deny": no}
    return {**asked, **more}


def feedback() -> Block:
    return {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "useful",
                "positive_button": {"text": plain("Yes"), "value": "good"},
                "negative_button": {"text": plain("No"), "value": "bad"},
            }
        ],
    }


def modal(*blocks: Block, **more: Any) -> Block:
    return {
        "type": "modal",
        "title": plain("Plan"),
        "submit": plain("Save"),
        "blocks": list(blocks) or [section()],
        **more,
    }


def home(*blocks: Block, **more: Any) -> Block:
    return {"type": "home", "blocks": list(blocks) or [section()], **more}
