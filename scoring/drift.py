"""Whether a grader that calls itself the same still grades the same."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean, variance

from domain.rubrics import CriterionId
from domain.scores import score_of_level

ALARM_Z = 4.0
"""Standard errors from which a shift is not chance: hardly ever a false alarm in years."""
FEWEST_CHANGED = 5
"""Calls with another figure below which a shift is theirs, not the grader's."""
GOLDEN_CALLS = 40
"""Anchor calls that show a silent shift of three points in most single runs."""

Levels = Mapping[str, Mapping[CriterionId, int | None]]
"""Level 0-4 by call and criterion; ``None``: not scored."""

_ONE_LEVEL = score_of_level(1)


@dataclass(frozen=True, slots=True)
class Drift:
    """How far one criterion, or the mean of all, has moved since the levels were kept."""

    criterion: CriterionId | None
    """``None``: the mean over the criteria of each call."""
    calls: int
    """Calls scored then and now."""
    changed: int
    """Of those, with another figure."""
    shift: float
    """Mean of now minus then, points."""
    z: float
    """The shift in standard errors."""

    @property
    def alarm(self) -> bool:
        """Whether chance is no explanation, and neither are a few odd calls."""
        return self.changed >= FEWEST_CHANGED and abs(self.z) > ALARM_Z


@dataclass(frozen=True, slots=True)
class Coverage:
    """Criteria of calls that are no longer scored, and such as newly are."""

    lost: int
    gained: int

    @property
    def alarm(self) -> bool:
        """Whether more go one way than a fair coin would send (``ALARM_Z`` again)."""
        return abs(self.gained - self.lost) > ALARM_Z * math.sqrt(self.gained + self.lost)


def drift_of(kept: Levels, now: Levels) -> tuple[Drift, ...]:
    """The mean over all criteria first, then each criterion, in the order they were kept.

    The z of the mean paired difference, with a variance of at least one moved level in the
    set, ``(25 sqrt(1 / n))^2``: without it three calls that all moved the same way would have
    no variance and be infinitely sure.
    """
    calls = [call for call in kept if call in now]
    criteria = list(dict.fromkeys(c for call in calls for c in kept[call]))
    by_criterion = {
        c: [d for call in calls for d in _moved(kept[call], now[call], c)] for c in criteria
    }
    by_call = [
        fmean(found)
        for call in calls
        if (found := [d for c in criteria for d in _moved(kept[call], now[call], c)])
    ]
    together = _drift(None, by_call, 1.0 / max(1, len(criteria)))
    return (together, *(_drift(c, moved, 1.0) for c, moved in by_criterion.items()))


def coverage_of(kept: Levels, now: Levels) -> Coverage:
    """How many criteria of calls went from scored to not scored, and back."""
    both = [
        (level is not None, now[call].get(criterion) is not None)
        for call, levels in kept.items()
        if call in now
        for criterion, level in levels.items()
    ]
    return Coverage(
        lost=sum(before and not after for before, after in both),
        gained=sum(after and not before for before, after in both),
    )


def _moved(
    then: Mapping[CriterionId, int | None],
    now: Mapping[CriterionId, int | None],
    criterion: CriterionId,
) -> list[float]:
    a, b = then.get(criterion), now.get(criterion)
    return [] if a is None or b is None else [score_of_level(b) - score_of_level(a)]


def _drift(criterion: CriterionId | None, moved: list[float], share: float) -> Drift:
    """``share``: how much of a figure one level of one criterion is."""
    changed = sum(1 for difference in moved if difference)
    if not changed:
        return Drift(criterion, len(moved), 0, 0.0, 0.0)
    shift = fmean(moved)
    least = (_ONE_LEVEL * share) ** 2 / len(moved)
    spread = max(variance(moved) if len(moved) > 1 else 0.0, least)
    return Drift(criterion, len(moved), changed, shift, shift / math.sqrt(spread / len(moved)))
