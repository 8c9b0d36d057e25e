"""From noisy scores of calls to a level with its variance: a local-level Kalman filter.

The level of one rep in one skill is a random walk; a call shows it with noise.
Why this and not a half-life mean: ``docs/adr/0007-proficiency-and-replay.md``.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from domain.skills import ProfileRules

_V_UNIT = 2275.0
"""Makes ``bounded_noise`` 1 at a level of 65 (65 * 35), where the variances were measured."""
_V_LOWEST, _V_HIGHEST = 8.0, 95.0


@dataclass(frozen=True, slots=True)
class Series:
    """The scored calls of one rep and skill in time order; three columns of equal length."""

    days: Sequence[float]
    """Days since the first call, never falling."""
    scores: Sequence[float]
    """0-100."""
    criteria: Sequence[int]
    """Scored criteria behind each score, at least 1."""

    def __len__(self) -> int:
        return len(self.days)


@dataclass(frozen=True, slots=True)
class Filtered:
    """What was known right after each call, in the order of the series."""

    days: Sequence[float]
    levels: Sequence[float]
    """0-100."""
    variances: Sequence[float]
    """Points squared."""
    noises: Sequence[float]
    """Variance of each call's score around the level, before any downweighting."""

    def at(self, day: float, rules: ProfileRules) -> tuple[float, float]:
        """Level and variance on ``day``, on or after the last call; the prior without calls."""
        if not self.days:
            return rules.prior_mean, rules.prior_variance
        waited = day - self.days[-1]
        return self.levels[-1], self.variances[-1] + rules.drift_per_day * waited


def bounded_noise(level: float) -> float:
    """How noisy scores are at this level (0-100) relative to 65: ``V(m) = m (100 - m) / 2275``.

    Scores near a bound of the scale vary less; ``m`` is clipped to 8..95 so that no call
    is ever taken as nearly exact.
    """
    m = min(max(level, _V_LOWEST), _V_HIGHEST)
    return m * (100.0 - m) / _V_UNIT


def run_filter(series: Series, rules: ProfileRules) -> Filtered:
    """Filter the series in two passes, so that the result depends on nothing but the series.

    A call of ``n`` criteria has the noise ``R = (call_variance + criterion_variance / n) V``.
    The first pass takes ``V = 1`` and trusts every call; its prediction ``m`` (variance
    ``P``) before each call gives the ``V(m)`` of the second pass, and how surprising the
    score ``z`` is: ``u = |z - m| / sqrt(R + P)``. Beyond ``outlier_sigmas`` the call counts
    for less: ``R *= u / outlier_sigmas``. Level and variance after call ``i`` depend on
    calls up to ``i`` only.
    """
    base = [rules.call_variance + rules.criterion_variance / n for n in series.criteria]
    forecasts = _forecasts(series, base, rules)
    noises: list[float] = []
    used: list[float] = []
    for score, plain, (level, variance) in zip(series.scores, base, forecasts, strict=True):
        noise = plain * bounded_noise(level)
        surprise = abs(score - level) / math.sqrt(noise + variance)
        noises.append(noise)
        used.append(noise * max(1.0, surprise / rules.outlier_sigmas))
    levels, variances = _pass(series, used, rules)
    return Filtered(series.days, levels, variances, noises)


def effective_calls(filtered: Filtered, day: float, rules: ProfileRules) -> float:
    """How many typical calls' worth of information beyond the prior is left on ``day``.

    ``(1 / P - 1 / (prior_variance + drift * days since the first call)) * R_typical`` with
    ``1 / R_typical`` the mean information ``1 / R`` of the pair's calls. Without drift and
    outliers this is the number of calls; calls long ago, and outliers, count for less.
    """
    if not filtered.days:
        return 0.0
    _, variance = filtered.at(day, rules)
    alone = rules.prior_variance + rules.drift_per_day * (day - filtered.days[0])
    typical = len(filtered.noises) / sum(1.0 / noise for noise in filtered.noises)
    return max(0.0, (1.0 / variance - 1.0 / alone) * typical)


def _forecasts(
    series: Series, noises: Sequence[float], rules: ProfileRules
) -> list[tuple[float, float]]:
    """Level and variance expected just before each call."""
    levels, variances = _pass(series, noises, rules)
    expected = [(rules.prior_mean, rules.prior_variance)]
    days = series.days
    for i in range(1, len(days)):
        grown = variances[i - 1] + rules.drift_per_day * (days[i] - days[i - 1])
        expected.append((levels[i - 1], grown))
    return expected[: len(days)]


def _pass(
    series: Series, noises: Sequence[float], rules: ProfileRules
) -> tuple[list[float], list[float]]:
    """One run of the filter: ``P += q D; k = P / (P + R); m += k (z - m); P *= 1 - k``."""
    level, variance = rules.prior_mean, rules.prior_variance
    drift = rules.drift_per_day
    levels: list[float] = []
    variances: list[float] = []
    before = series.days[0] if series.days else 0.0
    for day, score, noise in zip(series.days, series.scores, noises, strict=True):
        variance += drift * (day - before)
        gain = variance / (variance + noise)
        level += gain * (score - level)
        variance *= 1.0 - gain
        levels.append(level)
        variances.append(variance)
        before = day
    return levels, variances
