"""A deletion and the end of a round on one deal at the same time, on PostgreSQL: none gives up."""

import threading

import pytest

from domain.calls import CallId
from domain.crm import Guard
from jobs.corrections import delete_call
from jobs.crm_batch import Batch
from store.database import SqlDatabase
from tests.jobs.crm_office import DEAL, Office
from tests.jobs.crm_world import World, a_call, a_card, a_proficiency
from tests.jobs.fake_crm import FakeCrm, a_deal

pytestmark = pytest.mark.slow


def test_who_deletes_a_call_and_who_ends_its_deals_write_wait_for_each_other_in_one_order(
    postgres_url: str,
) -> None:
    crm = FakeCrm(guard=Guard.CONDITION, deals={})
    crm.add(a_deal("d2"))

    def seconds() -> float:
        return made.clock.timestamp()

    database = SqlDatabase(postgres_url, clock=seconds)
    made = World(database, crm, a_deal().ref)
    here = Office(made, crm)
    try:
        here.fields()
        made.put(a_call(deal=made.ref), a_card(), a_proficiency())
        here.sync("d1")
        here.add_call("c2", "d1", 95.0)
        claims = here.claimed("d1")
        batch = Batch(crm=crm, kind=DEAL, claims=claims, services=here.services)
        truths = here.truths("d1")
        ends = batch.round().bring(truths)
        failed: list[BaseException] = []
        held, begun = threading.Event(), threading.Event()

        def delete() -> None:
            held.wait(10)
            begun.set()
            try:
                delete_call(CallId("c1"), here.services)
            except BaseException as error:  # noqa: BLE001 - told to the test
                failed.append(error)

        other = threading.Thread(target=delete)
        other.start()
        with database.write() as tx:
            assert tx.outbox.holds(claims[here.deal()])
            held.set()
            begun.wait(10)
            other.join(0.5)  # time enough to hold what it holds before the outbox
            assert batch._settle(tx, truths, ends) == []
        other.join(10)
        assert (failed, other.is_alive()) == ([], False)
        assert here.stands("last_call_score") == 95.0
    finally:
        database.dispose()
