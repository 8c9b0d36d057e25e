"""``reploop rubric list`` and ``lint``, and ``reploop study``, as they are typed."""

from pathlib import Path

from tests.app.cli_runs import run_here

METHODOLOGIES = {"meddic", "bant", "spin", "spiced", "gap", "challenger", "sandler"}


def test_the_list_names_every_rubric_with_what_the_builtin_grader_proves(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "rubric", "list", "--json")
    assert ran.code == 0
    found = {one["name"]: one["builtin"] for one in ran.json["rubrics"]}
    assert found.keys() >= METHODOLOGIES
    assert found["discovery"] == 12


def test_the_shipped_rubrics_pass_their_own_linter(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "rubric", "lint", "--json")
    assert (ran.code, ran.json["findings"]) == (0, [])


def test_a_rubric_that_does_not_exist_is_answered_with_those_that_do(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "rubric", "lint", "medic")
    assert ran.code == 2
    assert "meddic" in ran.err


def test_a_study_without_its_files_names_the_first_that_is_missing(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "study", str(tmp_path), "--out", str(tmp_path / "out"))
    assert ran.code == 1
    assert "org.json" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_file_where_the_tables_should_go_is_named(tmp_path: Path) -> None:
    (tmp_path / "org.json").write_text('{"days": 7, "skills": [], "criteria": []}', "utf-8")
    for name, columns in (
        ("reps", "rep_id,start_day,end_day"),
        ("calls", "call_id,rep_id,day,started_at,source,call_type,deal_id"),
        ("score_events", "arrived_day,op,call_id,criterion_id,score,judge_version"),
    ):
        (tmp_path / f"{name}.csv").write_text(columns + "\n", "utf-8")
    ran = run_here(tmp_path, "study", str(tmp_path), "--out", str(tmp_path / "org.json"))
    assert ran.code == 1
    assert "Give a folder for the tables" in ran.err
