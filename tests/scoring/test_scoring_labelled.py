"""Scorecards and labels of the same calls side by side."""

from datetime import UTC, datetime

import pytest

from domain.calls import CallId, CallType
from domain.labels import HumanLabel
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId, SkillLink
from domain.scores import CriterionScore, NotScoredBecause, Scorecard
from scoring.labelled import ratings
from scoring.reliability import Rating

ASKS, CLOSES, PRICES = CriterionId("asks"), CriterionId("closes"), CriterionId("prices")


def criterion(name: CriterionId, weight: float = 1.0, *types: CallType) -> Criterion:
    return Criterion(
        id=name,
        title="Asks",
        behaviour="The rep asks.",
        anchors=("a", "b", "c", "d", "e"),
        skills=(SkillLink(SkillId("questioning")),),
        weight=weight,
        call_types=types,
    )


RUBRIC = Rubric(
    name="small",
    version=1,
    title="X",
    call_types=(),
    criteria=(criterion(ASKS, 3.0), criterion(CLOSES), criterion(PRICES, 1.0, CallType.DEMO)),
    digest="",
)


def score(
    name: CriterionId, level: int | None, why: NotScoredBecause | None = None
) -> CriterionScore:
    return CriterionScore(criterion_id=name, skill_ids=(), level=level, not_scored=why)


def card(overall: float | None, *criteria: CriterionScore) -> Scorecard:
    return Scorecard(
        call_id=CallId("1"),
        call_version=1,
        rubric_name="small",
        rubric_version=1,
        grader_name="g",
        grader_version="1",
        criteria=criteria,
        overall=overall,
        summary="",
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def label(name: CriterionId, rater: str, level: int | None, call: str = "a.vtt") -> HumanLabel:
    return HumanLabel(call=call, criterion_id=name, rater=rater, level=level)


CARDS = {"a.vtt": (CallType.DISCOVERY, card(75.0, score(ASKS, 3), score(CLOSES, 3)))}


def test_levels_become_scores_and_no_occasion_stays_none() -> None:
    found = ratings(RUBRIC, CARDS, [label(ASKS, "Ana", 4), label(ASKS, "Ben", None)])
    assert found[ASKS] == [Rating("a.vtt", {"Ana": 100.0, "Ben": None}, 75.0)]
    assert found[CLOSES] == []


@pytest.mark.parametrize(
    ("why", "abstained"),
    [
        (NotScoredBecause.NO_OCCASION, False),
        (NotScoredBecause.NOT_APPLICABLE, False),
        (NotScoredBecause.NO_READER, True),
        (NotScoredBecause.NO_VALID_EVIDENCE, True),
        (NotScoredBecause.GRADER_UNSURE, True),
    ],
)
def test_only_a_missing_occasion_is_an_answer_every_other_reason_an_abstention(
    why: NotScoredBecause, abstained: bool
) -> None:
    cards = {"a.vtt": (CallType.DISCOVERY, card(None, score(ASKS, None, why)))}
    (found,) = ratings(RUBRIC, cards, [label(ASKS, "Ana", 4)])[ASKS]
    assert (found.judge, found.abstained) == (None, abstained)


def test_a_persons_overall_score_is_weighted_as_a_scorecards() -> None:
    labels = [label(ASKS, "Ana", 4), label(CLOSES, "Ana", 0), label(CLOSES, "Ben", 0)]
    (whole,) = ratings(RUBRIC, CARDS, labels)[None]
    assert whole == Rating("a.vtt", {"Ana": 75.0}, 75.0)  # Ben labelled too little for one


def test_a_criterion_that_does_not_apply_to_the_call_is_left_out() -> None:
    cards = {
        "a.vtt": (
            CallType.DISCOVERY,
            card(50.0, score(PRICES, None, NotScoredBecause.NOT_APPLICABLE)),
        )
    }
    assert ratings(RUBRIC, cards, [label(PRICES, "Ana", 2)])[PRICES] == []


def test_labels_of_calls_that_were_not_graded_are_left_out() -> None:
    found = ratings(RUBRIC, CARDS, [label(ASKS, "Ana", 4, "b.vtt")])
    assert all(rows == [] for rows in found.values())
