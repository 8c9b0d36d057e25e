"""Creating, changing and deleting records of a Salesforce org through its API."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from sandbox.salesforce_org import Org
from sandbox.salesforce_schema import UNIQUE, Record, SalesforceFault, iso, missing_column
from sandbox.salesforce_values import STANDARD, checked

Interrupt = Callable[[str], None]
SERVER_SIDE = {"Id", "IsDeleted", "CreatedDate", "CreatedById", "LastModifiedDate",
               "LastModifiedById", "SystemModstamp", "IsClosed", "IsWon"}  # fmt: skip
DEFAULTS = {"Task": {"Status": "Not Started", "Priority": "Normal", "TaskSubtype": "Task"}}


def create(org: Org, table: str, values: Record) -> str:
    """Create a record through the API; its id."""
    if table in UNIQUE:
        return _grant(org, table, values)
    org.check_table(table)
    if table != "Task" and table not in org.objects:
        raise SalesforceFault(404, "NOT_FOUND", "The requested resource does not exist")
    if not org.may(table, "Create"):
        raise SalesforceFault(403, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights")
    kept = _checked(org, table, values)
    _check_unique(org, table, kept)
    _check_links(org, table, kept)
    moment = iso(org.now())
    return org.insert(
        table,
        **{"OwnerId": org.run_as, "IsDeleted": False, **DEFAULTS.get(table, {}), **kept},
        CreatedDate=moment, CreatedById=org.run_as, LastModifiedDate=moment,
        LastModifiedById=org.run_as, SystemModstamp=moment,
    )  # fmt: skip


def update(
    org: Org, table: str, record_id: str, values: Record, unless: str | None, interrupt: Interrupt
) -> None:
    """Change a record through the API, all values or none; ``unless`` it changed since."""
    if table in ("FieldPermissions", "ObjectPermissions"):
        org.tables[table][record_id].update(values)
        return
    org.check_table(table)
    record = org.live(table, record_id)
    since = _since(unless)
    if not org.may(table, "Edit"):
        raise SalesforceFault(403, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights")
    interrupt(record["Id"])
    if record["Id"][:15] in org.locked:
        message = "unable to obtain exclusive access to this record or 1 records"
        raise SalesforceFault(400, "UNABLE_TO_LOCK_ROW", message)
    record = org.live(table, record_id)
    if org.ignores_conditions:
        since = None
    if since is not None and datetime.fromisoformat(record["LastModifiedDate"]) > since:
        raise SalesforceFault(412, "PRECONDITION_FAILED", "The record was modified since")
    kept = _checked(org, table, values)
    for rule in org.rules:
        message = rule({**record, **kept}) or ""
        if message:
            raise SalesforceFault(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", message)
    org.change(table, record, kept, org.run_as)


def delete(org: Org, table: str, record_id: str) -> None:
    """Move a record to the recycle bin through the API."""
    record = org.live(table, record_id)
    if not org.may(table, "Delete"):
        raise SalesforceFault(403, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights")
    org.discard(table, record)


def _since(header: str | None) -> datetime | None:
    if header is None:
        return None
    try:
        return parsedate_to_datetime(header).astimezone(UTC)
    except (TypeError, ValueError) as error:
        raise SalesforceFault(400, "INVALID_HTTP_HEADER", "If-Unmodified-Since") from error


def _checked(org: Org, table: str, values: Record) -> Record:
    kept = {}
    for name, value in values.items():
        metadata = org.custom[table].get(name)
        if name == "CallDurationInSeconds" and not org.call_center:
            raise missing_column(table, name)
        if metadata is None and name not in org.columns[table]:
            raise missing_column(table, name)
        readable, editable = org.grants(table, name) if metadata else (True, True)
        if not readable:
            raise missing_column(table, name)
        if not editable or name in SERVER_SIDE:
            message = (
                f"Unable to create/update fields: {name}. Please check the security settings of "
                "this field and verify that it is read/write for your profile or permission set."
            )
            raise SalesforceFault(400, "INVALID_FIELD_FOR_INSERT_UPDATE", message, (name,))
        rule = metadata or STANDARD.get((table, name)) or _name_rule(org, table, name)
        kept[name] = checked(rule, name, value)
    return kept


def _name_rule(org: Org, table: str, name: str) -> Record | None:
    of_ours = name == "Name" and table in org.objects
    return {"type": "Text", "label": "Name", "length": 80} if of_ours else None


def _check_unique(org: Org, table: str, kept: Record) -> None:
    for (of, name), keys in org.keys.items():
        value = kept.get(name) if of == table else None
        if isinstance(value, str) and org.key(table, name, value) in keys:
            there = keys[org.key(table, name, value)]
            message = f"duplicate value found: {name} duplicates value on record with id: {there}"
            raise SalesforceFault(400, "DUPLICATE_VALUE", message, (name,))


def _check_links(org: Org, table: str, kept: Record) -> None:
    for name in ("OwnerId", "WhatId", "WhoId"):
        value = kept.get(name)
        if value is None:
            continue
        found = org.found(value)
        if found is None:
            raise SalesforceFault(
                400, "MALFORMED_ID", f"{name}: id value of incorrect type", (name,)
            )
        if found[1]["Id"] in org.deleted:
            raise SalesforceFault(400, "ENTITY_IS_DELETED", "entity is deleted", (name,))
        if name == "OwnerId" and not found[1].get("IsActive"):
            message = "operation performed with inactive user"
            raise SalesforceFault(400, "INACTIVE_OWNER_OR_USER", message, (name,))
        if name == "OwnerId" and not org.may_own(found[1]["Id"], table):
            message = "You can't assign this record to a user without read permission"
            raise SalesforceFault(400, "TRANSFER_REQUIRES_READ", message, (name,))


def _grant(org: Org, table: str, values: Record) -> str:
    unique = UNIQUE[table]
    if any(all(row[c] == values[c] for c in unique) for row in org.tables[table].values()):
        raise SalesforceFault(400, "DUPLICATE_VALUE", "duplicate value found", unique)
    if table == "FieldPermissions":
        of, _, field = values["Field"].partition(".")
        if of != values["SobjectType"] or field not in org.custom.get(of, {}):
            message = f"Field Name: bad value for restricted picklist field: {values['Field']}"
            raise SalesforceFault(400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", message)
    if table == "ObjectPermissions" and values["SobjectType"] not in org.tables:
        message = "Sobject Type Name: bad value for restricted picklist field"
        raise SalesforceFault(400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", message)
    return org.insert(table, **values)
