"""What Slack posts when somebody clicks, chooses, submits or closes: payloads as forms."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from sandbox.slack_people import username
from sandbox.slack_wire import APP_ID, Posted
from sandbox.slack_workspace import Workspace

Payload = dict[str, Any]


def as_form(payload: Mapping[str, Any]) -> bytes:
    """``payload=<json>``, as Slack posts interactions."""
    return urlencode({"payload": json.dumps(payload)}).encode()


def block_action(
    workspace: Workspace,
    user: str,
    actions: Sequence[Mapping[str, Any]],
    *,
    message: Posted | None = None,
    view: Mapping[str, Any] | None = None,
    values: Mapping[str, Any] | None = None,
) -> Payload:
    """A click or a choice in a message or in a view, with a fresh trigger id.

    ``values``: what stands in the message's inputs and menus.
    """
    payload: Payload = {
        "type": "block_actions",
        **_from(workspace, user),
        "trigger_id": workspace.hand_trigger(user, view["id"] if view else None),
        "actions": [dict(action) for action in actions],
    }
    if view is not None:
        return {
            **payload,
            "container": {"type": "view", "view_id": view["id"]},
            "view": dict(view),
        }
    if message is None:
        raise ValueError("an action stands in a message or in a view")
    payload |= {
        "container": _container(message),
        "channel": {"id": message.channel, "name": _channel_name(message.channel)},
        "state": {"values": dict(values or {})},
        "response_url": workspace.hand_response_url(user, message),
    }
    if message.only_for is None:
        payload["message"] = workspace.as_message(message)
    return payload


def view_submission(workspace: Workspace, user: str, view: Mapping[str, Any]) -> Payload:
    """Somebody submits a modal, with what stands in its ``state``."""
    return {
        "type": "view_submission",
        **_from(workspace, user),
        "trigger_id": workspace.hand_trigger(user, str(view["id"])),
        "view": dict(view),
        "response_urls": [],
    }


def view_closed(
    workspace: Workspace, user: str, view: Mapping[str, Any], *, cleared: bool = False
) -> Payload:
    """Somebody closes a modal; ``cleared``: the whole stack at once."""
    return {
        "type": "view_closed",
        **_from(workspace, user),
        "view": dict(view),
        "is_cleared": cleared,
    }


def _from(workspace: Workspace, user: str) -> Payload:
    member = workspace.members[user]
    name = username(member)
    team = member.team_id or workspace.team_id
    return {
        "team": {"id": workspace.team_id, "domain": "sandbox"},
        "user": {"id": user, "username": name, "name": name, "team_id": team},
        "api_app_id": APP_ID,
        "token": "deprecated",
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _container(message: Posted) -> Payload:
    shown: Payload = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": message.only_for is not None,
    }
    return {**shown, "thread_ts": message.thread_ts} if message.thread_ts else shown


def _channel_name(channel: str) -> str:
    return "directmessage" if channel.startswith("D") else channel.lower()
