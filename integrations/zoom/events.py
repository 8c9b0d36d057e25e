"""Zoom's webhook bodies, read strictly: which events concern us and what they say of a call."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from domain.errors import UnexpectedPayload
from domain.webhooks import CallNews
from integrations.transcripts.text import tidy
from integrations.untrusted_json import parse_json

URL_VALIDATION = "endpoint.url_validation"
TRANSCRIPT_COMPLETED = "recording.transcript_completed"
RECORDING_COMPLETED = "recording.completed"
MEETING_ENDED = "meeting.ended"

HANDLED = frozenset({URL_VALIDATION, TRANSCRIPT_COMPLETED, RECORDING_COMPLETED, MEETING_ENDED})

IGNORED = frozenset(
    {
        # A call matters to us once it is over.
        "meeting.created",
        "meeting.updated",
        "meeting.deleted",
        "meeting.started",
        # Who took part is read in one piece when the transcript is there.
        "meeting.participant_joined",
        "meeting.participant_left",
        # The transcript is not there yet.
        "recording.started",
        "recording.paused",
        "recording.resumed",
        "recording.stopped",
        # What Zoom keeps of a recording does not decide what we keep: retention does.
        "recording.trashed",
        "recording.deleted",
        "recording.recovered",
        "recording.renamed",
        # Zoom's own summary is not evidence; scores rest on what was said.
        "meeting.summary_completed",
    }
)

_MAX_FILES = 200


def parse_event(body: bytes) -> tuple[str, Mapping[str, Any]]:
    """The event name and the whole body. Raises ``UnexpectedPayload`` for anything else."""
    try:
        value = parse_json(body)
    except ValueError as error:
        raise UnexpectedPayload("zoom", "the body is not JSON") from error
    if not isinstance(value, dict) or not isinstance(value.get("event"), str):
        raise UnexpectedPayload("zoom", "the body has no event name")
    return value["event"], value


def delivery_key(event: str, news: CallNews, body: bytes) -> str:
    """``event:uuid:start of sha256(body)``.

    Zoom repeats a delivery byte for byte, so a retry has the key of the first; a revised
    transcript of the same meeting comes with another body, so it is new.
    """
    return f"{event}:{news.provider_ref}:{hashlib.sha256(body).hexdigest()[:16]}"


def read_news(event: str, payload: Mapping[str, Any]) -> CallNews:
    """What a body of a handled event says of its meeting.

    The event names the meeting instance (``uuid``); a recurring meeting keeps its ``id``,
    a number in recording events and text in meeting events. Lengths come in minutes.

    Raises ``UnexpectedPayload`` naming the field that is missing or of the wrong type.
    """
    meeting = _object(_object(payload, "payload"), "object")
    parts = () if event == MEETING_ENDED else transcript_parts(_files(meeting))
    return CallNews(
        provider_ref=meeting_uuid(meeting),
        title=_text(meeting, "topic"),
        host_email=_text(meeting, "host_email"),
        started_at=_moment(meeting, "start_time"),
        duration_s=_length_s(meeting),
        ended=True,
        transcript_url=parts[0][1] if parts else None,
        later_transcripts=parts[1:],
        download_token=_text(payload, "download_token"),
        recording_url=_text(meeting, "share_url"),
        meeting_number=_meeting_number(meeting),
    )


def _length_s(meeting: Mapping[str, Any]) -> float | None:
    """How long it was. What ended says when; ``duration`` may be the length that was planned."""
    minutes = _number(meeting, "duration")
    start, end = _moment(meeting, "start_time"), _moment(meeting, "end_time")
    if start is not None and end is not None and end > start:
        return (end - start).total_seconds()
    return None if minutes is None else 60.0 * minutes


def meeting_uuid(meeting: Mapping[str, Any]) -> str:
    """The id of the meeting instance. Raises ``UnexpectedPayload`` unless it is a plain token."""
    uuid = meeting.get("uuid")
    if not isinstance(uuid, str) or not 0 < len(uuid) <= 128:
        raise UnexpectedPayload("zoom", "uuid is missing or not text")
    if not uuid.isascii() or not uuid.isprintable() or " " in uuid:
        raise UnexpectedPayload("zoom", "uuid has characters that no uuid has")
    return uuid


def transcript_parts(files: Sequence[Mapping[str, Any]]) -> tuple[tuple[float, str], ...]:
    """(seconds after the first, download address) of every finished transcript, in order.

    A recording that was stopped and started again has one file a stretch, each counting
    from its own ``recording_start``. Closed captions are not read: they name no speaker.
    """
    found: list[tuple[datetime | None, str]] = []
    for file in files:
        ready = file.get("status", "completed") == "completed"
        url = file.get("download_url")
        if file.get("file_type") == "TRANSCRIPT" and ready:
            if not isinstance(url, str) or not 0 < len(url) <= 2048:
                raise UnexpectedPayload("zoom", "download_url is missing or not text")
            found.append((_moment(file, "recording_start"), url))
    starts = [at for at, _ in found if at is not None]
    if len(starts) < len(found) or not found:
        return tuple((0.0, url) for _, url in found[:1])
    first = min(starts)
    return tuple(sorted((((at or first) - first).total_seconds(), url) for at, url in found))


def _files(meeting: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    files = meeting.get("recording_files")
    if not isinstance(files, list) or len(files) > _MAX_FILES:
        raise UnexpectedPayload("zoom", "recording_files is not a list of files")
    if not all(isinstance(file, dict) for file in files):
        raise UnexpectedPayload("zoom", "recording_files holds something that is no file")
    return files


def _object(parent: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = parent.get(key)
    if not isinstance(value, dict):
        raise UnexpectedPayload("zoom", f"{key} is missing or not an object")
    return value


def _text(parent: Mapping[str, Any], key: str) -> str | None:
    value = parent.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > 8192:
        raise UnexpectedPayload("zoom", f"{key} is not text")
    return tidy(value) or None


def _number(parent: Mapping[str, Any], key: str) -> float | None:
    value = parent.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e6:
        raise UnexpectedPayload("zoom", f"{key} is not a number in range")
    return float(value)


def _moment(parent: Mapping[str, Any], key: str) -> datetime | None:
    value = _text(parent, key)
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise UnexpectedPayload("zoom", f"{key} is not a moment") from error


def _meeting_number(meeting: Mapping[str, Any]) -> str | None:
    value = meeting.get("id")
    if isinstance(value, bool) or not isinstance(value, int | str | None):
        raise UnexpectedPayload("zoom", "id is neither a number nor text")
    return None if value is None else tidy(str(value))[:64]
