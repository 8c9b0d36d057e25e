"""Change over a window, with its error: the difference of the level in hindsight.

The filter knows the past only as it looked then. The Rauch-Tung-Striebel smoother goes
back over it with everything known since (Rauch, Tung and Striebel 1965, AIAA J. 3:1445).
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from domain.skills import ProfileRules, Trend, TrendLabel
from scoring.proficiency import Filtered
from scoring.tiers import probability_at_least

MIN_CALLS_BEFORE = 3
"""Scored calls that must lie before the window, or there is nothing to compare with."""


@dataclass(frozen=True, slots=True)
class Smoothed:
    """The level at each call as it looks on ``day``, the last entry being ``day`` itself."""

    levels: Sequence[float]
    variances: Sequence[float]
    carry: Sequence[float]
    """Product of the gains from each entry to the end: covariance with the end / its variance."""


def smooth(filtered: Filtered, day: float, rules: ProfileRules) -> Smoothed:
    """Go back from ``day`` (on or after the last call) over all calls.

    ``G = V / (V + q D)``, ``Ms = M + G (Ms' - M)``, ``Vs = V + G^2 (Vs' - V - q D)``, where
    a dash is the entry after and ``q D`` what was added in between, a jump included.
    Without a call there is only the prior.
    """
    level, variance = filtered.at(day, rules)
    levels, variances, carry = [level], [variance], [1.0]
    last = filtered.days[-1] if filtered.days else day
    grown_after = [*filtered.added[1:], rules.drift_per_day * (day - last)]
    for i in range(len(filtered.days) - 1, -1, -1):
        grown = grown_after[i]
        gain = filtered.variances[i] / (filtered.variances[i] + grown)
        level = filtered.levels[i] + gain * (level - filtered.levels[i])
        variance = filtered.variances[i] + gain * gain * (variance - filtered.variances[i] - grown)
        levels.append(level)
        variances.append(variance)
        carry.append(carry[-1] * gain)
    return Smoothed(levels[::-1], variances[::-1], carry[::-1])


def trend(
    filtered: Filtered,
    smoothed: Smoothed,
    day: float,
    rules: ProfileRules,
    *,
    days: int,
    start: float | None = None,
    inflation: float = 1.0,
) -> Trend:
    """Change of the level over the last ``days`` up to ``day``, in points.

    ``change = Ms(t) - Ms(t - W)`` with variance ``Vs(t) + Vs(t - W) - 2 Vs(t) prod G``.
    Unknown, without figures, if fewer than three scored calls lie before ``t - W``.
    ``start`` is ``t - W`` where the series counts drift rather than days; the variance is
    multiplied with ``inflation``.
    """
    start = day - days if start is None else start
    known = bisect_right(filtered.days, start)
    if known < MIN_CALLS_BEFORE:
        return Trend(days=days, change=None, standard_error=None, label=TrendLabel.UNKNOWN)
    level, variance, carry = _between(filtered, smoothed, (start, day), known, rules)
    end = smoothed.variances[-1]
    change = smoothed.levels[-1] - level
    error = math.sqrt(max(0.0, end + variance - 2.0 * end * carry) * inflation)
    return Trend(
        days=days, change=change, standard_error=error, label=label_of(change, error, rules)
    )


def label_of(change: float, standard_error: float, rules: ProfileRules) -> TrendLabel:
    """Improving or declining only where sign and size are carried by the data, else steady."""
    if abs(change) < rules.trend_min_change:
        return TrendLabel.STEADY
    if standard_error > 0.0:
        sure = probability_at_least(0.0, abs(change), standard_error)
        if sure < rules.trend_probability:
            return TrendLabel.STEADY
    return TrendLabel.IMPROVING if change > 0 else TrendLabel.DECLINING


def _between(
    filtered: Filtered,
    smoothed: Smoothed,
    window: tuple[float, float],
    known: int,
    rules: ProfileRules,
) -> tuple[float, float, float]:
    """Smoothed level, variance and carry at a moment without a call, after ``known`` calls."""
    start, day = window
    drift = rules.drift_per_day
    level = filtered.levels[known - 1]
    variance = filtered.variances[known - 1] + drift * (start - filtered.days[known - 1])
    if known < len(filtered.days):  # a jump belongs to the call that showed it
        waited = drift * (start - filtered.days[known - 1])
        grown = filtered.added[known] - waited
    else:
        grown = drift * (day - start)
    gain = variance / (variance + grown)
    return (
        level + gain * (smoothed.levels[known] - level),
        variance + gain * gain * (smoothed.variances[known] - variance - grown),
        gain * smoothed.carry[known],
    )
