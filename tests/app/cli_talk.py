"""A discovery call of two people as files of every format, made from its lines."""

import json
from collections.abc import Sequence
from pathlib import Path

Line = tuple[str, str]
REP, BUYER = "Ana Lee", "Sam Cole"
_SAID = """
R: Hi Sam, thanks for the time. We have thirty minutes. My plan is to understand how your
   onboarding runs today, then show the part that fits, and decide at the end whether we go
   on. Does that work, and what would make it worth your time?
B: That works. I mostly want to know how other warehouses got new people productive.
R: Then we start with exactly that. Walk me through the first week of a new picker.
B: They shadow somebody for five days. Nobody has time to explain, so after six weeks half of
   them still make three wrong picks an hour.
R: Three wrong picks an hour after six weeks. What makes it take that long?
B: The layout changes every month and the paper lists are always behind.
R: How many new people do you start each month, and what does one wrong pick cost you?
B: Twelve people, and a wrong pick costs about forty dollars with the return.
R: So let me play that back. Twelve people a month, three wrong picks an hour, forty dollars
   each, because the lists are behind the layout. Is that right, or did I miss something?
B: That's right. And two customers left us over it last quarter.
R: What happens if it stays like that until next year?
B: Then we lose the hospital contract in April. That is a third of our volume.
R: Besides you, who has to say yes to fixing this, and what does each of them need to see?
B: Our CFO, Dana Wolf, signs anything above ten thousand. She wants payback in a year.
R: Is there a budget for it this year, and what else are you looking at?
B: I have fifty thousand until December, and there is one other vendor. I worry that my shift
   leads will never use another tool.
R: That makes sense, a tool nobody uses is worth nothing. What did they not like about the
   last one?
B: It took nine taps to confirm one pick.
R: A warehouse in Lyon had the same worry and went from eight taps to two in three weeks.
   Would one of your shift leads try it before you decide?
B: Yes, Mira would. She is the most critical one.
R: Then let me propose this. You send me last month's pick list by Wednesday, I set it up, and
   on Friday the twelfth at ten Mira tries it with us for thirty minutes. Agreed?
B: Agreed, Friday at ten. I'll send the list tomorrow and ask Mira today.
"""


def lines_of(said: str) -> tuple[Line, ...]:
    """Lines of a call written as ``R:`` and ``B:``, each going on below where it is indented."""
    joined = said.strip().replace("\n   ", " ")
    who = {"R": REP, "B": BUYER}
    return tuple((who[line[0]], line[3:]) for line in joined.splitlines())


GOOD = lines_of(_SAID)


def timed(lines: Sequence[Line], alone: int | None = None) -> list[tuple[float, float, str, str]]:
    """(start, end, speaker, text), at two and a half words a second.

    Around the line ``alone`` there is a minute of silence: it is a turn of its own.
    """
    clock, found = 1.0, []
    for number, (speaker, text) in enumerate(lines):
        if alone is not None and number in (alone, alone + 1):
            clock += 60.0
        end = clock + max(1.0, len(text.split()) / 2.5)
        found.append((clock, end, speaker, text))
        clock = end + 0.5
    return found


def _stamp(seconds: float, mark: str) -> str:
    whole = round(seconds * 1000)
    clock = f"{whole // 3600000:02d}:{whole // 60000 % 60:02d}:{whole // 1000 % 60:02d}"
    return f"{clock}{mark}{whole % 1000:03d}"


def as_vtt(lines: Sequence[Line], alone: int | None = None) -> str:
    """WebVTT with ``Name: text`` cues, as Zoom writes it."""
    cues = (
        f"{_stamp(start, '.')} --> {_stamp(end, '.')}\n{who}: {text}\n"
        for start, end, who, text in timed(lines, alone)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def as_srt(lines: Sequence[Line]) -> str:
    """SubRip."""
    cues = (
        f"{n}\n{_stamp(a, ',')} --> {_stamp(b, ',')}\n{who}: {text}\n"
        for n, (a, b, who, text) in enumerate(timed(lines), start=1)
    )
    return "\n".join(cues)


def as_json(lines: Sequence[Line]) -> str:
    """A list of turns in JSON."""
    return json.dumps(
        {"turns": [{"speaker": s, "start": a, "end": b, "text": t} for a, b, s, t in timed(lines)]}
    )


def as_text(lines: Sequence[Line]) -> str:
    """Plain text, one line a turn."""
    return "\n".join(f"{who}: {text}" for who, text in lines) + "\n"


def written_calls(folder: Path, number: int) -> Path:
    """So many calls of all sorts: the good one with less and less of what makes it good."""
    for n in range(number):
        kept = [line for place, line in enumerate(GOOD) if (place * 7 + n * 3) % 10 >= n % 6]
        (folder / f"discovery-{n:02d}.txt").write_text(as_text(kept), encoding="utf-8")
    return folder


def folder_of_calls(of: Path) -> Path:
    """Two good calls, one of them deeper down, an empty one, and one that is no transcript."""
    calls = of / "calls"
    (calls / "june").mkdir(parents=True)
    (calls / "a.vtt").write_text(as_vtt(GOOD))
    (calls / "june" / "b.srt").write_text(as_srt(GOOD))
    (calls / "empty.vtt").write_text("WEBVTT\n\n")
    (calls / "broken.json").write_text('{"turns": ')
    (calls / "notes.docx").write_text("no transcript by its name")
    return calls
