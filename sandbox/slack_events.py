"""What Slack would send us: signed events and slash commands, as bytes and headers."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from sandbox.slack_wire import BOT_USER, direct_channel

JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class SlackRequest:
    """A signed request, ready to be posted to ``/slack/events``."""

    headers: Mapping[str, str]
    body: bytes


def signed_event(
    body: Mapping[str, Any] | bytes, secret: str, now: datetime, content_type: str = JSON_TYPE
) -> SlackRequest:
    """Sign a body (a mapping is sent as JSON) the way Slack does."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    stamp = str(int(now.timestamp()))
    base = b"v0:" + stamp.encode() + b":" + raw
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    headers = {
        "content-type": content_type,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={digest}",
    }
    return SlackRequest(headers, raw)


def app_mention(
    *,
    user: str,
    text: str,
    event_id: str,
    channel: str = "C1",
    ts: str = "1767225600.000100",
    team_id: str = "T1",
    **more: Any,
) -> dict[str, Any]:
    """Somebody mentions the bot in a channel; ``more`` goes into the envelope."""
    event = {
        "type": "app_mention",
        "user": user,
        "text": f"<@{BOT_USER}> {text}",
        "ts": ts,
        "channel": channel,
        "event_ts": ts,
    }
    return {**_envelope(event, event_id, team_id), **more}


def direct_message(
    *,
    user: str,
    text: str,
    event_id: str,
    ts: str = "1767225600.000200",
    team_id: str = "T1",
    **more: Any,
) -> dict[str, Any]:
    """Somebody writes to the bot; ``more`` goes into the event (such as ``subtype``)."""
    event = {
        "type": "message",
        "channel_type": "im",
        "user": user,
        "text": text,
        "ts": ts,
        "channel": direct_channel(user),
        "event_ts": ts,
        **more,
    }
    return _envelope(event, event_id, team_id)


def thread_message(
    *, user: str, text: str, thread_ts: str, event_id: str, ts: str, team_id: str = "T1"
) -> dict[str, Any]:
    """Somebody answers in a thread that the bot began in their direct messages."""
    return direct_message(
        user=user,
        text=text,
        event_id=event_id,
        ts=ts,
        team_id=team_id,
        thread_ts=thread_ts,
        parent_user_id=BOT_USER,
    )


def app_home_opened(
    *,
    user: str,
    tab: str,
    event_id: str,
    ts: str = "1767225600.000300",
    team_id: str = "T1",
    view: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Somebody opens the app: ``tab`` is home or messages; ``view``: what home shows."""
    event: dict[str, Any] = {
        "type": "app_home_opened",
        "user": user,
        "channel": direct_channel(user),
        "tab": tab,
        "event_ts": ts,
    }
    if view is not None:
        event["view"] = dict(view)
    return _envelope(event, event_id, team_id)


def slash_command(
    *, user: str, text: str, trigger_id: str, channel: str = "C1", team_id: str = "T1"
) -> bytes:
    """``/reploop <text>``, as the form that Slack posts."""
    form = {
        "token": "deprecated",
        "team_id": team_id,
        "team_domain": "sandbox",
        "channel_id": channel,
        "channel_name": "general",
        "user_id": user,
        "user_name": "someone",
        "command": "/reploop",
        "text": text,
        "api_app_id": "A1",
        "is_enterprise_install": "false",
        "response_url": "https://hooks.slack.com/commands/T1/1/x",
        "trigger_id": trigger_id,
    }
    return urlencode(form).encode()


def _envelope(event: Mapping[str, Any], event_id: str, team_id: str) -> dict[str, Any]:
    return {
        "token": "deprecated",
        "team_id": team_id,
        "api_app_id": "A1",
        "event": dict(event),
        "type": "event_callback",
        "event_id": event_id,
        "event_time": 1767225600,
        "authorizations": [
            {"team_id": team_id, "user_id": BOT_USER, "is_bot": True, "enterprise_id": None}
        ],
        "is_ext_shared_channel": False,
    }
