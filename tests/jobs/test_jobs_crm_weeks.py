"""Weeks whose snapshots could not be kept while they lasted."""

import pytest

from domain.effects import Queue
from jobs.sync_snapshots import plan_snapshots
from jobs.work import work_off
from tests.jobs.crm_office import SNAPSHOT, Open

pytestmark = pytest.mark.slow
WEEK_S = 7 * 86400


def test_a_week_that_is_over_is_not_given_the_levels_of_a_later_one(opened: Open) -> None:
    here = opened()
    here.fields(SNAPSHOT)
    here.limits(crm_writes_at_once=False)
    for _ in range(3):  # connected, and nobody has pushed yet
        plan_snapshots(here.services)
        work_off(Queue.SYNC, here.services)
        here.tick(WEEK_S)
    here.push()
    made = [record_id for kind, record_id in here.crm.records if kind is SNAPSHOT]
    assert [here.stands("snapshot_week", each, SNAPSHOT) for each in made] == ["2026-12-14"]
