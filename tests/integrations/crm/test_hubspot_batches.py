"""A hundred rows in one request: which are refused, which are unsure, and at what price."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from domain.crm import CallRecord, NewRecord, RecordKind, RecordWrite, RowResult, RowState
from domain.errors import CredentialsRejected, RateLimited
from sandbox.base import Fault
from sandbox.crm_company import CrmDeal
from sandbox.hubspot import HubspotSandbox
from tests.integrations.crm.kit import Kit
from tests.integrations.crm.test_crm_contract import a_call

pytestmark = pytest.mark.slow

DEAL, CALL = RecordKind.DEAL, RecordKind.CALL


def portal(kit: Kit) -> HubspotSandbox:
    assert isinstance(kit.sandbox, HubspotSandbox)
    return kit.sandbox


def many(kit: Kit, count: int = 100) -> list[str]:
    """Ids of new deals, with our properties in place."""
    kit.crm.provision((*kit.fields, *kit.others))
    account = portal(kit).portal
    owner = next(iter(account.owners))
    return [
        account._deal(
            CrmDeal(
                key=f"d{n}", name=f"Deal {n}", account="A", owner_email="ana@seller.example",
                stage="Negotiation",
            ),
            owner,
        )
        for n in range(count)
    ]  # fmt: skip


def write(kit: Kit, ids: list[str], **more: str) -> Mapping[str, RowResult]:
    rows = [RecordWrite(i, {"reploop_score": 7.0, **more}) for i in ids]
    return kit.crm.write(DEAL, rows, kit.fields)


def states(results: Mapping[str, RowResult], state: RowState) -> set[str]:
    return {key for key, result in results.items() if result.state is state}


def updates(kit: Kit) -> int:
    return len(kit.sandbox.requests_to("/batch/update"))


# ── refused rows ─────────────────────────────────────────────────────────────────────


def test_a_hundred_deals_are_written_with_one_request(hubspot: Kit) -> None:
    ids = many(hubspot)
    assert states(write(hubspot, ids), RowState.DONE) == set(ids)
    assert updates(hubspot) == 1


def test_a_refused_row_is_found_by_halving(hubspot: Kit) -> None:
    ids = many(hubspot)
    hubspot.sandbox.refuse(ids[42])
    results = write(hubspot, ids)
    assert states(results, RowState.REFUSED) == {ids[42]}
    assert "CUSTOM_VALIDATION" in results[ids[42]].detail
    assert states(results, RowState.DONE) == set(ids) - {ids[42]}
    assert updates(hubspot) <= 16


def test_rows_that_the_refusal_names_cost_one_request_each(hubspot: Kit) -> None:
    ids = many(hubspot)
    portal(hubspot).names_rows = True
    hubspot.sandbox.refuse(ids[42])
    assert states(write(hubspot, ids), RowState.REFUSED) == {ids[42]}
    assert updates(hubspot) == 2


def test_an_answer_row_by_row_costs_nothing_more(hubspot: Kit) -> None:
    ids = many(hubspot)
    portal(hubspot).multi_status = True
    for bad in (ids[3], ids[97]):
        hubspot.sandbox.refuse(bad)
    results = write(hubspot, ids)
    assert states(results, RowState.REFUSED) == {ids[3], ids[97]}
    assert "CUSTOM_VALIDATION" in results[ids[3]].detail
    assert updates(hubspot) == 1


def test_a_property_that_is_missing_refuses_its_rows_and_no_others(hubspot: Kit) -> None:
    ids = many(hubspot)
    hubspot.sandbox.hide("reploop_medal")
    rows = [
        RecordWrite(i, {"reploop_score": 7.0} if n < 60 else {"reploop_medal": "gold"})
        for n, i in enumerate(ids)
    ]
    results = hubspot.crm.write(DEAL, rows, hubspot.fields)
    assert states(results, RowState.REFUSED) == set(ids[60:])
    assert "provision" in results[ids[99]].detail
    assert updates(hubspot) == 2


def test_deals_that_are_gone_are_told_and_the_others_written(hubspot: Kit) -> None:
    ids = many(hubspot)
    hubspot.sandbox.delete(ids[5])
    results = write(hubspot, ids)
    assert states(results, RowState.GONE) == {ids[5]}
    assert states(results, RowState.DONE) == set(ids) - {ids[5]}


def test_errors_that_name_no_row_are_looked_for(hubspot: Kit) -> None:
    ids = many(hubspot, 4)
    error = {"status": "error", "category": "VALIDATION_ERROR", "message": "x", "context": {}}
    body = {"status": "COMPLETE", "results": [], "numErrors": 1, "errors": [error]}
    hubspot.sandbox.fail(Fault("answer", "/batch/update", status=207, body=body))
    assert states(write(hubspot, ids), RowState.DONE) == set(ids)
    assert updates(hubspot) == 3


def test_a_row_of_which_hubspot_says_nothing_is_unsure(hubspot: Kit) -> None:
    ids = many(hubspot, 2)
    body = {"status": "COMPLETE", "results": [{"id": ids[0], "properties": {}}]}
    hubspot.sandbox.fail(Fault("answer", "/batch/update", status=200, body=body))
    results = write(hubspot, ids)
    assert [results[i].state for i in ids] == [RowState.DONE, RowState.UNSURE]


# ── trouble in the middle ────────────────────────────────────────────────────────────


def test_a_limit_before_anything_is_written_is_raised(hubspot: Kit) -> None:
    ids = many(hubspot, 2)
    hubspot.sandbox.fail(hubspot.limit)
    with pytest.raises(RateLimited):
        write(hubspot, ids)


def test_a_limit_in_the_middle_leaves_the_rest_unsure_with_the_wait(hubspot: Kit) -> None:
    ids = many(hubspot)
    hubspot.sandbox.refuse(ids[0])
    portal(hubspot).per_window = len(portal(hubspot)._recent) + 3
    results = write(hubspot, ids)
    unsure = states(results, RowState.UNSURE)
    assert unsure
    assert {results[i].after_s for i in unsure} == {10.0}
    assert set(results) == set(ids)


def test_credentials_that_are_not_accepted_are_raised(hubspot: Kit) -> None:
    ids = many(hubspot, 2)
    hubspot.sandbox.revoke()
    with pytest.raises(CredentialsRejected):
        write(hubspot, ids)


def test_a_deal_that_is_merged_between_read_and_write_is_gone(hubspot: Kit) -> None:
    """HubSpot answers with the id of the deal that stands; ours is told by its trace id."""
    hubspot.crm.provision(hubspot.fields)
    hubspot.sandbox.merge(hubspot.ids["pilot"], hubspot.ids["rollout"])
    pilot = hubspot.ids["pilot"]
    assert hubspot.crm.read(DEAL, [pilot], hubspot.fields) == {}
    result = write(hubspot, [pilot])[pilot]
    assert (result.state, result.detail) == (RowState.GONE, "merged into another record")


# ── calls ────────────────────────────────────────────────────────────────────────────


def test_a_call_belongs_to_its_deal_its_contact_and_its_owner(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.others)
    (made,) = hubspot.crm.ensure(CALL, [a_call(hubspot)], hubspot.of(CALL)).values()
    account = portal(hubspot).portal
    call = account.tables["calls"].live[made.id]
    contact = account.contact_by_email("dana@harrow.example")
    assert contact is not None
    assert call.links == [(206, hubspot.ids["rollout"]), (194, contact.id)]
    assert account.owners[call["hubspot_owner_id"] or ""]["email"] == "ana@seller.example"
    assert (call["hs_call_title"], call["hs_call_duration"]) == ("Harrow: discovery", "1830000")
    began = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)
    assert call["hs_timestamp"] == str(int(began.timestamp() * 1000))


def test_a_call_of_a_deal_that_is_gone_holds_up_no_other(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.others)
    good = a_call(hubspot, "good")
    head = CallRecord(key="bad", title="x", started_at=datetime(2026, 11, 24, tzinfo=UTC),
                      duration_s=1.0, deal_id="404", owner_email=None)  # fmt: skip
    results = hubspot.crm.ensure(CALL, [NewRecord(head), good], ())
    assert (results["bad"].state, results["good"].state) == (RowState.REFUSED, RowState.DONE)


def test_a_call_that_somebody_else_makes_meanwhile_is_taken(hubspot: Kit) -> None:
    """Two workers of ours: the unique key lets only one of them make it."""
    hubspot.crm.provision(hubspot.others)
    new = a_call(hubspot)
    (first,) = hubspot.crm.ensure(CALL, [new], ()).values()
    nothing = {"status": "COMPLETE", "results": []}
    hubspot.sandbox.fail(Fault("answer", "/calls/batch/read", status=200, body=nothing))
    (again,) = hubspot.crm.ensure(CALL, [new], ()).values()
    assert (again.state, again.id) == (RowState.DONE, first.id)


def test_a_whole_batch_that_is_refused_for_one_taken_key_is_sorted_out(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.others)
    taken, new = a_call(hubspot, "taken"), a_call(hubspot, "new")
    (first,) = hubspot.crm.ensure(CALL, [taken], ()).values()
    nothing = {"status": "COMPLETE", "results": []}
    conflict = {"status": "error", "category": "CONFLICT", "message": "Existing ID: 1"}
    hubspot.sandbox.fail(Fault("answer", "/calls/batch/read", status=200, body=nothing))
    hubspot.sandbox.fail(Fault("answer", "/calls/batch/create", status=409, body=conflict))
    results = hubspot.crm.ensure(CALL, [taken, new], ())
    assert results["taken"].id == first.id
    assert {row.state for row in results.values()} == {RowState.DONE}
    assert len(portal(hubspot).portal.tables["calls"].live) == 2


def test_a_call_whose_answer_was_lost_is_found_the_next_time(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.others)
    hubspot.sandbox.fail(Fault("accept_then_drop", "/calls/batch/create"))
    (lost,) = hubspot.crm.ensure(CALL, [a_call(hubspot)], ()).values()
    assert lost.state is RowState.UNSURE
    (found,) = hubspot.crm.ensure(CALL, [a_call(hubspot)], ()).values()
    assert found.state is RowState.DONE
    assert len(portal(hubspot).portal.tables["calls"].live) == 1


def test_a_call_of_an_unknown_owner_is_made_without_one(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.others)
    head = CallRecord(key="c", title="x", started_at=datetime(2026, 11, 24, tzinfo=UTC),
                      duration_s=1.0, deal_id=hubspot.ids["rollout"],
                      owner_email="left@seller.example")  # fmt: skip
    (made,) = hubspot.crm.ensure(CALL, [NewRecord(head)], ()).values()
    assert "hubspot_owner_id" not in portal(hubspot).portal.tables["calls"].live[made.id]
