"""The Tooling API of the Salesforce sandbox: creating custom fields, and looking at them."""

from sandbox.salesforce_org import Org
from sandbox.salesforce_schema import Record, SalesforceFault
from sandbox.soql import Query


def table_of(entity: str) -> str:
    """Where the fields of a metadata object stand: those of Activity are seen on tasks."""
    return "Task" if entity == "Activity" else entity


def create_field(org: Org, body: Record) -> str:
    """Define a custom field; its id."""
    entity, _, name = str(body["FullName"]).partition(".")
    if entity == "Task" or table_of(entity) not in org.tables:
        message = f"Entity Enumeration Or ID: bad value for restricted picklist field: {entity}"
        raise SalesforceFault(400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", message)
    if not name.endswith("__c"):
        raise SalesforceFault(400, "FIELD_INTEGRITY_EXCEPTION", "Invalid fullName", ("FullName",))
    define(org, entity, name, dict(body["Metadata"]))
    return org.new_id("CustomField")


def define(org: Org, entity: str, name: str, metadata: Record) -> None:
    """Create a field, as the API or a deployment does. Raises ``SalesforceFault``."""
    table = table_of(entity)
    if name in org.custom[table]:
        message = f"There is already a field named {name.removesuffix('__c')} on {entity}."
        raise SalesforceFault(400, "DUPLICATE_DEVELOPER_NAME", message, ("DeveloperName",))
    if entity == "Activity" and metadata["type"] == "LongTextArea":
        message = "Can not create a field of type Long Text Area on this entity"
        raise SalesforceFault(400, "FIELD_INTEGRITY_EXCEPTION", message, ("Metadata",))
    if metadata["type"] == "LongTextArea" and not (
        metadata.get("length") and metadata.get("visibleLines")
    ):
        message = "Long Text Area needs length and visibleLines"
        raise SalesforceFault(400, "FIELD_INTEGRITY_EXCEPTION", message, ("Metadata",))
    org.add_field(table, name, metadata)


def definitions(org: Org, query: Query) -> list[Record]:
    """Rows of EntityDefinition or FieldDefinition; what is hidden from us is shown here too."""
    if query.table == "EntityDefinition":
        names = [str(v) for c in query.conditions for v in c.values]
        return [{"attributes": {"type": query.table}, "QualifiedApiName": name}
                for name in names if name in org.tables]  # fmt: skip
    if query.table != "FieldDefinition":
        raise SalesforceFault(400, "INVALID_TYPE", f"'{query.table}' is not supported.")
    entities = [c for c in query.conditions if c.path == "EntityDefinition.QualifiedApiName"]
    if not entities:
        message = "FieldDefinition: a filter on EntityDefinition is required"
        raise SalesforceFault(400, "MALFORMED_QUERY", message)
    return [
        _definition(entity, name, metadata)
        for entity in map(str, entities[0].values)
        for name, metadata in org.custom.get(entity, {}).items()
        if all(name in c.values for c in query.conditions if c.path == "QualifiedApiName")
    ]


def _definition(entity: str, name: str, metadata: Record) -> Record:
    match metadata["type"]:
        case "Number":
            scale = metadata.get("scale", 0)
            shown = f"Number({metadata.get('precision', 18) - scale}, {scale})"
        case "Text":
            external = "(External ID)" if metadata.get("externalId") else ""
            unique = "(Unique Case Sensitive)" if metadata.get("unique") else ""
            shown = " ".join(f"Text({metadata['length']}) {external} {unique}".split())
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
        "EntityDefinition": {"QualifiedApiName": entity},
    }
