"""The same calls under two versions of a rubric: who would move, and by how much."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.cli.score_report import Scored, spent
from app.cli.shadow import Graded
from domain.people import PersonId
from domain.rubrics import CriterionId, Rubric, SkillId
from domain.skills import ProfileRules
from scoring.bridge import Doubly, Offset, TierMove, medal_moves, offsets, tier_moves
from scoring.observations import observations_of

_ANYBODY = PersonId("rep")
"""Observations are of somebody; which rep it is stands beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The same calls under an older version."""

    old: Rubric
    calls: int
    offsets: tuple[Offset, ...]
    medals: tuple[Doubly, ...]
    tiers: tuple[TierMove, ...]
    usage: Mapping[str, float]


def beside(old: Rubric, new: Graded, before: Graded, rules: ProfileRules) -> Beside:
    """Lay the calls that both versions graded side by side; ``new`` holds at least one."""
    calls = [
        _doubly(name, before.scored[name], found)
        for name, found in new.scored.items()
        if name in before.scored
    ]
    rubric = next((scored.rubric for scored in new.scored.values()), old)
    return Beside(
        old=old,
        calls=len(calls),
        offsets=offsets(old, rubric, calls),
        medals=medal_moves(calls),
        tiers=tier_moves(calls, rules),
        usage=spent(s.card.usage for s in before.scored.values()),
    )


def _doubly(name: str, old: Scored, new: Scored) -> Doubly:
    return Doubly(
        call=name,
        rep=", ".join(new.found.sided.rep_speakers),
        old=_scores(old),
        new=_scores(new),
        old_medal=old.card.medal,
        new_medal=new.card.medal,
        old_skills=_skills(old),
        new_skills=_skills(new),
    )


def _scores(scored: Scored) -> dict[CriterionId, float]:
    return {s.criterion_id: s.score for s in scored.card.criteria if s.score is not None}


def _skills(scored: Scored) -> dict[SkillId, float]:
    call = replace(scored.call, rep_id=_ANYBODY)
    observed = observations_of(call, scored.rubric, scored.card)
    return {one.skill_id: one.score for one in observed}
