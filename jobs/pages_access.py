"""Who opens a page, whether they may, and the note that they did."""

from coaching.visibility import may_see_rep
from domain.calls import Call, CallState
from domain.errors import NotVisible
from domain.people import Organisation, Person, PersonId, Role, TeamId
from jobs.attention import looked
from jobs.services import Services

VIA = "web"
SEES_EVERY_NUMBER = (Role.REVOPS, Role.ADMIN)


def active_person(person_id: PersonId, services: Services) -> Person | None:
    """The person as they stand now; ``None`` for one who left or never was."""
    with services.database.read() as stores:
        person = stores.people.organisation().person(person_id)
    return person if person is not None and person.active else None


def may_open_call(viewer: Person, call: Call | None, organisation: Organisation) -> bool:
    """Whether there is such a call for this viewer.

    A call that belongs to no rep is a matter of coverage: only those see it who see
    every rep's figures. A deleted call is nobody's.
    """
    if call is None or call.state is CallState.DELETED:
        return False
    if call.rep_id is not None:
        return may_see_rep(viewer, call.rep_id, organisation)
    current = organisation.person(viewer.id)
    return current is not None and current.active and current.role in SEES_EVERY_NUMBER


def may_see_team(viewer: Person, team_id: TeamId, organisation: Organisation) -> bool:
    """Whether there is such a team for this viewer: its manager now, or who sees everybody."""
    team = next((t for t in organisation.teams if t.id == team_id), None)
    current = organisation.person(viewer.id)
    if team is None or current is None or not current.active:
        return False
    if current.role in SEES_EVERY_NUMBER:
        return True
    return current.role is Role.MANAGER and team.manager_id == current.id


def audit(viewer: Person, action: str, subject: str, services: Services, *, allowed: bool) -> None:
    """Note one look, allowed or not. Raises ``NotVisible`` after noting a denied one."""
    with services.database.write() as stores:
        stores.audit.add(
            at=services.now(),
            actor=viewer.id,
            action=action,
            subject=subject,
            allowed=allowed,
            via=VIA,
        )
        if allowed:
            looked(viewer, subject, stores, services)
    if not allowed:
        raise NotVisible
