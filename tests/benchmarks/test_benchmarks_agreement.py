"""How agreement with labels is counted."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import signals
from benchmarks.agreement import auc, f1, interval, pearson, spearman
from benchmarks.figures import QUICK
from benchmarks.labelled import TASKS, Task, bare, folder, items_of
from benchmarks.lessons import held_out, studied
from scoring.builtin.turn_signals import learned

PAIRS = [(1.0, 0.9), (1.0, 0.4), (0.0, 0.6), (0.0, 0.1)]


def test_f1_weighs_what_is_found_against_what_is_missed() -> None:
    assert f1(PAIRS, 0.5) == 0.5


def test_f1_of_nothing_found_is_zero() -> None:
    assert f1([(0.0, 0.1)], 0.5) == 0.0


def test_auc_is_the_chance_that_a_labelled_turn_stands_higher() -> None:
    assert auc(PAIRS) == 0.75
    assert auc([(1.0, 0.5), (0.0, 0.5)]) == 0.5
    assert auc([(1.0, 0.5)]) == 0.5


def test_spearman_looks_at_order_alone() -> None:
    assert spearman([(1, 10), (2, 100), (3, 1000)]) == pytest.approx(1.0)
    assert spearman([(1, 3), (2, 2), (3, 1)]) == pytest.approx(-1.0)
    assert spearman([(1, 5), (2, 5)]) == 0.0


def test_pearson_is_one_on_a_line_and_zero_where_nothing_varies() -> None:
    assert pearson([(1, 2), (2, 4), (3, 6)]) == pytest.approx(1.0)
    assert pearson([(1, 2), (1, 4)]) == 0.0


def test_an_interval_draws_conversations_and_holds_the_figure() -> None:
    items = [(str(i // 2), float(i % 2), (i % 7) / 7) for i in range(40)]
    at, low, high = interval(items, auc, 50)
    assert low <= at <= high
    assert interval([], auc, 50) == []


def test_bare_text_is_what_raw_recognition_writes() -> None:
    assert bare("Don't you - really?\nYES!") == "don't you really yes"


def test_without_the_conversations_the_section_says_why_it_is_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPLOOP_DATA_SAMPLES", str(tmp_path))
    section = signals.measure(QUICK)
    assert not section.rows
    assert "skipped: no folder" in section.notes[0]


@pytest.mark.slow
@pytest.mark.skipif(not folder().is_dir(), reason="no labelled conversations on this machine")
def test_every_label_is_measured_with_and_without_punctuation() -> None:
    section = signals.measure(replace(QUICK, scale=0.01))
    assert {row[0] for row in section.rows} == {
        name for t in TASKS for name in (t.name, f"{t.name}, bare")
    }


REPEATABLE = [t for t in TASKS if t.source != "lend_an_ear"]
"""Of Lend an Ear's crowd one worker hardly knows what another will quote: nothing to test by."""


@pytest.mark.slow
@pytest.mark.skipif(not folder().is_dir(), reason="no labelled conversations on this machine")
@pytest.mark.parametrize("task", REPEATABLE, ids=lambda t: t.name)
@pytest.mark.parametrize("punctuated", [True, False])
def test_the_reader_orders_turns_better_than_the_floor(task: Task, punctuated: bool) -> None:
    items = [i for i in items_of(task, punctuated=punctuated) if held_out(i.talk)]
    figure = spearman if task.ranked else auc
    ours = figure([(i.truth, i.ours) for i in items])
    assert ours > figure([(i.truth, i.floor) for i in items])


@pytest.mark.slow
@pytest.mark.skipif(not folder().is_dir(), reason="no labelled conversations on this machine")
@pytest.mark.parametrize(
    ("name", "least"), [("question", 0.93), ("open_question", 0.9), ("reflection", 0.78)]
)
def test_held_out_turns_are_told_apart_as_we_labelled_them(name: str, least: float) -> None:
    pairs = [
        (float(turn.known[name]), learned(turn.features)[name])
        for lesson, _, turns in studied("ours") if held_out(lesson.id)
        for turn in turns if name in turn.known and turn.pieces
    ]  # fmt: skip
    assert auc(pairs) > least
