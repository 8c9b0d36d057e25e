"""``POST /slack/events``: prove, read, hand to Bolt. Owns every answer."""

import asyncio
import json
from collections.abc import Mapping
from datetime import datetime

from slack_bolt import App, BoltRequest

from bot.interactions import Body
from bot.payloads import read_request
from bot.verify import SlackRequests
from domain.errors import UnexpectedPayload
from domain.webhooks import WebhookRequest

Answer = tuple[int, dict[str, str], bytes]
"""Status, headers and body."""

_JSON = {"content-type": "application/json"}


class SlackEndpoint:
    """What the web room mounts. ``handle`` is for requests that ``verify`` let through."""

    def __init__(self, app: App, requests: SlackRequests) -> None:
        self._app = app
        self._requests = requests

    def verify(self, request: WebhookRequest, now: datetime) -> None:
        """Raises ``WebhookRejected`` for a request that is not Slack's."""
        self._requests.verify(request, now)

    async def handle(self, request: WebhookRequest) -> Answer:
        """Answer a verified request: 200 kept or not ours, 400 malformed, 503 not kept."""
        try:
            body = read_request(request)
        except UnexpectedPayload:
            return _error(400, "malformed")
        return await asyncio.to_thread(self._dispatch, body, request.headers)

    def _dispatch(self, body: Body, headers: Mapping[str, str]) -> Answer:
        response = self._app.dispatch(bolt_request(body, headers))
        if response.status == 404:
            return _error(400, "unknown_request")
        if response.status >= 500:
            return _error(503, "not_kept")
        kind = response.headers.get("content-type", ["text/plain"])[0]
        return response.status, {"content-type": kind}, (response.body or "").encode()


def bolt_request(body: Body, headers: Mapping[str, str]) -> BoltRequest:
    """A typed body for Bolt, handed over parsed, as in Socket Mode.

    Bolt's own parser would lose a command whose text holds the word "payload".
    """
    kept = {k: v for k, v in headers.items() if k.startswith("x-slack-retry-")}
    return BoltRequest(body=body, headers=dict(kept), mode="socket_mode")


def _error(status: int, code: str) -> Answer:
    return status, dict(_JSON), json.dumps({"error": code}).encode()
