"""What people put into Slack's inputs and menus, and how it travels in ``state.values``."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sandbox.slack_blocks import elements_of

Values = dict[str, dict[str, dict[str, Any]]]
"""By block id, then action id."""

_FIELDS: Mapping[str, str] = {
    "plain_text_input": "value",
    "number_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "rich_text_input": "rich_text_value",
    "file_input": "files",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
}
_BEGINS: Mapping[str, str] = {"value": "initial_value", "rich_text_value": "initial_value"}
_PATTERNS: Mapping[str, str] = {
    "datepicker": r"\d{4}-\d\d-\d\d",
    "timepicker": r"\d\d:\d\d",
    "email_text_input": r"[^@\s]+@[^@\s]+",
    "url_text_input": r"https?://\S+",
    "users_select": r"[UW][A-Z0-9]+",
}


class NotPossible(ValueError):
    """A person could not do this in Slack: the client would not let them."""


def initial_state(blocks: Iterable[Mapping[str, Any]]) -> Values:
    """The values of blocks (with ids) as they stand before anybody touched them."""
    values: Values = {}
    for block in blocks:
        for element in elements_of(block):
            field = _FIELDS.get(element["type"])
            if field:
                begins = _BEGINS.get(field, field.replace("selected_", "initial_"))
                value = element.get(begins)
                if value is None and field.endswith("s"):
                    value = []
                kept = {"type": element["type"], field: value}
                values.setdefault(block["block_id"], {})[element["action_id"]] = kept
    return values


def holds_a_value(element: Mapping[str, Any]) -> bool:
    """Whether an element stands in ``state.values``."""
    return element["type"] in _FIELDS


def value_in(kept: Mapping[str, Any]) -> Any:
    """What stands in one entry of ``state.values``; ``None`` for nothing."""
    return kept.get(_FIELDS[kept["type"]]) or None


def answer(element: Mapping[str, Any], given: Any) -> dict[str, Any]:
    """An entry for ``state.values``. Options go by value or by what they say.

    Raises ``NotPossible`` for what Slack's client would not take.
    """
    kind = element["type"]
    field = _FIELDS[kind]
    if given is None:
        value: Any = [] if field.endswith("s") else None
    elif field == "selected_option":
        value = option_of(element, given)
    elif field == "selected_options":
        value = [option_of(element, one) for one in _listed(element, given)]
    elif field.endswith("s"):
        value = _listed(element, given)
    else:
        value = _typed(element, given)
    return {"type": kind, field: value}


def option_of(element: Mapping[str, Any], given: Any) -> dict[str, Any]:
    """The option of a menu with this value or text. Raises ``NotPossible``."""
    wanted = given.get("value") if isinstance(given, Mapping) else given
    groups = element.get("option_groups") or []
    options = [*(element.get("options") or []), *(o for g in groups for o in g["options"])]
    for option in options:
        if wanted in (option.get("value"), option["text"]["text"]):
            return dict(option)
    known = [o.get("value") for o in options]
    raise NotPossible(f"{wanted!r} is not offered by {element.get('action_id')}: {known}")


def _listed(element: Mapping[str, Any], given: Any) -> list[Any]:
    chosen = list(given) if isinstance(given, list | tuple | set) else [given]
    most = element.get("max_selected_items")
    if most and len(chosen) > most:
        raise NotPossible(f"{element.get('action_id')} takes {most} at most")
    return chosen


def _typed(element: Mapping[str, Any], given: Any) -> Any:
    kind, name = element["type"], element.get("action_id")
    if kind in ("datetimepicker", "rich_text_input"):
        return given
    text = str(given)
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if kind == "plain_text_input" and not least <= len(text) <= most:
        raise NotPossible(f"{name} takes {least} to {most} characters, not {len(text)}")
    if not re.fullmatch(_PATTERNS.get(kind, ".*"), text, re.DOTALL):
        raise NotPossible(f"{name} does not take {text!r}")
    if kind == "number_input":
        _check_number(element, text)
    return text


def _check_number(element: Mapping[str, Any], text: str) -> None:
    whole = not element["is_decimal_allowed"]
    if not re.fullmatch(r"-?\d+" if whole else r"-?\d+(\.\d+)?", text):
        raise NotPossible(f"{element.get('action_id')} takes no {text!r}")
    least, most = element.get("min_value"), element.get("max_value")
    if (least and float(text) < float(least)) or (most and float(text) > float(most)):
        raise NotPossible(f"{element.get('action_id')} takes {least} to {most}")


def action_of(block_id: str, element: Mapping[str, Any], given: Any, ts: str) -> dict[str, Any]:
    """One entry of ``actions`` in a block_actions payload. Raises ``NotPossible``."""
    kind = element["type"]
    action: dict[str, Any] = {
        "type": kind,
        "action_id": element["action_id"],
        "block_id": block_id,
        "action_ts": ts,
    }
    if kind == "feedback_buttons":
        return {**action, **_feedback(element, given)}
    if kind == "overflow":
        return {**action, "selected_option": option_of(element, given)}
    if holds_a_value(element):
        begins = ("placeholder", "initial_option", "initial_date", "initial_user", "initial_time")
        shown = {name: element[name] for name in begins if name in element}
        return {**action, **shown, **answer(element, given)}
    for name in ("text", "value", "style", "url"):
        if name in element:
            action[name] = element[name]
    return action


def _feedback(element: Mapping[str, Any], given: Any) -> dict[str, Any]:
    for name in ("positive_button", "negative_button"):
        button = element[name]
        if given in (button["value"], button["text"]["text"]):
            return {"value": button["value"], "text": button["text"]}
    raise NotPossible(f"{given!r} is no button of {element['action_id']}")
