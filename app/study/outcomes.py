"""What closed deals say about skills, from levels as they were known before each was opened."""

import math
from bisect import bisect_left
from collections.abc import Mapping
from statistics import fmean

from app.study.files import Study, StudyDeal
from coaching.focus import FocusRules
from domain.rubrics import SkillId
from scoring.outcomes import ClosedDeal, Effect, fit_outcomes

_DAYS_PER_MONTH = 30.0


class Outcomes:
    """Keeps every rep's levels week by week, and fits what goes with winning."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._sources = sorted({deal.lead_source for deal in study.deals})
        amounts: dict[str, list[float]] = {}
        for deal in study.deals:
            amounts.setdefault(deal.segment, []).append(math.log(deal.amount))
        self._usual_amount = {segment: fmean(found) for segment, found in amounts.items()}
        self._days: list[int] = []
        self._levels: list[Mapping[str, tuple[float, ...]]] = []
        self._importance: dict[str, FocusRules] = {}
        self.effects: tuple[Effect, ...] = ()

    def remember(self, day: int, levels: Mapping[str, tuple[float, ...]]) -> None:
        """The level of every rep in every skill at the end of ``day``; days never fall."""
        self._days.append(day)
        self._levels.append(levels)

    def fit(self, day: int) -> None:
        """Fit anew from the deals that were closed by ``day``."""
        closed = [d for d in self._study.deals if d.closed_day is not None and d.closed_day <= day]
        self.effects = fit_outcomes([c for d in closed if (c := self._known(d)) is not None])
        by_segment: dict[str, dict[SkillId, float]] = {}
        for effect in self.effects:
            skill = SkillId(self._study.skills[effect.skill])
            by_segment.setdefault(effect.segment, {})[skill] = effect.log_odds
        self._importance = {s: FocusRules(importance=found) for s, found in by_segment.items()}

    def rules(self, rep: str) -> FocusRules:
        """What is known to matter in the rep's segment; nothing before the first fit."""
        return self._importance.get(self._study.reps[rep].segment, FocusRules())

    def _known(self, deal: StudyDeal) -> ClosedDeal | None:
        """The deal with the levels of the last evening before it was opened, if there is one."""
        at = bisect_left(self._days, deal.created_day) - 1
        levels = self._levels[at].get(deal.rep_id) if at >= 0 else None
        if levels is None:
            return None
        return ClosedDeal(
            rep=deal.rep_id,
            segment=deal.segment,
            won=deal.won,
            levels=levels,
            known=(
                *(float(deal.lead_source == source) for source in self._sources[1:]),
                float(deal.competitor),
                math.log(deal.amount) - self._usual_amount[deal.segment],
                deal.created_day / _DAYS_PER_MONTH,
            ),
        )
