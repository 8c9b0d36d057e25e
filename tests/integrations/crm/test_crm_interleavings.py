"""A few hundred interleavings of people and workers for each CRM; 10,000 in the benchmark."""

from pathlib import Path

import pytest

from store.database import upgrade
from tests.integrations.crm.interleavings import Tally, interleave
from tests.integrations.crm.kit import Kit
from tests.integrations.crm.kits import KITS
from tests.jobs.crm_world import world

pytestmark = pytest.mark.slow


def played(kit: Kit, tmp_path: Path, *, seed: int, deals: int, rounds: int) -> Tally:
    url = f"sqlite:///{tmp_path / 'reploop.db'}"
    upgrade(url)
    with world(url, kit.crm, kit.ids["rollout"]) as made:
        return interleave(kit, made.services, seed=seed, deals=deals, rounds=rounds)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_value_of_a_person_is_lost_and_rolling_back_is_exact(
    kit: Kit, tmp_path: Path, seed: int
) -> None:
    tally = played(kit, tmp_path, seed=seed, deals=25, rounds=8)
    assert (tally.lost, tally.wrong, tally.not_restored) == ([], [], [])
    assert min(tally.edits_meanwhile, tally.written, tally.kept, tally.rolled_back) > 0


def test_a_put_back_that_was_refused_is_found_again_by_its_note(tmp_path: Path) -> None:
    """Seed 8 comes to it: a note that is ended there leaves our value over a person's."""
    with KITS["pipedrive"]() as kit:
        tally = played(kit, tmp_path, seed=8, deals=50, rounds=20)
    assert (tally.lost, tally.wrong, tally.not_restored) == ([], [], [])
