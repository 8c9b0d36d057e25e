"""Who may see what: the one policy that web, Slack, command line and exports ask.

Rights are those of this moment: they are computed from the organisation as it stands, never
from what somebody was last week. What is not allowed here is denied.
"""

from datetime import datetime, timedelta

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


def may_decide(viewer: Person, rep: Person, organisation: Organisation) -> bool:
    """Whether ``viewer`` decides this rep's appeals: the manager of their team at this moment."""
    current = organisation.person(viewer.id)
    if current is None or current.role is not Role.MANAGER or current.id == rep.id:
        return False
    return may_see_rep(current, rep.id, organisation)


def sees_crm(viewer: Person, organisation: Organisation) -> bool:
    """Whether ``viewer`` sees what went to the CRMs, and may take it back: RevOps and admin."""
    current = organisation.person(viewer.id)
    return current is not None and current.active and current.role in _SEES_ALL_NUMBERS


def may_approve(viewer: Person, rep: Person | None, organisation: Organisation) -> bool:
    """Whether ``viewer`` approves changes of CRM fields that come from this rep's calls.

    The rep's manager at this moment, and RevOps and admin, who see no words of it.
    """
    if sees_crm(viewer, organisation):
        return True
    return rep is not None and may_decide(viewer, rep, organisation)


def opens_at(first_scored_at: datetime, grace_hours: float) -> datetime:
    """When a call's score is open to others than its rep, who meets it first.

    Counted from the call's first score: one that is scored again was seen already.
    """
    return first_scored_at + timedelta(hours=grace_hours)


def still_the_rep_s(
    viewer_id: PersonId, rep_id: PersonId | None, *, opens: datetime, now: datetime
) -> bool:
    """Whether what one call scored is still its rep's alone (see ``opens_at``)."""
    return viewer_id != rep_id and now < opens


def may_see_call(
    viewer: Person, rep: Person, organisation: Organisation, *, opens: datetime, now: datetime
) -> bool:
    """Whether ``viewer`` may see what one call of this rep scored, now.

    The rep at once; whoever may see the rep's figures from ``opens`` on. Words are a matter
    of ``may_see_text`` besides.
    """
    allowed = may_see_rep(viewer, rep.id, organisation)
    return allowed and not still_the_rep_s(viewer.id, rep.id, opens=opens, now=now)
