"""The smoothed difference, checked against the joint normal distribution solved outright."""

import math
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.skills import ProfileRules, TrendLabel
from scoring.proficiency import Filtered, Series, run_filter
from scoring.trend import label_of, smooth, trend

RULES = replace(ProfileRules(), outlier_sigmas=1e9, jump_evidence=math.inf)
"""A plain random walk: without outliers and jumps the joint distribution is known."""
Matrix = list[list[float]]


def solve(a: Matrix, b: Sequence[float]) -> list[float]:
    """Gaussian elimination with pivots: x with a x = b."""
    rows = [[*row, right] for row, right in zip(a, b, strict=True)]
    n = len(rows)
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i], strict=True)]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def by_joint_distribution(
    series: Series, noises: Sequence[float], start: float, day: float
) -> tuple[float, float]:
    """Mean and variance of theta(day) - theta(start) given all calls, without any filter."""

    def walk(s: float, t: float) -> float:
        return RULES.prior_variance + RULES.drift_per_day * min(s, t)

    n = len(series)
    gram = [
        [walk(s, t) + (noises[i] if i == j else 0.0) for j, t in enumerate(series.days)]
        for i, s in enumerate(series.days)
    ]
    cross = [walk(day, t) - walk(start, t) for t in series.days]
    weights = solve(gram, cross)
    mean = sum(weights[i] * (series.scores[i] - RULES.prior_mean) for i in range(n))
    own = walk(day, day) + walk(start, start) - 2 * walk(day, start)
    return mean, own - sum(w * c for w, c in zip(weights, cross, strict=True))


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.floats(0.01, 12.0), st.floats(20.0, 95.0), st.integers(1, 4)),
        min_size=4,
        max_size=12,
    ),
    st.floats(0.0, 20.0),
    st.floats(0.0, 1.0),
)
def test_change_and_error_are_those_of_the_joint_distribution(
    calls: list[tuple[float, float, int]], wait: float, share: float
) -> None:
    days, total = [], 0.0
    for gap, _, _ in calls:
        days.append(total)
        total += gap
    series = Series(days, [c[1] for c in calls], [c[2] for c in calls])
    filtered = run_filter(series, RULES)
    day = days[-1] + wait
    longest = day - days[2]
    window = max(1, int(longest * share))
    if window > longest:
        return
    found = trend(filtered, smooth(filtered, day, RULES), day, RULES, days=window)
    mean, variance = by_joint_distribution(series, filtered.noises, day - window, day)
    assert found.change == pytest.approx(mean, abs=1e-7)
    assert found.standard_error == pytest.approx(math.sqrt(variance), abs=1e-6)


def of(scores: Sequence[float], every: float = 3.0, rules: ProfileRules = RULES) -> Filtered:
    days = [every * i for i in range(len(scores))]
    return run_filter(Series(days, scores, [3] * len(scores)), rules)


def test_a_trend_is_unknown_until_three_calls_lie_before_the_window() -> None:
    filtered = of([60.0] * 12)  # days 0, 3, 6, …, 33
    smoothed = smooth(filtered, 35.0, RULES)
    unknown = trend(filtered, smoothed, 35.0, RULES, days=30)  # starts on day 5: 2 calls
    assert (unknown.label, unknown.change, unknown.standard_error) == (
        TrendLabel.UNKNOWN,
        None,
        None,
    )
    known = trend(filtered, smooth(filtered, 36.0, RULES), 36.0, RULES, days=30)
    assert known.label is TrendLabel.STEADY


def test_a_real_rise_is_called_improving_and_a_fall_declining() -> None:
    rise = [45.0] * 30 + [80.0] * 30
    up = of(rise, every=2.0)
    down = of(rise[::-1], every=2.0)
    assert trend(up, smooth(up, 118.0, RULES), 118.0, RULES, days=90).label is TrendLabel.IMPROVING
    label = trend(down, smooth(down, 118.0, RULES), 118.0, RULES, days=90).label
    assert label is TrendLabel.DECLINING


def test_smoothing_leaves_the_present_as_it_is() -> None:
    filtered = of([50.0, 70.0, 90.0, 40.0])
    smoothed = smooth(filtered, 9.0, RULES)
    assert smoothed.levels[-1] == smoothed.levels[-2] == filtered.levels[-1]


def test_hindsight_is_never_less_sure_than_the_moment_was() -> None:
    filtered = of([50.0, 70.0, 90.0, 40.0, 66.0])
    smoothed = smooth(filtered, 30.0, RULES)
    pairs = zip(smoothed.variances[:-1], filtered.variances, strict=True)
    assert all(later <= then + 1e-12 for later, then in pairs)


@pytest.mark.parametrize(
    ("change", "error", "label"),
    [
        (1.99, 0.1, TrendLabel.STEADY),
        (2.0, 1.0, TrendLabel.IMPROVING),
        (-2.0, 1.0, TrendLabel.DECLINING),
        (6.0, 4.7, TrendLabel.STEADY),
        (6.0, 4.6, TrendLabel.IMPROVING),
        (3.0, 0.0, TrendLabel.IMPROVING),
    ],
)
def test_a_word_needs_two_points_and_a_probability_of_090(
    change: float, error: float, label: TrendLabel
) -> None:
    assert label_of(change, error, RULES) is label
