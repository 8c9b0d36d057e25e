"""How HubSpot calls each kind of record: our own object has a number of the account's."""

import threading
from dataclasses import dataclass, field

from domain.crm import RecordKind
from domain.errors import WriteRefused
from integrations.hubspot.client import HubspotClient
from integrations.hubspot.contacts import records
from integrations.hubspot.definitions import OBJECTS, SNAPSHOT
from integrations.hubspot.errors import SLUG
from integrations.hubspot.settings import HubspotSettings, Snapshots


@dataclass(slots=True)
class Objects:
    """Kinds of record as they stand in addresses."""

    client: HubspotClient
    settings: HubspotSettings
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _snapshot: str | None = None

    @property
    def kinds(self) -> frozenset[RecordKind]:
        """What this account can hold. HubSpot's users take no fields of others."""
        own = self.settings.snapshots is Snapshots.CUSTOM_OBJECT
        return frozenset({*OBJECTS, *((RecordKind.SNAPSHOT,) if own else ())})

    def name(self, kind: RecordKind) -> str:
        """As it stands in addresses. Raises ``WriteRefused`` for a kind that is not there."""
        if kind in OBJECTS:
            return OBJECTS[kind]
        if kind not in self.kinds:
            raise WriteRefused(SLUG, f"HubSpot holds no {kind} here: {_REMEDY}")
        found = self.snapshot()
        if found is None:
            raise WriteRefused(SLUG, f"{SNAPSHOT} is missing. Run `reploop crm provision`")
        return found

    def snapshot(self) -> str | None:
        """The number of our own object, if the account has it; asked for until it has."""
        with self._lock:
            if self._snapshot is None:
                for schema in records(self.client.schemas()):
                    if schema.get("name") == SNAPSHOT and schema.get("objectTypeId"):
                        self._snapshot = str(schema["objectTypeId"])
            return self._snapshot


_REMEDY = f"set REPLOOP_HUBSPOT_SNAPSHOTS={Snapshots.CUSTOM_OBJECT}"
