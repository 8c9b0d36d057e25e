"""``POST /slack/events``: events, commands and interactions, all through one address."""

from collections.abc import Callable, Mapping
from datetime import datetime
from time import perf_counter
from typing import Protocol

from starlette.types import Receive, Scope, Send

from domain.errors import ReploopError
from domain.webhooks import WebhookRequest
from web.plain import SentHeaders, answer, whole_body
from web.refusals import BUSY, Answer, Refused, answer_to
from web.webhooks import WebhookMeter

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

    def __init__(
        self, endpoint: SlackEndpoint, now: Callable[[], datetime], meter: WebhookMeter
    ) -> None:
        self._endpoint = endpoint
        self._now = now
        self._meter = meter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; every refusal has the one shape.

        Raises ``WebhookRejected``, and ``Refused`` for what gets no 2xx.
        """
        started = perf_counter()
        request = WebhookRequest(SentHeaders(scope["headers"]), await whole_body(receive))
        try:
            status, headers, body = await self._decide(request)
        except ReploopError as error:
            self._meter.webhook("slack", answer_to(error).code, perf_counter() - started)
            raise
        named = {name.lower(): value for name, value in headers.items()}
        kind = named.pop("content-type", "application/json").encode("latin-1")
        named.pop("content-length", None)
        more = [(n.encode("latin-1"), v.encode("latin-1")) for n, v in named.items()]
        await answer(send, status, body, kind, more)
        self._meter.webhook("slack", "accepted", perf_counter() - started)

    async def _decide(self, request: WebhookRequest) -> SlackAnswer:
        self._endpoint.verify(request, self._now())
        decided = await self._endpoint.handle(request)
        if decided[0] >= 500:
            raise Refused(BUSY)
        if decided[0] >= 400:
            raise Refused(Answer(decided[0], "slack_request"))
        return decided
