"""What Zoom's webhooks are taken for: proven, then read strictly."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import UnexpectedPayload, WebhookRejected
from domain.webhooks import (
    Accepted,
    CallNews,
    Delivery,
    Handshake,
    Ignored,
    WebhookOutcome,
    WebhookRequest,
)
from integrations.zoom import ZoomMeetings, ZoomSettings
from sandbox.zoom import signed
from tests.integrations.samples import bad_inputs

SECRET = "zoom-test-secret-token-01"
NOW = datetime(2026, 3, 5, 15, 0, tzinfo=UTC)
FIXTURES = Path(__file__).parent / "fixtures"
ZOOM = ZoomMeetings(ZoomSettings(webhook_secrets=(SECRET,)))


def fixture(event: str) -> bytes:
    return (FIXTURES / f"{event}.json").read_bytes()


def received(body: bytes, *, secret: str = SECRET, zoom: ZoomMeetings = ZOOM) -> WebhookOutcome:
    return zoom.read_webhook(WebhookRequest(signed(body, NOW, secret), body), now=NOW)


def news_of(body: bytes) -> CallNews:
    return ZOOM.read_delivery(Delivery("zoom", "key", "event", NOW, body))


def changed(event: str, **parts: Any) -> bytes:
    body = json.loads(fixture(event))
    body["payload"]["object"].update(parts)
    return json.dumps(body).encode()


def test_a_finished_transcript_says_everything_about_its_call() -> None:
    assert news_of(fixture("recording.transcript_completed")) == CallNews(
        provider_ref="pR7/x2kQTrm0+VbN1cZy3A==",
        title="Discovery: Harrow & Pine",
        host_email="priya.raman@dockmere.example",
        started_at=datetime(2026, 3, 5, 14, 0, 15, tzinfo=UTC),
        duration_s=1740.0,
        ended=True,
        transcript_url="https://us06web.zoom.us/rec/webhook_download/aa13",
        download_token="eyJ.transcript.token",
        recording_url="https://us06web.zoom.us/rec/share/aa11",
        meeting_number="86453120977",
    )


def test_a_transcript_that_is_still_processing_is_not_there_yet() -> None:
    news = news_of(fixture("recording.completed"))
    assert (news.transcript_url, news.ended) == (None, True)


def test_a_finished_transcript_among_the_recordings_is_taken() -> None:
    files = json.loads(fixture("recording.transcript_completed"))["payload"]["object"][
        "recording_files"
    ]
    news = news_of(changed("recording.completed", recording_files=files))
    assert news.transcript_url == "https://us06web.zoom.us/rec/webhook_download/aa13"


def test_a_meeting_that_ended_is_the_same_call_by_uuid_and_number() -> None:
    ended = news_of(fixture("meeting.ended"))
    done = news_of(fixture("recording.transcript_completed"))
    assert (ended.provider_ref, ended.meeting_number) == (done.provider_ref, done.meeting_number)
    assert (ended.ended, ended.transcript_url, ended.duration_s) == (True, None, 1751.0)


@pytest.mark.parametrize("end", [None, "2026-03-05T14:00:11Z", "2026-03-05T13:00:00Z"])
def test_without_a_likely_end_the_stated_minutes_count(end: str | None) -> None:
    assert news_of(changed("meeting.ended", end_time=end)).duration_s == 1740.0


def test_every_stretch_of_an_interrupted_recording_is_listed_with_its_start() -> None:
    def file(url: str, start: str) -> dict[str, str]:
        return {"file_type": "TRANSCRIPT", "download_url": url, "recording_start": start}

    files = [
        file("https://zoom.us/b", "2026-03-05T14:20:00Z"),
        file("https://zoom.us/a", "2026-03-05T14:00:15Z"),
    ]
    news = news_of(changed("recording.transcript_completed", recording_files=files))
    assert news.transcript_url == "https://zoom.us/a"
    assert news.later_transcripts == ((1185.0, "https://zoom.us/b"),)


def test_the_token_never_shows_when_news_or_settings_are_printed() -> None:
    assert "eyJ" not in repr(news_of(fixture("recording.transcript_completed")))
    assert SECRET not in repr(ZoomSettings(webhook_secrets=(SECRET,), client_secret="s3cret"))
    assert "s3cret" not in repr(ZoomSettings(webhook_secrets=(SECRET,), client_secret="s3cret"))


@pytest.mark.parametrize(
    "event", ["recording.transcript_completed", "recording.completed", "meeting.ended"]
)
def test_a_repeat_has_the_same_key_and_a_revision_another(event: str) -> None:
    first, again = received(fixture(event)), received(fixture(event))
    revised = received(changed(event, topic="Discovery, revised"))
    assert isinstance(first, Accepted)
    assert isinstance(revised, Accepted)
    assert first == again
    assert first.event == event
    assert first.key != revised.key


def test_an_event_of_the_ignored_list_is_ignored() -> None:
    assert received(b'{"event": "meeting.started", "payload": {}}') == Ignored("meeting.started")


def test_an_event_that_is_not_listed_is_loud() -> None:
    with pytest.raises(UnexpectedPayload, match="not in the manifest"):
        received(b'{"event": "meeting.exploded", "payload": {}}')


# ── proof ───────────────────────────────────────────────────────────────────────────────


def test_the_handshake_is_answered_with_the_hmac_of_its_token() -> None:
    outcome = received(fixture("endpoint.url_validation"))
    token = "Xq3pL0vTQyK9w-Zr8sNbAg"
    wanted = hmac.new(SECRET.encode(), token.encode(), hashlib.sha256).hexdigest()
    assert outcome == Handshake({"plainToken": token, "encryptedToken": wanted})


@pytest.mark.parametrize(
    "token",
    ["v0:1772719200:{}", "short", "x" * 65, "line\nbreaks-token", "tökén-of-ten", 7, None, {}],
)
def test_the_handshake_signs_nothing_but_plain_tokens(token: object) -> None:
    body = json.dumps({"event": "endpoint.url_validation", "payload": {"plainToken": token}})
    with pytest.raises(UnexpectedPayload, match="plainToken"):
        received(body.encode())


def test_both_secrets_are_good_during_a_rotation_and_the_right_one_answers() -> None:
    zoom = ZoomMeetings(ZoomSettings(webhook_secrets=("new-secret", SECRET)))
    for secret in ("new-secret", SECRET):
        outcome = received(fixture("endpoint.url_validation"), secret=secret, zoom=zoom)
        assert isinstance(outcome, Handshake)
        token = outcome.reply["plainToken"].encode()
        wanted = hmac.new(secret.encode(), token, hashlib.sha256).hexdigest()
        assert outcome.reply["encryptedToken"] == wanted


@pytest.mark.parametrize("secrets", [(), ("",)])
def test_without_a_secret_everything_is_refused(secrets: tuple[str, ...]) -> None:
    zoom = ZoomMeetings(ZoomSettings(webhook_secrets=secrets))
    with pytest.raises(WebhookRejected):
        received(fixture("meeting.ended"), secret="", zoom=zoom)


@pytest.mark.parametrize(
    ("age_s", "accepted"), [(7200, True), (7201, False), (-7200, True), (-7201, False)]
)
def test_a_delivery_counts_for_two_hours(age_s: int, accepted: bool) -> None:
    body = fixture("meeting.ended")
    request = WebhookRequest(signed(body, NOW - timedelta(seconds=age_s), SECRET), body)
    if accepted:
        assert isinstance(ZOOM.read_webhook(request, now=NOW), Accepted)
    else:
        with pytest.raises(WebhookRejected):
            ZOOM.read_webhook(request, now=NOW)


# ── strictness ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "body",
    [
        b"", b"not json", b"null", b"[]", b"7", b'"event"', b"{}", b'{"event": 5}',
        b"[" * 100_000, b'{"event": ' * 50_000, b'{"event": "meeting.ended", "x": NaN}',
        b'{"event": "meeting.ended", "event_ts": ' + b"9" * 5000 + b"}",
        b'{"event": "\xff\xfe"}', b'\xef\xbb\xbf{"event": "meeting.started"}',
        b'{"event": "meeting.started", "x": "\\ud800"}',
        '{"event": "meeting.started"}'.encode("utf-16"),
        b'{"event": "meeting.ended"}', b'{"event": "meeting.ended", "payload": []}',
        b'{"event": "meeting.ended", "payload": {"object": "x"}}',
    ],
    ids=range(19),
)  # fmt: skip
def test_a_signed_body_of_another_shape_is_unexpected(body: bytes) -> None:
    with pytest.raises(UnexpectedPayload):
        received(body)


@pytest.mark.parametrize(
    "parts",
    [
        {"uuid": None}, {"uuid": 5}, {"uuid": ""}, {"uuid": "x" * 129}, {"uuid": "a b"},
        {"uuid": "ü"}, {"uuid": "a\x00b"}, {"topic": ["x"]}, {"host_email": 1},
        {"start_time": "yesterday"}, {"start_time": 5}, {"start_time": "0001-01-01T00:00:00+23:59"},
        {"duration": "29"}, {"duration": -1}, {"duration": True}, {"duration": 1e12},
        {"id": [1]}, {"id": True}, {"recording_files": None}, {"recording_files": {"a": 1}},
        {"recording_files": [1]}, {"recording_files": [{}] * 201}, {"share_url": 5},
        {"recording_files": [{"file_type": "TRANSCRIPT"}]},
        {"recording_files": [{"file_type": "TRANSCRIPT", "download_url": 5}]},
    ],
    ids=str,
)  # fmt: skip
def test_a_field_of_another_type_never_becomes_a_call(parts: Mapping[str, Any]) -> None:
    with pytest.raises(UnexpectedPayload):
        received(changed("recording.transcript_completed", **parts))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    field=st.sampled_from(["uuid", "id", "topic", "duration", "start_time", "recording_files"]),
    value=JSON,
)
@settings(max_examples=100, deadline=None)
def test_any_value_in_any_field_is_accepted_or_unexpected(field: str, value: Any) -> None:
    body = changed("recording.transcript_completed", **{field: value})
    try:
        outcome = received(body)
    except UnexpectedPayload:
        return
    assert isinstance(outcome, Accepted)


@given(body=st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_unsigned_bytes_are_rejected(body: bytes) -> None:
    with pytest.raises(WebhookRejected):
        ZOOM.read_webhook(WebhookRequest({}, body), now=NOW)


# ── shared rows ─────────────────────────────────────────────────────────────────────────


def row_request(row: Mapping[str, Any]) -> WebhookRequest:
    if "body_b64" in row:
        body = base64.b64decode(row["body_b64"])
    else:
        text = row["body"].replace("{{uuid}}", "1b6f6c2e-2a0b-4f5e-9c1d-000000000001")
        body = text.replace("{{iso}}", "2026-03-05T14:00:00Z").encode()
    headers = {
        k: v.replace("{{now}}", str(int(NOW.timestamp())))
        for k, v in row.get("headers", {}).items()
    }
    sign = row.get("sign")
    if sign:
        secret = {"wrong": "another-secret", "empty": ""}.get(sign.get("secret"), SECRET)
        at = NOW + timedelta(seconds=sign.get("ts_offset", 0))
        headers |= signed(sign.get("over", body.decode("latin-1")).encode("latin-1"), at, secret)
        if "ts_literal" in sign:
            headers["x-zm-request-timestamp"] = sign["ts_literal"]
    return WebhookRequest(headers, body)


ROWS = bad_inputs("webhook_zoom.jsonl")
REJECTED = {f"d-zoom-{n:03}" for n in (2, 3, 4, 5, 7, 8, 9, 10)}
UNEXPECTED = {f"d-zoom-{n:03}" for n in (12, 13, 16, 18)}
NOTHING_TO_KEEP = {"d-zoom-011": Handshake, "d-zoom-014": Ignored}


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["id"])
def test_every_shared_row_is_taken_for_what_it_is(row: dict[str, Any]) -> None:
    request = row_request(row)
    if row["id"] in REJECTED:
        with pytest.raises(WebhookRejected):
            ZOOM.read_webhook(request, now=NOW)
    elif row["id"] in UNEXPECTED:
        with pytest.raises(UnexpectedPayload):
            ZOOM.read_webhook(request, now=NOW)
    elif row["id"] in NOTHING_TO_KEEP:
        assert isinstance(ZOOM.read_webhook(request, now=NOW), NOTHING_TO_KEEP[row["id"]])
    else:
        outcomes = {ZOOM.read_webhook(request, now=NOW) for _ in range(row.get("repeat", 1))}
        assert [type(outcome) for outcome in outcomes] == [Accepted]


def test_no_control_row_is_refused_under_a_second_secret() -> None:
    zoom = ZoomMeetings(ZoomSettings(webhook_secrets=("x", SECRET)))
    controls = [row for row in ROWS if row["expected"].get("control")]
    outcomes = [type(zoom.read_webhook(row_request(row), now=NOW)) for row in controls]
    assert outcomes == [Accepted, Handshake]
    zoom.close()
