"""Words of a deleted call leave the CRM, whatever rule their field has."""

import pytest

from domain.calls import CallId
from domain.changes import ApprovalState
from domain.crm import FieldRule
from jobs.corrections import delete_call
from jobs.crm_approve import decide_change
from tests.jobs.crm_office import Office, Open

pytestmark = pytest.mark.slow
WORDS = "Thursday at ten works for us both"


def approve_all(here: Office) -> None:
    with here.world.database.read() as tx:
        waiting = tx.changes.waiting()
    for each in waiting:
        decide_change(each.id, ApprovalState.APPROVED, here.services)


def test_of_a_field_that_is_filled_once(opened: Open) -> None:
    here = opened()
    here.fields(next_step={"rule": FieldRule.FILL_IF_EMPTY})
    here.sync()
    assert here.stands("next_step") == WORDS
    delete_call(CallId("c1"), here.services)
    here.sync()
    assert here.stands("next_step") is None


def test_of_a_field_that_a_person_approves(opened: Open) -> None:
    here = opened()
    here.fields(next_step={"approve": True})
    here.sync()
    approve_all(here)
    here.sync()
    assert here.stands("next_step") == WORDS
    delete_call(CallId("c1"), here.services)
    here.sync()
    assert here.stands("next_step") is None
