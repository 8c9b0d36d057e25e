"""A local Slack: the Web API methods Reploop calls, with their shapes, errors and limits.

Served under ``/api/<method>``; bodies may be JSON or forms, as with Slack. What was
posted is kept in ``messages`` in the order of posting; ``people`` acts for the members.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from domain.people import Person
from sandbox.slack_agent import Agent
from sandbox.slack_chat import Chat
from sandbox.slack_files import Files
from sandbox.slack_limits import FORM_ONLY, SCOPES, Tiers, check_scope
from sandbox.slack_people import Directory
from sandbox.slack_person import People
from sandbox.slack_responses import Responses
from sandbox.slack_views import Views
from sandbox.slack_wire import (
    BOT_ID,
    BOT_USER,
    Channel,
    Member,
    Posted,
    SlackError,
    arguments,
)
from sandbox.slack_workspace import Method, Workspace

__all__ = ["BOT_ID", "BOT_USER", "SCOPES", "SlackSandbox"]


class SlackSandbox(Workspace):
    """One workspace with one installed bot.

    ``post_interval_s``: at most one post per channel in so many seconds (off at 0).
    ``history_lag_s``: how long a post stays out of ``conversations.history``.
    ``page_size``: largest page of ``conversations.history``.
    ``file_lag_s``: how long a completed file is still refused in blocks.
    ``tiers``: Slack's limits by method, off unless ``tiers.on``.
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
        file_lag_s: float = 0.0,
    ) -> None:
        super().__init__(team_id, clock)
        self.token, self.scopes = token, SCOPES
        self.tiers = Tiers()
        self.files = Files(self)
        self.chat = Chat(self, self.files.settled)
        self.agent = Agent(self, self.chat, self.files)
        self.views = Views(self, self.files.settled)
        self.people = People(self, self.views)
        self.post_interval_s, self.history_lag_s = post_interval_s, history_lag_s
        self.page_size, self.file_lag_s = page_size, file_lag_s
        parts = (Directory(self), self.chat, self.files, self.agent, self.views)
        self._methods: dict[str, Method] = {k: m for p in parts for k, m in p.methods().items()}
        served = Route("/api/{method}", self._serve, methods=["GET", "POST"])
        answers = Responses(self, self.chat)
        self.app = Starlette(routes=[served, *self.files.routes(), *answers.routes()])

    # ── set-up and reading ──────────────────────────────────────────────────────────────

    @property
    def post_interval_s(self) -> float:
        """At most one post per channel in so many seconds."""
        return self.chat.post_interval_s

    @post_interval_s.setter
    def post_interval_s(self, seconds: float) -> None:
        self.chat.post_interval_s = seconds

    @property
    def history_lag_s(self) -> float:
        """How long a post stays out of the history."""
        return self.chat.history_lag_s

    @history_lag_s.setter
    def history_lag_s(self, seconds: float) -> None:
        self.chat.history_lag_s = seconds

    @property
    def page_size(self) -> int:
        """Largest page of the history."""
        return self.chat.page_size

    @page_size.setter
    def page_size(self, messages: int) -> None:
        self.chat.page_size = messages

    @property
    def file_lag_s(self) -> float:
        """How long a completed file is still refused in blocks."""
        return self.files.lag_s

    @file_lag_s.setter
    def file_lag_s(self, seconds: float) -> None:
        self.files.lag_s = seconds

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
            self.forget()
            self.chat.last_post.clear()
            self.files.kept.clear()
            for part in (self.tiers, self.agent, self.views, self.people):
                part.reset()
            self.requests.clear()
            self.faults.clear()
            self.scopes = SCOPES
            self.files.refusal_code = "invalid_blocks"
            self.page_size, self.post_interval_s, self.history_lag_s = 200, 0.0, 0.0
            self.file_lag_s = 0.0

    def add_channel(self, channel: str, *, private: bool = False, ext_shared: bool = False) -> None:
        """Make a channel that the bot is in."""
        self.channels[channel] = Channel(channel, private, ext_shared)

    def messages_to(self, user_id: str) -> list[Posted]:
        """What the bot wrote to one user directly, oldest first."""
        return self.people.messages_to(user_id)

    # ── HTTP ────────────────────────────────────────────────────────────────────────────

    async def _serve(self, request: Request) -> Response:
        headers = {"x-oauth-scopes": ",".join(self.scopes)}
        self.url = str(request.url).split("/api/", 1)[0]
        name = request.path_params["method"]
        try:
            given = await _arguments(request, name)
            self._authenticate(request.headers.get("authorization", ""), given)
            method = self._methods.get(name, _unknown)
            check_scope(name, self.scopes)
            with self.lock:
                self.tiers.take(name, self.clock())
                answer = JSONResponse({"ok": True, **method(given)}, headers=headers)
        except SlackError as error:
            body = {"ok": False, "error": error.code, **error.more}
            return JSONResponse(body, error.status, headers={**headers, **error.headers})
        return answer

    def _authenticate(self, authorization: str, given: Mapping[str, Any]) -> None:
        token = authorization.removeprefix("Bearer ").strip() or str(given.get("token", ""))
        if not token:
            raise SlackError("not_authed")
        if token != self.token:
            raise SlackError("invalid_auth")


def _unknown(given: Mapping[str, Any]) -> dict[str, Any]:
    del given
    raise SlackError("unknown_method")


async def _arguments(request: Request, method: str) -> dict[str, Any]:
    """Of the body and of the query; some methods do not read JSON."""
    kind = request.headers.get("content-type", "")
    given = arguments(kind, await request.body())
    if method in FORM_ONLY and kind.startswith("application/json"):
        given = {}
    return {**dict(request.query_params), **given}
