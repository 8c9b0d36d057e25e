"""Buttons and menus: what people press, with the ids that say what it is about."""

import json
from collections.abc import Mapping, Sequence

from bot.blocks import Block

BUTTON_CHARS = 75
VALUE_CHARS = 2000
OPTION_VALUE_CHARS = 75
MAX_OVERFLOW = 5


def button(
    label: str,
    action: str,
    about: Mapping[str, str],
    *,
    style: str = "",
    confirm: Block | None = None,
) -> Block:
    """A button for the act ``action``; ``about`` holds ids. ``style``: primary or danger.

    Raises ``ValueError`` for ids that Slack would cut off.
    """
    made: Block = {
        "type": "button",
        "text": _plain(label),
        "action_id": action,
        "value": _value(about, VALUE_CHARS),
    }
    if style:
        made["style"] = style
    if confirm is not None:
        made["confirm"] = confirm
    return made


def link_button(label: str, url: str, name: str) -> Block:
    """A button that opens an address; pressing it is no act."""
    return {"type": "button", "text": _plain(label), "action_id": f"link.{name}", "url": url}


def overflow(action: str, options: Sequence[tuple[str, Mapping[str, str]]]) -> Block:
    """A menu behind three dots: (label, ids) of at most five options."""
    return {
        "type": "overflow",
        "action_id": action,
        "options": [
            {"text": _plain(label), "value": _value(about, OPTION_VALUE_CHARS)}
            for label, about in options[:MAX_OVERFLOW]
        ],
    }


def menu(placeholder: str, action: str, options: Sequence[tuple[str, Mapping[str, str]]]) -> Block:
    """A list to choose one of at most a hundred from."""
    return {
        "type": "static_select",
        "action_id": action,
        "placeholder": _plain(placeholder, 150),
        "options": [
            {"text": _plain(label), "value": _value(about, OPTION_VALUE_CHARS)}
            for label, about in options[:100]
        ],
    }


def actions(elements: Sequence[Block], about: Mapping[str, str] | None = None) -> Block:
    """A row of buttons; ``about`` is what the choices in its menus are about."""
    block: Block = {"type": "actions", "elements": list(elements)}
    if about is not None:
        block["block_id"] = _value(about, 255)
    return block


def confirm(title: str, text: str, yes: str, no: str) -> Block:
    """What is asked before something happens that cannot be taken back easily."""
    return {
        "title": _plain(title, 100),
        "text": _plain(text, 300),
        "confirm": _plain(yes, 30),
        "deny": _plain(no, 30),
    }


def _plain(text: str, limit: int = BUTTON_CHARS) -> Block:
    shown = text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
    return {"type": "plain_text", "text": shown or "—", "emoji": True}


def _value(about: Mapping[str, str], limit: int) -> str:
    value = json.dumps(dict(about), separators=(",", ":"))
    if len(value) > limit:
        raise ValueError(f"ids of {len(value)} characters, at most {limit}")
    return value
