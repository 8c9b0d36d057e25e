"""What workflows of Freshsales tell: JSON that an administrator wrote, proven by a token.

``docs/integrations/freshsales.md`` says what to write. All values are text. There is no
signature and no age: a request that was overheard could be sent again, and would tell what
it told before.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.crm_news import CrmNews, NewsOf
from domain.deals import DealRef
from domain.errors import UnexpectedPayload, WebhookRejected
from domain.webhooks import Accepted, Delivery, WebhookOutcome, WebhookRequest
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

SLUG = "freshsales"
EVENT = "deal.field_changed"
HEADER = "x-reploop-token"
MAX_KEYS = 50


class FreshsalesNews:
    """Reads what the workflows of one account POST.

    ``own_user``: e-mail address of the user whose API key we have; empty: not known.
    """

    def __init__(self, token: str, own_user: str = "") -> None:
        self._token = token
        self._own_user = own_user.strip().casefold()

    @property
    def slug(self) -> str:
        """``freshsales``."""
        return SLUG

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        """See ``CrmNewsSource.read_webhook``.

        Where the body tells no moment that we can read, its arrival stands in: then the
        same edit told twice is kept twice, which changes nothing.
        """
        if not is_secret(self._token, request.headers.get(HEADER)):
            raise WebhookRejected("signature")
        body = _body(request.body)
        self._read(body, now)
        said_when = _moment(body) is not None
        return Accepted(EVENT, content_key([body, "" if said_when else now.isoformat()]))

    def read_delivery(self, delivery: Delivery) -> Sequence[CrmNews]:
        """See ``CrmNewsSource.read_delivery``."""
        return (self._read(_body(delivery.body), delivery.received_at),)

    def _read(self, body: Mapping[str, Any], received_at: datetime) -> CrmNews:
        if "value" not in body:
            raise UnexpectedPayload(SLUG, "value is missing")
        return CrmNews(
            deal=DealRef(SLUG, record_id(SLUG, _trimmed(body.get("deal_id")), "deal_id")),
            at=_moment(body) or received_at,
            what=NewsOf.CHANGED,
            field=name_of(SLUG, _trimmed(body.get("field")), "field"),
            value=plain_value(SLUG, body["value"]),
            ours=self._is_ours(body.get("updated_by")),
        )

    def _is_ours(self, updated_by: object) -> bool | None:
        if not self._own_user or not isinstance(updated_by, str) or not updated_by.strip():
            return None
        return updated_by.strip().casefold() == self._own_user


def _body(raw: bytes) -> Mapping[str, Any]:
    body = as_object(SLUG, parsed(SLUG, raw), "the body")
    if len(body) > MAX_KEYS:
        raise UnexpectedPayload(SLUG, "more keys than an automation sends")
    return body


def _trimmed(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _moment(body: Mapping[str, Any]) -> datetime | None:
    """When the deal was updated; how the placeholder writes it depends on the account."""
    try:
        return moment_at(SLUG, _trimmed(body.get("updated_at")))
    except UnexpectedPayload:
        return None
