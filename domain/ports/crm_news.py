"""What Reploop needs of a CRM that tells of changes as they happen."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.crm_news import CrmNews
from domain.webhooks import Delivery, WebhookOutcome, WebhookRequest


class CrmNewsSource(Protocol):
    """HubSpot, Pipedrive, Freshsales, monday: POSTs what was changed.

    Salesforce and Zoho are only looked at: the one has no webhooks of its own, the other's
    channels end within days and have to be renewed.
    """

    @property
    def slug(self) -> str:
        """The CRM's name in URLs and rows."""
        ...

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        """Check that it is the vendor's, then say what to do with it. Makes no network call.

        Raises ``WebhookRejected`` for a request that is not the vendor's, and
        ``UnexpectedPayload`` for a genuine one that does not fit the contract; nothing else.
        """
        ...

    def read_delivery(self, delivery: Delivery) -> Sequence[CrmNews]:
        """What a kept delivery says, in the order it says so. No network call.

        Raises ``UnexpectedPayload``.
        """
        ...
