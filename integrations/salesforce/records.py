"""Fields of any record: one query for a read, 25 rows a request for writes."""

from collections.abc import Mapping, Sequence

from domain.crm import (
    CrmField,
    FieldKind,
    FieldValue,
    RecordKind,
    RecordNow,
    RecordWrite,
    RowResult,
    RowState,
    unsure,
)
from domain.errors import IntegrationError, UnexpectedPayload, VendorUnavailable
from integrations.salesforce.client import MAX_PARTS, Part, Record, SalesforceClient, soql
from integrations.salesforce.deals import text
from integrations.salesforce.errors import LOCK_WAIT_S, SLUG, row_result
from integrations.salesforce.objects import ID, OBJECTS, short, usable
from integrations.salesforce.versions import SETTLED_AFTER_S, condition, moment, version_of

Results = dict[str, RowResult]


class RecordStore:
    """Fields on records, by id."""

    def __init__(self, client: SalesforceClient) -> None:
        self._client = client

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> dict[str, RecordNow]:
        """See ``Crm.read``."""
        wanted = usable(ids)
        if not wanted:
            return {}
        names = ", ".join(dict.fromkeys(("Id", "LastModifiedDate", *(f.name for f in fields))))
        query = f"SELECT {names} FROM {OBJECTS[kind].name} WHERE Id IN {{}}"  # noqa: S608
        records, handled_from = self._client.query_dated(soql(query, wanted))
        if handled_from is None:
            raise UnexpectedPayload(SLUG, "query: an answer without a Date header")
        asked = {short(each): each for each in wanted}
        found = {}
        for record in records:
            modified = moment(record.get("LastModifiedDate"))
            if modified is None:
                raise UnexpectedPayload(SLUG, "a record without LastModifiedDate")
            values = {field.name: _read(field, record.get(field.name)) for field in fields}
            now = RecordNow(values, version_of(modified, handled_from))
            found[asked[short(text(record, "Id"))]] = now
        return found

    def write(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Results:
        """See ``Crm.write``: each row all or none, refused if the record changed meanwhile."""
        known = {field.name for field in fields}
        results: Results = {}
        parts: dict[str, Part] = {}
        for row in rows:
            body = {name: value for name, value in row.values.items() if name in known}
            unless = condition(row.version) if row.version else None
            if not ID.fullmatch(row.id):
                results[row.id] = RowResult(RowState.GONE, "not an id of Salesforce")
            elif row.version and unless is None:
                why = "changed in the moment it was read: what follows could not be seen"
                results[row.id] = RowResult(RowState.STALE, why, after_s=SETTLED_AFTER_S)
            elif not body:
                results[row.id] = RowResult(RowState.DONE)
            else:
                headers = {"If-Unmodified-Since": unless} if unless else {}
                path = f"sobjects/{OBJECTS[kind].name}/{row.id}"
                parts[row.id] = Part("PATCH", path, body, headers)
        return results | send(self._client, parts)

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> Results:
        """See ``Crm.remove``: only records that carry our key are deleted.

        Activities of more than a year ago are archived: they are there, and only found here.
        """
        results = {each: RowResult(RowState.DONE, "was gone already") for each in ids}
        sobject = OBJECTS[kind]
        if not sobject.key:
            why = f"{sobject.name} records are never deleted"
            return {each: RowResult(RowState.REFUSED, why) for each in ids}
        wanted = usable(ids)
        if not wanted:
            return results
        query = (
            f"SELECT Id FROM {sobject.name} "  # noqa: S608 - our own names
            f"WHERE Id IN {{}} AND {sobject.key} != null AND IsDeleted = false"
        )
        ours = {short(text(r, "Id")) for r in self._client.query_all(soql(query, wanted))}
        parts = {
            each: Part("DELETE", f"sobjects/{sobject.name}/{each}")
            for each in wanted
            if short(each) in ours
        }
        for each, result in send(self._client, parts).items():
            gone = result.state is RowState.GONE
            results[each] = RowResult(RowState.DONE) if gone else result
        return results


def send(client: SalesforceClient, parts: Mapping[str, Part]) -> Results:
    """Send one part for each key, 25 a request; what became of each, by key.

    Raises only if nothing was sent that can have been applied.
    """
    results: Results = {}
    keys = list(parts)
    if keys:
        _ = client.token  # a sign-in that fails has written nothing: it may raise
    for start in range(0, len(keys), MAX_PARTS):
        chunk = keys[start : start + MAX_PARTS]
        try:
            answers = client.composite([parts[key] for key in chunk])
        except (VendorUnavailable, UnexpectedPayload) as error:
            return results | dict.fromkeys(keys[start:], unsure(error, LOCK_WAIT_S))
        except IntegrationError as error:
            if start == 0:
                raise
            return results | dict.fromkeys(keys[start:], unsure(error, LOCK_WAIT_S))
        for key, (status, body) in zip(chunk, answers, strict=True):
            results[key] = row_result(status, body)
    return results


def _read(field: CrmField, value: object) -> FieldValue:
    """A present value as ours: numbers as floats, everything else as text."""
    if value is None or value == "":
        return None
    if field.kind is FieldKind.NUMBER:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise UnexpectedPayload(SLUG, f"{field.name} is not a number")
        return float(value)
    return str(value)


def insert(client: SalesforceClient, records: Sequence[Record]) -> list[Record]:
    """Insert up to 200 records, each on its own; one result each."""
    body = {"allOrNone": False, "records": list(records)}
    results = client.post("composite/sobjects", body)
    if not isinstance(results, list) or len(results) != len(records):
        raise UnexpectedPayload(SLUG, "composite: not one result for each record")
    return [result if isinstance(result, dict) else {} for result in results]
