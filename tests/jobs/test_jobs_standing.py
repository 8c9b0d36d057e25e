"""A place among peers: none named, none to be worked out, nothing finer than the data."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain import wording
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId
from domain.rubrics import SkillId
from domain.skills import Proficiency, SkillProfile
from jobs.standing import Standing, standings
from tests.jobs.fakes import NEXT_STEPS, NOW, House

REPS = tuple(
    Person(id=PersonId(f"rep{n}"), name=f"Rep {n}", email=f"r{n}@x.test", role=Role.REP)
    for n in range(12)
)


def known(
    house: House,
    reps: int,
    *,
    calls: int = 9,
    viewer: Person | None = None,
    people: Organisation = Organisation(REPS, ()),  # noqa: B008 - frozen
) -> dict[SkillId, Standing]:
    """Reps 0, 1, 2, … at levels 40, 44, 48, …: how rep 3 stands."""
    with house.database.write() as tx:
        for n, rep in enumerate(REPS[:reps]):
            figure = Proficiency(
                rep_id=rep.id,
                skill_id=NEXT_STEPS,
                as_of=NOW - timedelta(days=1),
                level=40.0 + 4.0 * n,
                standard_error=3.0,
                effective_n=float(calls),
                calls=calls,
                tier=None,
            )
            tx.profiles.put(SkillProfile(proficiency=figure, tier_changes=(), history=()))
        return dict(standings(REPS[3].id, people, tx, viewer=viewer))


def test_a_place_is_known_among_enough_peers(house: House) -> None:
    found = known(house, 12)[NEXT_STEPS]
    assert found.peers == 11
    assert found.percentile is not None
    assert 20.0 < found.percentile < 40.0


def test_four_peers_are_too_few_to_say_a_place(house: House) -> None:
    assert known(house, 5) == {NEXT_STEPS: Standing(None, 4)}


def test_nobody_has_a_place_from_too_few_calls(house: House) -> None:
    assert known(house, 12, calls=2) == {}


def test_who_has_left_is_no_peer(house: House) -> None:
    known(house, 12)
    gone = {p.id for p in REPS[6:]}
    with house.database.read() as tx:
        people = Organisation(
            tuple(Person(id=p.id, name=p.name, email=p.email, role=p.role, active=p.id not in gone)
                  for p in REPS),
            (),
        )  # fmt: skip
        assert standings(REPS[3].id, people, tx, viewer=None)[NEXT_STEPS].peers == 5


MIA = Person(id=PersonId("mia"), name="Mia", email="m@x.test", role=Role.MANAGER)


def managed(reps: int) -> Organisation:
    """Mia manages the first so many reps; the others are nobody's."""
    team = Team(TeamId("t"), "East", MIA.id)
    ours = tuple(replace(p, team_id=team.id) if n < reps else p for n, p in enumerate(REPS))
    return Organisation((*ours, MIA), (team,))


@pytest.mark.parametrize("outsiders", [1, 4])
def test_a_manager_reads_no_place_that_gives_a_few_reps_of_others_away(
    house: House, outsiders: int
) -> None:
    found = known(house, 12, viewer=MIA, people=managed(12 - outsiders))
    assert found == {NEXT_STEPS: Standing(None, 11)}


@pytest.mark.parametrize("outsiders", [0, 5])
def test_a_manager_reads_a_place_where_nobody_can_be_worked_out(
    house: House, outsiders: int
) -> None:
    found = known(house, 12, viewer=MIA, people=managed(12 - outsiders))
    assert found[NEXT_STEPS].percentile is not None


def test_a_rep_reads_a_place_among_five_peers(house: House) -> None:
    assert known(house, 6, viewer=REPS[3])[NEXT_STEPS].percentile is not None


def test_a_place_is_said_in_quarters_among_few_and_in_steps_of_five_among_many() -> None:
    assert wording.standing(None, 3) is None
    assert wording.standing(60.0, 7) == "in the third quarter among 7 peers"
    assert wording.standing(100.0, 9) == "in the highest quarter among 9 peers"
    assert wording.standing(63.0, 14) == "likely ahead of about 65 % of 14 peers"
