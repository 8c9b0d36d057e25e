"""The HTTP wrapper: limits, and what a status means to us."""

import time
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    Permanent,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
)
from integrations.http import HttpClient, exchange, retry_after_s
from sandbox.running import RunningApp

pytestmark = pytest.mark.slow


async def _echo(request: Request) -> Response:
    return JSONResponse(
        {
            "method": request.method,
            "query": dict(request.query_params),
            "body": (await request.body()).decode(),
            "auth": request.headers.get("authorization"),
        }
    )


async def _status(request: Request) -> Response:
    headers = dict(request.query_params)
    return Response(b"secret words", int(request.path_params["code"]), headers=headers)


async def _drip(request: Request) -> Response:
    async def drops() -> AsyncIterator[bytes]:
        import asyncio

        for _ in range(200):
            yield b"x"
            await asyncio.sleep(0.1)

    return StreamingResponse(drops())


async def _big(request: Request) -> Response:
    return Response(b"x" * 5000)


APP = Starlette(
    routes=[
        Route("/echo", _echo, methods=["GET", "POST"]),
        Route("/status/{code}", _status),
        Route("/drip", _drip),
        Route("/big", _big),
    ]
)


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with RunningApp(APP) as app:
        yield app.url


@pytest.fixture
def http(base: str) -> Iterator[HttpClient]:
    with HttpClient("acme", base, timeout_s=1.0, max_bytes=4096, headers={"x-own": "1"}) as client:
        yield client


def test_a_request_carries_query_body_and_credentials(http: HttpClient) -> None:
    answer = http.request("POST", "/echo", params={"a": "1"}, json={"b": 2}, auth=("me", "pw"))
    assert answer.json() == {
        "method": "POST",
        "query": {"a": "1"},
        "body": '{"b":2}',
        "auth": "Basic bWU6cHc=",
    }


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, CredentialsRejected),
        (404, NotFoundAtVendor),
        (410, NotFoundAtVendor),
        (408, VendorUnavailable),
        (429, RateLimited),
        (500, VendorUnavailable),
        (503, VendorUnavailable),
        (302, Permanent),
        (400, Permanent),
        (422, Permanent),
    ],
)
def test_a_status_becomes_the_error_that_says_what_to_do(
    http: HttpClient, status: int, error: type[IntegrationError]
) -> None:
    with pytest.raises(error) as caught:
        http.request("GET", f"/status/{status}")
    assert type(caught.value) is error
    assert "secret words" not in str(caught.value)


def test_send_returns_an_answer_of_any_status(http: HttpClient) -> None:
    answer = http.send("GET", "/status/404")
    assert (answer.status, answer.body) == (404, b"secret words")


def test_a_rate_limit_carries_how_long_to_wait(http: HttpClient) -> None:
    with pytest.raises(RateLimited) as caught:
        http.request("GET", "/status/429?retry-after=7")
    assert caught.value.retry_after_s == 7.0


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("7", 7.0),
        ("1.5", 1.5),
        ("99999999", 86_400.0),
        ("Wed, 04 Nov 2026 10:00:30 GMT", 30.0),
        ("2026-11-04T10:02:00Z", 120.0),
        ("2026-11-04T09:00:00Z", 0.0),
        ("", 5.0),
        ("soon", 5.0),
        ("-3", 5.0),
        ("٣", 5.0),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(written: str, seconds: float) -> None:
    headers = {"retry-after": written, "date": "Wed, 04 Nov 2026 10:00:00 GMT"}
    assert retry_after_s(headers) == seconds


def test_a_date_without_the_servers_own_date_waits_the_default() -> None:
    assert retry_after_s({"retry-after": "2026-11-04T10:02:00Z"}) == 5.0


def test_a_dripping_answer_ends_at_the_total_time_limit(http: HttpClient) -> None:
    start = time.monotonic()
    with pytest.raises(VendorUnavailable):
        http.request("GET", "/drip")
    assert time.monotonic() - start < 10.0


def test_an_answer_larger_than_allowed_is_refused(http: HttpClient) -> None:
    with pytest.raises(UnexpectedPayload, match="larger than 4096 bytes"):
        http.request("GET", "/big")


def test_an_answer_that_is_not_json_is_unexpected(http: HttpClient) -> None:
    with pytest.raises(UnexpectedPayload, match="not JSON"):
        http.send("GET", "/status/200").json()


def test_an_address_that_only_begins_like_the_base_is_not_followed() -> None:
    with (
        HttpClient("acme", "http://127.0.0.1:1") as client,
        pytest.raises(Permanent, match="not an address"),
    ):
        client.send("GET", "http://127.0.0.1:1.evil.test/x")


def test_nobody_listening_is_unavailable() -> None:
    with HttpClient("acme", "http://127.0.0.1:1") as client, pytest.raises(VendorUnavailable):
        client.request("GET", "/")


def test_what_is_no_address_is_permanent(http: HttpClient) -> None:
    with pytest.raises(Permanent, match="not an address"):
        http.request("GET", "/a\x00b")


def test_one_wait_may_last_as_long_as_the_whole_call() -> None:
    seen: list[object] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.extensions["timeout"])
        return httpx.Response(200, content=iter([b"."]))

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        request = client.build_request("GET", "http://acme.test/")
        exchange(client, request, "acme", limit_s=40.0, max_bytes=1)
    assert seen == [{"connect": 40.0, "read": 40.0, "write": 40.0, "pool": 40.0}]
