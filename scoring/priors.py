"""What an organisation's own data say about levels, drift and practice.

Fitted again every 28 days from adjusted scores; every figure starts from a prior and moves
away from it only as fast as the data carry. Formulas: ``docs/adr/0012-norms-and-fitted-priors.md``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scoring.proficiency import bounded_noise

BLOCK_DAYS = 28
RECENT_DAYS = 120
PRIOR_MEAN, PRIOR_MEAN_VARIANCE = 60.0, 100.0
"""Of a skill's mean level between companies."""
PRIOR_DRIFT, PRIOR_DRIFT_SD = 0.15, 0.10
LOWEST_DRIFT = 0.01
PRIOR_INFLATION, PRIOR_INFLATION_PAIRS = 1.1, 30
SQUARE_CAP = 9.0
"""A squared difference counts for at most so many times what is expected."""
MIN_PAIRS = 10
DEFAULT_SPREAD, LOWEST_SPREAD = 100.0, 16.0
DEFAULT_GAP, GAP_RANGE = 25.0, (4.0, 100.0)


@dataclass(frozen=True, slots=True)
class Adjusted:
    """One adjusted observation: ``day``, ``z`` (0-100), its variance at 65, practice or live."""

    day: float
    z: float
    noise: float
    practice: bool


Observed = Mapping[tuple[str, str], Sequence[Adjusted]]
"""By (rep, skill)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Priors:
    """``means`` by skill; variances in points squared; drift per day."""

    means: Mapping[str, float] = field(default_factory=dict)
    spread: float = DEFAULT_SPREAD
    drift: float = PRIOR_DRIFT
    gap: float = DEFAULT_GAP


@dataclass(frozen=True, slots=True)
class Mean:
    """A precision-weighted mean and its variance."""

    value: float
    variance: float
    calls: int


def mean_of(observed: Iterable[Adjusted]) -> Mean | None:
    """Mean of some observations with its sampling variance; ``None`` without any."""
    weights, total, calls = 0.0, 0.0, 0
    for one in observed:
        weights += 1.0 / one.noise
        total += one.z / one.noise
        calls += 1
    if not calls:
        return None
    value = total / weights
    return Mean(value, bounded_noise(value) / weights, calls)


def fit_priors(observed: Observed, today: float) -> Priors:
    """All of them, as of ``today``; the defaults where too few pairs have data."""
    means, spread = _levels(observed, today)
    return Priors(means=means, spread=spread, drift=_drift(observed), gap=_gap(observed))


def _levels(observed: Observed, today: float) -> tuple[dict[str, float], float]:
    """Mean level by skill, and the variance of levels around it."""
    levels: dict[str, list[Mean]] = {}
    for (_, skill), series in observed.items():
        recent = mean_of(o for o in series if not o.practice and o.day > today - RECENT_DAYS)
        if recent:
            levels.setdefault(skill, []).append(recent)
    spread, means = DEFAULT_SPREAD, {}
    for _ in range(3):
        means = {s: _weighted(found, spread) for s, found in levels.items()}
        squares = [
            (m.value - means[s]) ** 2 - m.variance for s, found in levels.items() for m in found
        ]
        if len(squares) >= MIN_PAIRS:
            spread = max(LOWEST_SPREAD, sum(squares) / len(squares))
    return means, spread


def _weighted(found: Sequence[Mean], spread: float) -> float:
    """Shrunk to the usual mean, or the level of a lone rep would be that rep's own prior."""
    weights = [1.0 / (spread + m.variance) for m in found]
    total = PRIOR_MEAN / PRIOR_MEAN_VARIANCE
    total += sum(w * m.value for w, m in zip(weights, found, strict=True))
    return total / (1.0 / PRIOR_MEAN_VARIANCE + sum(weights))


def _drift(observed: Observed) -> float:
    """Growth of the variance per day, from the means of 28-day blocks one to three apart.

    ``E (d_a - d_b)^2 = q 28 (L - 1/3) + v_a + v_b``; combined with the prior by information.
    """
    numerator = information = 0.0
    for series in observed.values():
        blocks = blocks_of(series)
        for start, first in blocks.items():
            for lag in (1, 2, 3):
                if second := blocks.get(start + lag):
                    expected = BLOCK_DAYS * (lag - 1.0 / 3.0)
                    noise = first.variance + second.variance
                    usual = noise + PRIOR_DRIFT * expected
                    square = min((first.value - second.value) ** 2, SQUARE_CAP * usual)
                    weight = expected / usual**2
                    numerator += weight * (square - noise)
                    information += weight * expected
    data, prior = information / 6.0, 1.0 / PRIOR_DRIFT_SD**2
    found = numerator / information if information else PRIOR_DRIFT
    return max(LOWEST_DRIFT, (data * found + prior * PRIOR_DRIFT) / (data + prior))


def blocks_of(series: Sequence[Adjusted]) -> dict[int, Mean]:
    """Mean of the live calls of every 28-day block that has any, by block number."""
    by_block: dict[int, list[Adjusted]] = {}
    for one in series:
        if not one.practice:
            by_block.setdefault(int(one.day // BLOCK_DAYS), []).append(one)
    return {b: m for b, found in by_block.items() if (m := mean_of(found))}


def _gap(observed: Observed) -> float:
    """Variance of role-play level minus call level between pairs, beyond chance."""
    squares = []
    for series in observed.values():
        live = mean_of(o for o in series if not o.practice)
        played = mean_of(o for o in series if o.practice)
        if live and played and played.calls >= 3 and live.calls >= 3:
            squares.append((played.value - live.value) ** 2 - live.variance - played.variance)
    if len(squares) < MIN_PAIRS:
        return DEFAULT_GAP
    low, high = GAP_RANGE
    return min(high, max(low, sum(squares) / len(squares)))


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """How far predictions missed so far, beyond noise, against what they promised."""

    missed: float = 0.0
    promised: float = 0.0
    pairs: int = 0

    def seen(self, predicted: float, variance: float, block: Mean) -> "SelfCheck":
        """With one more block compared with what was predicted before it began."""
        square = min((block.value - predicted) ** 2, SQUARE_CAP * (variance + block.variance))
        return SelfCheck(
            self.missed + square - block.variance, self.promised + variance, self.pairs + 1
        )

    @property
    def inflation(self) -> float:
        """``kappa >= 1``: what published variances are multiplied with."""
        if not self.promised:
            return PRIOR_INFLATION
        ratio = max(0.0, self.missed / self.promised)
        weight = PRIOR_INFLATION_PAIRS
        return max(1.0, (weight * PRIOR_INFLATION + self.pairs * ratio) / (weight + self.pairs))
