"""Downloads from addresses that a vendor hands us: checked before every connection."""

import ssl
from collections.abc import Collection
from dataclasses import dataclass, field

import httpx

from domain.errors import AddressRefused, UnexpectedPayload
from integrations.guarded_network import (
    AddressNotAllowed,
    GuardedBackend,
    GuardedTransport,
    time_limit,
)
from integrations.http import Answer, exchange, system_tls

MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadRules:
    """Where a vendor's files may come from, and how much of them.

    ``allowed_hosts`` are domains that count with all their subdomains, by https on port
    443 and at public addresses only. ``extra_allowed`` are exact origins (scheme, host,
    port) allowed besides, whatever their address: filled by ``app`` from configured base
    addresses alone, never from anything a vendor sends.
    """

    vendor: str
    allowed_hosts: tuple[str, ...]
    extra_allowed: frozenset[str] = frozenset()
    max_bytes: int = 20 * 1024 * 1024
    deadline_s: float = 60.0
    backend: GuardedBackend = field(default_factory=lambda: GuardedBackend(public_only=True))
    tls: ssl.SSLContext = field(default_factory=system_tls)


def checked(url: str, rules: DownloadRules) -> tuple[httpx.URL, bool]:
    """The parsed address, and whether it is one of the configured extra origins.

    Raises ``AddressRefused`` for anything but an address the rules name. Opens nothing.
    """
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise AddressRefused(rules.vendor, "the download address cannot be read") from error
    if parsed.userinfo:
        raise AddressRefused(rules.vendor, "the download address carries a user name")
    if origin(parsed) in rules.extra_allowed:
        return parsed, True
    if parsed.scheme != "https" or parsed.port not in (None, 443):
        raise AddressRefused(rules.vendor, "the download address is not https on port 443")
    if not _under(parsed.host, rules.allowed_hosts):
        raise AddressRefused(rules.vendor, "the download address is not one of the vendor's")
    return parsed, False


def vendor_page(url: str | None, hosts: Collection[str]) -> str | None:
    """The address of a page that a vendor hands us for people to open, if it may be shown.

    That is https on port 443 at one of ``hosts`` or below, without a user name. Opens nothing.
    """
    try:
        parsed = httpx.URL(url or "")
    except (httpx.InvalidURL, ValueError, TypeError):
        return None
    fits = parsed.scheme == "https" and parsed.port in (None, 443) and not parsed.userinfo
    return str(parsed) if fits and _under(parsed.host, hosts) else None


def origin(url: httpx.URL) -> str:
    """Scheme, host and port as in ``http://127.0.0.1:9000``."""
    port = f":{url.port}" if url.port is not None else ""
    return f"{url.scheme}://{url.host}{port}"


def _under(host: str, domains: Collection[str]) -> bool:
    """On label boundaries: ``us02web.zoom.us`` is under ``zoom.us``, ``evilzoom.us`` is not."""
    name = host.lower().rstrip(".")
    return any(name == d or name.endswith(f".{d}") for d in domains)


def download(url: str, *, bearer: str | None, rules: DownloadRules) -> Answer:
    """Fetch a file; redirects are checked like the first address, five at most.

    The bearer goes to the host it was given for and is dropped once a redirect leads to
    another origin. All hops together keep the time limit. Raises ``AddressRefused`` before a
    connection is opened, ``VendorUnavailable``, ``UnexpectedPayload`` for a file that is
    too large, and what ``Answer.error`` says of the last status.
    """
    with time_limit(rules.deadline_s):
        return _follow(url, bearer, rules)


def _follow(url: str, token: str | None, rules: DownloadRules) -> Answer:
    for _ in range(MAX_REDIRECTS + 1):
        target, is_extra = checked(url, rules)
        answer = _get(target, token, rules, is_extra=is_extra)
        location = answer.headers.get("location")
        if answer.status not in _REDIRECTS or location is None:
            error = answer.error()
            if error is not None:
                raise error
            return answer
        url = _joined(target, location, rules)
        if origin(httpx.URL(url)) != origin(target):
            token = None
    raise UnexpectedPayload(rules.vendor, f"more than {MAX_REDIRECTS} redirects")


def _joined(base: httpx.URL, location: str, rules: DownloadRules) -> str:
    try:
        return str(base.join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise AddressRefused(rules.vendor, "a redirect leads to no address") from error


def _get(target: httpx.URL, token: str | None, rules: DownloadRules, *, is_extra: bool) -> Answer:
    backend = GuardedBackend(public_only=False) if is_extra else rules.backend
    headers = {"authorization": f"Bearer {token}"} if token else {}
    with httpx.Client(
        transport=GuardedTransport(backend, rules.tls), trust_env=False, follow_redirects=False
    ) as client:
        try:
            request = client.build_request("GET", target, headers=headers)
            return exchange(
                client,
                request,
                rules.vendor,
                limit_s=rules.deadline_s,
                max_bytes=rules.max_bytes,
            )
        except AddressNotAllowed as error:
            raise AddressRefused(rules.vendor, "the host is not at a public address") from error
        except UnicodeEncodeError as error:
            raise UnexpectedPayload(rules.vendor, "the download token is not ASCII") from error
