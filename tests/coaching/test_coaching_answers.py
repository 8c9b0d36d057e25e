"""Answers: exact sentences, rights applied again, calls cited or said to be none."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import pytest

from coaching.ask import AskData, answer
from domain.clips import Clip
from domain.calls import CallId
from domain.people import Organisation, PersonId
from domain.questions import Query, QuestionKind
from domain.rubrics import SkillId
from domain.skills import Proficiency, Skill, Tier

Make = Callable[..., Proficiency]
Data = Callable[..., AskData]


@pytest.fixture
def moment(now: datetime) -> Callable[..., Clip]:
    def make(call_id: str, turn: int = 0) -> Clip:
        return Clip(
            call_id=CallId(call_id),
            call_title=f"Call {call_id}",
            call_at=now,
            turn_index=turn,
            start_s=10.0,
            speaker="Ilse Marten",
            quote="let us talk soon",
        )

    return make


@pytest.fixture
def data(
    organisation: Organisation,
    skills: dict[SkillId, Skill],
    figure: Make,
    moment: Callable[..., Clip],
    now: datetime,
) -> Data:
    figures = (
        figure("ilse", "next_steps", 41.0, error=3.65, calls=9, tier=Tier.NEEDS_WORK),
        figure("ilse", "discovery", 72.0, error=4.9, calls=9),
        figure("ilse", "objections", 66.0, calls=2, tier=None),
        figure("bruno", "next_steps", 58.0, error=3.0, calls=14),
        figure("jakob", "next_steps", 12.0, calls=20),
        figure("wanda", "next_steps", 30.0, calls=20),
    )
    clips = {
        (PersonId(rep), SkillId("next_steps")): (moment(f"{rep}-1"), moment(f"{rep}-2"))
        for rep in ("ilse", "bruno", "jakob", "wanda")
    }

    def make(
        asker: str,
        proficiencies: Sequence[Proficiency] = figures,
        clips: Mapping[tuple[PersonId, SkillId], tuple[Clip, ...]] = clips,
    ) -> AskData:
        who = organisation.person(PersonId(asker))
        assert who is not None
        return AskData(
            asker=who,
            organisation=organisation,
            skills=skills,
            proficiencies=proficiencies,
            clips=clips,
            as_of=now,
        )

    return make


def about(rep: str, skill: str | None = None) -> Query:
    kind = QuestionKind.REP_SKILL if skill else QuestionKind.REP_OVERVIEW
    return Query(kind=kind, rep_id=PersonId(rep), skill_id=SkillId(skill) if skill else None)


def who(kind: QuestionKind, skill: str | None = None) -> Query:
    return Query(kind=kind, skill_id=SkillId(skill) if skill else None)


def test_a_manager_hears_one_figure_with_its_calls_and_moments(data: Data) -> None:
    said = answer(about("ilse", "next_steps"), data("petra"))
    assert said.question == "How is Ilse Marten doing on Next steps?"
    assert said.headline == (
        "Ilse Marten on Next steps: 41 ± 6 from 9 calls, Needs Work; no clear change over 60 days."
    )
    assert [f.rep_id for f in said.figures] == ["ilse"]
    assert [c.call_id for c in said.cited] == ["ilse-1", "ilse-2"]
    assert said.scope == "From all scored calls of Ilse Marten, as of 23 Nov."
    assert not said.refused


def test_a_rep_hears_it_as_their_own(data: Data) -> None:
    said = answer(about("ilse", "next_steps"), data("ilse"))
    assert said.question == "How am I doing on Next steps?"
    assert said.headline.startswith("Your Next steps: 41 ± 6 from 9 calls, Needs Work")
    assert said.scope.startswith("From all your own scored calls, as of 23 Nov")


def test_two_calls_are_said_to_be_too_few_and_show_no_figure(data: Data) -> None:
    said = answer(about("ilse", "objections"), data("petra"))
    assert said.headline == (
        "Ilse Marten on Objection handling: too few calls to say (2 of at least 3)."
    )
    assert (said.figures, said.cited, said.refused) == ((), (), False)


def test_no_call_at_all_is_said_to_be_too_few(data: Data) -> None:
    said = answer(about("bruno", "discovery"), data("petra"))
    assert said.headline == (
        "Bruno Tallis on Discovery: too few calls to say (at least 3 scored calls are needed)."
    )


def test_an_overview_names_the_highest_the_lowest_and_what_is_unknown(data: Data) -> None:
    said = answer(about("ilse"), data("petra"))
    assert said.headline == (
        "Ilse Marten: highest in Discovery, 72 ± 8 from 9 calls; "
        "lowest in Next steps, 41 ± 6 from 9 calls. "
        "In 1 of 3 skills there are too few calls to say."
    )
    assert [f.skill_id for f in said.figures] == ["next_steps", "discovery"]


def test_an_overview_of_a_rep_without_calls_says_so(data: Data) -> None:
    said = answer(about("bruno"), data("petra", proficiencies=()))
    assert said.headline.startswith("Bruno Tallis: too few calls to say")
    assert said.figures == ()


def test_who_needs_help_names_the_lowest_of_the_team_alone(data: Data) -> None:
    said = answer(who(QuestionKind.WHO_NEEDS_HELP, "next_steps"), data("petra"))
    assert said.question == "Who needs help with Next steps?"
    assert said.headline == (
        "Ilse Marten is lowest: 41 ± 6 from 9 calls; then Bruno Tallis: 58 ± 5 from 14 calls."
    )
    assert [f.rep_id for f in said.figures] == ["ilse", "bruno"]
    assert [c.call_id for c in said.cited] == ["ilse-1", "bruno-1"]


def test_who_is_strong_starts_at_the_other_end(data: Data) -> None:
    said = answer(who(QuestionKind.WHO_IS_STRONG, "next_steps"), data("petra"))
    assert said.headline.startswith("Bruno Tallis is highest: 58 ± 5 from 14 calls; then Ilse")


def test_reps_too_close_to_tell_apart_are_called_so(data: Data, figure: Make) -> None:
    close = (figure("ilse", "next_steps", 55.0), figure("bruno", "next_steps", 58.0))
    said = answer(who(QuestionKind.WHO_NEEDS_HELP, "next_steps"), data("petra", close))
    assert said.headline.endswith("too close to tell them apart.")


def test_reps_with_too_few_calls_are_named_as_such(data: Data) -> None:
    said = answer(who(QuestionKind.WHO_NEEDS_HELP, "discovery"), data("petra"))
    assert said.headline == (
        "Ilse Marten is lowest: 72 ± 8 from 9 calls. Too few calls to say for Bruno Tallis."
    )


def test_nobody_needs_help_when_the_lowest_is_proficient(data: Data, figure: Make) -> None:
    fine = (figure("ilse", "next_steps", 82.0, tier=Tier.PROFICIENT),)
    said = answer(who(QuestionKind.WHO_NEEDS_HELP, "next_steps"), data("petra", fine))
    assert said.headline.startswith("Nobody is below Proficient. Ilse Marten is lowest")


def test_who_needs_help_without_a_skill_takes_each_reps_lowest(data: Data) -> None:
    said = answer(who(QuestionKind.WHO_NEEDS_HELP), data("petra"))
    assert said.headline.startswith("Ilse Marten in Next steps is lowest: 41 ± 6 from 9 calls")


def test_a_ranking_without_any_figure_says_so(data: Data) -> None:
    said = answer(who(QuestionKind.WHO_NEEDS_HELP, "objections"), data("petra"))
    assert said.headline == (
        "Objection handling: too few calls to say (at least 3 scored calls are needed) "
        "for any of these reps."
    )
    assert (said.figures, said.refused) == ((), False)


@pytest.mark.parametrize(("asker", "reps"), [("petra", "2 reps"), ("oskar", "1 rep")])
def test_the_scope_counts_reps_in_words(data: Data, asker: str, reps: str) -> None:
    said = answer(who(QuestionKind.WHO_NEEDS_HELP, "next_steps"), data(asker))
    assert said.scope.startswith(f"From all scored calls of {reps} you may see, as of 23 Nov.")


def test_revops_hears_numbers_and_why_no_call_is_cited(data: Data) -> None:
    said = answer(about("ilse", "next_steps"), data("rina"))
    assert said.cited == ()
    assert said.scope.endswith("No call is cited: there is no moment you may read.")


def test_a_ranking_leaves_out_who_left_even_for_revops(data: Data) -> None:
    said = answer(who(QuestionKind.WHO_NEEDS_HELP, "next_steps"), data("rina"))
    assert [f.rep_id for f in said.figures] == ["wanda", "ilse", "bruno"]


@pytest.mark.parametrize(
    "query",
    [
        about("bruno", "next_steps"),
        about("bruno"),
        about("zorg", "next_steps"),
        about("ilse", "cooking"),
        who(QuestionKind.WHO_NEEDS_HELP, "next_steps"),
        who(QuestionKind.WHO_IS_STRONG),
        Query(kind=QuestionKind.UNKNOWN),
        Query(kind=QuestionKind.REP_SKILL),
    ],
)
def test_forbidden_unknown_and_unanswerable_are_one_and_the_same_to_a_rep(
    query: Query, data: Data
) -> None:
    said = answer(query, data("ilse"))
    assert said == answer(Query(kind=QuestionKind.UNKNOWN), data("ilse"))
    assert said.refused
    assert (said.figures, said.cited, said.question) == ((), (), "")
    assert "Bruno" not in said.headline


@pytest.mark.parametrize("rep", ["wanda", "jakob", "petra", "zorg"])
def test_forbidden_and_unknown_are_the_same_to_a_manager(rep: str, data: Data) -> None:
    said = answer(about(rep, "next_steps"), data("petra"))
    assert said == answer(Query(kind=QuestionKind.UNKNOWN), data("petra"))
    assert rep.capitalize() not in said.headline


@pytest.mark.parametrize("asker", ["jakob", "lotte"])
@pytest.mark.parametrize("kind", list(QuestionKind))
def test_who_sees_nobody_hears_nothing_whatever_the_question(
    kind: QuestionKind, asker: str, data: Data
) -> None:
    query = Query(kind=kind, rep_id=PersonId("jakob"), skill_id=SkillId("next_steps"))
    said = answer(query, data(asker))
    assert said.refused
    assert said.headline == (
        "I cannot answer that. I answer questions about skill figures of reps whom you may see."
    )


def test_help_gives_examples_that_fit_the_asker(data: Data) -> None:
    rep = answer(Query(kind=QuestionKind.HELP), data("ilse"))
    manager = answer(Query(kind=QuestionKind.HELP), data("petra"))
    assert "“How am I doing on next steps?”" in rep.headline
    assert "Who" not in rep.headline
    assert "“Who needs help with next steps?”" in manager.headline
    assert "“How is Bruno Tallis doing?”" in manager.headline
    assert not rep.refused


def test_the_same_moment_is_cited_once(data: Data, moment: Callable[..., Clip]) -> None:
    same = {
        (PersonId("ilse"), SkillId("next_steps")): (moment("c1"),),
        (PersonId("ilse"), SkillId("discovery")): (moment("c1"),),
    }
    assert len(answer(about("ilse"), data("petra", clips=same)).cited) == 1
