"""WebVTT in all the shapes it comes in."""
# ruff: noqa: E501 - samples stand on one line as they do in files

import pytest

from domain.calls import Transcript
from domain.errors import UnreadableTranscript
from integrations.transcripts import read_transcript


def read(text: str, name: str = "call.vtt") -> Transcript:
    return read_transcript(text.encode(), name)


def said(transcript: Transcript) -> list[tuple[str, float, float, str]]:
    return [(t.speaker, t.start_s, t.end_s, t.text) for t in transcript.turns]


ZOOM = (
    "WEBVTT\n\n1\n00:00:16.239 --> 00:00:27.079\nAlice Smith: Hello everyone.\n\n"
    "2\n00:00:28.000 --> 00:00:30.500\nSam | Nimbus: Hi: ready?\n"
)
ZOOM_SAID = [
    ("Alice Smith", 16.239, 27.079, "Hello everyone."),
    ("Sam | Nimbus", 28.0, 30.5, "Hi: ready?"),
]


def test_zoom_cues_give_speaker_times_and_text() -> None:
    assert said(read(ZOOM)) == ZOOM_SAID


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_any_line_ending_reads_the_same(newline: str) -> None:
    assert said(read(ZOOM.replace("\n", newline))) == ZOOM_SAID


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_decides_the_encoding(encoding: str) -> None:
    assert said(read_transcript(ZOOM.encode(encoding), "call.vtt")) == ZOOM_SAID


def test_windows_1252_is_read_when_it_is_not_utf_8() -> None:
    data = "WEBVTT\n\n0:01.0 --> 0:02.0\nJosé: señor\n".encode("cp1252")
    assert said(read_transcript(data, "call.vtt")) == [("José", 1.0, 2.0, "señor")]


def test_notes_styles_regions_settings_and_header_text_are_not_speech() -> None:
    text = (
        "WEBVTT - a title\nKind: captions\nLanguage: de-DE\n\nNOTE\nAna: not speech\nat all\n\n"
        "STYLE\n::cue { color: red }\n\nREGION\nid:fred\n\nintro\n"
        "00:01.000 --> 00:02.000 align:start position:0%\nAna: Hallo\n\nNOTE later\n"
    )
    transcript = read(text)
    assert said(transcript) == [("Ana", 1.0, 2.0, "Hallo")]
    assert transcript.language == "de"


def test_times_may_be_unpadded_without_hours_and_with_a_decimal_comma() -> None:
    text = "WEBVTT\n\n0:0:0.0 --> 0:0:1.5\nAna: a\n\n01:02,250 --> 1:01:02,5\nSam: b\n"
    assert said(read(text)) == [("Ana", 0.0, 1.5, "a"), ("Sam", 62.25, 3662.5, "b")]


def test_voice_tags_name_several_speakers_in_one_cue() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:04.000\n"
        "<v.loud Ana Lee>Price: is it fine?</v> <v Tom &amp; Co>Yes, <b>it</b> is\n"
    )
    assert said(read(text)) == [
        ("Ana Lee", 1.0, 4.0, "Price: is it fine?"),
        ("Tom & Co", 1.0, 4.0, "Yes, it is"),
    ]


def test_known_tags_and_entities_go_and_other_angle_brackets_are_speech() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: <i>a</i> <00:01.500><c.x>b</c> 1 < 2 &lt;c&gt; <deal>\n"
    assert said(read(text)) == [("Ana", 1.0, 2.0, "a b 1 < 2 <c> <deal>")]


def test_consecutive_cues_of_one_speaker_become_one_turn() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: One.\n\n00:03.000 --> 00:04.000\nAna: Two.\n\n"
        "00:05.000 --> 00:06.000\nSam: Three.\n"
    )
    assert said(read(text)) == [("Ana", 1.0, 4.0, "One. Two."), ("Sam", 5.0, 6.0, "Three.")]


def test_a_turn_ends_before_it_is_longer_than_45_seconds() -> None:
    cues = "".join(
        f"00:{s:02}.000 --> 00:{s + 10:02}.000\nAna: w{s}\n\n" for s in (0, 10, 20, 30, 40)
    )
    transcript = read("WEBVTT\n\n" + cues)
    assert [(t.start_s, t.end_s) for t in transcript.turns] == [(0.0, 40.0), (40.0, 50.0)]


def test_a_turn_holds_at_most_600_characters_of_joined_cues() -> None:
    cues = "".join(f"00:0{s}.000 --> 00:0{s + 1}.000\nAna: {'x' * 250}\n\n" for s in range(3))
    assert [len(t.text) for t in read("WEBVTT\n\n" + cues).turns] == [501, 250]


def test_times_that_run_backwards_are_put_in_order_without_negative_lengths() -> None:
    text = "WEBVTT\n\n00:10.000 --> 00:05.000\nAna: b\n\n00:01.000 --> 00:20.000\nSam: a\n"
    assert said(read(text)) == [("Sam", 1.0, 20.0, "a"), ("Ana", 10.0, 10.0, "b")]


def test_a_cue_that_starts_without_a_blank_line_is_a_cue_of_its_own() -> None:
    text = "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nAna: a\n2\n00:03.000 --> 00:04.000\nSam: b\n"
    assert said(read(text)) == [("Ana", 1.0, 2.0, "a"), ("Sam", 3.0, 4.0, "b")]


def test_a_sentence_with_a_colon_is_no_speaker() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: Hi.\n\n00:03.000 --> 00:04.000\n"
        "The main thing is: price\n\n00:05.000 --> 00:06.000\nAna: Yes.\n"
    )
    assert read(text).speakers == ("Ana",)


def test_where_every_cue_has_a_label_one_without_is_nobodys() -> None:
    cues = "".join(f"00:0{s}.000 --> 00:0{s}.500\nAna: w\n\n" for s in range(1, 6))
    transcript = read(f"WEBVTT\n\n{cues}00:07.000 --> 00:08.000\nwho am I\n")
    assert [(t.speaker, t.text) for t in transcript.turns][-1] == ("", "who am I")


def test_where_labels_mark_changes_a_cue_without_one_goes_on() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: a\n\n00:03.000 --> 00:04.000\nb\n\n"
        "00:05.000 --> 00:06.000\nSam: c\n\n00:07.000 --> 00:08.000\nd\n"
    )
    assert [(t.speaker, t.text) for t in read(text).turns] == [("Ana", "a b"), ("Sam", "c d")]


def test_a_company_before_every_name_stays_part_of_the_name() -> None:
    lines = ["ACME: Ana: a", "ACME: Bo: b", "ACME: Ana: c", "ACME: Bo: d"]
    cues = "".join(f"00:0{i}.000 --> 00:0{i}.500\n{line}\n\n" for i, line in enumerate(lines))
    assert read("WEBVTT\n\n" + cues).speakers == ("ACME: Ana", "ACME: Bo")


def test_invisible_and_control_characters_are_removed() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: pa\u200bid\u202e \U000e0041in\x07 full\u00a0now\n"
    )
    assert said(read(text)) == [("Ana", 1.0, 2.0, "paid in full now")]


def test_joiners_that_scripts_and_emoji_need_stay() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: می\u200cخواهم 👩\u200d💻\n"
    assert read(text).turns[0].text == "می\u200cخواهم 👩\u200d💻"


@pytest.mark.parametrize("text", ["", "\ufeff", "WEBVTT", "WEBVTT\n\n", "WEBVTT\n\nNOTE hi\n"])
def test_an_empty_file_is_a_transcript_without_turns(text: str) -> None:
    assert read(text) == Transcript(())


@pytest.mark.parametrize("number", range(5))
def test_one_bad_cue_in_many_is_passed_over(number: int) -> None:
    cues = [f"00:{s:02}.000 --> 00:{s:02}.500\nAna: w{s}\n\n" for s in range(12)]
    cues[number] = "00:x1.000 --> 00:02.000\nAna: lost\n\n"
    words = " ".join(t.text for t in read("WEBVTT\n\n" + "".join(cues)).turns)
    assert words == " ".join(f"w{s}" for s in range(12) if s != number)


def test_an_unreadable_end_is_estimated_from_the_words() -> None:
    text = "WEBVTT\n\n00:10.000 --> 00:1x.000\nAna: one two three four five\n"
    assert said(read(text)) == [("Ana", 10.0, 12.0, "one two three four five")]


def refusal(text: str | bytes, name: str = "call.vtt") -> str:
    with pytest.raises(UnreadableTranscript) as caught:
        read_transcript(text.encode() if isinstance(text, str) else text, name)
    return str(caught.value)


def test_mostly_bad_times_are_refused_with_the_line() -> None:
    text = "WEBVTT\n\nx --> y\nAna: a\n\n00:01.000 --> 00:02.000\nAna: b\n"
    assert refusal(text) == "call.vtt, line 3: not a range of times"


def test_text_without_any_cue_is_refused() -> None:
    assert refusal("WEBVTT\n\nAna: hi\n") == "call.vtt: no line with a range of times"


def test_a_sign_in_page_is_refused_as_such() -> None:
    assert "a web page, not a transcript" in refusal("<!DOCTYPE html><title>Sign in</title>")


def test_a_line_of_more_than_ten_thousand_characters_is_refused_with_its_number() -> None:
    text = f"WEBVTT\n\n00:01.000 --> 00:02.000\nAna: {'a' * 20_000}\n"
    assert refusal(text).startswith("call.vtt, line 4: one piece of speech has 20,005 characters")


def test_binary_data_is_refused() -> None:
    assert refusal(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR") == (
        "call.vtt: not text in UTF-8, UTF-16 or Windows-1252"
    )
    assert refusal(bytes(range(1, 20)) * 20) == "call.vtt: binary data, not text"


def test_a_file_of_more_than_20_mib_is_refused() -> None:
    assert refusal(b"WEBVTT\n\n" + b"\n" * (20 * 2**20)) == "call.vtt: larger than 20 MiB"
