"""The requests to Freshsales: the only file that speaks HTTP. No SDK, no retries."""

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import quote

from domain.errors import NotFoundAtVendor, UnexpectedPayload
from integrations.freshsales.errors import SLUG, error_of
from integrations.freshsales.settings import FreshsalesSettings
from integrations.http import HttpClient

Body = dict[str, Any]
INCLUDE = "owner,deal_stage,deal_reason"
"""Without it, deals come without the ids of their owner and reason."""


class FreshsalesClient:
    """One account. Every method raises ``IntegrationError`` and never retries."""

    def __init__(self, settings: FreshsalesSettings) -> None:
        self._page_size = settings.page_size
        self._http = HttpClient(
            SLUG,
            settings.base_url,
            timeout_s=settings.timeout_s,
            headers={"authorization": f"Token token={settings.api_key}"},
        )

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def contacts_with(self, email: str) -> list[Body]:
        """Contacts that have this address."""
        asked = {"q": email, "f": "email", "entities": "contact"}
        found = self._ask("GET", "/lookup", params=asked).get("contacts")
        return bodies(found, "contacts") if found else []

    def contact(self, contact_id: str) -> Body:
        """One contact with its deals, in short; the whole answer."""
        return self._ask("GET", f"/contacts/{_id(contact_id)}", params={"include": "deals"})

    def deal(self, deal_id: str, *, include: bool = False) -> Body:
        """One deal; the whole answer, with what ``INCLUDE`` adds beside the deal if asked."""
        params = {"include": INCLUDE} if include else None
        return self._ask("GET", f"/deals/{_id(deal_id)}", params=params)

    def update_deal(self, deal_id: str, fields: Mapping[str, object]) -> Body:
        """Set custom fields of one deal: all or none. Answers the deal as it is then."""
        body = {"deal": {"custom_field": dict(fields)}}
        return self._ask("PUT", f"/deals/{_id(deal_id)}", sent=fields, json=body)

    def deals_page(self, view: str, page: int) -> Body:
        """One page of a view's deals, the latest change first."""
        params = {
            "page": str(page), "per_page": str(self._page_size),
            "sort": "updated_at", "sort_type": "desc", "include": INCLUDE,
        }  # fmt: skip
        return self._ask("GET", f"/deals/view/{_id(view)}", params=params)

    def deal_views(self) -> list[Body]:
        """The views of deals that the key's user has."""
        return bodies(self._ask("GET", "/deals/filters"), "filters")

    def deal_fields(self) -> list[Body]:
        """Definitions of all fields of deals."""
        return bodies(self._ask("GET", "/settings/deals/fields"), "fields")

    def selector(self, name: str, key: str) -> list[Body]:
        """A list of the account's configuration, such as ``owners``."""
        return bodies(self._ask("GET", f"/selector/{name}"), key)

    def _ask(self, method: str, path: str, *, sent: Collection[str] = (), **parts: Any) -> Body:
        answer = self._http.send(method, path, **parts)
        error = error_of(answer, sent)
        if error is not None:
            raise error
        body = answer.json()
        if not isinstance(body, dict):
            raise UnexpectedPayload(SLUG, "the answer is not an object")
        return body


def bodies(holder: object, key: str) -> list[Body]:
    """The objects listed under a key. Raises ``UnexpectedPayload``."""
    listed = holder.get(key) if isinstance(holder, dict) else None
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise UnexpectedPayload(SLUG, f"{key} is not a list of objects")
    return listed


def _id(value: str) -> str:
    """Ids are numbers. What is none cannot be there, and is not put into an address."""
    if not (value.isascii() and value.isdigit()):
        raise NotFoundAtVendor(SLUG, "not an id of Freshsales")
    return quote(value, safe="")
