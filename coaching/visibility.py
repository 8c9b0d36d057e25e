"""Who may see what: the one policy that web, Slack, command line and exports ask.

Rights are those of this moment: they are computed from the organisation as it stands, never
from what somebody was last week. What is not allowed here is denied.
"""

from domain.people import Organisation, Person, PersonId, Role

_SEES_ALL_NUMBERS = (Role.REVOPS, Role.ADMIN)


def visible_reps(viewer: Person, organisation: Organisation) -> tuple[Person, ...]:
    """The reps whose figures ``viewer`` may see now, by name.

    A rep sees themself; a manager the active reps of the teams they manage; RevOps and
    admin every rep, those who left too. A viewer who is inactive or not in the
    organisation sees nobody.
    """
    current = organisation.person(viewer.id)
    if current is None or not current.active:
        return ()
    if current.role is Role.REP:
        return (current,)
    if current.role is Role.MANAGER:
        return organisation.reps_of(current)
    if current.role in _SEES_ALL_NUMBERS:
        reps = (p for p in organisation.people if p.role is Role.REP)
        return tuple(sorted(reps, key=lambda p: (p.name, p.id)))
    return ()


def may_see_rep(viewer: Person, rep_id: PersonId, organisation: Organisation) -> bool:
    """Whether ``viewer`` may see this rep's figures now."""
    return any(rep.id == rep_id for rep in visible_reps(viewer, organisation))


def may_see_text(viewer: Person, rep: Person, organisation: Organisation) -> bool:
    """Whether ``viewer`` may read what was said on this rep's calls: quotes, transcripts.

    Only the rep and the manager of the rep's team at this moment. RevOps and admin see
    numbers, never words.
    """
    current = organisation.person(viewer.id)
    if current is None or current.role not in (Role.REP, Role.MANAGER):
        return False
    return may_see_rep(current, rep.id, organisation)
