"""Creating our custom fields on every object that has some, and making them visible.

The object that holds skill snapshots cannot be created here: neither the REST nor the
Tooling API creates objects, only a deployment of metadata does. Until somebody deployed
``integrations/salesforce/package``, its fields are reported with that step.
"""

from collections.abc import Sequence

from domain.crm import CrmField, ProvisionReport, RecordKind
from domain.errors import WriteRefused
from integrations.salesforce.client import SalesforceClient, soql
from integrations.salesforce.deals import text
from integrations.salesforce.fields import (
    Metadata,
    by_kind,
    is_standard,
    key_metadata,
    metadata,
    mismatch,
    problem_of,
)
from integrations.salesforce.grants import Grants
from integrations.salesforce.objects import OBJECTS, Sobject

DEPLOY = (
    "the object {} is not there, and Salesforce lets nobody create one through this API: "
    "deploy the package (`sf project deploy start --metadata-dir "
    "integrations/salesforce/package`), then run `reploop crm provision` again"
)


class Provisioner:
    """Brings the org to where every field exists and can be written; safe to repeat."""

    def __init__(self, client: SalesforceClient, permission_set: str) -> None:
        self._client = client
        self._grants = Grants(client, permission_set)

    def run(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """Create what is missing. A field that cannot be had is reported, not raised."""
        problems = {f.name: why for f in fields if (why := problem_of(f)) is not None}
        usable = [field for field in fields if problem_of(field) is None]
        parent = self._grants.open() if usable else ""
        created: list[str] = []
        present: list[str] = []
        for kind, mine in by_kind(usable).items():
            each = _Object(self._client, self._grants, OBJECTS[kind])
            if kind is RecordKind.SNAPSHOT and not each.exists():
                why = DEPLOY.format(OBJECTS[kind].name)
                problems |= {field.name: why for field in mine}
                continue
            each.bring(parent, mine)
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


class _Object:
    """The fields of one object, and what became of each."""

    def __init__(self, client: SalesforceClient, grants: Grants, sobject: Sobject) -> None:
        self._client = client
        self._grants = grants
        self._sobject = sobject
        self.created: list[str] = []
        self.present: list[str] = []
        self.failed: dict[str, str] = {}

    def exists(self) -> bool:
        query = "SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName = {}"
        return bool(self._client.tooling_query(soql(query, self._sobject.name)))

    def bring(self, parent: str, fields: Sequence[CrmField]) -> None:
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
        if self._sobject.name.endswith("__c"):
            self._grants.object(parent, self._sobject.name)
        names = [n for n in (*key, *(f.name for f in custom)) if n not in self.failed]
        self.failed |= self._grants.fields(parent, self._sobject.name, names)

    def _there(self, names: Sequence[str]) -> dict[str, str]:
        """Data type of each field that exists, also of those that are hidden from us."""
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
