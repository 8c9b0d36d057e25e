"""A person's level in place of the grader's: what the grader said can always be had back."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.calls import CallId, CallType
from domain.people import PersonId
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId, SkillLink
from domain.scores import CriterionScore, Evidence, NotScoredBecause, Scorecard
from scoring.rulings import Verdict, as_graded, carried_over, with_verdicts
from scoring.scorecard import overall_score, summary_of

NOW = datetime(2026, 11, 25, tzinfo=UTC)
NAMES = tuple(CriterionId(name) for name in ("a", "b", "c", "d"))
LEVELS = st.none() | st.integers(0, 4)
RUBRIC = Rubric(
    name="small", version=1, title="Small", call_types=(), digest="d",
    criteria=tuple(
        Criterion(
            id=name, title=name, behaviour="Does it.", anchors=("0", "1", "2", "3", "4"),
            skills=(SkillLink(SkillId("s")),), weight=weight,
        )
        for name, weight in zip(NAMES, (1.0, 2.0, 0.5, 1.0), strict=True)
    ),
)  # fmt: skip


def score(name: CriterionId, level: int | None) -> CriterionScore:
    return CriterionScore(
        criterion_id=name, skill_ids=(SkillId("s"),), level=level,
        not_scored=NotScoredBecause.GRADER_UNSURE if level is None else None,
        reason=f"reason {name}", tip="tip", better="better", evidence=(Evidence("quote", 1),),
    )  # fmt: skip


def card(levels: tuple[int | None, ...], version: int = 1, rubric: str = "small") -> Scorecard:
    criteria = tuple(score(n, level) for n, level in zip(NAMES, levels, strict=True))
    return Scorecard(
        call_id=CallId("c"), call_version=version, rubric_name=rubric, rubric_version=1,
        grader_name="g", grader_version="1", criteria=criteria, created_at=NOW,
        overall=overall_score(RUBRIC, CallType.DEMO, criteria),
        summary=summary_of(RUBRIC, CallType.DEMO, criteria),
    )  # fmt: skip


def verdict(level: int | None) -> Verdict:
    return Verdict(level=level, by=PersonId("mia"), at=NOW, why="Heard it.")


CARDS = st.tuples(LEVELS, LEVELS, LEVELS, LEVELS).map(card)
VERDICTS = st.dictionaries(st.sampled_from(NAMES), LEVELS.map(verdict))


@given(CARDS, VERDICTS, VERDICTS)
def test_what_the_grader_gave_comes_back_whatever_was_decided(
    graded: Scorecard, one: dict[CriterionId, Verdict], two: dict[CriterionId, Verdict]
) -> None:
    ruled = with_verdicts(graded, RUBRIC, CallType.DEMO, one)
    ruled = with_verdicts(ruled, RUBRIC, CallType.DEMO, two)
    assert as_graded(ruled, RUBRIC, CallType.DEMO) == graded


@given(CARDS, VERDICTS)
def test_every_decided_criterion_has_the_person_s_level_and_no_other_moves(
    graded: Scorecard, decided: dict[CriterionId, Verdict]
) -> None:
    ruled = with_verdicts(graded, RUBRIC, CallType.DEMO, decided)
    for before, after in zip(graded.criteria, ruled.criteria, strict=True):
        if before.criterion_id in decided:
            assert after.level == decided[before.criterion_id].level
            assert after.ruling is not None
            assert after.evidence == before.evidence
        else:
            assert after == before


@given(CARDS, CARDS, VERDICTS)
def test_rulings_carry_over_to_a_new_score_of_the_same_words(
    first: Scorecard, second: Scorecard, decided: dict[CriterionId, Verdict]
) -> None:
    ruled = with_verdicts(first, RUBRIC, CallType.DEMO, decided)
    again = carried_over(second, RUBRIC, CallType.DEMO, ruled)
    assert again == with_verdicts(second, RUBRIC, CallType.DEMO, decided)


def test_rulings_do_not_carry_over_to_another_rubric() -> None:
    ruled = with_verdicts(card((1, 1, 1, 1)), RUBRIC, CallType.DEMO, {NAMES[0]: verdict(4)})
    other = card((1, 1, 1, 1), rubric="another")
    assert carried_over(other, RUBRIC, CallType.DEMO, ruled) == other


def test_what_the_grader_said_of_its_own_level_goes_with_it() -> None:
    ruled = with_verdicts(card((1, 1, 1, 1)), RUBRIC, CallType.DEMO, {NAMES[0]: verdict(4)})
    found = ruled.of(NAMES[0])
    assert found is not None
    assert found.ruling is not None
    assert (found.reason, found.tip, found.better) == ("", "", "")
    assert found.ruling.grader_reason == "reason a"
