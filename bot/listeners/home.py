"""Somebody opens the app: their home is published. Other events are only acknowledged."""

import re

import structlog
from slack_bolt import App

from bot.inbox import Inbox
from bot.interactions import Body

log = structlog.get_logger()

IGNORED_EVENTS = frozenset({"app_uninstalled", "tokens_revoked"})
"""A lost token shows at the next message and parks the outbox."""


def register(app: App, inbox: Inbox) -> None:
    """Acknowledge everything no other listener took; say so when it is new to us."""

    def on_other(body: Body) -> None:
        kind = body["event"]["type"]
        if kind not in IGNORED_EVENTS:
            log.warning("slack.unknown_event", event_id=body["event_id"])

    def on_opened(body: Body) -> None:
        if body["event"].get("user"):
            inbox.keep_event(body)

    app.event("app_home_opened")(on_opened)
    app.event(re.compile(".*"))(on_other)
