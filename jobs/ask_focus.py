"""Answers on what to work on next: the agenda of this week, else what the figures say now."""

from datetime import timedelta

from coaching.ask import say
from coaching.focus import choose_focus, why
from domain import said
from domain.agendas import Agenda, RepAgenda, iso_week
from domain.people import Person
from domain.phrases import Phrase, phrase
from domain.questions import Answer, Focus
from jobs.agenda_letters import agenda_as_edited
from jobs.ask_cited import MAX_CLIPS, cite
from jobs.ask_context import Asking
from jobs.zones import zone_of


def focus(query: Focus, asking: Asking) -> Answer:
    """The one or two skills where the most is to be won, and why."""
    rep = asking.rep(query.rep_id)
    if rep is None:
        return asking.refused()
    agenda = _agenda(rep, asking)
    if agenda is not None and (parts := agenda.only([rep.id]).reps):
        part = parts[0]
        if (part.focus or part.nothing_because) and _is_open(part, agenda, asking.asker):
            return _planned(query, part, agenda, asking)
    return _of_now(query, rep, asking)


def _agenda(rep: Person, asking: Asking) -> Agenda | None:
    """This week's, as the rep's manager wants it; the manager's calendar says which week."""
    manager = asking.organisation.manager_of(rep)
    if manager is None:
        return None
    week = iso_week(asking.now.astimezone(zone_of(manager)).date())
    return agenda_as_edited(manager, week, asking.organisation, asking.tx, asking.services)


def _is_open(part: RepAgenda, agenda: Agenda, asker: Person) -> bool:
    """It is its manager's draft until it is shared with the rep; nobody else is shown it."""
    if asker.id == part.rep_id:
        return part.state is not None and part.state.shared_at is not None
    return asker.id == agenda.manager_id


def _planned(query: Focus, part: RepAgenda, agenda: Agenda, asking: Asking) -> Answer:
    """What stands in the agenda: the same skills, reasons and moments."""
    (rep,) = asking.chosen(part.rep_id)
    chosen = [f for f in part.focus if f.skill_id in asking.services.skills]
    clips = tuple(clip for skill in chosen for clip in skill.clips)[:MAX_CLIPS]
    note = () if clips or not chosen else (Phrase("answer-no-call"),)
    return Answer(
        kind=query.kind,
        question=phrase("answer-asked-focus", who=say.name_of(rep, asking.asker)),
        headline=_headline(rep, [f.skill_name for f in chosen], part.nothing_because, asking),
        lines=tuple(f.why for f in chosen),
        figures=tuple(asking.figure(rep, f.proficiency) for f in chosen),
        cited=clips,
        scope=(
            say.whose([rep], asking.asker),
            Phrase("answer-from-agenda"),
            say.as_of(agenda.as_of, asking.zone),
            *note,
        ),
    )


def _of_now(query: Focus, rep: Person, asking: Asking) -> Answer:
    figures = {figure.skill_id: figure for figure in asking.stored([rep])}
    stored = [f.proficiency for f in figures.values() if f.proficiency is not None]
    monday = asking.today - timedelta(days=asking.today.weekday())
    chosen = choose_focus(stored, (), monday=monday)
    meant = [figures[choice.skill_id] for choice in chosen.choices]
    shown = cite(meant, asking)
    return Answer(
        kind=query.kind,
        question=phrase("answer-asked-focus", who=say.name_of(rep, asking.asker)),
        headline=_headline(rep, [f.skill_name for f in meant], chosen.nothing_because, asking),
        lines=tuple(why(choice, asking.skill_name(choice.skill_id)) for choice in chosen.choices),
        figures=tuple(meant),
        cited=shown.clips,
        calls=shown.calls,
        scope=(say.whose([rep], asking.asker), say.as_of(asking.now, asking.zone), *shown.note),
    )


def _headline(
    rep: Person, skills: list[str], nothing_because: Phrase | None, asking: Asking
) -> Phrase:
    if nothing_because is not None:
        return said.to_the_rep(nothing_because) if rep.id == asking.asker.id else nothing_because
    names = tuple(phrase("plain", text=name) for name in skills)
    return phrase("answer-focus", who=say.name_of(rep, asking.asker), skills=names)
