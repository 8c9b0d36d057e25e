"""A manager's home: this week's agenda, appeals to decide, and the team of this moment."""

from coaching.visibility import may_decide
from domain.agendas import Agenda, iso_week
from domain.appeals import AppealState
from domain.homes import HeatLine, HomeSkill, ManagerHome
from domain.people import Organisation, Person, PersonId
from domain.ports import Stores
from domain.rubrics import SkillId
from domain.skills import Proficiency
from domain.wording import enough
from jobs.agenda_letters import agenda_as_edited
from jobs.services import Services
from jobs.zones import zone_of

IN_FOCUS = 2


def manager_home(
    manager: Person, organisation: Organisation, tx: Stores, services: Services
) -> ManagerHome:
    """Only reps of the teams that are theirs now."""
    week = iso_week(services.now().astimezone(zone_of(manager)).date())
    agenda = agenda_as_edited(manager, week, organisation, tx, services)
    reps = organisation.reps_of(manager)
    return ManagerHome(
        agenda=agenda,
        appeals=_appeals(manager, reps, organisation, tx),
        team=_team(reps, agenda, tx, services),
    )


def _appeals(
    manager: Person, reps: tuple[Person, ...], organisation: Organisation, tx: Stores
) -> tuple[tuple[str, str], ...]:
    names = {rep.id: rep.name for rep in reps if may_decide(manager, rep, organisation)}
    waiting = tx.appeals.list(rep_ids=list(names), states=(AppealState.OPEN,)) if names else ()
    oldest = sorted(waiting, key=lambda appeal: (appeal.opened_at, appeal.id))
    return tuple((appeal.id, names[appeal.rep_id]) for appeal in oldest)


def _team(
    reps: tuple[Person, ...], agenda: Agenda | None, tx: Stores, services: Services
) -> tuple[HeatLine, ...]:
    focus = {r.rep_id: [f.skill_id for f in r.focus] for r in agenda.reps} if agenda else {}
    known: dict[PersonId, dict[SkillId, Proficiency]] = {rep.id: {} for rep in reps}
    for one in tx.profiles.of_reps(list(known)):
        if one.skill_id in services.skills:
            known[one.rep_id][one.skill_id] = one
    return tuple(
        HeatLine(
            rep_id=rep.id,
            rep_name=rep.name,
            skills=tuple(
                HomeSkill(skill_name=services.skills[skill].name, proficiency=known[rep.id][skill])
                for skill in focus.get(rep.id) or _lowest(known[rep.id])
                if skill in known[rep.id]
            ),
        )
        for rep in reps
    )


def _lowest(known: dict[SkillId, Proficiency]) -> list[SkillId]:
    """Without an agenda: the two lowest figures."""
    figures = [one for one in known.values() if enough(one)]
    return [one.skill_id for one in sorted(figures, key=lambda o: (o.level, o.skill_id))][:IN_FOCUS]
