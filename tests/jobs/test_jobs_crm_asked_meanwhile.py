"""A deal that waits for its newest call to open, and is asked for again while it is looked at."""

import pytest

from domain.calls import CallId
from domain.crm import RecordWrite
from jobs.corrections import delete_call
from tests.jobs.crm_office import Open
from tests.jobs.crm_world import a_card

pytestmark = pytest.mark.slow


def test_a_call_that_is_deleted_during_a_round_does_not_wait_for_another_to_open(
    opened: Open,
) -> None:
    here = opened()
    here.limits(grace_hours=24.0, call_message_max_age_days=7)
    here.tick(25 * 3600)
    here.sync()
    here.add_call("c2", "d1", 88.0)
    with here.world.database.write() as tx:  # nobody but its rep sees it for a day
        tx.scorecards.put(a_card("c2", 88.0, created_at=here.world.clock))
    here.score_again("c1", 70.0)
    deleted: list[object] = []

    def delete(_row: RecordWrite) -> None:
        if not deleted:
            deleted.append(True)
            delete_call(CallId("c1"), here.services)

    here.crm.before_write = delete
    here.sync()
    assert here.stands("next_step") is None
    assert "alone until then" in (here.row("d1").error or "")
