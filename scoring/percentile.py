"""Where a rep stands among peers, as far as the data can tell."""

import math
from collections.abc import Sequence

MIN_PEERS = 5


def percentiles(levels: Sequence[tuple[float, float]]) -> list[float] | None:
    """Expected percentile (0-100) of each (level, variance) among all of them.

    ``100 / (N - 1) * sum over j != i of Phi((m_i - m_j) / sqrt(v_i + v_j))``: two equal reps
    get 50 each, and an uncertain one is pulled to 50. ``None`` with fewer than five peers.
    """
    if len(levels) <= MIN_PEERS:
        return None
    found = []
    for i, (m, v) in enumerate(levels):
        below = sum(
            0.5 * math.erfc((other - m) / math.sqrt(2.0 * (v + w)))
            for j, (other, w) in enumerate(levels)
            if j != i
        )
        found.append(100.0 * below / (len(levels) - 1))
    return found
