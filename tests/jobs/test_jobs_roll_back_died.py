"""Rolling back that died on the way: real adapter and database."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.changes import WriteState
from jobs.provision import provision_all
from jobs.roll_back import roll_back
from tests.integrations.crm.kit import Kit
from tests.integrations.crm.kits import KITS
from tests.jobs.crm_world import World, a_call, a_card, a_proficiency, world

pytestmark = pytest.mark.slow
Setup = tuple[World, Kit]


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def setup(migrated: Path, tmp_path: Path) -> Iterator[Setup]:
    url = f"sqlite:///{shutil.copy(migrated, tmp_path / 'reploop.db')}"
    with KITS["hubspot"]() as kit, world(url, kit.crm, kit.ids["rollout"]) as made:
        provision_all(made.services)
        made.put(a_call(deal=made.ref), a_card(), a_proficiency())
        yield made, kit


def killed() -> None:
    raise Killed


def written(made: World) -> str:
    made.sync()
    with made.database.read() as tx:
        (change_set,) = tx.changes.list()
    return change_set.id


def test_what_a_dead_rolling_back_restored_is_not_written_again(setup: Setup) -> None:
    made, kit = setup
    name = written(made)
    made.on_reach["crm.after_write"] = killed
    with pytest.raises(Killed):
        roll_back(made.services, name)
    medal = made.name("last_call_medal")
    assert kit.sandbox.value(made.ref.id, medal) in (None, "")
    (undone,) = roll_back(made.services, name)
    assert {write.state for write in undone.writes} == {WriteState.UNCHANGED}
    made.sync()
    assert kit.sandbox.value(made.ref.id, medal) in (None, "")
