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
SLACK = 0.5
"""Standard deviations by which a call may surprise without counting as evidence of a jump."""
ALONE = 5.0
"""Evidence to one side below which a surprise stands alone and may be an outlier."""


@dataclass(frozen=True, slots=True)
class Series:
    """The scored calls of one rep and skill in time order; columns of equal length.

    ``practice`` and ``same_deal`` may be left empty: live calls, each of its own deal.
    """

    days: Sequence[float]
    """Days since the first call, never falling."""
    scores: Sequence[float]
    """0-100."""
    criteria: Sequence[int]
    """Scored criteria behind each score, at least 1."""
    practice: Sequence[bool] = ()
    """Whether it was a role-play rather than a live call."""
    same_deal: Sequence[int] = ()
    """Live calls of this pair in the same deal, itself included."""

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
    added: Sequence[float]
    """Variance that was added to what was known before each call: drift, and a jump."""

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
    The first pass takes ``V = 1`` and trusts every call; its prediction ``m`` before each
    call gives the ``V(m)`` of the second; it sees the live calls alone. ``R`` grows by
    ``(n_d - 1) deal_variance`` for a call that shares its deal with ``n_d - 1`` others. In
    that pass, how surprising a score ``z`` is decides what it counts for:
    ``e = (z - m) / sqrt(R + P)``.

    * One surprise by itself counts for less: beyond ``outlier_sigmas``,
      ``R *= |e| / outlier_sigmas``.
    * Surprises to the same side add up (``C = max(0, C + e - 0.5)``, Page 1954). Beyond
      ``jump_evidence`` the rep is taken to have changed at once rather than by drift: the
      variance grows by ``jump_variance``, so that the next calls move the level quickly.

    A role-play shows the level plus ``g``, what this rep scores in practice above or below
    live calls. ``g`` starts at 0 with ``practice_gap_variance`` and is learned with the level.

    Level and variance after call ``i`` depend on calls up to ``i`` only.
    """
    base = _plain_noises(series, rules)
    practice = series.practice or [False] * len(series)
    expected = _expected_levels(series, base, practice, rules)
    noises = [plain * bounded_noise(m) for plain, m in zip(base, expected, strict=True)]
    run = _Run(rules)
    for day, score, noise, played in zip(series.days, series.scores, noises, practice, strict=True):
        run.take(day, score, noise, played)
    return Filtered(series.days, run.levels, run.variances, noises, run.added)


class _Run:
    """The second pass: the state after the calls taken so far, and its whole history."""

    def __init__(self, rules: ProfileRules) -> None:
        self._rules = rules
        self._level, self._variance = rules.prior_mean, rules.prior_variance
        self._gap, self._gap_variance, self._shared = 0.0, rules.practice_gap_variance, 0.0
        self._day: float | None = None
        self._up = self._down = 0.0
        self.levels: list[float] = []
        self.variances: list[float] = []
        self.added: list[float] = []

    def take(self, day: float, score: float, noise: float, played: bool) -> None:
        """One call or role-play: drift, judge the surprise, then the usual update."""
        drift = 0.0 if self._day is None else self._rules.drift_per_day * (day - self._day)
        self._day = day
        self._variance += drift
        error = score - self._level - (self._gap if played else 0.0)
        surprise = error / math.sqrt(self._shown_variance(played) + noise)
        alone = (self._up if surprise > 0 else self._down) < ALONE
        jump = 0.0 if played else self._jump(surprise)
        self._variance += jump
        if alone and abs(surprise) > self._rules.outlier_sigmas:
            noise *= abs(surprise) / self._rules.outlier_sigmas
        self._update(error, noise, played)
        self.levels.append(self._level)
        self.variances.append(self._variance)
        self.added.append(drift + jump)

    def _shown_variance(self, played: bool) -> float:
        """Variance of what is about to be shown, before its own noise."""
        if not played:
            return self._variance
        return self._variance + 2.0 * self._shared + self._gap_variance

    def _update(self, error: float, noise: float, played: bool) -> None:
        total = self._shown_variance(played) + noise
        level_gain = (self._variance + (self._shared if played else 0.0)) / total
        gap_gain = (self._shared + (self._gap_variance if played else 0.0)) / total
        self._level += level_gain * error
        self._gap += gap_gain * error
        self._variance -= level_gain * level_gain * total
        self._gap_variance -= gap_gain * gap_gain * total
        self._shared -= level_gain * gap_gain * total

    def _jump(self, surprise: float) -> float:
        self._up = max(0.0, self._up + surprise - SLACK)
        self._down = max(0.0, self._down - surprise - SLACK)
        if max(self._up, self._down) <= self._rules.jump_evidence:
            return 0.0
        self._up = self._down = 0.0
        return self._rules.jump_variance


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


def _plain_noises(series: Series, rules: ProfileRules) -> list[float]:
    """``call_variance + criterion_variance / n + (n_d - 1) deal_variance`` of each call."""
    plain = [rules.call_variance + rules.criterion_variance / n for n in series.criteria]
    if not series.same_deal:
        return plain
    return [
        noise + (calls - 1) * rules.deal_variance
        for noise, calls in zip(plain, series.same_deal, strict=True)
    ]


def _expected_levels(
    series: Series, noises: Sequence[float], practice: Sequence[bool], rules: ProfileRules
) -> list[float]:
    """Level expected just before each call: ``P += q D; k = P / (P + R); m += k (z - m)``."""
    level, variance = rules.prior_mean, rules.prior_variance
    expected: list[float] = []
    before = series.days[0] if series.days else 0.0
    columns = zip(series.days, series.scores, noises, practice, strict=True)
    for day, score, noise, played in columns:
        expected.append(level)
        variance += rules.drift_per_day * (day - before)
        before = day
        if not played:
            gain = variance / (variance + noise)
            level += gain * (score - level)
            variance *= 1.0 - gain
    return expected
