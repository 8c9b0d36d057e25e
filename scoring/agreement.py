"""How far two people, or a person and a grader, agree: coefficients on plain numbers.

Everything here is a closed formula over the ratings, without chance and without order: the
same ratings in any order, and with the raters swapped, give the same figure.
"""

from collections.abc import Sequence
from statistics import fmean

from domain.scores import Medal, medal_of

Pairs = Sequence[tuple[float, float]]
"""(one rater's, the other's) rating of the same thing."""

_RANKS = {None: 0, Medal.BRONZE: 1, Medal.SILVER: 2, Medal.GOLD: 3}


def exact_share(pairs: Pairs) -> float | None:
    """Share (0-1) of equal ratings; ``None`` without ratings."""
    return fmean(float(a == b) for a, b in pairs) if pairs else None


def within_one_share(pairs: Pairs) -> float | None:
    """Share (0-1) of ratings at most one level apart; ``None`` without ratings."""
    return fmean(float(abs(a - b) <= 1) for a, b in pairs) if pairs else None


def weighted_kappa(pairs: Pairs) -> float | None:
    """Quadratic weighted kappa, at most 1; 0 is what chance alone would give.

    ``1 - sum w_ij O_ij / sum w_ij E_ij`` with ``w = (i - j)^2``. Over all pairs the observed
    part is the mean of ``(a - b)^2``, and the part expected of independent raters with the
    same habits is ``var(a) + var(b) + (mean a - mean b)^2``: no table is needed, and the
    distance between categories is that of their numbers. With two categories it is Cohen's
    kappa. ``None`` where it is undefined: no pair, or one rating throughout.

    Source: Cohen (1968), Psychological Bulletin 70:213-220.
    """
    if not pairs:
        return None
    first, second = fmean(a for a, _ in pairs), fmean(b for _, b in pairs)
    spread = fmean((a - first) ** 2 + (b - second) ** 2 for a, b in pairs)
    expected = spread + (first - second) ** 2
    if not expected:
        return None
    return 1.0 - fmean((a - b) ** 2 for a, b in pairs) / expected


def icc_absolute(table: Sequence[Sequence[float]]) -> float | None:
    """ICC(2,1), absolute agreement of single ratings, at most 1.

        (MSR - MSE) / (MSR + (k - 1) MSE + k (MSC - MSE) / n)

    from the mean squares of a two-way table: ``n`` rows (things rated), ``k`` columns
    (raters), no empty cell. A rater who is stricter throughout lowers it. ``None`` where it
    is undefined: fewer than two rows or columns, or ratings that do not vary.

    Raises:
        ValueError: the rows are not equally long.

    Source: Shrout & Fleiss (1979), Psychological Bulletin 86:420-428.
    """
    rows, columns = len(table), len(table[0]) if table else 0
    if any(len(row) != columns for row in table):
        raise ValueError("every row needs a rating of every rater")
    if rows < 2 or columns < 2:
        return None
    middle = fmean(fmean(row) for row in table)
    by_row = columns * sum((fmean(row) - middle) ** 2 for row in table)
    by_column = rows * sum((fmean(column) - middle) ** 2 for column in zip(*table, strict=True))
    total = sum((x - middle) ** 2 for row in table for x in row)
    msr = by_row / (rows - 1)
    msc = by_column / (columns - 1)
    mse = max(0.0, total - by_row - by_column) / ((rows - 1) * (columns - 1))
    below = msr + (columns - 1) * mse + columns * (msc - mse) / rows
    return (msr - mse) / below if total and below else None


def medal_rank(score: float) -> int:
    """0 (no medal) to 3 (gold) of a score 0-100: the four tiers as numbers for kappa."""
    return _RANKS[medal_of(score)]
