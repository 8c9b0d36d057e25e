"""Parity: whether scores differ with the language of a call or the quality of its transcript.

A plain difference of means would mostly show which reps work in which language. So calls are
compared within the same rep, rubric version and grader version wherever that is possible:

    d   = sum_c w_c d_c / sum_c w_c        d_c: mean of the group - mean of the reference, in cell c
    w_c = n_c m_c / (n_c + m_c)            n_c, m_c: their calls in the cell

which is the coefficient of the group in a regression with a constant for each cell. Its error
is the larger of two: of the regression's own residuals, and of what reps differ by in it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import fmean, variance

from domain.rubrics import CriterionId
from scoring.jackknife import t_quantile
from scoring.stability import wilson

CONFIDENCE = 0.90
MIN_CALLS = 10
"""On each side of a comparison; below it no number is said."""
MIN_REPS = 3
"""On each side where different reps are compared with each other."""
SMALL = 3.0
"""Points; a difference that is surely smaller is none to act on."""
FALSE_CLAIM = 0.10
"""Probability that any criterion is named of which there is nothing to say."""


class Says(StrEnum):
    """What a difference amounts to."""

    TOO_FEW = "too_few"
    ALIKE = "alike"
    """The whole interval lies within ``SMALL`` points of nothing."""
    UNCLEAR = "unclear"
    """It may be nothing, and may be more than that."""
    DIFFERS = "differs"
    """Nothing is out of the question, and it may be ``SMALL`` points or more."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One score of one call, 0-100. A cell is what calls are compared within."""

    rep: str
    cell: Hashable
    group: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Points by which a group's scores lie above (below: negative) the reference's.

    ``value``, ``low``, ``high`` (90 %) and ``p`` are ``None`` where there are too few calls.
    """

    group: str
    calls: int
    reference_calls: int
    """Calls that could be compared, on either side."""
    reps: int
    within_reps: bool
    """Whether the same reps are compared; else it may as well be a difference of the reps."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None

    @property
    def says(self) -> Says:
        """In a word."""
        if self.low is None or self.high is None:
            return Says.TOO_FEW
        if max(-self.low, self.high) < SMALL:
            return Says.ALIKE
        return Says.DIFFERS if self.low > 0 or self.high < 0 else Says.UNCLEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A share with its 90 % interval (Wilson)."""

    count: int
    of: int
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One language or one band of quality. ``difference`` is ``None`` for the reference."""

    name: str
    calls: int
    mean: float | None
    """Of the calls with a score; ``None`` where those are too few."""
    not_scored: Rate
    difference: Difference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionDifference:
    """One criterion in one group; ``credible`` after correction for all that were looked at.

    What is surely smaller than ``SMALL`` is not, however sure it is.
    """

    criterion_id: CriterionId
    difference: Difference
    corrected_p: float
    """Holm's."""
    credible: bool


def difference(seen: Iterable[Seen], group: str, reference: str) -> Difference:
    """How scores of ``group`` lie to those of ``reference``: within reps if they allow it."""
    mine = [s for s in seen if s.group in (group, reference)]
    cells = _cells(mine, group)
    within = _within(cells, group)
    if within.value is not None:
        return within
    between = _between(mine, group)
    return between if between.value is not None else within


@dataclass(frozen=True, slots=True)
class _Cell:
    """The scores of one rep under one rubric and grader, of both groups."""

    rep: str
    group: tuple[float, ...]
    reference: tuple[float, ...]

    @property
    def weight(self) -> float:
        n, m = len(self.group), len(self.reference)
        return n * m / (n + m)

    @property
    def gap(self) -> float:
        return fmean(self.group) - fmean(self.reference)

    @property
    def squares(self) -> float:
        """Squared distances to the two means."""
        return sum(sum((x - fmean(xs)) ** 2 for x in xs) for xs in (self.group, self.reference))


def _cells(seen: Iterable[Seen], group: str) -> list[_Cell]:
    """The cells that hold both."""
    parts: dict[tuple[str, Hashable], tuple[list[float], list[float]]] = {}
    for one in seen:
        both = parts.setdefault((one.rep, one.cell), ([], []))
        both[one.group != group].append(one.score)
    return [_Cell(rep, tuple(a), tuple(b)) for (rep, _), (a, b) in parts.items() if a and b]


def _within(cells: Sequence[_Cell], group: str) -> Difference:
    n, m = sum(len(c.group) for c in cells), sum(len(c.reference) for c in cells)
    reps = len({c.rep for c in cells})
    found = Difference(group=group, calls=n, reference_calls=m, reps=reps, within_reps=True)
    freedom = n + m - len(cells) - 1
    if min(n, m) < MIN_CALLS or freedom < 1:
        return found
    weight = sum(c.weight for c in cells)
    value = sum(c.weight * c.gap for c in cells) / weight
    left = sum(c.squares + c.weight * (c.gap - value) ** 2 for c in cells)
    errors = [(math.sqrt(left / freedom / weight), freedom)]
    if reps >= MIN_REPS:
        errors.append((_error_over_reps(cells, value, weight), reps - 1))
    return _filled(found, value, errors)


def _error_over_reps(cells: Sequence[_Cell], value: float, weight: float) -> float:
    """From how far reps differ in it: the cluster-robust error with its usual correction."""
    pulls: defaultdict[str, float] = defaultdict(float)
    for cell in cells:
        pulls[cell.rep] += cell.weight * (cell.gap - value)
    reps = len(pulls)
    return math.sqrt(reps / (reps - 1) * sum(p * p for p in pulls.values())) / weight


def _between(seen: Sequence[Seen], group: str) -> Difference:
    """Means of different reps, each counted once (Welch)."""
    by_rep: tuple[defaultdict[str, list[float]], ...] = (defaultdict(list), defaultdict(list))
    for one in seen:
        by_rep[one.group != group][one.rep].append(one.score)
    n, m = (sum(map(len, side.values())) for side in by_rep)
    reps = len(by_rep[0].keys() | by_rep[1].keys())
    found = Difference(group=group, calls=n, reference_calls=m, reps=reps, within_reps=False)
    mine, other = ([fmean(xs) for xs in side.values()] for side in by_rep)
    if min(n, m) < MIN_CALLS or min(len(mine), len(other)) < MIN_REPS:
        return found
    a, b = variance(mine) / len(mine), variance(other) / len(other)
    spread = a * a / (len(mine) - 1) + b * b / (len(other) - 1)
    freedom = (a + b) ** 2 / spread if spread else len(mine) + len(other) - 2
    return _filled(found, fmean(mine) - fmean(other), [(math.sqrt(a + b), int(freedom))])


def _filled(found: Difference, value: float, errors: Sequence[tuple[float, int]]) -> Difference:
    """With the widest of the intervals that these errors and degrees of freedom give."""
    half = max(t_quantile(freedom, CONFIDENCE) * error for error, freedom in errors)
    p = max(two_sided_p(value, error, freedom) for error, freedom in errors)
    return replace(found, value=value, low=value - half, high=value + half, p=p)


def two_sided_p(value: float, error: float, freedom: int) -> float:
    """Probability of a value this far from 0 under Student's t, to about 0.001 (Wallace 1959)."""
    if error == 0.0:
        return 1.0 if value == 0.0 else 0.0
    t = value / error
    z = math.sqrt(freedom * math.log1p(t * t / freedom)) * (8 * freedom + 1) / (8 * freedom + 3)
    return math.erfc(z / math.sqrt(2.0))


def holm(ps: Sequence[float]) -> list[float]:
    """Corrected p-values in the given order (Holm 1979): valid however they hang together."""
    order = sorted(range(len(ps)), key=lambda i: ps[i])
    corrected, so_far = [0.0] * len(ps), 0.0
    for rank, place in enumerate(order):
        so_far = max(so_far, min(1.0, (len(ps) - rank) * ps[place]))
        corrected[place] = so_far
    return corrected


def groups_of(seen: Sequence[Seen], not_scored: Mapping[str, int]) -> tuple[Group, ...]:
    """Every group, the reference (with most scored calls) first, then by number of calls.

    ``not_scored`` says how many more calls of each group have no score.
    """
    scored = Counter(one.group for one in seen)
    calls = scored + Counter(not_scored)
    order = sorted(calls, key=lambda name: (-scored[name], -calls[name], name))
    reference = order[0] if order else ""
    return tuple(
        Group(
            name=name,
            calls=calls[name],
            mean=_mean(seen, name) if scored[name] >= MIN_CALLS else None,
            not_scored=_rate(not_scored.get(name, 0), calls[name]),
            difference=None if name == reference else difference(seen, name, reference),
        )
        for name in order
    )


def _mean(seen: Iterable[Seen], group: str) -> float:
    return fmean(one.score for one in seen if one.group == group)


def _rate(count: int, of: int) -> Rate:
    low, high = wilson(count, of)
    return Rate(count=count, of=of, low=low, high=high)


def criteria_of(
    seen: Mapping[CriterionId, Sequence[Seen]], groups: Sequence[str], reference: str
) -> tuple[CriterionDifference, ...]:
    """Each criterion in each group against the reference, the least likely chance first.

    Those with too few calls are left out, and do not count among what was looked at.
    """
    all_of = [
        (name, difference(some, group, reference))
        for name, some in seen.items()
        for group in groups
        if group != reference
    ]
    told = [(name, found, found.p) for name, found in all_of if found.p is not None]
    corrected = holm([p for _, _, p in told])
    results = [
        CriterionDifference(
            criterion_id=name,
            difference=found,
            corrected_p=p,
            credible=p <= FALSE_CLAIM and found.says is not Says.ALIKE,
        )
        for (name, found, _), p in zip(told, corrected, strict=True)
    ]
    return tuple(sorted(results, key=lambda r: (r.corrected_p, -abs(r.difference.value or 0.0))))
