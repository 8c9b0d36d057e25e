"""Somebody mentions the bot in a channel."""

from slack_bolt import App

from bot.inbox import Inbox
from bot.interactions import Body


def register(app: App, inbox: Inbox) -> None:
    """Keep every mention."""

    def on_mention(body: Body) -> None:
        inbox.keep_event(body)

    app.event("app_mention")(on_mention)
