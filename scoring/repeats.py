"""How steady a grader is: the same calls graded again by the same version."""

import math
from collections.abc import Sequence
from itertools import combinations
from statistics import variance

from scoring.release import Repeat

NEAR = 10.0
"""Points within which two runs count as the same."""


def repeat_of(runs: Sequence[Sequence[float]]) -> Repeat | None:
    """Spread of the runs of each call, pooled over the calls.

    ``runs`` holds the scores (0-100) of one call each; calls with fewer than two are left
    out. ``sd`` is the root of the mean within-call variance, weighted by degrees of freedom.
    ``None`` if no call was graded twice.
    """
    several = [scores for scores in runs if len(scores) > 1]
    if not several:
        return None
    freedom = sum(len(scores) - 1 for scores in several)
    squares = sum(variance(scores) * (len(scores) - 1) for scores in several)
    pairs = [abs(a - b) <= NEAR for scores in several for a, b in combinations(scores, 2)]
    return Repeat(math.sqrt(squares / freedom), sum(pairs) / len(pairs), len(several))
