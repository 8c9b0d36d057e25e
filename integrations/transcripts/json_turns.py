"""Transcripts as JSON or JSON Lines: a list of turns, under whichever names the tool uses."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.calls import Transcript
from domain.errors import UnreadableTranscript
from integrations.transcripts.cues import seconds
from integrations.transcripts.text import lines_of, refuse_long, tidy
from integrations.transcripts.turns import Spoken, speaking_s, transcript_of
from integrations.untrusted_json import parse_json

_LISTS = (
    "turns", "segments", "utterances", "timeline", "transcript", "sentences", "entries",
    "monologues", "messages", "results", "data",
)  # fmt: skip
_SPEAKERS = (
    "speaker", "speaker_name", "speakerName", "speaker_label", "participant", "name", "user",
    "username", "display_name", "displayName", "author", "from", "role", "channel",
)  # fmt: skip
_TEXTS = ("text", "content", "transcript", "sentence", "utterance", "message", "body", "value")
_STARTS = (
    "start", "start_s", "start_time", "startTime", "start_seconds", "begin", "begin_s", "ts",
    "timestamp", "offset", "time",
)  # fmt: skip
_ENDS = ("end", "end_s", "end_time", "endTime", "end_seconds", "stop", "end_ts")
_STARTS_MS = ("start_ms", "startMs", "begin_ms", "offset_ms", "offsetMs")
_ENDS_MS = ("end_ms", "endMs", "stop_ms")
_MAX_S = 7 * 86400.0
_SLOWEST_WORDS_PER_SECOND = 0.05
"""Slower than this over a whole call, whole numbers are taken for milliseconds."""


def read_json(text: str, name: str) -> Transcript:
    """Read a JSON document or JSON Lines. Raises ``UnreadableTranscript``."""
    turns = _turns(text, name)
    pieces = [_piece(turn, name, number) for number, turn in enumerate(turns, start=1)]
    scale = _scale(pieces)
    return _timed(pieces, scale)


def _turns(text: str, name: str) -> Sequence[Any]:
    try:
        document = parse_json(text)
    except ValueError as error:
        return _json_lines(text, name, error)
    return _turns_in(document, name)


def _json_lines(text: str, name: str, error: ValueError) -> list[Any]:
    turns: list[Any] = []
    for number, line in enumerate(lines_of(text), start=1):
        if not line.strip():
            continue
        try:
            turns.append(parse_json(line))
        except ValueError as bad:
            if not turns:
                raise UnreadableTranscript(name, f"not JSON ({_where(error)})") from error
            raise UnreadableTranscript(f"{name}, line {number}", "not JSON") from bad
    return turns


def _where(error: ValueError) -> str:
    line = getattr(error, "lineno", None)
    return f"line {line}" if line else "it cannot be parsed"


def _turns_in(document: Any, name: str) -> Sequence[Any]:
    """The list of turns: the document itself, or the first known list in or under it."""
    for _ in range(3):
        if isinstance(document, list):
            return document
        if not isinstance(document, dict):
            break
        inner = next(
            (document[k] for k in _LISTS if isinstance(document.get(k), list | dict)), None
        )
        if inner is None and _first(document, _TEXTS) is not None:
            return [document]
        document = inner
    raise UnreadableTranscript(name, "no list of turns (looked for turns, segments, utterances …)")


_Piece = tuple[str, Any, Any, str]
"""Speaker, start and end as written in seconds or clock time, text."""


def _piece(turn: Any, name: str, number: int) -> _Piece:
    if not isinstance(turn, Mapping):
        raise UnreadableTranscript(name, f"turn {number} is not an object")
    text = _first(turn, _TEXTS)
    if not isinstance(text, str):
        raise UnreadableTranscript(name, f"turn {number} has no text")
    refuse_long(text, f"{name}, turn {number}", number)
    start = _first(turn, _STARTS)
    end = _first(turn, _ENDS)
    if start is None:
        start, end = _thousandth(_first(turn, _STARTS_MS)), _thousandth(_first(turn, _ENDS_MS))
    return _speaker(turn), start, end, tidy(text)


def _first(turn: Mapping[str, Any], keys: Sequence[str]) -> Any:
    return next((turn[k] for k in keys if turn.get(k) is not None), None)


def _thousandth(value: Any) -> float | None:
    number = _number(value)
    return None if number is None else number / 1000.0


def _speaker(turn: Mapping[str, Any]) -> str:
    found = _first(turn, _SPEAKERS)
    users = turn.get("users")
    if found is None and isinstance(users, list) and users:
        found = users[0]
    if isinstance(found, Mapping):
        found = _first(found, ("name", "username", "display_name", "displayName", "label", "id"))
    if isinstance(found, bool) or not isinstance(found, str | int):
        return ""
    return f"Speaker {found}" if isinstance(found, int) else tidy(found)[:200]


def _number(value: Any) -> float | None:
    """Seconds from a number, a number as text, a clock time or a moment; else ``None``."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _finite(value)
    if not isinstance(value, str) or len(value) > 64:
        return None
    clock = seconds(value)
    if clock is not None:
        return clock
    try:
        return _finite(float(value.removesuffix("s")))
    except ValueError:
        return _moment(value)


def _finite(value: float) -> float | None:
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _moment(value: str) -> float | None:
    try:
        return datetime.fromisoformat(value).timestamp()
    except (ValueError, OverflowError, OSError):
        return None


def _scale(pieces: Sequence[_Piece]) -> float:
    """1, or 0.001 where whole numbers can only be milliseconds: nobody speaks that slowly."""
    starts = [s for _, s, _, _ in pieces if s is not None]
    if not starts or any(not isinstance(s, int) or isinstance(s, bool) for s in starts):
        return 1.0
    words = sum(len(text.split()) for *_, text in pieces)
    span = max(starts) - min(starts)
    return 0.001 if span and words / span < _SLOWEST_WORDS_PER_SECOND else 1.0


def _timed(pieces: Sequence[_Piece], scale: float) -> Transcript:
    """Put every piece on one clock; what has no time follows what was said before it."""
    starts = [_number(start) for _, start, _, _ in pieces]
    known = [s * scale for s in starts if s is not None]
    # Moments of the day and broken clocks count from the first turn, not from 1970.
    zero = min(known) if known and max(known) > _MAX_S else 0.0
    spoken: list[Spoken] = []
    clock = 0.0
    for (speaker, _, end, text), start in zip(pieces, starts, strict=True):
        start_s = clock if start is None else _clip(start * scale - zero)
        end_number = _number(end)
        end_s = start_s + speaking_s(text) if end_number is None else end_number * scale - zero
        end_s = max(start_s, _clip(end_s))
        spoken.append(Spoken(speaker, start_s, end_s, text))
        clock = end_s
    return transcript_of(spoken, timed=bool(known))


def _clip(value: float) -> float:
    return min(max(0.0, value), _MAX_S)
