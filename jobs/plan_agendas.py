"""Each manager's agenda, once an ISO week, on their own Monday morning."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

import structlog

from coaching.agenda import AgendaInputs, RepWeek, build_agenda
from coaching.agenda_edits import edited
from coaching.focus import FocusRules
from domain.agendas import Agenda, iso_week
from domain.calls import CallState
from domain.commitments import Commitment
from domain.effects import ASKED, Effect, EffectKind, Queue
from domain.errors import ReploopError
from domain.people import Organisation, Person, PersonId, Role
from domain.ports import CallFilter, Stores
from domain.practice import PROVIDER as PRACTICE
from domain.skills import Proficiency, SkillProfile
from domain.wording import MIN_CALLS
from jobs.agenda_moments import with_standing_moments
from jobs.profiles import profile_as_of
from jobs.scored_calls import held_back, scored_calls
from jobs.services import Services
from jobs.zones import zone_of

log = structlog.get_logger()
LATEST_HOURS = 24
"""An agenda that could not be planned this long after its hour is left out, not sent late."""
WEEKS_BACK = 8
LINE_WEEKS = 8
"""How many weeks back the small chart of a skill goes."""


def plan_agendas(services: Services) -> int:
    """Plan what is due now; returns how many agendas were new.

    Safe to run by any number of clocks at any minute: the agenda is unique by manager and
    ISO week of the manager's own calendar, and so is its message. One that cannot be
    planned now keeps no other manager waiting; the next round tries it again.
    """
    if services.messenger is None:
        return 0
    now = services.now()
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        due = [
            (manager, monday)
            for manager in managers(organisation)
            if (monday := due_monday(now, zone_of(manager), services.thresholds.agenda_hour))
            and tx.agendas.get(manager.id, iso_week(monday)) is None
        ]
    planned = sum(_planned(manager, monday, services) for manager, monday in due)
    if planned:
        services.queue.ring(Queue.DELIVER)
    return planned


def _planned(manager: Person, monday: date, services: Services) -> bool:
    try:
        return plan_agenda(manager, monday, services)
    except ReploopError as error:
        log.warning("agenda.not_planned", manager=manager.id, error=type(error).__name__)
        return False


def managers(organisation: Organisation) -> list[Person]:
    """Active managers who have a team."""
    with_team = {team.manager_id for team in organisation.teams}
    return [
        p for p in organisation.people if p.role is Role.MANAGER and p.active and p.id in with_team
    ]


def due_monday(now: datetime, zone: tzinfo, hour: int) -> date | None:
    """The Monday whose agenda is due at ``now``, or ``None``.

    Due from ``hour`` o'clock of the manager's Monday, for ``LATEST_HOURS``. The hour is a
    wall-clock time: a change of the clocks moves it with the wall.
    """
    local = now.astimezone(zone)
    monday = local.date() - timedelta(days=local.weekday())
    opens = datetime(monday.year, monday.month, monday.day, hour, tzinfo=zone)
    age = now - opens
    return monday if timedelta(0) <= age < timedelta(hours=LATEST_HOURS) else None


def plan_agenda(manager: Person, monday: date, services: Services, *, asked: bool = False) -> bool:
    """Build and keep one agenda and ask for its delivery; ``False`` if it was there.

    ``asked``: somebody wants it now, in quiet hours too.
    """
    with services.database.read() as tx:
        agenda = agenda_of(manager, monday, tx, services)
    services.reach("agenda.planned")
    with services.database.write() as tx:
        # Calls can be deleted, and rulings made, since it was read: that is not kept.
        if not tx.agendas.add_if_new(with_standing_moments(agenda, tx, services)):
            return False
        services.reach("agenda.before_commit")
        message = agenda_message(manager.id, agenda.week)
        payload = {**message.payload, ASKED: "yes"} if asked else message.payload
        tx.outbox.add_if_new(replace(message, payload=payload))
    return True


def agenda_message(manager_id: PersonId, week: str) -> Effect:
    """The one message of a manager's week; asked for again, it is brought up to date."""
    return Effect(
        kind=EffectKind.SLACK_AGENDA,
        key=f"slack:agenda:{manager_id}:{week}",
        payload={"manager_id": manager_id, "week": week},
    )


def agenda_of(manager: Person, monday: date, tx: Stores, services: Services) -> Agenda:
    """What the manager's agenda for the week of ``monday`` says, as of now; keeps nothing."""
    reps = tx.people.organisation().reps_of(manager)
    return build_agenda(agenda_inputs(manager, monday, reps, tx, services))


def agenda_inputs(
    manager: Person, monday: date, reps: Sequence[Person], tx: Stores, services: Services
) -> AgendaInputs:
    """Everything that an agenda about these reps is computed from, as of now."""
    now = services.now()
    return AgendaInputs(
        manager=manager,
        monday=monday,
        as_of=now,
        reps=tuple(rep_week(rep, now, tx, services) for rep in reps),
        skills=services.skills,
        skipped_calls=_skipped([rep.id for rep in reps], now, tx),
        previous=_previous(manager.id, monday, tx),
        rules=FocusRules(skills=services.thresholds.focus_skills),
    )


def rep_week(rep: Person, now: datetime, tx: Stores, services: Services) -> RepWeek:
    """Everything an agenda says about one rep is computed from this."""
    week_ago = now - timedelta(days=7)
    profiles = _profiles(rep.id, now, tx, services)
    calls = scored_calls(rep.id, tx, services)
    changes = tx.profiles.tier_changes([rep.id], since=week_ago)
    manager = tx.people.organisation().manager_of(rep)  # a new call is the rep's alone at first
    held = held_back(manager.id, [c.call for c in calls], tx, services) if manager else {}
    return RepWeek(
        rep=rep,
        now=tuple(p.proficiency for p in profiles),
        week_ago=proficiencies_as_of(rep.id, week_ago, tx, services),
        tier_changes=tuple(c for c in changes if c.because_of not in held),
        calls=tuple(each for each in calls if each.call.id not in held),
        lines={p.proficiency.skill_id: weekly_line(p, now) for p in profiles},
        wrong=tuple(sorted(tx.agendas.called_wrong(rep.id))),
        commitment=running_commitment(rep.id, tx),
    )


def running_commitment(rep_id: PersonId, tx: Stores) -> Commitment | None:
    """What a rep agreed on last, unless it was ended."""
    newest = next(iter(tx.commitments.of_rep(rep_id)), None)
    return newest if newest is not None and newest.ended_at is None else None


def weekly_line(profile: SkillProfile, now: datetime) -> tuple[tuple[date, float], ...]:
    """The level (0-100) at the end of each of the last weeks that had one, oldest first."""
    found: list[tuple[date, float]] = []
    for back in range(LINE_WEEKS, -1, -1):
        end = now - timedelta(weeks=back)
        before = [level for at, level, _ in profile.history if at <= end]
        if len(before) >= MIN_CALLS:
            found.append((end.date(), round(before[-1], 1)))
    return tuple(found)


def proficiencies_as_of(
    rep_id: PersonId, as_of: datetime, tx: Stores, services: Services
) -> tuple[Proficiency, ...]:
    """A rep's proficiency in every skill with an observation by then, at that moment."""
    return tuple(p.proficiency for p in _profiles(rep_id, as_of, tx, services))


def _profiles(
    rep_id: PersonId, as_of: datetime, tx: Stores, services: Services
) -> tuple[SkillProfile, ...]:
    found = (profile_as_of(tx, (rep_id, skill), as_of, services) for skill in services.skills)
    return tuple(profile for profile in found if profile.proficiency.calls)


def _skipped(rep_ids: list[PersonId], now: datetime, tx: Stores) -> int:
    week = CallFilter(
        rep_ids=tuple(rep_ids),
        states=(CallState.SKIPPED, CallState.DEAD),
        since=now - timedelta(days=7),
        but_of=PRACTICE,
        limit=500,
    )
    return len(tx.calls.list(week)) if rep_ids else 0


def _previous(manager_id: PersonId, monday: date, tx: Stores) -> tuple[Agenda, ...]:
    found: list[Agenda] = []
    while len(found) < WEEKS_BACK and (agenda := tx.agendas.before(manager_id, monday)):
        found.append(edited(agenda, tx.agendas.edits(manager_id, agenda.week)))
        monday = agenda.monday
    return tuple(found)
