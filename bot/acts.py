"""A kept act from Slack as what somebody did."""

import json
from typing import Any

from bot.inbox import ACT_EVENT
from bot.views.forms import form_id_of
from domain.actions import FORM_SUFFIX, HOME_OPENED, MESSAGES_OPENED, Action
from domain.webhooks import Delivery


def read_action(delivery: Delivery) -> Action | None:
    """What a kept delivery says somebody did; ``None`` if it is no act."""
    body: dict[str, Any] = json.loads(delivery.body)
    if delivery.event == "app_home_opened":
        return _opened(body)
    if delivery.event != ACT_EVENT:
        return None
    name, channel, ts = body["action_id"], body.get("channel_id"), body.get("message_ts")
    opens = name.endswith(FORM_SUFFIX)
    return Action(
        id=body["trigger_id"],
        by=body["user_id"],
        name=name.removesuffix(FORM_SUFFIX),
        value=body["value"],
        fields={name: tuple(given) for name, given in body["fields"].items()},
        form_id=form_id_of(body["trigger_id"]) if opens else None,
        channel=channel,
        message=f"{channel}:{ts}" if channel and ts else None,
    )


def _opened(body: dict[str, Any]) -> Action:
    event = body["event"]
    name = MESSAGES_OPENED if event.get("tab") == "messages" else HOME_OPENED
    return Action(id=body["event_id"], by=event["user"], name=name, channel=event.get("channel"))
