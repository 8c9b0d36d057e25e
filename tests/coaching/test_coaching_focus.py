"""Which skills are chosen: each factor of the leverage, holding, resting, and too few calls."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from coaching.focus import (
    NOTHING_ENOUGH,
    NOTHING_LEFT,
    ComingUp,
    FocusRules,
    Past,
    choose_focus,
    chosen_by_hand,
    is_mastered,
    leverage,
    room,
    why,
)
from domain.phrases import Phrase, phrase
from domain.rubrics import SkillId
from domain.skills import Proficiency, Tier, TrendLabel

Make = Callable[..., Proficiency]
Say = Callable[[Phrase], str]
MONDAY = date(2026, 11, 23)
NEXT, DISCOVERY, OBJECTIONS = SkillId("next_steps"), SkillId("discovery"), SkillId("objections")


def weeks(skill: SkillId, *ago: int) -> list[Past]:
    return [Past(MONDAY - timedelta(weeks=n), (skill,)) for n in ago]


def chosen(figures: list[Proficiency], history: list[Past] | None = None) -> list[str]:
    return [c.skill_id for c in choose_focus(figures, history or [], monday=MONDAY).choices]


@pytest.mark.parametrize(
    ("level", "left"), [(95.0, 0.0), (99.0, 0.0), (65.0, 1.0), (50.0, 1.5), (10.0, 2.5)]
)
def test_room_is_what_is_left_to_95_within_bounds(level: float, left: float) -> None:
    assert room(level) == left


def test_leverage_is_the_product_of_its_factors(figure: Make) -> None:
    p = figure("ilse", "next_steps", 65.0, error=0.001, calls=4)
    assert leverage(p, beta=0.0, rest=1.0) == pytest.approx(0.05 * 1.0 * 0.5, abs=1e-9)
    assert leverage(p, beta=0.15, rest=0.5) == pytest.approx(0.2 * 1.0 * 0.5 * 0.5, abs=1e-9)
    assert leverage(p, beta=-3.0, rest=1.0) == leverage(p, beta=0.0, rest=1.0)


@pytest.mark.parametrize(
    ("label", "factor"),
    [
        (TrendLabel.DECLINING, 1.15),
        (TrendLabel.STEADY, 1.0),
        (TrendLabel.UNKNOWN, 1.0),
        (TrendLabel.IMPROVING, 0.85),
    ],
)
def test_momentum_follows_the_sixty_day_trend(
    label: TrendLabel, factor: float, figure: Make
) -> None:
    plain = leverage(figure("ilse", "next_steps", 65.0), beta=0.0, rest=1.0)
    moved = leverage(figure("ilse", "next_steps", 65.0, label=label), beta=0.0, rest=1.0)
    assert moved == pytest.approx(plain * factor)


def test_the_two_largest_gaps_are_chosen_when_nothing_else_differs(figure: Make) -> None:
    figures = [
        figure("ilse", "objections", 74.0),
        figure("ilse", "next_steps", 55.0),
        figure("ilse", "discovery", 64.0),
    ]
    assert chosen(figures) == ["next_steps", "discovery"]


def test_a_low_figure_on_few_calls_gives_way_to_a_sure_one(figure: Make) -> None:
    figures = [
        figure("ilse", "objections", 52.0, error=8.0, calls=3),
        figure("ilse", "next_steps", 60.0),
        figure("ilse", "discovery", 63.0),
    ]
    assert chosen(figures) == ["next_steps", "discovery"]


def test_a_skill_that_wins_deals_comes_before_a_larger_gap(figure: Make) -> None:
    figures = [figure("ilse", "objections", 55.0), figure("ilse", "next_steps", 75.0)]
    found = choose_focus(
        figures, [], monday=MONDAY, rules=FocusRules(importance={SkillId("next_steps"): 0.3})
    )
    assert [c.skill_id for c in found.choices] == ["next_steps", "objections"]


def test_two_calls_are_too_few_for_a_focus(figure: Make) -> None:
    found = choose_focus([figure("ilse", "discovery", 30.0, calls=2)], [], monday=MONDAY)
    assert (found.choices, found.nothing_because) == ((), NOTHING_ENOUGH)
    assert choose_focus([], [], monday=MONDAY).nothing_because == NOTHING_ENOUGH


def test_a_rep_who_masters_everything_gets_no_focus(figure: Make) -> None:
    done = figure("ilse", "discovery", 92.0, error=2.0, tier=Tier.EXCELLENT)
    assert is_mastered(done)
    found = choose_focus([done], [], monday=MONDAY)
    assert (found.choices, found.nothing_because) == ((), NOTHING_LEFT)


def test_a_focus_skill_is_held_for_four_weeks_against_a_larger_gap(figure: Make) -> None:
    figures = [
        figure("ilse", "objections", 74.0),
        figure("ilse", "next_steps", 55.0),
        figure("ilse", "discovery", 60.0),
    ]
    assert set(chosen(figures, weeks(OBJECTIONS, 3, 2, 1))) == {"next_steps", "objections"}
    assert set(chosen(figures, weeks(OBJECTIONS, 4, 3, 2, 1))) == {"next_steps", "discovery"}


def test_a_missed_agenda_does_not_end_a_block(figure: Make) -> None:
    figures = [
        figure("ilse", "objections", 74.0),
        figure("ilse", "next_steps", 55.0),
        figure("ilse", "discovery", 60.0),
    ]
    assert "objections" in chosen(figures, weeks(OBJECTIONS, 2))
    assert "objections" not in chosen(figures, weeks(OBJECTIONS, 3))


def test_a_skill_that_was_mastered_is_let_go_before_its_four_weeks_end(figure: Make) -> None:
    figures = [figure("ilse", "objections", 93.0, error=1.5), figure("ilse", "discovery", 70.0)]
    assert chosen(figures, weeks(OBJECTIONS, 1)) == ["discovery"]


def test_a_skill_rests_four_weeks_after_its_block(figure: Make) -> None:
    figures = [
        figure("ilse", "objections", 55.0),
        figure("ilse", "next_steps", 62.0),
        figure("ilse", "discovery", 64.0),
    ]
    after_block = weeks(OBJECTIONS, 5, 4, 3, 2)  # ended a week ago
    long_rested = weeks(OBJECTIONS, 8, 7, 6, 5)  # ended four weeks ago
    assert chosen(figures, after_block) == ["next_steps", "discovery"]
    assert chosen(figures, long_rested) == ["objections", "next_steps"]


def test_a_second_block_of_a_skill_is_held_as_the_first_was(figure: Make) -> None:
    figures = [
        figure("ilse", "objections", 74.0),
        figure("ilse", "next_steps", 55.0),
        figure("ilse", "discovery", 60.0),
    ]
    assert "objections" in chosen(figures, weeks(OBJECTIONS, 5, 4, 3, 2, 1))


def test_the_sentence_carries_figure_calls_reason_and_detail(figure: Make, say: Say) -> None:
    p = figure("ilse", "next_steps", 41.0, error=3.65, calls=9)
    (choice,) = choose_focus([p], [], monday=MONDAY).choices
    detail = phrase("focus-recurring", short=3, seen=4, title="Dated step")
    assert (
        say(why(choice, "Next steps")) == "Next steps: 41 ± 6 from 9 calls, the most room to grow."
    )
    assert say(why(choice, "Next steps", detail)) == (
        "Next steps: 41 ± 6 from 9 calls, the most room to grow; "
        "on 3 of the last 4 calls there was room in “Dated step”."
    )


def test_the_second_skill_says_that_it_slips_or_since_when_it_is_held(
    figure: Make, say: Say
) -> None:
    low = figure("ilse", "next_steps", 41.0)
    slipping = figure("ilse", "discovery", 60.0, label=TrendLabel.DECLINING)
    steady = figure("ilse", "discovery", 60.0)
    _, second = choose_focus([low, slipping], [], monday=MONDAY).choices
    assert say(why(second, "Discovery")) == "Discovery: 60 ± 7 from 12 calls, lower than before."
    _, held = choose_focus([low, steady], weeks(DISCOVERY, 2, 1), monday=MONDAY).choices
    assert say(why(held, "Discovery")) == "Discovery: 60 ± 7 from 12 calls, in focus since 9 Nov."
    _, other = choose_focus([low, steady], [], monday=MONDAY).choices
    assert say(why(other, "Discovery")) == "Discovery: 60 ± 7 from 12 calls, with room to grow."


def test_a_skill_that_the_manager_chose_says_so(figure: Make, say: Say) -> None:
    choice = chosen_by_hand(figure("ilse", "next_steps", 88.0), MONDAY)
    assert say(why(choice, "Next steps")).endswith("chosen for this 1:1.")


def test_three_skills_are_chosen_where_three_are_wanted(figure: Make) -> None:
    figures = [figure("ilse", s, 40.0 + n) for n, s in enumerate((NEXT, DISCOVERY, OBJECTIONS))]
    rules = FocusRules(skills=3)
    assert len(choose_focus(figures, [], monday=MONDAY, rules=rules).choices) == 3


def test_of_two_equal_gaps_the_one_that_comes_up_on_present_calls_goes_first(figure: Make) -> None:
    figures = [
        figure("ilse", NEXT, 55.0),
        figure("ilse", DISCOVERY, 54.0),
        figure("ilse", "value", 40.0),
    ]
    rules = FocusRules(coming_up={NEXT: ComingUp(6, 8), DISCOVERY: ComingUp(0, 8)})
    found = choose_focus(figures, [], monday=MONDAY, rules=rules)
    assert [c.skill_id for c in found.choices] == ["value", NEXT]


def test_how_often_it_comes_up_is_said_where_nothing_else_is_the_reason(
    figure: Make, say: Say
) -> None:
    figures = [figure("ilse", NEXT, 55.0), figure("ilse", "value", 40.0)]
    rules = FocusRules(coming_up={NEXT: ComingUp(6, 8)})
    second = choose_focus(figures, [], monday=MONDAY, rules=rules).choices[1]
    assert say(why(second, "Next steps")).endswith("comes up on 6 of the last 8 calls.")
