"""Events we acknowledge and do nothing with, on purpose."""

import re

import structlog
from slack_bolt import App

from bot.payloads import Body

log = structlog.get_logger()

IGNORED_EVENTS = frozenset({"app_home_opened", "app_uninstalled", "tokens_revoked"})
"""The home tab is off; a lost token shows at the next message and parks the outbox."""


def register(app: App) -> None:
    """Acknowledge everything no other listener took; say so when it is new to us."""

    def on_other(body: Body) -> None:
        kind = body["event"]["type"]
        if kind not in IGNORED_EVENTS:
            log.warning("slack.unknown_event", event_id=body["event_id"])

    app.event(re.compile(".*"))(on_other)
