"""How much of what a rep shows in practice arrives on live calls, per skill."""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import Z_90, SkillObservation

MIN_PLAYS, MIN_LIVE = 3, 3
LATEST = 10
"""So many of the latest role-plays, and of the latest live calls, are compared."""
DEFAULT_SPREAD = 10.0
"""Standard deviation of one score in points where there are too few to tell; scores of a rep
vary about that much from call to call. No spread is taken to be below half of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Practice minus live calls in points, with its standard error and what stands behind it."""

    points: float
    standard_error: float
    plays: int
    live_calls: int
    reps: int

    @property
    def interval(self) -> tuple[float, float]:
        """90 % interval."""
        half = Z_90 * self.standard_error
        return self.points - half, self.points + half

    @property
    def clear(self) -> bool:
        """Whether it lies beyond chance."""
        low, high = self.interval
        return low > 0 or high < 0


@dataclass(frozen=True, slots=True)
class TooFew:
    """Why no gap is said: how many there are of each."""

    plays: int
    live_calls: int


def gap_of(seen: Sequence[SkillObservation]) -> Gap | TooFew:
    """The gap of one rep in one skill.

        gap = mean(practice) - mean(live),   se^2 = s_p^2 / n_p + s_l^2 / n_l

    over the latest ten of each, ``s`` the spread of their scores, at least 5 points. With fewer
    than three of either there is no gap to tell.
    """
    ordered = sorted(seen, key=lambda o: (o.observed_at, o.call_id))
    played = [o.score for o in ordered if o.practice][-LATEST:]
    live = [o.score for o in ordered if not o.practice][-LATEST:]
    if len(played) < MIN_PLAYS or len(live) < MIN_LIVE:
        return TooFew(len(played), len(live))
    variance = _of_mean(played) + _of_mean(live)
    return Gap(
        points=statistics.fmean(played) - statistics.fmean(live),
        standard_error=math.sqrt(variance),
        plays=len(played), live_calls=len(live), reps=1,
    )  # fmt: skip


def gaps(
    seen: Mapping[tuple[PersonId, SkillId], Sequence[SkillObservation]],
) -> dict[SkillId, Gap | TooFew]:
    """The gap of every skill over all reps who practised it: the mean of theirs.

    Its error is the larger of what the reps' own errors leave and what their gaps scatter.
    A rep with too few of either has no say; without any other the sums of them are told.
    """
    by_skill: dict[SkillId, list[Gap | TooFew]] = {}
    for (_, skill_id), observations in sorted(seen.items()):
        by_skill.setdefault(skill_id, []).append(gap_of(observations))
    return {skill_id: _over(found) for skill_id, found in by_skill.items()}


def _over(found: Sequence[Gap | TooFew]) -> Gap | TooFew:
    known = [each for each in found if isinstance(each, Gap)]
    if not known:
        return TooFew(sum(f.plays for f in found), sum(f.live_calls for f in found))
    points = [gap.points for gap in known]
    own = math.sqrt(sum(gap.standard_error**2 for gap in known)) / len(known)
    scatter = statistics.stdev(points) / math.sqrt(len(points)) if len(points) > 1 else 0.0
    return Gap(
        points=statistics.fmean(points),
        standard_error=max(own, scatter),
        plays=sum(gap.plays for gap in known),
        live_calls=sum(gap.live_calls for gap in known),
        reps=len(known),
    )


def _of_mean(scores: Sequence[float]) -> float:
    spread = statistics.stdev(scores) if len(scores) > 1 else DEFAULT_SPREAD
    return max(spread, DEFAULT_SPREAD / 2) ** 2 / len(scores)
