"""What Zoom sends, as bytes: webhook bodies with their signature, and transcripts."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

ACCOUNT_ID = "sandbox-account"
WEBHOOK_SECRET = "sandbox-webhook-secret"
Turns = Iterable[tuple[float, float, str, str]]
"""(start_s, end_s, speaker, text) of each cue."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who joined; Zoom gives no address for people outside the account."""

    name: str
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxMeeting:
    """A meeting that has ended. ``vtts`` has one file for each stretch that was recorded."""

    uuid: str
    number: int
    topic: str
    host_email: str
    started_at: datetime
    minutes: int
    vtts: tuple[str, ...]
    guests: tuple[Guest, ...] = ()
    stretches_s: tuple[float, ...] = (0.0,)
    """Seconds after ``started_at`` at which each stretch began."""


def signed(body: bytes, now: datetime, secret: str = WEBHOOK_SECRET) -> dict[str, str]:
    """The headers of a webhook with this body, sent at ``now``."""
    timestamp = str(int(now.timestamp()))
    message = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()
    return {
        "content-type": "application/json",
        "x-zm-request-timestamp": timestamp,
        "x-zm-signature": f"v0={digest}",
    }


def url_validation(plain_token: str, now: datetime) -> bytes:
    """The body with which Zoom asks whether an endpoint is ours."""
    payload = {"plainToken": plain_token}
    event_ts = int(now.timestamp() * 1000)
    body = {"event": "endpoint.url_validation", "payload": payload, "event_ts": event_ts}
    return json.dumps(body).encode()


def vtt_of(turns: Turns) -> str:
    """A WebVTT file in Zoom's style: numbered cues, ``Name: text``, hours always written."""
    cues = [
        f"{number}\n{_clock(start_s)} --> {_clock(end_s)}\n{speaker}: {text}\n"
        for number, (start_s, end_s, speaker, text) in enumerate(turns, start=1)
    ]
    return "WEBVTT\n\n" + "\n".join(cues)


def _clock(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def file_id(meeting: SandboxMeeting, number: int) -> str:
    return hashlib.sha256(f"{meeting.uuid}/{number}".encode()).hexdigest()[:32]


def transcript_file(meeting: SandboxMeeting, number: int, base_url: str) -> dict[str, Any]:
    start = meeting.started_at + timedelta(seconds=meeting.stretches_s[number])
    ended_at = meeting.started_at + timedelta(minutes=meeting.minutes)
    own_id = file_id(meeting, number)
    return {
        "id": own_id,
        "meeting_id": meeting.uuid,
        "recording_start": iso(start),
        "recording_end": iso(ended_at),
        "file_type": "TRANSCRIPT",
        "file_extension": "VTT",
        "file_size": len(meeting.vtts[number].encode()),
        "download_url": f"{base_url}/rec/webhook_download/{own_id}",
        "status": "completed",
        "recording_type": "audio_transcript",
    }


def video(meeting: SandboxMeeting, base_url: str) -> dict[str, Any]:
    ended_at = meeting.started_at + timedelta(minutes=meeting.minutes)
    return {
        "id": f"video-{file_id(meeting, 0)}",
        "meeting_id": meeting.uuid,
        "recording_start": iso(meeting.started_at),
        "recording_end": iso(ended_at),
        "file_type": "MP4",
        "file_extension": "MP4",
        "file_size": 7_654_321,
        "download_url": f"{base_url}/rec/webhook_download/video",
        "status": "completed",
        "recording_type": "shared_screen_with_speaker_view",
    }


def recording_object(
    meeting: SandboxMeeting, files: Sequence[Mapping[str, Any]], base_url: str
) -> dict[str, Any]:
    return {
        "id": meeting.number,
        "uuid": meeting.uuid,
        "host_id": "host-" + file_id(meeting, 0)[:16],
        "account_id": ACCOUNT_ID,
        "topic": meeting.topic,
        "type": 2,
        "start_time": iso(meeting.started_at),
        "timezone": "UTC",
        "host_email": meeting.host_email,
        "duration": meeting.minutes,
        "share_url": f"{base_url}/rec/share/{file_id(meeting, 0)}",
        "total_size": sum(file["file_size"] for file in files),
        "recording_count": len(files),
        "recording_files": list(files),
    }


def meeting_object(meeting: SandboxMeeting, ended_at: datetime) -> dict[str, Any]:
    return {
        "id": str(meeting.number),  # text here, a number in recording events
        "uuid": meeting.uuid,
        "host_id": "host-" + file_id(meeting, 0)[:16],
        "topic": meeting.topic,
        "type": 2,
        "start_time": iso(meeting.started_at),
        "timezone": "UTC",
        "duration": meeting.minutes,
        "end_time": iso(ended_at),
    }
