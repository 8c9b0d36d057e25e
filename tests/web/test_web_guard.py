"""What the guard lets through, and what everything else is answered."""

import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from starlette.types import ASGIApp
from starlette.websockets import WebSocketDisconnect
from structlog.testing import capture_logs

from web.doors import MIB
from web.guard import Limits
from web.protocol import GuardedProtocol

if TYPE_CHECKING:
    from tests.web.conftest import Machine, Served, Store

JSON_HEADERS = b"content-type: application/json\r\n"


def refusal(response: Any) -> tuple[int, str]:
    body = response.json()
    assert set(body) == {"error", "request_id"}
    return response.status_code, body["error"]


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/webhooks/meetings", (405, "method_not_allowed")),
        ("POST", "/", (405, "method_not_allowed")),
        ("PATCH", "/reps/ana", (405, "method_not_allowed")),
        ("DELETE", "/calls/c-1", (405, "method_not_allowed")),
        ("POST", "/webhooks/nobody", (404, "not_found")),
        ("GET", "/openapi.json", (404, "not_found")),
        ("GET", "/debug", (404, "not_found")),
        ("GET", "/static/../app.py", (404, "not_found")),
        ("GET", "/static/%2e%2e/app.py", (404, "not_found")),
        ("GET", "/calls/a/b", (404, "not_found")),
        ("GET", "/calls/" + "x" * 200, (404, "not_found")),
    ],
)
def test_what_is_not_listed_is_not_there(
    machine: "Machine", method: str, path: str, expected: tuple[int, str]
) -> None:
    assert refusal(machine.client.request(method, path)) == expected


def test_405_names_the_methods_there_are(machine: "Machine") -> None:
    assert machine.client.get("/webhooks/meetings").headers["allow"] == "POST"


def test_too_many_and_too_large_headers_are_refused(machine: "Machine") -> None:
    many = machine.client.get("/healthz", headers={f"x-{i}": "1" for i in range(70)})
    large = machine.client.get("/healthz", headers={"x-large": "a" * 20_000})
    assert refusal(many) == refusal(large) == (431, "headers_too_large")


def test_an_encoded_body_is_refused_before_it_is_read(machine: "Machine") -> None:
    answer = machine.post({"event": "ended", "key": "k"}, content_encoding="gzip")
    assert refusal(answer) == (415, "content_encoding")


def test_a_body_of_another_type_is_refused(machine: "Machine") -> None:
    answers = [
        machine.post({"event": "ended", "key": "k"}, content_type=kind)
        for kind in ("text/plain", "multipart/form-data", "application/x-www-form-urlencoded")
    ]
    assert [refusal(each) for each in answers] == [(415, "content_type")] * 3


def test_a_type_with_parameters_is_taken(machine: "Machine") -> None:
    answer = machine.post({"event": "ignored"}, content_type="Application/JSON; charset=utf-8")
    assert answer.status_code == 204


def test_a_body_of_exactly_the_limit_is_taken_and_one_byte_more_is_not(
    machine: "Machine",
) -> None:
    start = b'{"event":"ended","key":"k","pad":"'
    full = start + b"x" * (MIB - len(start) - 2) + b'"}'
    assert machine.post(full).status_code == 200
    assert refusal(machine.post(full + b" ")) == (413, "body_too_large")


def test_a_page_takes_no_body(machine: "Machine") -> None:
    assert refusal(machine.client.request("GET", "/", content=b"x")) == (413, "body_too_large")


def test_a_defect_is_a_500_that_repeats_nothing_and_logs_no_content(machine: "Machine") -> None:
    with capture_logs() as logs:
        answer = machine.post({"event": "break", "secret": "do-not-tell"})
    assert refusal(answer) == (500, "internal")
    assert "do-not-tell" not in answer.text + json.dumps(logs)
    [line] = logs
    assert (line["event"], line["error"]) == ("request.failed", "RuntimeError")
    assert line["request_id"] == answer.json()["request_id"]
    assert line["place"].startswith("conftest.py:")


def test_a_browser_reads_a_page_and_a_machine_reads_json(machine: "Machine") -> None:
    page = machine.client.get("/nowhere", headers={"accept": "text/html,*/*"})
    assert page.headers["content-type"].startswith("text/html")
    assert "There is no such page" in page.text
    assert machine.client.get("/nowhere").headers["content-type"] == "application/json"


def test_pages_and_errors_carry_the_headers_that_protect_people(machine: "Machine") -> None:
    headers = machine.client.get("/").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_every_refusal_has_an_id_of_its_own(machine: "Machine") -> None:
    ids = {machine.client.get("/nowhere").json()["request_id"] for _ in range(5)}
    assert len(ids) == 5


def test_websockets_are_not_served(machine: "Machine") -> None:
    with (
        pytest.raises(WebSocketDisconnect),
        machine.client.websocket_connect("/healthz"),
    ):
        pass


@pytest.fixture
def strict(
    make_app: Callable[..., ASGIApp], store: "Store", serve: Callable[[ASGIApp], "Served"]
) -> "Served":
    """A real server that waits a quarter of a second for a body."""
    return serve(make_app(store, limits=Limits(body_s=0.25, buffered_bytes=2 * MIB)))


def head(more: bytes) -> bytes:
    return b"POST /webhooks/meetings HTTP/1.1\r\nhost: x\r\n" + JSON_HEADERS + more + b"\r\n"


@pytest.mark.slow
def test_a_body_that_does_not_arrive_in_time_is_cut_off(strict: "Served") -> None:
    started = time.monotonic()
    said = strict.say(head(b"content-length: 100\r\n") + b"{")
    assert said.startswith(b"HTTP/1.1 408 ")
    assert b'"body_too_slow"' in said
    assert time.monotonic() - started < 5


@pytest.mark.slow
def test_a_chunked_body_is_counted_while_it_is_read(strict: "Served") -> None:
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    said = strict.say(head(b"transfer-encoding: chunked\r\n") + chunk * 17)
    assert said.startswith(b"HTTP/1.1 413 ")
    assert b"connection: close" in said


@pytest.mark.slow
def test_a_declared_length_over_the_limit_is_refused_before_a_byte_is_read(
    strict: "Served",
) -> None:
    said = strict.say(head(b"content-length: 99999999\r\n"))
    assert said.startswith(b"HTTP/1.1 413 ")


@pytest.mark.slow
@pytest.mark.parametrize(
    "raw",
    [
        b"POST /webhooks/meetings HTTP/1.1\r\nbad header: x\r\n\r\n",
        b"no http at all\r\n\r\n",
        b"POST /webhooks/meetings HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n",
        b"POST / HTTP/1.1\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
    ],
)
def test_what_is_no_http_gets_the_same_json_shape(strict: "Served", raw: bytes) -> None:
    status, _, body = strict.say(raw).partition(b"\r\n\r\n")
    assert status.startswith(b"HTTP/1.1 400 ")
    assert json.loads(body)["error"] == "bad_request"


@pytest.mark.slow
def test_endless_headers_are_cut_off(strict: "Served") -> None:
    said = strict.say(b"GET / HTTP/1.1\r\nx: " + b"a" * 100_000)
    assert b"200 OK" not in said
    assert said.startswith(b"HTTP/1.1 431 ") or said == b""


class Hasty(GuardedProtocol):
    """Waits a fifth of a second for headers."""

    head_s = 0.2


@pytest.mark.slow
@pytest.mark.parametrize("raw", [b"", b"GET /healthz HTTP/1.1\r\nhost: x\r\n"])
def test_headers_that_do_not_arrive_in_time_end_the_connection(
    make_app: Callable[..., ASGIApp],
    store: "Store",
    serve: Callable[..., "Served"],
    raw: bytes,
) -> None:
    served = serve(make_app(store), http=Hasty)
    started = time.monotonic()
    assert served.say(raw) == b""
    assert time.monotonic() - started < 5


@pytest.mark.slow
def test_a_further_request_on_a_connection_has_the_same_time(
    make_app: Callable[..., ASGIApp], store: "Store", serve: Callable[..., "Served"]
) -> None:
    served = serve(make_app(store), http=Hasty)
    asked = b"GET /healthz HTTP/1.1\r\nhost: x\r\n"
    assert served.say(asked + b"\r\n" + asked).count(b"HTTP/1.1 200") == 1
