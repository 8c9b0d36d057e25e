"""The only file that touches ``simple_salesforce``.

What the library lacks or does wrong is done here: every request has a time limit, the
token is fetched and renewed by our code (once for all threads, once a request), and
its exceptions become ours. It never retries on its own, because it is handed a token.
"""

import hashlib
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any, TypeVar
from urllib.parse import quote

import requests
from simple_salesforce.api import Salesforce
from simple_salesforce.exceptions import SalesforceError, SalesforceExpiredSession
from simple_salesforce.format import format_soql

from domain.errors import UnexpectedPayload, VendorUnavailable
from integrations.salesforce.deploy import multipart
from integrations.salesforce.errors import SLUG, error_of
from integrations.salesforce.session import open_session
from integrations.salesforce.settings import SalesforceSettings
from integrations.salesforce.token import Token, fetch_token

T = TypeVar("T")
MAX_PAGES = 50
MAX_QUERIES = 5
"""Parts of one composite request that may be queries."""
MAX_PARTS = 25
MORE = re.compile(r"/services/data/v\d+\.\d/query(All)?/[A-Za-z0-9-]+")
Record = dict[str, Any]


def soql(template: str, *values: object) -> str:
    """A query with ``values`` quoted into its ``{}`` places: text, numbers, lists of text."""
    return str(format_soql(template, *values))


@dataclass(frozen=True, slots=True)
class Page:
    """Part of the records of a query; ``following`` is the address of the next part."""

    records: list[Record]
    following: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """One request of a composite one; ``path`` is below the API's version."""

    method: str
    path: str
    body: Record | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def shown(self, root: str, reference: str) -> Record:
        """As it is sent."""
        sent: Record = {"method": self.method, "url": root + self.path, "referenceId": reference}
        if self.body is not None:
            sent["body"] = self.body
        if self.headers:
            sent["httpHeaders"] = dict(self.headers)
        return sent


class SalesforceClient:
    """One org, spoken to by all threads of this process.

    Every method raises ``IntegrationError`` and never retries, but for one renewal of an
    expired token.
    """

    def __init__(self, settings: SalesforceSettings, now: Callable[[], datetime]) -> None:
        self._settings = settings
        self._now = now
        self._session = open_session(settings)
        self._lock = threading.Lock()
        self._connection: tuple[Salesforce, Token] | None = None

    @property
    def token(self) -> Token:
        """The present token, fetched if there is none yet."""
        return self._connected()[1]

    def query(self, text: str) -> list[Record]:
        """All records of a SOQL query, over all pages."""
        return self.query_dated(text)[0]

    def query_all(self, text: str) -> list[Record]:
        """All records of a query, those in the recycle bin and archived activities too."""
        return self._all_pages(self._call(lambda sf: sf.query(text, include_deleted=True)))

    def query_dated(self, text: str) -> tuple[list[Record], datetime | None]:
        """The same, with the earliest moment at which it can have been answered."""
        page = self._call(lambda sf: sf.query(text))
        handled_from = self._session.handled_from
        return self._all_pages(page), handled_from

    def page(self, text: str, cursor: str | None, *, deleted: bool = False) -> Page:
        """One page of a query, or the one at ``cursor``; with deleted records if asked."""
        if cursor is None:
            page = self._call(lambda sf: sf.query(text, include_deleted=deleted))
        else:
            page = self._call(partial(_more, _address(cursor)))
        following = None if page.get("done", True) else _address(page.get("nextRecordsUrl"))
        return Page(_records(page), following)

    def queries(self, texts: Sequence[str]) -> list[list[Record]]:
        """Several queries of which each has one page at most, in as few requests as can be."""
        found: list[list[Record]] = []
        for start in range(0, len(texts), MAX_QUERIES):
            parts = [Part("GET", f"query/?q={quote(t)}") for t in texts[start:][:MAX_QUERIES]]
            for status, body in self.composite(parts):
                if status != 200:
                    raise error_of(status, body)
                found.append(_records(body))
        return found

    def composite(self, parts: Sequence[Part]) -> list[tuple[int, Any]]:
        """Up to 25 requests as one, each on its own; their statuses and bodies, in order."""
        root = f"/services/data/v{self._settings.api_version}/"
        body = {
            "allOrNone": False,
            "compositeRequest": [part.shown(root, f"r{n}") for n, part in enumerate(parts)],
        }
        answer = self.post("composite", body)
        results = answer.get("compositeResponse") if isinstance(answer, dict) else None
        if not isinstance(results, list) or len(results) != len(parts):
            raise UnexpectedPayload(SLUG, "composite: not one result for each part")
        return [_part_result(result) for result in results]

    def tooling_query(self, text: str) -> list[Record]:
        """The first page of a query of the Tooling API."""
        page = self._call(lambda sf: sf.restful("tooling/query", params={"q": text}))
        return _records(page)

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Record:
        """A JSON object below ``/services/data/vXX.0/``."""
        found = self._call(lambda sf: sf.restful(path, params=dict(params or {})))
        if not isinstance(found, dict):
            raise UnexpectedPayload(SLUG, f"{path.partition('/')[0]}: not a JSON object")
        return found

    def post(self, path: str, body: object) -> Any:
        """Create something; the parsed answer."""
        return self._call(lambda sf: sf.restful(path, method="POST", json=body))

    def patch(self, path: str, body: object) -> None:
        """Change something."""
        self._call(lambda sf: sf.restful(path, method="PATCH", json=body))

    def deploy(self, archive: bytes) -> Record:
        """Begin to deploy a zipped metadata package; what the answer says of it."""
        boundary = f"reploop{hashlib.sha256(archive).hexdigest()[:32]}"
        body = multipart(boundary, archive)
        headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
        path = "metadata/deployRequest"
        found = self._call(lambda sf: sf.restful(path, method="POST", data=body, headers=headers))
        if not isinstance(found, dict):
            raise UnexpectedPayload(SLUG, "deployRequest: not a JSON object")
        return found

    def _all_pages(self, page: Any) -> list[Record]:
        records = _records(page)
        for _ in range(MAX_PAGES):
            if page.get("done", True):
                return records
            page = self._call(partial(_more, _address(page.get("nextRecordsUrl"))))
            records += _records(page)
        raise UnexpectedPayload(SLUG, f"query: more than {MAX_PAGES} pages")

    def _call(self, work: Callable[[Salesforce], T]) -> T:
        connection = self._connected()
        try:
            return _translated(work, connection[0])
        except SalesforceExpiredSession:
            renewed = self._connected(instead_of=connection)
        try:
            return _translated(work, renewed[0])
        except SalesforceExpiredSession as error:
            raise error_of(error.status, error.content) from error

    def _connected(
        self, instead_of: tuple[Salesforce, Token] | None = None
    ) -> tuple[Salesforce, Token]:
        """The shared connection; a new one if there is none or it is still ``instead_of``."""
        with self._lock:
            if self._connection is None or self._connection is instead_of:
                token = fetch_token(self._session, self._settings, now=self._now())
                self._connection = self._sign_in(token), token
            return self._connection

    def _sign_in(self, token: Token) -> Salesforce:
        return Salesforce(
            session_id=token.access_token,
            instance_url=token.instance_url,
            version=self._settings.api_version,
            session=self._session,
            object_pairs_hook=None,
        )


def _translated(work: Callable[[Salesforce], T], sf: Salesforce) -> T:
    """Do it, with the library's errors as ours; an expired session stays what it is."""
    try:
        return work(sf)
    except SalesforceExpiredSession:
        raise
    except SalesforceError as error:
        raise error_of(error.status, error.content) from error
    except requests.JSONDecodeError as error:
        raise UnexpectedPayload(SLUG, "an answer is not JSON") from error
    except requests.RequestException as error:
        raise VendorUnavailable(SLUG, type(error).__name__) from error


def _more(address: str, sf: Salesforce) -> Any:
    return sf.query_more(address, identifier_is_url=True)


def _address(given: object) -> str:
    """The address of more pages: one of the queries' own, so that no token goes elsewhere."""
    if not isinstance(given, str) or not MORE.fullmatch(given):
        raise UnexpectedPayload(SLUG, "query: more pages, but no address for them")
    return given


def _part_result(result: Any) -> tuple[int, Any]:
    status = result.get("httpStatusCode") if isinstance(result, dict) else None
    if not isinstance(status, int):
        raise UnexpectedPayload(SLUG, "composite: a result without its status")
    return status, result.get("body")


def _records(page: Any) -> list[Record]:
    records = page.get("records") if isinstance(page, dict) else None
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        raise UnexpectedPayload(SLUG, "query: no list of records in the answer")
    return records
