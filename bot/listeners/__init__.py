"""Listeners only hand over: Slack waits three seconds, answers come from a job."""

from concurrent.futures import Executor

from slack_bolt import App

from bot.inbox import Inbox
from bot.listeners import acts, commands, home, mentions, messages
from domain.phrases import Words


def register_all(app: App, inbox: Inbox, opener: Executor, words: Words) -> None:
    """Register every listener; the one for all other events comes last."""
    mentions.register(app, inbox)
    messages.register(app, inbox)
    commands.register(app, inbox, opener, words)
    acts.register(app, inbox, opener, words)
    home.register(app, inbox)
