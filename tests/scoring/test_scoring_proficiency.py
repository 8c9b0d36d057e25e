"""The filter: exact values by hand, and what holds for any series of calls."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.skills import ProfileRules
from scoring.proficiency import Series, bounded_noise, effective_calls, run_filter

RULES = ProfileRules()
STILL = replace(RULES, drift_per_day=0.0, outlier_sigmas=1e9)


def filtered(*calls: tuple[float, float, int], rules: ProfileRules = RULES):  # type: ignore[no-untyped-def]
    days, scores, criteria = zip(*calls, strict=True) if calls else ((), (), ())
    return run_filter(Series(days, scores, criteria), rules)


def test_noise_is_one_at_a_level_of_65() -> None:
    assert bounded_noise(65.0) == 1.0


@pytest.mark.parametrize(("level", "same_as"), [(0.0, 8.0), (3.0, 8.0), (99.0, 95.0)])
def test_noise_near_the_bounds_of_the_scale_is_that_of_8_and_95(
    level: float, same_as: float
) -> None:
    assert bounded_noise(level) == same_as * (100 - same_as) / 2275


def test_one_call_moves_the_prior_by_the_gain_of_the_formula() -> None:
    found = filtered((0.0, 80.0, 2))
    noise = (42 + 200 / 2) * 60 * 40 / 2275
    gain = 100 / (100 + noise)
    assert found.levels[0] == pytest.approx(60 + gain * 20, abs=1e-12)
    assert found.variances[0] == pytest.approx(100 * (1 - gain), abs=1e-12)


def test_two_calls_ten_days_apart_drift_in_between() -> None:
    found = filtered((0.0, 70.0, 4), (10.0, 62.0, 1))
    first = (42 + 50) * 60 * 40 / 2275
    plain = 100 / (100 + 42 + 50)  # the first pass takes V = 1
    forecast = 60 + plain * 10
    gain = 100 / (100 + first)
    level, variance = 60 + gain * 10, 100 * (1 - gain) + 1.5
    second = 242 * forecast * (100 - forecast) / 2275
    gain = variance / (variance + second)
    assert found.levels[1] == pytest.approx(level + gain * (62 - level), abs=1e-12)
    assert found.variances[1] == pytest.approx(variance * (1 - gain), abs=1e-12)


def test_a_call_beyond_the_outlier_bound_counts_for_less() -> None:
    calls = [(float(i), 75.0, 3) for i in range(30)] + [(30.0, 0.0, 3)]
    robust = filtered(*calls)
    trusting = filtered(*calls, rules=replace(RULES, outlier_sigmas=1e9))
    assert robust.levels[29] == pytest.approx(trusting.levels[29], abs=1e-9)
    assert robust.levels[30] > trusting.levels[30] + 1.0
    assert robust.variances[30] > trusting.variances[30]


def test_a_call_within_the_outlier_bound_counts_in_full() -> None:
    assert filtered((0.0, 75.0, 3)) == filtered(
        (0.0, 75.0, 3), rules=replace(RULES, outlier_sigmas=1e9)
    )


def test_waiting_adds_drift_to_the_variance_and_leaves_the_level() -> None:
    found = filtered((0.0, 80.0, 2))
    level, variance = found.at(40.0, RULES)
    assert level == found.levels[0]
    assert variance == pytest.approx(found.variances[0] + 6.0, abs=1e-12)


def test_without_calls_the_prior_is_what_is_known() -> None:
    assert filtered().at(0.0, RULES) == (60.0, 100.0)
    assert effective_calls(filtered(), 0.0, RULES) == 0.0


def test_without_drift_every_call_counts_as_one() -> None:
    found = filtered(*[(float(i), 50.0 + 3 * i, 1 + i % 3) for i in range(8)], rules=STILL)
    assert effective_calls(found, 8.0, STILL) == pytest.approx(8.0, abs=1e-9)


def test_calls_long_ago_count_for_less() -> None:
    found = filtered(*[(float(i), 70.0, 3) for i in range(8)])
    assert effective_calls(found, 8.0, RULES) > effective_calls(found, 200.0, RULES) + 2.0


def test_more_criteria_make_a_call_surer() -> None:
    assert filtered((0.0, 70.0, 6)).variances[0] < filtered((0.0, 70.0, 1)).variances[0]


CALLS = st.lists(
    st.tuples(st.floats(0.0, 9.0), st.floats(0.0, 100.0), st.integers(1, 6)),
    min_size=1,
    max_size=25,
)


def in_time(calls: list[tuple[float, float, int]]) -> Series:
    days, total = [], 0.0
    for gap, _, _ in calls:
        days.append(total)
        total += gap
    return Series(days, [c[1] for c in calls], [c[2] for c in calls])


@given(CALLS)
def test_levels_stay_on_the_scale_and_errors_are_positive(
    calls: list[tuple[float, float, int]],
) -> None:
    found = run_filter(in_time(calls), RULES)
    assert all(-1e-9 <= level <= 100.0 + 1e-9 for level in found.levels)
    assert all(v > 0.0 and math.isfinite(v) for v in found.variances)


@given(CALLS)
def test_effective_calls_are_never_more_than_the_calls(
    calls: list[tuple[float, float, int]],
) -> None:
    series = in_time(calls)
    effective = effective_calls(run_filter(series, RULES), series.days[-1], RULES)
    assert 0.0 <= effective <= len(calls) + 1e-6


@given(CALLS, st.integers(1, 25))
def test_what_was_known_after_a_call_does_not_depend_on_later_calls(
    calls: list[tuple[float, float, int]], first: int
) -> None:
    series = in_time(calls)
    whole = run_filter(series, RULES)
    part = run_filter(
        Series(series.days[:first], series.scores[:first], series.criteria[:first]), RULES
    )
    assert list(part.levels) == list(whole.levels[:first])
    assert list(part.variances) == list(whole.variances[:first])


def every(days: float, *scores: float) -> Series:
    """One call every so many days, of two criteria each."""
    return Series([days * i for i in range(len(scores))], scores, [2] * len(scores))


def test_a_rep_who_changes_at_once_is_believed_after_some_calls() -> None:
    before, after = [20.0] * 6, [95.0] * 6
    levels = run_filter(every(5.0, *before, *after), RULES).levels
    assert levels[5] < 45.0
    assert levels[6] - levels[5] < 12.0  # one call alone may be an outlier
    assert levels[-1] > 80.0


def test_one_odd_call_among_steady_ones_moves_little_and_is_no_jump() -> None:
    steady = run_filter(every(3.0, *[80.0] * 10), RULES)
    odd = run_filter(every(3.0, *[80.0] * 5, 5.0, *[80.0] * 4), RULES)
    assert steady.levels[-1] - odd.levels[-1] < 6.0
    assert max(odd.added) < RULES.jump_variance
