"""Creating our custom fields on Opportunity, and making them visible.

A custom field is invisible, even to administrators, until field-level security grants
it. One permission set holds the grants and is assigned to the user we act as.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.deals import CrmField, FieldKind, ProvisionReport
from domain.errors import UnexpectedPayload, WriteRefused
from integrations.salesforce.client import Record, SalesforceClient, soql
from integrations.salesforce.deals import text
from integrations.salesforce.errors import SLUG, faults_of, refusal

OBJECT = "Opportunity"
MAX_COLLECTION = 200

METADATA: Mapping[FieldKind, Mapping[str, object]] = {
    FieldKind.NUMBER: {"type": "Number", "precision": 5, "scale": 1},
    FieldKind.TEXT: {"type": "Text", "length": 255},
    FieldKind.LONG_TEXT: {"type": "LongTextArea", "length": 32_768, "visibleLines": 8},
    FieldKind.DATE: {"type": "Date"},
    FieldKind.URL: {"type": "Url"},
}
DATA_TYPES: Mapping[FieldKind, str] = {
    FieldKind.NUMBER: "Number(",
    FieldKind.TEXT: "Text(",
    FieldKind.LONG_TEXT: "Long Text Area(",
    FieldKind.DATE: "Date",
    FieldKind.URL: "URL(",
}
"""How ``FieldDefinition.DataType`` begins for each kind."""


class Provisioner:
    """Brings the org to where every field exists and can be written; safe to repeat."""

    def __init__(self, client: SalesforceClient, permission_set: str) -> None:
        self._client = client
        self._permission_set = permission_set

    def run(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """Create what is missing. A field that cannot be had is reported, not raised."""
        failed = {f.name: _BAD_NAME for f in fields if not f.name.endswith("__c")}
        wanted = [field for field in fields if field.name not in failed]
        present = self._present(wanted)
        created: list[str] = []
        for field in wanted:
            problem = self._ensure(field, present.get(field.name), created)
            if problem is not None:
                failed[field.name] = problem
        usable = [field.name for field in wanted if field.name not in failed]
        failed |= self._grant(usable)
        return ProvisionReport(
            created=tuple(name for name in created if name not in failed),
            present=tuple(n for n in usable if n not in created and n not in failed),
            failed=failed,
        )

    def _present(self, fields: Sequence[CrmField]) -> dict[str, str]:
        query = (
            "SELECT QualifiedApiName, DataType FROM FieldDefinition "
            "WHERE EntityDefinition.QualifiedApiName = {} AND QualifiedApiName IN {}"
        )
        names = [field.name for field in fields]
        records = self._client.tooling_query(soql(query, OBJECT, names)) if names else []
        return {text(r, "QualifiedApiName"): text(r, "DataType") for r in records}

    def _ensure(self, field: CrmField, data_type: str | None, created: list[str]) -> str | None:
        """Create the field if it is missing; the problem, if there is one."""
        if data_type is not None:
            return _mismatch(field, data_type)
        try:
            self._client.post("tooling/sobjects/CustomField", _definition(field))
        except WriteRefused as error:
            # somebody else was faster, or it is there and hidden from us: the grant mends that
            duplicate = "DUPLICATE_DEVELOPER_NAME" in error.detail
            return None if duplicate else error.detail
        created.append(field.name)
        return None

    def _grant(self, names: Sequence[str]) -> dict[str, str]:
        """Make the fields readable and writable; field name to problem for those refused."""
        if not names:
            return {}
        parent = self._permission_set_id()
        self._assign(parent)
        qualified = {f"{OBJECT}.{name}": name for name in names}
        query = (
            "SELECT Id, Field, PermissionsRead, PermissionsEdit FROM FieldPermissions "
            "WHERE ParentId = {} AND SobjectType = {} AND Field IN {}"
        )
        known = {
            text(record, "Field"): record
            for record in self._client.query(soql(query, parent, OBJECT, list(qualified)))
        }
        for record in known.values():
            if not record.get("PermissionsEdit"):
                self._client.patch(
                    f"sobjects/FieldPermissions/{text(record, 'Id')}",
                    {"PermissionsRead": True, "PermissionsEdit": True},
                )
        missing = [field for field in qualified if field not in known]
        problems = self._insert([_permission(parent, field) for field in missing])
        return {qualified[missing[index]]: why for index, why in problems.items()}

    def _permission_set_id(self) -> str:
        query = "SELECT Id FROM PermissionSet WHERE Name = {}"
        found = self._client.query(soql(query, self._permission_set))
        if found:
            return text(found[0], "Id")
        body = {"Name": self._permission_set, "Label": self._permission_set}
        answer = self._client.post("sobjects/PermissionSet", body)
        if not isinstance(answer, dict):
            raise UnexpectedPayload(SLUG, "PermissionSet: no id of the new record")
        return text(answer, "id")

    def _assign(self, permission_set_id: str) -> None:
        """Give the set to the user we act as; without it the grants reach nobody."""
        user = self._client.token.user_id
        if user is None:
            return
        query = (
            "SELECT Id FROM PermissionSetAssignment WHERE PermissionSetId = {} AND AssigneeId = {}"
        )
        if not self._client.query(soql(query, permission_set_id, user)):
            body = {"PermissionSetId": permission_set_id, "AssigneeId": user}
            self._client.post("sobjects/PermissionSetAssignment", body)

    def _insert(self, records: Sequence[Record]) -> dict[int, str]:
        """Insert up to 200 a request, each on its own; index to problem for those refused."""
        problems: dict[int, str] = {}
        for start in range(0, len(records), MAX_COLLECTION):
            part = list(records[start : start + MAX_COLLECTION])
            body = {"allOrNone": False, "records": part}
            results = self._client.post("composite/sobjects", body)
            if not isinstance(results, list) or len(results) != len(part):
                raise UnexpectedPayload(SLUG, "composite: not one result for each record")
            for offset, result in enumerate(results):
                problem = _row_problem(result)
                if problem is not None:
                    problems[start + offset] = problem
        return problems


_BAD_NAME = "Salesforce names of custom fields end in __c: mend config/crm_fields.yaml"


def _definition(field: CrmField) -> dict[str, object]:
    metadata: dict[str, object] = {
        **METADATA[field.kind],
        "label": field.label[:40],
        "inlineHelpText": field.help[:510],
        "description": "Written by Reploop.",
    }
    return {"FullName": f"{OBJECT}.{field.name}", "Metadata": metadata}


def _mismatch(field: CrmField, data_type: str) -> str | None:
    if data_type.startswith(DATA_TYPES[field.kind]):
        return None
    return (
        f"exists as {data_type}, not as {METADATA[field.kind]['type']}: "
        "choose another name in config/crm_fields.yaml"
    )


def _permission(parent: str, qualified: str) -> Record:
    return {
        "attributes": {"type": "FieldPermissions"},
        "ParentId": parent,
        "SobjectType": OBJECT,
        "Field": qualified,
        "PermissionsRead": True,
        "PermissionsEdit": True,
    }


def _row_problem(result: Any) -> str | None:
    if isinstance(result, dict) and result.get("success") is True:
        return None
    faults = faults_of(result.get("errors")) if isinstance(result, dict) else ()
    if any(fault.code == "DUPLICATE_VALUE" for fault in faults):
        return None
    return refusal(faults) or "refused without a reason"
