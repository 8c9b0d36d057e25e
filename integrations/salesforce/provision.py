"""Creating our custom fields on every object that has some, and making them visible.

The object that holds skill snapshots is deployed: neither the REST nor the Tooling API
creates objects. Where our user may not deploy, its fields are reported with the step for
a person.
"""

from collections.abc import Callable, Sequence
from urllib.parse import quote

from domain.crm import CrmField, ProvisionReport, RecordKind
from domain.errors import Permanent, WriteRefused
from integrations.salesforce.client import SalesforceClient, soql
from integrations.salesforce.deals import child, text
from integrations.salesforce.deploy import zipped
from integrations.salesforce.fields import (
    Metadata,
    by_kind,
    is_standard,
    key_metadata,
    metadata,
    mismatch,
    problem_of,
)
from integrations.salesforce.grants import READERS, Grants
from integrations.salesforce.objects import OBJECTS, Sobject
from integrations.salesforce.package import object_files

POLL_S = 2.0
MAX_POLLS = 60
DEPLOY = (
    "the object {} is not there, and Reploop's user cannot deploy it ({}): "
    "deploy the package yourself (`sf project deploy start --metadata-dir "
    "integrations/salesforce/package`), then run `reploop crm provision` again"
)


class Provisioner:
    """Brings the org to where every field exists and can be written; safe to repeat."""

    def __init__(
        self, client: SalesforceClient, permission_set: str, pause: Callable[[float], None]
    ) -> None:
        self._client = client
        self._pause = pause
        self._permission_set = permission_set

    def run(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """Create what is missing. A field that cannot be had is reported, not raised."""
        problems = {f.name: why for f in fields if (why := problem_of(f)) is not None}
        usable = [field for field in fields if problem_of(field) is None]
        grants = (
            Grants(self._client, self._permission_set, edit=True),
            Grants(self._client, self._permission_set + READERS, edit=False),
        )
        created: list[str] = []
        present: list[str] = []
        for kind, mine in by_kind(usable).items():
            each = _Object(self._client, grants, OBJECTS[kind])
            if kind is RecordKind.SNAPSHOT and not each.exists():
                refused = self._deploy_object()
                if refused is not None:
                    why = DEPLOY.format(OBJECTS[kind].name, refused)
                    problems |= {field.name: why for field in mine}
                    continue
            each.bring(mine)
            created += each.created
            present += each.present
            problems |= each.failed
        return ProvisionReport(
            created=tuple(n for n in dict.fromkeys(created) if n not in problems),
            present=tuple(
                n for n in dict.fromkeys(present) if n not in problems and n not in created
            ),
            failed=problems,
        )

    def _deploy_object(self) -> str | None:
        """Deploy the object of snapshots and wait for it; why that failed, if it did."""
        try:
            begun = self._client.deploy(zipped(object_files()))
            path = f"metadata/deployRequest/{quote(text(begun, 'id'), safe='')}"
            for _ in range(MAX_POLLS):
                result = child(self._client.get(path), "deployResult")
                if result.get("done") is True:
                    return None if result.get("success") is True else "the deployment failed"
                self._pause(POLL_S)
        except Permanent as error:
            return error.detail
        return "the deployment took too long"


class _Object:
    """The fields of one object, and what became of each."""

    def __init__(
        self, client: SalesforceClient, grants: Sequence[Grants], sobject: Sobject
    ) -> None:
        self._client = client
        self._grants = grants
        self._sobject = sobject
        self.created: list[str] = []
        self.present: list[str] = []
        self.failed: dict[str, str] = {}

    def exists(self) -> bool:
        query = "SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName = {}"
        return bool(self._client.tooling_query(soql(query, self._sobject.name)))

    def bring(self, fields: Sequence[CrmField]) -> None:
        """Create and grant; our key comes with the fields of records that we create."""
        self.present += [field.name for field in fields if is_standard(field)]
        custom = [field for field in fields if not is_standard(field)]
        key = (self._sobject.key,) if self._sobject.key else ()
        there = self._there([*key, *(field.name for field in custom)])
        for name in key:
            self._create(name, key_metadata(self._sobject), there=name in there)
        for field in custom:
            wrong = mismatch(field, there[field.name]) if field.name in there else None
            if wrong is not None:
                self.failed[field.name] = wrong
            else:
                self._create(field.name, metadata(field), there=field.name in there)
        names = [n for n in (*key, *(f.name for f in custom)) if n not in self.failed]
        for each in self._grants:
            if self._sobject.name.endswith("__c"):
                each.object(self._sobject.name)
            self.failed |= each.fields(self._sobject.name, names)

    def _there(self, names: Sequence[str]) -> dict[str, str]:
        """Data type of each field that exists, also of those that are hidden from us."""
        if not names:
            return {}
        query = (
            "SELECT QualifiedApiName, DataType FROM FieldDefinition "
            "WHERE EntityDefinition.QualifiedApiName = {} AND QualifiedApiName IN {}"
        )
        records = self._client.tooling_query(soql(query, self._sobject.name, list(names)))
        return {text(r, "QualifiedApiName"): text(r, "DataType") for r in records}

    def _create(self, name: str, definition: Metadata, *, there: bool) -> None:
        if there:
            self.present.append(name)
            return
        body = {"FullName": f"{self._sobject.entity}.{name}", "Metadata": definition}
        try:
            self._client.post("tooling/sobjects/CustomField", body)
        except WriteRefused as error:
            # somebody else was faster, or it is there and hidden from us: the grant mends that
            if "DUPLICATE_DEVELOPER_NAME" in error.detail:
                self.present.append(name)
            else:
                self.failed[name] = error.detail
            return
        self.created.append(name)
