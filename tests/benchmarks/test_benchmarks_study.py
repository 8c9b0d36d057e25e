"""The statistics' benchmark says what is missing, and reads every verdict."""

from pathlib import Path

import pytest

from benchmarks import study
from benchmarks.figures import QUICK


def test_without_companies_it_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPLOOP_DATA_SAMPLES", str(tmp_path))
    section = study.measure(QUICK)
    assert list(section.rows) == []
    assert str(tmp_path / "study") in section.notes[0]


def test_verdicts_are_read_and_other_lines_passed_over() -> None:
    printed = """{
 "proficiency": {"rmse": 2.67}
}
PASS  proficiency.rmse    2.67 <= 2.8
FAIL  proficiency.cover90 0.8 in [0.87, 0.94]
FAIL  outcomes.power      None >= 0.4
"""
    assert study.verdicts(printed) == {
        "proficiency.rmse": (2.67, "<= 2.8", True),
        "proficiency.cover90": (0.8, "in [0.87, 0.94]", False),
    }
