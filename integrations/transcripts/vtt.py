"""WebVTT as Zoom, Teams, Meet and subtitle tools write it.

Follows the parser of the W3C standard (https://www.w3.org/TR/webvtt1/), which never stops
at a bad cue, and adds what meeting tools do beyond it: ``Name: text`` lines, unpadded
times and comma decimals. Every step is linear in the size of the file.
"""

import html
import re

from domain.calls import Transcript
from integrations.transcripts.cues import Cue, arrow_timing, scan_cues
from integrations.transcripts.labels import Labels
from integrations.transcripts.text import lines_of, tidy
from integrations.transcripts.turns import Spoken, speaking_s, transcript_of

_TAGS = frozenset({
    "c", "i", "b", "u", "ruby", "rt", "v", "lang", "font", "span", "p", "s", "em", "strong",
})  # fmt: skip
_LANGUAGE = re.compile(r"Language:\s*([A-Za-z]{2})(?:-[A-Za-z-]*)?\s*")

Voiced = tuple[str | None, str]
"""A speaker named by a voice tag, or ``None``, and the plain text under it."""


def read_vtt(text: str, name: str) -> Transcript:
    """Read a file that starts with WEBVTT. Raises ``UnreadableTranscript``."""
    lines = lines_of(text)
    cues = scan_cues(lines[1:], arrow_timing, name, first_line=2)
    return transcript_of(speech_of(cues), language=_language(lines))


def speech_of(cues: list[Cue]) -> list[Spoken]:
    """Who says what in these cues: by voice tags if the file has any, else by labels."""
    voiced = [_voices("\n".join(cue.lines)) for cue in cues]
    by_tag = any(speaker is not None for pieces in voiced for speaker, _ in pieces)
    texts = [_plain_lines(pieces) for pieces in voiced]
    labels = Labels(() if by_tag else (lines[0] for lines in texts if lines))
    spoken: list[Spoken] = []
    before = ""
    for cue, pieces, lines in zip(cues, voiced, texts, strict=True):
        if by_tag:
            said = [(speaker or "", tidy(text)) for speaker, text in pieces]
        else:
            said = _by_label(lines, labels, before)
            before = said[-1][0] if said else before
        spoken.extend(Spoken(who, cue.start_s, _end_s(cue, what), what) for who, what in said)
    return spoken


def _by_label(lines: list[str], labels: Labels, before: str) -> list[tuple[str, str]]:
    said: list[tuple[str, str]] = []
    for line in lines:
        speaker, text = labels.split(line, before)
        if said and (speaker == said[-1][0] or not speaker):
            said[-1] = (said[-1][0], f"{said[-1][1]} {text}".strip())
        else:
            said.append((speaker, text))
        before = said[-1][0]
    return said


def _plain_lines(pieces: list[Voiced]) -> list[str]:
    text = "".join(text for _, text in pieces)
    return [line for line in map(tidy, text.split("\n")) if line]


def _end_s(cue: Cue, text: str) -> float:
    return cue.start_s + speaking_s(text) if cue.end_s is None else cue.end_s


def _language(lines: list[str]) -> str | None:
    for line in lines[1:20]:
        match = _LANGUAGE.fullmatch(line) if len(line) < 64 else None
        if match:
            return match[1].lower()
        if not line.strip():
            return None
    return None


def _voices(text: str) -> list[Voiced]:
    """Cut at voice tags and drop the tags WebVTT knows; anything else in <> is speech."""
    pieces: list[Voiced] = []
    speaker: str | None = None
    plain: list[str] = []
    at = 0
    while (close := text.find(">", at)) >= 0:
        start = text.rfind("<", at, close)
        if start < 0:
            plain.append(text[at : close + 1])
            at = close + 1
            continue
        plain.append(text[at:start])
        tag = text[start + 1 : close]
        at = close + 1
        kind = _tag_kind(tag)
        if kind == "v":
            pieces.append((speaker, _unescape(plain)))
            speaker, plain = _voice_name(tag), []
        elif kind is None:
            plain.append(f"<{tag}>")
    plain.append(text[at:])
    pieces.append((speaker, _unescape(plain)))
    return [(who, what) for who, what in pieces if what.strip()]


def _tag_kind(tag: str) -> str | None:
    """The lower-case name of a tag that WebVTT or SRT knows ("" for a time), else ``None``."""
    words = tag.split(None, 1)
    head = words[0].lower() if words else ""
    if head and not head.strip("0123456789:.,"):
        return ""
    kind = head.removeprefix("/").split(".", 1)[0]
    return kind if kind in _TAGS else None


def _voice_name(tag: str) -> str | None:
    words = tag.split(None, 1)
    if tag.startswith("/"):
        return None
    return tidy(html.unescape(words[1])) if len(words) > 1 else ""


def _unescape(parts: list[str]) -> str:
    return html.unescape("".join(parts))
