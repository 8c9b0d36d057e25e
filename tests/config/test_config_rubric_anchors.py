"""Levels of the newest shipped rubrics that once fitted the same call."""

import pytest

from domain.rubrics import Criterion
from scoring.builtin.balance import read_balance
from tests.scoring.talks import RUBRICS, conversation, talk

NEWEST = [RUBRICS.named(name) for name in sorted({one.name for one in RUBRICS.rubrics})]
SIZES = [c for rubric in NEWEST for c in rubric.criteria if c.reader == "impact"]
TURNS = 8


def words(count: int) -> str:
    return " ".join(["word"] * count) + "."


@pytest.mark.parametrize("criterion", SIZES, ids=lambda c: c.id)
def test_a_figure_is_passed_over_unasked_or_left_after_a_question(criterion: Criterion) -> None:
    assert "a figure for it unasked and the rep passes over it" in criterion.anchors[0]
    assert criterion.anchors[2].startswith("In answer to a question the buyer gives one figure")


def test_all_who_size_a_problem_are_told_apart_the_same_way() -> None:
    assert len(SIZES) == 5
    assert len({(c.anchors[0], *c.anchors[2:]) for c in SIZES}) == 1


@pytest.mark.parametrize(("times", "level"), [(3.3, 1), (3.7, 0)])
def test_the_built_in_grader_hears_a_lecture_where_the_anchor_does(
    times: float, level: int
) -> None:
    balance = next(c for c in RUBRICS.named("discovery").criteria if c.id == "balance")
    assert "more than three and a half times as many words" in balance.anchors[0]
    exchange = f"R: {words(round(10 * times))}\nB: {words(10)}\n"
    assert read_balance(conversation(talk(exchange * TURNS))).level == level
