"""Salesforce's fields: who sees them, and the object of skill snapshots."""

from collections.abc import Iterator

import pytest

from domain.crm import CrmField, FieldKind, RecordKind, RecordWrite, RowState
from domain.errors import WriteRefused
from integrations.salesforce.client import SalesforceClient
from integrations.salesforce.crm import SalesforceCrm
from integrations.salesforce.fields import problem_of
from integrations.salesforce.package import package_files
from integrations.salesforce.settings import SalesforceSettings
from sandbox.base import Fault
from sandbox.running import RunningApp
from sandbox.salesforce import SalesforceSandbox
from tests.integrations.crm.kit import Clock, Kit, crm_fields
from tests.integrations.crm.kit_salesforce import style

slow = pytest.mark.slow
DEAL, SNAPSHOT = RecordKind.DEAL, RecordKind.SNAPSHOT
FIELDS = crm_fields(style)


@pytest.fixture
def org(salesforce: Kit) -> SalesforceSandbox:
    assert isinstance(salesforce.sandbox, SalesforceSandbox)
    return salesforce.sandbox


@slow
def test_without_the_grant_a_new_field_does_not_exist_even_for_us(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    org.org.custom["Opportunity"]["Reploop_Score__c"] = {
        "type": "Number", "label": "Score", "precision": 5,
    }  # fmt: skip
    fields = [f for f in salesforce.fields if f.source == "score"]
    ids = [salesforce.ids["rollout"]]
    with pytest.raises(WriteRefused, match="Reploop_Score__c: INVALID_FIELD"):
        salesforce.crm.read(DEAL, ids, fields)
    assert salesforce.crm.provision(fields).present == ("Reploop_Score__c",)
    assert salesforce.crm.read(DEAL, ids, fields)[ids[0]].values == {"Reploop_Score__c": None}


@slow
def test_a_grant_that_only_reads_is_widened(salesforce: Kit, org: SalesforceSandbox) -> None:
    salesforce.crm.provision(salesforce.fields)
    for grant in org.org.tables["FieldPermissions"].values():
        grant["PermissionsEdit"] = False
    row = RecordWrite(salesforce.ids["rollout"], {"Reploop_Medal__c": "x"})
    refused = salesforce.crm.write(DEAL, [row], salesforce.fields)[row.id]
    assert refused.state is RowState.REFUSED
    assert "Reploop_Medal__c: INVALID_FIELD_FOR_INSERT_UPDATE" in refused.detail
    salesforce.crm.provision(salesforce.fields)
    again = salesforce.crm.write(DEAL, [row], salesforce.fields)[row.id]
    assert again.state is RowState.DONE


@slow
def test_a_name_without_the_suffix_is_reported(salesforce: Kit) -> None:
    field = CrmField("score", "Score", "Score", FieldKind.NUMBER)
    report = salesforce.crm.provision([field])
    assert "__c" in report.failed["Score"]
    assert salesforce.sandbox.requests == []


@slow
def test_three_refused_grants_of_a_batch_are_reported_and_the_rest_stand(salesforce: Kit) -> None:
    refused = {
        "success": False,
        "errors": [{"statusCode": "FIELD_INTEGRITY_EXCEPTION", "message": "no", "fields": []}],
    }
    granted = {"id": "01k", "success": True, "errors": []}
    results = [refused, refused, granted, refused, granted]
    salesforce.sandbox.fail(Fault("answer", "/composite/", status=200, body=results))
    report = salesforce.crm.provision(salesforce.fields)
    names = [field.name for field in salesforce.fields]
    assert set(report.failed) == {names[0], names[1], names[3]}
    assert report.created == (names[2], names[4])


@slow
def test_an_activity_has_no_long_text_but_its_own_comments(salesforce: Kit) -> None:
    own = CrmField("summary", "Reploop_Summary__c", "Summary", FieldKind.LONG_TEXT,
                   on=RecordKind.CALL)  # fmt: skip
    comments = CrmField("summary", "Description", "Comments", FieldKind.LONG_TEXT,
                        on=RecordKind.CALL)  # fmt: skip
    report = salesforce.crm.provision([own])
    assert "Description" in report.failed["Reploop_Summary__c"]
    assert "Description" in salesforce.crm.provision([comments]).present


# ── the object of snapshots ──────────────────────────────────────────────────────────

SNAPSHOTS = crm_fields(lambda source: f"Reploop_Week_{source.title()}__c", SNAPSHOT)


@pytest.fixture
def bare() -> Iterator[tuple[SalesforceSandbox, SalesforceCrm]]:
    """An org in which nobody deployed anything."""
    sandbox = SalesforceSandbox(Clock())
    with RunningApp(sandbox) as running:
        settings = SalesforceSettings(
            base_url=running.url, client_id=sandbox.credentials.client_id,
            client_secret=sandbox.credentials.client_secret,
        )  # fmt: skip
        client = SalesforceClient(settings, sandbox.now)
        yield sandbox, SalesforceCrm(client, settings, lambda _seconds: None)


@slow
def test_the_object_of_snapshots_is_deployed_where_we_may(
    bare: tuple[SalesforceSandbox, SalesforceCrm],
) -> None:
    sandbox, crm = bare
    report = crm.provision(SNAPSHOTS)
    assert dict(report.failed) == {}
    assert {field.name for field in SNAPSHOTS} <= set(report.created)
    assert sandbox.org.objects == {"Reploop_Skill_Snapshot__c": "Private"}
    assert crm.provision(SNAPSHOTS).created == ()
    assert len(sandbox.requests_to("/metadata/deployRequest", "POST")) == 1


@slow
def test_where_we_may_not_deploy_the_step_is_reported_and_the_rest_is_made(
    bare: tuple[SalesforceSandbox, SalesforceCrm],
) -> None:
    sandbox, crm = bare
    sandbox.org.may_deploy = False
    report = crm.provision((*FIELDS, *SNAPSHOTS))
    assert set(report.failed) == {field.name for field in SNAPSHOTS}
    assert "sf project deploy start" in report.failed[SNAPSHOTS[0].name]
    assert set(report.created) == {field.name for field in FIELDS}
    with pytest.raises(WriteRefused, match="integrations/salesforce/package"):
        crm.read(SNAPSHOT, ["a00Hs0000000001AAA"], SNAPSHOTS)
    sandbox.deploy(package_files((), "Reploop"))
    assert dict(crm.provision((*FIELDS, *SNAPSHOTS)).failed) == {}


@slow
@pytest.mark.parametrize("result", [{"done": True, "success": False}, {"done": False}])
def test_a_deployment_that_fails_or_never_ends_is_given_up(
    bare: tuple[SalesforceSandbox, SalesforceCrm], result: dict[str, bool]
) -> None:
    sandbox, crm = bare
    body = {"id": "0Af", "deployResult": result}
    sandbox.fail(Fault("answer", "/deployRequest/", status=200, body=body, times=999))
    assert set(crm.provision(SNAPSHOTS).failed) == {field.name for field in SNAPSHOTS}


@slow
def test_people_get_a_set_of_their_own_that_only_reads(
    bare: tuple[SalesforceSandbox, SalesforceCrm],
) -> None:
    sandbox, crm = bare
    crm.provision((*FIELDS, *SNAPSHOTS))
    sets = {s["Name"]: i for i, s in sandbox.org.tables["PermissionSet"].items()}
    rows = [*sandbox.org.tables["FieldPermissions"].values(),
            *sandbox.org.tables["ObjectPermissions"].values()]  # fmt: skip
    mine = [r for r in rows if r["ParentId"] == sets["Reploop"]]
    theirs = [r for r in rows if r["ParentId"] == sets["Reploop_Reader"]]
    assert len(mine) == len(theirs) == len(FIELDS) + len(SNAPSHOTS) + 2
    assert all(r["PermissionsEdit"] for r in mine)
    assert all(r["PermissionsRead"] and not r["PermissionsEdit"] for r in theirs)
    assert not any(r.get("PermissionsViewAllRecords") for r in theirs)
    assigned = sandbox.org.tables["PermissionSetAssignment"].values()
    assert {a["PermissionSetId"] for a in assigned} == {sets["Reploop"]}


@slow
def test_rights_on_the_object_that_are_too_narrow_are_widened(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    for grant in org.org.tables["ObjectPermissions"].values():
        grant["PermissionsModifyAllRecords"] = False
    salesforce.crm.provision(salesforce.others)
    mine = [p for p in org.org.tables["PermissionSet"].values() if p["Name"] == "Reploop"]
    rights = [
        p for p in org.org.tables["ObjectPermissions"].values() if p["ParentId"] == mine[0]["Id"]
    ]
    assert [p["PermissionsModifyAllRecords"] for p in rights] == [True]


@slow
def test_salesforces_own_next_step_is_filled_and_not_created(salesforce: Kit) -> None:
    own = CrmField(
        source="next_step", name="NextStep", label="Next step", kind=FieldKind.TEXT, on=DEAL
    )
    report = salesforce.crm.provision([own])
    assert (report.created, report.present, report.failed) == ((), ("NextStep",), {})
    deal = salesforce.ids["rollout"]
    now = salesforce.crm.read(DEAL, [deal], [own])[deal]
    assert now.values == {"NextStep": None}
    row = RecordWrite(deal, {"NextStep": "Call on Thursday"})
    (result,) = salesforce.crm.write(DEAL, [row], [own]).values()
    assert result.state is RowState.DONE


def test_salesforces_own_next_step_of_another_kind_is_said_to_be_wrong() -> None:
    own = CrmField(
        source="next_step", name="NextStep", label="Next step", kind=FieldKind.LONG_TEXT, on=DEAL
    )
    assert problem_of(own) is not None
