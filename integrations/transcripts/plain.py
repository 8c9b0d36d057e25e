"""Plain text and notes: ``Speaker: text`` lines, with or without times before or between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.calls import Transcript
from domain.errors import UnreadableTranscript
from integrations.transcripts.cues import seconds
from integrations.transcripts.labels import Labels
from integrations.transcripts.text import lines_of, refuse_long, tidy
from integrations.transcripts.turns import Spoken, speaking_s, transcript_of

_CLOCK = r"[\[(]?(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[\])]?"
_TIME_FIRST = re.compile(rf"{_CLOCK}(?:\s+[-–]?\s*(\S.*))?", re.ASCII)
_TIME_LAST = re.compile(rf"(\S.{{0,80}}?)\s+{_CLOCK}:?", re.ASCII)
_HEADING = re.compile(r"#{1,6}\s*[*_]{0,3}transcript[*_]{0,3}\s*", re.IGNORECASE)
_ENDED = "meeting ended after "


def read_plain(text: str, name: str) -> Transcript:
    """Read labelled lines; a line without a label goes on with the speaker before.

    Of meeting notes in Markdown only what stands under a "Transcript" heading is read.
    Times are exact only if every label has one; else they are estimated from the number
    of words, and moved on by the clock times that stand between the lines.

    Raises ``UnreadableTranscript`` if no line names a speaker.
    """
    numbered_lines = _speech_lines(lines_of(text), name)
    found = _Reading(
        Labels((_without_time(line) for _, line in numbered_lines), lines_continue=True)
    )
    if not found.labels:
        raise UnreadableTranscript(name, "no 'Speaker: text' line and no range of times found")
    for _, line in numbered_lines:
        found.take(line)
    return found.transcript()


def _speech_lines(lines: Sequence[str], name: str) -> list[tuple[int, str]]:
    start = next((i + 1 for i, line in enumerate(lines) if _HEADING.fullmatch(line[:80])), 0)
    kept: list[tuple[int, str]] = []
    for number, raw in enumerate(lines[start:], start=start + 1):
        refuse_long(raw, name, number)
        line = tidy(raw)
        furniture = line.startswith(("#", "_", "---")) or line.casefold().startswith(_ENDED)
        if line and not furniture:
            kept.append((number, line.replace("**", "")))
    return kept


def _without_time(line: str) -> str:
    """The line without a leading time; ``Name 00:01:02`` alone on a line becomes ``Name:``."""
    return _split_time(line)[1]


def _split_time(line: str) -> tuple[float | None, str]:
    first = _TIME_FIRST.fullmatch(line)
    if first:
        return seconds(first[1]), first[2] or ""
    head, colon, rest = line.partition(": ")
    last = _TIME_LAST.fullmatch(head if colon else line) if len(head) <= 100 else None
    if last:
        return seconds(last[2]), f"{last[1]}: {rest}".strip()
    return None, line


@dataclass(slots=True)
class _Reading:
    labels: Labels
    pieces: list[Spoken] = field(default_factory=list)
    speaker: str = ""
    clock: float = 0.0
    labelled: int = 0
    timed: int = 0

    def take(self, line: str) -> None:
        """One line: a time alone moves the clock, anything else is speech."""
        at, rest = _split_time(line)
        if at is not None:
            self.clock = max(self.clock, at) if not rest else at
        if not rest:
            return
        speaker, text = self.labels.split(rest, self.speaker)
        if text is not rest or at is not None:
            self.labelled += 1
            self.timed += at is not None
        self.speaker = speaker
        end_s = self.clock + speaking_s(text)
        self.pieces.append(Spoken(speaker, self.clock, end_s, text))
        self.clock = end_s

    def transcript(self) -> Transcript:
        """All of it; with true times, a piece ends at the latest where the next begins."""
        timed = 0 < self.labelled == self.timed
        pieces = self.pieces
        if timed:
            ends = [*(p.start_s for p in pieces[1:]), float("inf")]
            pieces = [
                Spoken(p.speaker, p.start_s, max(p.start_s, min(p.end_s, end)), p.text)
                for p, end in zip(pieces, ends, strict=True)
            ]
        return transcript_of(pieces, timed=timed)
