"""From noisy scores of calls to a level with its variance: a local-level Kalman filter.

The level of one rep in one skill is a random walk; a call shows it with noise.
Why this and not a half-life mean: ``docs/adr/0007-proficiency-and-replay.md``.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from domain.skills import ProfileRules

_V_UNIT = 2275.0
"""Makes ``bounded_noise`` 1 at a level of 65 (65 * 35), where the variances were measured."""
_V_LOWEST, _V_HIGHEST = 8.0, 95.0
SLACK = 0.5
"""Standard deviations by which a call may surprise without counting as evidence of a jump."""
RISE, RISE_FROM = 2.0, 20.0
"""How the evidence that a jump needs rises with the calls taken so far."""
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
    """Which of the live calls of this pair in its deal it is, from 1."""

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
    """Filter a whole series; see ``Filter`` for how."""
    found = Filter(rules)
    practice = series.practice or [False] * len(series)
    noises = _plain_noises(series, rules)
    for day, score, noise, played in zip(series.days, series.scores, noises, practice, strict=True):
        found.take(day, score, noise, played)
    return found.seen


class _State(NamedTuple):
    """All that the next call needs of those before it."""

    day: float | None
    level: float
    variance: float
    gap: float
    """What this rep scores in practice above or below live calls."""
    gap_variance: float
    shared: float
    """Covariance of level and gap."""
    up: float
    down: float
    """Summed surprise to either side."""
    expected: float
    """Level of the first pass, which trusts every live call and takes ``V`` as 1."""
    expected_variance: float


class Filter:
    """Takes calls in time order, each at the same small cost, and can go back to any of them.

    A call of ``n`` criteria has the noise ``R = (call_variance + criterion_variance / n) V``.
    A first pass takes ``V = 1`` and trusts every live call; its prediction ``m`` before each
    call gives the ``V(m)`` of the second. ``R`` grows by ``(k - 1) deal_variance`` for the
    ``k``-th live call of a deal: each counts those before it and leaves them as they were. In
    the second pass, how surprising a score ``z`` is decides what it counts for:
    ``e = (z - m) / sqrt(R + P)``.

    * One surprise by itself counts for less: beyond ``outlier_sigmas``,
      ``R *= |e| / outlier_sigmas``.
    * Surprises to the same side add up (``C = max(0, C + e - 0.5)``, Page 1954). Beyond
      ``jump_evidence`` the rep is taken to have changed at once rather than by drift: the
      variance grows by ``jump_variance``, so that the next calls move the level quickly. The
      bound rises by ``2 ln(calls / 20)``: with many calls drift follows a change anyway, and
      a bound that stays would be crossed by chance one day.

    A role-play shows the level plus ``g``, what this rep scores in practice above or below
    live calls. ``g`` starts at 0 with ``practice_gap_variance`` and is learned with the level.

    Level and variance after call ``i`` depend on calls up to ``i`` only, so a late call needs
    a replay from where it belongs and no further back.
    """

    def __init__(self, rules: ProfileRules) -> None:
        self._rules = rules
        mean, variance = rules.prior_mean, rules.prior_variance
        gap_variance = rules.practice_gap_variance
        self._start = _State(None, mean, variance, 0.0, gap_variance, 0.0, 0.0, 0.0, mean, variance)
        self._states: list[_State] = []
        self._levels: list[float] = []
        self._days: list[float] = []
        self._variances: list[float] = []
        self._noises: list[float] = []
        self._added: list[float] = []
        self.seen = Filtered(self._days, self._levels, self._variances, self._noises, self._added)
        """What is known after each call taken so far; grows with ``take``."""

    def __len__(self) -> int:
        return len(self._states)

    def rewind(self, calls: int) -> None:
        """Forget every call after the first ``calls``."""
        if calls >= len(self._states):
            return
        for column in (
            self._states, self._days, self._levels, self._variances, self._noises, self._added
        ):  # fmt: skip
            del column[calls:]

    def take(self, day: float, score: float, plain_noise: float, played: bool) -> None:
        """One call or role-play, not before the last one: drift, then what it shows.

        Args:
            day: in days of usual drift.
            score: 0-100, or somewhat beyond once adjusted.
            plain_noise: its variance at a level of 65, points squared.
            played: whether it was a role-play.
        """
        before = self._states[-1] if self._states else self._start
        rules = self._rules
        drift = 0.0 if before.day is None else rules.drift_per_day * (day - before.day)
        expected, expected_variance = before.expected, before.expected_variance + drift
        noise = plain_noise * bounded_noise(expected)
        if not played:
            gain = expected_variance / (expected_variance + plain_noise)
            expected += gain * (score - expected)
            expected_variance *= 1.0 - gain
        variance = before.variance + drift
        error = score - before.level - (before.gap if played else 0.0)
        prior = variance
        if played:
            prior += 2.0 * before.shared + before.gap_variance
        surprise = error / math.sqrt(prior + noise)
        alone = (before.up if surprise > 0 else before.down) < ALONE
        up, down, jump = (before.up, before.down, 0.0) if played else self._jump(before, surprise)
        counted = noise
        if alone and abs(surprise) > rules.outlier_sigmas:
            counted *= abs(surprise) / rules.outlier_sigmas
        after = _updated(before, variance + jump, error, counted, played)
        self._states.append(_State(day, *after, up, down, expected, expected_variance))
        self._days.append(day)
        self._levels.append(after[0])
        self._variances.append(after[1])
        self._noises.append(noise)
        self._added.append(drift + jump)

    def gap(self) -> tuple[float, float]:
        """``g`` after the last call, and the variance a role-play's level has beyond a call's."""
        last = self._states[-1] if self._states else self._start
        return last.gap, 2.0 * last.shared + last.gap_variance

    def _jump(self, before: _State, surprise: float) -> tuple[float, float, float]:
        """Summed surprise up and down after this one, and the variance a jump adds."""
        up = max(0.0, before.up + surprise - SLACK)
        down = max(0.0, before.down - surprise - SLACK)
        strongest = max(up, down)
        if strongest <= self._rules.jump_evidence:
            return up, down, 0.0
        patience = RISE * math.log(max(1.0, len(self._states) / RISE_FROM))
        if strongest <= self._rules.jump_evidence + patience:
            return up, down, 0.0
        return 0.0, 0.0, self._rules.jump_variance


def _updated(
    before: _State, variance: float, error: float, noise: float, played: bool
) -> tuple[float, float, float, float, float]:
    """Level, variance, gap, its variance and their covariance after one observation."""
    shared = before.shared
    shown = variance + 2.0 * shared + before.gap_variance if played else variance
    total = shown + noise
    level_gain = (variance + (shared if played else 0.0)) / total
    gap_gain = (shared + (before.gap_variance if played else 0.0)) / total
    return (
        before.level + level_gain * error,
        variance - level_gain * level_gain * total,
        before.gap + gap_gain * error,
        before.gap_variance - gap_gain * gap_gain * total,
        shared - level_gain * gap_gain * total,
    )


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
    """``call_variance + criterion_variance / n + (k - 1) deal_variance`` of each call."""
    plain = [rules.call_variance + rules.criterion_variance / n for n in series.criteria]
    if not series.same_deal:
        return plain
    return [
        noise + (nth - 1) * rules.deal_variance
        for noise, nth in zip(plain, series.same_deal, strict=True)
    ]
