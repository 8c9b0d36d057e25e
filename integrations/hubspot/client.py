"""The only file that touches ``hubspot``, HubSpot's generated client.

It is tamed here: one connection pool for all its API classes, a time limit on every
request, no retries and no redirects of its own, and raw answers instead of its models
(which refuse a changed shape with a bare ``ValueError``).
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import urllib3
from hubspot.crm.associations.v4.exceptions import ApiException as AssociationsError
from hubspot.crm.contacts.exceptions import ApiException as ContactsError
from hubspot.crm.deals.exceptions import ApiException as DealsError
from hubspot.crm.owners.exceptions import ApiException as OwnersError
from hubspot.crm.pipelines.exceptions import ApiException as PipelinesError
from hubspot.crm.properties.exceptions import ApiException as PropertiesError
from hubspot.discovery.discovery_base import DiscoveryBase
from hubspot.hubspot import HubSpot

from domain.errors import UnexpectedPayload, VendorUnavailable
from integrations.hubspot.errors import SLUG, error_of
from integrations.hubspot.settings import HubspotSettings

Body = dict[str, Any]
REFUSALS = (
    AssociationsError, ContactsError, DealsError, OwnersError, PipelinesError, PropertiesError,
)  # fmt: skip
"""Every part of the generated client has an exception class of its own."""
CONNECTIONS = 8


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch answer: 200 for all found, 207 with ``errors`` for some."""

    results: tuple[Body, ...]
    errors: tuple[Body, ...]


class HubspotClient:
    """One account. Every method raises ``IntegrationError`` and never retries."""

    def __init__(self, settings: HubspotSettings) -> None:
        self._timeout_s = settings.timeout_s
        self._pool = urllib3.PoolManager(maxsize=CONNECTIONS, retries=False)
        self._apis: dict[tuple[str, str], Any] = {}
        self._hubspot = HubSpot(
            access_token=settings.access_token,
            host=settings.base_url.rstrip("/"),
            api_factory=self._api,
        )

    def contacts_by_email(self, emails: Sequence[str]) -> Batch:
        """Contacts whose primary address is one of these, 100 at most."""
        api = self._hubspot.crm.contacts.batch_api
        return self._batch(api.read, {
            "idProperty": "email", "properties": ["email"], "propertiesWithHistory": [],
            "inputs": [{"id": email} for email in emails],
        })  # fmt: skip

    def deals_of_contacts(self, inputs: Sequence[Mapping[str, str]]) -> Batch:
        """Associations of contacts, 1000 at most; an input is ``{id}`` or ``{id, after}``."""
        api = self._hubspot.crm.associations.v4.batch_api
        body = {"inputs": [dict(each) for each in inputs]}
        return self._batch(api.get_page, "contacts", "deals", body)

    def deals(self, ids: Sequence[str], properties: Sequence[str]) -> Batch:
        """Deals by id, 100 at most."""
        api = self._hubspot.crm.deals.batch_api
        return self._batch(api.read, {
            "properties": list(properties), "propertiesWithHistory": [],
            "inputs": [{"id": deal_id} for deal_id in ids],
        })  # fmt: skip

    def deal(self, deal_id: str, properties: Sequence[str]) -> Body:
        """One deal with these properties."""
        return self._ask(
            self._hubspot.crm.deals.basic_api.get_by_id, deal_id, properties=list(properties)
        )

    def update_deal(self, deal_id: str, properties: Mapping[str, str]) -> None:
        """Set properties of one deal: all or none."""
        api = self._hubspot.crm.deals.basic_api
        self._ask(api.update, deal_id, {"properties": dict(properties)})

    def pipelines(self) -> Body:
        """All deal pipelines with their stages."""
        return self._ask(self._hubspot.crm.pipelines.pipelines_api.get_all, "deals")

    def owners(self, after: str | None) -> Body:
        """One page of owners, 100 at most."""
        paging = {} if after is None else {"after": after}
        return self._ask(self._hubspot.crm.owners.owners_api.get_page, limit=100, **paging)

    def property_named(self, name: str) -> Body:
        """The definition of one deal property."""
        return self._ask(self._hubspot.crm.properties.core_api.get_by_name, "deals", name)

    def create_property(self, definition: Mapping[str, Any]) -> None:
        """Create a deal property."""
        self._ask(self._hubspot.crm.properties.core_api.create, "deals", dict(definition))

    def create_group(self, name: str, label: str) -> None:
        """Create a group of deal properties."""
        api = self._hubspot.crm.properties.groups_api
        self._ask(api.create, "deals", {"name": name, "label": label})

    def _batch(self, ask: Callable[..., Any], *arguments: object) -> Batch:
        body = self._ask(ask, *arguments)
        results = body.get("results")
        if not isinstance(results, list) or not all(isinstance(r, dict) for r in results):
            raise UnexpectedPayload(SLUG, "a batch answer without results")
        errors = body.get("errors")
        found = errors if isinstance(errors, list) else []
        return Batch(tuple(results), tuple(e for e in found if isinstance(e, dict)))

    def _ask(self, ask: Callable[..., Any], *arguments: object, **named: object) -> Body:
        try:
            answer = ask(
                *arguments, **named, _preload_content=False, _request_timeout=self._timeout_s
            )
            raw = answer.data  # read here: the body can break off too
        except REFUSALS as error:
            raise error_of(error.status, _parsed(error.body), error.headers or {}) from error
        except (urllib3.exceptions.HTTPError, UnicodeDecodeError) as error:
            raise VendorUnavailable(SLUG, type(error).__name__) from error
        body = _parsed(raw)
        if not isinstance(body, dict):
            raise UnexpectedPayload(SLUG, f"HTTP {answer.status}: not a JSON object")
        return body

    def _api(self, package: Any, name: str, config: Mapping[str, Any]) -> Any:
        """Build each API class once, all on one connection pool."""
        key = (package.__name__, name)
        known = self._apis.get(key)
        if known is None:
            build: Callable[..., Any] = DiscoveryBase._default_api_factory  # noqa: SLF001 - no other
            known = build(package, name, config)
            known.api_client.rest_client.pool_manager = self._pool
            self._apis[key] = known
        return known


def _parsed(raw: object) -> object:
    if not isinstance(raw, bytes | str):
        return None
    try:
        return json.loads(raw)
    except ValueError:
        return None
