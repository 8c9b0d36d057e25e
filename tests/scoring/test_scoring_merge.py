"""One answer of several windows: the rule, step by step, and that it is one."""

from hypothesis import given
from hypothesis import strategies as st

from domain.calls import CallType, Side, Transcript, Turn
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId, SkillLink
from domain.scores import Evidence, GraderAnswer, NotScoredBecause
from scoring.evidence import check_answers
from scoring.merge import merged_answers

ASK = CriterionId("ask")
RUBRIC = Rubric(
    name="r", version=1, title="R", call_types=(), digest="d",
    criteria=(
        Criterion(
            id=ASK, title="Asks", behaviour="Asks.", anchors=("a", "b", "c", "d", "e"),
            skills=(SkillLink(SkillId("s")),), needs_occasion=True,
        ),
    ),
)  # fmt: skip
SAID = "So what did happen after that day?"
TALK = Transcript(
    tuple(
        Turn(i, "x", float(i), i + 1.0, SAID, Side.BUYER if i == 9 else Side.REP) for i in range(10)
    )
)


def scored(level: int, *turns: int, quote: str = SAID) -> GraderAnswer:
    evidence = tuple(Evidence(quote, turn) for turn in turns)
    return GraderAnswer(criterion_id=ASK, level=level, evidence=evidence)


def without(because: NotScoredBecause) -> GraderAnswer:
    return GraderAnswer(criterion_id=ASK, level=None, not_scored=because)


NO_OCCASION = without(NotScoredBecause.NO_OCCASION)
UNSURE = without(NotScoredBecause.GRADER_UNSURE)
INVENTED = scored(4, 0, 1, quote="I personally guarantee a forty percent saving")


def merged(*answers: GraderAnswer) -> GraderAnswer:
    windows = [{ASK: answer} for answer in answers]
    return merged_answers(RUBRIC, CallType.DISCOVERY, TALK, windows)[ASK]


def test_one_window_is_taken_as_it_is() -> None:
    assert merged(INVENTED) is INVENTED


def test_a_proven_level_beats_a_window_without_the_occasion() -> None:
    for other in (NO_OCCASION, UNSURE, INVENTED):
        assert merged(other, scored(1, 0)) == merged(scored(1, 0), other) == scored(1, 0)


def test_what_was_done_in_one_window_is_not_undone_by_another() -> None:
    assert merged(scored(0, 0, 1, 2), scored(2, 5)) == scored(2, 5)


def test_never_did_in_one_window_does_not_beat_a_little_in_another() -> None:
    for windows in ((scored(1, 0), scored(0, 5, 6)), (scored(0, 5, 6), scored(1, 0))):
        assert merged(*windows) == scored(1, 0)


def test_never_did_stands_where_no_window_proves_more() -> None:
    assert merged(UNSURE, scored(0, 5), NO_OCCASION) == scored(0, 5)


def test_the_level_with_proof_from_more_turns_stands() -> None:
    assert merged(scored(2, 0), scored(4, 5, 6)) == scored(4, 5, 6)
    assert merged(scored(3, 0, 1, 2), scored(4, 5, 6)) == scored(3, 0, 1, 2)


def test_of_levels_proven_equally_well_the_lower_stands() -> None:
    assert merged(scored(4, 0, 1), scored(3, 5, 6)) == scored(3, 5, 6)


def test_of_equals_the_earlier_stands() -> None:
    assert merged(scored(3, 0, 1), scored(3, 5, 6)) == scored(3, 0, 1)


def test_no_occasion_needs_every_window() -> None:
    assert merged(NO_OCCASION, NO_OCCASION) == NO_OCCASION
    assert merged(NO_OCCASION, UNSURE) == UNSURE


def test_an_unproven_level_goes_on_to_be_refused_with_its_reason() -> None:
    answer = merged(NO_OCCASION, INVENTED, UNSURE)
    (score,) = check_answers(RUBRIC, CallType.DISCOVERY, TALK, {ASK: answer})
    assert score.not_scored is NotScoredBecause.NO_VALID_EVIDENCE


ANSWERS = st.sampled_from(
    [NO_OCCASION, UNSURE, INVENTED, scored(9, 0), scored(3, 9, 9)]
    + [scored(level, *turns) for level in range(5) for turns in ((0,), (1, 2), (3, 4, 5))]
)


@given(st.lists(ANSWERS, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_checked_result_does_not_depend_on_the_order(
    answers: list[GraderAnswer], chance: object
) -> None:
    shuffled = [*answers]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    levels = [
        check_answers(RUBRIC, CallType.DISCOVERY, TALK, {ASK: merged(*some)})[0].level
        for some in (answers, shuffled)
    ]
    assert levels[0] == levels[1]


@given(st.lists(ANSWERS, min_size=1, max_size=4))
def test_asking_more_often_with_the_same_answer_changes_nothing(
    answers: list[GraderAnswer],
) -> None:
    once = merged(*answers)
    assert merged(*answers, once) == once
