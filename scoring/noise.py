"""How noisy observations are: variances of a call, of a criterion, and of a shared deal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.norms import Cell, Norms, Reading
from scoring.proficiency import bounded_noise

PRIOR_CALL, PRIOR_CRITERION, PRIOR_DEAL = 42.0, 200.0, 12.0
PRIOR_WEIGHT = 200
"""Degrees of freedom that the prior variances count for, in each skill: the skills of a call go
together, so that ten of them say hardly more of how noisy calls are than one does."""
MIN_CALLS_IN_CELL = 3
MOVED = 2.0
"""A cell that varies so many times more than its steps do holds a move of the level."""


@dataclass(frozen=True, slots=True)
class Noise:
    """Variances of one observation at a level of 65, points squared."""

    call: float = PRIOR_CALL
    criterion: float = PRIOR_CRITERION
    deal: float = PRIOR_DEAL


class NoiseMoments:
    """Collects, skill by skill, what the variances of an observation are fitted from.

    ``criterion``: within a call. ``call``: half the mean squared difference of one call's ``z``
    and the next one's, in cells of three or more calls, minus ``criterion * mean(1/n)`` (von
    Neumann 1941): a rep who changed at once within a cell adds one large step to it, not the
    whole move to every call. ``deal``: mean product of the residuals of two calls of one deal,
    leaving out cells in which the level itself moved. Each is divided by ``V`` of the cell's
    level, so it holds at a level of 65, and starts from a prior worth ``PRIOR_WEIGHT`` squares.
    """

    def __init__(self) -> None:
        self._within = _Moment(PRIOR_CRITERION)
        self._call = _Moment(PRIOR_CALL)
        self._deal = _Moment(PRIOR_DEAL)
        self._skills = 0
        self._sampled = 0.0

    def add(self, norms: Norms, cells: Iterable[Cell]) -> None:
        """All cells of one skill, seen through its norms."""
        self._skills += 1
        for cell in cells:
            live = [r for r in cell if not r.practice]
            if len(live) >= MIN_CALLS_IN_CELL:
                self._add(norms, live, [norms.adjusted(r) for r in live])

    def _add(self, norms: Norms, live: Sequence[Reading], z: Sequence[float]) -> None:
        mean = sum(z) / len(z)
        scale = bounded_noise(mean)
        for r in live:
            _add_within(self._within, norms, r, scale)
        freedom = len(z) - 1
        steps = sum([(b - a) ** 2 for a, b in pairwise(z)]) / 2.0 / scale
        self._call.add(steps, freedom)
        self._sampled += freedom * sum([1.0 / r.criteria for r in live]) / len(live)
        squares = sum([(x - mean) ** 2 for x in z]) / scale
        if squares <= MOVED * (steps + PRIOR_CALL):
            self._add_deals(live, [x - mean for x in z], scale, squares / freedom / len(z))

    def _add_deals(
        self, live: Sequence[Reading], off: Sequence[float], scale: float, lost: float
    ) -> None:
        for i, one in enumerate(live):
            for j in range(i):
                if one.deal is not None and one.deal == live[j].deal:
                    self._deal.add(off[i] * off[j] / scale + lost, 1.0)

    def noise(self) -> Noise:
        """The variances as far as the data carry, else their priors."""
        weight = float(PRIOR_WEIGHT * max(1, self._skills))
        criterion = self._within.value(weight)
        call = self._call.value(weight, less=criterion * self._sampled)
        return Noise(max(5.0, call), max(20.0, criterion), max(0.0, self._deal.value(weight)))


class _Moment:
    """A mean of squares that starts from a prior."""

    def __init__(self, prior: float) -> None:
        self._prior, self._sum, self._weight = prior, 0.0, 0.0

    def add(self, squares: float, weight: float) -> None:
        self._sum += squares
        self._weight += weight

    def value(self, prior_weight: float, *, less: float = 0.0) -> float:
        """The mean without ``less`` of the squares, the prior being worth so many of them."""
        squares = self._sum - less + self._prior * prior_weight
        return squares / (self._weight + prior_weight)


def _add_within(within: _Moment, norms: Norms, reading: Reading, scale: float) -> None:
    if len(reading.scores) < 2:
        return
    offsets = norms.criteria
    own = [score - offsets.get(c, 0.0) for c, score in reading.scores]
    mean = sum(own) / len(own)
    within.add(sum([(y - mean) ** 2 for y in own]) / scale, len(own) - 1)
