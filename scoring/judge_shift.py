"""How much stricter or milder a new judge is, criterion by criterion, from double scores."""

from collections.abc import Mapping, Sequence
from statistics import median

from scoring.proficiency import bounded_noise

SHIFT_SD = 4.0
"""Prior standard deviation of a criterion's own shift around the common one, points."""
GLITCH_SIGMAS = 3.0
"""Differences further than this from their median are a slip of one of the judges."""
_SIGMA_OF_MAD = 1.4826

Pairs = Sequence[tuple[float, float]]
"""(old, new) score of the same calls, 0-100."""


def judge_shifts(scored: Mapping[str, Pairs]) -> dict[str, float]:
    """New minus old score by criterion, in points at a level of 65.

    Scores near a bound of the scale can move less, so a difference ``d`` counts as
    ``shift * V(y)`` with ``V`` of the mean of both scores (``bounded_noise``):
    ``shift_c = sum d V / sum V^2``, then shrunk to the mean ``v`` of all criteria,
    ``v + t^2 / (t^2 + s^2 / sum V^2) (shift_c - v)`` with ``t = 4`` and ``s^2`` the pooled
    variance around the fits. Glitches (beyond three robust standard deviations of the median
    difference) are left out first. Criteria without double scores are left out.
    """
    used = {criterion: _without_glitches(pairs) for criterion, pairs in scored.items() if pairs}
    fits = {criterion: _fit(pairs) for criterion, pairs in used.items()}
    if not fits:
        return {}
    freedom = sum(len(used[c]) - 1 for c in fits)
    squares = sum(_squares(used[c], shift) for c, (shift, _) in fits.items())
    pooled = squares / freedom if freedom > 0 else SHIFT_SD**2
    common = sum(shift for shift, _ in fits.values()) / len(fits)
    return {
        c: common + SHIFT_SD**2 / (SHIFT_SD**2 + pooled / weight) * (shift - common)
        for c, (shift, weight) in fits.items()
    }


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
