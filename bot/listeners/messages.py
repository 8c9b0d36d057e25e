"""Somebody writes to the bot in a direct message."""

from slack_bolt import App

from bot.inbox import Inbox
from bot.interactions import Body


def register(app: App, inbox: Inbox) -> None:
    """Keep direct messages; what is said in channels is none of our business."""

    def on_message(body: Body) -> None:
        if is_direct(body):
            inbox.keep_event(body)

    app.event("message")(on_message)


def is_direct(body: Body) -> bool:
    """Whether a message event was sent in a direct message."""
    event = body["event"]
    kind = event.get("channel_type")
    direct = str(event.get("channel", "")).startswith("D") if kind is None else kind == "im"
    return direct and bool(event.get("user"))
