"""The only file that touches ``hubspot``, HubSpot's generated client.

It is tamed here: one connection pool for all its API classes, a time limit on every
request, no retries and no redirects of its own, and raw answers instead of its models
(which refuse a changed shape with a bare ``ValueError``). What it lacks (sign-in by its newer
endpoints) goes through the same pool.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import urllib3
from hubspot.crm.associations.v4.exceptions import ApiException as AssociationsError
from hubspot.crm.objects.exceptions import ApiException as ObjectsError
from hubspot.crm.owners.exceptions import ApiException as OwnersError
from hubspot.crm.pipelines.exceptions import ApiException as PipelinesError
from hubspot.crm.properties.exceptions import ApiException as PropertiesError
from hubspot.crm.schemas.exceptions import ApiException as SchemasError
from hubspot.discovery.discovery_base import DiscoveryBase
from hubspot.hubspot import HubSpot

from domain.errors import UnexpectedPayload, VendorUnavailable
from integrations.hubspot.errors import SLUG, TokenRefused, error_of
from integrations.hubspot.settings import HubspotSettings
from integrations.hubspot.token import Tokens

Body = dict[str, Any]
REFUSALS = (
    AssociationsError, ObjectsError, OwnersError, PipelinesError, PropertiesError, SchemasError,
)  # fmt: skip
"""Every part of the generated client has an exception class of its own."""
CONNECTIONS = 8
PAGE = 100
SEARCH_PAGE = 200


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch answer: 200 for all found or done, 207 with ``errors`` for some."""

    results: tuple[Body, ...]
    errors: tuple[Body, ...]


class HubspotClient:
    """One account. Every method raises ``IntegrationError`` and never retries.

    An access token that has ended is renewed once and the call repeated: it was not done.
    """

    def __init__(self, settings: HubspotSettings) -> None:
        self._base = settings.base_url.rstrip("/")
        self._timeout_s = settings.timeout_s
        self._pool = urllib3.PoolManager(maxsize=CONNECTIONS, retries=False)
        self._apis: dict[tuple[str, str], Any] = {}
        self.tokens = Tokens(settings, self._post)
        self._hubspot = HubSpot(access_token="", host=self._base, api_factory=self._api)

    # ── records ──────────────────────────────────────────────────────────────────────────

    def read(
        self,
        kind: str,
        ids: Sequence[str],
        properties: Sequence[str],
        *,
        history: Sequence[str] = (),
        by: str | None = None,
    ) -> Batch:
        """Records by id (or by the unique property ``by``): 100 at most, 50 with history."""
        body: Body = {
            "properties": list(properties), "propertiesWithHistory": list(history),
            "inputs": [{"id": each} for each in ids],
        }  # fmt: skip
        if by is not None:
            body["idProperty"] = by
        return self._batch(self._objects.read, kind, body)

    def update(self, kind: str, rows: Mapping[str, Mapping[str, str]]) -> Batch:
        """Set properties of records by id, 100 at most."""
        inputs = [
            {"id": key, "properties": dict(values), "objectWriteTraceId": key}
            for key, values in rows.items()
        ]
        return self._batch(self._objects.update, kind, {"inputs": inputs})

    def create(self, kind: str, inputs: Sequence[Mapping[str, Any]]) -> Batch:
        """Create records, 100 at most; a trace id on each asks for errors row by row."""
        return self._batch(self._objects.create, kind, {"inputs": [dict(i) for i in inputs]})

    def archive(self, kind: str, ids: Sequence[str]) -> None:
        """Move records to the recycling bin, 100 at most."""
        body = {"inputs": [{"id": each} for each in ids]}
        self._ask(self._objects.archive, kind, body)

    def search(
        self,
        kind: str,
        any_of: Sequence[Sequence[Mapping[str, str]]],
        properties: Sequence[str],
        sort: str,
    ) -> Body:
        """The first 200 records on which all filters of one group hold, sorted ascending."""
        body = {
            "filterGroups": [{"filters": [dict(f) for f in group]} for group in any_of],
            "properties": list(properties), "sorts": [sort], "limit": SEARCH_PAGE, "after": "0",
        }  # fmt: skip
        return self._ask(self._hubspot.crm.objects.search_api.do_search, kind, body)

    def page(
        self, kind: str, properties: Sequence[str], after: str | None, *, archived: bool
    ) -> Body:
        """One page of all records, 100 at most: the live ones, or those in the recycling bin."""
        paging = {} if after is None else {"after": after}
        return self._ask(
            self._hubspot.crm.objects.basic_api.get_page, kind, limit=PAGE,
            properties=list(properties), archived=str(archived).lower(), **paging,
        )  # fmt: skip

    def one(self, kind: str, record_id: str, properties: Sequence[str]) -> Body:
        """One record with these properties."""
        api = self._hubspot.crm.objects.basic_api
        return self._ask(api.get_by_id, kind, record_id, properties=list(properties))

    def deals_of_contacts(self, inputs: Sequence[Mapping[str, str]]) -> Batch:
        """Associations of contacts, 1000 at most; an input is ``{id}`` or ``{id, after}``."""
        api = self._hubspot.crm.associations.v4.batch_api
        body = {"inputs": [dict(each) for each in inputs]}
        return self._batch(api.get_page, "contacts", "deals", body)

    # ── people, pipelines, definitions ───────────────────────────────────────────────────

    def pipelines(self) -> Body:
        """All deal pipelines with their stages."""
        return self._ask(self._hubspot.crm.pipelines.pipelines_api.get_all, "deals")

    def owners(self, after: str | None, *, archived: bool = False) -> Body:
        """One page of owners, 100 at most: the present ones, or those who left."""
        paging = {} if after is None else {"after": after}
        return self._ask(
            self._hubspot.crm.owners.owners_api.get_page, limit=PAGE,
            archived=str(archived).lower(), **paging,
        )  # fmt: skip

    def properties(self, kind: str, names: Sequence[str]) -> Batch:
        """Definitions of properties, 100 at most; those that are not there are left out."""
        body = {
            "archived": False, "dataSensitivity": "non_sensitive",
            "inputs": [{"name": name} for name in names],
        }  # fmt: skip
        return self._batch(self._hubspot.crm.properties.batch_api.read, kind, body)

    def create_properties(self, kind: str, definitions: Sequence[Mapping[str, Any]]) -> Batch:
        """Create properties of one type of object, 100 at most."""
        body = {"inputs": [dict(each) for each in definitions]}
        return self._batch(self._hubspot.crm.properties.batch_api.create, kind, body)

    def create_property(self, kind: str, definition: Mapping[str, Any]) -> None:
        """Create one property."""
        self._ask(self._hubspot.crm.properties.core_api.create, kind, dict(definition))

    def create_group(self, kind: str, name: str, label: str) -> None:
        """Create a group of properties."""
        api = self._hubspot.crm.properties.groups_api
        self._ask(api.create, kind, {"name": name, "label": label})

    def schemas(self) -> Body:
        """The account's own types of object."""
        return self._ask(self._hubspot.crm.schemas.core_api.get_all)

    def create_schema(self, definition: Mapping[str, Any]) -> Body:
        """Define a type of object."""
        return self._ask(self._hubspot.crm.schemas.core_api.create, dict(definition))

    # ── the frame around every request ───────────────────────────────────────────────────

    @property
    def _objects(self) -> Any:
        return self._hubspot.crm.objects.batch_api

    def _batch(self, ask: Callable[..., Any], *arguments: object) -> Batch:
        body = self._ask(ask, *arguments)
        results = body.get("results")
        if not isinstance(results, list) or not all(isinstance(r, dict) for r in results):
            raise UnexpectedPayload(SLUG, "a batch answer without results")
        errors = body.get("errors")
        found = errors if isinstance(errors, list) else []
        return Batch(tuple(results), tuple(e for e in found if isinstance(e, dict)))

    def _ask(self, ask: Callable[..., Any], *arguments: object, **named: object) -> Body:
        token = self.tokens.current()
        try:
            return self._once(token, ask, *arguments, **named)
        except TokenRefused:
            another = self.tokens.instead_of(token)
            if another is None:
                raise
        return self._once(another, ask, *arguments, **named)

    def _once(
        self, token: str, ask: Callable[..., Any], *arguments: object, **named: object
    ) -> Body:
        header = {"in": "header", "key": "Authorization", "value": f"Bearer {token}"}
        try:
            answer = ask(
                *arguments, **named, _preload_content=False, _request_timeout=self._timeout_s,
                _request_auth=header,
            )  # fmt: skip
            raw = answer.data  # read here: the body can break off too
        except REFUSALS as error:
            raise error_of(error.status, _parsed(error.body), error.headers or {}) from error
        except (urllib3.exceptions.HTTPError, UnicodeDecodeError) as error:
            raise VendorUnavailable(SLUG, type(error).__name__) from error
        body = {} if answer.status == 204 else _parsed(raw)
        if not isinstance(body, dict):
            raise UnexpectedPayload(SLUG, f"HTTP {answer.status}: not a JSON object")
        return body

    def _post(self, path: str, body: str, headers: Mapping[str, str]) -> Mapping[str, Any]:
        try:
            answer = self._pool.request(
                "POST", f"{self._base}{path}", body=body, headers=headers,
                timeout=self._timeout_s,
            )  # fmt: skip
        except urllib3.exceptions.HTTPError as error:
            raise VendorUnavailable(SLUG, f"sign-in: {type(error).__name__}") from error
        found = _parsed(answer.data)
        if not 200 <= answer.status <= 299:
            raise error_of(answer.status, found, answer.headers)
        return found if isinstance(found, dict) else {}

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
