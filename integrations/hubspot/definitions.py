"""How our objects, groups and properties are defined at HubSpot: the bodies as they are posted."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from domain.crm import CrmField, FieldKind, RecordKind

GROUP = "reploop"
GROUP_LABEL = "Reploop"
SNAPSHOT = "reploop_snapshot"
"""Name of our object for weekly skill snapshots."""
OBJECTS: Mapping[RecordKind, str] = {RecordKind.DEAL: "deals", RecordKind.CALL: "calls"}
"""HubSpot's names of the objects that are in every account."""
KEYS: Mapping[RecordKind, str] = {
    RecordKind.CALL: "reploop_call_id",
    RecordKind.SNAPSHOT: "reploop_key",
}
"""The unique property that holds our key, where we create records."""
TITLE = "reploop_title"
TYPES: Mapping[FieldKind, tuple[str, str]] = {
    FieldKind.NUMBER: ("number", "number"),
    FieldKind.TEXT: ("string", "text"),
    FieldKind.LONG_TEXT: ("string", "textarea"),
    FieldKind.DATE: ("date", "date"),
    FieldKind.URL: ("string", "text"),
}
"""HubSpot's (type, fieldType) for each kind."""
Definition = dict[str, Any]


def property_of(field: CrmField, group: str | None = GROUP) -> Definition:
    """The definition of a field of ours."""
    kind, field_type = TYPES[field.kind]
    definition: Definition = {
        "name": field.name,
        "label": field.label,
        "description": field.help,
        "type": kind,
        "fieldType": field_type,
        "formField": False,
    }
    return definition if group is None else {**definition, "groupName": group}


def key_of(kind: RecordKind, group: str | None = GROUP) -> Definition:
    """The definition of the property that holds our key."""
    help_text = "Reploop's own id of this record. Do not change it."
    field = CrmField("key", KEYS[kind], "Reploop id", FieldKind.TEXT, help_text, on=kind)
    return {**property_of(field, group), "hasUniqueValue": True}


def wanted(kind: RecordKind, fields: Iterable[CrmField]) -> Sequence[Definition]:
    """All properties of ours on a kind of record."""
    ours = [property_of(field) for field in fields if field.on is kind]
    key = [key_of(kind)] if kind in KEYS and ours else []
    title = [_title()] if kind is RecordKind.SNAPSHOT and ours else []
    return [*key, *title, *ours]


def snapshot_schema(fields: Iterable[CrmField]) -> Definition:
    """Our object for weekly skill snapshots, with all its properties."""
    ours = [property_of(f, None) for f in fields if f.on is RecordKind.SNAPSHOT]
    title = {name: value for name, value in _title().items() if name != "groupName"}
    key = KEYS[RecordKind.SNAPSHOT]
    return {
        "name": SNAPSHOT,
        "labels": {"singular": "Reploop skill level", "plural": "Reploop skill levels"},
        "description": "A rep's level in one skill at the end of one week.",
        "primaryDisplayProperty": TITLE,
        "secondaryDisplayProperties": [],
        "requiredProperties": [key],
        "searchableProperties": [TITLE],
        "properties": [key_of(RecordKind.SNAPSHOT, None), title, *ours],
        "associatedObjects": [],
    }


def _title() -> Definition:
    return property_of(CrmField("title", TITLE, "Title", FieldKind.TEXT, on=RecordKind.SNAPSHOT))
