"""What a company's own data say, all together: fitted anew every 28 days, versioned.

Until there is a first fit the configured rules hold and nothing is taken off a score.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.skills import ProfileRules
from scoring.noise import Noise, NoiseMoments
from scoring.norms import Norms, Reading, fit_norms
from scoring.pace import STEADY, Pace, pace_of
from scoring.pair import View
from scoring.priors import BLOCK_DAYS, Adjusted, Priors, SelfCheck, blocks_of, fit_priors

Pair = tuple[str, str]
"""(rep, skill)."""
JOINED_LATER_DAYS = 28.0
"""A rep whose first call lies further behind the company's first one came new to the team."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Offsets by skill, variances, priors, and how well past predictions held."""

    version: int = 0
    """0 before the first fit; then one more with each."""
    norms: Mapping[str, Norms] = field(default_factory=dict)
    noise: Noise = field(default_factory=Noise)
    priors: Priors = field(default_factory=Priors)
    check: SelfCheck = field(default_factory=SelfCheck)
    first_days: Mapping[str, float] = field(default_factory=dict)
    """Day of each rep's first live call."""
    checked: int = -1
    """Number of the last 28-day block that predictions were compared with."""

    def view(self, skill: str, base: ProfileRules, pace: Pace = STEADY) -> View:
        """What readings of a skill are seen through; ``base`` holds all that is not fitted."""
        if not self.version:
            return View(rules=base, pace=pace)
        rules = replace(
            base,
            prior_mean=self.priors.means.get(skill, base.prior_mean),
            prior_variance=self.priors.spread,
            call_variance=self.noise.call,
            criterion_variance=self.noise.criterion,
            deal_variance=self.noise.deal,
            practice_gap_variance=self.priors.gap,
            drift_per_day=self.priors.drift,
        )
        return View(rules=rules, norms=self.norms.get(skill, Norms()), pace=pace)

    def pace(self, rep: str, first_day: float | None) -> Pace:
        """The pace of a rep whose first known reading of a skill is of ``first_day``."""
        began = self.first_days.get(rep, first_day)
        if not self.first_days or began is None:
            return STEADY
        joined_later = began - min(self.first_days.values()) > JOINED_LATER_DAYS
        return pace_of(new_from=began) if joined_later else STEADY


class Refit:
    """Takes the readings of one skill after the other, then fits all that they share."""

    def __init__(self) -> None:
        self._norms: dict[str, Norms] = {}
        self._moments = NoiseMoments()
        self._kept: dict[Pair, list[tuple[float, float, float, bool]]] = {}
        self._first_days: dict[str, float] = {}

    def add(self, skill: str, by_rep: Mapping[str, Sequence[Reading]]) -> None:
        """Every reading of a skill, practice included; each skill once."""
        cells = [cell for readings in by_rep.values() for cell in _cells(readings)]
        norms = self._norms[skill] = fit_norms(cells)
        self._moments.add(norms, cells)
        for rep, readings in by_rep.items():
            self._kept[rep, skill] = [
                (r.day, norms.adjusted(r), r.criteria, r.practice) for r in readings
            ]
            for r in readings:
                if not r.practice:
                    self._first_days[rep] = min(r.day, self._first_days.get(rep, r.day))

    def done(
        self,
        before: Fitted,
        today: float,
        *,
        ended: int = -1,
        predicted: Mapping[Pair, tuple[float, float]] | None = None,
    ) -> Fitted:
        """The fit that follows ``before``.

        Args:
            before: the fit it replaces.
            today: the day, in the days of the readings.
            ended: number of the last 28-day block that is over.
            predicted: level and published variance of each pair as known before that block
                began; how far they missed goes into the self-check, once for each block.
        """
        noise = self._moments.noise()
        observed = {
            pair: [Adjusted(d, z, noise.call + noise.criterion / n, p) for d, z, n, p in kept]
            for pair, kept in self._kept.items()
        }
        check = _checked(before, observed, ended, predicted or {})
        return Fitted(
            version=before.version + 1,
            norms=self._norms,
            noise=noise,
            priors=fit_priors(observed, today),
            check=check,
            first_days=self._first_days,
            checked=max(ended, before.checked),
        )


def _cells(readings: Iterable[Reading]) -> Iterable[list[Reading]]:
    by_block: dict[int, list[Reading]] = {}
    for reading in readings:
        by_block.setdefault(int(reading.day // BLOCK_DAYS), []).append(reading)
    return by_block.values()


def _checked(
    before: Fitted,
    observed: Mapping[Pair, Sequence[Adjusted]],
    ended: int,
    predicted: Mapping[Pair, tuple[float, float]],
) -> SelfCheck:
    """The block that ended, compared with what was expected of it before it began."""
    check = before.check
    for pair, (level, variance) in predicted.items() if ended > before.checked else ():
        if seen := blocks_of(observed.get(pair, ())).get(ended):
            grown = before.priors.drift * BLOCK_DAYS / 3.0
            check = check.seen(level, variance / before.check.inflation + grown, seen)
    return check
