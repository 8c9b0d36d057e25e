"""Prove, keep, answer: what each kind of request to a webhook address gets."""

import json
import time
from typing import TYPE_CHECKING

from domain.webhooks import DeliveryState

if TYPE_CHECKING:
    from tests.web.conftest import Machine

ENDED = {"event": "ended", "key": "d-1"}
FORGED = {"error": "signature"}


def error_of(response: object) -> dict[str, str]:
    body: dict[str, str] = json.loads(response.content)  # type: ignore[attr-defined]
    assert set(body) == {"error", "request_id"}
    return {"error": body["error"]}


def test_a_genuine_delivery_is_kept_with_its_raw_bytes_before_the_answer(
    machine: "Machine",
) -> None:
    answer = machine.post(ENDED)
    [row] = machine.database.rows()
    assert (answer.status_code, answer.content) == (200, b"")
    assert (row.state, row.delivery.key, row.delivery.event) == (DeliveryState.NEW, "d-1", "ended")
    assert row.delivery.body == json.dumps(ENDED).encode()


def test_a_repeated_delivery_is_answered_alike_and_kept_once(machine: "Machine") -> None:
    assert [machine.post(ENDED).status_code for _ in range(3)] == [200, 200, 200]
    assert len(machine.database.rows()) == 1


def test_the_workers_are_rung_after_a_new_delivery_and_not_after_a_repeat(
    machine: "Machine",
) -> None:
    machine.post(ENDED)
    deadline = time.monotonic() + 2
    while not machine.bell.rings and time.monotonic() < deadline:
        time.sleep(0.005)
    machine.post(ENDED)
    time.sleep(0.02)
    assert len(machine.bell.rings) == 1


def test_a_wrong_a_stale_and_a_missing_signature_read_the_same(machine: "Machine") -> None:
    answers = [
        machine.post(ENDED, x_signature="v0=00"),
        machine.post(ENDED, x_timestamp="1"),
        machine.post(ENDED, x_signature=""),
        machine.post(ENDED, x_timestamp="yesterday"),
    ]
    assert [(a.status_code, error_of(a)) for a in answers] == [(401, FORGED)] * 4
    assert machine.database.rows() == []


def test_a_second_signature_header_is_a_failed_signature(machine: "Machine") -> None:
    raw = json.dumps(ENDED).encode()
    headers = [*machine.signed(raw).items(), ("x-signature", "v0=00")]
    answer = machine.client.post("/webhooks/meetings", content=raw, headers=headers)
    assert (answer.status_code, error_of(answer)) == (401, FORGED)


def test_a_handshake_is_answered_with_the_provider_s_json(machine: "Machine") -> None:
    answer = machine.post({"event": "check", "token": "t"})
    assert (answer.status_code, answer.json()) == (200, {"token": "t"})


def test_an_event_that_is_not_ours_is_answered_and_not_kept(machine: "Machine") -> None:
    assert machine.post({"event": "ignored"}).status_code == 204
    assert machine.database.rows() == []


def test_a_genuine_event_of_unknown_shape_is_set_apart_and_answered_with_2xx(
    machine: "Machine",
) -> None:
    assert machine.post({"event": "new"}).status_code == 200
    [row] = machine.database.rows()
    assert (row.state, row.error) == (DeliveryState.QUARANTINED, "unknown event")
    assert json.loads(row.delivery.body) == {"event": "new"}


def test_a_signed_body_that_is_no_json_is_refused_and_not_stored(machine: "Machine") -> None:
    answer = machine.post(b"not json")
    assert (answer.status_code, error_of(answer)) == (400, {"error": "bad_json"})
    assert machine.database.rows() == []


def test_signed_json_nested_beyond_reason_is_refused(machine: "Machine") -> None:
    assert machine.post(b"[" * 100_000).status_code == 400


def test_a_database_that_cannot_keep_is_503_with_retry_after(machine: "Machine") -> None:
    machine.database.down = True
    answer = machine.post(ENDED)
    assert (answer.status_code, error_of(answer)) == (503, {"error": "unavailable"})
    assert answer.headers["retry-after"] == "30"


def test_an_odd_event_that_cannot_be_set_apart_is_503(machine: "Machine") -> None:
    machine.database.down = True
    assert machine.post({"event": "new"}).status_code == 503


def test_a_key_that_a_database_would_stumble_over_becomes_its_hash(machine: "Machine") -> None:
    machine.post({"event": "ended", "key": "nul\x00"})
    machine.post({"event": "ended", "key": "half \ud800"})
    machine.post({"event": "ended", "key": "k" * 201})
    keys = [row.delivery.key for row in machine.database.rows()]
    assert [len(key) for key in keys] == [64, 64, 64]
    assert len(set(keys)) == 3


def test_a_provider_we_do_not_have_is_not_found(machine: "Machine") -> None:
    answer = machine.post(ENDED, "/webhooks/unknown")
    assert (answer.status_code, error_of(answer)) == (404, {"error": "not_found"})


def test_slack_requests_pass_only_when_signed(machine: "Machine") -> None:
    genuine = machine.post(b"{}", "/slack/events")
    form = machine.post(
        b"payload=1", "/slack/events", content_type="application/x-www-form-urlencoded"
    )
    forged = machine.post(b"{}", "/slack/events", x_signature="v0=00")
    assert (genuine.status_code, genuine.text, genuine.headers["x-slack"]) == (200, "2", "yes")
    assert (form.status_code, form.text) == (200, "9")
    assert (forged.status_code, error_of(forged)) == (401, FORGED)


def test_what_slack_gets_no_2xx_for_has_the_one_shape(machine: "Machine") -> None:
    malformed = machine.post(b"422", "/slack/events")
    not_kept = machine.post(b"500", "/slack/events")
    assert (malformed.status_code, error_of(malformed)) == (422, {"error": "slack_request"})
    assert (not_kept.status_code, error_of(not_kept)) == (503, {"error": "unavailable"})
