"""`reploop score` over folders and patterns: every file, in every form of output."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.app.cli_checks import TOP, check_document
from tests.app.cli_runs import ROOT, run_here
from tests.app.cli_talk import GOOD, REP, as_text, as_vtt, folder_of_calls

pytestmark = pytest.mark.slow  # `make check` has to stay quick
COMMAND = str(Path(sys.executable).with_name("reploop"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_of_calls(tmp_path)


def lines(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_folder_becomes_a_table_and_one_bad_file_does_not_stop_it(
    folder: Path, tmp_path: Path
) -> None:
    ran = run_here(tmp_path, "score", str(folder), "--rep", REP)
    assert ran.code == 1
    rows = {row.split()[0]: row for row in ran.out.splitlines() if str(folder) in row}
    assert list(rows) == [
        str(folder / name) for name in ("a.vtt", "broken.json", "empty.vtt", "june/b.srt")
    ]
    assert rows[str(folder / "a.vtt")].split()[2] == "silver"
    assert "failed  –       not JSON (line 1)" in rows[str(folder / "broken.json")]
    assert "The transcript is empty." in rows[str(folder / "empty.vtt")]
    assert ran.out.splitlines()[-1].startswith("4 files, 2 scored (mean 8")
    assert ran.out.endswith("1 without a score, 1 failed, 2 silver.\n")


def test_lines_are_whole_objects_and_an_error_is_a_line_too(folder: Path, tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", str(folder), "--rep", REP, "--jsonl")
    assert (ran.code, ran.err) == (1, "")
    found = {Path(one["file"]).name: one for one in lines(ran.out)}
    assert list(found) == ["a.vtt", "broken.json", "empty.vtt", "b.srt"]
    assert set(found["broken.json"]) == {"file", "error"}
    assert found["broken.json"]["error"]["code"] == "unreadable"
    for name in ("a.vtt", "b.srt"):
        document = {k: v for k, v in found[name].items() if k != "file"}
        below = name if name == "a.vtt" else f"june/{name}"
        check_document(document, (folder / below).read_bytes(), name)


def test_one_file_gives_the_same_object_in_a_line_as_alone(folder: Path, tmp_path: Path) -> None:
    file = str(folder / "a.vtt")
    alone = run_here(tmp_path, "score", file, "--rep", REP, "--json").json
    (line,) = lines(run_here(tmp_path, "score", file, "--rep", REP, "--jsonl").out)
    assert line == {"file": file, **alone}
    assert set(alone) == TOP


def test_one_document_holds_all_files_and_what_they_add_up_to(folder: Path, tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", str(folder), "--rep", REP, "--json")
    assert ran.code == 1
    assert [Path(f["file"]).name for f in ran.json["files"]] == [
        "a.vtt", "broken.json", "empty.vtt", "b.srt",
    ]  # fmt: skip
    overall = [f["overall"] for f in ran.json["files"] if f.get("overall")]
    assert ran.json["totals"] == {
        "files": 4, "scored": 2, "not_scored": 1, "failed": 1, "not_kept": 0,
        "mean": sum(overall) / 2,
        "medals": {"gold": 0, "silver": 2, "bronze": 0}, "usage": {},
    }  # fmt: skip
    assert ran.json["stopped"] is False


def test_a_pattern_in_quotes_finds_files_at_any_depth(folder: Path, tmp_path: Path) -> None:
    pattern = str(folder / "**" / "*.[sv]*t")
    ran = run_here(tmp_path, "score", pattern, "--rep", REP, "--jsonl")
    assert ran.code == 0
    assert [Path(one["file"]).name for one in lines(ran.out)] == ["a.vtt", "empty.vtt", "b.srt"]


def test_a_file_named_twice_is_scored_once(folder: Path, tmp_path: Path) -> None:
    file = str(folder / "a.vtt")
    ran = run_here(tmp_path, "score", file, str(folder), file, "--rep", REP, "--jsonl")
    assert len(lines(ran.out)) == 4


def test_a_folder_may_hold_calls_of_several_reps(folder: Path, tmp_path: Path) -> None:
    (folder / "ben.vtt").write_text(as_vtt([("Ben Oak" if w == REP else w, t) for w, t in GOOD]))
    asked = ("--rep", REP, "--rep", "Ben Oak")
    ran = run_here(tmp_path, "score", str(folder / "*.vtt"), *asked, "--jsonl")
    found = {Path(one["file"]).name: one["call"]["rep"] for one in lines(ran.out)}
    assert found == {"a.vtt": [REP], "ben.vtt": ["Ben Oak"], "empty.vtt": []}
    alone = run_here(tmp_path, "score", str(folder / "a.vtt"), *asked)
    assert (alone.code, "nobody speaks as “Ben Oak”" in alone.err) == (2, True)


def test_a_name_with_the_letters_of_a_pattern_is_itself(tmp_path: Path) -> None:
    file = tmp_path / "call [1].txt"
    file.write_text(as_text(GOOD))
    ran = run_here(tmp_path, "score", str(file), "--rep", REP, "--json")
    assert (ran.code, set(ran.json)) == (0, TOP)


def test_an_empty_path_is_refused_and_never_the_working_folder(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", "")
    assert (ran.code, ran.out) == (2, "")
    assert "the path is empty" in ran.err


def test_a_folder_without_transcripts_is_an_answer(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", str(tmp_path))
    assert (ran.code, ran.out.split(":")[0]) == (0, "Nothing to score")


def test_lines_and_one_document_exclude_each_other(folder: Path, tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", str(folder), "--jsonl", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "give one of --json and --jsonl" in ran.err


def test_an_unknown_rubric_is_said_once_and_nothing_is_read(folder: Path, tmp_path: Path) -> None:
    ran = run_here(tmp_path, "score", str(folder), "--rep", REP, "--rubric", "nope")
    assert (ran.code, ran.out, ran.err.count("there is no rubric nope")) == (2, "", 1)


def test_two_processes_print_the_same_bytes(folder: Path) -> None:
    """Whatever the seed of hashes: nothing in the output hangs on the order of a set."""
    (folder / "broken.json").unlink()
    command = [COMMAND, "score", str(folder), "--rep", REP, "--json"]
    clean = {k: v for k, v in os.environ.items() if not k.startswith("REPLOOP_")}
    outputs = [
        subprocess.run(
            command, capture_output=True, check=True, timeout=60,
            cwd=folder, env={**clean, "PYTHONHASHSEED": seed, "REPLOOP_DATA_DIR": str(folder)},
        ).stdout
        for seed in ("1", "4242")
    ]  # fmt: skip
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 5_000


def test_after_ctrl_c_what_was_done_is_shown(folder: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(400):
        (many / f"{number:03}.vtt").write_text(as_vtt(GOOD))
    clean = {k: v for k, v in os.environ.items() if not k.startswith("REPLOOP_")}
    process = subprocess.Popen(
        [COMMAND, "score", str(many), "--rep", REP, "--out", str(tmp_path / "out")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={**clean, "REPLOOP_DATA_DIR": str(folder)},
    )  # fmt: skip
    deadline = time.monotonic() + 30
    while not (tmp_path / "out" / "003.vtt.json").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    done = sum(str(many) in line for line in out.splitlines())
    assert 4 <= done < 400
    assert f"note: stopped: {done} of 400 files were done." in err


@pytest.mark.parametrize(
    ("form", "out"),
    [
        ((), ""),
        (("--json",), {"files": [], "stopped": True}),
    ],
)
def test_ctrl_c_before_the_first_file_is_done_says_that_it_was_stopped(
    form: tuple[str, ...], out: object, tmp_path: Path
) -> None:
    """The first file is a pipe that nobody writes to: it is being read when Ctrl-C comes."""
    pipe = tmp_path / "pipe.vtt"
    os.mkfifo(pipe)
    clean = {k: v for k, v in os.environ.items() if not k.startswith("REPLOOP_")}
    process = subprocess.Popen(
        [COMMAND, "score", str(pipe), str(tmp_path / "other.vtt"), *form],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={**clean, "REPLOOP_DATA_DIR": str(tmp_path)},
    )  # fmt: skip
    writer = os.open(pipe, os.O_WRONLY)  # waits until the file is opened for reading
    process.send_signal(signal.SIGINT)
    said, err = process.communicate(timeout=30)
    os.close(writer)
    assert process.returncode == 130
    assert "note: stopped: 0 of 2 files were done." in err
    found = {k: v for k, v in json.loads(said).items() if k != "totals"} if form else said
    assert found == out
