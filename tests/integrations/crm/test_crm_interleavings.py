"""A few hundred interleavings of people and workers for each CRM; 10,000 in the benchmark."""

from pathlib import Path

import pytest

from store.database import upgrade
from tests.integrations.crm.interleavings import interleave
from tests.integrations.crm.kit import Kit
from tests.jobs.crm_world import world

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", [1, 2])
def test_no_value_of_a_person_is_lost_and_rolling_back_is_exact(
    kit: Kit, tmp_path: Path, seed: int
) -> None:
    url = f"sqlite:///{tmp_path / 'reploop.db'}"
    upgrade(url)
    with world(url, kit.crm, kit.ids["rollout"]) as made:
        tally = interleave(kit, made.services, seed=seed, deals=25, rounds=8)
    assert (tally.lost, tally.wrong, tally.not_restored) == ([], [], [])
    assert min(tally.edits_meanwhile, tally.written, tally.kept, tally.rolled_back) > 0
