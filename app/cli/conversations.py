"""Many conversations in one file: JSON lines of ``{id, turns: [{speaker, text}], rep}``."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.cli.files import read_bounded
from domain.calls import Side, Transcript, Turn
from domain.errors import UnreadableTranscript
from integrations.transcripts.text import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation and what its source calls it."""

    id: str | int | None
    transcript: Transcript


class _Unfit(ValueError):
    """What is wrong with a line, in words."""


def holds_conversations(file: Path) -> bool:
    """Whether a ``.jsonl`` file holds a conversation a line rather than a turn a line.

    Raises ``UnreadableTranscript`` where the file cannot be opened.
    """
    if file.suffix.lower() != ".jsonl":
        return False
    lines = [line for line in read_bounded(file).splitlines() if line.strip()]
    return not lines or any(b'"turns"' in line for line in lines)


def conversations_in(lines: BinaryIO, name: str) -> Iterator[Conversation | UnreadableTranscript]:
    """Each line's conversation, or why that line has none; empty lines are passed over.

    The error names ``name`` and the line, counted from 1. One bad line costs no other.
    """
    number = 0
    while line := lines.readline(MAX_BYTES + 1):
        number += 1
        where = f"{name}, line {number}"
        if len(line) > MAX_BYTES:
            _skip_rest(lines, line)
            yield UnreadableTranscript(where, f"longer than {MAX_BYTES >> 20} MiB")
        elif line.strip():
            try:
                yield _conversation(_parsed(line))
            except _Unfit as error:
                yield UnreadableTranscript(where, str(error))


def _skip_rest(lines: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = lines.readline(MAX_BYTES)


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _Unfit("not JSON in UTF-8") from error
    if not isinstance(found, dict):
        raise _Unfit("not a JSON object")
    return found


def _conversation(found: dict[str, Any]) -> Conversation:
    said = found.get("turns")
    if not isinstance(said, list):
        raise _Unfit("no list “turns”")
    name = found.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int | None):
        raise _Unfit("“id” is neither text nor a whole number")
    rep = found.get("rep")
    turns = tuple(_turn(i, one, rep) for i, one in enumerate(said))
    if rep is not None and turns and all(t.side is not Side.REP for t in turns):
        raise _Unfit("“rep” is none of the speakers")
    return Conversation(name, Transcript(turns, timed=False))


def _turn(index: int, said: object, rep: object) -> Turn:
    if not isinstance(said, dict):
        raise _Unfit(f"turn {index} is not an object")
    speaker, text = said.get("speaker"), said.get("text")
    if not isinstance(speaker, str) or not isinstance(text, str):
        raise _Unfit(f"turn {index} needs “speaker” and “text” as text")
    side = Side.UNKNOWN if rep is None else Side.REP if speaker == rep else Side.BUYER
    return Turn(index, speaker, float(index), float(index + 1), text, side)
