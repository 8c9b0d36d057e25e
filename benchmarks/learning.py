"""Sparse logistic regression, one row after another: FTRL-Proximal (McMahan et al., 2013)."""

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SEED = 20_261_125


@dataclass(frozen=True, slots=True)
class Row:
    """Features of one piece, whether it does the thing, and how much it counts."""

    features: Mapping[str, float]
    truth: bool
    counts: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How it learns. ``l1`` drops weights, ``l2`` shrinks them; ``rate`` is the step."""

    rate: float = 0.1
    l1: float = 10.0
    l2: float = 1.0
    passes: int = 5
    seen: int = 4
    """Rows a feature has to stand in to count at all."""


def learn(rows: Sequence[Row], method: Method) -> dict[str, float]:
    """The weights that are not zero. The same rows give the same weights."""
    stands = Counter(name for row in rows for name in row.features)
    names = sorted(name for name, count in stands.items() if count >= method.seen)
    place = {name: at for at, name in enumerate(names)}
    coded = [
        ([(place[n], v) for n, v in row.features.items() if n in place], row.truth, row.counts)
        for row in rows
    ]
    slopes, roots = [0.0] * len(names), [0.0] * len(names)
    drawn = random.Random(SEED)
    for _ in range(method.passes):
        drawn.shuffle(coded)
        _pass(coded, slopes, roots, method)
    weights = (_weight(s, r, method) for s, r in zip(slopes, roots, strict=True))
    return {name: w for name, w in zip(names, weights, strict=True) if w}


_Coded = tuple[list[tuple[int, float]], bool, float]


def _pass(coded: Sequence[_Coded], slopes: list[float], roots: list[float], method: Method) -> None:
    """One pass over the rows; ``roots`` holds the root of each summed squared slope."""
    for features, truth, counts in coded:
        weights = [_weight(slopes[at], roots[at], method) for at, _ in features]
        total = sum(w * value for w, (_, value) in zip(weights, features, strict=True))
        off = (1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))) - truth) * counts
        for weight, (at, value) in zip(weights, features, strict=True):
            slope = off * value
            after = math.sqrt(roots[at] * roots[at] + slope * slope)
            slopes[at] += slope - (after - roots[at]) / method.rate * weight
            roots[at] = after


def _weight(slope: float, root: float, method: Method) -> float:
    if -method.l1 <= slope <= method.l1:
        return 0.0
    pulled = slope - method.l1 if slope > 0 else slope + method.l1
    return -pulled / ((1.0 + root) / method.rate + method.l2)


def total_of(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The weighted sum: the log odds."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())
