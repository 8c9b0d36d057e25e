"""Pipedrive's webhooks (version 2): one event each, proven by a password and nothing else.

The password is the only proof: there is no signature and no age, so that a request that
was overheard could be sent again. It would tell what it told before, and is known by its
id. A failed delivery comes again after 3, 30 and 150 seconds with another ``attempt``.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.crm import FieldValue
from domain.crm_news import CrmNews, NewsOf
from domain.deals import DealRef
from domain.errors import UnexpectedPayload, WebhookRejected
from domain.webhooks import Accepted, Delivery, Ignored, WebhookOutcome, WebhookRequest
from integrations.crm_payloads import (
    as_object,
    content_key,
    is_secret,
    moment_at,
    name_of,
    parsed,
    plain_value,
    record_id,
)

SLUG = "pipedrive"
ACTIONS: Mapping[str, NewsOf] = {
    "create": NewsOf.CREATED,
    "change": NewsOf.CHANGED,
    "delete": NewsOf.DELETED,
}
ENTITIES = frozenset({
    "activity", "deal", "lead", "note", "organization", "person", "pipeline", "product",
    "stage", "user",
})  # fmt: skip
CODE_LENGTH = 40
MAX_FIELDS = 500
PEOPLES_SOURCE = "app"
"""``change_source`` of what was done in the web app; all else is ``api``."""


class PipedriveNews:
    """Reads the webhooks of one account."""

    def __init__(self, user: str, password: str) -> None:
        pair = f"{user}:{password}".encode()
        self._expected = b64encode(pair).decode() if user and password else ""

    @property
    def slug(self) -> str:
        """``pipedrive``."""
        return SLUG

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        """See ``CrmNewsSource.read_webhook``. ``now`` does not matter: nothing tells the age."""
        del now
        scheme, _, credentials = request.headers.get("authorization", "").partition(" ")
        proven = is_secret(self._expected, credentials.strip())
        if not proven or scheme.lower() != "basic":
            raise WebhookRejected("signature")
        body = as_object(SLUG, parsed(SLUG, request.body), "the body")
        meta = _meta(body)
        event = f"{meta['action']}.{meta['entity']}"
        if meta["entity"] != "deal":
            return Ignored(event)
        tuple(_read(meta, body))
        return Accepted(event, _key(meta, body))

    def read_delivery(self, delivery: Delivery) -> Sequence[CrmNews]:
        """See ``CrmNewsSource.read_delivery``."""
        body = as_object(SLUG, parsed(SLUG, delivery.body), "the body")
        return tuple(_read(_meta(body), body))


def _meta(body: Mapping[str, Any]) -> Mapping[str, Any]:
    meta = as_object(SLUG, body.get("meta"), "meta")
    if str(meta.get("version"))[:1] != "2":
        raise UnexpectedPayload(SLUG, "not a webhook of version 2: make it anew as one")
    if name_of(SLUG, meta.get("action"), "meta.action") not in ACTIONS:
        raise UnexpectedPayload(SLUG, "an action that is not in the manifest")
    if name_of(SLUG, meta.get("entity"), "meta.entity") not in ENTITIES:
        raise UnexpectedPayload(SLUG, "an entity that is not in the manifest")
    return meta


def _read(meta: Mapping[str, Any], body: Mapping[str, Any]) -> Iterator[CrmNews]:
    """One news for the deal, and one for each custom field of it that changed."""
    at = moment_at(SLUG, meta.get("timestamp"))
    deal = DealRef(SLUG, record_id(SLUG, meta.get("entity_id"), "meta.entity_id"))
    what, into = ACTIONS[meta["action"]], meta.get("merged_to_id")
    # an app's change can be ours or another app's: which, only what was written can tell
    ours = False if meta.get("change_source") == PEOPLES_SOURCE else None
    if what is NewsOf.DELETED and into is not None:
        into_id = record_id(SLUG, into, "meta.merged_to_id")
        yield CrmNews(deal=deal, at=at, what=NewsOf.MERGED, ours=ours, merged_into=into_id)
        return
    if what is not NewsOf.CHANGED:
        yield CrmNews(deal=deal, at=at, what=what, ours=ours)
        return
    before, after = _custom(body, "previous"), _custom(body, "data")
    if _has_changed_otherwise(body):
        yield CrmNews(deal=deal, at=at, what=what, ours=ours)
    for code in before:
        name = name_of(SLUG, code, "the code of a field")
        told, value = _value(after.get(code))
        yield CrmNews(
            deal=deal,
            at=at,
            what=what,
            field=name,
            value=value,
            ours=ours,
            told=told,
            coded=len(name) == CODE_LENGTH,
        )


def _custom(body: Mapping[str, Any], part: str) -> Mapping[str, Any]:
    """The custom fields of ``data``, or those of ``previous`` that changed."""
    found = as_object(SLUG, body.get(part), part).get("custom_fields")
    if found is None or found == []:  # as PHP writes an empty object
        return {}
    fields = as_object(SLUG, found, f"{part}.custom_fields")
    if len(fields) > MAX_FIELDS:
        raise UnexpectedPayload(SLUG, "more fields than a deal has")
    return fields


def _has_changed_otherwise(body: Mapping[str, Any]) -> bool:
    """Whether more than custom fields changed; every change moves the time of the update."""
    previous = as_object(SLUG, body.get("previous"), "previous")
    return not set(previous) <= {"custom_fields", "update_time"} or "custom_fields" not in previous


def _value(cell: object) -> tuple[bool, FieldValue]:
    """Whether the value is told, and which; a field is an object with its type, or nothing.

    Of choices and people only an id is told; no field of ours is one.
    """
    if not isinstance(cell, dict):
        return True, plain_value(SLUG, cell)
    value = cell.get("value")
    if "value" not in cell or isinstance(value, dict | list | bool):
        return False, None
    return True, plain_value(SLUG, value)


def _key(meta: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    """The event's own id, with the content's: an id can come twice, content cannot differ."""
    meant = {k: v for k, v in meta.items() if k != "attempt"}
    return content_key({**body, "meta": meant})
