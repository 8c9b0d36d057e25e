"""What Reploop learns of deals in Salesforce: what changed, segments, moves."""

from datetime import UTC, datetime

import pytest

from domain.deals import DealMove, MoveOf
from domain.errors import ConfigurationError, UnexpectedPayload, WriteRefused
from integrations.salesforce.crm import SalesforceCrm
from integrations.salesforce.settings import SalesforceSettings
from sandbox.running import RunningApp
from sandbox.salesforce import SalesforceSandbox
from tests.integrations.crm.kit import COMPANY, NOW, Clock, Kit

pytestmark = pytest.mark.slow


@pytest.fixture
def org(salesforce: Kit) -> SalesforceSandbox:
    assert isinstance(salesforce.sandbox, SalesforceSandbox)
    salesforce.crm.provision((*salesforce.fields, *salesforce.others))
    return salesforce.sandbox


def the_one(org: SalesforceSandbox, table: str, **values: str) -> str:
    rows = org.org.tables[table].values()
    return next(str(r["Id"]) for r in rows if all(r[k] == v for k, v in values.items()))


def test_segments_are_read_across_relations_and_empty_ones_left_out(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    org.org.tables["Account"][the_one(org, "Account", Name="Harrow")]["Industry"] = "Retail"
    wanted = {"industry": "Account.Industry", "stage": "StageName", "source": "LeadSource"}
    page = salesforce.crm.deals_changed(None, None, wanted)
    segments = {deal.ref.id: dict(deal.segments) for deal in page.deals}
    assert segments[salesforce.ids["rollout"]] == {"industry": "Retail", "stage": "Negotiation"}
    assert segments[salesforce.ids["calder"]] == {"stage": "Closed Lost"}


@pytest.mark.parametrize("path", ["Id FROM User", "a.b'", "", "(SELECT Id FROM Tasks)", "x" * 99])
def test_a_segment_that_is_no_field_never_reaches_a_query(salesforce: Kit, path: str) -> None:
    with pytest.raises(WriteRefused, match=r"crm_fields\.yaml"):
        salesforce.crm.deals_changed(NOW, None, {"industry": path})
    assert salesforce.sandbox.requests == []


def test_pages_follow_their_cursor_and_no_other(salesforce: Kit, org: SalesforceSandbox) -> None:
    org.rest.page_size = 2
    first = salesforce.crm.deals_changed(None, None, {})
    assert first.next_cursor is not None
    second = salesforce.crm.deals_changed(None, first.next_cursor, {})
    assert second.next_cursor is None
    assert len(first.deals) + len(second.deals) == 3
    before = len(org.requests)
    for strange in ("@evil.example/x", "/services/data/v62.0/sobjects/User", ""):
        with pytest.raises(UnexpectedPayload):
            salesforce.crm.deals_changed(None, strange, {})
    assert len(org.requests) == before


def test_pages_that_are_gone_have_to_be_begun_again(salesforce: Kit) -> None:
    with pytest.raises(UnexpectedPayload, match="INVALID_QUERY_LOCATOR"):
        salesforce.crm.deals_changed(None, "/services/data/v62.0/query/01gHsgone-2000", {})


def test_moves_come_out_of_the_history_oldest_first(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    deal = salesforce.ids["rollout"]
    salesforce.clock.tick(3600)
    org.edit_as_person(deal, "Amount", 99.5)
    salesforce.clock.tick(3600)
    org.edit_as_person(deal, "CloseDate", "2027-01-15")
    org.edit_as_person(deal, "Name", "No move")
    moves = salesforce.crm.deal_history([salesforce.ref("rollout")])[deal]
    began = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert list(moves) == [
        DealMove(MoveOf.STAGE, began, None, "Negotiation"),
        DealMove(MoveOf.AMOUNT, began, None, "14400050 USD"),
        DealMove(MoveOf.CLOSE_DATE, began, None, "2026-12-05"),
        DealMove(MoveOf.AMOUNT, NOW.replace(hour=13), "14400050 USD", "9950 USD"),
        DealMove(MoveOf.CLOSE_DATE, NOW.replace(hour=14), "2026-12-05", "2027-01-15"),
    ]


def test_a_field_for_the_lost_reason_that_is_no_field_is_a_mistake_in_the_settings() -> None:
    settings = SalesforceSettings(
        base_url="https://a.my.salesforce.com", client_id="c", lost_reason_field="Id FROM User",
    )  # fmt: skip
    with pytest.raises(ConfigurationError, match="LOST_REASON_FIELD"):
        SalesforceCrm.open(settings, lambda: NOW)


def test_when_and_why_a_deal_was_lost_is_read_where_the_org_says_so() -> None:
    clock = Clock()
    sandbox = SalesforceSandbox(clock)
    ids = sandbox.load(COMPANY)
    clock.tick(60)
    sandbox.move(ids["rollout"], stage="Closed Lost", outcome="lost")
    sandbox.edit_as_person(ids["rollout"], "Type", "Price")
    with RunningApp(sandbox) as running:
        settings = SalesforceSettings(
            base_url=running.url, client_id=sandbox.credentials.client_id,
            client_secret=sandbox.credentials.client_secret, lost_reason_field="Type",
        )  # fmt: skip
        found = SalesforceCrm.open(settings, clock).deals_changed(None, None, {})
    deals = {deal.ref.id: deal for deal in found.deals}
    lost = deals[ids["rollout"]]
    assert (lost.lost_reason, lost.closed_at) == ("Price", clock())
    assert deals[ids["calder"]].closed_at is None
