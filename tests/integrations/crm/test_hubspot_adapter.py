"""What is HubSpot's alone: batches in part, pages of associations, its taming of the client."""

from dataclasses import replace

import pytest

from domain.crm import CrmField, FieldKind, RecordKind, RecordWrite
from domain.deals import Outcome
from domain.errors import (
    CredentialsRejected,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
)
from sandbox.base import Fault
from sandbox.hubspot import HubspotSandbox
from tests.integrations.crm.kit import Kit

slow = pytest.mark.slow
DEAL = RecordKind.DEAL
DANA = "dana@harrow.example"


def portal(kit: Kit) -> HubspotSandbox:
    assert isinstance(kit.sandbox, HubspotSandbox)
    return kit.sandbox


# ── contacts ─────────────────────────────────────────────────────────────────────────


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
def test_a_contact_is_found_by_an_additional_address(hubspot: Kit) -> None:
    account = portal(hubspot).portal
    contact = account.add_contact("main@harrow.example", "Sam", "old@harrow.example", "x@y.example")
    account.links[contact] = [hubspot.ids["rollout"]]
    (deal,) = hubspot.crm.find_deals(["Old@Harrow.example"])
    assert deal.participant_emails == ("old@harrow.example",)


@slow
def test_an_address_of_the_same_words_is_not_taken_for_the_one_asked_for(hubspot: Kit) -> None:
    """The search compares words, so that these two match each other there."""
    account = portal(hubspot).portal
    contact = account.add_contact("main@harrow.example", "Sam", "harrow@old.example")
    account.links[contact] = [hubspot.ids["rollout"]]
    assert hubspot.crm.find_deals(["old@harrow.example"]) == ()
    assert len(hubspot.sandbox.requests_to("/contacts/search")) == 1


@slow
def test_a_crowd_of_strangers_costs_four_searches_and_no_more(hubspot: Kit) -> None:
    hubspot.crm.find_deals([f"person{n}@nowhere.example" for n in range(150)])
    assert hubspot.sandbox.spent["search"] == 4


@slow
def test_the_searches_of_a_second_are_counted_and_cost_a_second(hubspot: Kit) -> None:
    hubspot.crm.find_deals([f"person{n}@nowhere.example" for n in range(20)])
    with pytest.raises(RateLimited) as caught:
        hubspot.crm.find_deals([f"person{n}@nowhere.example" for n in range(20)])
    assert caught.value.retry_after_s == 1.0


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


# ── owners and stages ────────────────────────────────────────────────────────────────


@slow
def test_owners_are_read_over_all_pages_and_only_once(hubspot: Kit) -> None:
    account = portal(hubspot).portal
    for n in range(150):
        account.add_owner(f"another{n}@seller.example", "An Other")
    account.owners = dict(reversed(account.owners.items()))
    for _ in range(2):
        deals = hubspot.crm.find_deals(["greg@harrow.example"])
        assert deals[0].owner_email == "ana@seller.example"
    assert len(hubspot.sandbox.requests_to("/owners")) == 3  # two pages, and those who left


@slow
def test_an_owner_who_left_still_has_a_name_and_an_address(hubspot: Kit) -> None:
    account = portal(hubspot).portal
    account.former_owners, account.owners = account.owners, {}
    assert hubspot.crm.find_deals(["greg@harrow.example"])[0].owner_email == "ana@seller.example"
    assert {(p.email, p.active) for p in hubspot.crm.people()} == {
        ("ana@seller.example", False), ("ben@seller.example", False),
    }  # fmt: skip


@slow
def test_an_owner_of_whom_nothing_is_known_is_asked_for_once(hubspot: Kit) -> None:
    portal(hubspot).portal.owners.clear()
    for _ in range(2):
        assert hubspot.crm.find_deals(["greg@harrow.example"])[0].owner_email is None
    assert len(hubspot.sandbox.requests_to("/owners")) == 2


@slow
def test_a_stage_that_was_added_later_is_looked_up(hubspot: Kit) -> None:
    assert hubspot.crm.find_deals(["greg@harrow.example"])[0].stage == "Negotiation"
    account = portal(hubspot).portal
    account.stages["legal"] = ("Legal review", "0.9")
    account.deals[hubspot.ids["rollout"]]["dealstage"] = "legal"
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
    deal = hubspot.ids["rollout"]
    row = RecordWrite(
        deal, {"reploop_score": 62.0, "reploop_day": "2026-11-24", "reploop_medal": None}
    )
    hubspot.crm.write(DEAL, [row], hubspot.fields)
    (sent,) = hubspot.sandbox.requests_to("/deals/batch/update")
    assert sent.json()["inputs"][0]["properties"] == {
        "reploop_score": "62", "reploop_day": "2026-11-24", "reploop_medal": "",
    }  # fmt: skip


@slow
def test_a_date_in_milliseconds_is_read_as_a_day(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    deal = hubspot.ids["rollout"]
    hubspot.sandbox.edit_as_person(deal, "reploop_day", "1795478400000")
    assert hubspot.crm.read(DEAL, [deal], hubspot.fields)[deal].values["reploop_day"] == (
        "2026-11-24"
    )


@slow
def test_properties_that_are_left_out_because_they_are_empty_are_empty(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    portal(hubspot).shows_empty = False
    deal = hubspot.ids["rollout"]
    for _ in range(2):
        now = hubspot.crm.read(DEAL, [deal], hubspot.fields)[deal]
        assert set(now.values.values()) == {None}
    definitions = hubspot.sandbox.requests_to("/properties/deals/batch/read")
    assert len(definitions) == 2  # one when provisioning; one, remembered, when reading


@slow
def test_provisioning_asks_once_for_all_properties_of_an_object(hubspot: Kit) -> None:
    hubspot.crm.provision((*hubspot.fields, *hubspot.others))
    before = hubspot.sandbox.spent["requests"]
    hubspot.crm.provision((*hubspot.fields, *hubspot.others))
    assert (before, hubspot.sandbox.spent["requests"] - before) == (6, 2)


@slow
def test_a_property_that_appears_meanwhile_is_compared_and_taken(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    nothing = {"status": "COMPLETE", "results": []}
    hubspot.sandbox.fail(Fault("answer", "/properties/deals/batch/read", status=200, body=nothing))
    report = hubspot.crm.provision(hubspot.fields)
    assert (report.created, report.failed) == ((), {})
    assert "reploop_score" in report.present


@slow
def test_two_objects_may_have_properties_of_one_name_though_one_is_refused(hubspot: Kit) -> None:
    refused = {"status": "error", "category": "VALIDATION_ERROR", "message": "x"}
    fault = Fault("answer", "/properties/calls/batch/create", status=400, body=refused)
    hubspot.sandbox.fail(fault)
    assert hubspot.crm.provision((*hubspot.fields, *hubspot.others)).failed == {}
    calls = portal(hubspot).portal.tables["calls"]
    assert {field.name for field in hubspot.others} <= set(calls.properties)


@slow
def test_a_name_that_hubspot_refuses_holds_up_no_other_property(hubspot: Kit) -> None:
    bad = CrmField("score", "Reploop_Score", "Score", FieldKind.NUMBER)
    report = hubspot.crm.provision([bad, *hubspot.fields])
    assert "VALIDATION_ERROR" in report.failed["Reploop_Score"]
    assert set(report.created) == {field.name for field in hubspot.fields}


@slow
def test_a_key_that_is_not_unique_is_reported(hubspot: Kit) -> None:
    calls = portal(hubspot).portal.tables["calls"]
    calls.groups.add("other")
    body = {"name": "reploop_call_id", "label": "x", "groupName": "other", "type": "string"}
    calls.define(body, hubspot.clock())
    report = hubspot.crm.provision(hubspot.others)
    assert "unique" in report.failed["reploop_call_id"]


@slow
def test_users_of_hubspot_take_no_fields_of_ours(hubspot: Kit) -> None:
    field = replace(hubspot.fields[0], on=RecordKind.OWNER)
    assert "crm_fields.yaml" in hubspot.crm.provision([field]).failed[field.name]


@slow
def test_an_error_that_is_no_conflict_stops_the_provisioning(hubspot: Kit) -> None:
    portal(hubspot).scopes_missing.add("crm.schemas.deals.write")
    with pytest.raises(CredentialsRejected, match=r"crm\.schemas\.deals\.write"):
        hubspot.crm.provision(hubspot.fields)
