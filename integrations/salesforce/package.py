"""The metadata package of our fields, for teams that review and deploy changes themselves.

Everything that ``provision`` creates is in it, the object of skill snapshots (which only a
deployment can create), a permission set for people who read, and list views.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from domain.crm import CrmField, FieldKind, RecordKind
from integrations.salesforce.fields import (
    Metadata,
    by_kind,
    is_standard,
    key_metadata,
    metadata,
    problem_of,
)
from integrations.salesforce.grants import READERS
from integrations.salesforce.objects import OBJECTS, SNAPSHOT_OBJECT

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://soap.sforce.com/2006/04/metadata"
API_VERSION = "62.0"
LISTED = (FieldKind.NUMBER, FieldKind.TEXT, FieldKind.DATE, FieldKind.URL)
MAX_COLUMNS = 15
Element = tuple[str, "str | Sequence[Element]"]


def package_files(fields: Sequence[CrmField], permission_set: str) -> Mapping[str, str]:
    """Path in the package to text, for these fields and the records that we create.

    Fields that Salesforce cannot have are left out; ``provision`` says why.
    """
    custom = [f for f in fields if problem_of(f) is None and not is_standard(f)]
    mine = by_kind(custom)
    objects = {
        OBJECTS[kind].entity: _object(kind, mine.get(kind, []))
        for kind in OBJECTS
        if OBJECTS[kind].key or kind in mine
    }
    reader = permission_set + READERS
    files = {f"objects/{name}.object": text for name, text in objects.items()}
    files[f"permissionsets/{permission_set}.permissionset"] = _permissions(
        mine, permission_set, "Reploop reads and writes its fields with this set.", edit=True
    )
    files[f"permissionsets/{reader}.permissionset"] = _permissions(
        mine, reader, "Shows Reploop's fields, and a rep's own skill snapshots.", edit=False
    )
    files |= _tab()
    files["package.xml"] = _manifest(objects, (permission_set, reader))
    return dict(sorted(files.items()))


def object_files() -> Mapping[str, str]:
    """The object of skill snapshots alone, with our key on it and its tab."""
    return {
        "package.xml": _manifest((SNAPSHOT_OBJECT,), ()),
        f"objects/{SNAPSHOT_OBJECT}.object": _object(RecordKind.SNAPSHOT, ()),
        **_tab(),
    }


def _tab() -> dict[str, str]:
    elements: list[Element] = [("customObject", "true"), ("motif", "Custom53: Bell")]
    return {f"tabs/{SNAPSHOT_OBJECT}.tab": _document("CustomTab", elements)}


def _object(kind: RecordKind, fields: Sequence[CrmField]) -> str:
    sobject = OBJECTS[kind]
    definitions = [(f.name, metadata(f)) for f in fields]
    if sobject.key:
        definitions.insert(0, (sobject.key, key_metadata(sobject)))
    elements: list[Element] = [("fields", list(_field(*each))) for each in definitions]
    columns = [f.name for f in fields if f.kind in LISTED]
    if kind is RecordKind.DEAL and columns:
        elements.append(("listViews", _deal_view(columns)))
    if kind is RecordKind.SNAPSHOT:
        elements = [*_SNAPSHOT_HEAD, *elements, ("listViews", _snapshot_view(columns))]
        elements += _SNAPSHOT_TAIL
    return _document("CustomObject", elements)


_SNAPSHOT_HEAD: tuple[Element, ...] = (
    ("deploymentStatus", "Deployed"),
    ("description", "A rep's level in one skill at the end of one week. Written by Reploop."),
    ("enableReports", "true"),
    ("enableSearch", "false"),
)
_SNAPSHOT_TAIL: tuple[Element, ...] = (
    ("label", "Skill Snapshot (Reploop)"),
    ("nameField", (("label", "Snapshot"), ("type", "Text"))),
    ("pluralLabel", "Skill Snapshots (Reploop)"),
    ("sharingModel", "Private"),
)


def _field(name: str, definition: Metadata) -> Iterator[Element]:
    yield "fullName", name
    for key, value in sorted(definition.items()):
        yield key, str(value).lower() if isinstance(value, bool) else str(value)


def _deal_view(columns: Sequence[str]) -> Sequence[Element]:
    own = ("OPPORTUNITY.NAME", "ACCOUNT.NAME", "OPPORTUNITY.STAGE_NAME", "OPPORTUNITY.AMOUNT",
           "OPPORTUNITY.CLOSE_DATE", "CORE.USERS.ALIAS")  # fmt: skip
    return (
        ("fullName", "Reploop_Open_Deals"),
        *(("columns", column) for column in (*own, *columns)[:MAX_COLUMNS]),
        ("filterScope", "Everything"),
        ("filters", (("field", "OPPORTUNITY.CLOSED"), ("operation", "equals"), ("value", "0"))),
        ("label", "Open deals with Reploop"),
    )


def _snapshot_view(columns: Sequence[str]) -> Sequence[Element]:
    return (
        ("fullName", "All"),
        *(("columns", column) for column in ("NAME", "OWNER.ALIAS", *columns)[:MAX_COLUMNS]),
        ("filterScope", "Everything"),
        ("label", "All"),
    )


def _permissions(
    mine: Mapping[RecordKind, Sequence[CrmField]], name: str, what: str, *, edit: bool
) -> str:
    full = str(edit).lower()
    shown = sorted(
        f"{OBJECTS[kind].name}.{field_name}"
        for kind in OBJECTS
        for field_name in (
            *([OBJECTS[kind].key] if OBJECTS[kind].key else []),
            *(f.name for f in mine.get(kind, [])),
        )
    )
    granted: list[Element] = [
        ("fieldPermissions", (("editable", full), ("field", field), ("readable", "true")))
        for field in shown
    ]
    rights = ("allowCreate", "allowDelete", "allowEdit", "modifyAllRecords", "viewAllRecords")
    on_object: list[Element] = [
        *((right, full) for right in rights), ("allowRead", "true"), ("object", SNAPSHOT_OBJECT),
    ]  # fmt: skip
    return _document(
        "PermissionSet",
        [
            ("description", what),
            *granted,
            ("hasActivationRequired", "false"),
            ("label", name.replace("_", " ")),
            ("objectPermissions", sorted(on_object)),
            ("tabSettings", (("tab", SNAPSHOT_OBJECT), ("visibility", "Visible"))),
        ],
    )


def _manifest(objects: Iterable[str], permission_sets: Sequence[str]) -> str:
    kinds = {
        "CustomObject": sorted(objects),
        "CustomTab": [SNAPSHOT_OBJECT],
        "PermissionSet": sorted(permission_sets),
    }
    elements: list[Element] = [
        ("types", [*(("members", member) for member in members), ("name", kind)])
        for kind, members in kinds.items()
        if members
    ]
    return _document("Package", [*elements, ("version", API_VERSION)])


def _document(root: str, elements: Sequence[Element]) -> str:
    body = "".join(_shown(element, "    ") for element in elements)
    return f'{HEAD}<{root} xmlns="{NAMESPACE}">\n{body}</{root}>\n'


def _shown(element: Element, indent: str) -> str:
    name, value = element
    if isinstance(value, str):
        return f"{indent}<{name}>{escape(value)}</{name}>\n"
    inner = "".join(_shown(child, indent + "    ") for child in value)
    return f"{indent}<{name}>\n{inner}{indent}</{name}>\n"
