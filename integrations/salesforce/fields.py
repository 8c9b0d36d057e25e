"""Our custom fields as Salesforce's metadata: for the Tooling API and for the package."""

from collections.abc import Iterable, Mapping

from domain.crm import CrmField, FieldKind, RecordKind
from integrations.salesforce.objects import COMMENTS, OBJECTS, Sobject

Metadata = dict[str, object]

TYPES: Mapping[FieldKind, Mapping[str, object]] = {
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
MAX_LABEL = 40
MAX_HELP = 510
BAD_NAME = (
    "Salesforce names of custom fields end in __c, and of its own only NextStep and Description "
    "can be filled: mend config/crm_fields.yaml"
)
STANDARD: Mapping[tuple[RecordKind, str], FieldKind] = {
    (RecordKind.CALL, COMMENTS): FieldKind.LONG_TEXT,
    (RecordKind.DEAL, "NextStep"): FieldKind.TEXT,
    (RecordKind.DEAL, "Description"): FieldKind.LONG_TEXT,
}
"""Fields that Salesforce itself has and that ours may fill."""
NOT_THAT_KIND = "Salesforce's own {} is a {}: mend its kind in config/crm_fields.yaml"
NO_LONG_TEXT = (
    f"activities can have no long text field: name it {COMMENTS} (the call's own comments), "
    "or make it a text of 255 characters, in config/crm_fields.yaml"
)


def metadata(field: CrmField) -> Metadata:
    """What a field of ours is created with."""
    shown: Metadata = {**TYPES[field.kind], "label": field.label[:MAX_LABEL]}
    if field.help:
        shown["inlineHelpText"] = field.help[:MAX_HELP]
    return {**shown, "description": "Written by Reploop."}


def key_metadata(sobject: Sobject) -> Metadata:
    """Our external id: unique, and unlike itself in another case."""
    return {
        "type": "Text",
        "length": 255,
        "label": sobject.key_label,
        "externalId": True,
        "unique": True,
        "caseSensitive": True,
        "description": "Reploop's own id of this record. Do not change it.",
    }


def is_standard(field: CrmField) -> bool:
    """Whether it is a field that Salesforce itself has, so that none is created."""
    return STANDARD.get((field.on, field.name)) is field.kind


def problem_of(field: CrmField) -> str | None:
    """Why Salesforce cannot have this field at all, with the remedy; ``None`` if it can."""
    if is_standard(field):
        return None
    own = STANDARD.get((field.on, field.name))
    if own is not None:
        return NOT_THAT_KIND.format(field.name, own.value)
    if not field.name.endswith("__c"):
        return BAD_NAME
    if field.on is RecordKind.CALL and field.kind is FieldKind.LONG_TEXT:
        return NO_LONG_TEXT
    return None


def mismatch(field: CrmField, data_type: str) -> str | None:
    """Why a field that is there already will not do; ``None`` if it will."""
    if data_type.startswith(DATA_TYPES[field.kind]):
        return None
    return (
        f"exists as {data_type}, not as {TYPES[field.kind]['type']}: "
        "choose another name in config/crm_fields.yaml"
    )


def by_kind(fields: Iterable[CrmField]) -> dict[RecordKind, list[CrmField]]:
    """The fields of each kind of record that has some, in the order of ``OBJECTS``."""
    found: dict[RecordKind, list[CrmField]] = {kind: [] for kind in OBJECTS}
    for field in fields:
        found[field.on].append(field)
    return {kind: mine for kind, mine in found.items() if mine}
