"""Calls as activities of the deal: made once, found again by our key in the note."""

import contextlib
import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC

from domain.crm import (
    CallRecord,
    CrmField,
    NewRecord,
    RecordNow,
    RecordWrite,
    RowResult,
    RowState,
)
from domain.errors import NotFoundAtVendor
from integrations.pipedrive.batches import one_by_one
from integrations.pipedrive.client import V2, Body, PipedriveClient, part
from integrations.pipedrive.notes import key_of, rewritten, values_in, written
from integrations.pipedrive.people import People
from integrations.pipedrive.records import is_id

CONTACTS = 5
"""Participants of an activity that are looked up, at most."""
LONGEST_S = 24 * 3600 - 1
ACTIVITIES = f"{V2}/activities"


class Calls:
    """Activities that we make. See ``domain.ports.Crm`` on records that we make."""

    def __init__(self, client: PipedriveClient, people: People, call_type: str) -> None:
        self._client = client
        self._people = people
        self._type = call_type

    def ensure(
        self, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """Look through each deal's activities once, then make what is not among them."""
        calls = {r.head.key: (r.head, r) for r in rows if isinstance(r.head, CallRecord)}
        deals = sorted({head.deal_id for head, _ in calls.values()})
        there = {key: found for deal in deals for key, found in self._on(deal).items()}
        bodies = {
            key: self._body(head, fields, row)
            for key, (head, row) in calls.items()
            if key not in there
        }

        def make(key: str) -> RowResult:
            if key in there:
                return RowResult(RowState.DONE, id=there[key])
            if not bodies[key].get("deal_id"):
                return RowResult(RowState.GONE)
            made = self._client.change("POST", ACTIVITIES, bodies[key])
            return RowResult(RowState.DONE, id=str(made.get("id")))

        return one_by_one([(key, key) for key in calls], make)

    def read(self, ids: Sequence[str], fields: Sequence[CrmField]) -> Mapping[str, RecordNow]:
        """Present values. The version stands for the whole note."""
        return {
            identifier: RecordNow(values_in(note, fields), _version(note))
            for identifier, note in self._notes(ids).items()
        }

    def write(
        self, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """Rewrite our lines in the notes, where nobody changed the note since it was read."""
        notes = self._notes([row.id for row in rows])

        def put(row: RecordWrite) -> RowResult:
            note = notes.get(row.id)
            if note is None:
                return RowResult(RowState.GONE)
            if row.version and row.version != _version(note):
                return RowResult(RowState.STALE)
            changed = rewritten(note, fields, row.values)
            if changed != note:
                self._client.change("PATCH", f"{ACTIVITIES}/{part(row.id)}", {"note": changed})
            return RowResult(RowState.DONE)

        return one_by_one([(row.id, row) for row in rows], put)

    def remove(self, ids: Sequence[str]) -> Mapping[str, RowResult]:
        """Delete activities; one that is not there is done."""

        def delete(identifier: str) -> RowResult:
            if is_id(identifier):
                with contextlib.suppress(NotFoundAtVendor):
                    self._client.change("DELETE", f"{ACTIVITIES}/{part(identifier)}")
            return RowResult(RowState.DONE)

        return one_by_one([(identifier, identifier) for identifier in ids], delete)

    def _on(self, deal_id: str) -> dict[str, str]:
        """Our keys on a deal, with the ids of their activities."""
        if not is_id(deal_id):
            return {}
        listed = self._client.every(ACTIVITIES, {"deal_id": deal_id})
        keyed = ((key_of(_note(a)), str(a.get("id"))) for a in listed if not _is_deleted(a))
        return {key: identifier for key, identifier in keyed if key}

    def _notes(self, ids: Sequence[str]) -> dict[str, str]:
        asked = ",".join(identifier for identifier in ids if is_id(identifier))
        if not asked:
            return {}
        found = self._client.page(ACTIVITIES, {"ids": asked}).items
        return {str(a.get("id")): _note(a) for a in found if not _is_deleted(a)}

    def _body(self, head: CallRecord, fields: Sequence[CrmField], row: NewRecord) -> Body:
        started = head.started_at.astimezone(UTC)
        whole = min(max(round(head.duration_s), 0), LONGEST_S)
        body: Body = {
            "subject": head.title,
            "type": self._type,
            "done": True,
            "deal_id": int(head.deal_id) if is_id(head.deal_id) else None,
            "due_date": started.strftime("%Y-%m-%d"),
            "due_time": started.strftime("%H:%M:%S"),
            "duration": f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}",
            "note": written(head.key, fields, row.values),
        }
        owner = self._people.id_of(head.owner_email)
        if owner is not None:
            body["owner_id"] = int(owner)
        persons = self._persons(head)
        if persons:
            body["participants"] = [
                {"person_id": person, "primary": place == 0} for place, person in enumerate(persons)
            ]
        return body

    def _persons(self, head: CallRecord) -> list[int]:
        emails = head.contact_emails[:CONTACTS]
        found = (self._people.persons(email) for email in emails)
        return list(dict.fromkeys(int(persons[0].id) for persons in found if persons))


def _note(activity: Body) -> str:
    note = activity.get("note")
    return note if isinstance(note, str) else ""


def _is_deleted(activity: Body) -> bool:
    return activity.get("is_deleted") is True


def _version(note: str) -> str:
    return hashlib.sha256(note.encode()).hexdigest()[:16]
