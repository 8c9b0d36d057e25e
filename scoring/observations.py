"""What one scorecard says about each skill of the call's rep."""

import hashlib
from functools import cache

from domain.calls import Call
from domain.practice import PROVIDER as PRACTICE
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId
from domain.scores import Scorecard
from domain.skills import SkillObservation
from scoring.weighted import weighted_mean


def observations_of(
    call: Call,
    rubric: Rubric,
    card: Scorecard,
    *,
    unstable: frozenset[CriterionId] = frozenset(),
) -> tuple[SkillObservation, ...]:
    """One observation for each skill that at least one scored criterion feeds.

        score = sum(weight_i * score_i) / sum(weight_i)     over the scored criteria i

    where ``weight_i`` is the weight of criterion i's link to the skill. Scores are 0-100.
    Criteria without a level have no say, nor have ``unstable`` ones, whose level says more about
    the grader than about the rep, unless a person gave it. Empty if the call has no known rep.
    In the order in which the rubric first names the skills.
    """
    if call.rep_id is None:
        return ()
    scores = {c.criterion_id: c.score for c in card.criteria if c.score is not None}
    unsteady = unstable - {c.criterion_id for c in card.criteria if c.ruling is not None}
    parts: dict[SkillId, list[tuple[str, float, float]]] = {}
    for criterion in rubric.criteria:
        score = scores.get(criterion.id)
        if score is not None and criterion.id not in unsteady:
            name = f"{rubric.name}/{criterion.id}#{wording_digest(criterion)}"
            for link in criterion.skills:
                parts.setdefault(link.skill_id, []).append((name, score, link.weight))
    return tuple(
        SkillObservation(
            rep_id=call.rep_id,
            skill_id=skill_id,
            call_id=call.id,
            observed_at=call.started_at,
            score=weighted_mean([(w, s) for _, s, w in scored]),
            criteria=len(scored),
            parts=tuple(scored),
            call_type=call.call_type.value,
            practice=call.provider == PRACTICE,
        )
        for skill_id, scored in parts.items()
    )


@cache
def wording_digest(criterion: Criterion) -> str:
    """Four letters that change with whatever a grader reads of a criterion, and with no more."""
    read = (criterion.behaviour, criterion.anchors, criterion.evidence_side, criterion.reader)
    return hashlib.sha256(repr(read).encode()).hexdigest()[:4]
