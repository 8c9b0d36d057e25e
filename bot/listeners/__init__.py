"""Listeners only hand over: Slack waits three seconds, answers come from a job."""

from slack_bolt import App

from bot.inbox import Inbox
from bot.listeners import commands, home, mentions, messages


def register_all(app: App, inbox: Inbox) -> None:
    """Register every listener; the one for all other events comes last."""
    mentions.register(app, inbox)
    messages.register(app, inbox)
    commands.register(app, inbox)
    home.register(app)
