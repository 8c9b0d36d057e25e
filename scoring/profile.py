"""Replay: everything known of one rep in one skill, from nothing but its observations.

Late, re-scored and deleted calls need no special case: the profile is a pure function of
the set of observations, of what was fitted from all of them, and of the moment.
"""

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import (
    EarlySign,
    Lift,
    PracticeFigure,
    PracticeIs,
    Proficiency,
    ProfileRules,
    SkillObservation,
    SkillProfile,
    TierChange,
    Trend,
)
from scoring.announcements import announcements, day_of, live_calls, still_told, within_scale
from scoring.early import LOOKED_BACK_DAYS, LiveCall, early_sign
from scoring.fitted import Fitted
from scoring.norms import Reading
from scoring.pair import PairHistory
from scoring.proficiency import effective_calls
from scoring.tiers import Announced
from scoring.trend import Smoothed, smooth, trend

LIFT_FROM_CALLS = 5
"""Lift counts from the moment of this call on."""
NOTHING_FITTED = Fitted()


def replay(
    rep_id: PersonId,
    skill_id: SkillId,
    observations: Sequence[SkillObservation],
    rules: ProfileRules,
    fitted: Fitted = NOTHING_FITTED,
    *,
    as_of: datetime,
    announced: Sequence[TierChange] = (),
) -> SkillProfile:
    """Proficiency, announced tier with its changes, and trends of one pair at ``as_of``.

    Args:
        rep_id: whose.
        skill_id: in which skill.
        observations: of that pair, one a call, in any order; may be empty. Those later
            than ``as_of`` are not used.
        rules: tier rule, and whatever is not fitted yet; see ``ProfileRules``.
        fitted: what the company's own data say; see ``scoring.fitted``.
        as_of: aware moment; uncertainty grows by the drift up to it.
        announced: tier changes of the pair as they stand. Those decided under an earlier fit
            were told to people and stay; what came after is decided again.

    Returns:
        ``proficiency`` (the prior, without calls), every tier announcement since the first
        call in time order, and ``history``: per call the level and its standard error as
        they look at ``as_of`` (smoothed), which is the trend line to draw.

    Raises:
        ValueError: an observation of another pair, a call that comes twice, a score
            outside 0-100, or an observation without criteria.
    """
    _check(rep_id, skill_id, observations)
    known = sorted(
        (o for o in observations if o.observed_at <= as_of),
        key=lambda o: (o.observed_at, o.call_id),
    )
    left_out = rules.practice is PracticeIs.LEFT_OUT
    used = [o for o in known if not (left_out and o.practice)]
    kept = still_told(announced, used, rules, fitted.version)
    found = beside = _Replay(rep_id, skill_id, used, rules, fitted, as_of, kept)
    if rules.practice is not PracticeIs.APART:
        apart = replace(rules, practice=PracticeIs.APART)
        beside = _Replay(rep_id, skill_id, known, apart, fitted, as_of, ())
    return found.profile(beside.practice())


def basis_of(fitted: Fitted, rules: ProfileRules) -> str:
    """What a figure rests on besides observations, as it is kept beside every figure."""
    return f"fit {fitted.version}, rules {_digest(rules)}"


@cache
def _digest(rules: ProfileRules) -> str:
    return hashlib.sha256(repr(rules).encode()).hexdigest()[:8]


def reading_of(observation: SkillObservation, rules: ProfileRules) -> Reading:
    """The observation as the filter takes it.

    One whose criteria were not kept counts as so many alike.
    """
    parts = observation.parts
    alike = len({part[2] for part in parts}) <= 1
    scores = tuple([part[:2] for part in parts])
    return Reading(
        day=day_of(observation.observed_at),
        started_at="",
        call=observation.call_id,
        call_type=observation.call_type,
        practice=observation.practice and rules.practice is not PracticeIs.LIKE_A_CALL,
        deal=observation.deal,
        scores=scores or (("", observation.score),) * observation.criteria,
        weights=() if alike else tuple([part[2] for part in parts]),
    )


class _Replay:
    """One pair at one moment."""

    def __init__(
        self,
        rep_id: PersonId,
        skill_id: SkillId,
        used: Sequence[SkillObservation],
        rules: ProfileRules,
        fitted: Fitted,
        as_of: datetime,
        kept: Sequence[TierChange],
    ) -> None:
        self._pair, self._used, self._as_of = (rep_id, skill_id), used, as_of
        readings = [reading_of(o, rules) for o in used]
        first = readings[0].day if readings else None
        self._pace = fitted.pace(rep_id, first)
        view = fitted.view(skill_id, rules, self._pace)
        self._rules, self._kappa = view.rules, fitted.check.inflation
        self._history = PairHistory(view, readings)
        self._filtered = self._history.filtered()
        self._mix_errors = self._history.mix_errors()
        self._basis, self._fit, self._kept = basis_of(fitted, rules), fitted.version, kept
        self._today = day_of(as_of)
        self._now = self._pace.at(self._today)

    def profile(self, practice: PracticeFigure | None) -> SkillProfile:
        """All of it, beside what role-plays show."""
        rules, filtered, used = self._rules, self._filtered, self._used
        smoothed = smooth(filtered, self._now, rules)
        changes, announced = self._announcements()
        level, variance = filtered.at(self._now, rules)
        rep_id, skill_id = self._pair
        proficiency = Proficiency(
            rep_id=rep_id,
            skill_id=skill_id,
            as_of=self._as_of,
            level=within_scale(level),
            standard_error=self._error_now(variance),
            effective_n=effective_calls(filtered, self._now, rules),
            calls=live_calls(used, rules)[-1] if used else 0,
            tier=announced.tier,
            last_observed_at=used[-1].observed_at if used else None,
            trends=tuple(self._trends(smoothed)),
            basis=self._basis,
            practice=practice,
            early=self._early(),
            lift=self._lift(smoothed),
        )
        return SkillProfile(
            proficiency=proficiency, tier_changes=changes, history=self._line(smoothed)
        )

    def practice(self) -> PracticeFigure | None:
        """What role-plays show, told apart from live calls."""
        played = sum(r.practice for r in self._history)
        if not played:
            return None
        level, variance = self._history.practice_level(self._today)
        return PracticeFigure(within_scale(level), self._error_now(variance), played)

    def _error(self, variance: float, offsets: float) -> float:
        """Standard error a figure is published with."""
        return math.sqrt((variance + offsets) * self._kappa)

    def _error_now(self, variance: float) -> float:
        return self._error(variance, self._mix_errors[-1] if self._mix_errors else 0.0)

    def _announcements(self) -> tuple[tuple[TierChange, ...], Announced]:
        filtered = self._filtered
        errors = list(map(self._error, filtered.variances, self._mix_errors))
        return announcements(
            self._used, filtered.levels, errors, self._rules, self._kept, fit=self._fit
        )

    def _trends(self, smoothed: Smoothed) -> Iterator[Trend]:
        for days in self._rules.trend_days:
            yield trend(
                self._filtered,
                smoothed,
                self._now,
                self._rules,
                days=days,
                start=self._pace.at(self._today - days),
                inflation=self._kappa,
            )

    def _line(self, smoothed: Smoothed) -> tuple[tuple[datetime, float, float], ...]:
        """The smoothed line: one point a call, without the last entry (``as_of`` itself)."""
        columns = zip(self._used, smoothed.levels[:-1], smoothed.variances[:-1], strict=True)
        return tuple(
            (o.observed_at, level, math.sqrt(variance * self._kappa))
            for o, level, variance in columns
        )

    def _early(self) -> EarlySign | None:
        rules, history = self._rules, self._history
        recent = (
            LiveCall(
                r.day,
                history.score(r),
                rules.call_variance + rules.criterion_variance / r.criteria,
                r.deal,
            )
            for r in history
            if not r.practice and r.day > self._today - LOOKED_BACK_DAYS
        )
        return early_sign(recent, self._today, deal_variance=rules.deal_variance)

    def _lift(self, smoothed: Smoothed) -> Lift | None:
        """From the call that made a figure possible to now."""
        if len(self._used) <= LIFT_FROM_CALLS:
            return None
        since = self._used[LIFT_FROM_CALLS - 1].observed_at
        found = trend(
            self._filtered,
            smoothed,
            self._now,
            self._rules,
            days=0,
            start=self._pace.at(day_of(since)),
            inflation=self._kappa,
        )
        if found.change is None or found.standard_error is None:
            return None
        return Lift(since, found.change, found.standard_error)


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
