"""A grader beside people, criterion by criterion: agreement, bias, and how sure each is."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from statistics import fmean

from domain.rubrics import CriterionId
from domain.scores import score_of_level
from scoring.agreement import (
    Pairs,
    exact_share,
    icc_absolute,
    medal_rank,
    weighted_kappa,
    within_one_share,
)
from scoring.jackknife import Estimate, coefficient_interval, interval

BIAS_SD = 4.0
"""Least prior standard deviation of a criterion's bias, points."""
MIN_COMMON = 2
"""Calls that two raters need in common before they are compared."""
FEWEST_OCCASIONS = 5
"""Calls with n/a that either of two raters needs before their n/a are compared."""
_LEVEL = score_of_level(1)


@dataclass(frozen=True, slots=True)
class Rating:
    """One criterion of one call (or the whole call), as everybody rated it.

    Scores are 0-100; ``None`` stands for n/a.
    """

    call: str
    people: Mapping[str, float | None]
    """By rater; who did not look at it is missing."""
    judge: float | None = None
    abstained: bool = False
    """The grader gave neither a score nor n/a: there is nothing to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """How two raters agree: the grader with one person, or one person with another.

    With several raters each figure is the mean over every two of them, weighted by the calls
    they have in common.
    """

    calls: int
    """Calls with a score of both."""
    exact: float | None
    """Share with the same level (of the whole call: the same medal)."""
    within_one: float | None
    """Share at most one level (medal) apart."""
    levels: Estimate | None
    """Quadratic weighted kappa on the rubric's own levels (of the whole call: on its score)."""
    tiers: Estimate | None
    """Quadratic weighted kappa on none, bronze, silver, gold."""
    icc: Estimate | None
    """ICC(2,1): the grader's with the mean of the people, or a person's with another's."""
    not_applicable: Estimate | None
    """Cohen's kappa of n/a against a score; ``None`` where either said n/a too seldom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One criterion, or the whole call, over a labelled set."""

    criterion: CriterionId | None
    """``None``: the overall score of the call."""
    judge: Side
    people: Side | None
    """``None`` where no two people rated the same call."""
    bias: Estimate | None
    """Grader minus mean of the people, points; above 0 the grader is milder."""
    bias_shrunk: float | None
    """The same drawn towards 0 by how little is known: what one would correct by."""
    labelled: int
    """Calls to which a person gave a score."""
    abstained: int
    """Of those, calls on which the grader gave neither a score nor n/a."""
    off_mode: int
    """Calls with both scores of which the people's mean is not of its most common tier."""


_Maybe = Sequence[tuple[float | None, float | None]]
_Pairing = Callable[[Sequence[Rating]], Iterable[_Maybe]]
"""Ratings to one list of pairs for every two raters."""
_Coefficient = Callable[[Pairs], float | None]


def agreements(rated: Mapping[CriterionId | None, Sequence[Rating]]) -> tuple[Agreement, ...]:
    """Every criterion's agreement, in the order given.

    A person's score is held against the grader's where both gave one; the mean of the people
    is over those who did. Bias is shrunk by ``tau^2 / (tau^2 + s^2 / n)``, with ``tau^2`` the
    variance of true biases over the criteria by the method of moments, at least
    ``BIAS_SD ** 2``. Intervals are 95 %, by call.
    """
    found = [_agreement(criterion, rows) for criterion, rows in rated.items()]
    known = [one.bias for one in found if one.bias and one.bias.calls > 2]
    prior = max(BIAS_SD**2, fmean(b.value**2 - b.error**2 for b in known) if known else 0.0)
    return tuple(
        replace(one, bias_shrunk=one.bias.value * prior / (prior + one.bias.error**2))
        if one.bias
        else one
        for one in found
    )


def _agreement(criterion: CriterionId | None, rows: Sequence[Rating]) -> Agreement:
    rank = medal_rank if criterion is None else _level
    labelled = [row for row in rows if _scores(row)]
    both = [row for row in labelled if row.judge is not None]
    several = any(len(row.people) > 1 for row in rows)
    return Agreement(
        criterion=criterion,
        judge=_side(rows, _with_judge, rank, _icc_with_mean),
        people=_side(rows, _between_people, rank, _icc_between) if several else None,
        bias=interval(_mean_difference, both),
        bias_shrunk=None,
        labelled=len(labelled),
        abstained=sum(row.abstained for row in labelled),
        off_mode=_off_mode([medal_rank(fmean(_scores(row))) for row in both]),
    )


def _off_mode(ranks: Sequence[int]) -> int:
    return len(ranks) - max(Counter(ranks).values(), default=0)


def _side(
    rows: Sequence[Rating],
    pairing: _Pairing,
    rank: Callable[[float], float],
    icc: Callable[[Sequence[Rating]], float | None],
) -> Side:
    used = [row for row in rows if any(_scored(pairs) for pairs in pairing([row]))]

    def over(coefficient: _Coefficient) -> Callable[[Sequence[Rating]], float | None]:
        return lambda some: _weighted(map(_scored, pairing(some)), coefficient)

    return Side(
        calls=len(used),
        exact=over(lambda pairs: exact_share(_ranked(pairs, rank)))(used),
        within_one=over(lambda pairs: within_one_share(_ranked(pairs, rank)))(used),
        levels=coefficient_interval(over(weighted_kappa), used),
        tiers=coefficient_interval(over(_kappa_of_tiers), used),
        icc=coefficient_interval(icc, [row for row in used if _scores(row)]),
        not_applicable=_kappa_of_occasions(rows, pairing),
    )


def _kappa_of_occasions(rows: Sequence[Rating], pairing: _Pairing) -> Estimate | None:
    """Of the calls that both looked at; ``None`` below ``FEWEST_OCCASIONS`` n/a of either."""
    compared = [row for row in rows if any(pairing([row]))]
    for side in (0, 1):
        said = sum(any(p[side] is None for ps in pairing([row]) for p in ps) for row in compared)
        if said < FEWEST_OCCASIONS:
            return None
    return coefficient_interval(
        lambda some: _weighted(map(_occasions, pairing(some)), weighted_kappa), compared
    )


def _with_judge(rows: Sequence[Rating]) -> Iterable[_Maybe]:
    for rater in _raters(rows):
        yield [(r.judge, r.people[rater]) for r in rows if rater in r.people and not r.abstained]


def _between_people(rows: Sequence[Rating]) -> Iterable[_Maybe]:
    for a, b in combinations(_raters(rows), 2):
        yield [(r.people[a], r.people[b]) for r in rows if a in r.people and b in r.people]


def _raters(rows: Sequence[Rating]) -> list[str]:
    return sorted({rater for row in rows for rater in row.people})


def _weighted(lists: Iterable[Pairs], coefficient: _Coefficient) -> float | None:
    """Mean of a coefficient over every two raters, by the calls they have in common."""
    total = calls = 0.0
    for pairs in lists:
        figure = coefficient(pairs) if len(pairs) >= MIN_COMMON else None
        if figure is not None:
            total += len(pairs) * figure
            calls += len(pairs)
    return total / calls if calls else None


def _scored(pairs: _Maybe) -> list[tuple[float, float]]:
    return [(a, b) for a, b in pairs if a is not None and b is not None]


def _occasions(pairs: _Maybe) -> list[tuple[float, float]]:
    return [(float(a is not None), float(b is not None)) for a, b in pairs]


def _ranked(pairs: Pairs, rank: Callable[[float], float]) -> list[tuple[float, float]]:
    return [(rank(a), rank(b)) for a, b in pairs]


def _kappa_of_tiers(pairs: Pairs) -> float | None:
    return weighted_kappa(_ranked(pairs, medal_rank))


def _icc_with_mean(rows: Sequence[Rating]) -> float | None:
    return icc_absolute([(row.judge or 0.0, fmean(_scores(row))) for row in rows])


def _icc_between(rows: Sequence[Rating]) -> float | None:
    return _weighted(map(_scored, _between_people(rows)), icc_absolute)


def _mean_difference(rows: Sequence[Rating]) -> float | None:
    return fmean((r.judge or 0.0) - fmean(_scores(r)) for r in rows) if rows else None


def _scores(row: Rating) -> list[float]:
    return [score for score in row.people.values() if score is not None]


def _level(score: float) -> float:
    return score / _LEVEL
