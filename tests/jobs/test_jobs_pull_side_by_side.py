"""Workers side by side, for real, on both databases."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from domain.effects import EffectKind, EffectState
from domain.errors import ReploopError
from jobs.keep_deals import keep_deals
from jobs.pull_now import ask_for_pulls, work_on_pulls
from tests.jobs.fakes import House
from tests.jobs.outcome_world import SLUG, Pulling, a_deal

pytestmark = pytest.mark.slow
DEALS = 60


@pytest.fixture(params=["sqlite", "postgres"])
def world(request: pytest.FixtureRequest) -> Iterator[Pulling]:
    url: str = request.getfixturevalue(f"{request.param}_url")
    house = House.at(url)
    yield Pulling.of(house, keeps_history=True)
    house.database.dispose()


@pytest.fixture
def sqlite_url(migrated: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(migrated, tmp_path / 'reploop.db')}"


def test_workers_and_links_side_by_side_note_every_move_once(world: Pulling) -> None:
    much_moves(world)
    ask_for_pulls([SLUG], world.services, full=False)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: pull(world) if n < 4 else link(world), range(8)))
    while work_on_pulls(world.services):
        pass
    look = world.look()
    assert (look.under_way, look.counts.gone, look.counts.merged) == (False, 1, 1)
    for i in range(DEALS):
        moves = world.stage_moves(f"d{i:02}")
        assert [(old, new) for old, new, _ in moves] == [("Discovery", "Demo")], i
    assert (world.deal_of("c3")[0], world.deal_of("c6")[0]) == (None, "d07")
    pulls = world.house.effects(EffectKind.CRM_PULL)
    assert [pull.state for pull in pulls] == [EffectState.SENT] * 2


def much_moves(world: Pulling) -> None:
    world.crm.put(*(a_deal(f"d{i:02}") for i in range(DEALS)))
    world.pull()
    for i in range(0, 12, 3):
        world.link(f"c{i}", f"d{i:02}")
    world.house.go_on(days=1)
    for i in range(DEALS):
        world.crm.move(f"d{i:02}", stage="Demo")
    world.crm.delete("d03")
    world.crm.merge("d06", into="d07")
    world.house.go_on(minutes=1)


def pull(world: Pulling) -> None:
    for _ in range(30):
        work_on_pulls(world.services)


def link(world: Pulling) -> None:
    """Keep deals as who links calls does; another writer may win."""
    found = list(world.crm.deals.values())
    for i in range(30):
        try:
            with world.services.database.write() as tx:
                keep_deals(tx, found[i : i + 8], now=world.services.now())
        except ReploopError:
            continue
