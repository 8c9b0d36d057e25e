"""Who of a CRM's users is known here, and which of our people no CRM knows: by e-mail address."""

from dataclasses import dataclass

from domain.crm import CrmPerson
from domain.errors import NotVisible
from domain.people import Person, Role
from jobs.services import Services


@dataclass(frozen=True, slots=True)
class PeopleBeside:
    """One CRM's users beside our people."""

    both: tuple[tuple[CrmPerson, Person], ...]
    only_there: tuple[CrmPerson, ...]
    """Active users of the CRM that are nobody here: their calls count for no rep."""
    only_here: tuple[Person, ...]
    """Active reps without an active user: their snapshots have no owner there."""
    left_there: tuple[tuple[CrmPerson, Person], ...]
    """People who are active here, while their user there is not."""


def people_beside(slug: str, services: Services) -> PeopleBeside:
    """Compare the users of one CRM with our people.

    Raises ``NotVisible`` for a CRM that is not connected, and ``IntegrationError``.
    """
    crm = services.crms.get(slug)
    if crm is None:
        raise NotVisible(f"{slug} is not connected")
    users = {user.email.casefold(): user for user in crm.people() if user.email}
    with services.database.read() as tx:
        ours = {p.email.casefold(): p for p in tx.people.organisation().people if p.active}
    pairs = [(users[email], ours[email]) for email in sorted(users.keys() & ours.keys())]
    active = {email for email, user in users.items() if user.active}
    return PeopleBeside(
        both=tuple(pair for pair in pairs if pair[0].active),
        only_there=tuple(users[email] for email in sorted(active - ours.keys())),
        only_here=tuple(
            person
            for email, person in sorted(ours.items())
            if person.role is Role.REP and email not in users
        ),
        left_there=tuple(pair for pair in pairs if not pair[0].active),
    )
