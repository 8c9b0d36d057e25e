"""Our fields on records: read, written, and the records that we make ourselves."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.crm import (
    CallRecord,
    CrmField,
    NewRecord,
    RecordKind,
    RecordNow,
    RecordWrite,
    RowResult,
    RowState,
)
from domain.errors import WriteRefused
from integrations.hubspot import values
from integrations.hubspot.batches import Rows
from integrations.hubspot.client import Batch, Body, HubspotClient
from integrations.hubspot.contacts import BATCH, Contacts, complete, cut
from integrations.hubspot.definitions import KEYS, TITLE
from integrations.hubspot.directory import Directory
from integrations.hubspot.errors import CONFLICT, REMEDIES, SLUG, RowsRefused
from integrations.hubspot.objects import Objects

CALL_TO_DEAL, CALL_TO_CONTACT = 206, 194
"""HubSpot's own association types."""


@dataclass(slots=True)
class Records:
    """Records of every kind that HubSpot can hold for us."""

    client: HubspotClient
    objects: Objects
    contacts: Contacts
    directory: Directory
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _defined: set[tuple[str, str]] = field(default_factory=set)

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> Mapping[str, RecordNow]:
        """See ``Crm.read``. A deal that was merged away is left out: it has another id now."""
        name = self.objects.name(kind)
        found: dict[str, RecordNow] = {}
        for record in complete(self.client.read(name, ids, [f.name for f in fields])):
            given = values.properties_of(record)
            missing = [f.name for f in fields if f.name not in given]
            if missing:
                self._check_defined(name, missing)
            now = {f.name: values.read(f, given.get(f.name)) for f in fields}
            found[str(record["id"])] = RecordNow(now)
        return {key: found[key] for key in ids if key in found}

    def write(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.write``."""
        name = self.objects.name(kind)
        known = {field.name for field in fields}
        bodies = {
            row.id: {n: values.written(v) for n, v in row.values.items() if n in known}
            for row in rows
        }
        full = [key for key, body in bodies.items() if body]

        def send(part: Sequence[str]) -> Batch:
            return self.client.update(name, {key: bodies[key] for key in part})

        written = {
            key: _settled(key, result)
            for key, result in Rows(send, bodies, _written_row).run(full).items()
        }
        if any("PROPERTY_DOESNT_EXIST" in result.detail for result in written.values()):
            with self._lock:
                self._defined.clear()
        idle = dict.fromkeys(bodies.keys() - set(full), RowResult(RowState.DONE))
        return {**written, **idle}

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.ensure``: looked for by the key, then created with it as a unique value."""
        if kind not in KEYS:
            raise WriteRefused(SLUG, f"records of the kind {kind} are not created")
        name, by = self.objects.name(kind), KEYS[kind]
        keys = list(dict.fromkeys(row.head.key for row in rows))
        found = self._by_key(name, by, keys)
        missing = [row for row in rows if row.head.key not in found]
        inputs = self._inputs(by, missing, {field.name for field in fields})

        def send(part: Sequence[str]) -> Batch:
            return self._create(name, by, [inputs[key] for key in part])

        def created_row(result: Body) -> str:
            given = result.get("properties")
            key = given.get(by) if isinstance(given, dict) else None
            return str(result.get("objectWriteTraceId") or key)

        names = {key: each["properties"] for key, each in inputs.items()}
        made = Rows(send, names, created_row).run(list(inputs))
        taken = [key for key, row in made.items() if row.detail.startswith(CONFLICT)]
        return {**found, **made, **(self._by_key(name, by, taken) if taken else {})}

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, RowResult]:
        """See ``Crm.remove``. HubSpot says nothing of records that were gone already."""
        if kind not in KEYS:
            raise WriteRefused(SLUG, f"records of the kind {kind} are not deleted")
        name = self.objects.name(kind)

        def send(part: Sequence[str]) -> Batch:
            self.client.archive(name, part)
            return Batch(tuple({"id": key} for key in part), ())

        rows = Rows(send, dict.fromkeys(ids, ()), lambda result: str(result["id"]))
        removed = rows.run(list(dict.fromkeys(ids)))
        return {
            key: RowResult(RowState.DONE) if row.state is RowState.GONE else row
            for key, row in removed.items()
        }

    def _check_defined(self, kind: str, names: Sequence[str]) -> None:
        """HubSpot leaves out unknown properties without a word, and may leave out empty ones.

        Raises ``WriteRefused`` naming those that are not defined.
        """
        with self._lock:
            open_names = [name for name in names if (kind, name) not in self._defined]
        if not open_names:
            return
        there = {str(d.get("name")) for d in self.client.properties(kind, open_names).results}
        unknown = [name for name in open_names if name not in there]
        if unknown:
            code = "PROPERTY_DOESNT_EXIST"
            raise WriteRefused(SLUG, f"{', '.join(unknown)}: {code}. {REMEDIES[code]}")
        with self._lock:
            self._defined |= {(kind, name) for name in open_names}

    def _by_key(self, kind: str, by: str, keys: Sequence[str]) -> dict[str, RowResult]:
        found = {}
        for part in cut(keys, BATCH):
            for record in complete(self.client.read(kind, part, [by], by=by)):
                key = str(values.properties_of(record).get(by))
                found[key] = RowResult(RowState.DONE, id=str(record["id"]))
        return found

    def _create(self, kind: str, by: str, inputs: Sequence[Mapping[str, Any]]) -> Batch:
        """Create; if somebody was faster with some of them, theirs are taken."""
        try:
            return self.client.create(kind, inputs)
        except RowsRefused as error:
            keys = [str(each["properties"][by]) for each in inputs]
            found = self._by_key(kind, by, keys) if error.conflict else {}
            if not found:
                raise
        rest = [each for each in inputs if each["properties"][by] not in found]
        made = self.client.create(kind, rest) if rest else Batch((), ())
        theirs = tuple({"id": row.id, "objectWriteTraceId": key} for key, row in found.items())
        return Batch((*theirs, *made.results), made.errors)

    def _inputs(
        self, by: str, rows: Sequence[NewRecord], known: set[str]
    ) -> dict[str, dict[str, Any]]:
        emails = [e for r in rows if isinstance(r.head, CallRecord) for e in r.head.contact_emails]
        contacts = self.contacts.by_email(emails, others=False) if emails else {}
        return {
            row.head.key: {
                "objectWriteTraceId": row.head.key,
                "properties": {by: row.head.key, **self._head(row), **_values(row, known)},
                "associations": _associations(row, contacts),
            }
            for row in rows
        }

    def _head(self, row: NewRecord) -> dict[str, str]:
        head = row.head
        owner = self.directory.owner_id(head.owner_email)
        owned = {"hubspot_owner_id": owner} if owner else {}
        if not isinstance(head, CallRecord):
            return {TITLE: head.title, **owned}
        return {
            "hs_timestamp": values.milliseconds(head.started_at),
            "hs_call_title": head.title,
            "hs_call_duration": str(round(head.duration_s * 1000)),
            "hs_call_status": "COMPLETED",
            **owned,
        }


def _values(row: NewRecord, known: set[str]) -> dict[str, str]:
    return {
        name: values.written(value)
        for name, value in row.values.items()
        if name in known and value is not None
    }


def _settled(key: str, result: RowResult) -> RowResult:
    """A deal that was merged since it was read answers as the one that stands."""
    if result.state is not RowState.DONE:
        return result
    if result.id not in ("", key):
        return RowResult(RowState.GONE, "merged into another record")
    return RowResult(RowState.DONE)


def _written_row(result: Body) -> str:
    """The trace id, since a deal that was merged meanwhile answers with another id."""
    return str(result.get("objectWriteTraceId") or result.get("id"))


def _associations(row: NewRecord, contacts: Mapping[str, frozenset[str]]) -> list[dict[str, Any]]:
    if not isinstance(row.head, CallRecord):
        return []
    emails = {email.strip().lower() for email in row.head.contact_emails}
    linked = [contact for contact, theirs in sorted(contacts.items()) if theirs & emails]
    return [
        _association(row.head.deal_id, CALL_TO_DEAL),
        *(_association(contact, CALL_TO_CONTACT) for contact in linked),
    ]


def _association(to: str, kind: int) -> dict[str, Any]:
    types = [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": kind}]
    return {"to": {"id": to}, "types": types}
