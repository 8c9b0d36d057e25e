"""HubSpot's webhooks: up to a hundred events in one signed request, in no order.

A request that was not answered in time comes again, for a day, each time signed anew and
with another ``attemptNumber``; what is in it may be grouped in another way then. So a
delivery is known by its events without that number, and one that was grouped anew is read
again: whatever follows from it is the same the second time. ``eventId`` alone is not unique.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.crm_news import CrmNews, NewsOf
from domain.deals import DealRef
from domain.errors import UnexpectedPayload, WebhookRejected
from domain.webhooks import Accepted, Delivery, Ignored, WebhookOutcome, WebhookRequest
from integrations.crm_payloads import (
    as_object,
    content_key,
    moment_at,
    name_of,
    parsed,
    plain_value,
    record_id,
)

SLUG = "hubspot"
MAX_AGE_S = 300.0
MAX_EVENTS = 100
HANDLED: Mapping[str, NewsOf] = {
    "propertyChange": NewsOf.CHANGED,
    "creation": NewsOf.CREATED,
    "restore": NewsOf.CREATED,
    "deletion": NewsOf.DELETED,
    "merge": NewsOf.MERGED,
}
"""What can happen to a deal, after ``deal.`` or, of generic subscriptions, ``object.``."""
OTHERS = frozenset({
    "contact", "company", "ticket", "product", "line_item", "conversation", "object", "deal",
})  # fmt: skip
DEAL_TYPE = "0-3"
APPS = frozenset({"INTEGRATION", "API"})
_DECODED = {
    "%3A": ":", "%2F": "/", "%3F": "?", "%40": "@", "%21": "!", "%24": "$", "%27": "'",
    "%28": "(", "%29": ")", "%2A": "*", "%2C": ",", "%3B": ";",
}  # fmt: skip
_ENCODED = re.compile("|".join(_DECODED), re.IGNORECASE)


class HubspotNews:
    """Reads the webhooks of one app. ``url`` is the address as HubSpot was told it."""

    def __init__(self, secrets: Sequence[str], url: str) -> None:
        self._secrets = tuple(filter(None, secrets))
        self._url = url

    @property
    def slug(self) -> str:
        """``hubspot``."""
        return SLUG

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        """See ``CrmNewsSource.read_webhook``."""
        self._prove(request, now)
        events = _events(request.body)
        types = sorted({_kind(event) for event in events})
        if not any(_news_of(event) for event in events):
            return Ignored(types[0] if len(types) == 1 else "mixed")
        for event in events:
            tuple(_read(event))
        return Accepted(types[0] if len(types) == 1 else "deal.mixed", _key(events))

    def read_delivery(self, delivery: Delivery) -> Sequence[CrmNews]:
        """See ``CrmNewsSource.read_delivery``."""
        return [news for event in _events(delivery.body) for news in _read(event)]

    def _prove(self, request: WebhookRequest, now: datetime) -> None:
        sent_at = request.headers.get("x-hubspot-request-timestamp", "")
        if not (sent_at.isascii() and sent_at.isdigit() and len(sent_at) <= 15):
            raise WebhookRejected("signature")
        if abs(now.timestamp() - int(sent_at) / 1000) > MAX_AGE_S:
            raise WebhookRejected("signature")
        sent = request.headers.get("x-hubspot-signature-v3", "").encode("latin-1", "replace")
        proven = [
            hmac.compare_digest(signature(secret, uri, request.body, sent_at).encode(), sent)
            for secret in self._secrets
            for uri in self._uris(request.query)
        ]
        if not any(proven):
            raise WebhookRejected("signature")

    def _uris(self, query: str) -> Sequence[str]:
        """The address as it was called, and as HubSpot's own guide says to decode it.

        Its libraries do not decode. Both are ours alone, so that either proves the same.
        """
        whole = f"{self._url}?{query}" if query else self._url
        decoded = _ENCODED.sub(lambda found: _DECODED[found[0].upper()], whole)
        return (whole,) if whole == decoded else (whole, decoded)


def signature(secret: str, uri: str, body: bytes, sent_at: str) -> str:
    """Version 3: base64 of HMAC-SHA256 over method, address, body and milliseconds."""
    message = b"POST" + uri.encode("latin-1", "replace") + body + sent_at.encode()
    return base64.b64encode(hmac.new(secret.encode(), message, hashlib.sha256).digest()).decode()


def _events(body: bytes) -> Sequence[Mapping[str, Any]]:
    events = parsed(SLUG, body)
    if not isinstance(events, list) or not 0 < len(events) <= MAX_EVENTS:
        raise UnexpectedPayload(SLUG, "the body is not a list of 1 to 100 events")
    return [as_object(SLUG, event, "an event") for event in events]


def _kind(event: Mapping[str, Any]) -> str:
    kind = name_of(SLUG, event.get("subscriptionType"), "subscriptionType")
    if kind.partition(".")[0] not in OTHERS:
        raise UnexpectedPayload(SLUG, "an event that is not in the manifest")
    return kind


def _news_of(event: Mapping[str, Any]) -> NewsOf | None:
    """What it says of a deal; ``None`` for events that are not ours to handle."""
    about, _, what = _kind(event).partition(".")
    is_deal = about == "deal" or (about == "object" and event.get("objectTypeId") == DEAL_TYPE)
    return HANDLED.get(what) if is_deal else None


def _read(event: Mapping[str, Any]) -> Iterator[CrmNews]:
    what = _news_of(event)
    if what is None:
        return
    at = moment_at(SLUG, event.get("occurredAt"))
    if what is NewsOf.MERGED:
        yield from _merged(event, at)
        return
    deal = DealRef(SLUG, record_id(SLUG, event.get("objectId"), "objectId"))
    if what is not NewsOf.CHANGED:
        yield CrmNews(deal=deal, at=at, what=what, ours=_is_ours(event))
        return
    field = name_of(SLUG, event.get("propertyName"), "propertyName")
    told = "propertyValue" in event  # sensitive ones are left out
    yield CrmNews(
        deal=deal, at=at, what=what, field=field, told=told,
        value=plain_value(SLUG, event.get("propertyValue")), ours=_is_ours(event),
    )  # fmt: skip


def _merged(event: Mapping[str, Any], at: datetime) -> Iterator[CrmNews]:
    """A merge can end in one of the two, or in a third deal that is new."""
    primary = record_id(SLUG, event.get("primaryObjectId"), "primaryObjectId")
    merged = event.get("mergedObjectIds")
    if not isinstance(merged, list) or len(merged) > MAX_EVENTS:
        raise UnexpectedPayload(SLUG, "mergedObjectIds is not a list of ids")
    new = event.get("newObjectId")
    into = primary if new is None else record_id(SLUG, new, "newObjectId")
    for each in (*(record_id(SLUG, each) for each in merged), primary):
        if each == into:
            yield CrmNews(deal=DealRef(SLUG, each), at=at, what=NewsOf.CHANGED)
        else:
            yield CrmNews(
                deal=DealRef(SLUG, each), at=at, what=NewsOf.MERGED, merged_into=into
            )  # fmt: skip


def _is_ours(event: Mapping[str, Any]) -> bool | None:
    """``appId`` is the app that subscribed: ours. What it did itself has it as ``sourceId``.

    That ``sourceId`` comes with webhooks is not documented; without it, what we wrote tells.
    """
    source, app = event.get("changeSource"), event.get("appId")
    if not isinstance(source, str):
        return None
    if source not in APPS:
        return False
    source_id = event.get("sourceId")
    return None if source_id is None or app is None else str(source_id) == str(app)


def _key(events: Sequence[Mapping[str, Any]]) -> str:
    each = ({k: v for k, v in event.items() if k != "attemptNumber"} for event in events)
    return content_key(sorted(content_key(event) for event in each))
