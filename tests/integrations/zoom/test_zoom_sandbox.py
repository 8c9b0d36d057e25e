"""The local Zoom says what Zoom says: its bodies fit the official schema."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from integrations.transcripts import read_transcript
from sandbox.zoom import SandboxMeeting, ZoomSandbox, url_validation, vtt_of
from tests.integrations.samples import specs

SCHEMA: dict[str, Any] = json.loads((specs() / "zoom-webhooks.schema.json").read_text())
FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.json"))
NOW = datetime(2026, 3, 5, 15, 0, tzinfo=UTC)
MEETING = SandboxMeeting(
    uuid="pR7x2kQTrm0VbN1cZy3A==",
    number=86453120977,
    topic="Discovery",
    host_email="ana@ours.example",
    started_at=NOW,
    minutes=29,
    vtts=(vtt_of([(1.0, 2.0, "Ana Lee", "Hello.")]),),
)


def check(body: dict[str, Any]) -> None:
    jsonschema.validate(body, {**SCHEMA["$defs"][body["event"]], "$defs": SCHEMA["$defs"]})


@pytest.mark.parametrize(
    "event", ["recording.completed", "recording.transcript_completed", "meeting.ended"]
)
def test_event_bodies_fit_zooms_own_schema(event: str) -> None:
    body = json.loads(ZoomSandbox("https://zoom.example").event(event, MEETING))
    assert body["event"] == event
    check(body)


def test_the_endpoint_check_fits_the_schema() -> None:
    check(json.loads(url_validation("qgg8vlvZRS6UYooatFL8Aw", NOW)))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda p: p.stem)
def test_recorded_bodies_fit_the_schema(path: Path) -> None:
    check(json.loads(path.read_text()))


def test_a_transcript_in_zooms_style_reads_back_as_it_was() -> None:
    turns = [
        (0.0, 1.25, "Ana Lee", "One."),
        (3600.5, 3601.0, "Sam: IT", "Two: 3."),
        (3605.0, 3606.0, "Ana Lee", "x"),
    ]
    read = read_transcript(vtt_of(turns).encode(), "x.vtt").turns
    assert [(t.start_s, t.end_s) for t in read] == [(s, e) for s, e, _, _ in turns]
    assert read[0].speaker == "Ana Lee"
