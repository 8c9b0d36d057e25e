"""What listeners do with a request that is ours: keep it, and nothing else."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.interactions import Body
from domain.webhooks import Delivery

PROVIDER = "slack"
COMMAND_EVENT = "slash_command"
ACT_EVENT = "act"
OUTSIDE_EVENT = "outside"


@dataclass(frozen=True, slots=True)
class Inbox:
    """``put`` writes the inbox row and rings; it must not return before the row stands."""

    put: Callable[[Delivery], None]
    now: Callable[[], datetime]

    def keep_event(self, body: Body) -> None:
        """Keep an event under its ``event_id``, which Slack repeats on a retry."""
        self._keep(body["event_id"], body["event"]["type"], body)

    def keep_outside(self, body: Body) -> None:
        """Keep who asked from outside and where, for the audit; not a word of it."""
        event = {name: body["event"].get(name) for name in ("type", "user", "channel", "ts")}
        self._keep(body["event_id"], OUTSIDE_EVENT, {"event_id": body["event_id"], "event": event})

    def keep_command(self, body: Body) -> None:
        """Keep a command under its ``trigger_id``; Slack does not repeat commands."""
        self._keep(body["trigger_id"], COMMAND_EVENT, body)

    def keep_act(self, body: Body) -> None:
        """Keep a button, a choice or a form under its ``trigger_id``."""
        self._keep(body["trigger_id"], ACT_EVENT, body)

    def _keep(self, key: str, event: str, body: Body) -> None:
        raw = json.dumps(body).encode()
        self.put(Delivery(PROVIDER, key, event, self.now(), raw))
