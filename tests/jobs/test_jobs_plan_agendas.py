"""One agenda a manager and week, from eight o'clock of the Monday on the manager's own wall."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.agendas import Agenda
from domain.calls import CallState
from domain.effects import EffectKind, Queue
from domain.errors import StoreConflict
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.skills import Proficiency
from jobs.plan_agendas import agenda_of, due_monday, plan_agendas, proficiencies_as_of
from tests.jobs.fakes import ANA, BEN, MIA, NEXT_STEPS, OTTO, WEST, House, talk

MONDAY = date(2026, 11, 23)
OPENS = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("zone", "monday", "opens"),
    [
        ("UTC", "2026-11-23", "2026-11-23 08:00"),
        ("Europe/Berlin", "2026-07-06", "2026-07-06 06:00"),
        # The Monday after the clocks went on or back the day before.
        ("Europe/Berlin", "2026-03-30", "2026-03-30 06:00"),
        ("Europe/Berlin", "2026-10-26", "2026-10-26 07:00"),
        ("America/New_York", "2026-03-09", "2026-03-09 12:00"),
        ("America/New_York", "2026-11-02", "2026-11-02 13:00"),
        ("America/Santiago", "2026-04-06", "2026-04-06 12:00"),
        ("America/Santiago", "2026-09-07", "2026-09-07 11:00"),
        ("Australia/Lord_Howe", "2026-04-06", "2026-04-05 21:30"),  # half an hour back
        ("Australia/Lord_Howe", "2026-10-05", "2026-10-04 21:00"),  # half an hour on
        ("Africa/Casablanca", "2026-02-16", "2026-02-16 08:00"),  # Ramadan begins
        ("Africa/Casablanca", "2026-03-23", "2026-03-23 07:00"),
        # The UTC day is another one.
        ("Asia/Kathmandu", "2026-11-23", "2026-11-23 02:15"),
        ("Pacific/Honolulu", "2026-11-23", "2026-11-23 18:00"),
        ("Pacific/Kiritimati", "2026-11-23", "2026-11-22 18:00"),
        ("Pacific/Chatham", "2026-09-28", "2026-09-27 18:15"),
        ("Pacific/Pago_Pago", "2026-11-23", "2026-11-23 19:00"),
        # ISO week 53, and the first week that begins in the old year.
        ("Europe/Berlin", "2026-12-28", "2026-12-28 07:00"),
        ("Europe/Berlin", "2024-12-30", "2024-12-30 07:00"),
    ],
)
def test_an_agenda_is_due_for_a_day_from_eight_on_the_managers_wall(
    zone: str, monday: str, opens: str
) -> None:
    at = datetime.fromisoformat(opens).replace(tzinfo=UTC)
    due = date.fromisoformat(monday)
    moments = (at - SECOND, at, at + timedelta(hours=24) - SECOND, at + timedelta(hours=24))
    assert [due_monday(moment, ZoneInfo(zone), 8) for moment in moments] == [None, due, due, None]


@pytest.mark.parametrize(
    ("zone", "monday", "hour", "opens"),
    [
        ("UTC", "2026-11-23", 0, "2026-11-23 00:00"),
        ("UTC", "2026-11-23", 23, "2026-11-23 23:00"),
        ("Europe/Berlin", "2026-11-23", 17, "2026-11-23 16:00"),
        ("Pacific/Kiritimati", "2026-11-23", 23, "2026-11-23 09:00"),
    ],
)
def test_the_hour_can_be_set(zone: str, monday: str, hour: int, opens: str) -> None:
    at = datetime.fromisoformat(opens).replace(tzinfo=UTC)
    due = date.fromisoformat(monday)
    moments = (at - SECOND, at, at + timedelta(hours=24) - SECOND, at + timedelta(hours=24))
    assert [due_monday(moment, ZoneInfo(zone), hour) for moment in moments] == [
        None,
        due,
        due,
        None,
    ]


@pytest.fixture
def monday(house: House) -> House:
    """A house at eight o'clock of a Monday in UTC."""
    house.clock = OPENS
    return house


def planned(house: House) -> list[tuple[str, str]]:
    return [
        (r.effect.payload["manager_id"], r.effect.payload["week"])
        for r in house.effects(EffectKind.SLACK_AGENDA)
    ]


def test_each_manager_with_a_team_gets_one(monday: House) -> None:
    assert plan_agendas(monday.services) == 2
    assert planned(monday) == [(MIA.id, "2026-W48"), (OTTO.id, "2026-W48")]
    assert monday.queue.rung == [Queue.DELIVER]


def test_planning_again_the_same_week_adds_nothing(monday: House) -> None:
    plan_agendas(monday.services)
    monday.queue.rung.clear()
    for _ in range(3):
        monday.go_on(hours=5)
        assert plan_agendas(monday.services) == 0
    assert (len(planned(monday)), monday.queue.rung) == (2, [])


def test_the_next_week_brings_the_next(monday: House) -> None:
    plan_agendas(monday.services)
    monday.go_on(days=7)
    assert plan_agendas(monday.services) == 2
    assert planned(monday)[2:] == [(MIA.id, "2026-W49"), (OTTO.id, "2026-W49")]


@pytest.mark.parametrize(("late", "number"), [(timedelta(hours=24) - SECOND, 2),
                                              (timedelta(hours=24), 0)])  # fmt: skip
def test_what_could_not_be_planned_for_a_day_is_left_out(
    monday: House, late: timedelta, number: int
) -> None:
    monday.clock += late
    assert plan_agendas(monday.services) == number


def test_three_planners_at_once_plan_each_agenda_once(monday: House) -> None:
    start, counts = threading.Barrier(3), []

    def plan() -> None:
        start.wait()
        counts.append(plan_agendas(monday.services))

    threads = [threading.Thread(target=plan) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts) == 2
    assert sorted(planned(monday)) == [(MIA.id, "2026-W48"), (OTTO.id, "2026-W48")]


NOBODY = replace(OTTO, id=PersonId("nora"), name="Nora Weiss", email="nora@seller.example",
                 slack_user_id="UNORA")  # fmt: skip


@pytest.mark.parametrize(
    "person",
    [NOBODY, replace(OTTO, active=False), replace(OTTO, role=Role.REVOPS)],
    ids=["without a team", "who left", "who is none any more"],
)
def test_there_is_none_for_a_manager(monday: House, person: Person) -> None:
    monday.change(person)
    plan_agendas(monday.services)
    assert person.id not in {manager for manager, _ in planned(monday)}


def test_without_a_messenger_none_is_planned(monday: House) -> None:
    monday.services = monday.services_with(messenger=None)
    assert plan_agendas(monday.services) == 0


def test_a_manager_of_two_teams_gets_one_agenda_of_both(monday: House) -> None:
    monday.change(teams=[Team(WEST, "West", MIA.id), Team(TeamId("north"), "North", MIA.id)])
    plan_agendas(monday.services)
    assert planned(monday) == [(MIA.id, "2026-W48")]
    assert [rep.rep_id for rep in agenda(monday).reps] == [ANA.id, BEN.id, PersonId("wim")]


def test_an_agenda_that_cannot_be_planned_now_keeps_nobody_waiting(monday: House) -> None:
    def clash() -> None:
        raise StoreConflict("SQLSTATE 40001")

    monday.acts["agenda.before_commit"] = clash
    assert plan_agendas(monday.services) == 1
    assert planned(monday) == [(OTTO.id, "2026-W48")]
    assert plan_agendas(monday.services) == 1
    assert planned(monday) == [(OTTO.id, "2026-W48"), (MIA.id, "2026-W48")]


def test_an_agenda_and_its_message_are_kept_together(monday: House) -> None:
    class PowerCut(BaseException):
        """What no handler catches."""

    def cut() -> None:
        raise PowerCut

    monday.acts["agenda.before_commit"] = cut
    with pytest.raises(PowerCut):
        plan_agendas(monday.services)
    with monday.database.read() as tx:
        assert tx.agendas.get(MIA.id, "2026-W48") is None
    assert planned(monday) == []


def agenda(house: House) -> Agenda:
    with house.database.read() as tx:
        return agenda_of(MIA, MONDAY, tx, house.services)


def test_calls_that_were_not_scored_are_counted_for_the_own_team_and_week(house: House) -> None:
    for ref, days_ago, rep in [("a", 1.0, ANA), ("b", 6.9, BEN), ("c", 7.1, ANA), ("d", 1.0, OTTO)]:
        call = house.put_ready(ref, talk(), days_ago=days_ago, rep=rep)
        with house.database.write() as tx:
            tx.calls.put(replace(call, state=CallState.SKIPPED))
    assert agenda(house).skipped_calls == 2


def level(found: tuple[Proficiency, ...]) -> dict[str, int]:
    return {p.skill_id: p.calls for p in found}


def test_a_proficiency_as_of_a_moment_knows_no_later_call(house: House) -> None:
    for n in range(3):
        house.put_ready(f"m{n}", talk(2), days_ago=10.0 * n)
    house.work(Queue.SCORE)
    with house.database.read() as tx:
        moments = [house.clock - timedelta(days=days) for days in (0, 5, 15, 25)]
        seen = [level(proficiencies_as_of(ANA.id, at, tx, house.services)) for at in moments]
    assert [each.get(NEXT_STEPS) for each in seen] == [3, 2, 1, None]
