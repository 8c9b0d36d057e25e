"""Transcripts and participants through the real client, against the local Zoom."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.calls import Call, CallId, CallState, Participant
from domain.errors import (
    AddressRefused,
    CredentialsRejected,
    NotFoundAtVendor,
    Permanent,
    RateLimited,
    UnexpectedPayload,
    UnreadableTranscript,
    VendorUnavailable,
)
from domain.ports import Check
from domain.webhooks import CallNews, Delivery
from integrations.zoom import ZoomMeetings, ZoomSettings
from integrations.zoom.client import ZoomClient, encoded_uuid
from sandbox.base import Fault
from sandbox.running import RunningApp, mounted
from sandbox.zoom import (
    ACCOUNT_ID,
    CLIENT_ID,
    CLIENT_SECRET,
    SCOPES,
    WEBHOOK_SECRET,
    Guest,
    SandboxMeeting,
    ZoomSandbox,
    vtt_of,
)

pytestmark = pytest.mark.slow

NOW = datetime(2026, 3, 5, 15, 0, tzinfo=UTC)
MEETING = SandboxMeeting(
    uuid="pR7x2kQTrm0VbN1cZy3A==",
    number=86453120977,
    topic="Discovery: Harrow & Pine",
    host_email="ana@ours.example",
    started_at=datetime(2026, 3, 5, 14, 0, tzinfo=UTC),
    minutes=29,
    vtts=(vtt_of([(1.0, 2.0, "Ana Lee", "Hello."), (3.0, 4.5, "Sam Cole", "Hi.")]),),
    guests=(Guest("Ana Lee", "ana@ours.example"), Guest("Sam Cole")),
)
SAID = [("Ana Lee", 1.0, "Hello."), ("Sam Cole", 3.0, "Hi.")]
JOINED = (Participant("Ana Lee", "ana@ours.example", is_host=True), Participant("Sam Cole"))


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[RunningApp, list[ZoomSandbox]]]:
    """One server for all tests; each test puts a fresh Zoom behind it."""
    holder = [ZoomSandbox()]

    async def newest(scope: object, receive: object, send: object) -> None:
        await holder[0](scope, receive, send)  # type: ignore[arg-type]

    with RunningApp(mounted({"zoom": newest})) as app:
        yield app, holder


@pytest.fixture
def sandbox(served: tuple[RunningApp, list[ZoomSandbox]]) -> ZoomSandbox:
    app, holder = served
    holder[0] = ZoomSandbox(f"{app.url}/zoom")
    holder[0].publish(MEETING)
    return holder[0]


@pytest.fixture
def settings(sandbox: ZoomSandbox) -> ZoomSettings:
    return ZoomSettings(
        webhook_secrets=(WEBHOOK_SECRET,),
        account_id=ACCOUNT_ID,
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        base_url=f"{sandbox.base_url}/v2",
        oauth_base_url=sandbox.base_url,
        extra_allowed=frozenset({sandbox.base_url.removesuffix("/zoom")}),
    )


@pytest.fixture
def zoom(settings: ZoomSettings) -> Iterator[ZoomMeetings]:
    with closing(ZoomMeetings(settings)) as provider:
        yield provider


@pytest.fixture
def client(settings: ZoomSettings) -> Iterator[ZoomClient]:
    with closing(ZoomClient(settings)) as made:
        yield made


def news(zoom: ZoomMeetings, sandbox: ZoomSandbox, meeting: SandboxMeeting = MEETING) -> CallNews:
    body = sandbox.event("recording.transcript_completed", meeting)
    return zoom.read_delivery(Delivery("zoom", "k", "recording.transcript_completed", NOW, body))


def call(uuid: str = MEETING.uuid) -> Call:
    return Call(
        id=CallId("c1"),
        provider="zoom",
        provider_ref=uuid,
        title="t",
        started_at=NOW,
        duration_s=60.0,
        state=CallState.WAITING,
        host_email="ana@ours.example",
    )


def checked(settings: ZoomSettings) -> Sequence[Check]:
    with closing(ZoomMeetings(settings)) as zoom:
        return zoom.check()


def statuses(sandbox: ZoomSandbox) -> list[tuple[str, int]]:
    return [(r.path.rpartition("/")[2][:12], r.status) for r in sandbox.requests]


def test_a_transcript_is_fetched_with_its_own_token_and_its_participants(
    zoom: ZoomMeetings, sandbox: ZoomSandbox
) -> None:
    fetched = zoom.fetch_transcript(news(zoom, sandbox))
    assert [(t.speaker, t.start_s, t.text) for t in fetched.transcript.turns] == SAID
    assert fetched.participants == JOINED
    assert len(sandbox.requests_to("/recordings")) == 0


def test_a_token_that_ran_out_is_replaced_through_the_api(
    zoom: ZoomMeetings, sandbox: ZoomSandbox
) -> None:
    told = news(zoom, sandbox)
    sandbox.revoke()
    assert len(zoom.fetch_transcript(told).transcript.turns) == 2
    assert len(sandbox.requests_to("/webhook_download/")) == 2


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_refused_download_is_asked_for_anew_once(
    zoom: ZoomMeetings, sandbox: ZoomSandbox, status: int
) -> None:
    sandbox.fail(Fault("answer", "/webhook_download/", status=status))
    assert len(zoom.fetch_transcript(news(zoom, sandbox)).transcript.turns) == 2


def test_a_sign_in_page_that_stays_is_unreadable(zoom: ZoomMeetings, sandbox: ZoomSandbox) -> None:
    sandbox.fail(Fault("answer", "/webhook_download/", times=2, status=200, body="<html>Sign in"))
    with pytest.raises(UnreadableTranscript, match="a web page"):
        zoom.fetch_transcript(news(zoom, sandbox))
    assert len(sandbox.requests_to("/webhook_download/")) == 2


def test_without_api_access_the_first_failure_stands(
    settings: ZoomSettings, sandbox: ZoomSandbox
) -> None:
    with closing(ZoomMeetings(replace(settings, client_secret=""))) as zoom:
        told = news(zoom, sandbox)
        assert zoom.fetch_transcript(told).participants == ()
        sandbox.revoke()
        with pytest.raises(UnreadableTranscript):
            zoom.fetch_transcript(told)
        assert sandbox.requests_to("/oauth") == []
        assert zoom.find_transcript(call()) is None


def test_an_interrupted_recording_is_one_transcript(
    zoom: ZoomMeetings, sandbox: ZoomSandbox
) -> None:
    again = vtt_of([(2.0, 3.0, "Sam Cole", "Back again.")])
    meeting = replace(MEETING, vtts=(*MEETING.vtts, again), stretches_s=(0.0, 600.0))
    sandbox.publish(meeting)
    fetched = zoom.fetch_transcript(news(zoom, sandbox, meeting))
    assert [(t.speaker, t.start_s, t.text) for t in fetched.transcript.turns] == [
        *SAID,
        ("Sam Cole", 602.0, "Back again."),
    ]
    found = zoom.find_transcript(call())
    assert found is not None
    assert found.transcript == fetched.transcript


def test_an_address_elsewhere_is_refused_before_any_request(
    zoom: ZoomMeetings, sandbox: ZoomSandbox
) -> None:
    for url in (
        "http://169.254.169.254/latest",
        "http://127.0.0.1:1/x",
        "https://zoom.us.evil.test/",
    ):
        with pytest.raises(AddressRefused):
            zoom.fetch_transcript(replace(news(zoom, sandbox), transcript_url=url))
    later = replace(news(zoom, sandbox), later_transcripts=((9.0, "file:///etc/passwd"),))
    with pytest.raises(AddressRefused):
        zoom.fetch_transcript(later)
    assert sandbox.requests == []


def test_news_without_a_transcript_has_none_to_fetch(zoom: ZoomMeetings) -> None:
    with pytest.raises(NotFoundAtVendor):
        zoom.fetch_transcript(CallNews(provider_ref="u"))


@pytest.mark.parametrize("kind", ["drop", "answer"])
def test_a_broken_download_is_worth_another_try(
    zoom: ZoomMeetings, sandbox: ZoomSandbox, kind: str
) -> None:
    told = news(zoom, sandbox)
    sandbox.fail(Fault(kind, "/webhook_download/", status=503))  # type: ignore[arg-type]
    with pytest.raises(VendorUnavailable):
        zoom.fetch_transcript(told)
    assert len(zoom.fetch_transcript(told).transcript.turns) == 2


def test_participants_that_cannot_be_had_now_make_the_call_wait(
    zoom: ZoomMeetings, sandbox: ZoomSandbox
) -> None:
    limit = {"Retry-After": "2026-03-05T15:01:00Z", "Date": "Thu, 05 Mar 2026 15:00:00 GMT"}
    body = {"code": 429, "message": "daily limit"}
    sandbox.fail(Fault("answer", "/participants", status=429, headers=limit, body=body))
    with pytest.raises(RateLimited):
        zoom.fetch_transcript(news(zoom, sandbox))


def test_participants_that_may_not_be_read_are_none(
    zoom: ZoomMeetings, sandbox: ZoomSandbox
) -> None:
    sandbox.scopes = SCOPES[:1]
    assert zoom.fetch_transcript(news(zoom, sandbox)).participants == ()


def test_participants_are_read_page_by_page(client: ZoomClient, sandbox: ZoomSandbox) -> None:
    sandbox.page_size = 2
    sandbox.publish(replace(MEETING, guests=tuple(Guest(f"G{i}") for i in range(5))))
    assert [p.name for p in client.participants(MEETING.uuid)] == ["G0", "G1", "G2", "G3", "G4"]


@pytest.mark.parametrize("uuid", ["/abc==", "ab//c==", "a/b+c==", "plain"])
def test_any_uuid_is_found(zoom: ZoomMeetings, sandbox: ZoomSandbox, uuid: str) -> None:
    sandbox.publish(replace(MEETING, uuid=uuid))
    found = zoom.find_transcript(call(uuid))
    assert found is not None
    assert found.participants == JOINED


def test_a_uuid_is_encoded_twice_only_where_zoom_needs_it() -> None:
    assert encoded_uuid("a/b+c==") == "a%2Fb%2Bc%3D%3D"
    assert encoded_uuid("/a==") == "%252Fa%253D%253D"
    assert encoded_uuid("a//b") == "a%252F%252Fb"


def test_a_meeting_without_a_recording_has_no_transcript(
    zoom: ZoomMeetings, sandbox: ZoomSandbox
) -> None:
    assert zoom.find_transcript(call("unknown")) is None
    sandbox.publish(replace(MEETING, uuid="silent", vtts=()))
    assert zoom.find_transcript(call("silent")) is None


def test_one_token_serves_until_it_is_revoked_and_is_then_renewed_once(
    client: ZoomClient, sandbox: ZoomSandbox
) -> None:
    client.participants(MEETING.uuid)
    client.participants(MEETING.uuid)
    assert len(sandbox.requests_to("/oauth")) == 1
    sandbox.revoke()
    client.participants(MEETING.uuid)
    assert len(sandbox.requests_to("/oauth")) == 2
    assert statuses(sandbox)[-3:] == [("participants", 401), ("token", 200), ("participants", 200)]


def test_a_token_near_its_end_is_not_used(client: ZoomClient, sandbox: ZoomSandbox) -> None:
    sandbox.token_lasts_s = 100
    client.participants(MEETING.uuid)
    client.participants(MEETING.uuid)
    assert len(sandbox.requests_to("/oauth")) == 2


def test_a_token_that_is_never_accepted_is_given_up_after_one_renewal(
    client: ZoomClient, sandbox: ZoomSandbox
) -> None:
    body = {"code": 124, "message": "Invalid access token."}
    sandbox.fail(Fault("answer", "/participants", times=9, status=401, body=body))
    with pytest.raises(CredentialsRejected):
        client.participants(MEETING.uuid)
    assert len(sandbox.requests_to("/participants")) == 2


@pytest.mark.parametrize("wrong", [{"client_secret": "x"}, {"account_id": "x"}])
def test_wrong_credentials_are_rejected(settings: ZoomSettings, wrong: dict[str, str]) -> None:
    changed = replace(settings, **wrong)  # type: ignore[arg-type]
    with (
        closing(ZoomClient(changed)) as client,
        pytest.raises(CredentialsRejected, match="not accepted"),
    ):
        client.token()


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/oauth", {"token_type": "bearer"}),
        ("/oauth", ["x"]),
        ("/oauth", "not json"),
        ("/participants", {"participants": 5}),
        ("/participants", ["x"]),
    ],
)
def test_an_answer_of_another_shape_is_unexpected(
    client: ZoomClient, sandbox: ZoomSandbox, path: str, body: object
) -> None:
    sandbox.fail(Fault("answer", path, status=200, body=body))
    with pytest.raises(UnexpectedPayload):
        client.participants(MEETING.uuid)


def test_a_missing_scope_is_told_by_its_code(client: ZoomClient, sandbox: ZoomSandbox) -> None:
    sandbox.scopes = ()
    with pytest.raises(Permanent, match="a scope is missing"):
        client.transcript_files(MEETING.uuid)


def test_doctor_finds_nothing_to_mend_where_all_is_granted(zoom: ZoomMeetings) -> None:
    assert [(line.ok, line.remedy) for line in zoom.check()] == [(True, "")] * 4


def test_doctor_names_the_scope_that_is_missing(zoom: ZoomMeetings, sandbox: ZoomSandbox) -> None:
    sandbox.scopes = SCOPES[:1]
    bad = [line for line in zoom.check() if not line.ok]
    assert [line.what for line in bad] == [f"Zoom scope {SCOPES[1]}"]
    assert SCOPES[1] in bad[0].remedy


def test_doctor_says_how_to_get_what_is_not_set() -> None:
    lines = checked(ZoomSettings(webhook_secrets=()))
    assert [line.ok for line in lines] == [False, False]
    assert "REPLOOP_ZOOM_WEBHOOK_SECRET" in lines[0].remedy
    assert "REPLOOP_ZOOM_ACCOUNT_ID" in lines[1].detail


def test_doctor_tells_wrong_credentials_from_no_connection(settings: ZoomSettings) -> None:
    wrong = checked(replace(settings, client_secret="x"))[-1]
    away = checked(replace(settings, oauth_base_url="http://127.0.0.1:1"))[-1]
    assert (wrong.ok, away.ok) == (False, False)
    assert "App Credentials" in wrong.remedy
    assert "reach zoom.us" in away.remedy
