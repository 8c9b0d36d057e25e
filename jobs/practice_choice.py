"""Whom to practise with, and what: from the assignment, the wish, or the weakest live skill."""

from coaching.clips import gap_moment
from coaching.practice.assignments import fitting, playable, weakest
from coaching.practice.moments import from_moment
from domain.calls import Call, Transcript
from domain.people import Organisation, Person, PersonId
from domain.ports import Stores
from domain.practice import OPEN, Assignment, Persona
from domain.rubrics import SkillId
from jobs.practice import Play
from jobs.scored_calls import scored_calls
from jobs.services import Services

OWN, FITTING = "own", "fitting"
"""Instead of a buyer's id: made from the rep's own call, or the one that fits the skill."""


def wished(asked: str, rep: Person, tx: Stores, services: Services) -> Play | None:
    """What a rep who writes "practice …" gets; ``None`` for a wish that names nothing known.

    Without a wish it is what was assigned and is due first, else their weakest skill.
    """
    if not asked:
        due = next_assignment(tx, rep.id)
        return of_assignment(due) if due else _free(rep, None, None, tx, services)
    persona = next((p for p in services.personas.values() if _named(p, asked)), None)
    skill_id = next(
        (s.id for s in services.skills.values() if asked in _words(s.id, services)), None
    )
    if persona is None and skill_id is None:
        return None
    return _free(rep, persona, skill_id, tx, services)


def _named(persona: Persona, asked: str) -> bool:
    names = (persona.id, persona.id.replace("_", " "), persona.name.casefold())
    return asked in (*names, *persona.name.casefold().split())


def _words(skill_id: SkillId, services: Services) -> tuple[str, ...]:
    skill = services.skills[skill_id]
    spelled = (skill.id, skill.name, *skill.synonyms)
    return tuple(word.casefold().replace("_", " ") for word in spelled)


def next_assignment(tx: Stores, rep_id: PersonId) -> Assignment | None:
    """The assignment that is due first among those that can be played."""
    mine = tx.practice.assignments(rep_ids=[rep_id], states=OPEN)
    open_now = (a for a in mine if playable(a, tx.practice.of_assignment(a)))
    return min(open_now, key=lambda a: (a.due_at, a.id), default=None)


def of_assignment(assignment: Assignment) -> Play:
    """What an assignment asks to play."""
    return Play(persona=assignment.persona, skill_id=assignment.skill_id, assignment=assignment)


def _free(
    rep: Person, persona: Persona | None, skill_id: SkillId | None, tx: Stores, services: Services
) -> Play | None:
    """A role-play that nobody assigned."""
    skill_id = skill_id or (persona.skills[0] if persona else weakest_skill(rep.id, tx))
    if skill_id is None:
        skill_id = next(iter(services.skills), None)
    if skill_id is None:
        return None
    chosen = persona or chosen_persona(FITTING, rep, skill_id, tx, services)
    return None if chosen is None else Play(persona=chosen, skill_id=skill_id)


def weakest_skill(rep_id: PersonId, tx: Stores) -> SkillId | None:
    """The skill with the lowest level among those with enough live calls."""
    known = tx.profiles.of_reps([rep_id])
    seen = {p.skill_id: tx.profiles.observations(rep_id, p.skill_id) for p in known}
    live = {skill: sum(not o.practice for o in each) for skill, each in seen.items()}
    return weakest(known, live)


def chosen_persona(
    wanted: str, rep: Person, skill_id: SkillId, tx: Stores, services: Services
) -> Persona | None:
    """The buyer of this id, the fitting one, or one from the rep's own weak moment.

    Without such a moment it is the fitting one. ``None``: there is no such buyer.
    """
    if wanted not in (OWN, FITTING):
        return services.personas.get(wanted)
    played = [s.persona.id.partition("+")[0] for s in tx.practice.sessions(rep.id)]
    base = fitting(list(services.personas.values()), skill_id, played, rep.language)
    if base is None or wanted == FITTING:
        return base
    return _from_own_call(base, rep, skill_id, tx, services)


def _from_own_call(
    base: Persona, rep: Person, skill_id: SkillId, tx: Stores, services: Services
) -> Persona:
    calls = scored_calls(rep.id, tx, services)
    clip = gap_moment(skill_id, calls, as_of=services.now())
    found = next((c for c in calls if clip and c.call.id == clip.call_id), None)
    if clip is None or found is None or (found.transcript.language or "en") != base.language:
        return base
    names = _names(found.call, found.transcript, tx.people.organisation())
    return from_moment(base, clip, found.transcript, names)


def _names(call: Call, transcript: Transcript, organisation: Organisation) -> list[str]:
    """Whatever on and around a call may name somebody."""
    mails = [p.email for p in call.participants if p.email]
    people = [p.name for p in call.participants] + [p.name for p in organisation.people]
    aliases = [alias for p in organisation.people for alias in p.aliases]
    return [call.title, *people, *aliases, *transcript.speakers, *mails]
