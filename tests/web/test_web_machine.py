"""Health, readiness, metrics and the counts for hostile checks."""

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from domain.people import Person, PersonId, Role
from jobs.sweep import sweep
from web.app import WebOptions, make_web_app
from web.health import Part

if TYPE_CHECKING:
    from tests.web.conftest import Machine

ENDED = {"event": "ended", "key": "d-1"}


def client_of(machine: "Machine", options: WebOptions, **more: Any) -> TestClient:
    """A client of an app over the same services with other options."""
    peer = more.pop("peer", ("127.0.0.1", 5000))
    app = make_web_app(machine.services, dataclasses.replace(options, **more))
    return TestClient(app, client=peer)


def test_health_says_that_the_process_is_up_even_without_a_database(machine: "Machine") -> None:
    machine.database.down = True
    answer = machine.client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "up"})


def test_ready_names_each_part(machine: "Machine", options: WebOptions) -> None:
    parts = (Part("schema", lambda: True, needed=True), Part("redis", lambda: True, needed=False))
    answer = client_of(machine, options, parts=parts).get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ready",
        "parts": {"database": "ok", "schema": "ok", "redis": "ok"},
    }


def test_without_redis_it_is_ready_and_degraded(machine: "Machine", options: WebOptions) -> None:
    parts = (Part("redis", lambda: False, needed=False),)
    answer = client_of(machine, options, parts=parts).get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")


@pytest.mark.parametrize("failing", ["database", "schema"])
def test_without_a_needed_part_it_is_not_ready(
    machine: "Machine", options: WebOptions, failing: str
) -> None:
    machine.database.down = failing == "database"
    parts = (Part("schema", lambda: failing != "schema", needed=True),)
    answer = client_of(machine, options, parts=parts).get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (503, "not ready")
    assert answer.json()["parts"][failing] == "down"


def test_a_part_that_breaks_is_down(machine: "Machine", options: WebOptions) -> None:
    def broken() -> bool:
        raise ZeroDivisionError

    answer = client_of(machine, options, parts=(Part("x", broken, needed=False),)).get("/readyz")
    assert answer.json()["parts"]["x"] == "down"


def test_asking_often_asks_the_parts_seldom(machine: "Machine", options: WebOptions) -> None:
    asked: list[int] = []

    def holds() -> bool:
        asked.append(1)
        return True

    client = client_of(machine, options, parts=(Part("x", holds, needed=True),))
    assert [client.get("/readyz").status_code for _ in range(5)] == [200] * 5
    assert len(asked) == 1


def test_metrics_count_slack_by_outcome(machine: "Machine") -> None:
    for body in (b"{}", b"422"):
        machine.post(body, "/slack/events")
    machine.post(b"{}", "/slack/events", x_signature="v0=00")
    text = TestClient(machine.client.app, client=("127.0.0.1", 1)).get("/metrics").text
    for outcome in ("accepted", "slack_request", "signature"):
        assert f'reploop_webhooks_total{{outcome="{outcome}",provider="slack"}} 1.0' in text


def test_metrics_count_webhooks_by_outcome_and_rows_by_state(
    machine: "Machine", options: WebOptions
) -> None:
    client = client_of(machine, options)
    with client:
        for body in (ENDED, ENDED, {"event": "ignored"}):
            machine.post(body, client=client)
        machine.post(ENDED, client=client, x_signature="v0=00")
        text = client.get("/metrics").text
    assert 'reploop_webhooks_total{outcome="accepted",provider="meetings"} 2.0' in text
    assert 'reploop_webhooks_total{outcome="ignored",provider="meetings"} 1.0' in text
    assert 'reploop_webhooks_total{outcome="signature",provider="meetings"} 1.0' in text
    assert 'reploop_webhook_ack_seconds_count{provider="meetings"} 4.0' in text
    assert 'reploop_deliveries{state="new"} 1.0' in text
    assert 'reploop_due{queue="ingest"} 1.0' in text
    assert 'reploop_due{queue="score"} 0.0' in text


def test_metrics_tell_how_long_ago_the_last_sweep_was(
    machine: "Machine", options: WebOptions
) -> None:
    client = client_of(machine, options)
    assert "reploop_last_sweep_age_seconds" not in client.get("/metrics").text
    sweep(machine.services)
    (said,) = [
        line
        for line in client.get("/metrics").text.splitlines()
        if line.startswith("reploop_last_sweep_age_seconds ")
    ]
    assert 0.0 <= float(said.split()[1]) < 60.0


def test_without_a_token_only_this_machine_reads_metrics(
    machine: "Machine", options: WebOptions
) -> None:
    near, far = client_of(machine, options), client_of(machine, options, peer=("10.0.0.9", 1))
    assert near.get("/metrics").status_code == 200
    for header in (
        "x-forwarded-for",
        "x-forwarded-proto",
        "x-real-ip",
        "forwarded",
        "via",
        "true-client-ip",
        "cf-connecting-ip",
    ):
        assert near.get("/metrics", headers={header: "127.0.0.1"}).status_code == 404
    assert far.get("/metrics").status_code == 404


def test_under_a_public_address_metrics_need_a_token(
    machine: "Machine", options: WebOptions
) -> None:
    public = client_of(machine, options, base_url="https://reploop.example")
    known = client_of(machine, options, base_url="https://reploop.example", metrics_token="known")
    assert public.get("/metrics").status_code == 404
    assert known.get("/metrics", headers={"authorization": "Bearer known"}).status_code == 200


def test_with_a_token_whoever_knows_it_reads_metrics(
    machine: "Machine", options: WebOptions
) -> None:
    far = client_of(machine, options, metrics_token="known", peer=("10.0.0.9", 1))
    near = client_of(machine, options, metrics_token="known")
    right = {"authorization": "Bearer known"}
    assert far.get("/metrics", headers=right).status_code == 200
    assert far.get("/metrics", headers={"authorization": "Bearer other"}).status_code == 404
    assert near.get("/metrics").status_code == 404


def test_counts_tell_calls_from_jobs_and_from_what_was_set_apart(machine: "Machine") -> None:
    machine.post(ENDED)
    machine.post({"event": "new"})
    assert machine.client.get("/_test/counts").json() == {
        "calls": 1,
        "jobs": 0,
        "inbox": 1,
        "quarantine": 1,
    }


def test_counts_are_not_there_unless_switched_on(machine: "Machine", options: WebOptions) -> None:
    client = client_of(machine, options, test_counts=False)
    assert client.get("/_test/counts").status_code == 404


def test_a_session_secret_that_is_too_short_stops_the_start(
    machine: "Machine", options: WebOptions
) -> None:
    with pytest.raises(ValueError, match="at least 16 characters"):
        client_of(machine, options, session_secret="short")


def test_on_https_the_cookie_is_secure_and_bound_to_the_host(
    machine: "Machine", options: WebOptions
) -> None:
    ana = Person(id=PersonId("ana"), name="Ana", email="ana@reploop.test", role=Role.REP)
    with machine.database.write() as stores:
        stores.people.put([ana], ())
    client = client_of(machine, options, base_url="https://reploop.test")
    token = machine.services.links.token(ana.id, now=machine.services.now())
    cookie = client.get(f"/?k={token}", follow_redirects=False).headers["set-cookie"]
    assert cookie.startswith("__Host-reploop=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
