"""A call that is deleted in the very moment in which a write for it is kept, on PostgreSQL."""

import time
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from domain.calls import CallId
from domain.crm import Guard
from jobs.corrections import delete_call
from tests.jobs.crm_office import Office
from tests.jobs.crm_world import a_call, a_card, world
from tests.jobs.fake_crm import FakeCrm

pytestmark = pytest.mark.slow
WORDS = "Thursday at ten works for us both"


def test_no_word_of_it_stays_and_neither_fails(postgres_url: str) -> None:
    crm = FakeCrm(guard=Guard.CONDITION)
    with world(postgres_url, crm, "d1") as made, ThreadPoolExecutor(1) as pool:
        here = Office(made, crm)
        here.fields()
        made.put(a_call(deal=made.ref), a_card())
        deletions: list[Future[None]] = []

        def delete() -> None:
            deletions.append(pool.submit(delete_call, CallId("c1"), here.services))
            time.sleep(1.0)  # it has come as far as it can

        made.on_reach["crm.before_commit"] = delete
        here.sync()
        deletions[0].result(timeout=20)
        here.ask()
        values = [v for s in here.change_sets() for w in s.writes for v in (w.old, w.new)]
        assert WORDS not in values
        assert here.last_written("next_step") is None
        assert here.stands("next_step") is None
