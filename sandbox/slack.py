"""A local Slack: the Web API methods Reploop calls, with their shapes, errors and limits.

Served under ``/api/<method>``; bodies may be JSON or forms, as with Slack. What was
posted is kept in ``messages`` in the order of posting.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from domain.people import Person
from sandbox.base import Sandbox
from sandbox.slack_wire import (
    Member,
    Posted,
    SlackError,
    accept,
    arguments,
    direct_channel,
    microseconds,
    truth,
)

SCOPES = (
    "app_mentions:read",
    "chat:write",
    "commands",
    "im:history",
    "im:write",
    "users:read",
    "users:read.email",
)
BOT_USER, BOT_ID = "UBOTREPLOOP", "BREPLOOP"


Method = Callable[[Mapping[str, Any]], dict[str, Any]]


class SlackSandbox(Sandbox):
    """One workspace with one installed bot.

    ``post_interval_s``: at most one post per channel in so many seconds (off at 0).
    ``history_lag_s``: how long a post stays out of ``conversations.history``.
    ``page_size``: largest page of ``conversations.history``.
    """

    slug = "slack"

    def __init__(
        self,
        *,
        token: str = "xoxb-sandbox",
        team_id: str = "T1",
        clock: Callable[[], float] = time.time,
        post_interval_s: float = 0.0,
        history_lag_s: float = 0.0,
        page_size: int = 200,
    ) -> None:
        super().__init__()
        self.token, self.team_id, self.clock = token, team_id, clock
        self.scopes: tuple[str, ...] = SCOPES
        self.post_interval_s, self.history_lag_s = post_interval_s, history_lag_s
        self.page_size = page_size
        self.members: dict[str, Member] = {}
        self.channels: set[str] = set()
        self.messages: list[Posted] = []
        self._last_ts = 0
        self._last_post: dict[str, float] = {}
        self.app = Starlette(routes=[Route("/api/{method}", self._serve, methods=["GET", "POST"])])

    # ── set-up and reading ──────────────────────────────────────────────────────────────

    def load(self, people: Iterable[Person]) -> None:
        """Make everyone a member; who has no Slack user id gets one made from their id."""
        for person in people:
            made = "U" + "".join(c for c in person.id.upper() if c.isalnum())
            user_id = person.slack_user_id or made
            self.members[user_id] = Member(
                user_id, person.name, person.email, person.time_zone, deleted=not person.active
            )

    def reset(self) -> None:
        """As new: nobody, nothing posted, nothing recorded, nothing broken, no limits."""
        with self.lock:
            for kept in (self.members, self.channels, self.messages, self._last_post):
                kept.clear()
            self.requests.clear()
            self.faults.clear()
            self.scopes = SCOPES
            self.page_size, self.post_interval_s, self.history_lag_s = 200, 0.0, 0.0

    def add_channel(self, channel: str) -> None:
        """Make a channel that the bot is in."""
        self.channels.add(channel)

    def messages_to(self, user_id: str) -> list[Posted]:
        """What one user sees in their direct messages with the bot, oldest first."""
        with self.lock:
            return [m for m in self.messages if m.channel == direct_channel(user_id)]

    # ── HTTP ────────────────────────────────────────────────────────────────────────────

    async def _serve(self, request: Request) -> Response:
        headers = {"x-oauth-scopes": ",".join(self.scopes)}
        try:
            given = arguments(request.headers.get("content-type", ""), await request.body())
            given = {**dict(request.query_params), **given}
            self._authenticate(request.headers.get("authorization", ""), given)
            method = self._methods().get(request.path_params["method"], _unknown)
            with self.lock:
                answer = method(given)
        except SlackError as error:
            body = {"ok": False, "error": error.code}
            return JSONResponse(body, error.status, headers={**headers, **error.headers})
        return JSONResponse({"ok": True, **answer}, headers=headers)

    def _authenticate(self, authorization: str, given: Mapping[str, Any]) -> None:
        token = authorization.removeprefix("Bearer ").strip() or str(given.get("token", ""))
        if not token:
            raise SlackError("not_authed")
        if token != self.token:
            raise SlackError("invalid_auth")

    def _methods(self) -> Mapping[str, Method]:
        return {
            "auth.test": self._auth_test,
            "conversations.open": self._open,
            "conversations.history": self._history,
            "chat.postMessage": self._post,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.update": self._update,
            "chat.delete": self._delete,
            "users.lookupByEmail": self._lookup,
            "users.info": self._info,
        }

    # ── methods ─────────────────────────────────────────────────────────────────────────

    def _auth_test(self, given: Mapping[str, Any]) -> dict[str, Any]:
        del given
        return {
            "url": "https://sandbox.slack.com/",
            "team": "Sandbox",
            "user": "reploop",
            "team_id": self.team_id,
            "user_id": BOT_USER,
            "bot_id": BOT_ID,
        }

    def _lookup(self, given: Mapping[str, Any]) -> dict[str, Any]:
        wanted = str(given.get("email", "")).casefold()
        for member in self.members.values():
            if member.email.casefold() == wanted and not member.deleted:
                return {"user": self._user(member)}
        raise SlackError("users_not_found")

    def _info(self, given: Mapping[str, Any]) -> dict[str, Any]:
        member = self.members.get(str(given.get("user")))
        if member is None:
            raise SlackError("user_not_found")
        return {"user": self._user(member)}

    def _user(self, member: Member) -> dict[str, Any]:
        return {
            "id": member.id,
            "team_id": self.team_id,
            "name": member.name.lower().replace(" ", "."),
            "real_name": member.name,
            "deleted": member.deleted,
            "tz": member.time_zone,
            "is_bot": False,
            "is_restricted": member.guest,
            "is_ultra_restricted": False,
            "profile": {"real_name": member.name, "email": member.email},
        }

    def _open(self, given: Mapping[str, Any]) -> dict[str, Any]:
        member = self.members.get(str(given.get("users")))
        if member is None:
            raise SlackError("user_not_found")
        if member.deleted:
            raise SlackError("user_disabled")
        return {"channel": {"id": direct_channel(member.id)}}

    def _post(self, given: Mapping[str, Any]) -> dict[str, Any]:
        channel = self._channel(given)
        self._slow_down(channel)
        accept(given)
        posted = self._posted(channel, given)
        self.messages.append(posted)
        return {"channel": channel, "ts": posted.ts, "message": self._as_message(posted, True)}

    def _post_ephemeral(self, given: Mapping[str, Any]) -> dict[str, Any]:
        user = str(given.get("user", ""))
        if user not in self.members:
            raise SlackError("user_not_in_channel")
        accept(given)
        posted = replace(self._posted(self._channel(given), given), only_for=user)
        self.messages.append(posted)
        return {"message_ts": posted.ts}

    def _update(self, given: Mapping[str, Any]) -> dict[str, Any]:
        index = self._index_of(given)
        accept(given)
        text, blocks = str(given.get("text", "")), tuple(given.get("blocks") or ())
        changed = replace(self.messages[index], text=text, blocks=blocks)
        self.messages[index] = changed
        return {"channel": changed.channel, "ts": changed.ts, "text": text}

    def _delete(self, given: Mapping[str, Any]) -> dict[str, Any]:
        gone = self.messages.pop(self._index_of(given))
        return {"channel": gone.channel, "ts": gone.ts}

    def _history(self, given: Mapping[str, Any]) -> dict[str, Any]:
        channel, with_metadata = self._channel(given), truth(given.get("include_all_metadata"))
        oldest = microseconds(given.get("oldest", "0"))
        visible_until = self.clock() - self.history_lag_s
        found = [
            m
            for m in reversed(self.messages)
            if m.channel == channel
            and m.only_for is None
            and m.thread_ts is None
            and microseconds(m.ts) > oldest
            and m.posted_at <= visible_until
        ]
        start = int(given.get("cursor") or 0)
        size = min(int(given.get("limit") or 100), self.page_size)
        page, more = found[start : start + size], len(found) > start + size
        return {
            "messages": [self._as_message(m, with_metadata) for m in page],
            "has_more": more,
            "response_metadata": {"next_cursor": str(start + size) if more else ""},
        }

    # ── parts ───────────────────────────────────────────────────────────────────────────

    def _channel(self, given: Mapping[str, Any]) -> str:
        wanted = str(given.get("channel", ""))
        if wanted in self.members:
            wanted = direct_channel(wanted)
        if wanted in self.channels or wanted in map(direct_channel, self.members):
            return wanted
        raise SlackError("channel_not_found")

    def _slow_down(self, channel: str) -> None:
        now = self.clock()
        if now - self._last_post.get(channel, float("-inf")) < self.post_interval_s:
            raise SlackError("ratelimited", 429, {"retry-after": "1"})
        self._last_post[channel] = now

    def _posted(self, channel: str, given: Mapping[str, Any]) -> Posted:
        now = self.clock()
        self._last_ts = max(self._last_ts + 1, int(now * 1_000_000))
        ts = f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"
        return Posted(
            channel,
            ts,
            str(given.get("text") or ""),
            tuple(given.get("blocks") or ()),
            given.get("metadata"),
            given.get("thread_ts"),
            posted_at=now,
        )

    def _index_of(self, given: Mapping[str, Any]) -> int:
        for index, message in enumerate(self.messages):
            if (message.channel, message.ts) == (given.get("channel"), given.get("ts")):
                return index
        raise SlackError("message_not_found")

    def _as_message(self, posted: Posted, with_metadata: bool) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "type": "message",
            "user": BOT_USER,
            "bot_id": BOT_ID,
            "ts": posted.ts,
            "text": posted.text,
            "blocks": list(posted.blocks),
        }
        if posted.thread_ts:
            shown["thread_ts"] = posted.thread_ts
        if posted.metadata and with_metadata:
            shown["metadata"] = posted.metadata
        return shown


def _unknown(given: Mapping[str, Any]) -> dict[str, Any]:
    del given
    raise SlackError("unknown_method")
