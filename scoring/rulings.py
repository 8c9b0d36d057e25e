"""A person's level takes the place of the grader's, and both are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from domain.calls import CallType
from domain.people import PersonId
from domain.rubrics import CriterionId, Rubric
from domain.scores import CriterionScore, NotScoredBecause, Ruling, Scorecard
from scoring.scorecard import overall_score, summary_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person decided about one criterion of one call."""

    level: int | None
    """0-4; ``None``: the call gave no occasion."""
    by: PersonId
    at: datetime
    why: str


def with_verdicts(
    card: Scorecard,
    rubric: Rubric,
    call_type: CallType,
    verdicts: Mapping[CriterionId, Verdict],
) -> Scorecard:
    """The same scorecard under these verdicts; overall score and summary follow.

    What a grader said in words was about its own level, so it goes where the level goes. Its
    quotes stay: they are what was said. Verdicts on criteria that it does not have change
    nothing.
    """
    criteria = tuple(_ruled(c, verdicts.get(c.criterion_id)) for c in card.criteria)
    return _added_up(card, rubric, call_type, criteria)


def as_graded(card: Scorecard, rubric: Rubric, call_type: CallType) -> Scorecard:
    """The scorecard as the grader made it, without any ruling."""
    criteria = tuple(c.as_graded for c in card.criteria)
    return card if criteria == card.criteria else _added_up(card, rubric, call_type, criteria)


def carried_over(
    card: Scorecard, rubric: Rubric, call_type: CallType, before: Scorecard | None
) -> Scorecard:
    """A new scorecard of the same transcript with the rulings of the one before.

    A ruling holds for the criterion of that name in the rubric of that name, in any version.
    """
    if before is None or before.rubric_name != card.rubric_name:
        return card
    found = {c.criterion_id: c for c in before.criteria}
    verdicts = {name: v for name, c in found.items() if (v := _verdict(c)) is not None}
    return with_verdicts(card, rubric, call_type, verdicts) if verdicts else card


def _verdict(score: CriterionScore) -> Verdict | None:
    ruling = score.ruling
    if ruling is None:
        return None
    return Verdict(level=score.level, by=ruling.by, at=ruling.at, why=ruling.why)


def _ruled(score: CriterionScore, verdict: Verdict | None) -> CriterionScore:
    if verdict is None:
        return score
    graded = score.as_graded
    ruling = Ruling(
        by=verdict.by,
        at=verdict.at,
        why=verdict.why,
        grader_level=graded.level,
        grader_not_scored=graded.not_scored,
        grader_reason=graded.reason,
        grader_tip=graded.tip,
        grader_better=graded.better,
    )
    if graded.level is not None and verdict.level == graded.level:
        return replace(graded, ruling=ruling)
    return replace(
        graded,
        level=verdict.level,
        not_scored=NotScoredBecause.NO_OCCASION if verdict.level is None else None,
        reason="",
        tip="",
        better="",
        ruling=ruling,
    )


def _added_up(
    card: Scorecard, rubric: Rubric, call_type: CallType, criteria: tuple[CriterionScore, ...]
) -> Scorecard:
    return replace(
        card,
        criteria=criteria,
        overall=overall_score(rubric, call_type, criteria),
        summary=summary_of(rubric, call_type, criteria),
    )
