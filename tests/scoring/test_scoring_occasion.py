"""A model's "no occasion" is held against what the buyer said."""

from dataclasses import replace

import pytest

from domain.calls import CallType, Transcript
from domain.rubrics import CriterionId
from domain.scores import CriterionScore, GraderAnswer, NotScoredBecause
from scoring.evidence import check_answers
from scoring.occasion import with_occasions_checked
from tests.scoring.talks import DISCOVERY, talk

OBJECTIONS = CriterionId("objections")
RUBRIC = replace(DISCOVERY, criteria=tuple(c for c in DISCOVERY.criteria if c.id == OBJECTIONS))
NONE = GraderAnswer(
    criterion_id=OBJECTIONS,
    level=None,
    not_scored=NotScoredBecause.NO_OCCASION,
    reason="The buyer raised nothing.",
)
TOO_DEAR = talk(
    "R: The price is ninety thousand a year all in.\n"
    "B: That is far too expensive, we cannot pay ninety thousand.\n"
    "R: Well, let me show you the next screen of the product.\n"
    "B: I said it is too expensive for us."
)
CALM = talk(
    "R: The price is ninety thousand a year all in.\n"
    "B: Fine, that is what we have set aside for it.\n"
    "R: Well, let me show you the next screen of the product.\n"
    "B: Please do, I have ten minutes left."
)


def score(transcript: Transcript, answer: GraderAnswer = NONE) -> CriterionScore:
    """The answer checked both ways, as a model's answers are."""
    criteria = RUBRIC.applicable(CallType.DISCOVERY)
    answers = {OBJECTIONS: answer}
    checked = with_occasions_checked(criteria, CallType.DISCOVERY, transcript, answers)
    (found,) = check_answers(RUBRIC, CallType.DISCOVERY, transcript, checked)
    return found


def test_an_objection_that_the_model_overlooked_leaves_the_criterion_unsure_with_the_turn() -> None:
    found = score(TOO_DEAR)
    assert found.not_scored is NotScoredBecause.GRADER_UNSURE
    assert "the buyer's turn 2 sounds like a concern (price)" in found.reason


def test_a_believed_no_occasion_says_which_turns_were_searched() -> None:
    found = score(CALM)
    assert found.not_scored is NotScoredBecause.NO_OCCASION
    assert found.reason == "Searched the buyer's turns from 2 to 4. The buyer raised nothing."


def test_the_span_is_shown_though_the_models_own_words_may_not_be() -> None:
    found = score(CALM, replace(NONE, reason="x" * 900))
    assert found.reason.startswith("Searched the buyer's turns from 2 to 4.")


def test_a_criterion_without_a_reader_of_occasions_is_believed() -> None:
    criteria = (replace(RUBRIC.criteria[0], reader=None),)
    answers = with_occasions_checked(criteria, CallType.DISCOVERY, TOO_DEAR, {OBJECTIONS: NONE})
    assert answers[OBJECTIONS].not_scored is NotScoredBecause.NO_OCCASION


@pytest.mark.parametrize("because", [NotScoredBecause.GRADER_UNSURE, None])
def test_every_other_answer_stays_as_it_was(because: NotScoredBecause | None) -> None:
    answer = replace(NONE, not_scored=because, level=2 if because is None else None)
    answers = {OBJECTIONS: answer}
    criteria = RUBRIC.applicable(CallType.DISCOVERY)
    assert with_occasions_checked(criteria, CallType.DISCOVERY, TOO_DEAR, answers) is answers


def test_a_call_without_a_turn_of_the_buyer_says_so() -> None:
    found = score(talk("R: Hello, can anybody hear me on this line?"))
    assert found.reason.startswith("The buyer said nothing that could be searched.")
