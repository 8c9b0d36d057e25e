"""Webhooks of CRMs through the guard and the inbox, hostile ones too."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from domain.webhooks import DeliveryState
from sandbox.crm_hook_bodies import Sent
from tests.integrations.crm.news_subjects import NOW, SUBJECTS, Subject, forged, odd_bodies
from tests.web.conftest import Store

FUZZED = 2000
BITS = (
    b"\x00", b"\xff", b'"', b"{", b"[", b"\\ud800", b"1e999", b"-1", b"null", b"9" * 50,
    b"\xe2\x80\xae", b"'", b"%00", b"<!channel>", b"true", b"[]", b",",
)  # fmt: skip


@pytest.fixture(params=sorted(SUBJECTS))
def subject(request: pytest.FixtureRequest) -> Subject:
    return SUBJECTS[request.param]()


@pytest.fixture
def client(
    make_app: Callable[..., ASGIApp], store: Store, subject: Subject
) -> Iterator[TestClient]:
    app = make_app(store, crm_news={subject.source.slug: subject.source}, now=lambda: NOW)
    with TestClient(app) as made:
        yield made


def post(client: TestClient, subject: Subject, sent: Sent, query: str = "") -> Any:
    headers = [(n.encode(), v.encode("latin-1", "replace")) for n, v in sent[0].items()]
    return client.post(f"{subject.path}{query}", content=sent[1], headers=headers)


def test_a_genuine_one_is_kept_once_however_often_it_comes(
    client: TestClient, subject: Subject, store: Store
) -> None:
    for attempt in range(3):
        (sent,) = subject.sender.requests([subject.change()], attempt)
        assert post(client, subject, sent).status_code == 200
    (row,) = store.rows()
    assert (row.delivery.provider, row.state) == (subject.source.slug, DeliveryState.NEW)


def test_forged_ones_get_one_answer_and_leave_nothing(
    client: TestClient, subject: Subject, store: Store
) -> None:
    for what, sent in forged(subject):
        if any("\x00" in value for value in sent[0].values()):
            continue  # no server lets these through to an app
        answer = post(client, subject, sent)
        assert (what, answer.status_code) == (what, 401)
        assert answer.json()["error"] == "signature"
        assert set(answer.json()) == {"error", "request_id"}
    assert store.rows() == []


def test_odd_ones_are_refused_or_set_apart_and_never_a_5xx(
    client: TestClient, subject: Subject, store: Store
) -> None:
    for what, body in odd_bodies(subject):
        status = post(client, subject, subject.signed(body)).status_code
        assert (what, status) == (what, status if status in (200, 204, 400) else 0)
    states = {row.state for row in store.rows()}
    assert states <= {DeliveryState.NEW, DeliveryState.QUARANTINED}


def test_a_proof_that_is_sent_twice_is_none(client: TestClient, subject: Subject) -> None:
    headers, body = subject.sent()
    twice = [*headers.items(), *((n, v) for n, v in headers.items() if n != "content-type")]
    assert client.post(subject.path, content=body, headers=twice).status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content-type": "text/plain"}, 415),
        ({"content-encoding": "gzip"}, 415),
        ({"content-length": str(2 * 1024 * 1024)}, 413),
        ({"content-length": "-1"}, 400),
        ({"x-padding": "A" * 20_000}, 431),
    ],
)
def test_the_guard_refuses_before_anything_is_read(
    client: TestClient, subject: Subject, headers: dict[str, str], status: int
) -> None:
    sent = {**subject.sent()[0], **headers}, subject.sent()[1]
    assert post(client, subject, sent).status_code == status


def test_a_body_over_the_limit_is_refused(client: TestClient, subject: Subject) -> None:
    assert post(client, subject, subject.signed(b" " * (1024 * 1024 + 1))).status_code == 413


def test_only_posts_are_taken_and_only_at_known_addresses(
    client: TestClient, subject: Subject
) -> None:
    assert client.get(subject.path).status_code == 405
    assert client.post("/webhooks/salesforce", json={}).status_code == 404


def test_hubspots_query_is_part_of_what_it_signed(
    make_app: Callable[..., ASGIApp], store: Store
) -> None:
    hubspot = SUBJECTS["hubspot"]()
    app = make_app(store, crm_news={"hubspot": hubspot.source}, now=lambda: NOW)
    with TestClient(app) as client:
        assert post(client, hubspot, hubspot.sent(), "?x=1").status_code == 401
        assert post(client, hubspot, hubspot.sent()).status_code == 200


@pytest.mark.slow
def test_no_mutation_of_a_genuine_request_is_a_5xx(
    client: TestClient, subject: Subject, store: Store
) -> None:
    chance = random.Random(20261125)
    seen: dict[int, int] = {}
    for _ in range(FUZZED):
        change = chance.choice(("change", "delete", "create", "change"))
        headers, body = (subject.sender.requests([subject.change(what=change)], 0) or
                         [subject.sent()])[0]  # fmt: skip
        mutated = bytearray(body)
        if chance.random() < 0.75:
            for _ in range(chance.choice((1, 1, 2, 5, 20))):
                _mutate(chance, mutated)
            sent = subject.signed(bytes(mutated))
        else:
            name = chance.choice(sorted(headers))
            value = bytearray(headers[name].encode())
            _mutate(chance, value)
            text = bytes(value).decode("latin-1").translate({0: None, 10: None, 13: None})
            sent = {**headers, name: text}, body
        status = post(client, subject, sent).status_code
        seen[status] = seen.get(status, 0) + 1
    assert {status for status in seen if status >= 500} == set(), seen
    assert seen.get(200, 0) > 0
    assert all(json.dumps(row.error or "") for row in store.rows())


def _mutate(chance: random.Random, data: bytearray) -> None:
    if not data:
        return
    place, what = chance.randrange(len(data)), chance.random()
    if what < 0.5:
        data[place] = chance.randrange(256)
    elif what < 0.75:
        data[place : place + 1] = chance.choice(BITS)
    else:
        del data[place : place + chance.randrange(1, 9)]
