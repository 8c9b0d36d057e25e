"""Who sees one call and when, and who decides an appeal: rights of this moment."""

from datetime import UTC, datetime, timedelta

import pytest

from coaching.visibility import may_decide, may_see_call, opens_at
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
EAST, WEST = TeamId("east"), TeamId("west")


def person(name: str, role: Role, team: TeamId | None = None) -> Person:
    return Person(id=PersonId(name), name=name, email=f"{name}@x.test", role=role, team_id=team)


ANA, MIA, OMAR, RAE = (
    person("ana", Role.REP, EAST),
    person("mia", Role.MANAGER, EAST),
    person("omar", Role.MANAGER, WEST),
    person("rae", Role.REVOPS),
)
COMPANY = Organisation(
    (ANA, MIA, OMAR, RAE), (Team(EAST, "East", MIA.id), Team(WEST, "West", OMAR.id))
)


@pytest.mark.parametrize(
    ("viewer", "early", "late"),
    [(ANA, True, True), (MIA, False, True), (RAE, False, True), (OMAR, False, False)],
)
def test_the_rep_first_then_whoever_may_see_the_rep(
    viewer: Person, early: bool, late: bool
) -> None:
    opens = opens_at(NOON, 24)
    before, then = opens - timedelta(seconds=1), opens
    assert may_see_call(viewer, ANA, COMPANY, opens=opens, now=before) is early
    assert may_see_call(viewer, ANA, COMPANY, opens=opens, now=then) is late


def test_without_a_time_of_grace_it_opens_at_once() -> None:
    assert may_see_call(MIA, ANA, COMPANY, opens=opens_at(NOON, 0), now=NOON)


@pytest.mark.parametrize(
    ("viewer", "decides"), [(ANA, False), (MIA, True), (OMAR, False), (RAE, False)]
)
def test_only_the_manager_of_the_team_decides(viewer: Person, decides: bool) -> None:
    assert may_decide(viewer, ANA, COMPANY) is decides


def test_nobody_decides_on_themself() -> None:
    both = Organisation((ANA,), (Team(EAST, "East", ANA.id),))
    assert not may_decide(ANA, ANA, both)
