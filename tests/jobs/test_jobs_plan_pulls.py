from datetime import UTC, datetime

import pytest

from domain.effects import EffectState, Queue
from domain.errors import CredentialsRejected
from jobs.plan_pulls import next_pull_at, plan_pulls
from jobs.pull_now import work_on_pulls
from tests.jobs.fakes import House
from tests.jobs.outcome_world import SLUG, Pulling, a_deal


@pytest.fixture
def world(house: House) -> Pulling:
    found = Pulling.of(house)
    found.crm.put(a_deal())
    return found


def work(world: Pulling) -> None:
    while work_on_pulls(world.services):
        pass


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, 30, tzinfo=UTC)


def test_a_pull_is_planned_once_a_day_from_its_hour_on(world: Pulling) -> None:
    assert plan_pulls(world.services) == 1
    assert world.house.queue.rung[-1] is Queue.SYNC
    work(world)
    assert plan_pulls(world.services) == 0
    planned = []
    for hour in (1, 2, 3, 12):
        world.house.clock = at(26, hour)
        planned.append(plan_pulls(world.services))
        work(world)
    assert planned == [0, 1, 0, 0]


def test_the_first_pull_of_a_crm_waits_for_no_hour(world: Pulling) -> None:
    world.house.clock = at(26, 0)
    assert next_pull_at(SLUG, world.services) == world.house.clock
    assert plan_pulls(world.services) == 1


def test_people_are_told_when_the_next_is_planned(world: Pulling) -> None:
    plan_pulls(world.services)
    work(world)
    assert next_pull_at(SLUG, world.services) == datetime(2026, 11, 26, 2, tzinfo=UTC)
    world.house.clock = at(26, 1)
    assert next_pull_at(SLUG, world.services) == datetime(2026, 11, 26, 2, tzinfo=UTC)


def test_a_pull_that_was_parked_is_taken_up_the_next_day_in_place_of_another(
    world: Pulling,
) -> None:
    world.crm.raises = [CredentialsRejected(SLUG, "expired")] * 2
    for day, planned in ((25, [1, 0]), (26, [1, 0]), (27, [1, 1])):
        world.house.clock = at(day, 3)
        assert plan_pulls(world.services) == planned[0]
        work(world)
        assert plan_pulls(world.services) == planned[1]
    work(world)
    assert {e.state for e in world.house.effects()} == {EffectState.SENT}
    assert len(world.house.effects()) == 2


def test_without_a_crm_nothing_is_planned(house: House) -> None:
    assert plan_pulls(house.services) == 0
