"""Replay: everything known of one rep in one skill, from nothing but its observations.

Late, re-scored and deleted calls need no special case: the profile is a pure function of
the set of observations and of the moment, so it is computed again from all of them.
"""

import math
from collections.abc import Sequence
from datetime import datetime

from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import (
    Proficiency,
    ProfileRules,
    SkillObservation,
    SkillProfile,
    TierChange,
    Trend,
    TrendLabel,
)
from scoring.proficiency import Filtered, Series, effective_calls, run_filter
from scoring.tiers import Announced, Evidence, next_announcement
from scoring.trend import Smoothed, smooth, trend

_SECONDS_PER_DAY = 86_400.0


def replay(
    rep_id: PersonId,
    skill_id: SkillId,
    observations: Sequence[SkillObservation],
    rules: ProfileRules,
    *,
    as_of: datetime,
) -> SkillProfile:
    """Proficiency, announced tier with its changes, and trends of one pair at ``as_of``.

    Args:
        rep_id: whose.
        skill_id: in which skill.
        observations: of that pair, one a call, in any order; may be empty. Those later
            than ``as_of`` are not used.
        rules: priors, variances and tier rule; see ``ProfileRules``.
        as_of: aware moment; uncertainty grows by ``drift_per_day`` up to it.

    Returns:
        ``proficiency`` (the prior, without calls), every tier announcement since the first
        call in time order, and ``history``: per call the level and its standard error as
        they look at ``as_of`` (smoothed), which is the trend line to draw.

    Raises:
        ValueError: an observation of another pair, a call that comes twice, a score
            outside 0-100, or an observation without criteria.
    """
    _check(rep_id, skill_id, observations)
    used = _in_time_order(observations, as_of)
    filtered = run_filter(_series(used), rules)
    day = _days(used[0].observed_at, as_of) if used else 0.0
    changes, announced = _announcements(used, filtered, rules)
    smoothed = smooth(filtered, day, rules)
    level, variance = filtered.at(day, rules)
    proficiency = Proficiency(
        rep_id=rep_id,
        skill_id=skill_id,
        as_of=as_of,
        level=min(100.0, max(0.0, level)),
        standard_error=math.sqrt(variance),
        effective_n=effective_calls(filtered, day, rules),
        calls=len(used),
        tier=announced.tier,
        last_observed_at=used[-1].observed_at if used else None,
        trends=_trends(filtered, smoothed, day, rules),
    )
    return SkillProfile(
        proficiency=proficiency, tier_changes=changes, history=_history(used, smoothed)
    )


def _check(rep_id: PersonId, skill_id: SkillId, observations: Sequence[SkillObservation]) -> None:
    seen: set[str] = set()
    for one in observations:
        if one.rep_id != rep_id or one.skill_id != skill_id:
            raise ValueError(
                f"observation of {one.rep_id}/{one.skill_id}, expected {rep_id}/{skill_id}"
            )
        if one.call_id in seen:
            raise ValueError(f"call {one.call_id} comes twice")
        if not 0.0 <= one.score <= 100.0:
            raise ValueError(f"call {one.call_id}: score {one.score} is not within 0-100")
        if one.criteria < 1:
            raise ValueError(f"call {one.call_id}: an observation needs a scored criterion")
        seen.add(one.call_id)


def _in_time_order(
    observations: Sequence[SkillObservation], as_of: datetime
) -> list[SkillObservation]:
    known = (o for o in observations if o.observed_at <= as_of)
    return sorted(known, key=lambda o: (o.observed_at, o.call_id))


def _series(used: Sequence[SkillObservation]) -> Series:
    return Series(
        days=[_days(used[0].observed_at, o.observed_at) for o in used],
        scores=[o.score for o in used],
        criteria=[o.criteria for o in used],
    )


def _days(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds() / _SECONDS_PER_DAY


def _announcements(
    used: Sequence[SkillObservation], filtered: Filtered, rules: ProfileRules
) -> tuple[tuple[TierChange, ...], Announced]:
    """Every announcement, each decided with what was known after the call that tipped it."""
    shown = Announced()
    changes: list[TierChange] = []
    for i, observation in enumerate(used):
        now = Evidence(
            filtered.days[i], filtered.levels[i], math.sqrt(filtered.variances[i]), i + 1
        )
        after = next_announcement(shown, now, rules)
        if after is not shown and after.tier is not None:
            changes.append(
                TierChange(
                    rep_id=observation.rep_id,
                    skill_id=observation.skill_id,
                    before=shown.tier,
                    after=after.tier,
                    at=observation.observed_at,
                    because_of=observation.call_id,
                    level=now.level,
                    standard_error=now.standard_error,
                    calls=now.calls,
                )
            )
        shown = after
    return tuple(changes), shown


def _trends(
    filtered: Filtered, smoothed: Smoothed, day: float, rules: ProfileRules
) -> tuple[Trend, ...]:
    if not filtered.days:
        return tuple(
            Trend(days=days, change=None, standard_error=None, label=TrendLabel.UNKNOWN)
            for days in rules.trend_days
        )
    return tuple(trend(filtered, smoothed, day, rules, days=days) for days in rules.trend_days)


def _history(
    used: Sequence[SkillObservation], smoothed: Smoothed
) -> tuple[tuple[datetime, float, float], ...]:
    """The smoothed line: one point a call, without the last entry (``as_of`` itself)."""
    return tuple(
        (o.observed_at, level, math.sqrt(variance))
        for o, level, variance in zip(
            used, smoothed.levels[:-1], smoothed.variances[:-1], strict=True
        )
    )
