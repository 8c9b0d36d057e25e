"""Making the records that are ours: a task for each call, a row for each skill and week.

Our external id field is unique, so nothing is made twice however often we ask. Records that
exist are found by it, not upserted: an upsert would put our first values over a person's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from urllib.parse import quote

from domain.crm import CallRecord, CrmField, NewRecord, RecordKind, RowResult, RowState, unsure
from domain.errors import UnexpectedPayload, VendorUnavailable
from integrations.salesforce.client import Record, SalesforceClient, soql
from integrations.salesforce.deals import text
from integrations.salesforce.errors import LOCK_WAIT_S, faults_of, row_result
from integrations.salesforce.objects import OBJECTS, Sobject
from integrations.salesforce.records import insert
from integrations.salesforce.settings import SalesforceSettings

MAX_URL = 12_000
"""Of the values in one IN list as they stand in an address, whose limit is 16 384."""
MAX_SUBJECT = 255
MAX_NAME = 80

NOT_THEIRS = "TRANSFER_REQUIRES_READ"


@dataclass(slots=True)
class Known:
    """What Salesforce has of the keys and addresses that the new records name."""

    ids: dict[str, str] = field(default_factory=dict)
    """Key to record id."""
    users: dict[str, str] = field(default_factory=dict)
    """E-mail address to the id of an active user."""
    contacts: dict[str, str] = field(default_factory=dict)


class Maker:
    """Finds or creates calls and snapshots: two requests for up to 200."""

    def __init__(self, client: SalesforceClient, settings: SalesforceSettings) -> None:
        self._client = client
        self._settings = settings

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> dict[str, RowResult]:
        """See ``Crm.ensure``."""
        sobject = OBJECTS[kind]
        by_key = {row.head.key: row for row in rows}
        if not by_key:
            return {}
        if not sobject.key:
            why = f"{sobject.name} records are never created"
            return {key: RowResult(RowState.REFUSED, why) for key in by_key}
        known = self._look_up(sobject, list(by_key.values()))
        results = {k: RowResult(RowState.DONE, id=known.ids[k]) for k in by_key if k in known.ids}
        missing = [row for key, row in by_key.items() if key not in results]
        names = {f.name for f in fields}
        records = [self._record(sobject, row, names, known) for row in missing]
        keys = [row.head.key for row in missing]
        results |= self._create(sobject, keys, records)
        return results | self._unowned(sobject, dict(zip(keys, records, strict=True)), results)

    def _unowned(
        self, sobject: Sobject, records: Mapping[str, Record], results: Mapping[str, RowResult]
    ) -> dict[str, RowResult]:
        """Records whose owner may not read them are ours to own, until he may."""
        theirs = [k for k in records if NOT_THEIRS in results[k].detail]
        without = [{n: v for n, v in records[k].items() if n != "OwnerId"} for k in theirs]
        return self._create(sobject, theirs, without)

    def _create(
        self, sobject: Sobject, keys: Sequence[str], records: Sequence[Record]
    ) -> dict[str, RowResult]:
        if not records:
            return {}
        try:
            answers = insert(self._client, records)
        except (VendorUnavailable, UnexpectedPayload) as error:
            return dict.fromkeys(keys, unsure(error, LOCK_WAIT_S))
        results = {key: _created(answer) for key, answer in zip(keys, answers, strict=True)}
        taken = [k for k, r in results.items() if r.detail == _TAKEN]
        if taken:  # another worker of ours was faster, or the activity is archived
            there = self._ids(sobject, taken)
            hidden = RowResult(RowState.REFUSED, f"{sobject.key}: DUPLICATE_VALUE. {_HIDDEN}")
            for key in taken:
                found = RowResult(RowState.DONE, id=there.get(key, ""))
                results[key] = found if found.id else hidden
        return results

    def _record(self, sobject: Sobject, row: NewRecord, names: set[str], known: Known) -> Record:
        """The fields that a new record begins with; nothing of theirs but what the head says."""
        head = row.head
        record: Record = {
            "attributes": {"type": sobject.name},
            **{name: value for name, value in row.values.items() if name in names},
            sobject.key: head.key,
        }
        owner = known.users.get((head.owner_email or "").lower())
        if owner is not None:
            record["OwnerId"] = owner
        if not isinstance(head, CallRecord):
            return {**record, "Name": head.title[:MAX_NAME]}
        who = [
            known.contacts[e] for e in map(str.lower, head.contact_emails) if e in known.contacts
        ]
        if who:
            record["WhoId"] = who[0]
        if self._settings.call_duration:
            record["CallDurationInSeconds"] = max(0, round(head.duration_s))
        return {
            **record,
            "Subject": head.title[:MAX_SUBJECT],
            "WhatId": head.deal_id,
            "ActivityDate": head.started_at.astimezone(UTC).date().isoformat(),
            "TaskSubtype": "Call",
            "Status": self._settings.call_status,
        }

    def _look_up(self, sobject: Sobject, rows: Sequence[NewRecord]) -> Known:
        heads = [row.head for row in rows]
        owners = {h.owner_email.lower() for h in heads if h.owner_email}
        calls = [h for h in heads if isinstance(h, CallRecord)]
        contacts = {email.lower() for call in calls for email in call.contact_emails}
        user = "SELECT Id, Email FROM User WHERE IsActive = true AND Email IN {} ORDER BY Id"
        person = "SELECT Id, Email FROM Contact WHERE Email IN {} ORDER BY Id"
        queries = [
            *(("ids", query) for query in _key_queries(sobject, [h.key for h in heads])),
            *(("users", soql(user, part)) for part in _parts(sorted(owners))),
            *(("contacts", soql(person, part)) for part in _parts(sorted(contacts))),
        ]
        known = Known()
        found = self._client.queries([query for _, query in queries])
        for (of, _), records in zip(queries, found, strict=True):
            column = sobject.key if of == "ids" else "Email"
            into: dict[str, str] = getattr(known, of)
            for record in records:
                value = text(record, column)
                into.setdefault(value if of == "ids" else value.lower(), text(record, "Id"))
        return known

    def _ids(self, sobject: Sobject, keys: Sequence[str]) -> Mapping[str, str]:
        """Also of archived activities, which a plain query does not show after a year."""
        queries = [query + " AND IsDeleted = false" for query in _key_queries(sobject, keys)]
        found = [record for query in queries for record in self._client.query_all(query)]
        return {text(r, sobject.key): text(r, "Id") for r in found}


_TAKEN = "the key is taken"
_HIDDEN = "Give Reploop's user access to all records of this object"


def _created(answer: Record) -> RowResult:
    if answer.get("success") is True:
        return RowResult(RowState.DONE, id=text(answer, "id"))
    errors = answer.get("errors")
    if any(fault.code == "DUPLICATE_VALUE" for fault in faults_of(errors)):
        return RowResult(RowState.UNSURE, _TAKEN, after_s=LOCK_WAIT_S)
    return row_result(400, errors)


def _key_queries(sobject: Sobject, keys: Sequence[str]) -> Iterator[str]:
    query = f"SELECT Id, {sobject.key} FROM {sobject.name} WHERE {sobject.key} IN {{}}"  # noqa: S608
    for part in _parts(keys):
        yield soql(query, part)


def _parts(values: Sequence[str]) -> Iterator[list[str]]:
    """Cut into lists that fit into an address."""
    part: list[str] = []
    size = 0
    for value in values:
        cost = len(quote(soql("{}", value))) + len(quote(","))
        if part and size + cost > MAX_URL:
            yield part
            part, size = [], 0
        part.append(value)
        size += cost
    if part:
        yield part
