"""The one way to speak HTTP: time limit, size limit, status to our errors, no retries.

Retries are decided in ``jobs`` alone. Redirects are never followed by ``HttpClient``.
Details of errors hold status codes and our own words, never what a vendor sent.
"""

import ssl
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any, Self

import httpcore
import httpx

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    Permanent,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
)
from integrations.guarded_network import GuardedBackend, GuardedTransport, time_limit
from integrations.untrusted_json import parse_json

DEFAULT_RETRY_S = 5.0
MAX_RETRY_S = 86_400.0
_BROKEN = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpx.TransportError,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a vendor answered, whole. Header names are in lower case."""

    vendor: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as JSON. Raises ``UnexpectedPayload``."""
        try:
            return parse_json(self.body)
        except ValueError as error:
            raise UnexpectedPayload(self.vendor, "the answer is not JSON") from error

    def error(self) -> IntegrationError | None:
        """What the status means to us; ``None`` for 2xx.

        429 ``RateLimited`` · 401 ``CredentialsRejected`` · 404 and 410
        ``NotFoundAtVendor`` · 408 and 5xx ``VendorUnavailable`` · 3xx, which no call of
        ours expects, and other 4xx ``Permanent``.
        """
        status = self.status
        if 200 <= status < 300:
            return None
        if status == 429:
            return RateLimited(self.vendor, retry_after_s(self.headers))
        named: dict[int, type[IntegrationError]] = {
            401: CredentialsRejected,
            404: NotFoundAtVendor,
            410: NotFoundAtVendor,
            408: VendorUnavailable,
        }
        kind = named.get(status, VendorUnavailable if status >= 500 else Permanent)
        return kind(self.vendor, f"answered with status {status}")


def retry_after_s(headers: Mapping[str, str]) -> float:
    """Seconds to wait, from ``Retry-After``: a number, an HTTP date or an ISO moment.

    Dates are taken against the server's own ``Date``, so no clock of ours is asked.
    Without a usable value 5 s; never negative, never more than a day.
    """
    written = headers.get("retry-after", "").strip()
    if written.isascii() and written.replace(".", "", 1).isdigit() and len(written) < 10:
        return min(float(written), MAX_RETRY_S)
    until, sent = _moment(written), _moment(headers.get("date", ""))
    if until is None or sent is None:
        return DEFAULT_RETRY_S
    return min(max(0.0, (until - sent).total_seconds()), MAX_RETRY_S)


def _moment(written: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(written)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


@cache
def system_tls() -> ssl.SSLContext:
    """The system's authorities, read once: that takes 16 ms and a megabyte each time."""
    return ssl.create_default_context()


def configured_client(
    headers: Mapping[str, str] | None = None, *, connections: int = 64
) -> httpx.Client:
    """For ``exchange`` with addresses that the settings name: no redirects, no proxies.

    At most ``connections`` requests are under way at once; others wait for one to end.
    """
    network = GuardedTransport(
        GuardedBackend(public_only=False),
        system_tls(),
        connections=connections,
    )
    return httpx.Client(transport=network, headers=headers, follow_redirects=False, trust_env=False)


class HttpClient:
    """Calls to one vendor's configured base address; safe to use from several threads."""

    def __init__(
        self,
        vendor: str,
        base_url: str,
        *,
        timeout_s: float = 15.0,
        max_bytes: int = 20 * 1024 * 1024,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self._vendor = vendor
        self._base_url = base_url.rstrip("/")
        self._timeout_s = timeout_s
        self._max_bytes = max_bytes
        self._client = configured_client(headers)

    def __enter__(self) -> Self:
        """The client itself; closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: Any = None,
        data: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
    ) -> Answer:
        """One request to ``path`` under the base address (or to a full address under it).

        Returns the answer whatever its status. Raises ``VendorUnavailable`` if none came
        whole within the time limit, ``UnexpectedPayload`` if it is larger than allowed,
        ``Permanent`` if the address is not one. ``auth`` is a user name and password.
        """
        under = path.startswith((f"{self._base_url}/", f"{self._base_url}?"))
        url = path if under else f"{self._base_url}{path}"
        try:
            request = self._client.build_request(
                method, url, params=params, json=json, data=data, headers=headers
            )
            if auth is not None:
                basic = b64encode(f"{auth[0]}:{auth[1]}".encode()).decode()
                request.headers["authorization"] = f"Basic {basic}"
        except httpx.InvalidURL as error:
            raise Permanent(self._vendor, "not an address") from error
        return exchange(
            self._client, request, self._vendor, limit_s=self._timeout_s, max_bytes=self._max_bytes
        )

    def request(self, method: str, path: str, **parts: Any) -> Answer:
        """Like ``send``, and raises what ``Answer.error`` says of any status but 2xx."""
        answer = self.send(method, path, **parts)
        error = answer.error()
        if error is not None:
            raise error
        return answer


def exchange(
    client: httpx.Client, request: httpx.Request, vendor: str, *, limit_s: float, max_bytes: int
) -> Answer:
    """Send, and read the whole answer within one time limit and one size limit.

    Raises ``VendorUnavailable`` and ``UnexpectedPayload`` as ``HttpClient.send`` does.
    """
    request.headers["accept-encoding"] = "identity"  # a small body cannot unpack to a huge one
    # httpx would end every read after its own 5 s: the one limit here is ``limit_s``
    request.extensions["timeout"] = httpx.Timeout(limit_s).as_dict()
    try:
        with time_limit(limit_s):
            response = client.send(request, stream=True)
            try:
                body = _read(response, vendor, max_bytes)
            finally:
                response.close()
    except _BROKEN as error:
        detail = f"no whole answer ({type(error).__name__})"
        raise VendorUnavailable(vendor, detail) from error
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(vendor, response.status_code, headers, body)


def _read(response: httpx.Response, vendor: str, max_bytes: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_raw():
        size += len(part)
        if size > max_bytes:
            raise UnexpectedPayload(vendor, f"the answer is larger than {max_bytes} bytes")
        parts.append(part)
    return b"".join(parts)
