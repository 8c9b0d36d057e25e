"""Real transcripts and other people's broken files, where they lie at hand."""

from pathlib import Path

import pytest

from domain.calls import NotScorable, Participant, RepReason, Side, Transcript
from domain.errors import UnreadableTranscript
from domain.people import Organisation, Person, PersonId, Role
from integrations.transcripts import read_transcript
from scoring.sides import assign_sides
from tests.integrations.samples import bad_inputs, data_samples

SAMPLES = data_samples()
ROWS = {row["id"]: row for row in bad_inputs("transcripts.jsonl")}
SUBTITLES = sorted((SAMPLES / "subtitle-cases").iterdir())
REFUSED = {
    "invalid_format.sbv": "no line with a range of times",
    "invalid_format1.srt": "no line with a range of times",
    "invalid_format2.srt": "no line with a range of times",
    "invalid_format3.srt": "no line with a range of times",
    "invalid_timeframe.sbv": "not a range of times",
}
EMPTY = {"empty.vtt", "no_captions.vtt", "invalid_format4.srt"}
ANA = Person(id=PersonId("ana"), name="Ana Lee", email="ana@reploop.test", role=Role.REP)
OURS = Organisation((ANA,), ())


@pytest.mark.parametrize("path", SUBTITLES, ids=lambda p: p.name)
def test_every_subtitle_case_is_read_or_refused_clearly(path: Path) -> None:
    if path.name in REFUSED:
        with pytest.raises(UnreadableTranscript, match=REFUSED[path.name]):
            read_transcript(path.read_bytes(), path.name)
        return
    turns = read_transcript(path.read_bytes(), path.name).turns
    assert bool(turns) == (path.name not in EMPTY)


@pytest.mark.parametrize(
    ("start", "speakers"),
    [
        ("zoom__acdt__2026-03-16_074", 14),
        ("zoom__allwalletdevs", 1),
        ("zoom_corrected__focil", 4),
        ("googlemeet__015", 4),
        ("googlemeet__018", 6),
    ],
)
def test_real_transcripts_name_the_people_who_speak(start: str, speakers: int) -> None:
    path = next(p for p in (SAMPLES / "transcripts").iterdir() if p.name.startswith(start))
    transcript = read_transcript(path.read_bytes(), path.name)
    assert len(transcript.speakers) == speakers
    assert all(turn.speaker for turn in transcript.turns)


@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "transcripts").glob("zoom*")), ids=lambda p: p.name[:40]
)
def test_no_word_of_a_real_zoom_transcript_is_lost(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    spoken = [line for line in lines[1:] if line and "-->" not in line and not line.isdigit()]
    words = sum(len(line.split(": ", 1)[1].split()) for line in spoken)
    transcript = read_transcript(path.read_bytes(), path.name)
    assert sum(turn.words for turn in transcript.turns) == words


def row_transcript(row_id: str) -> Transcript:
    row = ROWS[row_id]
    made = row.get("body_gen")
    body = made["prefix"] + made["unit"] * made["count"] + made["suffix"] if made else row["body"]
    return read_transcript(body.encode(), "row.vtt")


@pytest.mark.parametrize("number", ["002", "003"])
def test_empty_rows_have_no_turns(number: str) -> None:
    assert row_transcript(f"d-transcripts-{number}").turns == ()


@pytest.mark.parametrize("number", ["004", "010"])
def test_unusable_rows_are_refused(number: str) -> None:
    with pytest.raises(UnreadableTranscript):
        row_transcript(f"d-transcripts-{number}")


@pytest.mark.parametrize("number", ["001", "005", "007"])
def test_rows_in_which_the_rep_speaks_are_attributed(number: str) -> None:
    sided = assign_sides(row_transcript(f"d-transcripts-{number}"), (), OURS, host_email=ANA.email)
    assert (sided.rep_id, sided.rep_reason, sided.not_scorable) == ("ana", RepReason.NAME, None)
    assert sided.transcript.turns[0].side is Side.REP


def test_a_row_without_labels_is_attributed_to_nobody() -> None:
    sided = assign_sides(row_transcript("d-transcripts-006"), (), OURS, host_email=ANA.email)
    assert sided.not_scorable is NotScorable.NO_SPEAKERS
    assert {turn.side for turn in sided.transcript.turns} == {Side.UNKNOWN}


def test_a_row_in_which_a_customer_bears_the_reps_name_is_attributed_to_nobody() -> None:
    joined = (Participant("Ana Lee", ANA.email, is_host=True), Participant("Ana Lee"))
    sided = assign_sides(row_transcript("d-transcripts-015"), joined, OURS, host_email=ANA.email)
    assert sided.not_scorable is NotScorable.AMBIGUOUS_SPEAKERS
    assert {turn.side for turn in sided.transcript.turns} == {Side.UNKNOWN}


@pytest.mark.slow
def test_a_row_of_forty_thousand_cues_is_read_whole() -> None:
    transcript = row_transcript("d-transcripts-009")
    assert sum(turn.words for turn in transcript.turns) == 40_000 * 6


@pytest.mark.parametrize("number", ["012", "013", "014"])
def test_hostile_labels_are_kept_as_labels(number: str) -> None:
    row = ROWS[f"d-transcripts-{number}"]
    label = row["body"].splitlines()[-1].removesuffix(": hi")
    sided = assign_sides(
        row_transcript(row["id"]), (), Organisation((), ()), host_email=None, given_rep=label
    )
    assert sided.rep_speakers == (label,)
    assert sided.not_scorable is None
