"""Times, mentions, names and plans at the edge of what is understood."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from coaching.ask import understand
from coaching.ask.plan import asked_of, plan_request
from coaching.visibility import visible_reps
from domain.people import Organisation, PersonId
from domain.questions import UNKNOWN_PERSON, Period, PracticeState, Refused
from domain.rubrics import SkillId
from domain.skills import Skill

Ask = Callable[[str, str], Any]
TODAY = date(2026, 11, 23)  # a Monday


@pytest.fixture
def ask(organisation: Organisation, skills: dict[SkillId, Skill]) -> Ask:
    """``ask("petra", "How is Ilse doing?")`` with the asker's rights."""

    def question(asker: str, text: str) -> Any:
        who = organisation.person(PersonId(asker))
        assert who is not None
        return understand(text, who, visible_reps(who, organisation), skills, today=TODAY)

    return question


@pytest.mark.parametrize(
    "text",
    [
        "How did Ilse do since 2026-፩-1?",
        "How did Ilse do since 2026-⓿-01?",
        "How did Ilse do since 2026-99999999999999999999-01?",
        "How did Ilse do since 2026-01-99999999999999999999?",
        "How did Ilse do since 0199999999999999999999 October?",
        "How did Ilse do between 2027-01-01 and 2027-02-01?",
    ],
)
def test_a_day_that_is_none_or_to_come_is_not_understood(text: str, ask: Ask) -> None:
    assert ask("petra", text) == Refused()


def test_a_time_between_two_days_ends_today(ask: Ask) -> None:
    asked = ask("petra", "How did Ilse do between 2026-11-02 and 2027-02-01?")
    assert asked.period == Period(date(2026, 11, 2), date(2026, 11, 23))


def test_the_last_90_days_are_90_with_today_and_a_change_is_counted_over_90(ask: Ask) -> None:
    asked = ask("petra", "Who improved most over the last 90 days?")
    assert asked.period == Period(date(2026, 8, 26), date(2026, 11, 23))
    assert asked.days == 90


@pytest.mark.parametrize(
    "text",
    [
        "How many calls did {} have last month?",
        "Compare {} with the team",
        "calls with {}",
        'What did {} say about "pricing"?',
        "{}'s best call",
    ],
)
def test_a_question_with_a_mention_of_nobody_known_is_not_understood(text: str, ask: Ask) -> None:
    assert ask("petra", text.format(UNKNOWN_PERSON)) == Refused()


NOTHING = {
    "kind": "none", "people": [], "own": False, "group": False, "skill": "", "words": "",
    "first": "", "last": "", "direction": "weak", "order": "latest", "outcome": "", "rose": "",
    "practice": "",
}  # fmt: skip


@pytest.fixture
def planned(skills: dict[SkillId, Skill]) -> Callable[..., Any]:
    """``planned(kind="who")``: what is made of a model's plan."""

    def asked(**parts: object) -> Any:
        return asked_of(json.dumps({**NOTHING, **parts}), skills, today=TODAY)

    return asked


def test_a_plan_of_all_time_begins_with_2000_and_ends_today(planned: Callable[..., Any]) -> None:
    asked = planned(kind="coverage", group=True, first="0001-01-01", last="9999-12-31")
    assert asked.period == Period(date(2000, 1, 1), TODAY)


@pytest.mark.parametrize(
    ("first", "last"), [("0001-01-01", "0001-01-01"), ("2099-01-01", "2099-02-01")]
)
def test_a_plan_of_days_before_2000_or_to_come_is_none(
    first: str, last: str, planned: Callable[..., Any]
) -> None:
    assert planned(kind="coverage", group=True, first=first, last=last) is None


@pytest.mark.parametrize(
    "parts", [{"kind": "trend", "people": ["ilse"]}, {"kind": "who", "direction": "improved"}]
)
def test_a_plan_of_a_change_that_ended_before_today_is_none(
    parts: dict[str, object], planned: Callable[..., Any]
) -> None:
    assert planned(**parts, first="2026-07-01", last="2026-09-30") is None
    assert planned(**parts, first="2026-07-01", last="") is not None


def test_a_plan_can_ask_for_overdue_practice(
    planned: Callable[..., Any], organisation: Organisation, skills: dict[SkillId, Skill]
) -> None:
    assert planned(kind="practice", practice="overdue").practice is PracticeState.OVERDUE
    petra = organisation.person(PersonId("petra"))
    assert petra is not None
    schema: Any = plan_request("x", petra, [petra], skills, today=TODAY).schema
    assert "overdue" in schema["properties"]["practice"]["enum"]
