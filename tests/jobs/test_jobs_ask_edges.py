"""Answers where something is missing, or there is more than is told of."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.calls import Side, Transcript, Turn
from domain.people import PersonId, Role
from domain.questions import Answer, Because
from domain.skills import SkillProfile, Tier, TierChange
from jobs.answer import answer_asker
from jobs.ask_coaching import READ
from jobs.services import Services
from tests.jobs.fakes import NOW, House
from tests.questions.company import MADE, PEOPLE, QUESTIONING, TEAMS, settle

Ask = Callable[[str, str], Answer]


@pytest.fixture
def company(house: House) -> Services:
    return settle(house)


NOTHING = {
    "kind": "none", "people": [], "own": False, "group": False, "skill": "", "words": "",
    "first": "", "last": "", "direction": "weak", "order": "latest", "outcome": "", "rose": "",
    "practice": "",
}  # fmt: skip


def test_words_without_a_letter_are_found_in_no_call(company: Services) -> None:
    plan = json.dumps({**NOTHING, "kind": "calls", "people": ["ana"], "words": "..."})
    mia = next(p for p in PEOPLE if p.id == "mia")
    with company.database.read() as tx:
        said, _ = answer_asker("calls with dots please sir", mia, tx, company, plan=plan)
    assert (said.number, said.headline.key) == (0, "answer-no-call-found")


@pytest.fixture
def ask(company: Services) -> Ask:
    def question(by: str, text: str) -> Answer:
        asker = next(p for p in PEOPLE if p.id == by)
        with company.database.read() as tx:
            return answer_asker(text, asker, tx, company)[0]

    return question


@pytest.mark.parametrize(
    ("text", "headline", "lines"),
    [
        ("Did Ben pass practice?", "answer-practice-none-passed", 1),
        ("Did Ana fail practice?", "answer-practice-none-failed", 1),
        ("Who failed practice?", "answer-practice-none-failed", 0),
        ("Did Eva pass practice?", "answer-no-practice", 0),
        ("Did Ana pass practice?", "answer-practice", 1),
    ],
)
def test_practice_that_is_not_as_asked_for_is_not_none(
    text: str, headline: str, lines: int, ask: Ask
) -> None:
    said = ask("mia", text)
    assert (said.headline.key, len(said.lines)) == (headline, lines)


def test_of_very_many_tier_moves_the_latest_are_told_and_that_there_are_more(
    company: Services, ask: Ask
) -> None:
    calls = [call for call in MADE if call.rep == "gil"]
    moved = TierChange(
        rep_id=PersonId("gil"), skill_id=QUESTIONING, before=Tier.NEEDS_WORK,
        after=Tier.DEVELOPING, at=NOW, because_of=calls[0].id, level=50.0, standard_error=5.0,
        calls=9,
    )  # fmt: skip
    changes = [
        replace(moved, at=NOW - timedelta(hours=n), because_of=calls[n % len(calls)].id)
        for n in range(READ + 30)
    ]
    with company.database.write() as tx:
        level = tx.profiles.get(moved.rep_id, moved.skill_id)
        assert level is not None
        tx.profiles.put(
            SkillProfile(proficiency=level, tier_changes=tuple(changes), history=()), seen=False
        )
    said = ask("mia", "Has Gil's tier changed?")
    assert (said.number, said.headline.key) == (READ, "answer-tiers-many")


def test_reps_of_no_team_have_no_others_to_be_compared_with(company: Services, ask: Ask) -> None:
    teamless = [replace(p, team_id=None) if p.role is Role.REP else p for p in PEOPLE]
    with company.database.write() as tx:
        tx.people.put(teamless, TEAMS)
    assert ask("ben", "How do I compare with my team?").because == Because.FEW_PEOPLE


SPOKEN = "Wir brauchen die Datenschutz-Prüfung, зайчик, 가격 협상."


@pytest.mark.parametrize(
    "text",
    [
        'What did buyers say about "Prüfung"?',
        "What did buyers say about Prüfung?",
        'What did buyers say about "зайчик"?',
        'What did buyers say about "가격"?',
        "calls with Müller",
        "calls with MÜLLER",
        "How is the Müller deal going?",
    ],
)
def test_words_of_any_script_are_found(text: str, company: Services, ask: Ask) -> None:
    call_id = [call.id for call in MADE if call.rep == "ana"][-1]
    turns = (Turn(0, "Sam Cole", 0.0, 5.0, SPOKEN, Side.BUYER),)
    with company.database.write() as tx:
        call = tx.calls.get(call_id)
        assert call is not None
        assert call.deal is not None
        tx.calls.put(replace(call, title="MÜLLER GmbH: Demo"))
        tx.calls.put_transcript(call_id, Transcript(turns, language="de"))
        deal = tx.deals.get(call.deal)
        assert deal is not None
        tx.deals.put([replace(deal, name="Müller Rollout")])
    assert ask("mia", text).number == 1
