"""What an administrator does with a metadata package: deploy it into the org.

Files are in the metadata format: ``package.xml``, ``objects/…``, ``permissionsets/…``.
"""

import io
import json
import zipfile
from collections.abc import Mapping
from email.parser import BytesParser
from xml.etree import ElementTree as ET

from sandbox.salesforce_fields import define, table_of
from sandbox.salesforce_org import Org
from sandbox.salesforce_schema import Record, SalesforceFault

NAMESPACE = "{http://soap.sforce.com/2006/04/metadata}"
FOLDERS = {"CustomObject": ("objects", ".object"), "CustomTab": ("tabs", ".tab"),
           "PermissionSet": ("permissionsets", ".permissionset")}  # fmt: skip
STANDARD_OBJECTS = {"Opportunity", "Activity", "User"}
LIST_COLUMNS = {"NAME", "OWNER.ALIAS", "OPPORTUNITY.NAME", "ACCOUNT.NAME", "OPPORTUNITY.AMOUNT",
                "OPPORTUNITY.STAGE_NAME", "OPPORTUNITY.CLOSE_DATE", "CORE.USERS.ALIAS"}  # fmt: skip
OBJECT_RIGHTS = {
    "allowRead": "PermissionsRead", "allowCreate": "PermissionsCreate",
    "allowEdit": "PermissionsEdit", "allowDelete": "PermissionsDelete",
    "viewAllRecords": "PermissionsViewAllRecords",
    "modifyAllRecords": "PermissionsModifyAllRecords",
}  # fmt: skip


class DeployFailed(Exception):
    """The package is refused as a whole; the text says which component and why."""


def deploy(org: Org, files: Mapping[str, str]) -> None:
    """Bring the org to what the package says. Raises ``DeployFailed``."""
    try:
        trees = {path: ET.fromstring(text) for path, text in files.items()}
    except ET.ParseError as error:
        raise DeployFailed(f"not well-formed XML: {error}") from error
    listed = _listed(trees["package.xml"])
    if listed != set(files) - {"package.xml"}:
        raise DeployFailed(
            f"package.xml and files differ: {listed ^ (set(files) - {'package.xml'})}"
        )
    for path in sorted(listed):
        if path.startswith("objects/"):
            _object(org, path.removeprefix("objects/").removesuffix(".object"), trees[path])
    for path in sorted(listed):
        if path.startswith("permissionsets/"):
            _permission_set(org, path.split("/")[1].removesuffix(".permissionset"), trees[path])
        if path.startswith("tabs/") and path[5:-4] not in org.objects:
            raise DeployFailed(f"{path}: no such object")


def archived(body: bytes, content_type: str) -> Mapping[str, str]:
    """The files in the zip archive of a multipart body. Raises ``DeployFailed``."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    parts = {
        part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
        for part in BytesParser().parsebytes(head + body).walk()
        if not part.is_multipart()
    }
    options, archive = parts.get("json"), parts.get("file")
    if not isinstance(options, bytes) or not isinstance(archive, bytes):
        raise DeployFailed("no part json or file")
    if json.loads(options)["deployOptions"].get("singlePackage") is not True:
        raise DeployFailed("package.xml is looked for in folders")
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def _listed(package: ET.Element) -> set[str]:
    found = set()
    for kind in package.iter(f"{NAMESPACE}types"):
        folder, suffix = FOLDERS[_text(kind, "name")]
        found |= {f"{folder}/{m.text}{suffix}" for m in kind.iter(f"{NAMESPACE}members")}
    return found


def _object(org: Org, name: str, tree: ET.Element) -> None:
    if name.endswith("__c"):
        if (
            _text(tree, "deploymentStatus") != "Deployed"
            or tree.find(f"{NAMESPACE}nameField") is None
        ):
            raise DeployFailed(f"{name}: deploymentStatus and nameField are required")
        org.add_object(name, _text(tree, "sharingModel"))
    elif name not in STANDARD_OBJECTS:
        raise DeployFailed(f"{name}: no such object")
    for each in tree.iter(f"{NAMESPACE}fields"):
        metadata = _metadata(each)
        field = str(metadata.pop("fullName"))
        try:
            if field not in org.custom[table_of(name)]:
                define(org, name, field, metadata)
        except SalesforceFault as fault:
            raise DeployFailed(f"{name}.{field}: {fault}") from fault
    _check_views(org, name, tree)


def _check_views(org: Org, name: str, tree: ET.Element) -> None:
    known = set(org.custom[table_of(name)]) | LIST_COLUMNS
    for view in tree.iter(f"{NAMESPACE}listViews"):
        columns = [c.text or "" for c in view.iter(f"{NAMESPACE}columns")]
        unknown = [c for c in columns if c not in known]
        if unknown or len(columns) > 15:
            raise DeployFailed(f"{name}: list view with unknown or too many columns: {unknown}")


def _metadata(each: ET.Element) -> Record:
    found: Record = {}
    for child in each:
        value = child.text or ""
        name = child.tag.removeprefix(NAMESPACE)
        found[name] = (
            int(value) if value.isdigit() else {"true": True, "false": False}.get(value, value)
        )
    return found


def _permission_set(org: Org, name: str, tree: ET.Element) -> None:
    sets = org.tables["PermissionSet"]
    parent = next((i for i, s in sets.items() if s["Name"] == name), None)
    if parent is None:
        parent = org.insert("PermissionSet", Name=name, Label=_text(tree, "label"))
    for each in tree.iter(f"{NAMESPACE}fieldPermissions"):
        table, _, field = _text(each, "field").partition(".")
        if field not in org.custom.get(table, {}):
            raise DeployFailed(f"{name}: no field {table}.{field}")
        _put(org, "FieldPermissions", parent, table, {
            "Field": f"{table}.{field}", "PermissionsRead": _text(each, "readable") == "true",
            "PermissionsEdit": _text(each, "editable") == "true",
        })  # fmt: skip
    for each in tree.iter(f"{NAMESPACE}objectPermissions"):
        rights = {column: _text(each, tag) == "true" for tag, column in OBJECT_RIGHTS.items()}
        table = _text(each, "object")
        if table not in org.tables:
            raise DeployFailed(f"{name}: no object {table}")
        _put(org, "ObjectPermissions", parent, table, rights)


def _put(org: Org, kind: str, parent: str, table: str, values: Record) -> None:
    unique = values.get("Field", table)
    for row in org.tables[kind].values():
        if row["ParentId"] == parent and row.get("Field", row["SobjectType"]) == unique:
            row.update(values)
            return
    org.insert(kind, ParentId=parent, SobjectType=table, **values)


def _text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{NAMESPACE}{name}") or ""
