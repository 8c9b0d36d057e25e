"""What to work on is what this week's agenda says, to those who may see it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.agendas import FocusSkill
from domain.effects import Queue
from domain.people import Person, PersonId, Role
from domain.questions import Answer
from jobs.answer import answer_asker
from jobs.plan_agendas import plan_agendas
from tests.jobs.fakes import ANA, MIA, NEXT_STEPS, QUESTIONING, House, talk

ABOUT = {"week": "2026-W48", "rep": ANA.id}
PLANNED = [NEXT_STEPS, QUESTIONING]
RINA = Person(id=PersonId("rina"), name="Rina", email="rina@seller.example", role=Role.REVOPS)


@pytest.fixture
def monday(house: House) -> House:
    """Ana has four scored calls; the agenda of the week was sent to Mia."""
    for n in range(4):
        house.put_ready(f"m{n}", talk(1, 4), days_ago=3.0 + n)
    house.work(Queue.SCORE, Queue.DELIVER)
    house.clock = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    plan_agendas(house.services)
    house.work(Queue.DELIVER)
    return house


def asked(house: House, by: Person = MIA) -> Answer:
    words = "What should I work on?" if by == ANA else "What should Ana work on?"
    with house.database.read() as tx:
        return answer_asker(words, by, tx, house.services)[0]


def swapped(house: House) -> House:
    house.act(MIA, "agenda.edited", value=ABOUT, fields={"first": (QUESTIONING,)})
    return house


def skills(said: Answer) -> list[str]:
    return [figure.skill_id for figure in said.figures]


def from_agenda(said: Answer) -> bool:
    return "answer-from-agenda" in {each.key for each in said.scope}


def planned(house: House) -> tuple[FocusSkill, ...]:
    with house.database.read() as tx:
        agenda = tx.agendas.get(MIA.id, ABOUT["week"])
    assert agenda is not None
    (part,) = agenda.only([ANA.id]).reps
    return part.focus


def test_it_is_the_agenda_with_its_reasons_and_moments(monday: House) -> None:
    said = asked(monday)
    assert skills(said) == PLANNED
    assert list(said.lines) == [skill.why for skill in planned(monday)]
    clips = [clip for skill in planned(monday) for clip in skill.clips]
    assert list(said.cited) == clips[:3]
    assert from_agenda(said)


def test_what_the_manager_changed_is_what_is_said(monday: House) -> None:
    assert skills(asked(swapped(monday))) == [QUESTIONING]


def test_a_moment_that_was_called_wrong_is_not_cited(monday: House) -> None:
    wrong = planned(monday)[0].clips[0]
    clip = f"{wrong.call_id}:{wrong.turn_index}"
    monday.act(MIA, "agenda.wrong", value={**ABOUT, "clip": clip})
    said = asked(monday)
    assert (wrong.call_id, wrong.turn_index) not in [(c.call_id, c.turn_index) for c in said.cited]
    assert from_agenda(said)


def test_the_draft_is_not_told_to_the_rep_before_it_is_shared(monday: House) -> None:
    said = asked(swapped(monday), ANA)
    assert skills(said) != [QUESTIONING]
    assert not from_agenda(said)
    monday.act(MIA, "agenda.share", value=ABOUT)
    assert skills(asked(monday, ANA)) == [QUESTIONING]
    assert from_agenda(asked(monday, ANA))


def test_revops_are_told_what_the_figures_say_and_not_the_draft(monday: House) -> None:
    with monday.database.write() as tx:
        tx.people.put([RINA], [])
    said = asked(swapped(monday), RINA)
    assert skills(said) != [QUESTIONING]
    assert not from_agenda(said)
    assert said.cited == ()


def test_an_agenda_of_last_week_says_nothing_of_this_week(monday: House) -> None:
    swapped(monday)
    monday.clock = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    assert not from_agenda(asked(monday))


def test_the_week_is_that_of_the_managers_calendar(monday: House) -> None:
    with monday.database.write() as tx:
        tx.people.put([replace(MIA, time_zone="America/Los_Angeles")], [])
    monday.clock = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)  # still Sunday there
    assert from_agenda(asked(monday))


def test_where_nothing_can_be_said_the_rep_is_asked_and_not_the_manager(house: House) -> None:
    assert asked(house, ANA).headline.key == "focus-too-few-own"
    assert asked(house, MIA).headline.key == "focus-too-few"
