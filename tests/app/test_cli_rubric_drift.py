"""`reploop rubric drift`: kept levels are replaced on purpose only, and never by nothing."""

import json
from pathlib import Path

import pytest

from tests.app.cli_runs import Ran, run_here
from tests.app.cli_talk import REP, written_calls

pytestmark = pytest.mark.slow  # `make check` has to stay quick
KEYS = {
    "rubric", "grader", "kept_at", "alarm", "changed_calls", "lost", "gained", "calls", "edited",
    "not_graded", "usage", "criteria", "kept",
}  # fmt: skip


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    folder = tmp_path / "calls"
    folder.mkdir()
    return written_calls(folder, 4)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept.json"


def drift(kept: Path, calls: Path, *options: str) -> Ran:
    return run_here(
        kept.parent, "rubric", "drift", "discovery", "--calls", str(calls), "--rep", REP,
        "--baseline", str(kept), "--grader", "builtin", *options,
    )  # fmt: skip


def test_every_run_prints_the_same_keys(calls: Path, kept: Path) -> None:
    first, second = drift(kept, calls, "--json"), drift(kept, calls, "--json")
    assert set(first.json) == set(second.json) == KEYS
    assert (first.json["kept"], first.json["calls"], first.json["criteria"]) == (4, 0, [])
    assert (second.json["kept"], second.json["calls"]) == (0, 4)
    assert first.json["kept_at"] == second.json["kept_at"]


def test_levels_are_not_replaced_by_none(calls: Path, kept: Path) -> None:
    drift(kept, calls)
    before = kept.read_bytes()
    for file in calls.iterdir():
        file.write_bytes(b"\0")
    ran = drift(kept, calls, "--keep", "--fewer", "--json")
    assert (ran.code, ran.json["kept"], len(ran.json["not_graded"])) == (1, 0, 4)
    assert kept.read_bytes() == before


def test_nothing_is_kept_of_a_first_run_that_graded_nothing(calls: Path, kept: Path) -> None:
    for file in calls.iterdir():
        file.write_bytes(b"\0")
    ran = drift(kept, calls)
    assert (ran.code, kept.exists()) == (1, False)
    assert "no call could be graded" in ran.out


def test_levels_are_replaced_by_fewer_only_if_one_says_so(calls: Path, kept: Path) -> None:
    drift(kept, calls)
    before = kept.read_bytes()
    (calls / "discovery-01.txt").write_bytes(b"\0")
    ran = drift(kept, calls, "--keep")
    assert (ran.code, kept.read_bytes() == before) == (1, True)
    assert "it holds the levels of 4 calls, and these are 3" in ran.out
    assert drift(kept, calls, "--keep", "--fewer").code == 0
    assert len(json.loads(kept.read_text())["calls"]) == 3


def test_fewer_calls_are_refused_before_any_is_graded(calls: Path, kept: Path) -> None:
    drift(kept, calls)
    (calls / "discovery-01.txt").unlink()
    ran = drift(kept, calls, "--keep")
    assert (ran.code, ran.out) == (1, "")
    assert "--fewer" in ran.err


def test_a_file_that_holds_no_levels_is_not_written_over(calls: Path, kept: Path) -> None:
    kept.write_text("mine")
    ran = drift(kept, calls, "--keep")
    assert (ran.code, kept.read_text()) == (1, "mine")
    assert "or the name of a new one" in ran.err


def test_a_bridge_may_keep_the_new_levels_once_the_step_is_measured(
    calls: Path, kept: Path
) -> None:
    drift(kept, calls)
    old = json.loads(kept.read_text())
    old["grader"] = {"name": "model", "version": "old"}
    kept.write_text(json.dumps(old))
    ran = drift(kept, calls, "--bridge", "--keep", "--json")
    assert (ran.code, ran.json["calls"], ran.json["kept"]) == (0, 4, 4)
    assert ran.json["old_grader"] == old["grader"]
    assert json.loads(kept.read_text())["grader"]["name"] == "builtin"


def test_a_bridge_alone_keeps_nothing(calls: Path, kept: Path) -> None:
    drift(kept, calls)
    before = kept.read_bytes()
    assert drift(kept, calls, "--bridge", "--json").json["kept"] == 0
    assert kept.read_bytes() == before


def test_a_folder_is_no_place_for_levels(calls: Path, tmp_path: Path) -> None:
    ran = drift(tmp_path, calls)
    assert ran.code == 2
    assert "is a folder: name a file" in ran.err
