"""The only file that talks to Pipedrive's API: version 2, and 1 for what 2 does not have."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from domain.errors import CredentialsRejected, UnexpectedPayload
from integrations.http import Answer, HttpClient
from integrations.pipedrive.access import Access, Granted
from integrations.pipedrive.errors import SLUG, error_of
from integrations.pipedrive.pace import Window
from integrations.pipedrive.settings import PipedriveSettings

Body = dict[str, Any]
V1 = "/v1"
V2 = "/api/v2"
PAGE = "500"
"""Records a page, at most; a page costs the same however many it holds."""
MAX_PAGES = 200


@dataclass(frozen=True, slots=True)
class Page:
    """Part of a list, and where it goes on."""

    items: tuple[Body, ...]
    next_cursor: str | None


class PipedriveClient:
    """One account. Every method raises ``IntegrationError`` and asks once.

    An expired access token is renewed once and the request repeated, since the first was
    not done.
    """

    def __init__(self, settings: PipedriveSettings) -> None:
        self._timeout_s = settings.timeout_s
        self._access = Access(settings)
        self._window = Window()
        self._https: dict[str, HttpClient] = {}

    def close(self) -> None:
        """Close all connections."""
        self._access.close()
        for http in self._https.values():
            http.close()

    @property
    def base_url(self) -> str:
        """Where the account's records are shown."""
        return self._access.granted().base_url

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Body:
        """One record. Raises ``NotFoundAtVendor``."""
        return _record(self._asked("GET", path, params=params))

    def rows(self, path: str, params: Mapping[str, str] | None = None) -> tuple[Body, ...]:
        """A list that comes whole."""
        return _items(self._asked("GET", path, params=params).get("data"))

    def page(self, path: str, params: Mapping[str, str], cursor: str | None = None) -> Page:
        """One page of a list; results of a search come as ``{item}``."""
        asked = {"limit": PAGE, **params, **({"cursor": cursor} if cursor else {})}
        body = self._asked("GET", path, params=asked)
        more = body.get("additional_data")
        following = more.get("next_cursor") if isinstance(more, dict) else None
        return Page(_items(body.get("data")), str(following) if following else None)

    def every(self, path: str, params: Mapping[str, str]) -> Iterator[Body]:
        """A list over all its pages."""
        cursor: str | None = None
        for _ in range(MAX_PAGES):
            page = self.page(path, params, cursor)
            yield from page.items
            cursor = page.next_cursor
            if cursor is None:
                return
        raise UnexpectedPayload(SLUG, f"a list of more than {MAX_PAGES} pages")

    def change(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Body:
        """Create, change or delete one record; the record as it stands then."""
        return _record(self._asked(method, path, json=body))

    def _asked(self, method: str, path: str, **parts: Any) -> Body:
        used = self._access.granted()
        answer = self._sent(used, method, path, parts)
        error = error_of(answer)
        if isinstance(error, CredentialsRejected) and self._access.forget(used):
            answer = self._sent(self._access.granted(), method, path, parts)
            error = error_of(answer)
        if error is not None:
            raise error
        body = answer.json()
        if not isinstance(body, dict) or body.get("success") is False:
            raise UnexpectedPayload(SLUG, f"HTTP {answer.status}: not a successful answer")
        return body

    def _sent(self, used: Granted, method: str, path: str, parts: Mapping[str, Any]) -> Answer:
        http = self._https.get(used.base_url)
        if http is None:
            http = HttpClient(SLUG, used.base_url, timeout_s=self._timeout_s)
            http = self._https.setdefault(used.base_url, http)
        self._window.wait()
        answer = http.send(method, path, headers=used.headers, **parts)
        self._window.note(answer.headers)
        return answer


def part(identifier: str) -> str:
    """An id as one part of a path."""
    return quote(identifier, safe="")


def _record(body: Body) -> Body:
    data = body.get("data")
    if not isinstance(data, dict):
        raise UnexpectedPayload(SLUG, "an answer without a record")
    return data


def _items(data: object) -> tuple[Body, ...]:
    found = data.get("items") if isinstance(data, dict) else data
    if found is None:  # an empty list of version 1
        return ()
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise UnexpectedPayload(SLUG, "an answer without a list")
    return tuple(found)
