"""People and teams of the company that runs this deployment."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", str)
TeamId = NewType("TeamId", str)


class Role(StrEnum):
    """What a person may see: own scores, a team's, or settings and CRM records."""

    REP = "rep"
    MANAGER = "manager"
    REVOPS = "revops"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of our own company. ``time_zone`` is an IANA name."""

    id: PersonId
    name: str
    email: str
    role: Role
    team_id: TeamId | None = None
    time_zone: str = "UTC"
    slack_user_id: str | None = None
    aliases: tuple[str, ...] = ()
    """Other names the person shows up under in transcripts."""
    active: bool = True
    language: str = "en"
    """ISO 639-1 code of the language Reploop speaks to them."""


@dataclass(frozen=True, slots=True)
class Team:
    """A group of reps with one manager."""

    id: TeamId
    name: str
    manager_id: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everybody known at one moment: what rights and name look-ups are computed from."""

    people: tuple[Person, ...]
    teams: tuple[Team, ...]

    def person(self, person_id: PersonId) -> Person | None:
        """Find a person by id, active or not."""
        return next((p for p in self.people if p.id == person_id), None)

    def by_email(self, email: str) -> Person | None:
        """Find a person by e-mail address, ignoring case."""
        wanted = email.strip().casefold()
        return next((p for p in self.people if p.email.casefold() == wanted), None)

    def by_slack_user(self, slack_user_id: str) -> Person | None:
        """Find a person by Slack user id."""
        return next((p for p in self.people if p.slack_user_id == slack_user_id), None)

    def manager_of(self, rep: Person) -> Person | None:
        """The manager of the rep's team at this moment, if there is one."""
        team = next((t for t in self.teams if t.id == rep.team_id), None)
        return self.person(team.manager_id) if team and team.manager_id else None

    def reps_of(self, manager: Person) -> tuple[Person, ...]:
        """Active reps of the teams this person manages, by name."""
        teams = {t.id for t in self.teams if t.manager_id == manager.id}
        reps = (p for p in self.people if p.active and p.role is Role.REP and p.team_id in teams)
        return tuple(sorted(reps, key=lambda p: p.name))
