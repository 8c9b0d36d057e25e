"""What the mix of calls adds to a score: criteria, call types and role-plays are not alike.

A rep who is given the harder calls must not look worse for it. Within one rep and four weeks
the rep's own level cancels out, so what is left between the scores of such a cell is the
offset of the criterion, of the call type and of practice. They are fitted by ridge regression
over all cells of a skill and taken off before a score counts. Source of the figures: our own
simulations, see ``docs/adr/0012-norms-and-fitted-priors.md``.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scoring.linear import dot, inverse, times

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

    @property
    def shares(self) -> tuple[float, ...]:
        """What each criterion counts for in the mean; they add up to 1."""
        if not self.weights:
            return (1.0 / len(self.criteria),) * len(self.criteria)
        total = sum(self.weights)
        return tuple([weight / total for weight in self.weights])


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
Row = Mapping[int, float]
"""How many scores of a reading hold an offset, by column; those with none are left out. Its
scores count by their shares, which add up to their number."""
Cell = Sequence[Reading]
"""The readings of one rep and skill within 28 days."""


class Part(NamedTuple):
    """What a reading adds to sums over a spread ``S`` and a usual row ``u``."""

    scores: int
    """How many stand in it."""
    row: Row
    """``x``"""
    spread_row: list[float]
    """``S x``"""
    own: float
    """``x' S x``"""
    with_usual: float
    """``u' S x``"""


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
    """Mean row of one score of the organisation's live calls, in the order of ``columns``."""

    _offsets: dict[Mix, float] = field(default_factory=dict, init=False, repr=False, compare=False)
    _parts: dict[Mix, Part | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def adjusted(self, reading: Reading) -> float:
        """``z``: the mean over the applicable criteria of score minus offsets, in points."""
        offset = self._offsets.get(reading.mix)
        if offset is None:
            offset = self._offsets[reading.mix] = self._offset(reading.mix)
        return reading.mean - offset

    def part(self, mix: Mix) -> Part | None:
        """A reading of this mix beside the usual row; ``None`` if a criterion is not known."""
        if mix not in self._parts:
            self._parts[mix] = self._part(mix)
        return self._parts[mix]

    def _part(self, mix: Mix) -> Part | None:
        names = _places(self.columns)
        row = _row_of(mix, names)
        if row is None:
            return None
        whole = [row.get(i, 0.0) for i in range(len(names))]
        spread_row = times(self.spread, whole)
        own, with_usual = dot(whole, spread_row), dot(self.usual, spread_row)
        return Part(len(mix.criteria), row, spread_row, own, with_usual)

    def _offset(self, mix: Mix) -> float:
        own = [self.criteria.get(criterion, 0.0) for criterion in mix.criteria]
        mean = dot(mix.shares, own)
        shared = self.call_types.get(mix.call_type, 0.0)
        return mean + shared + (self.practice if mix.practice else 0.0)


def fit_norms(cells: Sequence[Cell]) -> Norms:
    """Offsets of one skill by ridge regression inside cells; zero without data.

    Centred so that the scores of the organisation's live calls have the mean offset 0, each by
    its share in its call: a proficiency is the score to expect on the usual mix, each criterion
    counting by its link and by how often it applies.
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
    usual = _mean_row(Counter(r.mix for cell in cells for r in cell if not r.practice), names)
    centre = dot(beta, usual) if usual else 0.0
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


def _row_of(mix: Mix, names: Mapping[Column, int]) -> Row | None:
    """The row of a reading of this mix; ``None`` if a criterion is not known."""
    if any(("criterion", c) not in names for c in mix.criteria):
        return None
    row: dict[int, float] = {}
    for share, columns in zip(mix.shares, _columns(mix, names), strict=True):
        for i in columns:
            row[i] = row.get(i, 0.0) + share * len(mix.criteria)
    return row


def _mean_row(mixes: Mapping[Mix, int], names: Mapping[Column, int]) -> list[float]:
    """For one score of these readings."""
    total, mean = 0, [0.0] * len(names)
    for mix, calls in mixes.items():
        if (row := _row_of(mix, names)) is not None:
            total += calls * len(mix.criteria)
            for i, scores in row.items():
                mean[i] += calls * scores
    return [x / total for x in mean] if total else []
