"""What a method needs and how often it may be called: scopes and rate-limit tiers."""

import math
from collections.abc import Iterable, Mapping

from sandbox.slack_wire import SlackError

SCOPES: tuple[str, ...] = (
    "app_mentions:read",
    "assistant:write",
    "chat:write",
    "commands",
    "files:write",
    "im:history",
    "im:write",
    "users:read",
    "users:read.email",
)
NEEDED: Mapping[str, str] = {
    "assistant.threads.setStatus": "assistant:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "assistant.threads.setTitle": "assistant:write",
    "chat.appendStream": "chat:write",
    "chat.delete": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.postMessage": "chat:write",
    "chat.startStream": "chat:write",
    "chat.stopStream": "chat:write",
    "chat.update": "chat:write",
    "conversations.history": "im:history",
    "conversations.info": "channels:read",
    "conversations.open": "im:write",
    "conversations.replies": "im:history",
    "files.completeUploadExternal": "files:write",
    "files.getUploadURLExternal": "files:write",
    "users.info": "users:read",
    "users.lookupByEmail": "users:read.email",
}
FORM_ONLY = frozenset(
    [
        "chat.getPermalink",
        "conversations.replies",
        "files.getUploadURLExternal",
        "users.info",
        "users.lookupByEmail",
    ]
)
"""Methods that do not read a JSON body."""
PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100}
TIERS: Mapping[str, int] = {
    "assistant.threads.setStatus": 3,
    "assistant.threads.setSuggestedPrompts": 3,
    "assistant.threads.setTitle": 3,
    "chat.appendStream": 4,
    "chat.delete": 3,
    "chat.startStream": 2,
    "chat.stopStream": 2,
    "chat.update": 3,
    "conversations.history": 3,
    "conversations.info": 3,
    "conversations.open": 3,
    "conversations.replies": 3,
    "files.completeUploadExternal": 4,
    "files.getUploadURLExternal": 4,
    "users.info": 4,
    "users.lookupByEmail": 3,
    "views.open": 4,
    "views.publish": 4,
    "views.push": 4,
    "views.update": 4,
}


def check_scope(method: str, provided: Iterable[str]) -> None:
    """Raise ``missing_scope`` with what is needed and what there is."""
    needed, has = NEEDED.get(method), list(provided)
    if needed and needed not in has:
        raise SlackError("missing_scope", more={"needed": needed, "provided": ",".join(has)})


class Tiers:
    """So many calls of a method in any minute, by its tier; off unless ``on``.

    ``per_minute``: calls allowed by tier. Methods without a tier are never held back.
    """

    def __init__(self) -> None:
        self.on = False
        self.per_minute = dict(PER_MINUTE)
        self._calls: dict[str, list[float]] = {}

    def reset(self) -> None:
        """Off, with Slack's numbers, and no call counted."""
        self.on, self.per_minute = False, dict(PER_MINUTE)
        self._calls.clear()

    def take(self, method: str, now: float) -> None:
        """Count a call. Raises ``SlackError`` with 429 and the seconds to wait."""
        if not self.on or method not in TIERS:
            return
        recent = [at for at in self._calls.get(method, []) if now - at < 60.0]
        self._calls[method] = recent
        if len(recent) >= self.per_minute[TIERS[method]]:
            wait = max(1, math.ceil(recent[0] + 60.0 - now))
            raise SlackError("ratelimited", 429, {"retry-after": str(wait)})
        recent.append(now)
