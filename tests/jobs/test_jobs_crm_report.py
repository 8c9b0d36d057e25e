"""The week's report on what went to the CRMs: when, to whom, and what it counts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.attention import Preferences
from domain.changes import (
    Brake,
    ChangeSet,
    ChangeSetId,
    FieldWrite,
    RecordRef,
    WriteState,
)
from domain.crm import RecordKind
from domain.crm_notices import CrmReport, CrmWeek
from domain.effects import EffectKind, EffectState, Queue
from domain.errors import RateLimited
from domain.people import Role
from jobs.crm_asks import deal_update
from jobs.crm_report import plan_crm_reports, report_of
from jobs.pages_crm import Asked, crm_page
from jobs.work import work_off
from tests.jobs.crm_house import SCORE, SLUG, STEP, CrmHouse
from tests.jobs.fakes import MIA, RINA, House

MONDAY = date(2026, 11, 30)
OPENS = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
IN_WEEK = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


@pytest.fixture
def crm(house: House) -> CrmHouse:
    return CrmHouse(house)


def wrote(
    crm: CrmHouse,
    set_id: str,
    *states: WriteState,
    at: datetime = IN_WEEK,
    undoes: str | None = None,
    detail: str | None = None,
) -> None:
    """A change set on one deal, a field a state."""
    record = RecordRef(SLUG, RecordKind.DEAL, f"d-{set_id}")
    writes = tuple(
        FieldWrite(record=record, field=f"F{n}", old=None, new=1.0, state=state, detail=detail)
        for n, state in enumerate(states)
    )
    made = ChangeSet(
        id=ChangeSetId(set_id), at=at, call_id=None, writes=writes,
        run=f"undo-{undoes}" if undoes else None,
        undoes=ChangeSetId(undoes) if undoes else None,
    )  # fmt: skip
    with crm.house.database.write() as tx:
        tx.changes.add(made)


def report(crm: CrmHouse) -> CrmReport:
    with crm.house.database.read() as tx:
        return report_of(RINA, MONDAY, tx, crm.services)


def week(crm: CrmHouse) -> CrmWeek:
    [only] = report(crm).crms
    return only


def at_eight(crm: CrmHouse) -> int:
    crm.house.clock = OPENS
    planned = plan_crm_reports(crm.services)
    work_off(Queue.DELIVER, crm.services)
    return planned


# when and to whom


def test_revops_and_admins_are_told_once_a_week_and_nobody_else(crm: CrmHouse) -> None:
    boss = crm.person(MIA, role=Role.ADMIN)
    assert at_eight(crm) == 2
    crm.house.go_on(hours=3)
    assert plan_crm_reports(crm.services) == 0
    told = [to.id for _, to, notice in crm.house.messenger.sent if isinstance(notice, CrmReport)]
    assert sorted(told) == sorted([RINA.id, boss.id])


@pytest.mark.parametrize(
    ("at", "planned"),
    [
        (OPENS - timedelta(seconds=1), 0),
        (OPENS, 1),
        (OPENS + timedelta(hours=23), 1),
        (OPENS + timedelta(hours=24), 0),
    ],
)
def test_it_is_due_for_a_day_from_the_agenda_s_hour(
    crm: CrmHouse, at: datetime, planned: int
) -> None:
    crm.house.clock = at
    assert plan_crm_reports(crm.services) == planned


def test_the_hour_is_of_the_person_s_own_wall(crm: CrmHouse) -> None:
    crm.person(RINA, time_zone="America/New_York")
    crm.house.clock = OPENS
    assert plan_crm_reports(crm.services) == 0
    crm.house.go_on(hours=5)
    assert plan_crm_reports(crm.services) == 1


def test_there_is_no_report_without_a_crm_or_without_a_messenger(crm: CrmHouse) -> None:
    crm.house.clock = OPENS
    assert plan_crm_reports(replace(crm.services, crms={})) == 0
    assert plan_crm_reports(replace(crm.services, messenger=None)) == 0


def test_who_looks_after_no_crm_any_more_is_not_told(crm: CrmHouse) -> None:
    crm.house.clock = OPENS
    plan_crm_reports(crm.services)
    crm.person(RINA, role=Role.REP)
    work_off(Queue.DELIVER, crm.services)
    assert crm.house.messenger.sent == []


def test_it_goes_into_the_digest_of_who_wants_it_there(crm: CrmHouse) -> None:
    chosen = Preferences(in_digest=(EffectKind.SLACK_CRM_REPORT,))
    with crm.house.database.write() as tx:
        tx.attention.put_preferences(RINA.id, chosen)
    at_eight(crm)
    assert crm.house.messenger.sent == []
    with crm.house.database.read() as tx:
        assert [item.kind for item in tx.attention.waiting(RINA.id)] == [
            EffectKind.SLACK_CRM_REPORT
        ]


def test_opening_the_page_counts_as_an_act_on_it(crm: CrmHouse) -> None:
    at_eight(crm)
    crm_page(RINA, Asked(), crm.services)
    with crm.house.database.read() as tx:
        rates = tx.attention.rates(since=OPENS - timedelta(days=1))
    assert rates[EffectKind.SLACK_CRM_REPORT] == (1, 1)


# what it counts


def test_nothing_is_said_to_be_nothing(crm: CrmHouse) -> None:
    assert report(crm).quiet
    assert (report(crm).first_day, report(crm).last_day) == (date(2026, 11, 23), date(2026, 11, 29))


def test_fields_and_records_are_counted_by_what_became_of_them(crm: CrmHouse) -> None:
    wrote(crm, "s1", WriteState.WRITTEN, WriteState.WRITTEN, WriteState.KEPT_HUMAN)
    wrote(crm, "s2", WriteState.WRITTEN, WriteState.RESTORED)
    found = week(crm)
    assert (found.fields, found.records, found.kept, found.restored) == (3, 2, 1, 1)


def test_only_the_week_counts_from_midnight_to_midnight(crm: CrmHouse) -> None:
    wrote(crm, "before", WriteState.WRITTEN, at=datetime(2026, 11, 22, 23, 59, tzinfo=UTC))
    wrote(crm, "first", WriteState.WRITTEN, at=datetime(2026, 11, 23, 0, 0, tzinfo=UTC))
    wrote(crm, "last", WriteState.WRITTEN, at=datetime(2026, 11, 29, 23, 59, tzinfo=UTC))
    wrote(crm, "after", WriteState.WRITTEN, at=datetime(2026, 11, 30, 0, 0, tzinfo=UTC))
    assert week(crm).records == 2


def test_rolling_back_is_counted_by_itself(crm: CrmHouse) -> None:
    wrote(crm, "s1", WriteState.WRITTEN)
    wrote(crm, "u1", WriteState.WRITTEN, undoes="s1")
    wrote(crm, "u2", WriteState.WRITTEN, undoes="s1")
    assert (week(crm).fields, week(crm).rollbacks) == (1, 1)


def test_reasons_are_told_the_most_frequent_first(crm: CrmHouse) -> None:
    wrote(crm, "s1", WriteState.REFUSED, WriteState.REFUSED, detail="Score__c is read-only")
    wrote(crm, "s2", WriteState.REFUSED, detail="a validation rule")
    assert week(crm).refused == (("Score__c is read-only", 2), ("a validation rule", 1))


def test_what_waits_and_a_brake_are_told_as_of_now(crm: CrmHouse) -> None:
    crm.asked("a1", None)
    stopped = Brake(crm=SLUG, since=IN_WEEK, stopped_at=IN_WEEK, limit=10)
    with crm.house.database.write() as tx:
        tx.changes.set_brake(stopped)
    assert (week(crm).waiting, week(crm).stopped) == (1, True)


def test_calls_without_a_deal_are_told(crm: CrmHouse) -> None:
    crm.call("m1")
    crm.house.scored("m2")
    found = report(crm)
    assert (found.calls, found.linked) == (2, 1)


def test_a_deal_that_is_gone_is_counted(crm: CrmHouse) -> None:
    crm.call("m1")
    crm.house.crm.delete("d1")
    with crm.house.database.write() as tx:
        tx.outbox.request(deal_update(SLUG, "d1"))
    work_off(Queue.SYNC, crm.services)
    assert week(crm).gone == 1


def test_waiting_for_a_limit_counts_once_for_all_the_rows_that_wait(crm: CrmHouse) -> None:
    crm.call("m1")
    for n in range(2):
        crm.house.crm.raises = [RateLimited(SLUG, 30.0)]
        with crm.house.database.write() as tx:
            tx.outbox.request(deal_update(SLUG, "d1"))
        work_off(Queue.SYNC, crm.services)
        assert week(crm).waits == n + 1
        crm.house.go_on(minutes=10)


def test_what_was_written_through_the_line_is_in_the_report(crm: CrmHouse) -> None:
    crm.call("m1")
    with crm.house.database.write() as tx:
        tx.outbox.request(deal_update(SLUG, "d1"))
    work_off(Queue.SYNC, crm.services)
    row = next(e for e in crm.house.effects(EffectKind.CRM_DEAL))
    assert row.state is EffectState.SENT
    assert crm.house.crm.stands(SCORE) is not None
    assert crm.house.crm.stands(STEP) is None
    assert (week(crm).fields, week(crm).records) == (1, 1)
