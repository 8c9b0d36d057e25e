"""Which genuine requests are not for us: other workspaces, bots, edits, shared channels."""

from collections.abc import Callable
from typing import Any

import structlog
from slack_bolt import BoltResponse

from bot.interactions import Body

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


def only_ours(team_id: str | None) -> Callable[..., BoltResponse | None]:
    """Middleware that answers 200 to what is not ours, and goes no further with it."""

    def check(body: Body, next_: Callable[[], Any]) -> BoltResponse | None:
        reason = why_ignored(body, team_id)
        if reason is not None:
            log.info("slack.ignored", reason=reason, event_id=body.get("event_id"))
            return BoltResponse(status=200, body="")
        next_()
        return None

    return check
