"""What is HubSpot's alone: batches in part, pages of associations, its taming of the client."""

from collections.abc import Mapping

import pytest

from domain.deals import CrmField, DealRef, FieldKind, FieldValue, Outcome
from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)
from integrations.hubspot.client import HubspotClient
from integrations.hubspot.errors import error_of
from integrations.hubspot.settings import HubspotSettings
from sandbox.base import Fault
from sandbox.hubspot import HubspotSandbox
from tests.integrations.crm.kit import Kit

slow = pytest.mark.slow
DANA = "dana@harrow.example"


def portal(kit: Kit) -> HubspotSandbox:
    assert isinstance(kit.sandbox, HubspotSandbox)
    return kit.sandbox


# ── batches ──────────────────────────────────────────────────────────────────────────


@slow
def test_unknown_addresses_are_misses_and_not_failures(hubspot: Kit) -> None:
    found = hubspot.crm.find_deals([DANA, "nobody@nowhere.example"])
    assert len(found) == 2
    (asked,) = hubspot.sandbox.requests_to("/contacts/batch/read")
    assert asked.status == 207


@slow
def test_a_contact_without_deals_is_a_miss(hubspot: Kit) -> None:
    assert hubspot.crm.find_deals(["alone@nodeal.example"]) == ()


@slow
def test_a_batch_that_failed_in_part_is_not_taken_for_no_deal(hubspot: Kit) -> None:
    error = {"status": "error", "category": "INTERNAL_ERROR", "message": "x", "context": {}}
    body = {"status": "COMPLETE", "results": [], "numErrors": 1, "errors": [error]}
    hubspot.sandbox.fail(Fault("answer", "/contacts/batch/read", status=207, body=body))
    with pytest.raises(VendorUnavailable, match="incomplete"):
        hubspot.crm.find_deals([DANA])


@slow
def test_an_impossible_address_does_not_hide_the_others(hubspot: Kit) -> None:
    contact = next(iter(portal(hubspot).portal.contacts))
    body = {
        "status": "COMPLETE",
        "results": [{"id": contact, "properties": {"email": DANA}}],
        "numErrors": 1,
        "errors": [{"status": "error", "category": "VALIDATION_ERROR", "message": "x"}],
    }
    hubspot.sandbox.fail(Fault("answer", "/contacts/batch/read", status=207, body=body))
    assert len(hubspot.crm.find_deals([DANA, "no@address@x"])) == 2


@slow
def test_a_contact_with_many_deals_is_read_over_all_pages(hubspot: Kit) -> None:
    portal(hubspot).page_size = 1
    assert len(hubspot.crm.find_deals([DANA])) == 2
    assert len(hubspot.sandbox.requests_to("/associations/")) == 2


@slow
def test_owners_are_read_over_all_pages_and_only_once(hubspot: Kit) -> None:
    sandbox = portal(hubspot)
    for _ in range(150):
        owner = sandbox.portal.new_id()
        sandbox.portal.owners = {
            owner: {"id": owner, "email": f"{owner}@x"}
        } | sandbox.portal.owners
    for _ in range(2):
        deals = hubspot.crm.find_deals(["greg@harrow.example"])
        assert deals[0].owner_email == "ana@seller.example"
    assert len(hubspot.sandbox.requests_to("/owners")) == 2


@slow
def test_an_owner_who_left_is_nobody_and_asked_for_once(hubspot: Kit) -> None:
    portal(hubspot).portal.owners.clear()
    for _ in range(2):
        assert hubspot.crm.find_deals(["greg@harrow.example"])[0].owner_email is None
    assert len(hubspot.sandbox.requests_to("/owners")) == 1


@slow
def test_a_stage_that_was_added_later_is_looked_up(hubspot: Kit) -> None:
    assert hubspot.crm.find_deals(["greg@harrow.example"])[0].stage == "Negotiation"
    sandbox = portal(hubspot)
    sandbox.portal.stages["legal"] = ("Legal review", "0.9")
    sandbox.portal.deals[hubspot.ids["rollout"]]["dealstage"] = "legal"
    assert hubspot.crm.find_deals(["greg@harrow.example"])[0].stage == "Legal review"


@slow
def test_without_its_own_flags_a_deals_outcome_follows_from_its_stage(hubspot: Kit) -> None:
    for deal in portal(hubspot).portal.deals.values():
        deal["hs_is_closed"] = None
    found = {d.ref.id: d.outcome for d in hubspot.crm.find_deals([DANA, "o'neil@calder.example"])}
    assert found == {
        hubspot.ids["rollout"]: Outcome.OPEN,
        hubspot.ids["pilot"]: Outcome.WON,
        hubspot.ids["calder"]: Outcome.LOST,
    }


@slow
@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/contacts/batch/read", {"results": "none"}),
        ("/contacts/batch/read", {"results": [{"id": "1"}]}),
        ("/associations/", {"results": [{"from": {}, "to": []}]}),
        ("/deals/batch/read", {"results": [{"id": "1"}]}),
        ("/deals/batch/read", "<html>"),
    ],
)
def test_a_changed_shape_is_loud(hubspot: Kit, path: str, body: object) -> None:
    hubspot.sandbox.fail(Fault("answer", path, status=200, body=body))
    with pytest.raises(UnexpectedPayload):
        hubspot.crm.find_deals([DANA])


# ── properties ───────────────────────────────────────────────────────────────────────


@slow
def test_every_value_travels_as_a_string(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    values: dict[str, FieldValue] = {
        "reploop_score": 62.0,
        "reploop_day": "2026-11-24",
        "reploop_medal": None,
    }
    deal = DealRef("hubspot", hubspot.ids["rollout"])
    hubspot.crm.write_fields(deal, values, hubspot.fields)
    (sent,) = hubspot.sandbox.requests_to(deal.id, "PATCH")
    assert sent.json() == {
        "properties": {
            "reploop_score": "62", "reploop_day": "2026-11-24", "reploop_medal": "",
        }
    }  # fmt: skip


@slow
def test_a_date_in_milliseconds_is_read_as_a_day(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    hubspot.sandbox.edit_as_person(hubspot.ids["rollout"], "reploop_day", "1795478400000")
    deal = DealRef("hubspot", hubspot.ids["rollout"])
    assert hubspot.crm.read_fields(deal, hubspot.fields)["reploop_day"] == "2026-11-24"


@slow
def test_a_property_that_appears_meanwhile_is_compared_and_taken(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    missing = {"status": "error", "category": "OBJECT_NOT_FOUND", "message": "x"}
    hubspot.sandbox.fail(Fault("answer", "reploop_score", "GET", status=404, body=missing))
    report = hubspot.crm.provision(hubspot.fields)
    assert report.failed == {}
    assert "reploop_score" in report.present


@slow
def test_a_name_that_hubspot_refuses_is_reported(hubspot: Kit) -> None:
    field = CrmField("score", "Reploop_Score", "Score", FieldKind.NUMBER)
    report = hubspot.crm.provision([field])
    assert "VALIDATION_ERROR" in report.failed["Reploop_Score"]


@slow
def test_an_error_that_is_no_conflict_stops_the_provisioning(hubspot: Kit) -> None:
    portal(hubspot).scopes_missing.add("crm.schemas.deals.write")
    with pytest.raises(CredentialsRejected, match=r"crm\.schemas\.deals\.write"):
        hubspot.crm.provision(hubspot.fields)


# ── the client ───────────────────────────────────────────────────────────────────────


@slow
def test_all_parts_of_the_client_share_one_pool_and_are_built_once(hubspot: Kit) -> None:
    client = HubspotClient(HubspotSettings(access_token="t", base_url="http://127.0.0.1:9"))
    deals = client._hubspot.crm.deals.batch_api
    assert client._hubspot.crm.deals.batch_api is deals
    owners = client._hubspot.crm.owners.owners_api
    pools = {api.api_client.rest_client.pool_manager for api in (deals, owners)}
    assert pools == {client._pool}


def test_no_token_shows_in_the_settings_text() -> None:
    assert "pat-hush" not in repr(HubspotSettings(access_token="pat-hush"))


@slow
def test_a_server_that_never_answers_is_given_up_in_time(hubspot: Kit) -> None:
    hubspot.sandbox.fail(Fault("hang", delay_s=4.0))
    with pytest.raises(VendorUnavailable):
        hubspot.crm.find_deals([DANA])


@slow
def test_the_ten_second_limit_is_really_kept_by_the_sandbox(hubspot: Kit) -> None:
    portal(hubspot).per_window = 3
    with pytest.raises(RateLimited):
        hubspot.crm.find_deals([DANA])  # contacts, associations, deals, then the stages


# ── errors ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (401, {"category": "INVALID_AUTHENTICATION"}, CredentialsRejected),
        (403, {"category": "MISSING_SCOPES"}, CredentialsRejected),
        (404, {"category": "OBJECT_NOT_FOUND"}, NotFoundAtVendor),
        (409, {}, WriteRefused),
        (400, {"category": "VALIDATION_ERROR"}, WriteRefused),
        (400, "<html>", UnexpectedPayload),
        (423, {}, VendorUnavailable),
        (500, None, VendorUnavailable),
        (302, None, UnexpectedPayload),
    ],
)
def test_each_error_says_what_to_do_next(
    status: int, body: object, expected: type[IntegrationError]
) -> None:
    assert type(error_of(status, body, {})) is expected


@pytest.mark.parametrize(
    ("body", "headers", "wait_s"),
    [
        ({"policyName": "TEN_SECONDLY_ROLLING"}, {}, 10.0),
        ({"policyName": "DAILY"}, {}, 3600.0),
        ({"policyName": "SECONDLY"}, {}, 1.0),
        ({}, {}, 10.0),
        ({"policyName": "DAILY"}, {"Retry-After": "7"}, 7.0),
        ({}, {"Retry-After": "soon"}, 10.0),
    ],
)
def test_a_limit_says_how_long(
    body: Mapping[str, object], headers: Mapping[str, str], wait_s: float
) -> None:
    error = error_of(429, body, headers)
    assert isinstance(error, RateLimited)
    assert error.retry_after_s == wait_s


def test_a_refusal_names_property_code_and_remedy_and_no_value() -> None:
    errors = [
        {
            "message": "my secret was not a valid number",
            "code": "INVALID_LONG",
            "context": {"propertyName": ["reploop_score"]},
        }
    ]
    body = {"category": "VALIDATION_ERROR", "message": "my secret", "errors": errors}
    detail = error_of(400, body, {}).detail
    assert detail.startswith("reploop_score: INVALID_LONG. ")
    assert "secret" not in detail


def test_a_refusal_that_only_its_message_explains_is_understood() -> None:
    message = (
        'Property values were not valid: [{"isValid":false,"message":"x",'
        '"error":"PROPERTY_DOESNT_EXIST","name":"reploop_score"}]'
    )
    body = {"category": "VALIDATION_ERROR", "message": message}
    detail = error_of(400, body, {}).detail
    assert detail.startswith("reploop_score: PROPERTY_DOESNT_EXIST. Run")
