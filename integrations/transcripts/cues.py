"""Timed cues: the skeleton that WebVTT, SRT and SBV share."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from domain.errors import UnreadableTranscript
from integrations.transcripts.text import refuse_long

_TIME = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?", re.ASCII)
_SBV = re.compile(r"\s*(\d{1,3}:\d{1,2}:\d{1,2}\.\w{1,4}),(\d{1,3}:\d{1,2}:\d{1,2}\.\w{1,4})\s*")
_COMMENTS = ("NOTE", "STYLE", "REGION")


@dataclass(slots=True)
class Cue:
    """One timed piece of text; ``end_s`` is ``None`` where the source's is unreadable."""

    line: int
    start_s: float
    end_s: float | None
    lines: list[str] = field(default_factory=list)


Timing = tuple[str, str]
"""The two times of a timing line as written."""


def seconds(written: str) -> float | None:
    """``1:02:03.5``, ``02:03,500`` or ``0:0:0.0`` in seconds; ``None`` if it is no time."""
    match = _TIME.fullmatch(written.strip())
    if match is None:
        return None
    hours, minutes, secs, fraction = match.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(secs) + float(f"0.{fraction or 0}")


def arrow_timing(line: str) -> Timing | None:
    """The times of ``start --> end settings``; ``None`` for a line without an arrow."""
    start, arrow, rest = line.partition("-->")
    if not arrow:
        return None
    words = rest.split(None, 1)
    return start, words[0] if words else ""


def comma_timing(line: str) -> Timing | None:
    """The times of an SBV line ``start,end``; ``None`` for any other line."""
    match = _SBV.fullmatch(line) if len(line) < 64 else None
    return (match[1], match[2]) if match else None


@dataclass(slots=True)
class _Scan:
    """What one pass over the lines has found so far."""

    cues: list[Cue] = field(default_factory=list)
    bad: list[int] = field(default_factory=list)
    stray: int = 0
    current: Cue | None = None
    """The cue whose text is being read; closed by a blank line."""
    in_comment: bool = False

    def start(self, number: int, timing: Timing) -> None:
        """A timing line: a new cue, or a bad one whose text is passed over."""
        previous = self.current
        if previous and previous.lines and previous.lines[-1].strip().isdecimal():
            previous.lines.pop()  # the number of this cue, with no blank line before it
        start_s = seconds(timing[0])
        self.current = None
        if start_s is None:
            self.bad.append(number)
            return
        self.current = Cue(number, start_s, seconds(timing[1]))
        self.cues.append(self.current)

    def text(self, line: str) -> None:
        """A line that is not a timing line: text, the end of a block, or a cue's name."""
        if not line.strip():
            self.current = None
            self.in_comment = False
        elif self.current is not None:
            self.current.lines.append(line)
        elif line.split(None, 1)[0] in _COMMENTS:
            self.in_comment = True
        elif not self.in_comment:
            self.stray += 1


def scan_cues(
    lines: Sequence[str], timing_of: Callable[[str], Timing | None], name: str, *, first_line: int
) -> list[Cue]:
    """All cues in file order, each with its raw text lines.

    A cue with an unreadable start is passed over, as the WebVTT standard says; a file in
    which more than one in ten is so, or that has text but no cue, is refused.

    Raises ``UnreadableTranscript`` naming the first bad line, or a line that is too long.
    """
    scan = _Scan()
    for number, line in enumerate(lines, start=first_line):
        refuse_long(line, name, number)
        timing = timing_of(line)
        if timing is None:
            scan.text(line)
        else:
            scan.start(number, timing)
    if len(scan.bad) * 10 > len(scan.cues) + len(scan.bad):
        raise UnreadableTranscript(f"{name}, line {scan.bad[0]}", "not a range of times")
    if not scan.cues and scan.stray:
        raise UnreadableTranscript(name, "no line with a range of times")
    return scan.cues
