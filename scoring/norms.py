"""What the mix of calls adds to a score: criteria, call types and role-plays are not alike.

A rep who is given the harder calls must not look worse for it. Within one rep and four weeks
the rep's own level cancels out, so what is left between the scores of such a cell is the
offset of the criterion, of the call type and of practice. They are fitted by ridge regression
over all cells of a skill and taken off before a score counts. Source of the figures: our own
simulations, see ``docs/adr/0012-norms-and-fitted-priors.md``.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scoring.linear import inverse, times

NOISE, NOISE_WEIGHT = 300.0, 200.0
"""Least variance of one criterion score around the rep's level, points squared, and how many
scores it counts for: where levels themselves move within cells, offsets are less sure."""
OFFSET_SD = 7.0
"""Prior standard deviation of an offset, points."""


class Mix(NamedTuple):
    """What a reading was made of, the scores aside: readings of one mix share one offset."""

    criteria: tuple[str, ...]
    weights: tuple[float, ...]
    call_type: str
    practice: bool


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
    weights: tuple[float, ...] = ()
    """Of each score in the mean; left empty where all count alike."""
    mix: Mix = field(init=False, repr=False, compare=False)
    mean: float = field(init=False, repr=False, compare=False)
    """Weighted mean of the scores."""
    criteria: float = field(init=False, repr=False, compare=False)
    """How many criteria it is worth: ``(sum w)^2 / sum w^2``, their number if all are alike."""

    def __post_init__(self) -> None:
        """Work out once what every fit asks for."""
        names = tuple([name for name, _ in self.scores])
        mean, criteria = sum([score for _, score in self.scores]) / len(names), float(len(names))
        if w := self.weights:
            mean = sum(a * y for a, (_, y) in zip(w, self.scores, strict=True)) / sum(w)
            criteria = sum(w) ** 2 / sum(a * a for a in w)
        object.__setattr__(self, "mix", Mix(names, w, self.call_type, self.practice))
        object.__setattr__(self, "mean", mean)
        object.__setattr__(self, "criteria", criteria)


Column = tuple[str, str]
"""What kind of offset, and whose: ("criterion", id), ("type", call type), ("practice", "")."""
Cell = Sequence[Reading]
"""The readings of one rep and skill within 28 days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Norms:
    """Offsets in points, by name; ``spread`` is ``(X'X + lambda I)^-1`` of their fit."""

    criteria: Mapping[str, float] = field(default_factory=dict)
    call_types: Mapping[str, float] = field(default_factory=dict)
    practice: float = 0.0
    columns: tuple[Column, ...] = ()
    """What the rows and columns of ``spread`` stand for."""
    spread: tuple[tuple[float, ...], ...] = ()
    noise: float = NOISE
    """Variance of one criterion score inside cells."""
    usual: tuple[float, ...] = ()
    """Mean dummy row of the organisation's live calls."""

    _offsets: dict[Mix, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    def adjusted(self, reading: Reading) -> float:
        """``z``: the mean over the applicable criteria of score minus offsets, in points."""
        offset = self._offsets.get(reading.mix)
        if offset is None:
            offset = self._offsets[reading.mix] = self._offset(reading.mix)
        return reading.mean - offset

    def _offset(self, mix: Mix) -> float:
        weights = mix.weights or (1.0,) * len(mix.criteria)
        own = [self.criteria.get(criterion, 0.0) for criterion in mix.criteria]
        mean = sum(w * a for w, a in zip(weights, own, strict=True)) / sum(weights)
        shared = self.call_types.get(mix.call_type, 0.0)
        return mean + shared + (self.practice if mix.practice else 0.0)

    def variance(self, live: Iterable[Reading]) -> float:
        """How unsure the offsets leave the level of a rep with this mix of calls.

        ``2 d' [noise (X'X + lambda I)^-1] d`` with ``d`` the rep's mean dummy row minus the
        organisation's.
        """
        mean = _mean_row(live, _places(self.columns))
        if not mean:
            return 0.0
        d = [x - u for x, u in zip(mean, self.usual, strict=True)]
        return 2.0 * self.noise * sum(x * y for x, y in zip(d, times(self.spread, d), strict=True))


def fit_norms(cells: Sequence[Cell]) -> Norms:
    """Offsets of one skill by ridge regression inside cells; zero without data.

    Centred so that the organisation's live calls have the mean offset 0: a proficiency is the
    score to expect on the usual mix.
    """
    columns = _columns_of(cells)
    size = len(columns)
    if not size:
        return Norms()
    names = _places(columns)
    noise = _noise(cells)
    ridge = noise / OFFSET_SD**2
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
        columns=columns,
        spread=tuple(tuple(row) for row in spread),
        noise=noise,
        usual=tuple(usual or [0.0] * size),
    )


def _noise(cells: Sequence[Cell]) -> float:
    """Pooled variance of scores inside cells, at least ``NOISE``."""
    squares, freedom = NOISE * NOISE_WEIGHT, NOISE_WEIGHT
    for cell in cells:
        scores = [score for r in cell for _, score in r.scores]
        mean = sum(scores) / len(scores)
        squares += sum([(y - mean) ** 2 for y in scores])
        freedom += len(scores) - 1
    return max(NOISE, squares / freedom)


def _columns_of(cells: Sequence[Cell]) -> tuple[Column, ...]:
    mixes = {r.mix for cell in cells for r in cell}
    if not mixes:
        return ()
    criteria = sorted({c for mix in mixes for c in mix.criteria})
    types = sorted({mix.call_type for mix in mixes})
    return (
        *(("criterion", c) for c in criteria),
        *(("type", t) for t in types),
        ("practice", ""),
    )


def _places(columns: Sequence[Column]) -> dict[Column, int]:
    return {column: i for i, column in enumerate(columns)}


def _columns(mix: Mix, names: Mapping[Column, int]) -> list[tuple[int, ...]]:
    """For each criterion score the columns that are 1."""
    shared = [names["type", mix.call_type]] if ("type", mix.call_type) in names else []
    if mix.practice:
        shared.append(names["practice", ""])
    return [(names["criterion", c], *shared) for c in mix.criteria]


def _add_cell(
    cell: Cell, names: Mapping[Column, int], normal: list[list[float]], target: list[float]
) -> None:
    """Add the cell's deviations from its mean to ``X'X`` and ``X'y``."""
    rows = _rows(cell, names)
    total = sum(n for _, n, _ in rows)
    if total < 2:
        return
    mean_y = sum(y for _, _, y in rows) / total
    counts: dict[int, float] = {}
    for columns, n, y in rows:
        for i in columns:
            counts[i] = counts.get(i, 0.0) + n
            target[i] += y - n * mean_y
            for j in columns:
                normal[i][j] += n
    for i, a in counts.items():
        for j, b in counts.items():
            normal[i][j] -= a * b / total


def _rows(cell: Cell, names: Mapping[Column, int]) -> list[tuple[tuple[int, ...], int, float]]:
    """Columns, number of scores and their sum, of scores that have the same columns."""
    by_mix: dict[Mix, list[Reading]] = {}
    for reading in cell:
        by_mix.setdefault(reading.mix, []).append(reading)
    return [
        (columns, len(alike), sum([r.scores[at][1] for r in alike]))
        for mix, alike in by_mix.items()
        for at, columns in enumerate(_columns(mix, names))
    ]


def _mean_row(readings: Iterable[Reading], names: Mapping[Column, int]) -> list[float]:
    total, row = 0, [0.0] * len(names)
    for mix, n in Counter(r.mix for r in readings if not r.practice).items():
        if any(("criterion", c) not in names for c in mix.criteria):
            continue
        for columns in _columns(mix, names):
            total += n
            for i in columns:
                row[i] += n
    return [x / total for x in row] if total else []
