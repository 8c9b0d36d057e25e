"""One rep's part of this week's agenda is planned anew when what it rests on was put right."""

from dataclasses import replace
from datetime import timedelta

from coaching.agenda import AgendaInputs, build_agenda, focus_skill
from coaching.focus import chosen_by_hand
from domain import wording
from domain.agendas import FocusSkill, RepAgenda, RepEdits, iso_week
from domain.people import Person
from domain.ports import Stores
from jobs.agenda_part import shared_message
from jobs.plan_agendas import agenda_inputs, agenda_message, rep_week
from jobs.services import Services
from jobs.zones import zone_of


def replan(manager: Person, rep: Person, tx: Stores, services: Services) -> None:
    """Plan the rep's part again, keep the manager's edits, and bring the messages up to date.

    Nothing if the manager has no agenda of this week, or the rep is not in it.
    """
    today = services.now().astimezone(zone_of(manager)).date()
    monday = today - timedelta(days=today.weekday())
    tx.agendas.lock(manager.id)
    agenda = tx.agendas.get(manager.id, iso_week(monday))
    old = next((part for part in agenda.reps if part.rep_id == rep.id), None) if agenda else None
    if agenda is None or old is None:
        return
    fresh = _planned(old, agenda_inputs(manager, monday, [rep], tx, services))
    parts = tuple(fresh if part.rep_id == rep.id else part for part in agenda.reps)
    tx.agendas.replace(replace(agenda, reps=parts))
    edits = tx.agendas.edits(manager.id, agenda.week).get(rep.id)
    if edits is not None:
        tx.agendas.put_edits(_again(edits, fresh, rep, tx, services))
    tx.outbox.request(agenda_message(manager.id, agenda.week))
    if edits is not None and edits.state.shared_at is not None:
        tx.outbox.request(shared_message(edits))


def _planned(old: RepAgenda, inputs: AgendaInputs) -> RepAgenda:
    """What is said now; the week still opens with what was agreed on before it."""
    opened = old.proof.commitment if old.proof is not None else None
    (week,) = inputs.reps
    (fresh,) = build_agenda(replace(inputs, reps=(replace(week, commitment=opened),))).reps
    return fresh


def _again(
    edits: RepEdits, fresh: RepAgenda, rep: Person, tx: Stores, services: Services
) -> RepEdits:
    """The skills that the manager chose, with what is true of them now."""
    if edits.focus is None:
        return edits
    planned = {focus.skill_id: focus for focus in fresh.focus}
    week = rep_week(rep, services.now(), tx, services)
    made: list[FocusSkill] = []
    for chosen in edits.focus:
        known = next((p for p in week.now if p.skill_id == chosen.skill_id), None)
        if chosen.skill_id in planned:
            made.append(planned[chosen.skill_id])
        elif known is not None and wording.enough(known) and chosen.skill_id in services.skills:
            today = services.now().date()
            choice = chosen_by_hand(known, today)
            used = [clip for focus in made for clip in focus.clips]
            skills, now = services.skills, services.now()
            made.append(focus_skill(choice, week, skills, as_of=now, used=used))
    return replace(edits, focus=tuple(made))
