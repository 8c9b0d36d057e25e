"""What is Salesforce's alone: tokens, SOQL, pages, ways to a deal."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from domain.deals import DealRef, Money
from domain.errors import (
    AddressRefused,
    CredentialsRejected,
    IntegrationError,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
)
from integrations.salesforce.client import SalesforceClient, soql
from integrations.salesforce.crm import SalesforceCrm
from integrations.salesforce.deals import chunks
from integrations.salesforce.settings import SalesforceSettings
from sandbox.base import Fault
from sandbox.running import RunningApp, mounted
from sandbox.salesforce import SalesforceSandbox
from sandbox.soql import parse
from tests.integrations.crm.kit import COMPANY, NOW, Kit

slow = pytest.mark.slow
DANA = ["dana@harrow.example"]
Connect = Callable[..., SalesforceClient]


@pytest.fixture
def org() -> SalesforceSandbox:
    sandbox = SalesforceSandbox(lambda: NOW)
    sandbox.load(COMPANY)
    return sandbox


@pytest.fixture
def connect(org: SalesforceSandbox) -> Iterator[Connect]:
    with RunningApp(mounted({"sf": org})) as running:

        def client(now: datetime = NOW, **changes: object) -> SalesforceClient:
            given = {
                "base_url": f"{running.url}/sf",
                "client_id": org.credentials.client_id,
                "client_secret": org.credentials.client_secret,
                "timeout_s": 3.0,
                **changes,
            }
            return SalesforceClient(SalesforceSettings(**given), lambda: now)  # type: ignore[arg-type]

        yield client


def token_requests(sandbox: SalesforceSandbox) -> int:
    return len(sandbox.requests_to("/oauth2/token"))


# ── tokens ───────────────────────────────────────────────────────────────────────────


@slow
def test_an_expired_token_is_renewed_once_and_the_request_repeated(salesforce: Kit) -> None:
    sandbox = salesforce.sandbox
    assert isinstance(sandbox, SalesforceSandbox)
    salesforce.crm.find_deals(DANA)
    sandbox.revoke_tokens()
    assert len(salesforce.crm.find_deals(DANA)) == 2
    assert token_requests(sandbox) == 2


@slow
def test_a_token_that_is_never_accepted_is_renewed_once_and_given_up(
    org: SalesforceSandbox, connect: Connect
) -> None:
    org.token_life = timedelta(0)
    with pytest.raises(CredentialsRejected, match="INVALID_SESSION_ID"):
        connect().query("SELECT Id FROM User")
    assert len(org.requests) == 4


@slow
def test_twenty_threads_with_one_expired_token_renew_it_once(
    org: SalesforceSandbox, connect: Connect
) -> None:
    client = connect()
    client.query("SELECT Id FROM User")
    org.revoke_tokens()
    together = threading.Barrier(20)

    def ask(_: int) -> int:
        together.wait()
        return len(client.query("SELECT Id FROM User"))

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(ask, range(20))) == [3] * 20
    assert token_requests(org) == 2


@slow
def test_a_revoked_approval_needs_a_person(org: SalesforceSandbox, connect: Connect) -> None:
    org.credentials.approved = False
    with pytest.raises(CredentialsRejected, match="invalid_grant"):
        connect().query("SELECT Id FROM User")
    assert len(org.requests) == 1


@slow
def test_a_signed_jwt_signs_in_the_named_user(org: SalesforceSandbox, connect: Connect) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()
    org.credentials.public_key = (
        key.public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        .decode()
    )
    jwt = {"username": org.credentials.username, "private_key": pem, "client_secret": ""}
    assert len(connect(**jwt).query("SELECT Id FROM User")) == 3
    with pytest.raises(CredentialsRejected):
        connect(**{**jwt, "username": "stranger@crm.example"}).query("SELECT Id FROM User")


@slow
def test_a_key_that_is_no_key_is_named(connect: Connect) -> None:
    with pytest.raises(CredentialsRejected, match="PEM"):
        connect(username="u", private_key="nonsense").query("SELECT Id FROM User")


@slow
@pytest.mark.parametrize(
    "instance",
    [
        "https://evil.example",
        "http://acme.my.salesforce.com",
        "https://x.salesforce.com.evil.example",
    ],
)
def test_the_token_is_not_carried_to_a_strange_host(
    org: SalesforceSandbox, connect: Connect, instance: str
) -> None:
    body = {"access_token": "t", "instance_url": instance, "token_type": "Bearer"}
    org.fail(Fault("answer", "/oauth2/token", status=200, body=body))
    with pytest.raises(AddressRefused):
        connect().query("SELECT Id FROM User")
    assert len(org.requests) == 1


@slow
@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault("answer", status=200, body={"token_type": "Bearer"}), UnexpectedPayload),
        (Fault("answer", status=200, body="<html>"), UnexpectedPayload),
        (Fault("answer", status=503, body="busy"), VendorUnavailable),
        (Fault("drop"), VendorUnavailable),
        (
            Fault(
                "answer", status=400,
                body={"error": "invalid_grant", "error_description": "login rate exceeded"},
            ),
            RateLimited,
        ),
    ],
    ids=["no token", "no JSON", "503", "dropped", "too many logins"],
)  # fmt: skip
def test_a_sign_in_that_fails_says_what_to_do(
    org: SalesforceSandbox, connect: Connect, fault: Fault, expected: type[IntegrationError]
) -> None:
    fault.times = 1
    org.fail(fault)
    with pytest.raises(expected):
        connect().query("SELECT Id FROM User")


def test_no_secret_shows_in_the_settings_text() -> None:
    settings = SalesforceSettings(
        base_url="https://a.my.salesforce.com", client_id="id", client_secret="hush",
        private_key="KEY",
    )  # fmt: skip
    assert "hush" not in repr(settings)
    assert "KEY" not in repr(settings)


# ── queries ──────────────────────────────────────────────────────────────────────────


@slow
def test_a_long_result_is_read_over_all_its_pages(org: SalesforceSandbox, connect: Connect) -> None:
    org.rest.page_size = 2
    assert len(connect().query("SELECT Id FROM Contact")) == 4
    assert len(org.requests_to("/query/01g")) == 1


@slow
def test_pages_that_never_end_are_given_up(org: SalesforceSandbox, connect: Connect) -> None:
    endless = {
        "totalSize": 9,
        "done": False,
        "records": [],
        "nextRecordsUrl": "/services/data/v62.0/query/x-1",
    }
    org.fail(Fault("answer", "/query", status=200, body=endless, times=999))
    with pytest.raises(UnexpectedPayload, match="pages"):
        connect().query("SELECT Id FROM Contact")


@slow
def test_an_address_of_more_pages_that_leads_elsewhere_is_not_followed(
    org: SalesforceSandbox, connect: Connect
) -> None:
    body = {"totalSize": 9, "done": False, "records": [], "nextRecordsUrl": "@evil.example/x"}
    org.fail(Fault("answer", "/query", status=200, body=body))
    with pytest.raises(UnexpectedPayload):
        connect().query("SELECT Id FROM Contact")


@given(st.text(max_size=60))
def test_any_text_comes_out_of_a_query_as_it_went_in(value: str) -> None:
    query = parse(soql("SELECT Id FROM Contact WHERE Email = {}", value))
    assert query.conditions[0].values == (value,)


@given(st.lists(st.text(max_size=80), max_size=60))
def test_parts_hold_every_value_in_order_and_stay_short(values: list[str]) -> None:
    parts = list(chunks(values, 200))
    assert [v for part in parts for v in part] == values
    assert all(len(part) == 1 or len(soql("{}", list(part))) <= 202 for part in parts)


# ── ways to a deal ───────────────────────────────────────────────────────────────────


@slow
def test_a_converted_lead_leads_to_its_deal(salesforce: Kit) -> None:
    (deal,) = salesforce.crm.find_deals(["lead@harrow.example"])
    assert (deal.ref.id, deal.participant_emails) == (
        salesforce.ids["rollout"], ("lead@harrow.example",),
    )  # fmt: skip


@slow
def test_a_contact_without_a_role_leads_to_the_open_deals_of_the_account(salesforce: Kit) -> None:
    sandbox = salesforce.sandbox
    assert isinstance(sandbox, SalesforceSandbox)
    account = next(k for k, a in sandbox.org.tables["Account"].items() if a["Name"] == "Harrow")
    sandbox.org.insert("Contact", Name="New", Email="new@harrow.example", AccountId=account)
    found = salesforce.crm.find_deals(["new@harrow.example"])
    assert [d.ref.id for d in found] == [salesforce.ids["rollout"]]


@slow
def test_the_account_is_not_asked_about_people_who_have_a_role(salesforce: Kit) -> None:
    salesforce.crm.find_deals(DANA)
    queries = [r.query for r in salesforce.sandbox.requests_to("/query")]
    assert len(queries) == 1
    assert "OpportunityContactRole" in queries[0]


@slow
def test_a_deal_is_read_by_the_short_form_of_its_id(salesforce: Kit) -> None:
    short = DealRef("salesforce", salesforce.ids["rollout"][:15])
    assert salesforce.crm.read_deal(short).ref == short


@slow
def test_an_org_with_one_currency_is_not_asked_for_it(salesforce: Kit) -> None:
    salesforce.crm.find_deals(DANA)
    assert all("CurrencyIsoCode" not in r.query for r in salesforce.sandbox.requests)


@slow
def test_an_org_with_several_currencies_names_each_amounts(
    org: SalesforceSandbox,
) -> None:
    org.org.multi_currency = True
    for record in org.org.tables["Opportunity"].values():
        record["CurrencyIsoCode"] = "JPY"
    with RunningApp(org) as running:
        settings = SalesforceSettings(
            base_url=running.url, client_id=org.credentials.client_id,
            client_secret=org.credentials.client_secret, multi_currency=True,
        )  # fmt: skip
        found = SalesforceCrm.open(settings, lambda: NOW).find_deals(["greg@harrow.example"])
    assert found[0].amount == Money(144_000, "JPY")
