"""People and teams as rows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import update
from sqlmodel import col, select

from domain.people import Organisation, Person, PersonId, Role, Team, TeamId
from store.codec import from_json, to_json
from store.tables import PersonRow, TeamRow
from store.transactions import Transaction, table_of

_TABLE = table_of(PersonRow)


class SqlPeople:
    """See ``PeopleStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._known: Organisation | None = None
        """Read once a transaction: what goes through a hundred deals asks a hundred times."""

    def organisation(self) -> Organisation:
        """See ``PeopleStore.organisation``; both by id."""
        if self._known is None:
            people = self._tx.rows(select(PersonRow).order_by(col(PersonRow.id)))
            teams = self._tx.rows(select(TeamRow).order_by(col(TeamRow.id)))
            self._known = Organisation(tuple(map(_person, people)), tuple(map(_team, teams)))
        return self._known

    def put(self, people: Sequence[Person], teams: Sequence[Team]) -> tuple[int, int]:
        """See ``PeopleStore.put``."""
        known = {person.id: person for person in self.organisation().people}
        added = sum(person.id not in known for person in people)
        changed = sum(person.id in known and known[person.id] != person for person in people)
        self._known = None
        self._tx.put(PersonRow, [_person_values(person) for person in people])
        self._tx.put(TeamRow, [to_json(team) for team in teams])
        return added, changed

    def set_slack_user(self, person_id: PersonId, slack_user_id: str) -> None:
        """See ``PeopleStore.set_slack_user``."""
        self._known = None
        where = col(PersonRow.id) == person_id
        self._tx.changed(update(_TABLE).where(where).values(slack_user_id=slack_user_id))

    def set_language(self, person_id: PersonId, language: str) -> None:
        """See ``PeopleStore.set_language``."""
        self._known = None
        where = col(PersonRow.id) == person_id
        self._tx.changed(update(_TABLE).where(where).values(language=language))


def _person_values(person: Person) -> dict[str, Any]:
    values: dict[str, Any] = to_json(person)
    return values


def _person(row: PersonRow) -> Person:
    return Person(
        id=PersonId(row.id),
        name=row.name,
        email=row.email,
        role=Role(row.role),
        team_id=TeamId(row.team_id) if row.team_id is not None else None,
        time_zone=row.time_zone,
        slack_user_id=row.slack_user_id,
        aliases=from_json(tuple[str, ...], row.aliases),
        active=row.active,
        language=row.language,
    )


def _team(row: TeamRow) -> Team:
    manager_id = PersonId(row.manager_id) if row.manager_id is not None else None
    return Team(TeamId(row.id), row.name, manager_id)
