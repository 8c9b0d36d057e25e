"""The page that shows CRM records: everything on it is text, never markup."""

import pytest

from sandbox.crm_company import CrmCompany, CrmDeal, CrmUser
from sandbox.crm_page import crm_page, record_page
from sandbox.hubspot import HubspotSandbox
from sandbox.salesforce import SalesforceSandbox
from sandbox.soql import MalformedQuery, parse

HOSTILE = "<script>alert('x')</script>"
COMPANY = CrmCompany(
    users=(CrmUser("ana@seller.example", f"Ana {HOSTILE}"),),
    contacts=(),
    deals=(
        CrmDeal(key="plain", name="Plain", account="A", owner_email="ana@seller.example",
                stage="Open", amount_minor=123_456_00),
        CrmDeal(key="hostile", name=HOSTILE, account=HOSTILE, owner_email="ana@seller.example",
                stage=HOSTILE),
    ),
)  # fmt: skip


def both() -> tuple[SalesforceSandbox, HubspotSandbox]:
    salesforce, hubspot = SalesforceSandbox(), HubspotSandbox()
    salesforce.load(COMPANY)
    hubspot.load(COMPANY)
    return salesforce, hubspot


def test_records_of_both_crms_stand_on_one_page() -> None:
    page = crm_page(both())
    assert page.count("<article") == 4
    assert page.count("USD 123,456") == 2


def test_nothing_in_a_record_is_markup() -> None:
    salesforce, hubspot = both()
    hubspot.portal.properties["note"] = {"label": HOSTILE, "type": "string"}
    for deal in hubspot.portal.deals.values():
        deal["note"] = HOSTILE
    page = crm_page([salesforce, hubspot])
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_deals_that_reploop_wrote_on_come_first() -> None:
    salesforce, hubspot = both()
    hubspot.portal.properties["score"] = {"label": "Score", "type": "number"}
    ids = list(hubspot.portal.deals)
    hubspot.edit_as_person(ids[0], "score", "62")
    page = crm_page([salesforce, hubspot])
    assert page.index("HubSpot") < page.index("Salesforce ·")
    assert ">62</textarea>" in page


def test_one_record_has_a_page_of_its_own() -> None:
    salesforce, _ = both()
    assert record_page(salesforce.shown()[0]).count("<article") == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SELECT",
        "SELECT Id FROM A WHERE",
        "SELECT Id FROM A WHERE b = ",
        "DROP x",
        "SELECT Id FROM A;",
    ],
)
def test_a_query_that_is_none_is_malformed(text: str) -> None:
    with pytest.raises(MalformedQuery):
        parse(text)
