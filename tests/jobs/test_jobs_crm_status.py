"""How Reploop stands with each CRM, and every rep's level week by week as rows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.changes import Brake
from domain.effects import Queue
from domain.errors import RateLimited, VendorUnavailable, WriteRefused
from domain.people import Role
from domain.ports import Check
from jobs.crm_asks import deal_update
from jobs.crm_patience import heeding
from jobs.crm_status import CrmStatus, crm_statuses
from jobs.skill_history import HEADER, skill_history
from jobs.work import work_off
from tests.jobs.crm_house import SLUG, CrmHouse
from tests.jobs.fake_crm import FakeCrm
from tests.jobs.fakes import ANA, NOW, WIM, House, talk


@pytest.fixture
def crm(house: House) -> CrmHouse:
    return CrmHouse(house)


def status(crm: CrmHouse) -> CrmStatus:
    [only] = crm_statuses(crm.services)
    return only


class Refused(FakeCrm):
    """A CRM that does not let us in."""

    def check(self) -> tuple[Check, ...]:
        return (Check("sign-in", False, "the token was revoked.", "Connect it again."),)


def test_a_new_crm_is_connected_and_nothing_more_is_known(crm: CrmHouse) -> None:
    found = status(crm)
    assert (found.crm, found.connected, found.fields) == (SLUG, True, 2)
    assert (found.provisioned, found.last_write, found.last_pull) == (None, None, None)
    assert (found.waiting, found.due, found.refused, found.failed) == (0, 0, 0, 0)
    assert found.well


def test_what_was_written_waits_and_is_due_is_told(crm: CrmHouse) -> None:
    call_id = crm.call()
    crm.house.work(Queue.SYNC)
    with crm.house.database.write() as tx:
        tx.outbox.request(deal_update(SLUG, "d1"))
    work_off(Queue.SYNC, crm.services)
    crm.asked("a1", call_id)
    with crm.house.database.write() as tx:
        tx.outbox.request(deal_update(SLUG, "d1"))
    found = status(crm)
    assert found.provisioned
    assert (found.last_write, found.waiting, found.due) == (crm.house.clock, 1, 1)


def test_a_crm_that_does_not_let_us_in_says_why(crm: CrmHouse) -> None:
    crm.house.services = replace(crm.services, crms={SLUG: Refused()})
    found = status(crm)
    assert (found.connected, found.problem) == (False, "the token was revoked. Connect it again.")
    assert not found.well


def test_a_field_that_is_missing_is_named(crm: CrmHouse) -> None:
    crm.call()
    crm.house.crm.raises = [WriteRefused(SLUG, "there is no field Score__c")]
    found = status(crm)
    assert (found.provisioned, found.missing) == (False, "there is no field Score__c")
    assert not found.well


def test_a_crm_that_does_not_answer_leaves_it_open(crm: CrmHouse) -> None:
    crm.call()
    crm.house.crm.raises = [VendorUnavailable(SLUG, "no answer")]
    assert (status(crm).provisioned, status(crm).well) == (None, True)


def test_a_stopped_crm_is_not_well(crm: CrmHouse) -> None:
    with crm.house.database.write() as tx:
        tx.changes.set_brake(Brake(crm=SLUG, since=NOW, stopped_at=NOW, limit=1))
    assert status(crm).stopped
    assert not status(crm).well


# levels week by week


def rows(house: House, weeks: int = 6) -> list[tuple[object, ...]]:
    return list(skill_history(house.services, weeks=weeks))


def heard(house: House, *days_ago: float) -> None:
    for days in days_ago:
        house.put_ready(f"c{days}", talk(3), days_ago=days)
    house.work(Queue.SCORE)


def test_there_is_a_row_for_each_week_from_the_third_call_on(house: House) -> None:
    heard(house, 29, 22, 15, 1)
    header, *found = rows(house)
    assert header == HEADER
    steps = [row for row in found if row[1] == "Next steps"]
    assert [(row[2], row[6]) for row in steps] == [
        ("2026-W46", 3), ("2026-W47", 3), ("2026-W48", 4)
    ]  # fmt: skip


def test_a_row_says_level_with_its_range_calls_and_tier(house: House) -> None:
    heard(house, 22, 15, 8, 1)
    row = rows(house)[-1]
    rep, _, week, level, low, high, calls, tier = row
    assert (rep, week, calls) == (ANA.name, "2026-W48", 4)
    assert isinstance(level, int)
    assert isinstance(low, int)
    assert isinstance(high, int)
    assert 0 <= low < level < high <= 100
    assert isinstance(tier, str)


def test_a_level_of_the_past_knows_nothing_of_later_calls(house: House) -> None:
    heard(house, 29, 22, 15)
    before = [row for row in rows(house) if row[2] == "2026-W46"]
    house.put_ready("late", talk(0), days_ago=1)
    house.work(Queue.SCORE)
    assert [row for row in rows(house) if row[2] == "2026-W46"] == before


def test_few_calls_make_no_row_and_who_left_is_not_in_it(house: House) -> None:
    heard(house, 8, 1)
    assert rows(house) == [HEADER]
    heard(house, 3, 2)
    assert len(rows(house)) > 1
    house.change(replace(ANA, active=False))
    assert rows(house) == [HEADER]


def test_only_reps_are_in_it_as_many_weeks_back_as_asked(house: House) -> None:
    heard(house, 29, 22, 15, 1)
    assert {row[2] for row in rows(house, weeks=1)[1:]} == {"2026-W48"}
    house.change(replace(ANA, role=Role.MANAGER))
    assert rows(house) == [HEADER]


def test_a_week_ends_on_the_rep_s_own_wall(house: House) -> None:
    house.clock = NOW + timedelta(days=4, hours=22)  # Monday 10:00 UTC, Sunday in Honolulu
    told: list[tuple[int, int]] = []
    heard(house, 29, 22, 15, 1)
    house.change(replace(ANA, time_zone="Pacific/Honolulu"), replace(WIM, active=False))
    house.clock = NOW + timedelta(days=4, hours=21)
    found = list(skill_history(house.services, weeks=1, progress=lambda *n: told.append(n)))
    assert {row[2] for row in found[1:]} == {"2026-W48"}
    assert told == [(1, 2), (2, 2)]


def test_until_when_a_crm_is_left_alone_is_said(crm: CrmHouse) -> None:
    with pytest.raises(RateLimited), heeding(crm.services):
        raise RateLimited(SLUG, 600)
    assert status(crm).limited_until == crm.services.now() + timedelta(seconds=600)
    crm.house.go_on(minutes=10)
    assert status(crm).limited_until is None
