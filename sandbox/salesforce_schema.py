"""Which objects and columns a Salesforce org has, how they are joined, and its kind of ids."""

from datetime import UTC, datetime
from typing import Any

Record = dict[str, Any]

AUDIT = " CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp"
COLUMNS = {
    "User": "Id Name Email Username IsActive UserType" + AUDIT,
    "Account": "Id Name Industry",
    "Contact": "Id Name Email AccountId",
    "Lead": "Id Email IsConverted ConvertedOpportunityId",
    "Opportunity": "Id Name StageName Amount CloseDate IsClosed IsWon OwnerId AccountId Type"
    " LeadSource NextStep Description LastStageChangeDate IsDeleted" + AUDIT,
    "OpportunityContactRole": "Id OpportunityId ContactId Role IsPrimary IsDeleted",
    "OpportunityHistory": "Id OpportunityId StageName Amount CloseDate Probability IsDeleted"
    " CreatedDate CreatedById SystemModstamp",
    "Task": "Id Subject WhatId WhoId OwnerId ActivityDate Status Priority TaskSubtype"
    " CallDurationInSeconds CallType Description IsDeleted" + AUDIT,
    "PermissionSet": "Id Name Label",
    "PermissionSetAssignment": "Id PermissionSetId AssigneeId",
    "FieldPermissions": "Id ParentId SobjectType Field PermissionsRead PermissionsEdit",
    "ObjectPermissions": "Id ParentId SobjectType PermissionsRead PermissionsCreate"
    " PermissionsEdit PermissionsDelete PermissionsViewAllRecords PermissionsModifyAllRecords",
}
CUSTOM_OBJECT = "Id Name OwnerId IsDeleted" + AUDIT
"""Columns that every custom object begins with."""
PREFIXES = {
    "User": "005", "Account": "001", "Contact": "003", "Lead": "00Q", "Opportunity": "006",
    "OpportunityContactRole": "00K", "OpportunityHistory": "008", "Task": "00T",
    "PermissionSet": "0PS", "PermissionSetAssignment": "0Pa", "FieldPermissions": "01k",
    "ObjectPermissions": "110", "CustomField": "00N", "Organization": "00D",
}  # fmt: skip
RELATIONS = {
    ("Opportunity", "Owner"): ("OwnerId", "User"),
    ("Opportunity", "Account"): ("AccountId", "Account"),
    ("OpportunityContactRole", "Contact"): ("ContactId", "Contact"),
    ("OpportunityContactRole", "Opportunity"): ("OpportunityId", "Opportunity"),
    ("OpportunityHistory", "Opportunity"): ("OpportunityId", "Opportunity"),
    ("Contact", "Account"): ("AccountId", "Account"),
    ("FieldPermissions", "Parent"): ("ParentId", "PermissionSet"),
    ("Task", "Owner"): ("OwnerId", "User"),
}
UNIQUE = {
    "PermissionSet": ("Name",),
    "PermissionSetAssignment": ("PermissionSetId", "AssigneeId"),
    "FieldPermissions": ("ParentId", "Field"),
    "ObjectPermissions": ("ParentId", "SobjectType"),
}
SHOWN_IN_HISTORY = ("StageName", "Amount", "CloseDate")


class SalesforceFault(Exception):
    """Answered as an array with one error."""

    def __init__(self, status: int, code: str, message: str, fields: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.entry: Record = {"message": message, "errorCode": code}
        if fields:
            self.entry["fields"] = list(fields)

    @property
    def row(self) -> Record:
        """The same as the result of one row of a collection."""
        error = {"statusCode": self.entry["errorCode"], "message": self.entry["message"]}
        return {"success": False, "errors": [{**error, "fields": self.entry.get("fields", [])}]}


def missing_column(table: str, name: str) -> SalesforceFault:
    """What a column that is not there, or not there for us, is answered with."""
    return SalesforceFault(
        400,
        "INVALID_FIELD",
        f"\nERROR at Row:1:Column:1\nNo such column '{name}' on entity '{table}'. If you are "
        "attempting to use a custom field, be sure to append the '__c' after the custom field "
        "name. Please reference your WSDL or the describe call for the appropriate names.",
    )


def attributes(table: str, record_id: str) -> Record:
    """What stands first in every record."""
    return {"type": table, "url": f"/services/data/v62.0/sobjects/{table}/{record_id}"}


def iso(moment: datetime) -> str:
    """As Salesforce writes moments; it keeps whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000+0000")


def same_id(one: Any, other: Any) -> bool:
    """Ids are equal in their first 15 characters."""
    return isinstance(one, str) and isinstance(other, str) and one[:15] == other[:15]


def with_suffix(short: str) -> str:
    """The 18-character form of a 15-character id: three characters encode its capitals."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
    parts = (short[0:5], short[5:10], short[10:15])
    return short + "".join(
        letters[sum(1 << i for i, c in enumerate(part) if c.isupper())] for part in parts
    )
