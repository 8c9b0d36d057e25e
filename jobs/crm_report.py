"""The week's report on what went to the CRMs: to RevOps and admins, on their Monday morning."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta

import structlog

from coaching.attention import wall
from coaching.visibility import sees_crm
from domain.agendas import iso_week
from domain.calls import CallState
from domain.changes import WriteState
from domain.crm_notices import CrmReport, CrmWeek
from domain.effects import Effect, EffectKind, EffectState, Queue
from domain.errors import ReploopError
from domain.people import Organisation, Person, PersonId
from domain.ports import CallFilter, Stores
from domain.practice import PROVIDER as PRACTICE
from domain.wording import without_class
from jobs.crm_batch import DEAL_GONE, record_gone
from jobs.crm_patience import limit_subject
from jobs.letter import Composed, Composer, Letter, NotSent, reachable
from jobs.look import Look
from jobs.plan_agendas import due_monday
from jobs.services import Services
from jobs.zones import zone_of

log = structlog.get_logger()
WEEK = timedelta(days=7)
REASONS_SHOWN = 3
ROWS_READ = 20_000


def report_message(person_id: PersonId, monday: date) -> Effect:
    """The one report of a person's week, which ended before this Monday."""
    week = iso_week(monday)
    return Effect(
        kind=EffectKind.SLACK_CRM_REPORT,
        key=f"slack:crm_report:{person_id}:{week}",
        payload={"person_id": person_id, "week": week, "monday": monday.isoformat()},
    )


def plan_crm_reports(services: Services) -> int:
    """Plan what is due now; returns how many were new.

    As with agendas: from the agenda's hour of the person's own Monday on, for a day; unique
    by person and ISO week, whichever clock plans it. None where no CRM is connected.
    """
    if services.messenger is None or not services.crms:
        return 0
    now, hour = services.now(), services.thresholds.agenda_hour
    with services.database.read() as tx:
        organisation = tx.people.organisation()
    due = [
        report_message(person.id, monday)
        for person in organisation.people
        if sees_crm(person, organisation)
        if (monday := due_monday(now, zone_of(person), hour)) is not None
    ]
    planned = sum(_planned(effect, services) for effect in due)
    if planned:
        services.queue.ring(Queue.DELIVER)
    return planned


def _planned(effect: Effect, services: Services) -> bool:
    with services.database.read() as tx:
        if tx.outbox.get(effect.key) is not None:
            return False
    try:
        with services.database.write() as tx:
            return tx.outbox.add_if_new(effect)
    except ReploopError as error:
        log.warning("crm_report.not_planned", key=effect.key, error=type(error).__name__)
        return False


def _report(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    person = organisation.person(PersonId(payload["person_id"]))
    if refusal := reachable(person):
        return refusal
    assert person is not None  # noqa: S101 - reachable refused None
    if not sees_crm(person, organisation):
        return NotSent("the recipient looks after no CRM any more")
    report = report_of(person, date.fromisoformat(payload["monday"]), tx, services)
    look = Look(
        actor=person.id, subject=f"crm:{person.id}", allowed=True, action="read_crm_report"
    )  # fmt: skip
    return Letter(person, report, look)


def report_of(person: Person, monday: date, tx: Stores, services: Services) -> CrmReport:
    """The week before this Monday, from midnight to midnight of the person's own days."""
    zone = zone_of(person)
    since, until = wall(monday - WEEK, 0, zone), wall(monday, 0, zone)
    calls = CallFilter(states=(CallState.SCORED,), since=since, until=until, but_of=PRACTICE)
    scored, linked = tx.calls.count_linked(calls)
    return CrmReport(
        first_day=monday - WEEK, last_day=monday - timedelta(days=1),
        crms=tuple(crm_week(slug, since, until, tx) for slug in sorted(services.crms)),
        calls=scored, linked=linked,
    )  # fmt: skip


def crm_week(slug: str, since: datetime, until: datetime, tx: Stores) -> CrmWeek:
    """What happened at one CRM from ``since`` on and before ``until``; what waits, as of now."""
    tally, brake = tx.changes.tally(slug, since=since, until=until), tx.changes.brake(slug)
    refused = Counter[str]()
    for reason, number in tally.refused.items():
        refused[without_class(reason)] += number
    waiting = tx.changes.waiting(limit=ROWS_READ)
    waits = tx.audit.looks([limit_subject(slug)], since=since)
    return CrmWeek(
        crm=slug,
        records=tally.records,
        fields=tally.fields.get(WriteState.WRITTEN, 0),
        kept=tally.fields.get(WriteState.KEPT_HUMAN, 0),
        restored=tally.fields.get(WriteState.RESTORED, 0),
        waiting=sum(each.record.crm == slug for each in waiting),
        refused=tuple(refused.most_common(REASONS_SHOWN)),
        gone=_gone(slug, since, until, tx),
        waits=sum(at < until for at, _, _ in waits),
        rollbacks=tally.rollbacks,
        stopped=brake is not None and brake.stopped_at is not None,
    )


def _gone(slug: str, since: datetime, until: datetime, tx: Stores) -> int:
    """Records that were found deleted."""
    skipped = tx.outbox.list(
        states=[EffectState.SKIPPED], kinds=[EffectKind.CRM_DEAL, EffectKind.CRM_CALL],
        since=since, limit=ROWS_READ,
    )  # fmt: skip
    return sum(
        row.error in (DEAL_GONE, record_gone(slug))
        for row in skipped
        if row.effect.payload["crm"] == slug
        if row.last_try_at is not None and row.last_try_at < until
    )


COMPOSERS: Mapping[EffectKind, Composer] = {EffectKind.SLACK_CRM_REPORT: _report}
