"""Calls and snapshots, made once: looked up by our key, and inserted where they are missing.

The key is a unique field of ours, so of two that insert at the same time one is refused and
finds the record of the other.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from domain.crm import (
    CallRecord,
    CrmField,
    NewRecord,
    RecordKind,
    RowResult,
    RowState,
    SnapshotRecord,
)
from integrations.zoho.client import ZohoClient
from integrations.zoho.deals import Deals
from integrations.zoho.errors import LOST_S, text_id, word
from integrations.zoho.people import People
from integrations.zoho.records import Records
from integrations.zoho.values import duration, is_plain, listed, stamp, written

KEYS: Mapping[RecordKind, tuple[str, str]] = {
    RecordKind.CALL: ("Reploop_Call_Id", "Reploop Call Id"),
    RecordKind.SNAPSHOT: ("Reploop_Snapshot_Id", "Reploop Snapshot Id"),
}
"""API name and label of the unique text field with our key."""


class Maker:
    """Sees that records exist."""

    def __init__(self, client: ZohoClient, records: Records, deals: Deals, people: People) -> None:
        self._client = client
        self._records = records
        self._deals = deals
        self._people = people

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.ensure``."""
        module = self._records.module(kind)
        key_field = KEYS[kind][0]
        wanted = {row.head.key: row for row in rows}
        results = {
            key: RowResult(RowState.REFUSED, "a key that cannot be looked up")
            for key in wanted
            if not is_plain(key)
        }
        present = self._present(module, key_field, [key for key in wanted if is_plain(key)])
        results |= {key: RowResult(RowState.DONE, id=present[key]) for key in present}
        missing = {key: row for key, row in wanted.items() if key not in results}
        if missing:
            body = self._bodies(key_field, list(missing.values()), fields)
            send = partial(self._insert, module, key_field, body)
            results |= self._records.attempt(send, list(missing), begun=False)
        return {key: _not_gone(results[key]) for key in wanted}

    def _present(self, module: str, key_field: str, keys: Sequence[str]) -> dict[str, str]:
        """Key to id, of those that are there."""
        found: dict[str, str] = {}
        for values in listed(keys):
            columns = f"select id, {key_field} from {module}"  # noqa: S608 - our own names
            query = f"{columns} where {key_field} in ({values})"
            for row in self._client.coql(query):
                found.setdefault(str(row.get(key_field)), text_id(row.get("id")))
        return {key: found[key] for key in keys if found.get(key)}

    def _insert(
        self, module: str, key_field: str, body: Sequence[dict[str, Any]]
    ) -> Sequence[object]:
        said = self._client.change("POST", module, body)
        return [_found_instead(item, key_field) for item in said]

    def _bodies(
        self, key_field: str, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> list[dict[str, Any]]:
        owners = self._people.ids_of([row.head.owner_email for row in rows])
        calls = [row.head for row in rows if isinstance(row.head, CallRecord)]
        contacts = {e: key for key, e in self._deals.contacts(_first_contacts(calls))}
        bodies = []
        for row in rows:
            owner = owners.get((row.head.owner_email or "").lower())
            body = {**_head(row.head, contacts), **written(row.values.items(), fields)}
            body |= {key_field: row.head.key} | ({"Owner": {"id": owner}} if owner else {})
            bodies.append(body)
        return bodies


def _head(head: CallRecord | SnapshotRecord, contacts: Mapping[str, str]) -> dict[str, Any]:
    """Zoho's own fields of a record."""
    if isinstance(head, SnapshotRecord):
        return {"Name": head.title[:120]}
    body: dict[str, Any] = {
        "Subject": head.title,
        "Call_Type": "Outbound",
        "Call_Start_Time": stamp(head.started_at),
        "Call_Duration": duration(head.duration_s),
        "What_Id": {"id": head.deal_id},
        "$se_module": "Deals",
    }
    known = [contacts[e] for e in map(str.lower, head.contact_emails[:1]) if e in contacts]
    return body | ({"Who_Id": {"id": known[0]}} if known else {})


def _first_contacts(calls: Sequence[CallRecord]) -> list[str]:
    """A call of Zoho's can name one contact."""
    return sorted({email.lower() for call in calls for email in call.contact_emails[:1]})


def _found_instead(item: object, key_field: str) -> object:
    """A refused duplicate of our key as the record that was faster."""
    details = item.get("details") if isinstance(item, dict) else None
    if not isinstance(item, dict) or not isinstance(details, dict):
        return item
    if word(item.get("code")) != "DUPLICATE_DATA" or details.get("api_name") != key_field:
        return item
    other = details.get("duplicate_record")
    other_id = text_id(other.get("id") if isinstance(other, dict) else details.get("id"))
    if not other_id:
        return {"code": "INTERNAL_ERROR"}  # it is there, under an id not said: looked up later
    return {"code": "SUCCESS", "details": {"id": other_id}}


def _not_gone(result: RowResult) -> RowResult:
    """What is to be made cannot be gone: something that it names is."""
    if result.state is RowState.GONE:
        return RowResult(RowState.REFUSED, "a record that it belongs to is gone", after_s=LOST_S)
    return result
