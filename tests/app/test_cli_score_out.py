"""`reploop score --out`: every scorecard is kept, and no file of somebody's is lost for it."""

import json
from pathlib import Path

import pytest

from tests.app.cli_runs import Ran, run_here
from tests.app.cli_talk import GOOD, REP, as_text, as_vtt, folder_of_calls

pytestmark = pytest.mark.slow  # `make check` has to stay quick
TURNS = json.dumps([{"speaker": who, "text": text} for who, text in GOOD])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_of_calls(tmp_path)


def scored(tmp_path: Path, *asked: object) -> Ran:
    return run_here(tmp_path, "score", *map(str, asked), "--rep", REP)


def kept_in(folder: Path) -> list[str]:
    return sorted(str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file())


def test_what_is_kept_is_called_as_its_file(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards"
    scored(tmp_path, folder, "--out", out)
    assert kept_in(out) == ["a.vtt.json", "empty.vtt.json", "june/b.srt.json"]
    file = folder / "a.vtt"
    (line,) = scored(tmp_path, file, "--jsonl").out.splitlines()
    assert json.loads((out / "a.vtt.json").read_text()) == json.loads(line)


def test_names_that_collide_are_all_kept_with_the_path_they_are_of(tmp_path: Path) -> None:
    places = ("a/x.txt", "a/x-2.txt", "b/x.txt", "b/X.txt")
    for place in places:
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(as_text(GOOD))
    out = tmp_path / "cards"
    scored(tmp_path, tmp_path / "a", tmp_path / "b", "--out", out)
    found = {json.loads((out / name).read_text())["file"] for name in kept_in(out)}
    assert found == {str(tmp_path / place) for place in places}


def test_a_transcript_with_the_name_of_a_scorecard_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "col").mkdir()
    (tmp_path / "col/call.txt").write_text(as_text(GOOD))
    (tmp_path / "col/call.txt.json").write_text(TURNS)
    ran = scored(tmp_path, tmp_path / "col", "--out", tmp_path / "col", "--json")
    assert (tmp_path / "col/call.txt.json").read_text() == TURNS
    assert kept_in(tmp_path / "col") == ["call.txt", "call.txt.json", "call.txt.json.json"]
    assert (ran.code, ran.json["totals"]["not_kept"]) == (1, 1)
    assert "is itself one of the transcripts" in ran.json["files"][0]["not_kept"]["message"]
    assert ran.json["files"][0]["overall"]


def test_a_file_that_is_no_scorecard_is_never_written_over(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards"
    out.mkdir()
    (out / "a.vtt.json").write_text('{"call": "mine"}')
    ran = scored(tmp_path, folder / "a.vtt", "--out", out)
    assert (out / "a.vtt.json").read_text() == '{"call": "mine"}'
    assert ran.code == 1
    assert "not kept:" in ran.err
    assert "is there and is no scorecard" in ran.err
    assert ran.out.startswith("a: 8")


@pytest.mark.parametrize("below", ["", "cards", "june/cards"])
def test_scored_again_no_scorecard_is_taken_for_a_transcript(
    below: str, folder: Path, tmp_path: Path
) -> None:
    (folder / "broken.json").unlink()
    first = scored(tmp_path, folder, "--out", folder / below)
    once = kept_in(folder)
    assert scored(tmp_path, folder, "--out", folder / below) == first
    assert kept_in(folder) == once
    assert first.code == 0


def test_one_scorecard_that_cannot_be_written_ends_nothing(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards"
    out.mkdir()
    (out / "june").write_text("in the way")
    ran = scored(tmp_path, folder, "--out", out, "--jsonl")
    found = {Path(line["file"]).name: line for line in map(json.loads, ran.out.splitlines())}
    assert ran.code == 1
    assert list(found) == ["a.vtt", "broken.json", "empty.vtt", "b.srt"]
    assert found["b.srt"]["overall"]
    assert found["b.srt"]["not_kept"]["code"] == "system"
    assert found["b.srt"]["not_kept"]["remedy"] == "Give another folder with --out"


def test_people_read_what_was_not_kept(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards"
    out.mkdir()
    (out / "june").write_text("in the way")
    ran = scored(tmp_path, folder, "--out", out)
    assert f"not kept: {out / 'june/b.srt.json'}: " in ran.out
    assert "1 not kept" in ran.out.splitlines()[-1]


def test_a_folder_that_cannot_be_made_is_said_before_anything_is_graded(
    folder: Path, tmp_path: Path
) -> None:
    ran = scored(tmp_path, folder, "--out", folder / "a.vtt")
    assert (ran.code, ran.out) == (1, "")
    assert f"{folder / 'a.vtt'}: " in ran.err
    assert "Give another folder with --out" in ran.err


def test_an_empty_name_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    ran = scored(tmp_path, folder / "a.vtt", "--out", "")
    assert (ran.code, "the path is empty" in ran.err) == (2, True)


def test_a_scorecard_in_the_way_is_replaced(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards"
    scored(tmp_path, folder / "a.vtt", "--out", out)
    (folder / "a.vtt").write_text(as_vtt(GOOD[:4]))
    scored(tmp_path, folder / "a.vtt", "--out", out)
    assert json.loads((out / "a.vtt.json").read_text())["call"]["turns"] == 4
