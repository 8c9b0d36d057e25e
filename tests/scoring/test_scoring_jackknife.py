"""Intervals by leaving one call out."""

import math
import random
from statistics import fmean, stdev

import pytest

from scoring.agreement import weighted_kappa
from scoring.jackknife import coefficient_interval, interval, t_quantile

VALUES = [1.0, 2.0, 4.0, 7.0, 11.0]


def mean(values: object) -> float | None:
    return fmean(values) if values else None  # type: ignore[arg-type]


def test_of_a_mean_it_is_students_interval() -> None:
    found = interval(mean, VALUES)
    assert found is not None
    assert found.error == pytest.approx(stdev(VALUES) / math.sqrt(5))
    assert found.high - found.value == pytest.approx(2.776 * found.error, rel=5e-3)
    assert (found.value, found.calls) == (5.0, 5)


@pytest.mark.parametrize(
    ("freedom", "published"), [(3, 3.182), (5, 2.571), (10, 2.228), (30, 2.042), (200, 1.972)]
)
def test_the_quantile_is_that_of_the_printed_table(freedom: int, published: float) -> None:
    assert t_quantile(freedom) == pytest.approx(published, rel=0.01)


def test_two_calls_tell_nothing_of_a_spread() -> None:
    found = interval(mean, [1.0, 3.0])
    assert found is not None
    assert (found.low, found.high) == (-math.inf, math.inf)


def test_what_is_undefined_has_no_interval() -> None:
    assert interval(mean, []) is None
    assert coefficient_interval(weighted_kappa, [(2.0, 2.0)] * 9) is None


def test_a_coefficient_that_hangs_on_one_call_is_not_known_at_all() -> None:
    found = coefficient_interval(weighted_kappa, [(2.0, 2.0)] * 9 + [(3.0, 3.0)])
    assert found is not None
    assert (found.low, found.high) == (-1.0, 1.0)


def test_a_coefficient_stays_within_its_bounds() -> None:
    found = coefficient_interval(weighted_kappa, [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3), (0, 1)])
    assert found is not None
    assert -1 < found.low < found.value < found.high < 1


def _rated(rng: random.Random) -> tuple[float, float]:
    true = rng.gauss(2.1, 1.0)
    first, second = (round(true + rng.gauss(0, 0.7)) for _ in range(2))
    return float(min(4, max(0, first))), float(min(4, max(0, second)))


@pytest.mark.slow
def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    rng = random.Random(5)
    truth = weighted_kappa([_rated(rng) for _ in range(100_000)])
    assert truth is not None
    held = 0
    for _ in range(400):
        found = coefficient_interval(weighted_kappa, [_rated(rng) for _ in range(30)])
        held += found is not None and found.low <= truth <= found.high
    assert 0.92 <= held / 400 <= 0.98
