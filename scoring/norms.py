"""What the mix of calls adds to a score: criteria, call types and role-plays are not alike.

A rep who is given the harder calls must not look worse for it. Within one rep and four weeks
the rep's own level cancels out, so what is left between the scores of such a cell is the
offset of the criterion, of the call type and of practice. They are fitted by ridge regression
over all cells of a skill and taken off before a score counts. Source of the figures: our own
simulations, see ``docs/adr/0012-norms-and-fitted-priors.md``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scoring.linear import Matrix, inverse, times
from scoring.proficiency import bounded_noise

NOISE = 300.0
"""Variance of one criterion score around the rep's level, points squared."""
OFFSET_SD = 7.0
"""Prior standard deviation of an offset, points."""
PRIOR_CALL, PRIOR_CRITERION, PRIOR_DEAL = 42.0, 200.0, 12.0
PRIOR_WEIGHT = 200
"""Degrees of freedom that the prior variances count for."""
MIN_CALLS_IN_CELL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one call or role-play showed of one skill, before any adjustment."""

    day: float
    """Days since the first day of the organisation's data."""
    started_at: str
    """Breaks ties within a day, before the id of the call does."""
    call: str
    call_type: str
    practice: bool
    deal: str | None
    scores: tuple[tuple[str, float], ...]
    """(criterion, 0-100) for every criterion that applied, on the anchor judge's scale."""


Cell = Sequence[Reading]
"""The readings of one rep and skill within 28 days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Norms:
    """Offsets in points, by name; ``spread`` is ``(X'X + lambda I)^-1`` of their fit."""

    criteria: Mapping[str, float] = field(default_factory=dict)
    call_types: Mapping[str, float] = field(default_factory=dict)
    practice: float = 0.0
    names: Mapping[tuple[str, str], int] = field(default_factory=dict)
    spread: Matrix = ()
    usual: Sequence[float] = ()
    """Mean dummy row of the organisation's live calls."""

    def adjusted(self, reading: Reading) -> float:
        """``z``: the mean over the applicable criteria of score minus offsets, in points."""
        a = self.criteria
        own = sum(score - a.get(criterion, 0.0) for criterion, score in reading.scores)
        shared = self.call_types.get(reading.call_type, 0.0)
        return own / len(reading.scores) - shared - (self.practice if reading.practice else 0.0)

    def variance(self, live: Iterable[Reading]) -> float:
        """How unsure the offsets leave the level of a rep with this mix of calls.

        ``2 d' [300 (X'X + lambda I)^-1] d`` with ``d`` the rep's mean dummy row minus the
        organisation's.
        """
        mean = _mean_row(live, self.names)
        if not mean:
            return 0.0
        d = [x - u for x, u in zip(mean, self.usual, strict=True)]
        return 2.0 * NOISE * sum(x * y for x, y in zip(d, times(self.spread, d), strict=True))


@dataclass(frozen=True, slots=True)
class Noise:
    """Variances of one observation at a level of 65, points squared."""

    call: float = PRIOR_CALL
    criterion: float = PRIOR_CRITERION
    deal: float = PRIOR_DEAL


def fit_norms(cells: Sequence[Cell]) -> Norms:
    """Offsets of one skill by ridge regression inside cells; zero without data.

    Centred so that the organisation's live calls have the mean offset 0: a proficiency is the
    score to expect on the usual mix.
    """
    names = _names(cells)
    size = len(names)
    if not size:
        return Norms()
    ridge = NOISE / OFFSET_SD**2
    normal = [[ridge if i == j else 0.0 for j in range(size)] for i in range(size)]
    target = [0.0] * size
    for cell in cells:
        _add_cell(cell, names, normal, target)
    spread = inverse(normal)
    beta = times(spread, target)
    usual = _mean_row((r for cell in cells for r in cell), names)
    centre = sum(b * u for b, u in zip(beta, usual, strict=True)) if usual else 0.0
    return Norms(
        criteria={n[1]: beta[i] - centre for n, i in names.items() if n[0] == "criterion"},
        call_types={n[1]: beta[i] for n, i in names.items() if n[0] == "type"},
        practice=beta[names["practice", ""]],
        names=names,
        spread=spread,
        usual=usual or [0.0] * size,
    )


def _names(cells: Sequence[Cell]) -> dict[tuple[str, str], int]:
    criteria = {c for cell in cells for r in cell for c, _ in r.scores}
    types = {r.call_type for cell in cells for r in cell}
    if not criteria:
        return {}
    named = [("criterion", c) for c in sorted(criteria)] + [("type", t) for t in sorted(types)]
    return {name: i for i, name in enumerate([*named, ("practice", "")])}


def _columns(reading: Reading, names: Mapping[tuple[str, str], int]) -> list[tuple[int, ...]]:
    """For each criterion score the columns that are 1."""
    shared = [names["type", reading.call_type]] if ("type", reading.call_type) in names else []
    if reading.practice:
        shared.append(names["practice", ""])
    return [(names["criterion", c], *shared) for c, _ in reading.scores]


def _add_cell(
    cell: Cell, names: Mapping[tuple[str, str], int], normal: list[list[float]], target: list[float]
) -> None:
    """Add the cell's deviations from its mean to ``X'X`` and ``X'y``."""
    rows = [
        (columns, score)
        for r in cell
        for columns, (_, score) in zip(_columns(r, names), r.scores, strict=True)
    ]
    if len(rows) < 2:
        return
    mean_y = sum(y for _, y in rows) / len(rows)
    counts: dict[int, float] = {}
    for columns, y in rows:
        for i in columns:
            counts[i] = counts.get(i, 0.0) + 1.0
            target[i] += y - mean_y
            for j in columns:
                normal[i][j] += 1.0
    for i, a in counts.items():
        for j, b in counts.items():
            normal[i][j] -= a * b / len(rows)


def _mean_row(readings: Iterable[Reading], names: Mapping[tuple[str, str], int]) -> list[float]:
    total, row = 0, [0.0] * len(names)
    for reading in readings:
        if reading.practice or any(("criterion", c) not in names for c, _ in reading.scores):
            continue
        for columns in _columns(reading, names):
            total += 1
            for i in columns:
                row[i] += 1.0
    return [x / total for x in row] if total else []


def fit_noise(cells: Iterable[tuple[Norms, Cell]]) -> Noise:
    """Variances by moments over all cells, shrunk to the prior while data are few.

    ``criterion``: within a call. ``call``: of ``z`` within a cell of three or more calls,
    minus ``criterion * mean(1/n)``. ``deal``: mean product of the residuals of two calls of
    one deal. Each is divided by ``V`` of the cell's level, so it holds at a level of 65.
    """
    within, call, deal = _Moment(PRIOR_CRITERION), _Moment(PRIOR_CALL), _Moment(PRIOR_DEAL)
    usable = [
        (norms, live)
        for norms, cell in cells
        if len(live := [r for r in cell if not r.practice]) >= MIN_CALLS_IN_CELL
    ]
    for norms, live in usable:
        scale = bounded_noise(sum(norms.adjusted(r) for r in live) / len(live))
        for r in live:
            _add_within(within, norms, r, scale)
    for norms, live in usable:
        _add_between(call, deal, norms, live, within.value)
    return Noise(max(5.0, call.value), max(20.0, within.value), max(0.0, deal.value))


class _Moment:
    """A mean of squares that starts from a prior worth ``PRIOR_WEIGHT`` of them."""

    def __init__(self, prior: float) -> None:
        self._sum, self._weight = prior * PRIOR_WEIGHT, float(PRIOR_WEIGHT)

    def add(self, squares: float, weight: float) -> None:
        self._sum += squares
        self._weight += weight

    @property
    def value(self) -> float:
        return self._sum / self._weight


def _add_within(within: _Moment, norms: Norms, reading: Reading, scale: float) -> None:
    if len(reading.scores) < 2:
        return
    own = [score - norms.criteria.get(c, 0.0) for c, score in reading.scores]
    mean = sum(own) / len(own)
    within.add(sum((y - mean) ** 2 for y in own) / scale, len(own) - 1)


def _add_between(
    call: _Moment, deal: _Moment, norms: Norms, live: Sequence[Reading], criterion: float
) -> None:
    z = [norms.adjusted(r) for r in live]
    mean = sum(z) / len(z)
    scale = bounded_noise(mean)
    squares = sum((x - mean) ** 2 for x in z) / scale
    sampled = criterion * sum(1.0 / len(r.scores) for r in live) / len(live)
    call.add(squares - (len(z) - 1) * sampled, len(z) - 1)
    total = squares / (len(z) - 1) / len(z)
    for i, one in enumerate(live):
        for j in range(i):
            if one.deal is not None and one.deal == live[j].deal:
                deal.add((z[i] - mean) * (z[j] - mean) / scale + total, 1.0)
