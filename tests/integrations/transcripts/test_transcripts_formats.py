"""SRT, SBV, JSON and plain text, chosen by what is in the file."""
# ruff: noqa: E501 - samples stand on one line as they do in files

import json

import pytest

from domain.calls import Transcript
from domain.errors import UnreadableTranscript
from integrations.transcripts import read_transcript

TURNS = [("Ana", 1.0, 2.5, "Hi Sam."), ("Sam", 3.0, 4.0, "Hi.")]


def read(text: str, name: str = "call") -> Transcript:
    return read_transcript(text.encode(), name)


def said(transcript: Transcript) -> list[tuple[str, float, float, str]]:
    return [(t.speaker, t.start_s, t.end_s, t.text) for t in transcript.turns]


def test_srt_reads_like_vtt() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,500\nAna: Hi Sam.\n\n2\n00:00:03,000 --> 00:00:04,000\n<font color=red>Sam: Hi.</font>\n"
    assert said(read(text)) == TURNS


def test_vtt_that_lost_its_header_is_read() -> None:
    assert (
        said(read("00:01.000 --> 00:02.500\nAna: Hi Sam.\n\n00:03.000 --> 00:04.000\nSam: Hi.\n"))
        == TURNS
    )


def test_sbv_is_read() -> None:
    assert (
        said(read("0:00:01.000,0:00:02.500\nAna: Hi Sam.\n\n0:00:03.000,0:00:04.000\nSam: Hi.\n"))
        == TURNS
    )


def test_the_content_counts_more_than_the_suffix() -> None:
    assert (
        said(
            read(
                "WEBVTT\n\n00:01.000 --> 00:02.500\nAna: Hi Sam.\n\n00:03.0 --> 00:04.0\nSam: Hi.\n",
                "x.json",
            )
        )
        == TURNS
    )


@pytest.mark.parametrize(
    "document",
    [
        [
            {"speaker": "Ana", "text": "Hi Sam.", "start": 1, "end": 2.5},
            {"speaker": "Sam", "text": "Hi.", "start": 3, "end": 4},
        ],
        {
            "turns": [
                {"speaker_name": "Ana", "content": "Hi Sam.", "start_time": "1.0", "end_time": "2.5s"},
                {"speaker": {"name": "Sam"}, "text": "Hi.", "begin": "00:00:03", "end": "0:04"},
            ]
        },
        {
            "results": {
                "utterances": [
                    {"participant": "Ana", "transcript": "Hi Sam.", "start_ms": 1000, "end_ms": 2500},
                    {"participant": "Sam", "transcript": "Hi.", "start_ms": 3000, "end_ms": 4000},
                ]
            }
        },
        {
            "timeline": [
                {"text": "Hi Sam.", "ts": "00:00:01.000", "end_ts": "00:00:02.500", "users": [{"username": "Ana"}]},
                {"text": "Hi.", "ts": "00:00:03.000", "end_ts": "00:00:04.000", "users": [{"username": "Sam"}]},
            ]
        },
    ],
)  # fmt: skip
def test_json_of_several_tools_reads_the_same(document: object) -> None:
    assert said(read(json.dumps(document))) == TURNS
    assert read(json.dumps(document)).timed


def test_json_lines_are_read() -> None:
    lines = [json.dumps({"speaker": s, "text": t, "start": a, "end": e}) for s, a, e, t in TURNS]
    assert said(read("\n".join(lines))) == TURNS


def test_whole_numbers_that_would_be_hours_apart_are_milliseconds() -> None:
    turns = [
        {"speaker": "A", "text": "one two three", "start": 0, "end": 1000},
        {"speaker": "B", "text": "four", "start": 60_000, "end": 61_000},
    ]
    transcript = read(json.dumps({"utterances": turns}))
    assert [(t.start_s, t.end_s) for t in transcript.turns] == [(0.0, 1.0), (60.0, 61.0)]


def test_moments_count_from_the_first_turn() -> None:
    turns = [
        {"name": "Ana", "text": "a", "timestamp": "2026-03-01T10:00:00Z"},
        {"name": "Sam", "text": "b", "timestamp": "2026-03-01T10:00:07Z"},
    ]
    assert [t.start_s for t in read(json.dumps(turns)).turns] == [0.0, 7.0]


def test_json_without_times_is_estimated_at_150_words_a_minute() -> None:
    transcript = read(
        json.dumps(
            [
                {"speaker": "Ana", "text": "one two three four five"},
                {"speaker": "Sam", "text": "six"},
            ]
        )
    )
    assert [(t.start_s, t.end_s) for t in transcript.turns] == [(0.0, 2.0), (2.0, 2.4)]
    assert not transcript.timed


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"a": 1}', "call: no list of turns (looked for turns, segments, utterances …)"),
        ("[1]", "call: no 'Speaker: text' line and no range of times found"),
        ("[[1]]", None),
        ('[{"speaker": "Ana"}]', "call: turn 1 has no text"),
        ('[{"text": 5}]', "call: turn 1 has no text"),
        ('{"turns": [{"text": "a"}, 7]}', "call: turn 2 is not an object"),
        ('{"turns": [', "call: not JSON (line 1)"),
        ('{"text": "a"}\n{"text"', "call, line 2: not JSON"),
        ('{"turns": [{"text": "a", "start": NaN}]}', "call: not JSON (it cannot be parsed)"),
        ('{"x":' * 100_000, "call: not JSON (it cannot be parsed)"),
        ('{"turns": [{"text": "a", "start": ' + "9" * 5000 + "}]}", "call: not JSON (it cannot be parsed)"),
    ],
)  # fmt: skip
def test_json_that_is_no_transcript_is_refused_with_the_place(
    text: str, problem: str | None
) -> None:
    with pytest.raises(UnreadableTranscript) as caught:
        read(text)
    assert problem is None or str(caught.value) == problem


def test_plain_lines_go_on_with_the_speaker_before() -> None:
    transcript = read("Ana Lee: Hello.\nHow are you?\n\nSam: Fine.\n", "notes.txt")
    assert [(t.speaker, t.text) for t in transcript.turns] == [
        ("Ana Lee", "Hello. How are you?"),
        ("Sam", "Fine."),
    ]
    assert not transcript.timed


@pytest.mark.parametrize(
    "text",
    [
        "[00:00:05] Ana: Hello.\n[00:01:10] Sam: Fine.\n",
        "00:05 Ana: Hello.\n01:10 - Sam: Fine.\n",
        "Ana (00:05): Hello.\nSam (01:10): Fine.\n",
        "Ana  0:05\nHello.\n\nSam  1:10\nFine.\n",
    ],
)
def test_plain_lines_may_carry_times(text: str) -> None:
    transcript = read(text, "notes.txt")
    assert [(t.speaker, t.start_s, t.text) for t in transcript.turns if t.text] == [
        ("Ana", 5.0, "Hello."),
        ("Sam", 70.0, "Fine."),
    ]
    assert transcript.timed


def test_of_meeting_notes_only_the_transcript_is_speech() -> None:
    text = (
        "# Weekly\n\n- Date: today\n\n## Notes\n\nAna: promised a price\n\n# **Transcript**\n\n"
        "_Made by a computer._\n\nAna Lee: Hello.\n\n00:05:00\n\nSam Cole: Bye.\n\nAna Lee: Bye.\n\n"
        "Meeting ended after 00:06:00 👋\n"
    )
    transcript = read(text, "notes.md")
    assert [(t.speaker, t.start_s, t.text) for t in transcript.turns] == [
        ("Ana Lee", 0.0, "Hello."),
        ("Sam Cole", 300.0, "Bye."),
        ("Ana Lee", 300.4, "Bye."),
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.srt", "a.sbv", "a.vtt", "a"])
def test_text_that_names_nobody_is_refused(name: str) -> None:
    with pytest.raises(
        UnreadableTranscript, match=r"no line with a range of times|no 'Speaker: text'"
    ):
        read("just some text", name)
