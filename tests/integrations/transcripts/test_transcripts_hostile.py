"""Whatever bytes come, the reader answers with a transcript or ``UnreadableTranscript``."""
# ruff: noqa: E501 - samples stand on one line as they do in files

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calls import Transcript
from domain.errors import UnreadableTranscript
from integrations.transcripts import read_transcript

NAMES = st.sampled_from(["a.vtt", "a.srt", "a.sbv", "a.json", "a.jsonl", "a.txt", "a.md", ""])
PIECES = st.sampled_from(
    ["WEBVTT", "\n\n", "\n", "\r", "00:01.000 --> 00:02.000", "-->", "0:00:01.0,0:00:02.0", "<v ",
     "<v Ana>", "</v>", ">", "<", "Ana: ", ": ", "1", "NOTE", "&#xD800;", "\x00", "\u202e", "[", "{",
     '{"text":"a","start":1e999}', '"', "]", "}", "[00:01] ", "# Transcript", "\ud7ff", "9" * 30]
)  # fmt: skip


def check(data: bytes, name: str) -> None:
    refused: UnreadableTranscript | None = None
    transcript = Transcript(())
    try:
        transcript = read_transcript(data, name)
    except UnreadableTranscript as error:
        refused = error
    assert refused is None or str(refused).startswith(name)
    assert_sound(transcript)


def assert_sound(transcript: Transcript) -> None:
    turns = transcript.turns
    assert [t.index for t in turns] == list(range(len(turns)))
    assert [t.start_s for t in turns] == sorted(t.start_s for t in turns)
    assert all(0 <= t.start_s <= t.end_s for t in turns)
    assert all(t.text and t.text == " ".join(t.text.split()) for t in turns)
    "".join(t.speaker + t.text for t in turns).encode()  # nothing that cannot be stored


@given(st.binary(max_size=400), NAMES)
@settings(max_examples=150, deadline=None)
def test_arbitrary_bytes_never_raise_anything_else(data: bytes, name: str) -> None:
    check(data, name)


@given(st.lists(PIECES, max_size=30).map("".join), NAMES)
@settings(max_examples=300, deadline=None)
def test_pieces_of_real_formats_never_raise_anything_else(text: str, name: str) -> None:
    check(text.encode("utf-8", "surrogatepass"), name)


def seconds_for(text: str) -> float:
    start = time.process_time()
    check(text.encode(), "a.vtt")
    return time.process_time() - start


def test_unclosed_voice_tags_do_not_take_quadratic_time() -> None:
    cue = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
    assert seconds_for(cue + ("<v " * 3000 + "\n") * 30) < 5.0
    assert seconds_for(cue + ("<" * 9000 + ">\n") * 30) < 5.0
