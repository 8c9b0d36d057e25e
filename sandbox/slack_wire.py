"""The sandbox Slack's data and how arguments travel: JSON or forms, timestamps, errors."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from sandbox.slack_rules import refusal


@dataclass(frozen=True, slots=True)
class Posted:
    """A message as it stands in a channel. ``only_for``: shown to one user only."""

    channel: str
    ts: str
    text: str
    blocks: tuple[Mapping[str, Any], ...] = ()
    metadata: Mapping[str, Any] | None = None
    thread_ts: str | None = None
    only_for: str | None = None
    posted_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Member:
    """A user of the workspace."""

    id: str
    name: str
    email: str
    time_zone: str = "UTC"
    deleted: bool = False
    guest: bool = False


class SlackError(Exception):
    """Answered as ``{"ok": false, "error": …}``."""

    def __init__(self, code: str, status: int = 200, headers: Mapping[str, str] | None = None):
        super().__init__(code)
        self.code, self.status, self.headers = code, status, dict(headers or {})


def direct_channel(user_id: str) -> str:
    """The id of the bot's direct-message channel with a user."""
    return "D" + user_id[1:]


def arguments(content_type: str, body: bytes) -> dict[str, Any]:
    """JSON or form arguments; Slack takes JSON inside form fields too."""
    if content_type.startswith("application/json"):
        try:
            read = json.loads(body or b"{}")
        except ValueError:
            raise SlackError("invalid_json") from None
        if not isinstance(read, dict):
            raise SlackError("json_not_object")
        return read
    form: dict[str, Any] = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    for name in ("blocks", "metadata"):
        if name in form:
            try:
                form[name] = json.loads(form[name])
            except ValueError:
                raise SlackError("invalidarguments") from None
    return form


def microseconds(ts: Any) -> int:
    """A Slack timestamp in whole microseconds."""
    whole, _, part = str(ts).partition(".")
    return int(whole or 0) * 1_000_000 + int(f"{part:0<6}"[:6] or 0)


def truth(value: Any) -> bool:
    """A flag as JSON or as a form sends it."""
    return value in (True, 1, "1", "true", "True")


def accept(given: Mapping[str, Any]) -> None:
    """Raise ``SlackError`` for a message that Slack would refuse."""
    code = refusal(given)
    if code:
        raise SlackError(code)
