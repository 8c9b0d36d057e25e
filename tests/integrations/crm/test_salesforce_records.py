"""What Reploop makes in Salesforce: calls and skill snapshots."""

from dataclasses import replace

import pytest

from domain.crm import (
    CallRecord,
    CrmField,
    FieldKind,
    NewRecord,
    RecordKind,
    RecordWrite,
    RowState,
    SnapshotRecord,
)
from integrations.salesforce.crm import SalesforceCrm
from integrations.salesforce.settings import SalesforceSettings
from sandbox.base import Fault
from sandbox.running import RunningApp
from sandbox.salesforce import SalesforceSandbox
from tests.integrations.crm.kit import COMPANY, Kit
from tests.integrations.crm.test_crm_contract import a_call, a_snapshot

pytestmark = pytest.mark.slow
CALL, SNAPSHOT, DEAL, OWNER = (
    RecordKind.CALL, RecordKind.SNAPSHOT, RecordKind.DEAL, RecordKind.OWNER,
)  # fmt: skip


@pytest.fixture
def org(salesforce: Kit) -> SalesforceSandbox:
    assert isinstance(salesforce.sandbox, SalesforceSandbox)
    salesforce.crm.provision((*salesforce.fields, *salesforce.others))
    return salesforce.sandbox


def the_one(org: SalesforceSandbox, table: str, **values: str) -> str:
    rows = org.org.tables[table].values()
    return next(str(r["Id"]) for r in rows if all(r[k] == v for k, v in values.items()))


def ensure(kit: Kit, *rows: NewRecord) -> dict[str, RowState]:
    kind = CALL if isinstance(rows[0].head, CallRecord) else SNAPSHOT
    return {k: r.state for k, r in kit.crm.ensure(kind, rows, kit.of(kind)).items()}


def call(kit: Kit, key: str = "call-1", **changes: object) -> NewRecord:
    new = a_call(kit, key)
    return replace(new, head=replace(new.head, **changes))  # type: ignore[arg-type]


# ── calls ────────────────────────────────────────────────────────────────────────────


def test_a_call_is_a_completed_task_on_the_deal_with_the_contact_and_the_rep(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    ensure(salesforce, a_call(salesforce))
    (task,) = org.org.tables["Task"].values()
    shown = {name: task[name] for name in (
        "Subject", "WhatId", "WhoId", "OwnerId", "ActivityDate", "CallDurationInSeconds",
        "TaskSubtype", "Status", "Reploop_Call_Id__c",
    )}  # fmt: skip
    assert shown == {
        "Subject": "Harrow: discovery",
        "WhatId": salesforce.ids["rollout"],
        "WhoId": the_one(org, "Contact", Email="dana@harrow.example"),
        "OwnerId": the_one(org, "User", Email="ana@seller.example"),
        "ActivityDate": "2026-11-24",
        "CallDurationInSeconds": 1830,
        "TaskSubtype": "Call",
        "Status": "Completed",
        "Reploop_Call_Id__c": "call-1",
    }


def test_a_call_of_somebody_who_left_or_is_unknown_belongs_to_us(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    ana = org.org.tables["User"][the_one(org, "User", Email="ana@seller.example")]
    ana["IsActive"] = False
    nobody = {"owner_email": None, "contact_emails": ("no@body.example",)}
    states = ensure(salesforce, call(salesforce, "a"), call(salesforce, "b", **nobody))
    assert set(states.values()) == {RowState.DONE}
    assert {t["OwnerId"] for t in org.org.tables["Task"].values()} == {org.org.run_as}
    assert "WhoId" not in list(org.org.tables["Task"].values())[1]


def test_two_hundred_calls_are_made_with_two_requests(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    rows = [call(salesforce, f"0192f3a4-7b1c-7def-8000-{n:012d}") for n in range(200)]
    before = org.spent["requests"]
    states = ensure(salesforce, *rows)
    assert list(states.values()) == [RowState.DONE] * 200
    assert org.spent["requests"] - before == 2
    ensure(salesforce, *rows)
    assert org.spent["requests"] - before == 3
    assert len(org.org.tables["Task"]) == 200


def test_two_workers_at_once_make_one_call(salesforce: Kit, org: SalesforceSandbox) -> None:
    made = ensure(salesforce, a_call(salesforce))
    nothing = {"httpStatusCode": 200, "body": {"done": True, "records": []}}
    look_up = {"compositeResponse": [nothing] * 3}
    org.fail(Fault("answer", "/composite", status=200, body=look_up))
    assert ensure(salesforce, a_call(salesforce)) == made
    assert len(org.org.tables["Task"]) == 1


def test_keys_that_differ_in_case_are_two_calls(salesforce: Kit, org: SalesforceSandbox) -> None:
    ensure(salesforce, call(salesforce, "aB"), call(salesforce, "Ab"))
    ensure(salesforce, call(salesforce, "ab"))
    assert len(org.org.tables["Task"]) == 3


def test_a_call_on_a_deal_that_is_gone_is_gone_and_the_next_is_made(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    org.delete(salesforce.ids["pilot"])
    lost = call(salesforce, "lost", deal_id=salesforce.ids["pilot"])
    states = ensure(salesforce, lost, a_call(salesforce))
    assert states == {"lost": RowState.GONE, "call-1": RowState.DONE}


def test_calls_whose_answer_was_lost_are_found_the_next_time(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    org.fail(Fault("accept_then_drop", "/composite/sobjects"))
    assert ensure(salesforce, a_call(salesforce)) == {"call-1": RowState.UNSURE}
    assert ensure(salesforce, a_call(salesforce)) == {"call-1": RowState.DONE}
    assert len(org.org.tables["Task"]) == 1


def test_a_call_deleted_by_a_person_can_be_made_again(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    ensure(salesforce, a_call(salesforce))
    (first,) = org.org.tables["Task"]
    org.delete(first)
    (again,) = salesforce.crm.ensure(CALL, [a_call(salesforce)], salesforce.of(CALL)).values()
    assert again.id != first


def test_a_call_that_was_archived_after_a_year_is_still_ours(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    (made,) = salesforce.crm.ensure(CALL, [a_call(salesforce)], salesforce.of(CALL)).values()
    salesforce.clock.tick(400 * 86_400)
    assert salesforce.crm.read(CALL, [made.id], salesforce.of(CALL)) == {}
    (again,) = salesforce.crm.ensure(CALL, [a_call(salesforce)], salesforce.of(CALL)).values()
    assert (again.state, again.id) == (RowState.DONE, made.id)
    salesforce.crm.remove(CALL, [made.id])
    assert made.id in org.org.deleted


def test_an_org_without_call_center_names_the_field_that_it_lacks(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    org.org.call_center = False
    (refused,) = salesforce.crm.ensure(CALL, [a_call(salesforce)], ()).values()
    assert refused.state is RowState.REFUSED
    assert "CallDurationInSeconds: INVALID_FIELD" in refused.detail


def test_a_call_fits_an_org_without_call_center_and_with_a_status_of_its_own(
    salesforce: Kit,
) -> None:
    sandbox = SalesforceSandbox(salesforce.clock)
    ids = sandbox.load(COMPANY)
    sandbox.org.call_center = False
    with RunningApp(sandbox) as running:
        settings = SalesforceSettings(
            base_url=running.url, client_id=sandbox.credentials.client_id,
            client_secret=sandbox.credentials.client_secret, call_duration=False,
            call_status="Done",
        )  # fmt: skip
        crm = SalesforceCrm.open(settings, salesforce.clock)
        crm.provision(salesforce.of(CALL))
        new = call(salesforce, deal_id=ids["rollout"])
        (made,) = crm.ensure(CALL, [new], salesforce.of(CALL)).values()
    assert sandbox.value(made.id, "Status") == "Done"


def test_long_text_of_a_call_stands_in_its_comments(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    comments = CrmField("summary", "Description", "Comments", FieldKind.LONG_TEXT, on=CALL)
    new = replace(a_call(salesforce), values={"Description": "x" * 3000})
    (made,) = salesforce.crm.ensure(CALL, [new], [comments]).values()
    assert org.value(made.id, "Description") == "x" * 3000


@pytest.mark.parametrize("kind", [CALL, SNAPSHOT])
def test_only_what_carries_our_key_is_ever_deleted(
    salesforce: Kit, org: SalesforceSandbox, kind: RecordKind
) -> None:
    theirs = org.org.insert("Task", Subject="A person's", IsDeleted=False)
    ids = [theirs, salesforce.ids["rollout"]]
    salesforce.crm.remove(kind, ids)
    assert not org.org.deleted


@pytest.mark.parametrize("kind", [DEAL, OWNER])
def test_deals_and_owners_are_neither_made_nor_deleted(
    salesforce: Kit, org: SalesforceSandbox, kind: RecordKind
) -> None:
    before = len(org.requests)
    deal = salesforce.ids["rollout"]
    assert salesforce.crm.remove(kind, [deal])[deal].state is RowState.REFUSED
    made = salesforce.crm.ensure(kind, [a_call(salesforce)], salesforce.fields)
    assert made["call-1"].state is RowState.REFUSED
    assert len(org.requests) == before


# ── snapshots and owners ─────────────────────────────────────────────────────────────


def test_a_snapshot_belongs_to_the_rep_in_a_private_object(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    long = SnapshotRecord(
        key="k", title="Ana Ruiz · " + "x" * 200, owner_email="Ana@Seller.example"
    )
    states = ensure(salesforce, a_snapshot(salesforce), NewRecord(long))
    assert set(states.values()) == {RowState.DONE}
    assert org.org.objects == {"Reploop_Skill_Snapshot__c": "Private"}
    rows = list(org.org.tables["Reploop_Skill_Snapshot__c"].values())
    assert {row["OwnerId"] for row in rows} == {the_one(org, "User", Email="ana@seller.example")}
    assert [len(row["Name"]) for row in rows] == [len("Ana Ruiz · Questioning · 2026-W48"), 80]


def test_a_snapshot_of_a_rep_who_cannot_read_it_is_ours_to_own(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    assigned = org.org.tables["PermissionSetAssignment"]
    ana = the_one(org, "User", Email="ana@seller.example")
    for key in [k for k, a in assigned.items() if a["AssigneeId"] == ana]:
        del assigned[key]
    new = a_snapshot(salesforce)
    (result,) = salesforce.crm.ensure(SNAPSHOT, [new], salesforce.of(SNAPSHOT)).values()
    assert result.state is RowState.DONE
    (row,) = org.org.tables["Reploop_Skill_Snapshot__c"].values()
    assert row["OwnerId"] == org.org.run_as


def test_fields_of_a_user_are_read_and_written(salesforce: Kit, org: SalesforceSandbox) -> None:
    ana = the_one(org, "User", Email="ana@seller.example")
    fields = salesforce.of(OWNER)
    salesforce.clock.tick()
    now = salesforce.crm.read(OWNER, [ana], fields)[ana]
    row = RecordWrite(ana, {"Reploop_Score__c": 71.0}, now.version)
    assert salesforce.crm.write(OWNER, [row], fields)[ana].state is RowState.DONE
    assert org.value(ana, "Reploop_Score__c") == 71.0


def test_people_who_left_are_listed_as_such(salesforce: Kit, org: SalesforceSandbox) -> None:
    org.org.tables["User"][the_one(org, "User", Email="ben@seller.example")]["IsActive"] = False
    found = {person.email: person.active for person in salesforce.crm.people()}
    assert found["ben@seller.example"] is False
    assert found["ana@seller.example"] is True
