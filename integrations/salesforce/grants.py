"""The permission sets that make our fields and objects visible: ours, and that of readers.

A custom field is invisible, even to administrators, until field-level security grants
it. One permission set grants everything and is assigned to the user we act as; another,
for an administrator to give to people, lets them read. Nothing is ever taken away.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.errors import UnexpectedPayload
from integrations.salesforce.client import Record, SalesforceClient, soql
from integrations.salesforce.deals import text
from integrations.salesforce.errors import SLUG, faults_of, refusal
from integrations.salesforce.records import insert

MAX_COLLECTION = 200
FULL: Mapping[str, bool] = {
    "PermissionsRead": True,
    "PermissionsCreate": True,
    "PermissionsEdit": True,
    "PermissionsDelete": True,
    "PermissionsViewAllRecords": True,
    "PermissionsModifyAllRecords": True,
}
"""On our own object: its rows belong to the reps they are about, and are kept by us."""
READ = {name: name == "PermissionsRead" for name in FULL}
READERS = "_Reader"
"""What is added to the permission set's name for the one of people who only read."""


class Grants:
    """One permission set, found or created when it is first needed."""

    def __init__(self, client: SalesforceClient, permission_set: str, *, edit: bool) -> None:
        self._client = client
        self._name = permission_set
        self._edit = edit
        self._parent: str | None = None

    @property
    def parent(self) -> str:
        """The id of the set; one that may edit is then assigned to the user we act as."""
        if self._parent is None:
            self._parent = self._permission_set_id()
            if self._edit:
                self._assign(self._parent)
        return self._parent

    def object(self, sobject: str) -> None:
        """Open the records of an object of ours: to us all of them, to readers their own."""
        wanted = FULL if self._edit else READ
        names = ", ".join(FULL)
        query = (
            f"SELECT Id, {names} FROM ObjectPermissions "  # noqa: S608 - our own names
            "WHERE ParentId = {} AND SobjectType = {}"
        )
        found = self._client.query(soql(query, self.parent, sobject))
        if not found:
            body = {"ParentId": self.parent, "SobjectType": sobject, **wanted}
            self._client.post("sobjects/ObjectPermissions", body)
        elif not all(found[0].get(name) for name, needed in wanted.items() if needed):
            self._client.patch(f"sobjects/ObjectPermissions/{text(found[0], 'Id')}", wanted)

    def fields(self, sobject: str, names: Sequence[str]) -> dict[str, str]:
        """Make fields visible, and writable to us; field name to problem for those refused."""
        if not names:
            return {}
        qualified = {f"{sobject}.{name}": name for name in names}
        query = (
            "SELECT Id, Field, PermissionsRead, PermissionsEdit FROM FieldPermissions "
            "WHERE ParentId = {} AND SobjectType = {} AND Field IN {}"
        )
        found = self._client.query(soql(query, self.parent, sobject, list(qualified)))
        known = {text(record, "Field"): record for record in found}
        for record in known.values():
            if self._edit and not record.get("PermissionsEdit"):
                self._client.patch(
                    f"sobjects/FieldPermissions/{text(record, 'Id')}",
                    {"PermissionsRead": True, "PermissionsEdit": True},
                )
        missing = [field for field in qualified if field not in known]
        problems = self._insert([self._permission(sobject, field) for field in missing])
        return {qualified[missing[index]]: why for index, why in problems.items()}

    def _permission_set_id(self) -> str:
        query = "SELECT Id FROM PermissionSet WHERE Name = {}"
        found = self._client.query(soql(query, self._name))
        if found:
            return text(found[0], "Id")
        answer = self._client.post(
            "sobjects/PermissionSet",
            {"Name": self._name, "Label": self._name.replace("_", " ")},
        )
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

    def _permission(self, sobject: str, qualified: str) -> Record:
        return {
            "attributes": {"type": "FieldPermissions"},
            "ParentId": self.parent,
            "SobjectType": sobject,
            "Field": qualified,
            "PermissionsRead": True,
            "PermissionsEdit": self._edit,
        }

    def _insert(self, records: Sequence[Record]) -> dict[int, str]:
        """Insert up to 200 a request, each on its own; index to problem for those refused."""
        problems: dict[int, str] = {}
        for start in range(0, len(records), MAX_COLLECTION):
            results = insert(self._client, records[start : start + MAX_COLLECTION])
            for offset, result in enumerate(results):
                problem = _row_problem(result)
                if problem is not None:
                    problems[start + offset] = problem
        return problems


def _row_problem(result: Mapping[str, Any]) -> str | None:
    if result.get("success") is True:
        return None
    faults = faults_of(result.get("errors"))
    if any(fault.code == "DUPLICATE_VALUE" for fault in faults):
        return None
    return refusal(faults) or "refused without a reason"
