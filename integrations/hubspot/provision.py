"""Creating our properties in a group of their own, and our object; safe to repeat."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.crm import CrmField, ProvisionReport, RecordKind
from domain.errors import CredentialsRejected, WriteRefused
from integrations.hubspot.client import HubspotClient
from integrations.hubspot.contacts import cut
from integrations.hubspot.definitions import (
    GROUP,
    GROUP_LABEL,
    OBJECTS,
    SNAPSHOT,
    Definition,
    snapshot_schema,
    wanted,
)
from integrations.hubspot.errors import RowsRefused, TokenRefused
from integrations.hubspot.objects import Objects

BATCH = 100
OTHER_NAME = "choose another name in config/crm_fields.yaml"
NO_OBJECT = (
    "HubSpot refuses an object of our own: it needs an Enterprise edition and the scopes "
    "crm.schemas.custom.* and crm.objects.custom.*, or set REPLOOP_HUBSPOT_SNAPSHOTS=none"
)
ARCHIVED = "archived under this name: restore it in HubSpot"
UNSUPPORTED = "HubSpot cannot hold this: take it out of config/crm_fields.yaml"


@dataclass(slots=True)
class _Found:
    created: list[str] = field(default_factory=list)
    present: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Provisioner:
    """Brings the account to where every property exists."""

    client: HubspotClient
    objects: Objects

    def run(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """Create what is missing. A property that cannot be had is reported, not raised."""
        found = _Found()
        for kind in RecordKind:
            ours = [f for f in fields if f.on is kind]
            if ours and kind not in self.objects.kinds:
                found.failed |= {f.name: UNSUPPORTED for f in ours}
            elif ours and kind in OBJECTS:
                self._properties(OBJECTS[kind], wanted(kind, ours), found)
            elif ours:
                self._object(ours, found)
        return ProvisionReport(tuple(found.created), tuple(found.present), found.failed)

    def _object(self, fields: Sequence[CrmField], found: _Found) -> None:
        definitions = wanted(RecordKind.SNAPSHOT, fields)
        names = [str(d["name"]) for d in definitions]
        try:
            created = self.objects.snapshot() is None and self._create_object(fields)
            number = self.objects.snapshot()
        except TokenRefused:
            raise
        except (CredentialsRejected, WriteRefused) as error:
            found.failed |= dict.fromkeys(names, f"{NO_OBJECT} ({error.detail})")
            return
        if created:
            found.created += names
        elif number is None:
            found.failed |= dict.fromkeys(names, f"{SNAPSHOT}: {ARCHIVED}")
        else:
            self._properties(number, definitions, found)

    def _create_object(self, fields: Sequence[CrmField]) -> bool:
        """Whether it was us who created it, and nobody who was faster."""
        try:
            self.client.create_schema(snapshot_schema(fields))
        except RowsRefused as error:
            if not error.conflict:
                raise
            return False
        return True

    def _properties(self, kind: str, definitions: Sequence[Definition], found: _Found) -> None:
        there = self._there(kind, [str(d["name"]) for d in definitions])
        missing = []
        for definition in definitions:
            if str(definition["name"]) in there:
                _compare(definition, there[str(definition["name"])], found)
            else:
                missing.append(definition)
        if missing:
            _unless_there(lambda: self.client.create_group(kind, GROUP, GROUP_LABEL))
            self._create(kind, missing, found)

    def _there(self, kind: str, names: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
        return {
            str(found.get("name")): found
            for part in cut(names, BATCH)
            for found in self.client.properties(kind, part).results
        }

    def _create(self, kind: str, missing: Sequence[Definition], found: _Found) -> None:
        """In one request; where HubSpot refuses that, one by one to learn which."""
        made: list[str] = []
        try:
            for part in cut(missing, BATCH):
                results = self.client.create_properties(kind, part).results
                made += [str(each.get("name")) for each in results]
        except WriteRefused:
            pass
        found.created += made
        for definition in missing:
            if str(definition["name"]) not in made:
                self._create_one(kind, definition, found)

    def _create_one(self, kind: str, definition: Definition, found: _Found) -> None:
        name = str(definition["name"])
        try:
            self.client.create_property(kind, definition)
        except RowsRefused as error:
            if not error.conflict:
                found.failed[name] = error.detail
                return
            there = self._there(kind, [name])
            if name in there:  # somebody else was faster: compare theirs
                _compare(definition, there[name], found)
            else:
                found.failed[name] = ARCHIVED
        else:
            found.created.append(name)


def _compare(definition: Definition, there: Mapping[str, Any], found: _Found) -> None:
    name, kind = str(definition["name"]), definition["type"]
    if there.get("type") != kind:
        found.failed[name] = f"exists as {there.get('type')}, not as {kind}: {OTHER_NAME}"
    elif definition.get("hasUniqueValue") and not there.get("hasUniqueValue"):
        found.failed[name] = "exists without unique values: delete it in HubSpot, then again"
    else:
        found.present.append(name)


def _unless_there(create: Callable[[], None]) -> None:
    try:
        create()
    except RowsRefused as error:
        if not error.conflict:
            raise
