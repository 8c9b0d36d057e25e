"""Which genuine requests are not for us: other workspaces, bots, edits, shared channels."""

from collections.abc import Callable
from typing import Any

import structlog
from slack_bolt import BoltResponse

from bot.inbox import Inbox
from bot.interactions import Body
from bot.listeners.messages import is_direct

log = structlog.get_logger()

NEW_MESSAGE_SUBTYPES = frozenset({None, "file_share", "thread_broadcast"})
"""A plain message, one with a file, or one also sent to the channel; others are edits."""


def why_ignored(body: Body, team_id: str | None) -> str | None:
    """The reason to leave a typed body alone, or ``None`` if it is ours to handle.

    ``team_id``: the workspace we are installed in; ``None`` accepts every signed one.
    """
    if team_id is not None and body.get("team_id") not in (team_id, None):
        return "other_workspace"
    event = body.get("event", {})
    if body.get("is_ext_shared_channel") or _is_from_outside(event, team_id):
        return "shared_channel"
    if event.get("bot_id") or event.get("app_id"):
        return "bot"
    if event.get("subtype") not in NEW_MESSAGE_SUBTYPES or event.get("hidden"):
        return "not_a_new_message"
    return None


def _is_from_outside(event: Body, team_id: str | None) -> bool:
    """Whether the author belongs to another workspace (ids of organisations begin with E)."""
    teams = (event.get(name) or "" for name in ("team", "user_team", "source_team"))
    return team_id is not None and any(t.startswith("T") and t != team_id for t in teams)


def _asks_from_outside(reason: str, body: Body) -> bool:
    """Whether a person put a question to us that they will get no answer to."""
    event = body.get("event", {})
    if reason != "shared_channel" or event.get("bot_id"):
        return False
    if not all(event.get(name) for name in ("user", "channel", "ts")):
        return False
    return event["type"] == "app_mention" or (
        event["type"] == "message"
        and event.get("subtype") in NEW_MESSAGE_SUBTYPES
        and is_direct(body)
    )


def only_ours(team_id: str | None, inbox: Inbox) -> Callable[..., BoltResponse | None]:
    """Middleware that answers 200 to what is not ours, and goes no further with it.

    A question from outside is kept without its words: that it was denied is noted.
    """

    def check(body: Body, next_: Callable[[], Any]) -> BoltResponse | None:
        reason = why_ignored(body, team_id)
        if reason is not None:
            log.info("slack.ignored", reason=reason, event_id=body.get("event_id"))
            if _asks_from_outside(reason, body):
                inbox.keep_outside(body)
            return BoltResponse(status=200, body="")
        next_()
        return None

    return check
