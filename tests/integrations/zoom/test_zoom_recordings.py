"""Where people look at a recording: only at Zoom's own hosts, never at what a payload made up."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.calls import Call, CallId, CallState
from integrations.zoom.provider import ZoomMeetings
from integrations.zoom.settings import ZoomSettings

SHARED = "https://us06web.zoom.us/rec/share/aa11.bb22"
CALL = Call(
    id=CallId("c1"), provider="zoom", provider_ref="u==", title="Acme", duration_s=60.0,
    started_at=datetime(2026, 11, 19, tzinfo=UTC), state=CallState.SCORED, recording_url=SHARED,
)  # fmt: skip


@pytest.fixture
def zoom() -> ZoomMeetings:
    return ZoomMeetings(ZoomSettings(webhook_secrets=("s",)))


def test_a_recording_opens_at_its_shared_address(zoom: ZoomMeetings) -> None:
    assert zoom.moment_url(CALL, 90.0) == SHARED


def test_the_address_says_no_second_since_zooms_player_takes_none(zoom: ZoomMeetings) -> None:
    assert zoom.moment_url(CALL, 0.0) == zoom.moment_url(CALL, 1834.5)


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "http://us06web.zoom.us/rec/share/aa11",
        "https://evilzoom.us/rec/share/aa11",
        "https://zoom.us.evil.test/rec/share/aa11",
        "https://zoom.us@evil.test/rec/share/aa11",
        "https://user:word@zoom.us/rec/share/aa11",
        "https://zoom.us:8443/rec/share/aa11",
        "javascript:alert(1)//zoom.us",
        "//zoom.us/rec/share/aa11",
        "https://[zoom.us",
        "data:text/html,<script>alert(1)</script>",
    ],
)
def test_no_other_address_is_ever_shown(zoom: ZoomMeetings, address: str | None) -> None:
    assert zoom.moment_url(replace(CALL, recording_url=address), 5.0) is None


def test_what_could_leave_an_attribute_is_encoded(zoom: ZoomMeetings) -> None:
    shown = zoom.moment_url(replace(CALL, recording_url=f'{SHARED}"><script>'), 5.0)
    assert shown is not None
    assert not {'"', "<", ">"} & set(shown)
