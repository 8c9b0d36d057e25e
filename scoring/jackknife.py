"""Intervals by call: leave one call out at a time and see how far a figure moves.

Ratings of one call belong together, so the call is what is resampled. Leaving out is chosen
over drawing at random because the same labels must give the same interval, and the same
verdict, on every machine.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean
from typing import TypeVar

CONFIDENCE = 0.95
_ALMOST_ONE = 1.0 - 1e-9

Call = TypeVar("Call")
Statistic = Callable[[Sequence[Call]], float | None]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval, its standard error, and the calls behind it."""

    value: float
    low: float
    high: float
    error: float
    calls: int


def interval(statistic: Statistic[Call], calls: Sequence[Call]) -> Estimate | None:
    """A mean-like figure with ``value +- t se``.

    ``se^2 = (n - 1) / n sum (f_i - mean f)^2`` over the figures ``f_i`` without call ``i``;
    ``t`` has ``n - 1`` degrees of freedom. ``None`` where the figure is undefined; an
    infinite interval with fewer than three calls, or if it hangs on a single one.

    Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 11.
    """
    value = statistic(calls)
    if value is None:
        return None
    error = _error(statistic, calls)
    half = t_quantile(len(calls) - 1) * error
    return Estimate(value, value - half, value + half, error, len(calls))


def coefficient_interval(statistic: Statistic[Call], calls: Sequence[Call]) -> Estimate | None:
    """The same for a coefficient in -1..1, on Fisher's scale, so that it stays below 1.

    ``tanh(atanh r +- t se / (1 - r^2))``: the error is carried to the scale on which such
    figures are spread evenly, and the ends are carried back.
    """
    value = statistic(calls)
    if value is None:
        return None
    error = _error(statistic, calls)
    if not error:
        return Estimate(value, value, value, 0.0, len(calls))
    inside = min(max(value, -_ALMOST_ONE), _ALMOST_ONE)
    half = t_quantile(len(calls) - 1) * error / (1.0 - inside * inside)
    middle = math.atanh(inside)
    low, high = math.tanh(middle - half), math.tanh(middle + half)
    return Estimate(value, low, high, error, len(calls))


def _error(statistic: Statistic[Call], calls: Sequence[Call]) -> float:
    if len(calls) < 3:
        return math.inf
    without = [statistic([*calls[:i], *calls[i + 1 :]]) for i in range(len(calls))]
    figures = [figure for figure in without if figure is not None]
    if len(figures) < len(without):
        return math.inf
    middle = fmean(figures)
    return math.sqrt((len(calls) - 1) / len(calls) * sum((f - middle) ** 2 for f in figures))


def t_quantile(freedom: int, confidence: float = CONFIDENCE) -> float:
    """How many standard errors a two-sided interval of Student's t reaches.

    An expansion in ``1 / freedom`` around the normal quantile; with three degrees of freedom
    or more it is off by less than one percent (at 95 %). Infinite below one.

    Source: Abramowitz & Stegun (1964), 26.7.5.
    """
    if freedom < 1:
        return math.inf
    z = NormalDist().inv_cdf(0.5 + confidence / 2.0)
    terms = (
        (z**3 + z) / 4.0,
        (5.0 * z**5 + 16.0 * z**3 + 3.0 * z) / 96.0,
        (3.0 * z**7 + 19.0 * z**5 + 17.0 * z**3 - 15.0 * z) / 384.0,
    )
    return z + sum(term / float(freedom) ** (power + 1) for power, term in enumerate(terms))
