"""A call that is still its rep's alone is neither cited nor quoted to anybody else."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.questions import Answer
from jobs.answer import answer_asker
from jobs.services import Services
from tests.jobs.fakes import House
from tests.questions.company import PEOPLE, settle
from tests.questions.told import cites

NEWEST = "ana-19"
"""Scored a day before now."""


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Services:
    from store.database import upgrade

    url = f"sqlite:///{tmp_path_factory.mktemp('grace') / 'reploop.db'}"
    upgrade(url)
    return settle(House.at(url))


@pytest.fixture
def ask(company: Services) -> Callable[..., Answer]:
    def question(by: str, text: str, grace_hours: float = 48.0) -> Answer:
        limits = replace(company.thresholds, grace_hours=grace_hours)
        services = replace(company, thresholds=limits)
        with services.database.read() as tx:
            asker = next(p for p in PEOPLE if p.id == by)
            return answer_asker(text, asker, tx, services)[0]

    return question


QUESTIONS = (
    "How is Ana doing on questioning?",
    "Ana's latest calls",
    "Examples of discovery from Ana",
    "Ana's calls with Globex",
    "Ana's open deals",
    "What should Ana work on?",
    "Which of Ana's calls were scored this week?",
    "How many of Ana's calls were scored this week?",
)


@pytest.mark.parametrize("by", ["mia", "rina"])
@pytest.mark.parametrize("text", QUESTIONS)
def test_nobody_but_the_rep_is_shown_the_newest_call(
    by: str, text: str, ask: Callable[..., Answer]
) -> None:
    said = ask(by, text)
    assert NEWEST not in cites(said)


@pytest.mark.parametrize(
    "text", ["How am I doing on questioning?", "my latest calls", "my open deals"]
)
def test_the_rep_is_shown_it_at_once(text: str, ask: Callable[..., Answer]) -> None:
    assert NEWEST in cites(ask("ana", text))


def test_it_is_shown_once_the_time_is_over(ask: Callable[..., Answer]) -> None:
    assert NEWEST in cites(ask("mia", "Ana's latest calls", grace_hours=1.0))


def test_a_tier_is_told_of_once_the_call_that_tipped_it_is_open(ask: Callable[..., Answer]) -> None:
    assert ask("mia", "Has Ben's tier changed?").number == 1
    assert ask("mia", "Has Ben's tier changed?", grace_hours=400.0).number == 0
    assert ask("ben", "Has my tier changed?", grace_hours=400.0).number == 1


@pytest.mark.parametrize("by", ["mia", "rina"])
@pytest.mark.parametrize(
    "text",
    [
        "How did Ana do on discovery since 1 November?",
        "Who was best at discovery since 1 November?",
        "Compare Ana and Gil on discovery since 1 November",
    ],
)
def test_an_average_told_to_others_leaves_the_newest_call_out(
    by: str, text: str, ask: Callable[..., Answer]
) -> None:
    assert calls_of_ana(ask(by, text)) == calls_of_ana(ask(by, text, grace_hours=0.0)) - 1


def test_an_average_told_to_the_rep_holds_the_newest_call(ask: Callable[..., Answer]) -> None:
    text = "How did I do on discovery since 1 November?"
    assert calls_of_ana(ask("ana", text)) == calls_of_ana(ask("ana", text, grace_hours=0.0))


def calls_of_ana(said: Answer) -> int:
    return next(figure.calls for figure in said.figures if figure.rep_id == "ana")
