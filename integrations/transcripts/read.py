"""The one door: bytes and a file name in, a transcript or a clear refusal out."""

from pathlib import PurePath

from domain.calls import Transcript
from domain.errors import UnreadableTranscript
from integrations.transcripts.cues import arrow_timing, comma_timing, seconds
from integrations.transcripts.json_turns import read_json
from integrations.transcripts.plain import read_plain
from integrations.transcripts.srt import read_sbv, read_srt
from integrations.transcripts.text import decode, lines_of
from integrations.transcripts.vtt import read_vtt

_WEB_PAGE = ("<!doctype", "<html", "<head", "<body", "<?xml", "<script", "<meta", "<title")
_SUBTITLES = (".vtt", ".srt", ".sbv")
_LOOK_AT_LINES = 200
_LOOK_AT_CHARS = 100_000


def read_transcript(data: bytes, name: str) -> Transcript:
    """Read a transcript of any known format, chosen by what is in it, then by its name.

    Args:
        data: the file as it is, at most 20 MiB.
        name: its file name, for the suffix and for messages; no path is opened.

    Returns:
        The transcript with all sides unknown. An empty file, or one that has only a
        header, gives a transcript without turns: the caller decides what that means.

    Raises:
        UnreadableTranscript: it is not a transcript; says which file, line and why.
    """
    text = decode(data, name).lstrip("\ufeff \t\r\n\f\0")
    if not text:
        return Transcript(())
    if text[:200].lower().startswith(_WEB_PAGE):
        raise UnreadableTranscript(
            name, "a web page, not a transcript (an expired link answers with a sign-in page)"
        )
    if _is_vtt(text):
        return read_vtt(text, name)
    if _is_json(text):
        return read_json(text, name)
    return _by_lines(text, name)


def _is_vtt(text: str) -> bool:
    return text.startswith("WEBVTT") and text[6:7] in ("", " ", "\t", "\r", "\n")


def _is_json(text: str) -> bool:
    return text.startswith("{") or (text.startswith("[") and text[1:200].lstrip()[:1] in "{]")


def _by_lines(text: str, name: str) -> Transcript:
    for line in lines_of(text[:_LOOK_AT_CHARS])[:_LOOK_AT_LINES]:
        timing = arrow_timing(line)
        if timing is not None and seconds(timing[0]) is not None:
            return read_srt(text, name)
        if comma_timing(line) is not None:
            return read_sbv(text, name)
    if PurePath(name).suffix.lower() in _SUBTITLES:
        raise UnreadableTranscript(name, "no line with a range of times")
    return read_plain(text, name)
