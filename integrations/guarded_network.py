"""The network under every HTTP call: one deadline over all steps, and only allowed addresses.

httpx limits each read on its own, so a server that sends one byte now and then can hold a
worker for days; here every step gets what is left of the whole call's time. A vendor-given
host is resolved once, every address it has is checked, and the connection goes to exactly
that address, so that a second look-up cannot lead somewhere else. TLS still proves the
host's name.
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import Any

import httpcore
import httpx

_deadline: ContextVar[float] = ContextVar("deadline", default=float("inf"))

Resolve = Callable[[str, int], Sequence[str]]
"""(host, port) to IP addresses."""


class AddressNotAllowed(Exception):
    """A host has an address that is not on the public internet."""


@contextmanager
def time_limit(limit_s: float) -> Iterator[None]:
    """Everything inside, on this thread, together takes at most ``limit_s`` seconds.

    Inside another limit the earlier end counts.
    """
    token = _deadline.set(min(_deadline.get(), time.monotonic() + limit_s))
    try:
        yield
    finally:
        _deadline.reset(token)


def is_public(address: str) -> bool:
    """Whether an IP address is an ordinary one of the public internet.

    Not so: private, loopback, link-local, reserved, multicast and shared ranges, and IPv6
    forms that carry an IPv4 address inside (mapped, 6to4, Teredo, NAT64).
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        carries_v4 = ip.ipv4_mapped or ip.sixtofour or ip.teredo or ip in _NAT64
        if carries_v4:
            return False
    return ip.is_global and not ip.is_multicast


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolve(host: str, port: int) -> Sequence[str]:
    """All addresses of a host, by the system's resolver (which has a time limit of its own)."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class GuardedBackend(httpcore.NetworkBackend):
    """Connects like httpcore's own backend, within the deadline, and only where allowed."""

    def __init__(
        self,
        *,
        public_only: bool,
        resolve: Resolve = resolve,
        inner: httpcore.NetworkBackend | None = None,
    ) -> None:
        self._public_only = public_only
        self._resolve = resolve
        self._inner = inner or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check every address, connect to the first that answers.

        Raises ``AddressNotAllowed`` if any address is not public, ``httpcore`` errors else.
        """
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._addresses(host, port):
            try:
                stream = self._inner.connect_tcp(
                    address, port, _left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _LimitedStream(stream)
        raise failure

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = self._resolve(host, port)
        except OSError as error:
            raise httpcore.ConnectError(f"{host} cannot be resolved") from error
        if self._public_only and not all(is_public(address) for address in addresses):
            raise AddressNotAllowed(host)
        return addresses


class _LimitedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        return _LimitedStream(self._stream.start_tls(ssl_context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(timeout: float | None) -> float:
    left = _deadline.get() - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the whole call took too long")
    return left if timeout is None else min(left, timeout)


class GuardedTransport(httpx.BaseTransport):
    """httpx over guarded connections, at most so many, kept alive for 30 s."""

    def __init__(
        self,
        backend: httpcore.NetworkBackend,
        verify: ssl.SSLContext,
        *,
        connections: int = 64,
    ) -> None:
        self._pools = _Pools(backend, verify, connections)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; errors come as ``httpcore`` raises them."""
        number, pool = self._pools.enter()
        try:
            answer = pool.handle_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(
                        scheme=request.url.raw_scheme,
                        host=request.url.raw_host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        except BaseException:
            self._pools.leave(number)
            raise
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer, lambda: self._pools.leave(number)),
            extensions=answer.extensions,
        )

    def __exit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        """Close all connections."""
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._pools.close()


class _Pools:
    """Small pools, filled one after the other.

    httpcore looks at every connection of a pool for every request, which with hundreds takes
    longer than all the rest; and with fewer kept than open it may close a connection as one
    too many that it has just handed to another thread.
    """

    EACH = 8

    def __init__(
        self, backend: httpcore.NetworkBackend, verify: ssl.SSLContext, connections: int
    ) -> None:
        self._backend, self._verify = backend, verify
        self._most = max(1, connections // self.EACH)
        self._pools: list[httpcore.ConnectionPool] = []
        self._busy: list[int] = []
        self._lock = threading.Lock()

    def enter(self) -> tuple[int, httpcore.ConnectionPool]:
        """The first pool with a connection to spare; the least busy where none has."""
        with self._lock:
            number = next((n for n, busy in enumerate(self._busy) if busy < self.EACH), None)
            if number is None:
                number = self._add() if len(self._pools) < self._most else self._least()
            self._busy[number] += 1
            return number, self._pools[number]

    def leave(self, number: int) -> None:
        """The request is over."""
        with self._lock:
            self._busy[number] -= 1

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            for pool in self._pools:
                pool.close()

    def _add(self) -> int:
        self._pools.append(
            httpcore.ConnectionPool(
                ssl_context=self._verify,
                max_connections=self.EACH,
                max_keepalive_connections=self.EACH,
                keepalive_expiry=30.0,
                network_backend=self._backend,
            )
        )
        self._busy.append(0)
        return len(self._pools) - 1

    def _least(self) -> int:
        return min(range(len(self._busy)), key=self._busy.__getitem__)


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response, leave: Callable[[], None]) -> None:
        self._answer = answer
        self._leave: Callable[[], None] | None = leave

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        try:
            self._answer.close()
        finally:
            if self._leave is not None:
                leave, self._leave = self._leave, None
                leave()
