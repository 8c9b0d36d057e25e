"""An agenda as a message: to the manager as a draft, and each part to its rep once shared."""

from collections.abc import Mapping
from dataclasses import replace

from coaching.agenda_edits import edited
from domain.agendas import Agenda
from domain.effects import EffectKind
from domain.notices import SharedAgenda
from domain.people import Organisation, Person, PersonId, Role
from domain.ports import Stores
from jobs.agenda_moments import with_standing_moments
from jobs.letter import Composed, Composer, Letter, NotSent, reachable
from jobs.look import Look
from jobs.practice_status import practice_lines
from jobs.services import Services


def agenda_as_edited(
    manager: Person, week: str, organisation: Organisation, tx: Stores, services: Services
) -> Agenda | None:
    """The agenda as the manager wants it, with whom and what may be shown at this moment.

    Who left the team since it was planned is left out, and so are moments that no longer stand.
    """
    planned = tx.agendas.get(manager.id, week)
    if planned is None or manager.role is not Role.MANAGER:
        return None
    agenda = edited(planned, tx.agendas.edits(manager.id, week))
    team = {rep.id for rep in organisation.reps_of(manager)}
    shown = with_standing_moments(agenda.only(team), tx, services)
    reps = (replace(r, practice=practice_lines(r.rep_id, tx, services.skills)) for r in shown.reps)
    return replace(shown, reps=tuple(reps))


def _agenda(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    manager = organisation.person(PersonId(payload["manager_id"]))
    if refusal := reachable(manager):
        return refusal
    assert manager is not None  # noqa: S101 - reachable refused None
    agenda = agenda_as_edited(manager, payload["week"], organisation, tx, services)
    if agenda is None:
        return NotSent("there is no agenda for this manager any more")
    reps = tuple(rep.rep_id for rep in agenda.reps)
    look = Look(
        actor=manager.id, subject=f"agenda:{agenda.week}", allowed=True, action="read_agenda",
        reps=reps,
    )  # fmt: skip
    return Letter(manager, agenda, look)


def _shared(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    manager = organisation.person(PersonId(payload["manager_id"]))
    rep = organisation.person(PersonId(payload["rep_id"]))
    if refusal := reachable(manager) or reachable(rep):
        return refusal
    assert manager is not None  # noqa: S101 - reachable refused None
    assert rep is not None  # noqa: S101 - reachable refused None
    agenda = agenda_as_edited(manager, payload["week"], organisation, tx, services)
    part = next((r for r in agenda.reps if r.rep_id == rep.id), None) if agenda else None
    if agenda is None or part is None or part.state is None or part.state.shared_at is None:
        return NotSent("this part of the agenda is not shared any more")
    return Letter(rep, SharedAgenda(part, manager.name, agenda.only([rep.id])))


COMPOSERS: Mapping[EffectKind, Composer] = {
    EffectKind.SLACK_AGENDA: _agenda,
    EffectKind.SLACK_SHARED_AGENDA: _shared,
}
