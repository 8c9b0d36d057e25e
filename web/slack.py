"""``POST /slack/events``: events, commands and interactions, all through one address."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from starlette.types import Receive, Scope, Send

from domain.webhooks import WebhookRequest
from web.plain import SentHeaders, answer, whole_body
from web.refusals import BUSY, Answer, Refused

SlackAnswer = tuple[int, Mapping[str, str], bytes]
"""(status, headers, body)."""


class SlackEndpoint(Protocol):
    """Slack as the bot understands it; ``bot/`` builds one."""

    def verify(self, request: WebhookRequest, now: datetime) -> None:
        """Check age and signature over the raw bytes. Raises ``WebhookRejected``."""
        ...

    async def handle(self, request: WebhookRequest) -> SlackAnswer:
        """Answer a request that was verified, within three seconds."""
        ...


class SlackRoute:
    """Verifies before anything of the body is parsed, then hands it to the bot."""

    def __init__(self, endpoint: SlackEndpoint, now: Callable[[], datetime]) -> None:
        self._endpoint = endpoint
        self._now = now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; every refusal has the one shape.

        Raises ``WebhookRejected``, and ``Refused`` for what gets no 2xx.
        """
        request = WebhookRequest(SentHeaders(scope["headers"]), await whole_body(receive))
        self._endpoint.verify(request, self._now())
        status, headers, body = await self._endpoint.handle(request)
        if status >= 400:
            raise Refused(BUSY if status >= 500 else Answer(status, "slack_request"))
        kept = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in headers.items()
            if name.lower() not in ("content-length", "content-type")
        ]
        kind = next((v for n, v in headers.items() if n.lower() == "content-type"), "")
        await answer(send, status, body, (kind or "application/json").encode("latin-1"), kept)
