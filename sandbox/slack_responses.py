"""Response addresses: five answers to a click, within half an hour of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.slack_chat import Chat
from sandbox.slack_wire import SlackError, arguments, truth
from sandbox.slack_workspace import Workspace

MOST_ANSWERS = 5
LIFE_S = 1800.0


class Responses:
    """What is posted to the ``response_url`` of an interaction in a message."""

    def __init__(self, workspace: Workspace, chat: Chat) -> None:
        self._work, self._chat = workspace, chat

    def routes(self) -> list[Route]:
        """Where the answers go."""
        return [Route("/actions/{team}/{key}", self._answer, methods=["POST"])]

    async def _answer(self, request: Request) -> Response:
        try:
            kind = request.headers.get("content-type", "application/json")
            given = arguments(kind, await request.body())
            with self._work.lock:
                self._take(request.path_params["key"], given)
        except SlackError as error:
            return JSONResponse({"ok": False, "error": error.code}, 404)
        return JSONResponse({"ok": True})

    def _take(self, key: str, given: Mapping[str, Any]) -> None:
        asked = self._work.response_urls.get(key)
        if asked is None or self._work.clock() - asked.at > LIFE_S:
            raise SlackError("expired_url")
        if asked.used >= MOST_ANSWERS:
            raise SlackError("used_url")
        original = {"channel": asked.channel, "ts": asked.ts}
        if truth(given.get("delete_original")):
            self._work.messages.pop(self._work.index_of(original))
        else:
            self._chat.check(given)
            self._put(original, asked.user, given)
        self._work.response_urls[key] = replace(asked, used=asked.used + 1)

    def _put(self, original: Mapping[str, str], user: str, given: Mapping[str, Any]) -> None:
        if truth(given.get("replace_original")):
            text, blocks = str(given.get("text") or ""), tuple(given.get("blocks") or ())
            self._work.change(self._work.index_of(original), text=text, blocks=blocks)
            return
        made = self._chat.made(original["channel"], given)
        if given.get("response_type") == "in_channel":
            self._chat.add(made)
        else:
            self._work.messages.append(replace(made, only_for=user))
