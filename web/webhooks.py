"""``POST /webhooks/{provider}``: prove, keep, answer; the workers are rung afterwards.

No network call and no work: vendors wait three seconds. A genuine request that we cannot
read is answered with 2xx and kept apart, so that the vendor keeps sending.
"""

import asyncio
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter
from typing import Protocol

import structlog
from starlette.types import Receive, Scope, Send

from domain.errors import ReploopError, UnexpectedPayload
from domain.ports import Database
from domain.webhooks import (
    Accepted,
    Delivery,
    Handshake,
    Ignored,
    WebhookOutcome,
    WebhookRequest,
)
from web.group_commit import GroupCommit
from web.plain import SentHeaders, answer, as_json, whole_body
from web.refusals import BAD_JSON, Refused, answer_to

log = structlog.get_logger()

LONGEST_NAME = 200
"""Characters of a delivery's key or event that are kept as they are."""


class WebhookSource(Protocol):
    """Whoever sends webhooks: a meeting provider, or a CRM that tells of changes."""

    @property
    def slug(self) -> str:
        """The name in the address."""
        ...

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        """See ``MeetingProvider.read_webhook`` and ``CrmNewsSource.read_webhook``."""
        ...


class WebhookMeter(Protocol):
    """Counts what became of webhooks."""

    def webhook(self, provider: str, outcome: str, seconds: float) -> None:
        """One request to ``provider`` was answered after ``seconds``."""
        ...


@dataclass(frozen=True, slots=True)
class Inbox:
    """Where genuine requests are kept: understood ones together, odd ones apart."""

    group: GroupCommit
    database: Database
    now: Callable[[], datetime]

    async def keep(self, delivery: Delivery) -> None:
        """Return when it is committed. Raises ``StoreUnavailable``."""
        await self.group.add(delivery)

    async def set_apart(self, delivery: Delivery, problem: str) -> None:
        """Keep for a later replay. Raises ``StoreUnavailable``."""
        await asyncio.to_thread(self._set_apart, delivery, problem)

    def _set_apart(self, delivery: Delivery, problem: str) -> None:
        with self.database.write() as stores:
            stores.deliveries.quarantine(delivery, problem)


class WebhookRoute:
    """The ASGI app of one sender's webhook address; stands behind the guard."""

    def __init__(self, provider: WebhookSource, inbox: Inbox, meter: WebhookMeter) -> None:
        self._provider = provider
        self._slug = provider.slug
        self._inbox = inbox
        self._meter = meter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. Raises ``WebhookRejected``, ``Refused``, ``StoreUnavailable``."""
        started = perf_counter()
        query: bytes = scope.get("query_string", b"")
        request = WebhookRequest(
            SentHeaders(scope["headers"]), await whole_body(receive), query.decode("latin-1")
        )
        try:
            outcome, status, body = await self._decide(request)
        except ReploopError as error:
            self._meter.webhook(self._slug, answer_to(error).code, perf_counter() - started)
            raise
        await answer(send, status, body)
        self._meter.webhook(self._slug, outcome, perf_counter() - started)

    async def _decide(self, request: WebhookRequest) -> tuple[str, int, bytes]:
        """(outcome in a word, status, body) of a genuine request."""
        now = self._inbox.now()
        try:
            outcome = self._provider.read_webhook(request, now=now)
        except (UnexpectedPayload, RecursionError) as error:
            return await self._odd(request, now, error)
        match outcome:
            case Accepted(event=event, key=key):
                await self._inbox.keep(
                    Delivery(self._slug, _storable(key), _storable(event), now, request.body)
                )
                return "accepted", 200, b""
            case Handshake(reply=reply):
                return "handshake", 200, as_json(reply)
            case Ignored():
                return "ignored", 204, b""

    async def _odd(
        self, request: WebhookRequest, now: datetime, error: Exception
    ) -> tuple[str, int, bytes]:
        """Genuine but not as agreed: 400 if it is no JSON, else keep it apart and say 200."""
        if not _is_json(request.body):
            raise Refused(BAD_JSON) from error
        key = hashlib.sha256(request.body).hexdigest()
        problem = error.detail if isinstance(error, UnexpectedPayload) else "nested too deeply"
        await self._inbox.set_apart(
            Delivery(self._slug, key, "unexpected", now, request.body), problem
        )
        log.warning("webhook.unexpected", provider=self._slug, key=key)
        return "unexpected", 200, b""


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def _storable(name: str) -> str:
    """A name no database stumbles over: long or unprintable ones become their hash."""
    if len(name) <= LONGEST_NAME and name.isprintable():
        return name
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
