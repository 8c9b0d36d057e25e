"""The records of one type of object at HubSpot, with their properties and history."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sandbox.hubspot_values import HubspotFault, Record, code_against, folded, invalid, iso

MOST_UNIQUE = 10
MOST_VERSIONS = 20
"""Of one property of one record; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who changed a property."""

    type: str
    id: str


CRM_UI = Source("CRM_UI", "userId:4411")


@dataclass(frozen=True, slots=True)
class Version:
    """A value that a property had from ``at`` on."""

    at: datetime
    value: str
    source: Source


class Row(dict[str, str | None]):
    """The present values of one record by property name."""

    def __init__(self, record_id: str, created: datetime, values: Mapping[str, str | None]) -> None:
        super().__init__(values)
        self.id = record_id
        self.created = created
        self.modified = created
        self.archived_at: datetime | None = None
        self.refused = False
        """Whether a rule of the company refuses every write on it."""
        self.history: dict[str, list[Version]] = {}
        self.indexed: Record | None = None
        """What search still shows of it; ``None``: the present values."""
        self.links: list[tuple[int, str]] = []
        """Association type and the record it leads to."""


class Table:
    """One type of object. ``columns`` are HubSpot's own properties, name to type."""

    def __init__(self, name: str, type_id: str, columns: Mapping[str, str]) -> None:
        self.name = name
        self.type_id = type_id
        self.columns = dict(columns)
        self.properties: dict[str, Record] = {}
        """The company's own properties by name."""
        self.groups: set[str] = {f"{name.rstrip('s')}information"}
        self.live: dict[str, Row] = {}
        self.bin: dict[str, Row] = {}
        self.read_only: frozenset[str] = frozenset()
        self.required: tuple[str, ...] = ()
        self.modified_column = "hs_lastmodifieddate"
        self._unique: dict[str, dict[str, str]] = {}
        self._young: dict[str, Row] = {}
        """Records that search does not show as they are yet."""

    # ── properties ───────────────────────────────────────────────────────────────────────

    def definition(self, name: str) -> Record | None:
        """A property as the API shows it."""
        if name in self.properties:
            return self.properties[name]
        kind = self.columns.get(name)
        return None if kind is None else _own_definition(name, kind, f"{self.name}information")

    def define(self, body: Record, now: datetime) -> Record:
        """Create a property."""
        name = body["name"]
        unique = bool(body.get("hasUniqueValue"))
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            raise HubspotFault(400, "VALIDATION_ERROR", f"{name} is not a valid property name")
        if body["groupName"] not in self.groups:
            raise HubspotFault(400, "VALIDATION_ERROR", f"group {body['groupName']} is unknown")
        if self.definition(name) is not None:
            message = f"A property named '{name}' already exists."
            raise HubspotFault(409, "OBJECT_ALREADY_EXISTS", message)
        if unique and len(self._unique) >= MOST_UNIQUE:
            raise HubspotFault(400, "VALIDATION_ERROR", "too many unique properties")
        if unique:
            self._unique[name] = {}
        moment = iso(now)
        own: Record = {
            "options": [], "displayOrder": -1, "calculated": False, "externalOptions": False,
            "hasUniqueValue": unique, "hidden": False, "archived": False, "description": "",
            "createdAt": moment, "updatedAt": moment, "modificationMetadata": {
                "archivable": True, "readOnlyDefinition": False, "readOnlyValue": False,
            },
        }  # fmt: skip
        self.properties[name] = {**own, **body}
        return self.properties[name]

    def drop_property(self, name: str) -> None:
        """Delete a property of the company's, with all its values."""
        del self.properties[name]
        self._unique.pop(name, None)
        for row in self.live.values():
            row.pop(name, None)
            row.history.pop(name, None)

    # ── reading ──────────────────────────────────────────────────────────────────────────

    def by(self, name: str, value: str) -> Row | None:
        """The live record with this value of a unique property."""
        if name not in self._unique:
            message = f"Unable to read by non-unique {self.type_id} property {name}"
            raise HubspotFault(400, "VALIDATION_ERROR", message)
        found = self._unique[name].get(folded(value))
        return None if found is None else self.live.get(found)

    def shown(self, row: Row, names: Iterable[str], history: Iterable[str] = ()) -> Record:
        """A record as the API shows it: unknown properties are left out without a word."""
        known = [n for n in names if self.definition(n) is not None]
        always = {"hs_object_id": row.id, "createdate": iso(row.created)}
        body: Record = {
            "id": row.id,
            "properties": {
                **{n: row.get(n) for n in known},
                **always,
                self.modified_column: iso(row.modified),
            },
            "createdAt": iso(row.created),
            "updatedAt": iso(row.modified),
            "archived": row.archived_at is not None,
        }
        if row.archived_at is not None:
            body["archivedAt"] = iso(row.archived_at)
        kept = [n for n in history if self.definition(n) is not None]
        if kept:
            body["propertiesWithHistory"] = {n: _shown_history(row, n) for n in kept}
        return body

    def searched(self, now: datetime, lag: timedelta) -> Iterator[Row]:
        """The live records as search sees them: ``lag`` late."""
        for key, row in list(self._young.items()):
            if row.modified <= now - lag:
                row.indexed = None
                del self._young[key]
        for row in self.live.values():
            if row.indexed is None:
                yield row
            elif row.indexed:
                yield Row(row.id, row.created, row.indexed)

    # ── writing ──────────────────────────────────────────────────────────────────────────

    def problem(self, values: Mapping[str, Any], row: Row | None) -> HubspotFault | None:
        """What HubSpot says against these values for a record (``None``: a new one)."""
        if row is not None and row.refused:
            return invalid([(next(iter(values)), "CUSTOM_VALIDATION", "a rule: no")])
        found = [p for n, v in values.items() if (p := self._value_problem(n, v)) is not None]
        if row is None:
            lacking = [name for name in self.required if not values.get(name)]
            found += [(name, "REQUIRED_FIELD", f"{name} is required") for name in lacking]
        if found:
            return invalid(found)
        for name, index in self._unique.items():
            holder = index.get(folded(values.get(name) or ""))
            if holder is not None and (row is None or holder != row.id):
                message = f"{name} has to be unique. Existing ID: {holder}"
                return HubspotFault(409, "CONFLICT", message)
        return None

    def add(self, row: Row, source: Source, *, indexed: bool = False) -> Row:
        """Take in a new record; ``indexed``: search knows it at once."""
        self.live[row.id] = row
        for name, value in row.items():
            if name in self._unique and value:
                self._unique[name][folded(value)] = row.id
            if name in self.properties and value:
                row.history[name] = [Version(row.created, value, source)]
        if not indexed:
            row.indexed = {}
            self._young[row.id] = row
        return row

    def change(self, row: Row, values: Mapping[str, str], now: datetime, source: Source) -> bool:
        """Set properties; whether anything is different now."""
        if row.indexed is None:
            row.indexed = dict(row)
            self._young[row.id] = row
        changed = False
        for name, value in values.items():
            before = row.get(name) or ""
            if before != value:
                changed = True
                self._set(row, name, value, Version(now, value, source))
        if changed:
            row.modified = now
            row[self.modified_column] = iso(now)
        return changed

    def _set(self, row: Row, name: str, value: str, version: Version) -> None:
        before = row.get(name)
        if name not in row.history:
            first = [Version(row.created, before, CRM_UI)] if before else []
            row.history[name] = first
        row.history[name].append(version)
        del row.history[name][:-MOST_VERSIONS]
        if name in self._unique:
            self._unique[name].pop(folded(before or ""), None)
            if value:
                self._unique[name][folded(value)] = row.id
        row[name] = value or None

    def archive(self, record_id: str, now: datetime) -> None:
        """Move a record to the recycling bin; one that is not there is none."""
        row = self.live.pop(record_id, None)
        if row is None:
            return
        row.archived_at = now
        self.bin[record_id] = row
        self._young.pop(record_id, None)
        for name, index in self._unique.items():
            index.pop(folded(row.get(name) or ""), None)

    def _value_problem(self, name: str, value: Any) -> tuple[str, str, str] | None:
        definition = self.definition(name)
        if definition is None:
            return name, "PROPERTY_DOESNT_EXIST", f'Property "{name}" does not exist'
        if name in self.read_only:
            return name, "READ_ONLY_VALUE", f'"{name}" is a read only property'
        if not isinstance(value, str):
            return name, "INVALID_TYPE", f"{name} must be a string"
        code = code_against(definition["type"], value)
        return None if code is None else (name, code, f"{value} was not a valid {name}")


def _own_definition(name: str, kind: str, group: str) -> Record:
    return {
        "name": name, "label": name, "description": "", "groupName": group, "type": kind,
        "fieldType": "text", "options": [], "hubspotDefined": True, "hasUniqueValue": False,
        "archived": False,
    }  # fmt: skip


def _shown_history(row: Row, name: str) -> list[Record]:
    """Newest first."""
    versions = row.history.get(name)
    if versions is None:
        value = row.get(name)
        versions = [Version(row.created, value, CRM_UI)] if value else []
    return [
        {
            "value": version.value,
            "timestamp": iso(version.at),
            "sourceType": version.source.type,
            "sourceId": version.source.id,
        }
        for version in reversed(versions)
    ]
