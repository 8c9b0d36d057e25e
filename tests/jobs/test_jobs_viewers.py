"""A rep sees who looked at their figures: named, counted, and no look of their own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.commitments import Commitment, CommitmentId
from domain.deals import Deal, DealRef, Outcome
from domain.effects import Queue
from domain.errors import NotVisible
from domain.people import Person
from domain.practice import Assignment, AssignmentId
from domain.rubrics import CriterionId
from jobs import pages
from jobs.answer import answer_asker
from jobs.plan_agendas import plan_agenda
from jobs.viewers import LookKind, who_looked
from tests.jobs.conftest import NewHouse
from tests.jobs.fakes import (
    ANA,
    BEN,
    MIA,
    NEXT_STEPS,
    NOW,
    OTTO,
    RINA,
    RUBRIC,
    House,
    talk,
)
from tests.jobs.practice_scene import BUYER


@pytest.fixture
def house(new_house: NewHouse) -> House:
    """Ana has three scored calls."""
    made = new_house()
    for n in range(3):
        made.put_ready(f"m{n}", talk(n), days_ago=n + 1)
    made.work(Queue.SCORE, Queue.DELIVER)
    return made


def looks(house: House, rep: Person = ANA) -> list[tuple[str, LookKind, int]]:
    with house.database.read() as tx:
        found = who_looked(rep, tx.people.organisation(), tx, house.services)
    return [(each.name, each.kind, each.times) for each in found]


def test_nobody_looked_yet(house: House) -> None:
    assert looks(house) == []


def test_a_page_and_a_call_are_told_apart_and_counted(house: House) -> None:
    pages.rep_page(MIA, ANA.id, house.services)
    house.go_on(hours=1)
    for ref in ("m0", "m0", "m1"):
        pages.call_page(MIA, house.call(ref).id, house.services)
    assert looks(house) == [(MIA.name, LookKind.CALL, 3), (MIA.name, LookKind.PAGE, 1)]


@pytest.mark.parametrize(
    ("look", "kind"),
    [
        (lambda h: pages.home_page(RINA, h.services), LookKind.TEAM),
        (lambda h: pages.scores_export(RINA, h.services), LookKind.EXPORT),
    ],
)
def test_figures_of_many_are_a_look_at_each(house: House, look, kind: LookKind) -> None:  # type: ignore[no-untyped-def]
    look(house)
    assert looks(house) == [(RINA.name, kind, 1)]


def test_a_rep_without_a_figure_was_not_looked_at(house: House) -> None:
    pages.home_page(MIA, house.services)
    assert looks(house, BEN) == []


def test_the_weekly_agenda_is_a_look(house: House) -> None:
    plan_agenda(MIA, (NOW - timedelta(days=NOW.weekday())).date(), house.services)
    house.work(Queue.DELIVER)
    assert looks(house) == [(MIA.name, LookKind.AGENDA, 1)]


def test_an_answer_is_a_look_at_whom_it_shows(house: House) -> None:
    with house.database.write() as tx:
        _, look = answer_asker("How is Ana doing?", MIA, tx, house.services)
        look.keep(tx, house.services, via="slack")
    assert looks(house) == [(MIA.name, LookKind.ASK, 1)]


@pytest.mark.parametrize(
    "question", ["What was agreed?", "Practice of my team", "Which deals are open?"]
)
def test_an_answer_in_lines_is_a_look_at_whom_they_are_about(house: House, question: str) -> None:
    days = timedelta(days=7)
    with house.database.write() as tx:
        tx.commitments.put(
            Commitment(
                id=CommitmentId("c1"), rep_id=ANA.id, manager_id=MIA.id, skill_id=NEXT_STEPS,
                criterion_id=CriterionId("dated_step"), rubric_name=RUBRIC.name, title="Dates.",
                agreed_at=NOW, week="2026-W48",
            )
        )  # fmt: skip
        tx.practice.put_assignment(
            Assignment(
                id=AssignmentId("a1"), rep_id=ANA.id, assigned_by=MIA.id, skill_id=NEXT_STEPS,
                persona=BUYER, assigned_at=NOW, due_at=NOW + days,
            )
        )  # fmt: skip
        deal = DealRef("salesforce", "d1")
        tx.calls.link(house.call("m0").id, deal=deal, reason="")
        tx.deals.put([Deal(ref=deal, name="Acme", stage="Proposal", outcome=Outcome.OPEN)])
    house.services = replace(
        house.services, thresholds=replace(house.services.thresholds, grace_hours=24.0)
    )
    with house.database.write() as tx:
        answer, look = answer_asker(question, MIA, tx, house.services)
        look.keep(tx, house.services, via="slack")
    assert len(answer.lines) == 1
    assert (answer.calls, answer.cited) == ((), ())
    assert looks(house) == [(MIA.name, LookKind.ASK, 1)]


def test_own_looks_and_what_was_denied_are_left_out(house: House) -> None:
    pages.rep_page(ANA, ANA.id, house.services)
    with pytest.raises(NotVisible):
        pages.rep_page(OTTO, ANA.id, house.services)
    assert looks(house) == []


def test_looks_of_long_ago_are_left_out(house: House) -> None:
    pages.rep_page(MIA, ANA.id, house.services)
    house.go_on(days=91)
    assert looks(house) == []


def test_only_the_rep_reads_them_on_the_page(house: House) -> None:
    pages.rep_page(MIA, ANA.id, house.services)
    assert [each.name for each in pages.rep_page(ANA, ANA.id, house.services).looks] == [MIA.name]
    assert pages.rep_page(MIA, ANA.id, house.services).looks == ()
