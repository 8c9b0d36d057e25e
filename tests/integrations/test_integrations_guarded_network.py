"""The network under every HTTP call: one deadline over all steps, and the addresses of a host.

What is public, and that one private address refuses a host, is tested with downloads.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx
import pytest

from integrations.guarded_network import GuardedBackend, GuardedTransport, time_limit


class Stream(httpcore.NetworkStream):
    """Notes how long each step may last."""

    def __init__(self) -> None:
        self.limits: list[float | None] = []

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self.limits.append(timeout)
        return b"."

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.limits.append(timeout)

    def start_tls(self, *parts: Any, timeout: float | None = None) -> httpcore.NetworkStream:
        raise AssertionError

    def close(self) -> None:
        pass


class Network(httpcore.NetworkBackend):
    """Hosts of which only some listen; notes where it was asked to connect."""

    def __init__(self, *listening: str) -> None:
        self.listening = listening
        self.asked: list[tuple[str, float | None]] = []
        self.stream = Stream()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        self.asked.append((host, timeout))
        if host not in self.listening:
            raise httpcore.ConnectError(f"{host} does not listen")
        return self.stream


def backend(network: Network, *addresses: str) -> GuardedBackend:
    return GuardedBackend(public_only=False, resolve=lambda host, port: addresses, inner=network)


def test_the_next_address_is_tried_if_one_does_not_answer() -> None:
    network = Network("10.0.0.2")
    backend(network, "10.0.0.1", "10.0.0.2", "10.0.0.3").connect_tcp("vendor.test", 443)
    assert [address for address, _ in network.asked] == ["10.0.0.1", "10.0.0.2"]


def test_a_host_none_of_whose_addresses_answers_gives_the_last_failure() -> None:
    with pytest.raises(httpcore.ConnectError, match=r"10\.0\.0\.2 does not listen"):
        backend(Network(), "10.0.0.1", "10.0.0.2").connect_tcp("vendor.test", 443)


def test_a_host_without_addresses_is_a_connect_error() -> None:
    with pytest.raises(httpcore.ConnectError, match=r"vendor\.test has no address"):
        backend(Network()).connect_tcp("vendor.test", 443)


def test_every_step_gets_what_is_left_of_the_whole_time() -> None:
    network = Network("10.0.0.1")
    with time_limit(5.0):
        stream = backend(network, "10.0.0.1").connect_tcp("vendor.test", 443, timeout=60.0)
        stream.write(b".", timeout=60.0)
        stream.read(1, timeout=60.0)
        stream.read(1, timeout=0.25)
    given = [network.asked[0][1], *network.stream.limits]
    assert all(limit is not None and 4.0 < limit <= 5.0 for limit in given[:3])
    assert given == sorted(given, key=lambda limit: -(limit or 0.0))
    assert given[3] == 0.25


def test_a_step_after_the_end_is_not_begun() -> None:
    network = Network("10.0.0.1")
    with time_limit(0.01):
        stream = backend(network, "10.0.0.1").connect_tcp("vendor.test", 443)
        time.sleep(0.02)
        with pytest.raises(httpcore.ReadTimeout, match="took too long"):
            stream.read(1)
    assert network.stream.limits == []


def test_inside_another_limit_the_earlier_end_counts_and_then_the_outer_one_again() -> None:
    network = Network("10.0.0.1")
    guarded = backend(network, "10.0.0.1")
    with time_limit(1.0):
        with time_limit(50.0):
            guarded.connect_tcp("vendor.test", 443, timeout=60.0)
        with time_limit(0.1):
            guarded.connect_tcp("vendor.test", 443, timeout=60.0)
        guarded.connect_tcp("vendor.test", 443, timeout=60.0)
    inside, tight, after = (limit or 0.0 for _, limit in network.asked)
    assert tight <= 0.1 < after <= inside <= 1.0


def test_without_a_limit_a_step_keeps_its_own() -> None:
    network = Network("10.0.0.1")
    backend(network, "10.0.0.1").connect_tcp("vendor.test", 443, timeout=7.0)
    assert network.asked == [("10.0.0.1", 7.0)]


class Kept(httpcore.NetworkStream):
    """Answers every request with 200 and nothing; notes whether it was closed."""

    def __init__(self) -> None:
        self.closed = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        assert not self.closed

    def close(self) -> None:
        self.closed = True


class Listening(httpcore.NetworkBackend):
    """Takes every connection."""

    def __init__(self) -> None:
        self.opened: list[Kept] = []

    def connect_tcp(self, *args: Any, **more: Any) -> httpcore.NetworkStream:
        self.opened.append(Kept())
        return self.opened[-1]


def transport(network: Listening, connections: int) -> GuardedTransport:
    return GuardedTransport(network, ssl.create_default_context(), connections=connections)


def at_once(over: GuardedTransport, number: int) -> list[httpx.Response]:
    """So many requests of which none is over before the last is answered."""
    request = httpx.Request("GET", "http://127.0.0.1/")
    return [over.handle_request(request) for _ in range(number)]


def test_every_connection_is_kept_and_used_again() -> None:
    network = Listening()
    over = transport(network, 64)
    for _ in range(3):
        for answer in at_once(over, 40):
            answer.read()
    assert len(network.opened) == 40
    assert not any(stream.closed for stream in network.opened)


def test_one_request_after_the_other_needs_one_connection() -> None:
    network = Listening()
    over = transport(network, 512)
    for _ in range(20):
        for answer in at_once(over, 1):
            answer.read()
    assert len(network.opened) == 1


def test_a_request_too_many_waits_for_one_to_end() -> None:
    over = transport(Listening(), 8)
    held = at_once(over, 8)
    limit = httpx.Timeout(0.05).as_dict()
    request = httpx.Request("GET", "http://127.0.0.1/", extensions={"timeout": limit})
    with pytest.raises(httpcore.PoolTimeout):
        over.handle_request(request)
    held[0].close()
    held[0].close()  # once too often gives no second place
    over.handle_request(request)
    with pytest.raises(httpcore.PoolTimeout):
        over.handle_request(request)
