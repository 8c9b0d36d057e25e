"""Words of a deleted call that a CRM told us of."""

import pytest

from domain.calls import CallId
from domain.changes import ToldEdit
from jobs.corrections import delete_call
from tests.jobs.crm_office import Office, Open

pytestmark = pytest.mark.slow
WORDS = "Thursday at ten works for us both"


def tell(here: Office, value: str) -> None:
    field, at = here.name("next_step"), here.world.clock
    with here.world.database.write() as tx:
        tx.changes.tell(ToldEdit(record=here.deal(), field=field, value=value, at=at))


def told(here: Office) -> list[object]:
    with here.world.database.read() as tx:
        return [edit.value for edit in tx.changes.told(here.deal()).values()]


def test_are_forgotten_with_it(opened: Open) -> None:
    here = opened()
    here.sync()
    tell(here, WORDS)
    delete_call(CallId("c1"), here.services)
    assert told(here) == []


def test_what_people_typed_instead_is_kept(opened: Open) -> None:
    here = opened()
    here.sync()
    tell(here, "Mine")
    delete_call(CallId("c1"), here.services)
    assert told(here) == ["Mine"]
