"""What the parts of the sandbox Slack share: members, channels, messages, and the clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sandbox.base import Sandbox
from sandbox.slack_blocks import with_ids
from sandbox.slack_wire import (
    APP_ID,
    BOT_ID,
    BOT_USER,
    Channel,
    Member,
    Posted,
    SlackError,
    direct_channel,
)

Method = Callable[[Mapping[str, Any]], dict[str, Any]]
TRIGGER_S = 3.0
"""A trigger id dies after so many seconds."""


@dataclass(frozen=True, slots=True)
class ResponseUrl:
    """An address that was handed out with a click: whose, on what, when, how often used."""

    user: str
    channel: str
    ts: str
    at: float
    used: int = 0


class Workspace(Sandbox):
    """One workspace's state. ``url``: where it was last reached, without a slash."""

    def __init__(self, team_id: str, clock: Callable[[], float]) -> None:
        super().__init__()
        self.team_id, self.clock = team_id, clock
        self.url = ""
        self.members: dict[str, Member] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: list[Posted] = []
        self.response_urls: dict[str, ResponseUrl] = {}
        self._last_ts = 0
        self._triggers: dict[str, tuple[str, str | None, float]] = {}
        self._traded: set[str] = set()
        self._made = 0

    # ── ids ─────────────────────────────────────────────────────────────────────────────

    def new_ts(self) -> str:
        """A timestamp later than every other."""
        self._last_ts = max(self._last_ts + 1, int(self.clock() * 1_000_000))
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def new_id(self, letter: str) -> str:
        """An id that no other thing has, such as F00000000A for a file."""
        self._made += 1
        return f"{letter}{self._made:09d}A"

    def hand_trigger(self, user_id: str, view_id: str | None = None) -> str:
        """A trigger id as a payload carries it; ``view_id``: the view it was made in."""
        with self.lock:
            self._made += 1
            trigger = f"{self._made}.{int(self.clock() * 1000)}.{hash(user_id) & 0xFFFFFFFF:08x}"
            self._triggers[trigger] = (user_id, view_id, self.clock())
            return trigger

    def trade_trigger(self, trigger: Any) -> tuple[str, str | None]:
        """The user and view of a trigger id, which works once and for three seconds."""
        if trigger in self._traded:
            raise SlackError("exchanged_trigger_id")
        if trigger not in self._triggers:
            raise SlackError("invalid_trigger_id")
        user_id, view_id, at = self._triggers[trigger]
        if self.clock() - at > TRIGGER_S:
            raise SlackError("expired_trigger_id")
        self._traded.add(trigger)
        return user_id, view_id

    def hand_response_url(self, user_id: str, message: Posted) -> str:
        """An address for answers to a click on a message."""
        key = self.new_id("R")
        asked = ResponseUrl(user_id, message.channel, message.ts, self.clock())
        self.response_urls[key] = asked
        return f"{self.url or 'https://hooks.slack.com'}/actions/{self.team_id}/{key}"

    def forget(self) -> None:
        """Nobody, no channel, no message, no trigger."""
        self.response_urls.clear()
        for kept in (self.members, self.channels, self.messages, self._triggers, self._traded):
            kept.clear()

    # ── channels and messages ───────────────────────────────────────────────────────────

    def channel(self, given: Mapping[str, Any], name: str = "channel") -> str:
        """The id of the channel that is meant; a user id means the direct channel."""
        wanted = str(given.get(name, ""))
        if wanted in self.members:
            wanted = direct_channel(wanted)
        if wanted in self.channels:
            if self.channels[wanted].archived:
                raise SlackError("is_archived")
            return wanted
        if wanted in map(direct_channel, self.members):
            return wanted
        raise SlackError("channel_not_found")

    def index_of(self, given: Mapping[str, Any], name: str = "ts") -> int:
        """Where a message stands in ``messages``."""
        for index, message in enumerate(self.messages):
            if (message.channel, message.ts) == (given.get("channel"), given.get(name)):
                return index
        raise SlackError("message_not_found")

    def index_of_own(self, given: Mapping[str, Any], otherwise: str) -> int:
        """Like ``index_of``, for a message that the bot itself has written."""
        index = self.index_of(given)
        message = self.messages[index]
        if message.user != BOT_USER or message.only_for:
            raise SlackError(otherwise)
        return index

    def change(self, index: int, **what: Any) -> Posted:
        """Put a changed message in the place of the old one."""
        self.messages[index] = replace(self.messages[index], **what)
        return self.messages[index]

    def replies_to(self, message: Posted) -> list[Posted]:
        """The replies of a thread, oldest first."""
        return [
            m
            for m in self.messages
            if (m.channel, m.thread_ts) == (message.channel, message.ts)
            and m.ts != message.ts
            and m.only_for is None
        ]

    def as_message(self, posted: Posted, with_metadata: bool = True) -> dict[str, Any]:
        """A message as Slack hands it out."""
        shown: dict[str, Any] = {
            "type": "message",
            "user": posted.user,
            "ts": posted.ts,
            "text": posted.text,
            "team": self.team_id,
            "blocks": with_ids(posted.blocks),
        }
        if posted.user == BOT_USER:
            shown |= {"bot_id": BOT_ID, "app_id": APP_ID}
        if posted.thread_ts:
            shown |= {"thread_ts": posted.thread_ts}
        replies = self.replies_to(posted)
        if replies:
            shown |= {
                "thread_ts": posted.ts,
                "reply_count": len(replies),
                "reply_users": sorted({r.user for r in replies}),
                "latest_reply": replies[-1].ts,
            }
        if posted.edited:
            shown["edited"] = {"user": posted.user, "ts": posted.ts}
        if posted.metadata and with_metadata:
            shown["metadata"] = posted.metadata
        return shown
