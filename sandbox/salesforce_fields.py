"""Custom fields of the Salesforce sandbox, and who may see them."""

from sandbox.salesforce_org import Org, Record, SalesforceFault
from sandbox.soql import Query


def create_field(org: Org, body: Record) -> str:
    """Define a custom field on Opportunity; its id."""
    name = str(body["FullName"]).removeprefix("Opportunity.")
    if not name.endswith("__c"):
        raise SalesforceFault(400, "FIELD_INTEGRITY_EXCEPTION", "Invalid fullName", ("FullName",))
    if name in org.custom:
        message = f"There is already a field named {name.removesuffix('__c')} on Opportunity."
        raise SalesforceFault(400, "DUPLICATE_DEVELOPER_NAME", message, ("DeveloperName",))
    org.custom[name] = dict(body["Metadata"])
    return org.new_id("CustomField")


def field_definitions(org: Org, query: Query) -> list[Record]:
    """Rows of FieldDefinition that match; hidden fields are shown here too."""
    if query.table != "FieldDefinition":
        raise SalesforceFault(400, "INVALID_TYPE", f"'{query.table}' is not supported.")
    return [_definition(name, found) for name, found in org.custom.items() if _asked(query, name)]


UNIQUE = {
    "PermissionSet": ("Name",),
    "PermissionSetAssignment": ("PermissionSetId", "AssigneeId"),
    "FieldPermissions": ("ParentId", "Field"),
}


def insert(org: Org, table: str, values: Record) -> str:
    """Create a permission set, an assignment or a grant; its id."""
    if table not in UNIQUE:
        raise SalesforceFault(404, "NOT_FOUND", "The requested resource does not exist")
    unique = UNIQUE[table]
    if any(all(row[c] == values[c] for c in unique) for row in org.tables[table].values()):
        raise SalesforceFault(400, "DUPLICATE_VALUE", "duplicate value found", unique)
    if table == "FieldPermissions":
        field = values["Field"]
        if field.removeprefix("Opportunity.") not in org.custom:
            message = f"Field Name: bad value for restricted picklist field: {field}"
            raise SalesforceFault(400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", message)
    return org.insert(table, **values)


def _asked(query: Query, name: str) -> bool:
    values = {"QualifiedApiName": name, "EntityDefinition.QualifiedApiName": "Opportunity"}
    return all(values.get(c.path) in c.values for c in query.conditions)


def _definition(name: str, metadata: Record) -> Record:
    match metadata["type"]:
        case "Number":
            scale = metadata.get("scale", 0)
            shown = f"Number({metadata.get('precision', 18) - scale}, {scale})"
        case "Text":
            shown = f"Text({metadata['length']})"
        case "LongTextArea":
            shown = f"Long Text Area({metadata['length']})"
        case "Url":
            shown = "URL(255)"
        case other:
            shown = str(other)
    return {
        "attributes": {"type": "FieldDefinition"},
        "QualifiedApiName": name,
        "DataType": shown,
    }
