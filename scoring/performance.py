"""Performance: what a chosen set of calls shows. Proficiency never changes with a filter.

First, last, best and average are plain figures of the calls in view. The best of many calls
lies above the first by chance alone, which is why ``best_by_chance`` stands beside it, and
why best minus first is given for comparison with other products only and never called an
improvement.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import NormalDist

from domain.skills import SkillObservation

MIN_FOR_SPREAD = 3
HALF_LIFE_DAYS, WINDOW_DAYS, FIRST_FEW = 30.0, 180.0, 3
"""Of the proficiency that other products publish; see ``half_life_lift``."""
_SECONDS_PER_DAY = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """Scores 0-100 of the calls in view, in time order; differences in points."""

    calls: int
    first: float
    last: float
    best: float
    average: float
    best_by_chance: float | None
    """The best to expect of so many calls of a rep who does not change; ``None`` below three."""
    best_minus_first: float | None
    """As other products count lift; never negative, and positive without any learning."""


def performance(observations: Sequence[SkillObservation]) -> Performance | None:
    """Figures of these calls, in any order; ``None`` without any."""
    scores = [o.score for o in sorted(observations, key=lambda o: (o.observed_at, o.call_id))]
    if not scores:
        return None
    average = sum(scores) / len(scores)
    return Performance(
        calls=len(scores),
        first=scores[0],
        last=scores[-1],
        best=max(scores),
        average=average,
        best_by_chance=_best_by_chance(scores, average),
        best_minus_first=max(scores) - scores[0] if len(scores) > 1 else None,
    )


def half_life_lift(observations: Sequence[SkillObservation], as_of: datetime) -> float | None:
    """Lift as other products publish it: a half-life mean now minus that of the first few calls.

    Both are means weighted by ``2^(-age / 30 days)`` over 180 days; the first as it stood
    after the third call. For comparison only: it has no interval. ``None`` unless there are
    more than three calls and one of the last 180 days.
    """
    known = sorted(
        (o for o in observations if o.observed_at <= as_of),
        key=lambda o: (o.observed_at, o.call_id),
    )
    if len(known) <= FIRST_FEW:
        return None
    then = _half_life_mean(known[:FIRST_FEW], known[FIRST_FEW - 1].observed_at)
    now = _half_life_mean(known, as_of)
    return None if then is None or now is None else now - then


def _half_life_mean(observations: Sequence[SkillObservation], as_of: datetime) -> float | None:
    weights = total = 0.0
    for one in observations:
        age = (as_of - one.observed_at).total_seconds() / _SECONDS_PER_DAY
        if age <= WINDOW_DAYS:
            weight = 2.0 ** (-age / HALF_LIFE_DAYS)
            weights += weight
            total += weight * one.score
    return total / weights if weights else None


def _best_by_chance(scores: Sequence[float], average: float) -> float | None:
    """``average + sd * E max of n``, within 100, with Blom's ``E max = z((n - .375) / (n + .25))``.

    The spread is taken around the straight line through the scores, so that a real change
    is not taken for luck; few scores show too little of it, which is made up for (``_seen_of``).
    """
    n = len(scores)
    if n < MIN_FOR_SPREAD:
        return None
    middle = (n - 1) / 2.0
    across = sum((i - middle) ** 2 for i in range(n))
    slope = sum((i - middle) * y for i, y in enumerate(scores)) / across
    squares = sum((y - average - slope * (i - middle)) ** 2 for i, y in enumerate(scores))
    spread = math.sqrt(max(0.0, squares) / (n - 2)) / _seen_of(n - 2)
    return min(100.0, average + spread * NormalDist().inv_cdf((n - 0.375) / (n + 0.25)))


def _seen_of(freedom: int) -> float:
    """Share of a normal spread that the root of the mean square shows on average.

    ``c4 = sqrt(2 / f) Gamma((f + 1) / 2) / Gamma(f / 2)``: 0.80 for one degree of freedom.
    """
    log_ratio = math.lgamma((freedom + 1) / 2.0) - math.lgamma(freedom / 2.0)
    return math.sqrt(2.0 / freedom) * math.exp(log_ratio)
