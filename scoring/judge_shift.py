"""How much stricter or milder a new judge is, criterion by criterion, from double scores."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from scoring.proficiency import bounded_noise

SHIFT_SD = 4.0
"""Prior standard deviation of a criterion's own shift around the common one, points."""
GLITCH_SIGMAS = 3.0
"""Differences further than this from their median are a slip of one of the judges."""
_SIGMA_OF_MAD = 1.4826

Pairs = Sequence[tuple[float, float]]
"""(old, new) score of the same calls, 0-100."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One criterion's shift, how sure it is, and what it rests on."""

    points: float
    """New minus old, at a level of 65."""
    error: float
    """Its standard error, points."""
    calls: int
    """Double-scored calls that were used."""


def judge_shifts(scored: Mapping[str, Pairs]) -> dict[str, float]:
    """``measured_shifts`` without its uncertainty: points by criterion."""
    return {criterion: shift.points for criterion, shift in measured_shifts(scored).items()}


def measured_shifts(scored: Mapping[str, Pairs]) -> dict[str, Shift]:
    """New minus old score by criterion, in points at a level of 65.

    Scores near a bound of the scale can move less, so a difference ``d`` counts as
    ``shift * V(y)`` with ``V`` of the mean of both scores (``bounded_noise``):
    ``shift_c = sum d V / sum V^2`` with the variance ``e_c = s^2 / sum V^2``, then shrunk to
    the mean ``v`` of all ``m`` criteria, ``v + k (shift_c - v)``, ``k = t^2 / (t^2 + e_c)``,
    with ``t = 4`` and ``s^2`` the pooled variance around the fits. Its own variance is
    ``k e_c + (1 - k)^2 mean(t^2 + e) / m``: what the criterion leaves open, and what the mean
    does. Glitches (beyond three robust standard deviations of the median difference) are
    left out first. Criteria without double scores are left out.
    """
    used = {criterion: _without_glitches(pairs) for criterion, pairs in scored.items() if pairs}
    fits = {criterion: _fit(pairs) for criterion, pairs in used.items()}
    if not fits:
        return {}
    freedom = sum(len(used[c]) - 1 for c in fits)
    squares = sum(_squares(used[c], shift) for c, (shift, _) in fits.items())
    pooled = squares / freedom if freedom > 0 else SHIFT_SD**2
    common = fmean(shift for shift, _ in fits.values())
    apart = fmean(SHIFT_SD**2 + pooled / weight for _, weight in fits.values()) / len(fits)
    found: dict[str, Shift] = {}
    for criterion, (shift, weight) in fits.items():
        own = pooled / weight
        kept = SHIFT_SD**2 / (SHIFT_SD**2 + own)
        error = math.sqrt(kept * own + (1.0 - kept) ** 2 * apart)
        found[criterion] = Shift(common + kept * (shift - common), error, len(used[criterion]))
    return found


def on_the_old_scale(score: float, shift: float) -> float:
    """A new judge's score (0-100) as the old one would have given it; may leave 0-100."""
    return score - shift * bounded_noise(score - shift / 2.0)


def _without_glitches(pairs: Pairs) -> Pairs:
    moved = [new - old for old, new in pairs]
    middle = median(moved)
    sigma = _SIGMA_OF_MAD * median(abs(d - middle) for d in moved)
    if not sigma:
        return pairs
    limit = GLITCH_SIGMAS * sigma
    return [pair for pair, d in zip(pairs, moved, strict=True) if abs(d - middle) <= limit]


def _fit(pairs: Pairs) -> tuple[float, float]:
    """The shift and ``sum V^2``."""
    scales = [bounded_noise((old + new) / 2.0) for old, new in pairs]
    weight = sum(v * v for v in scales)
    moved = sum((new - old) * v for (old, new), v in zip(pairs, scales, strict=True))
    return moved / weight, weight


def _squares(pairs: Pairs, shift: float) -> float:
    return sum((new - old - shift * bounded_noise((old + new) / 2.0)) ** 2 for old, new in pairs)
