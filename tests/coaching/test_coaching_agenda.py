"""The weekly agenda as a whole: who is in it, what moved, and what last week led to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from coaching.agenda import AgendaInputs, RepWeek, build_agenda
from coaching.clips import ScoredCall
from coaching.focus import NOTHING_ENOUGH
from coaching.moves import move_between, since_last_focus
from domain.agendas import Agenda, RepAgenda
from domain.calls import CallId
from domain.people import Person, PersonId
from domain.phrases import Phrase
from domain.rubrics import SkillId
from domain.skills import Proficiency, Skill, Tier, TierChange

Make = Callable[..., Proficiency]
Score = Callable[..., ScoredCall]
Find = Callable[[str], Person]
Say = Callable[[Phrase | None], str]
MONDAY = date(2026, 11, 23)


@pytest.fixture
def inputs(
    person: Find, figure: Make, scored: Score, skills: dict[SkillId, Skill], now: datetime
) -> AgendaInputs:
    """Ilse with two known skills and calls; Bruno with next to nothing."""
    ilse = RepWeek(
        rep=person("ilse"),
        now=(
            figure("ilse", "next_steps", 48.0, calls=10),
            figure("ilse", "discovery", 70.0, calls=10),
            figure("ilse", "objections", 93.0, error=2.0, calls=10, tier=Tier.EXCELLENT),
        ),
        week_ago=(
            figure("ilse", "next_steps", 46.0, calls=8),
            figure("ilse", "discovery", 71.0, calls=8),
            figure("ilse", "objections", 80.0, error=2.0, calls=8),
        ),
        calls=(
            scored("weak", days_ago=2, dated_step=(1, "let us talk soon")),
            scored("good", days_ago=20, dated_step=(4, "Tuesday at ten, Dana sends the list")),
            scored("older", days_ago=30, dated_step=(1, "bye then"), open_questions=(2, "ok")),
            scored("future", days_ago=-1, dated_step=(0, "never")),
        ),
    )
    bruno = RepWeek(
        rep=person("bruno"), now=(figure("bruno", "discovery", 60.0, calls=1),), week_ago=()
    )
    return AgendaInputs(
        manager=person("petra"),
        monday=MONDAY,
        as_of=now,
        reps=(ilse, bruno),
        skills=skills,
        skipped_calls=3,
    )


def ilse(agenda: Agenda) -> RepAgenda:
    return next(r for r in agenda.reps if r.rep_id == "ilse")


def test_the_agenda_names_week_manager_reps_and_what_was_skipped(inputs: AgendaInputs) -> None:
    agenda = build_agenda(inputs)
    assert (agenda.manager_id, agenda.week, agenda.monday) == ("petra", "2026-W48", MONDAY)
    assert [r.rep_name for r in agenda.reps] == ["Bruno Tallis", "Ilse Marten"]
    assert agenda.skipped_calls == 3


def test_a_rep_with_too_few_calls_gets_no_focus_and_the_reason(inputs: AgendaInputs) -> None:
    bruno = build_agenda(inputs).reps[0]
    assert (bruno.focus, bruno.nothing_because) == ((), NOTHING_ENOUGH)
    assert (bruno.moves, bruno.last_focus) == ((), ())


def test_two_focus_skills_with_why_and_their_moments(inputs: AgendaInputs, say: Say) -> None:
    first, second = ilse(build_agenda(inputs)).focus
    assert (first.skill_id, second.skill_id) == ("next_steps", "discovery")
    assert say(first.why) == (
        "Next steps: 48 ± 7 from 10 calls, the most room to grow; "
        "on 2 of the last 3 calls there was room in “Agrees a dated next step”."
    )
    assert [c.call_id for c in first.clips] == ["weak", "good"]
    assert [c.quote for c in second.clips] == ["ok"]
    assert first.leverage > second.leverage > 0.0


def test_the_suggestion_is_a_question_about_the_reps_own_moments(
    inputs: AgendaInputs, say: Say
) -> None:
    first, second = ilse(build_agenda(inputs)).focus
    assert say(first.suggestion) == (
        "Ask Ilse Marten: what worked in “Call good”, "
        "and how could it have worked in “Call weak” too?"
    )
    assert say(second.suggestion) == (
        "Listen to the moment together and ask Ilse Marten: what would you say there now?"
    )


def test_without_moments_the_suggestion_looks_ahead(inputs: AgendaInputs, say: Say) -> None:
    bare = replace(inputs, reps=(replace(inputs.reps[0], calls=()),))
    first, _ = ilse(build_agenda(bare)).focus
    assert say(first.suggestion) == (
        "Ask Ilse Marten on which coming call Next steps will matter most."
    )


def test_only_calls_of_the_last_seven_days_count_as_this_week(inputs: AgendaInputs) -> None:
    assert ilse(build_agenda(inputs)).calls_this_week == 1


def test_moves_are_those_in_focus_and_those_that_are_clear(inputs: AgendaInputs) -> None:
    moves = ilse(build_agenda(inputs)).moves
    assert [(m.skill_id, m.clear) for m in moves] == [
        ("objections", True),
        ("next_steps", False),
        ("discovery", False),
    ]
    assert (moves[0].before, moves[0].after) == (80.0, 93.0)
    assert moves[0].standard_error == pytest.approx(8**0.5)


def test_a_small_move_outside_the_focus_is_left_out(inputs: AgendaInputs, figure: Make) -> None:
    rep = inputs.reps[0]
    before = (*rep.week_ago[:2], figure("ilse", "objections", 92.0, error=2.0, calls=8))
    agenda = build_agenda(replace(inputs, reps=(replace(rep, week_ago=before),)))
    assert "objections" not in [m.skill_id for m in ilse(agenda).moves]


def test_no_move_is_clear_on_too_few_calls(figure: Make) -> None:
    before = figure("ilse", "discovery", 30.0, error=1.0, calls=2)
    now = figure("ilse", "discovery", 70.0, error=1.0, calls=5)
    assert not move_between(before, now, "Discovery").clear
    assert move_between(replace(before, calls=3), now, "Discovery").clear


def change(day: datetime, after: Tier) -> TierChange:
    return TierChange(
        rep_id=PersonId("ilse"),
        skill_id=SkillId("next_steps"),
        before=Tier.DEVELOPING,
        after=after,
        at=day,
        because_of=CallId("weak"),
        level=48.0,
        standard_error=3.0,
        calls=10,
    )


def test_tier_changes_are_those_of_the_last_seven_days(inputs: AgendaInputs, now: datetime) -> None:
    old = change(now - timedelta(days=7), Tier.PROFICIENT)
    new = change(now - timedelta(days=6), Tier.NEEDS_WORK)
    reps = (replace(inputs.reps[0], tier_changes=(old, new)),)
    assert ilse(build_agenda(replace(inputs, reps=reps))).tier_changes == (new,)


def test_last_weeks_focus_is_taken_up(inputs: AgendaInputs, say: Say) -> None:
    last = build_agenda(
        replace(
            inputs,
            monday=MONDAY - timedelta(days=7),
            as_of=inputs.as_of - timedelta(days=7),
            reps=(replace(inputs.reps[0], now=inputs.reps[0].week_ago),),
        )
    )
    assert ilse(last).last_focus == ()
    assert [say(s) for s in ilse(build_agenda(replace(inputs, previous=(last,)))).last_focus] == [
        "Next steps: not yet (46 to 48 over 2 calls, which could be chance)",
        "Discovery: not yet (71 to 70 over 2 calls, which could be chance)",
    ]


def test_an_agenda_of_the_same_or_a_later_week_is_not_last_week(inputs: AgendaInputs) -> None:
    same = build_agenda(inputs)
    assert ilse(build_agenda(replace(inputs, previous=(same,)))).last_focus == ()


def test_a_focus_skill_that_moved_says_so_with_its_calls(figure: Make, say: Say) -> None:
    before = figure("ilse", "discovery", 50.0, error=3.0, calls=8)
    after = figure("ilse", "discovery", 62.0, error=3.0, calls=14)
    assert say(since_last_focus(before, after, "Discovery")) == (
        "Discovery: moved up, 50 to 62 over 6 calls"
    )
    assert say(since_last_focus(after, replace(before, calls=20), "Discovery")) == (
        "Discovery: moved down, 62 to 50 over 6 calls"
    )


def test_a_focus_skill_with_one_call_since_is_too_early(figure: Make, say: Say) -> None:
    before = figure("ilse", "discovery", 50.0, calls=8)
    after = figure("ilse", "discovery", 70.0, calls=9)
    assert say(since_last_focus(before, after, "Discovery")) == (
        "Discovery: too few calls since to say (1)"
    )


def test_a_skill_that_is_no_longer_configured_is_left_out(inputs: AgendaInputs) -> None:
    fewer = {k: v for k, v in inputs.skills.items() if k != "next_steps"}
    focus = ilse(build_agenda(replace(inputs, skills=fewer))).focus
    assert [f.skill_id for f in focus] == ["discovery"]


def test_the_same_inputs_give_the_same_agenda(inputs: AgendaInputs) -> None:
    reordered = replace(inputs, reps=inputs.reps[::-1])
    assert build_agenda(reordered) == build_agenda(inputs)
