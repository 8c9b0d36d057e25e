"""What stands on a person's home: composed from the newest rows, under the rights of now."""

from collections.abc import Mapping

from domain.effects import EffectKind
from domain.homes import CompanyHome, Home, ManagerHome, NobodyHome, RepHome
from domain.people import Organisation, Person, PersonId, Role
from domain.ports import Stores
from jobs.attention import preferences_of
from jobs.home import STRANGER
from jobs.home_company import company_home
from jobs.home_manager import manager_home
from jobs.home_rep import rep_home
from jobs.letter import Composed, Composer, Letter, NotSent
from jobs.services import Services


def _home(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    if STRANGER in payload:
        return Letter(_stranger(payload[STRANGER]), Home(part=NobodyHome()))
    person = organisation.person(PersonId(payload["person_id"]))
    if person is None:
        return NotSent("the person is not known any more")
    if not person.active:  # what stood there must go
        return Letter(person, Home(part=NobodyHome()))
    part = _part(person, organisation, tx, services)
    return Letter(person, Home(part=part, preferences=preferences_of(person, tx, services)))


def _part(
    person: Person, organisation: Organisation, tx: Stores, services: Services
) -> RepHome | ManagerHome | CompanyHome:
    if person.role is Role.REP:
        return rep_home(person, organisation, tx, services)
    if person.role is Role.MANAGER:
        return manager_home(person, organisation, tx, services)
    return company_home(tx, services)


def _stranger(slack_user_id: str) -> Person:
    return Person(
        id=PersonId(STRANGER),
        name="",
        email="",
        role=Role.REP,
        slack_user_id=slack_user_id,
        active=False,
    )


COMPOSERS: Mapping[EffectKind, Composer] = {EffectKind.SLACK_HOME: _home}
