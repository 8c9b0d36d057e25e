"""The metadata package: well-formed, deployable, and what the code would create by itself."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from domain.crm import CrmField, FieldKind, RecordKind
from integrations.salesforce.crm import SalesforceCrm
from integrations.salesforce.package import NAMESPACE, object_files, package_files
from integrations.salesforce.settings import SalesforceSettings
from sandbox.running import RunningApp
from sandbox.salesforce import SalesforceSandbox
from sandbox.salesforce_deploy import DeployFailed
from tests.integrations.crm.kit import Clock

NUMBER, TEXT, LONG, DATE, URL = (
    FieldKind.NUMBER, FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.DATE, FieldKind.URL,
)  # fmt: skip
DEAL, CALL, SNAPSHOT = RecordKind.DEAL, RecordKind.CALL, RecordKind.SNAPSHOT


def field(source: str, label: str, kind: FieldKind, help: str, on: RecordKind = DEAL) -> CrmField:
    name = f"Reploop_{source.title()}__c"
    return CrmField(source, name, label, kind, help, on=on)


FIELDS = (
    field("last_call_score", "Last call score (Reploop)", NUMBER,
          "0-100, of the latest scored call alone. How sure it is stands in the summary."),
    field("last_call_medal", "Last call medal (Reploop)", TEXT,
          "Gold from 90, silver from 75, bronze from 50; empty below."),
    field("last_call_date", "Last scored call (Reploop)", DATE,
          "Day of the latest scored call on this deal, in UTC."),
    field("last_call_link", "Last call in Reploop", URL,
          "Opens the call with its scores and quotes; asks for sign-in."),
    field("last_call_summary", "Last call summary (Reploop)", LONG,
          "What the latest call showed, and from how many criteria."),
    field("next_step", "Agreed next step (Reploop)", TEXT,
          "The words in which a next step was agreed on the latest call; empty if none was."),
    field("owner_skills", "Skills of the caller (Reploop)", LONG,
          "Level 0-100 with its 90 % range, calls and tier, of who held the latest call."),
    field("owner_focus", "Coaching focus of the caller (Reploop)", TEXT,
          "The weakest skills that enough calls stand behind."),
    field("call_score", "Call score (Reploop)", NUMBER, "0-100, of this call.", CALL),
    field("call_link", "Call in Reploop", URL, "Opens the call; asks for sign-in.", CALL),
    field("skill_level", "Level (Reploop)", NUMBER, "0-100 at the end of the week.", SNAPSHOT),
    field("skill_tier", "Tier (Reploop)", TEXT, "Gold, silver, bronze, or none.", SNAPSHOT),
    field("skill_week", "Week (Reploop)", DATE, "Monday of the week.", SNAPSHOT),
)  # fmt: skip
"""A mapping with a field of every kind; the committed package is that of the shipped one."""


def texts(document: str, path: str) -> list[str]:
    tree = ET.fromstring(document)
    return [e.text or "" for e in tree.iterfind(path.replace("m:", f"{{{NAMESPACE}}}"))]


def test_everything_in_the_manifest_is_there_and_nothing_else() -> None:
    files = package_files(FIELDS, "Reploop")
    assert sorted(texts(files["package.xml"], "m:types/m:members")) == sorted(
        Path(path).stem for path in files if path != "package.xml"
    )


def test_fields_of_calls_are_defined_on_activity_and_granted_on_task() -> None:
    files = package_files(FIELDS, "Reploop")
    defined = texts(files["objects/Activity.object"], "m:fields/m:fullName")
    assert defined == ["Reploop_Call_Id__c", "Reploop_Call_Score__c", "Reploop_Call_Link__c"]
    granted = texts(files["permissionsets/Reploop.permissionset"], "m:fieldPermissions/m:field")
    assert {f"Task.{name}" for name in defined} <= set(granted)
    assert not [name for name in granted if name.startswith("Activity.")]


def test_snapshots_are_private_and_readers_see_no_other_reps() -> None:
    files = package_files(FIELDS, "Reploop")
    snapshot = files["objects/Reploop_Skill_Snapshot__c.object"]
    assert texts(snapshot, "m:sharingModel") == ["Private"]
    reader = files["permissionsets/Reploop_Reader.permissionset"]
    rights = {
        name: texts(reader, f"m:objectPermissions/m:{name}")
        for name in ("allowRead", "allowEdit", "allowDelete", "viewAllRecords", "modifyAllRecords")
    }
    assert rights == {
        "allowRead": ["true"], "allowEdit": ["false"], "allowDelete": ["false"],
        "viewAllRecords": ["false"], "modifyAllRecords": ["false"],
    }  # fmt: skip
    assert set(texts(reader, "m:fieldPermissions/m:editable")) == {"false"}


def test_hostile_labels_are_text() -> None:
    hostile = CrmField("x", "Reploop_X__c", "</label><x>&", NUMBER, "<b>&</b>")
    files = package_files([hostile], "Reploop")
    assert texts(files["objects/Opportunity.object"], "m:fields/m:label") == ["</label><x>&"]


def test_a_mapping_without_calls_or_owners_still_brings_what_we_create() -> None:
    files = package_files((), "Reploop")
    assert sorted(path for path in files if path.startswith("objects/")) == [
        "objects/Activity.object", "objects/Reploop_Skill_Snapshot__c.object",
    ]  # fmt: skip


def test_the_object_alone_can_be_deployed_with_its_tab_and_nothing_else() -> None:
    sandbox = SalesforceSandbox(Clock())
    sandbox.deploy(object_files())
    assert list(sandbox.org.custom["Reploop_Skill_Snapshot__c"]) == ["Reploop_Key__c"]
    assert sandbox.org.tables["PermissionSet"] == {}


def test_what_salesforce_cannot_have_is_left_out() -> None:
    long = CrmField("s", "Reploop_S__c", "S", LONG, on=CALL)
    bad = CrmField("s", "Score", "S", NUMBER)
    assert package_files([long, bad], "Reploop") == package_files((), "Reploop")


def test_a_package_that_names_what_is_not_there_is_not_deployed() -> None:
    files = dict(package_files(FIELDS, "Reploop"))
    files["package.xml"] = files["package.xml"].replace("<members>Activity</members>", "")
    with pytest.raises(DeployFailed, match="Activity"):
        SalesforceSandbox(Clock()).deploy(files)


@pytest.mark.slow
def test_after_a_deployment_provisioning_finds_every_field_usable() -> None:
    sandbox = SalesforceSandbox(Clock())
    sandbox.deploy(package_files(FIELDS, "Reploop"))
    with RunningApp(sandbox) as running:
        settings = SalesforceSettings(
            base_url=running.url, client_id=sandbox.credentials.client_id,
            client_secret=sandbox.credentials.client_secret,
        )  # fmt: skip
        report = SalesforceCrm.open(settings, sandbox.now).provision(FIELDS)
    assert (report.created, dict(report.failed)) == ((), {})
    assert {f.name for f in FIELDS} <= set(report.present)
