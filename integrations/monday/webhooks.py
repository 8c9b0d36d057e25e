"""monday.com's webhooks: one event each, proven by a JWT that the app's secret signed.

The token says nothing of the body: whoever overheard it could send another body until it
ends, minutes later. It is sent over TLS only, and what is told is looked at before anything
is done. An address is taken once it repeats a challenge, which comes unsigned.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.crm import FieldValue
from domain.crm_news import CrmNews, NewsOf
from domain.deals import DealRef
from domain.errors import UnexpectedPayload
from domain.webhooks import Accepted, Delivery, Handshake, Ignored, WebhookOutcome, WebhookRequest
from integrations.crm_payloads import (
    as_object,
    content_key,
    moment_at,
    name_of,
    parsed,
    plain_value,
    record_id,
)
from integrations.monday.jwt import prove

SLUG = "monday"
HANDLED: Mapping[str, NewsOf] = {
    "update_column_value": NewsOf.CHANGED,
    "change_column_value": NewsOf.CHANGED,
    "update_name": NewsOf.CHANGED,
    "move_pulse_into_group": NewsOf.CHANGED,
    "create_pulse": NewsOf.CREATED,
    "restore_pulse": NewsOf.CREATED,
    "archive_pulse": NewsOf.DELETED,
    "delete_pulse": NewsOf.DELETED,
}
"""Types as they are delivered; those that are subscribed to have other names."""
IGNORED = frozenset({
    "create_update", "edit_update", "delete_update", "create_column", "move_subitem",
    "create_subitem", "change_subitem_column_value",
})  # fmt: skip
SHAPES = {"long_text": "text", "long-text": "text", "date": "date", "link": "url"}
"""Under which key a type of column has its value; the others have it under ``value``."""
_CHALLENGE = re.compile(r"[A-Za-z0-9_.-]{1,256}", re.ASCII)


class MondayNews:
    """Reads the webhooks of one app on the board of deals.

    ``url`` is the address as monday was told it. Whose a change is, only what we wrote can
    tell: the id of the user behind our token is not known here.
    """

    def __init__(self, signing_secret: str, url: str, deals_board: str) -> None:
        self._secret = signing_secret
        self._url = url
        self._board = deals_board

    @property
    def slug(self) -> str:
        """``monday``."""
        return SLUG

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        """See ``CrmNewsSource.read_webhook``."""
        challenge = _challenge(request.body)
        if challenge is not None:
            return Handshake({"challenge": challenge})
        prove(request.headers.get("authorization", ""), self._secret, self._url, now)
        event = _event(request.body)
        kind = name_of(SLUG, event.get("type"), "type")
        if kind in IGNORED or self._is_elsewhere(event):
            return Ignored(kind)
        if kind not in HANDLED:
            raise UnexpectedPayload(SLUG, "an event that is not in the manifest")
        _read(event)
        return Accepted(kind, _key(event))

    def read_delivery(self, delivery: Delivery) -> Sequence[CrmNews]:
        """See ``CrmNewsSource.read_delivery``."""
        return (_read(_event(delivery.body)),)

    def _is_elsewhere(self, event: Mapping[str, Any]) -> bool:
        """Whether it is of another board, or of a subitem."""
        board = record_id(SLUG, event.get("boardId"), "boardId")
        return board != self._board or event.get("parentItemId") is not None


def _read(event: Mapping[str, Any]) -> CrmNews:
    kind = name_of(SLUG, event.get("type"), "type")
    if kind not in HANDLED:
        raise UnexpectedPayload(SLUG, "an event that is not in the manifest")
    item = event.get("pulseId", event.get("itemId"))
    deal = DealRef(SLUG, record_id(SLUG, item, "pulseId"))
    at = _moment(event)
    if "column_value" not in kind:
        return CrmNews(deal=deal, at=at, what=HANDLED[kind])
    title = event.get("columnTitle")
    told, value = _value(str(event.get("columnType")), event.get("value"))
    column = name_of(SLUG, event.get("columnId"), "columnId")
    return CrmNews(
        deal=deal,
        at=at,
        what=HANDLED[kind],
        field=column,
        label=title if isinstance(title, str) else None,
        value=value,
        told=told,
    )


def _challenge(body: bytes) -> str | None:
    """The token of a handshake: one that could never be anything but a token."""
    if len(body) > 512:
        return None
    try:
        asked = parsed(SLUG, body)
    except UnexpectedPayload:
        return None
    token = asked.get("challenge") if isinstance(asked, dict) and len(asked) == 1 else None
    return token if isinstance(token, str) and _CHALLENGE.fullmatch(token) else None


def _event(body: bytes) -> Mapping[str, Any]:
    return as_object(
        SLUG, as_object(SLUG, parsed(SLUG, body), "the body").get("event"), "event"
    )  # fmt: skip


def _moment(event: Mapping[str, Any]) -> datetime:
    changed_at = event.get("changedAt")
    told = changed_at if isinstance(changed_at, float) else event.get("triggerTime")
    return moment_at(SLUG, told)


def _value(column_type: str, value: object) -> tuple[bool, FieldValue]:
    """Whether the value is told, and which: of the types of column that we fill."""
    if not isinstance(value, dict) or not value:
        return True, plain_value(SLUG, value or None)
    key = SHAPES.get(column_type, "value")
    plain = value.get(key)
    if key not in value or isinstance(plain, dict | list | bool):
        return False, None
    return True, plain_value(SLUG, plain)


def _key(event: Mapping[str, Any]) -> str:
    """By the trigger's own id; a repeat is marked as one and else the same."""
    trigger, subscription = event.get("triggerUuid"), event.get("subscriptionId")
    if isinstance(trigger, str) and trigger:
        return content_key([trigger, str(subscription), str(event.get("type"))])
    return content_key({k: v for k, v in event.items() if k not in ("isRetry", "retryCount")})
