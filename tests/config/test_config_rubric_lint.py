"""The linter finds wording that cannot be scored the same way twice."""

from dataclasses import replace

import pytest

from config.rubric_lint import lint
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId, SkillLink

GOOD = Criterion(
    id=CriterionId("next_step"),
    title="Agrees a next step with a date",
    behaviour="Before the end the rep proposes a step with a date, and the buyer says yes to it.",
    anchors=("nothing", "a wish", "a step", "a step with a date", "a step both wrote down"),
    skills=(SkillLink(SkillId("next_steps")),),
    example="Shall we meet on Tuesday at ten with your controller?",
    near_miss="I will send you something. (No date.)",
)


def rubric(*criteria: Criterion) -> Rubric:
    return Rubric(name="x", version=1, title="X", call_types=(), criteria=criteria, digest="")


def rules(*criteria: Criterion) -> list[str]:
    return [found.rule for found in lint(rubric(*criteria))]


def test_observable_behaviour_with_anchors_and_examples_gets_no_advice() -> None:
    assert rules(GOOD) == []


@pytest.mark.parametrize("word", ["confidently", "Builds rapport", "is enthusiastic"])
def test_an_attitude_is_found(word: str) -> None:
    assert rules(replace(GOOD, behaviour=f"The rep speaks {word} about the offer.")) == ["attitude"]


def test_two_behaviours_in_one_title_are_found() -> None:
    assert rules(replace(GOOD, title="Asks open questions and sums up the answers")) == [
        "double_barrelled"
    ]


def test_and_within_one_behaviour_is_not_two() -> None:
    assert rules(replace(GOOD, title="Agrees a next step with action, date and owners")) == []


def test_a_step_further_with_the_same_thing_is_one_behaviour() -> None:
    assert rules(replace(GOOD, title="Plays back what was heard and checks it")) == []


def test_a_criterion_that_feeds_no_skill_is_found() -> None:
    assert rules(replace(GOOD, skills=())) == ["unlinked"]


def test_a_missing_anchor_is_named_by_its_level() -> None:
    (found,) = lint(rubric(replace(GOOD, anchors=("a", "", "c", " ", "e"))))
    assert found.rule == "missing_anchor"
    assert found.detail == "no anchor at level 1, 3"


def test_an_example_that_is_no_sentence_is_found() -> None:
    assert rules(replace(GOOD, example="Ask.", near_miss="")) == ["no_example", "no_near_miss"]


def test_more_than_twelve_skills_are_too_many() -> None:
    many = replace(GOOD, skills=tuple(SkillLink(SkillId(f"s{i}")) for i in range(13)))
    (found,) = lint(rubric(many))
    assert (found.criterion, found.rule) == ("", "too_many_skills")


@pytest.mark.parametrize(
    "anchor", ["handles it well", "a thorough and properly led talk", "speaks with confidence"]
)
def test_a_level_that_names_a_quality_is_found(anchor: str) -> None:
    (found,) = lint(rubric(replace(GOOD, anchors=(*GOOD.anchors[:3], anchor, GOOD.anchors[4]))))
    assert (found.rule, found.detail.startswith("level 3 says")) == ("vague_level", True)


@pytest.mark.parametrize("anchor", ['says "well done"', "names a price as well as a date"])
def test_a_quality_that_is_quoted_or_joins_is_none(anchor: str) -> None:
    assert rules(replace(GOOD, anchors=(*GOOD.anchors[:3], anchor, GOOD.anchors[4]))) == []


def test_levels_that_differ_by_a_word_are_found() -> None:
    third = "Asks once what the trouble leads to, and gets an answer from the buyer."
    fourth = "Asks twice what the trouble leads to, and gets an answer from the buyer."
    (found,) = lint(rubric(replace(GOOD, anchors=("a", "b", "c", third, fourth))))
    assert (found.rule, found.detail) == ("levels_alike", "levels 3 and 4 say almost the same")


def test_a_near_miss_in_the_words_of_the_example_is_found() -> None:
    assert rules(replace(GOOD, near_miss=GOOD.example)) == ["same_example"]
