"""Role-plays tell of the level without being taken for live calls."""

import math

import pytest

from domain.skills import ProfileRules
from scoring.proficiency import Series, run_filter

RULES = ProfileRules()


def level(scores: list[float], practice: list[bool]) -> tuple[float, float]:
    days = [float(i) for i in range(len(scores))]
    found = run_filter(Series(days, scores, [3] * len(scores), practice), RULES)
    return found.levels[-1], found.variances[-1]


def test_live_calls_alone_give_what_they_gave_without_a_word_of_practice() -> None:
    scores = [50.0, 61.0, 58.0, 70.0, 66.0]
    plain = run_filter(Series([0, 1, 2, 3, 4], scores, [3] * 5), RULES)
    marked = run_filter(Series([0, 1, 2, 3, 4], scores, [3] * 5, [False] * 5, [1] * 5), RULES)
    assert plain.levels == marked.levels
    assert plain.variances == marked.variances


def test_a_rep_who_shines_in_practice_alone_is_not_lifted_by_it() -> None:
    live = [55.0, 56.0, 54.0, 55.0] * 5
    played = [67.0, 69.0] * 10
    pooled, _ = level(live + played, [False] * 40)
    apart, _ = level(live + played, [False] * 20 + [True] * 20)
    assert pooled > 62.0
    assert apart == pytest.approx(55.0, abs=3.5)


def test_practice_still_tells_something_of_a_rep_without_live_calls() -> None:
    found, variance = level([85.0] * 6, [True] * 6)
    assert found > 65.0
    assert variance < RULES.prior_variance
    assert variance > level([85.0] * 6, [False] * 6)[1]


def test_calls_of_one_deal_count_for_less_than_calls_of_several() -> None:
    days, scores = [0.0, 1.0, 2.0], [80.0, 80.0, 80.0]
    apart = run_filter(Series(days, scores, [3] * 3, (), [1, 1, 1]), RULES)
    same = run_filter(Series(days, scores, [3] * 3, (), [1, 2, 3]), RULES)
    assert math.sqrt(same.variances[-1]) > math.sqrt(apart.variances[-1])
