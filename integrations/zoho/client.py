"""Requests to the API: the only file that talks HTTP to it.

Every call is made once. A token that is refused is renewed and the call made again, since
the first was not done.
"""

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote

from domain.errors import UnexpectedPayload, VendorUnavailable
from integrations.http import Answer, HttpClient
from integrations.zoho.errors import SLUG, error_of
from integrations.zoho.settings import ZohoSettings
from integrations.zoho.tokens import Token, Tokens

Body = dict[str, Any]
PAGE = 200
MAX_PAGES = 100
NOTHING = (204, 304)
"""No data, and nothing modified: Zoho's ways to say "none", without a body."""
BY_ROW = (200, 201, 202, 207, 400, 412)
"""Statuses whose answers can hold a result for each record."""


@dataclass(frozen=True, slots=True)
class Page:
    """Part of a list; ``info`` says what follows."""

    rows: tuple[Body, ...]
    info: Mapping[str, Any]
    asked_at: datetime | None = None
    """By the server's clock, a moment before which it did not answer; ``None`` if untold."""

    @property
    def more(self) -> bool:
        """Whether another page follows."""
        return self.info.get("more_records") is True


class ZohoClient:
    """One organisation. Every method raises ``IntegrationError`` and never retries."""

    def __init__(self, settings: ZohoSettings) -> None:
        self._settings = settings
        self._tokens = Tokens(settings)
        self._lock = threading.Lock()
        self._https: dict[str, HttpClient] = {}

    def close(self) -> None:
        """Close all connections."""
        self._tokens.close()
        with self._lock:
            for http in self._https.values():
                http.close()

    def ready(self) -> None:
        """See that there is a token, so that a failure after this is of the request itself."""
        self._tokens.token()

    def page(
        self,
        path: str,
        key: str,
        params: Mapping[str, str],
        headers: Mapping[str, str] | None = None,
    ) -> Page:
        """One page of a list that stands under ``key``; empty where there is none."""
        begun = time.monotonic()
        answer = self._send("GET", path, params=params, headers=headers)
        took_s = time.monotonic() - begun
        return replace(_page(answer, key), asked_at=_asked_at(answer, took_s))

    def pages(self, path: str, key: str, params: Mapping[str, str]) -> Iterator[Body]:
        """All rows of a list that is paged by number."""
        for number in range(1, MAX_PAGES + 1):
            asked = {**params, "page": str(number), "per_page": str(PAGE)}
            found = self.page(path, key, asked)
            yield from found.rows
            if not found.more:
                return

    def coql(self, query: str) -> Iterator[Body]:
        """All rows of a query without its limit clause; literals must be safe already."""
        for number in range(MAX_PAGES):
            text = f"{query} limit {number * PAGE},{PAGE}"
            answer = self._send("POST", "/coql", json={"select_query": text})
            found = _page(answer, "data")
            yield from found.rows
            if not found.more:
                return

    def change(
        self,
        method: str,
        module: str,
        rows: Sequence[Body],
        headers: Mapping[str, str] | None = None,
    ) -> Sequence[object]:
        """Insert (POST) or update (PUT) 100 records at most; what is said of each, in order.

        No workflow, approval or blueprint of the company is set off.
        """
        body = {"data": list(rows), "trigger": []}
        path = f"/{quote(module, safe='')}"
        return _by_row(self._once(method, path, json=body, headers=headers), "data")

    def delete(self, module: str, ids: Sequence[str]) -> Sequence[object]:
        """Delete 100 records at most; what is said of each, in order."""
        params = {"ids": ",".join(ids), "wf_trigger": "false"}
        return _by_row(self._once("DELETE", f"/{quote(module, safe='')}", params=params), "data")

    def define(
        self, method: str, module: str, definitions: Sequence[Mapping[str, Any]]
    ) -> Sequence[object]:
        """Create (POST) or change (PATCH) five fields at most; what is said of each, in order."""
        answer = self._once(
            method,
            "/settings/fields",
            params={"module": module},
            json={"fields": [dict(each) for each in definitions]},
        )
        return _by_row(answer, "fields")

    def create_module(self, definition: Mapping[str, Any]) -> Sequence[object]:
        """Create one custom module; what is said of it."""
        body = {"modules": [dict(definition)]}
        return _by_row(self._once("POST", "/settings/modules", json=body), "modules")

    def _send(self, method: str, path: str, **parts: Any) -> Answer:
        """The answer, if it is a good one; raises what any other says."""
        answer = self._once(method, path, **parts)
        if answer.status not in (200, *NOTHING):
            raise error_of(answer.status, _parsed(answer), answer.headers)
        return answer

    def _once(self, method: str, path: str, **parts: Any) -> Answer:
        token = self._tokens.token()
        answer = self._with(token, method, path, **parts)
        if answer.status == 401 and _code(answer) in ("INVALID_TOKEN", "AUTHENTICATION_FAILURE"):
            answer = self._with(self._tokens.token(refused=token), method, path, **parts)
        return answer

    def _with(self, token: Token, method: str, path: str, **parts: Any) -> Answer:
        headers = {
            "authorization": f"Zoho-oauthtoken {token.value}",
            **(parts.pop("headers", None) or {}),
        }
        return self._http(token.api_url).send(method, f"/crm/v8{path}", headers=headers, **parts)

    def _http(self, api_url: str) -> HttpClient:
        with self._lock:
            known = self._https.get(api_url)
            if known is None:
                known = HttpClient(SLUG, api_url, timeout_s=self._settings.timeout_s)
                self._https[api_url] = known
            return known


def _asked_at(answer: Answer, took_s: float) -> datetime | None:
    """When the request was certainly on its way: the answer's own date less what it took."""
    try:
        dated = parsedate_to_datetime(answer.headers.get("date", ""))
    except ValueError:
        return None
    return dated - timedelta(seconds=took_s)


def _page(answer: Answer, key: str) -> Page:
    if answer.status in NOTHING:
        return Page((), {})
    body = answer.json()
    rows = body.get(key) if isinstance(body, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnexpectedPayload(SLUG, f"an answer without {key}")
    info = body.get("info")
    return Page(tuple(rows), info if isinstance(info, dict) else {})


def _by_row(answer: Answer, key: str) -> Sequence[object]:
    """The results of a batch; raises if the request failed as a whole."""
    body = _parsed(answer)
    rows = body.get(key) if isinstance(body, dict) else None
    if answer.status in BY_ROW and isinstance(rows, list):
        return rows
    if 200 <= answer.status < 300:  # it may be done: nothing that was not done is said of it
        raise VendorUnavailable(SLUG, "an answer without results")
    raise error_of(answer.status, body, answer.headers)


def _parsed(answer: Answer) -> object:
    try:
        return answer.json()
    except UnexpectedPayload:
        return None


def _code(answer: Answer) -> object:
    body = _parsed(answer)
    return body.get("code") if isinstance(body, dict) else None
