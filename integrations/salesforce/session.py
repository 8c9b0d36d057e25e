"""The one HTTP session towards Salesforce: time limits, no redirects, loopback for stand-ins."""

import threading
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter

from integrations.salesforce.settings import SalesforceSettings
from integrations.salesforce.versions import answered_from


class BoundedSession(requests.Session):
    """Gives every request a time limit, and never follows a redirect with our token."""

    def __init__(self, timeout_s: float) -> None:
        super().__init__()
        self._timeout_s = timeout_s
        self._last = threading.local()

    @property
    def handled_from(self) -> datetime | None:
        """When this thread's last request was handled at the earliest, by the server's clock."""
        found: datetime | None = getattr(self._last, "handled_from", None)
        return found

    def request(self, method: Any, url: Any, *args: Any, **kwargs: Any) -> requests.Response:
        """As in ``requests``, with a time limit and without redirects."""
        kwargs["timeout"] = self._timeout_s
        kwargs["allow_redirects"] = False
        self._last.handled_from = None
        answer = super().request(method, url, *args, **kwargs)
        self._last.handled_from = answered_from(answer.headers.get("Date"), answer.elapsed)
        return answer


class LoopbackAdapter(HTTPAdapter):
    """Sends what the library addresses to ``https://<host>`` to a plain local address.

    The library builds https addresses from the host alone; a local stand-in speaks
    http and may live under a path.
    """

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._base_url = base_url.rstrip("/")

    def send(
        self, request: requests.PreparedRequest, *args: Any, **kwargs: Any
    ) -> requests.Response:
        """Rewrite the address, then send."""
        parts = urlsplit(request.url or "")
        query = f"?{parts.query}" if parts.query else ""
        request.url = f"{self._base_url}{parts.path}{query}"
        return super().send(request, *args, **kwargs)


def open_session(settings: SalesforceSettings) -> BoundedSession:
    """A session for one org, shared by all threads of this process."""
    session = BoundedSession(settings.timeout_s)
    session.headers["User-Agent"] = "reploop"
    if settings.is_loopback:
        session.trust_env = False
        session.mount(
            f"https://{urlsplit(settings.base_url).netloc}", LoopbackAdapter(settings.base_url)
        )
    return session
