"""The weighted mean of scores, which never leaves the range of the scores."""

from collections.abc import Collection


def weighted_mean(weighted: Collection[tuple[float, float]]) -> float:
    """``sum(w * s) / sum(w)`` over pairs ``(w, s)`` with ``w`` above 0; at least one.

    Kept between the lowest and the highest ``s``: with weights such as 0.1 and 0.7 the rounding
    of sums makes 100.00000000000001 of two hundreds.
    """
    mean = sum(w * s for w, s in weighted) / sum(w for w, _ in weighted)
    scores = [s for _, s in weighted]
    return min(max(mean, min(scores)), max(scores))
