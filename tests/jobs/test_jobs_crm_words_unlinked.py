"""Words of a deleted call on a deal that it is not linked to any more."""

import pytest

from domain.calls import CallId
from jobs.corrections import delete_call
from tests.jobs.crm_office import DEAL, Open

pytestmark = pytest.mark.slow


def test_leave_a_deal_that_was_deleted_and_came_back(opened: Open) -> None:
    here = opened()
    here.sync()
    deal, record = here.crm.deals["d1"], here.crm.records[DEAL, "d1"]
    here.crm.delete("d1")
    here.sync("d1")
    here.crm.deals["d1"], here.crm.records[DEAL, "d1"] = deal, record
    delete_call(CallId("c1"), here.services)
    here.ask()
    assert here.stands("next_step") is None
