"""The sandbox Slack's data and how arguments travel: JSON or forms, timestamps, errors."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from sandbox.slack_rules import Refusal, refusal

BOT_USER, BOT_ID, APP_ID = "UBOTREPLOOP", "BREPLOOP", "A1"
_JSON_FIELDS = (
    "blocks",
    "chunks",
    "files",
    "loading_messages",
    "metadata",
    "prompts",
    "view",
)


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
    user: str = BOT_USER
    """Who wrote it; the bot unless a person did."""
    streaming: bool = False
    """Still being written by ``chat.appendStream``."""
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A user of the workspace. ``stranger``: of another one, met in a shared channel."""

    id: str
    name: str
    email: str
    time_zone: str = "UTC"
    deleted: bool = False
    guest: bool = False
    single_channel_guest: bool = False
    stranger: bool = False
    team_id: str | None = None
    """The workspace's own unless given."""
    locale: str = "en-US"


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel that the bot is in."""

    id: str
    private: bool = False
    ext_shared: bool = False
    archived: bool = False


class SlackError(Exception):
    """Answered as ``{"ok": false, "error": …}``; ``more`` stands beside the error."""

    def __init__(
        self,
        code: str,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, Any] | None = None,
    ):
        super().__init__(code)
        self.code, self.status, self.headers = code, status, dict(headers or {})
        self.more = dict(more or {})


def refused(found: Refusal) -> SlackError:
    """The error for a refusal, with what is wrong and where, as Slack lays it out."""
    if not found.messages:
        return SlackError(found.code)
    more: dict[str, Any] = {
        "response_metadata": {"messages": [f"[ERROR] {m}" for m in found.messages]}
    }
    if found.code == "invalid_blocks":
        more["errors"] = list(found.messages)
    return SlackError(found.code, more=more)


def invalid(*messages: str) -> SlackError:
    """``invalid_arguments`` with what is wrong."""
    return refused(Refusal("invalid_arguments", messages))


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
        return _opened(read)
    return _opened(dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)))


def _opened(given: dict[str, Any]) -> dict[str, Any]:
    """Fields that hold JSON as text are read."""
    for name in _JSON_FIELDS:
        if isinstance(given.get(name), str):
            try:
                given[name] = json.loads(given[name])
            except ValueError:
                raise SlackError("invalid_arguments") from None
    return given


def needs(given: Mapping[str, Any], *names: str) -> None:
    """Raise ``invalid_arguments`` for each argument that is missing."""
    missing = [n for n in names if given.get(n) in (None, "")]
    if missing:
        raise invalid(*(f"missing required field: {name}" for name in missing))


def microseconds(ts: Any) -> int:
    """A Slack timestamp in whole microseconds."""
    whole, _, part = str(ts).partition(".")
    return int(whole or 0) * 1_000_000 + int(f"{part:0<6}"[:6] or 0)


def truth(value: Any) -> bool:
    """A flag as JSON or as a form sends it."""
    return value in (True, 1, "1", "true", "True")


def accept(given: Mapping[str, Any]) -> None:
    """Raise ``SlackError`` for a message that Slack would refuse."""
    found = refusal(given)
    if found:
        raise refused(found)
