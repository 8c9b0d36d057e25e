"""Acts from Slack as we read them: buttons, choices and forms, reduced to what we use."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from domain.errors import UnexpectedPayload

Body = dict[str, Any]
INTERACTIONS = ("block_actions", "view_submission", "view_closed")
MAX_FIELDS = 40
MAX_VALUE = 3000
"""Characters of what a button or form was made with; Slack allows no more."""
MAX_WRITTEN = 3000
"""Characters of one answer in a form that are read; Slack allows no more."""

_ID = re.compile(r"[!-~]{1,255}")


def an_id(source: Mapping[str, Any], name: str) -> str:
    """A field that must hold printable characters without spaces.

    Raises ``UnexpectedPayload``.
    """
    value = source.get(name)
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise UnexpectedPayload("slack", f"{name} is missing or not an id")
    return value


def interaction(body: Mapping[str, Any]) -> Body:
    """One act, with who did it, where, and what was chosen; in the shape that Bolt routes by.

    Raises ``UnexpectedPayload``.
    """
    kind, user, team = str(body["type"]), _part(body, "user"), body.get("team")
    read: Body = {
        "type": kind,
        "user_id": an_id(user, "id"),
        "team_id": an_id(team if isinstance(team, dict) else user, "id" if team else "team_id"),
    }
    if kind == "view_closed":
        name = an_id(_part(body, "view"), "callback_id")
        return {**read, "view": {"type": "modal", "callback_id": name}}
    read["trigger_id"] = an_id(body, "trigger_id")
    if kind == "view_submission":
        return {**read, **_submitted(_part(body, "view"))}
    return {**read, **_acted(body)}


def _submitted(view: Mapping[str, Any]) -> Body:
    name = an_id(view, "callback_id")
    return {
        "view": {"type": "modal", "callback_id": name},
        "action_id": name,
        "value": _value(view.get("private_metadata")),
        "fields": _fields(view.get("state")),
        "view_id": an_id(view, "id"),
    }


def _acted(body: Mapping[str, Any]) -> Body:
    """The first action; Slack sends one at a time."""
    actions = body.get("actions")
    if not isinstance(actions, list) or not actions or not isinstance(actions[0], dict):
        raise UnexpectedPayload("slack", "no action in an interaction")
    action = actions[0]
    option = action.get("selected_option")
    chosen = option.get("value") if isinstance(option, dict) else None
    name = an_id(action, "action_id")
    read: Body = {
        "actions": [{"action_id": name, "block_id": "-", "type": "button"}],
        "action_id": name,
        "value": _value(action.get("value") or chosen),
        "fields": {**_fields(body.get("state")), **_fields(_part(body, "view", {}).get("state"))},
    }
    # Of a choice, the block carries what it is about; an option alone has 75 characters.
    about = _value(action.get("block_id")) if not action.get("value") else {}
    read["value"] = {**about, **read["value"]}
    container = _part(body, "container", {})
    if container.get("type") == "message":
        read["channel_id"] = an_id(container, "channel_id")
        read["message_ts"] = an_id(container, "message_ts")
    return read


def _part(body: Mapping[str, Any], name: str, default: Body | None = None) -> Mapping[str, Any]:
    value = body.get(name, default)
    if not isinstance(value, dict):
        raise UnexpectedPayload("slack", f"{name} is not an object")
    return value


def _value(given: Any) -> dict[str, str]:
    """Our own JSON of ids; what is not that says nothing."""
    try:
        ours = isinstance(given, str) and given.startswith("{") and len(given) <= MAX_VALUE
        read = json.loads(given) if ours else {}
    except (ValueError, RecursionError):
        return {}
    return {k: v for k, v in read.items() if isinstance(v, str)}


def _fields(state: Any) -> dict[str, list[str]]:
    values = state.get("values") if isinstance(state, dict) else None
    if not isinstance(values, dict):
        return {}
    found: dict[str, list[str]] = {}
    for block in list(values.values())[:MAX_FIELDS]:
        for name, element in (block if isinstance(block, dict) else {}).items():
            if isinstance(element, dict):
                found[str(name)[:255]] = [text[:MAX_WRITTEN] for text in _given(element)]
    return {name: given for name, given in found.items() if given}


def _given(element: Mapping[str, Any]) -> Iterator[str]:
    """What a person wrote or chose in one element."""
    for name in ("value", "selected_date", "selected_user"):
        if isinstance(element.get(name), str) and element[name].strip():
            yield element[name]
    options = [element.get("selected_option"), *(element.get("selected_options") or ())]
    for option in options:
        if isinstance(option, dict) and isinstance(option.get("value"), str):
            yield option["value"]
