"""Deals that a reading did not show: gone, merged, or only not to be had."""

import pytest

from domain.calls import CallId
from domain.deals import Deal, DealRef
from domain.effects import EffectState
from domain.errors import VendorUnavailable
from tests.jobs.crm_office import DEAL, Office, Open
from tests.jobs.fake_crm import FakeCrm

pytestmark = pytest.mark.slow


def deal_of_call(here: Office) -> DealRef | None:
    with here.world.database.read() as tx:
        call = tx.calls.get(CallId("c1"))
    assert call is not None
    return call.deal


def test_a_deal_is_not_taken_for_deleted_while_the_crm_cannot_be_asked(
    opened: Open,
) -> None:
    here = opened()
    del here.crm.records[DEAL, "d1"]
    here.having(crms={"salesforce": Away(deals=here.crm.deals, records=here.crm.records)})
    here.sync()
    assert deal_of_call(here) == DealRef("salesforce", "d1")
    assert here.row("d1").state is EffectState.PENDING


def test_a_deal_that_the_crm_has_when_it_is_asked_for_it_is_kept(opened: Open) -> None:
    here = opened()
    del here.crm.records[DEAL, "d1"]
    here.sync()
    assert deal_of_call(here) == DealRef("salesforce", "d1")


def test_when_far_too_many_deals_do_not_show_up_none_is_taken_for_deleted(opened: Open) -> None:
    here = opened(deals=40)
    for number in range(1, 13):
        here.crm.delete(f"d{number}")
    here.sync(*(f"d{number}" for number in range(1, 41)))
    assert deal_of_call(here) == DealRef("salesforce", "d1")
    assert here.row("d1").state is EffectState.PARKED
    assert "access" in (here.row("d1").error or "")
    assert here.row("d40").state is EffectState.SENT


class Away(FakeCrm):
    def read_deal(self, ref: DealRef) -> Deal:
        raise VendorUnavailable(self.slug, "down")
