"""Scorecards and labels of the same calls, laid side by side for ``scoring.reliability``."""

from collections.abc import Mapping, Sequence

from domain.calls import CallType
from domain.labels import HumanLabel
from domain.rubrics import CriterionId, Rubric
from domain.scores import CriterionScore, NotScoredBecause, Scorecard, score_of_level
from scoring.reliability import Rating
from scoring.scorecard import overall_score

_NO_OCCASION = frozenset({NotScoredBecause.NO_OCCASION, NotScoredBecause.NOT_APPLICABLE})
"""Reasons that say something of the call; every other is the grader's abstention."""


def ratings(
    rubric: Rubric,
    cards: Mapping[str, tuple[CallType, Scorecard]],
    labels: Sequence[HumanLabel],
) -> dict[CriterionId | None, list[Rating]]:
    """One rating for each labelled criterion of each call, and ``None`` for the whole call.

    ``cards`` are by call as the labels name it; labels of calls without a card, or of
    criteria that do not apply to the call's type, are left out. A person's overall score is
    that of the levels that person gave, by the same rule as a scorecard's.
    """
    people: dict[str, dict[CriterionId, dict[str, int | None]]] = {}
    for label in labels:
        by_criterion = people.setdefault(label.call, {})
        by_criterion.setdefault(label.criterion_id, {})[label.rater] = label.level
    found: dict[CriterionId | None, list[Rating]] = {c.id: [] for c in rubric.criteria}
    found[None] = []
    for call, by_criterion in people.items():
        if call not in cards:
            continue
        kind, card = cards[call]
        applicable = {c.id for c in rubric.applicable(kind)}
        for score in card.criteria:
            if score.criterion_id in applicable & by_criterion.keys():
                found[score.criterion_id].append(
                    _rating(call, score, by_criterion[score.criterion_id])
                )
        found[None].append(_whole(call, card, _overalls(rubric, kind, by_criterion)))
    return found


def _rating(call: str, score: CriterionScore, levels: Mapping[str, int | None]) -> Rating:
    return Rating(
        call,
        {rater: None if at is None else score_of_level(at) for rater, at in levels.items()},
        score.score,
        abstained=score.score is None and score.not_scored not in _NO_OCCASION,
    )


def _whole(call: str, card: Scorecard, people: Mapping[str, float]) -> Rating:
    return Rating(call, people, card.overall, abstained=card.overall is None)


def _overalls(
    rubric: Rubric, kind: CallType, labels: Mapping[CriterionId, Mapping[str, int | None]]
) -> dict[str, float]:
    raters = sorted({rater for levels in labels.values() for rater in levels})
    overall = {rater: overall_score(rubric, kind, _as_scores(labels, rater)) for rater in raters}
    return {rater: score for rater, score in overall.items() if score is not None}


def _as_scores(
    labels: Mapping[CriterionId, Mapping[str, int | None]], rater: str
) -> list[CriterionScore]:
    return [
        CriterionScore(
            criterion_id=criterion,
            skill_ids=(),
            level=levels[rater],
            not_scored=None if levels[rater] is not None else NotScoredBecause.NO_OCCASION,
        )
        for criterion, levels in labels.items()
        if rater in levels
    ]
