"""The linter finds wording that cannot be scored the same way twice."""

from dataclasses import replace

import pytest

from config.loader import load_rubrics, load_skills
from config.rubric_lint import lint
from config.settings import PACKAGED
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId, SkillLink
from scoring.builtin.levels import READERS

GOOD = Criterion(
    id=CriterionId("next_step"),
    title="Agrees a next step with a date",
    behaviour="Before the end the rep proposes a step with a date, and the buyer says yes to it.",
    anchors=(
        "The call ends without any step.",
        "A wish to talk again.",
        "A step without an agreed date.",
        "A step on a day the buyer agrees to.",
        "As 3, with a task for either side, and the rep recaps it.",
    ),
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


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        ("The rep is curious, warm and patient with the buyer.", "curious"),
        ("The rep shows interest in the buyer and business acumen.", "acumen"),
        ("The rep builds trust and cares about the buyer.", "builds trust"),
        ("The rep sounds sure of the product and stays polite.", "polite"),
        ("The rep handles the conversation with good energy.", "energy"),
        ("The rep is on top of the subject.", "The rep is"),
        ("The rep listens actively.", "listens actively"),
        ("The rep stays patient with the buyer.", "patient"),
    ],
)
def test_an_impression_of_the_rep_is_found_in_many_words(behaviour: str, said: str) -> None:
    (found,) = lint(rubric(replace(GOOD, behaviour=behaviour)))
    assert found.rule == "attitude"
    assert said in found.detail


@pytest.mark.parametrize("title", ["Good listener", "Curiosity", "Executive presence"])
def test_an_attitude_as_a_title_is_found(title: str) -> None:
    assert rules(replace(GOOD, title=title)) == ["attitude"]


@pytest.mark.parametrize(
    "behaviour",
    [
        "The rep learns what that person cares about.",
        "When the buyer raises a concern about trust, the rep asks what is behind it.",
        "The rep asks how a patient is admitted.",
        'The rep says "I am curious" before the question.',
        "The rep asks for the effective date of the contract.",
        "The rep asks who pays for professional services.",
    ],
)
def test_what_the_buyer_or_a_quotation_says_is_no_attitude(behaviour: str) -> None:
    assert rules(replace(GOOD, behaviour=behaviour)) == []


def test_two_behaviours_in_one_title_are_found() -> None:
    assert rules(replace(GOOD, title="Asks open questions and sums up the answers")) == [
        "double_barrelled"
    ]


@pytest.mark.parametrize("title", ["Budget and authority", "Pricing & packaging"])
def test_two_subjects_in_one_title_are_found(title: str) -> None:
    assert rules(replace(GOOD, title=title)) == ["double_barrelled"]


@pytest.mark.parametrize(
    "title",
    ["Pros and cons", "Terms and conditions", "Cause and effect", "Decision - pros & cons"],
)
def test_two_words_that_name_one_thing_are_one_subject(title: str) -> None:
    assert rules(replace(GOOD, title=title)) == []


@pytest.mark.parametrize(
    ("behaviour", "second"),
    [
        (
            "The rep asks for the budget, agrees a next step and answers every objection.",
            "agrees a next step",
        ),
        ("The rep sets an agenda and handles objections.", "handles objections"),
        ("The rep asks about pain, then pitches a solution.", "pitches a solution"),
        ("When it rings the rep opens with small talk and names a price.", "names a price"),
        ("The rep sets an agenda and asks which tools are in use.", "asks which tools are in use"),
        ("The rep asks for the budget and works out a plan.", "works out a plan"),
    ],
)
def test_verbs_with_objects_of_their_own_are_two_behaviours(behaviour: str, second: str) -> None:
    (found,) = lint(rubric(replace(GOOD, behaviour=behaviour)))
    assert found.rule == "double_barrelled"
    assert f"and “{second}”" in found.detail


@pytest.mark.parametrize(
    "behaviour",
    [
        "The rep asks a question and waits for the answer to it.",
        "The rep asks for names, roles and offers.",
        "Before the demo the rep names the needs it is about, and asks whether they still stand.",
        "The rep names the price and gives the reason for the price.",
        "The rep proposes a step, and the buyer agrees to another one.",
        "The rep asks what the buyer wants to achieve and waits for the answer.",
        "The rep names the price and then says nothing until the buyer speaks.",
        "The rep asks an open question and lets the buyer finish.",
        "The rep offers two options and asks which one fits.",
        "The rep asks about the plan and gives the buyer time to think.",
        "The rep asks what it costs and works out the yearly total.",
    ],
)
def test_a_second_verb_about_the_same_thing_is_one_behaviour(behaviour: str) -> None:
    assert rules(replace(GOOD, behaviour=behaviour)) == []


def test_and_within_one_behaviour_is_not_two() -> None:
    assert rules(replace(GOOD, title="Agrees a next step with action, date and owners")) == []


def test_a_step_further_with_the_same_thing_is_one_behaviour() -> None:
    assert rules(replace(GOOD, title="Plays back what was heard and checks it")) == []


def test_a_criterion_that_feeds_no_skill_is_found() -> None:
    assert rules(replace(GOOD, skills=())) == ["unlinked"]


def test_a_missing_anchor_is_named_by_its_level() -> None:
    zero, _, two, _, four = GOOD.anchors
    (found,) = lint(rubric(replace(GOOD, anchors=(zero, "", two, " ", four))))
    assert found.rule == "missing_anchor"
    assert found.detail == "no anchor at level 1, 3"


def test_an_example_that_is_no_sentence_is_found() -> None:
    assert rules(replace(GOOD, example="Ask.", near_miss="")) == ["no_example", "no_near_miss"]


def test_more_than_twelve_skills_are_too_many() -> None:
    many = replace(GOOD, skills=tuple(SkillLink(SkillId(f"s{i}")) for i in range(13)))
    (found,) = lint(rubric(many))
    assert (found.criterion, found.rule) == ("", "too_many_skills")


@pytest.mark.parametrize(
    "anchor",
    [
        "handles it well",
        "a thorough and properly led talk",
        "speaks with confidence",
        "an average answer to it",
        "asks in a professional and effective way",
    ],
)
def test_a_level_that_names_a_quality_is_found(anchor: str) -> None:
    (found,) = lint(rubric(replace(GOOD, anchors=(*GOOD.anchors[:3], anchor, GOOD.anchors[4]))))
    assert (found.rule, found.detail.startswith("level 3 says")) == ("vague_level", True)


@pytest.mark.parametrize(
    "anchor",
    [
        'says "well done"',
        "names a price as well as a date",
        "learns the average order value",
        "asks how many there are on average",
        "learns what it does to the staff's well-being",
        "asks how well it works today",
        "learns the effective date of the contract",
        "learns a date well before the renewal",
        "says what professional services cost",
    ],
)
def test_a_quality_that_is_quoted_asked_for_or_part_of_a_name_is_none(anchor: str) -> None:
    assert rules(replace(GOOD, anchors=(*GOOD.anchors[:3], anchor, GOOD.anchors[4]))) == []


def test_levels_that_differ_by_a_word_are_found() -> None:
    third = "Asks once what the trouble leads to, and gets an answer from the buyer."
    fourth = "Asks twice what the trouble leads to, and gets an answer from the buyer."
    (found,) = lint(rubric(replace(GOOD, anchors=(*GOOD.anchors[:3], third, fourth))))
    assert (found.rule, found.detail) == ("levels_alike", "levels 3 and 4 say almost the same")


def test_marks_in_place_of_levels_are_found() -> None:
    marks = ("Bad.", "Not so good.", "Okay.", "Good.", "Very good at it.")
    short, mark = lint(rubric(replace(GOOD, anchors=marks)))
    assert (short.rule, short.detail) == ("short_level", "one or two words at level 0, 2, 3")
    assert mark.rule == "mark_level"
    assert mark.detail == "only how good or how much at level 0, 1, 2, 3, 4"


def test_levels_of_a_letter_are_found() -> None:
    (found, *_) = lint(rubric(replace(GOOD, anchors=("a", "b", "c", "d", "e"))))
    assert (found.rule, found.detail) == ("short_level", "one or two words at level 0, 1, 2, 3, 4")


def test_levels_told_apart_only_by_how_much_are_found() -> None:
    no, few, some, many, lots = (
        f"Asks {much} questions." for much in ("no", "few", "some", "many", "lots of")
    )
    assert rules(replace(GOOD, anchors=(no, few, some, many, lots))) == ["levels_alike"] * 4


def test_levels_from_best_to_worst_are_found_where_one_builds_on_a_higher_one() -> None:
    (found,) = lint(rubric(replace(GOOD, anchors=GOOD.anchors[::-1])))
    assert found.rule == "levels_reversed"
    assert found.detail.startswith("level 0 reads like a lower one")


def test_a_failure_at_the_top_is_found() -> None:
    best = "Asks twice what follows, and the buyer says for whom."
    anchors = (best, *GOOD.anchors[1:4], "Never asks what follows.")
    (found,) = lint(rubric(replace(GOOD, anchors=anchors)))
    assert (found.rule, found.detail) == (
        "levels_reversed",
        "level 4 reads like a lower one: “Never asks what follows.”",
    )


@pytest.mark.parametrize(
    ("worst", "best"),
    [
        (
            "Talks for more than three minutes at a stretch.",
            "Never talks for more than thirty seconds at a stretch.",
        ),
        ("Interrupts five times or more.", "Nobody is interrupted; the buyer finishes."),
        ("Talks while the buyer is speaking.", "Never interrupts, and waits two seconds."),
        ("Promises whatever is asked for.", "Never promises what the product cannot do."),
        ("Argues with each concern.", "Answers each concern, and none is passed over."),
    ],
)
def test_a_top_level_without_a_fault_or_within_a_bound_is_no_failure(worst: str, best: str) -> None:
    assert rules(replace(GOOD, anchors=(worst, *GOOD.anchors[1:4], best))) == []


@pytest.mark.parametrize("best", ["Nobody is asked what follows.", "Passes over what follows."])
def test_a_top_level_that_denies_or_passes_over_the_behaviour_is_a_failure(best: str) -> None:
    worst = "Asks twice what follows, and the buyer says for whom."
    found = rules(replace(GOOD, anchors=(worst, *GOOD.anchors[1:4], best)))
    assert found == ["levels_reversed"]


@pytest.mark.parametrize("near_miss", [GOOD.example, f"{GOOD.example} Well."])
def test_a_near_miss_in_the_words_of_the_example_is_found(near_miss: str) -> None:
    assert rules(replace(GOOD, near_miss=near_miss)) == ["same_example"]


def test_no_shipped_rubric_in_use_gets_advice() -> None:
    shipped = load_rubrics(PACKAGED / "rubrics", load_skills(PACKAGED / "skills.yaml"), READERS)
    names = {one.name for one in shipped.rubrics}
    assert len(names) == 12
    assert {name: lint(shipped.named(name)) for name in names} == dict.fromkeys(names, ())
