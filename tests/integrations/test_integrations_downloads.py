"""Downloads go only where they may, and tokens only to whom they belong."""

import datetime as dt
import ipaddress
import ssl
import threading
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import httpcore
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from domain.errors import (
    AddressRefused,
    CredentialsRejected,
    UnexpectedPayload,
    VendorUnavailable,
)
from integrations.downloads import DownloadRules, checked, download
from integrations.guarded_network import GuardedBackend, is_public
from tests.integrations.samples import bad_inputs

HOST = "us02web.zoom.us"
PUBLIC = "8.8.4.4"


class Reached(Exception):
    """A connection was about to be opened."""


class NoNetwork(httpcore.NetworkBackend):
    """Records where a connection would go, and opens none."""

    def __init__(self) -> None:
        self.tried: list[str] = []

    def connect_tcp(self, host: str, *rest: Any, **more: Any) -> httpcore.NetworkStream:
        self.tried.append(host)
        raise Reached(host)


def rules(inner: httpcore.NetworkBackend, *addresses: str, **more: Any) -> DownloadRules:
    backend = GuardedBackend(public_only=True, resolve=lambda h, p: addresses, inner=inner)
    return DownloadRules(vendor="zoom", allowed_hosts=("zoom.us",), backend=backend, **more)


@pytest.mark.parametrize("row", bad_inputs("urls_ssrf.jsonl"), ids=lambda r: r["id"])
def test_every_address_row_is_allowed_or_refused_as_it_says(row: dict[str, Any]) -> None:
    network = NoNetwork()
    if row["expected"]["allowed"]:
        with pytest.raises(Reached):
            download(row["body"], bearer="t", rules=rules(network, PUBLIC))
        assert network.tried == [PUBLIC]
    else:
        with pytest.raises(AddressRefused):
            download(row["body"], bearer="t", rules=rules(network, PUBLIC))
        assert network.tried == []


@pytest.mark.parametrize(
    "url",
    [
        "https://evilzoom.us/x",
        "https://zoom.us@evil.test/x",
        "https://user:pw@zoom.us/x",
        "https://zoom.us\\@evil.test/x",
        "https://zoom.us%2eevil.test/x",
        "https://evil.test/?zoom.us",
        "https://evil.test#.zoom.us",
        "https://[::ffff:10.0.0.1]/x",
        "https://2130706433/x",
        "//zoom.us/x",
        "zoom.us/x",
        "",
        "https://",
        "https://zoom.us:99999/x",
        "https://zoom.us:0x1bb/x",
        "https://zoom.us/\x00",
        "javascript:alert(1)",
    ],
)
def test_crooked_addresses_are_refused(url: str) -> None:
    with pytest.raises(AddressRefused):
        checked(url, rules(NoNetwork()))


@pytest.mark.parametrize(
    "url", ["https://zoom.us/x", "https://A.ZOOM.us:443/x", "https://zoom.us./x"]
)
def test_the_vendors_own_hosts_are_allowed(url: str) -> None:
    assert checked(url, rules(NoNetwork()))[1] is False


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "192.0.2.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::",
        "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:8.8.8.8",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "no address",
    ],
)  # fmt: skip
def test_addresses_off_the_public_internet_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111"])
def test_ordinary_addresses_are_public(address: str) -> None:
    assert is_public(address)


def test_one_private_address_among_public_ones_refuses_the_host() -> None:
    network = NoNetwork()
    with pytest.raises(AddressRefused, match="not at a public address"):
        download(f"https://{HOST}/x", bearer=None, rules=rules(network, PUBLIC, "10.0.0.1"))
    assert network.tried == []


def test_a_host_that_does_not_resolve_is_unavailable() -> None:
    def nowhere(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    backend = GuardedBackend(public_only=True, resolve=nowhere, inner=NoNetwork())
    broken = DownloadRules(vendor="zoom", allowed_hosts=("zoom.us",), backend=backend)
    with pytest.raises(VendorUnavailable):
        download(f"https://{HOST}/x", bearer=None, rules=broken)


# ── with a real server behind it ────────────────────────────────────────────────────────


class _Files(BaseHTTPRequestHandler):
    seen: ClassVar[list[tuple[str, str, str | None]]] = []

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers["host"], self.headers["authorization"]))
        moves = {
            "/same": f"https://{HOST}/file",
            "/other": "https://us04web.zoom.us/file",
            "/relative": "file",
            "/inward": "http://169.254.169.254/latest",
            "/loop": "/loop",
        }
        if self.path in moves:
            self.send_response(302)
            self.send_header("Location", moves[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(401 if self.path == "/denied" else 200)
        self.send_header("Content-Length", "6")
        self.end_headers()
        self.wfile.write(b"WEBVTT")

    def log_message(self, *_: object) -> None:
        """Quiet."""


class _ToServer(httpcore.NetworkBackend):
    """Leads the public address to the test's own server, and records what was asked for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[tuple[str, int]] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        self.asked.append((host, port))
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.port, timeout)


def certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    start = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=365 * 40))
        .add_extension(
            x509.SubjectAlternativeName(
                [x509.DNSName("*.zoom.us"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
            ),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, private = folder / "cert.pem", folder / "key.pem"
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return pem, private


@pytest.fixture(scope="module")
def tls_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def network(tls_files: tuple[Path, Path]) -> Iterator[_ToServer]:
    _Files.seen = []
    server = HTTPServer(("127.0.0.1", 0), _Files)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*tls_files)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    yield _ToServer(server.server_port)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def over_tls(network: _ToServer, tls_files: tuple[Path, Path]) -> DownloadRules:
    tls = ssl.create_default_context(cafile=tls_files[0])
    return rules(network, PUBLIC, tls=tls, max_bytes=100)


@pytest.mark.slow
def test_the_checked_address_is_the_one_connected_to_and_tls_proves_the_name(
    over_tls: DownloadRules, network: _ToServer
) -> None:
    answer = download(f"https://{HOST}/file", bearer="t0k", rules=over_tls)
    assert answer.body == b"WEBVTT"
    assert network.asked == [(PUBLIC, 443)]
    assert _Files.seen == [("/file", HOST, "Bearer t0k")]


@pytest.mark.slow
def test_the_bearer_follows_a_redirect_on_its_host_and_is_dropped_on_another(
    over_tls: DownloadRules,
) -> None:
    for path in ("/same", "/relative", "/other"):
        download(f"https://{HOST}{path}", bearer="t0k", rules=over_tls)
    assert [auth for path, _, auth in _Files.seen if path == "/file"] == [
        "Bearer t0k",
        "Bearer t0k",
        None,
    ]


@pytest.mark.slow
def test_a_redirect_inwards_is_refused_without_a_connection(
    over_tls: DownloadRules, network: _ToServer
) -> None:
    with pytest.raises(AddressRefused):
        download(f"https://{HOST}/inward", bearer="t0k", rules=over_tls)
    assert network.asked == [(PUBLIC, 443)]


@pytest.mark.slow
def test_redirects_without_end_are_given_up(over_tls: DownloadRules) -> None:
    with pytest.raises(UnexpectedPayload, match="more than 5 redirects"):
        download(f"https://{HOST}/loop", bearer=None, rules=over_tls)


@pytest.mark.slow
def test_a_refused_token_is_said_so(over_tls: DownloadRules) -> None:
    with pytest.raises(CredentialsRejected):
        download(f"https://{HOST}/denied", bearer="old", rules=over_tls)


@pytest.mark.slow
def test_a_certificate_of_another_name_is_not_accepted(
    network: _ToServer, tls_files: tuple[Path, Path]
) -> None:
    tls = ssl.create_default_context(cafile=tls_files[0])
    backend = GuardedBackend(public_only=True, resolve=lambda h, p: [PUBLIC], inner=network)
    elsewhere = DownloadRules(
        vendor="zoom", allowed_hosts=("zoomgov.com",), backend=backend, tls=tls
    )
    with pytest.raises(VendorUnavailable):
        download("https://zoomgov.com/file", bearer="t0k", rules=elsewhere)
    assert _Files.seen == []


@pytest.mark.slow
def test_a_token_that_no_header_can_carry_is_unexpected(over_tls: DownloadRules) -> None:
    with pytest.raises(UnexpectedPayload):
        download(f"https://{HOST}/file", bearer="tökén", rules=over_tls)
