"""Names that are words too, names that run together, and words that people look for."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from coaching.ask import understand
from coaching.ask.tokens import MAX_CHARS, as_written
from domain.people import Person, PersonId, Role, TeamId
from domain.questions import Because, Refused
from domain.rubrics import SkillId
from domain.skills import Skill

Ask = Callable[[str], Any]
TODAY = date(2026, 11, 23)
EAST = TeamId("east")


def person(name: str, role: Role = Role.REP) -> Person:
    first = name.split(maxsplit=1)[0].lower()
    return Person(
        id=PersonId(first), name=name, email=f"{first}@seller.example", role=role, team_id=EAST,
        time_zone="UTC",
    )  # fmt: skip


REPS = [
    person(name)
    for name in ("Ana Lee", "Ben Hart", "George Best", "May Chen", "Will Stone", "Anne Prior")
]
REPS += [person("Katarina Voss")]


@pytest.fixture
def ask(skills: dict[SkillId, Skill]) -> Ask:
    def question(text: str) -> Any:
        mia = person("Mia Sand", Role.MANAGER)
        return understand(text, mia, REPS, skills, today=TODAY)

    return question


@pytest.mark.parametrize("text", ["Who is best at discovery?", "who is BEST at discovery"])
def test_best_is_no_name(text: str, ask: Ask) -> None:
    assert ask(text).kind == "who"


def test_may_is_a_month_and_best_a_rank(ask: Ask) -> None:
    asked = ask("What was Ana's best call in May?")
    assert (asked.rep_id, asked.order, asked.period.first) == ("ana", "best", date(2026, 5, 1))


@pytest.mark.parametrize(
    ("text", "rep"),
    [
        ("How is George Best doing?", "george"),
        ("How is may chen doing?", "may"),
        ("Will Stone's best call", "will"),
        ("How is Chen doing?", "may"),
        ("How is Katarine doing?", "katarina"),
    ],
)
def test_a_name_that_is_a_word_counts_inside_a_full_one(text: str, rep: str, ask: Ask) -> None:
    assert ask(text).rep_id == rep


@pytest.mark.parametrize(
    "text",
    [
        "Will's best call",
        "Show me Will calls",
        "How is Anna doing?",
        "How is Ben Lee doing?",
        "How is Ana Hart doing on discovery?",
    ],
)
def test_whoever_is_not_surely_meant_is_not_answered_about(text: str, ask: Ask) -> None:
    assert ask(text) == Refused()


@pytest.mark.parametrize("text", ["Compare Ana, Ben", "Ana vs Ben", "Ana & Ben on discovery"])
def test_two_names_with_something_between_are_two(text: str, ask: Ask) -> None:
    asked = ask(text)
    assert (asked.rep_id, asked.other_id) == ("ana", "ben")


@pytest.mark.parametrize(
    "text",
    [
        "Where was pricing never mentioned?",
        "Who mentioned pricing most?",
        "Where was pricing not discussed?",
        "calls without pricing",
        "What did buyers say about not pricing?",
    ],
)
def test_what_turns_or_ranks_a_question_is_not_looked_for(text: str, ask: Ask) -> None:
    assert ask(text) == Refused()


@pytest.mark.parametrize(
    "text",
    [
        "What did buyers say about termination?",
        "What did buyers say about health insurance?",
        "calls about hiring",
        "Where was the termination mentioned?",
    ],
)
def test_buyers_may_speak_of_what_figures_are_not_for(text: str, ask: Ask) -> None:
    assert ask(text).words


@pytest.mark.parametrize(
    "text",
    [
        "Should I fire Ben for what buyers said about hiring?",
        "x " * MAX_CHARS + "should I fire Ben?",
        "Does Ben deserve a raise?",
    ],
)
def test_what_figures_are_not_for_is_refused_wherever_it_stands(text: str, ask: Ask) -> None:
    assert ask(text) == Refused(Because.PURPOSE)


def test_that_buyers_raise_something_is_no_pay_rise(ask: Ask) -> None:
    assert ask("Which objections do buyers raise?") != Refused(Because.PURPOSE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('What did buyers say about "Prüfung"?', "prüfung"),
        ("What did buyers say about the Prüfung?", "prüfung"),
        ("What did buyers say about зайчик?", "зайчик"),
        ('What did buyers say about "가격 협상"?', "가격 협상"),
        ("calls with Mu\u0308ller", "müller"),
        ("How is the Müller deal going?", "müller"),
    ],
)
def test_words_are_looked_for_as_they_are_written(text: str, words: str, ask: Ask) -> None:
    asked = ask(text)
    assert words in (getattr(asked, "words", ""), getattr(asked, "name", ""))


def test_a_word_that_is_not_in_the_text_stays() -> None:
    assert as_written("price muller", "Müller's offer") == "price müller"
