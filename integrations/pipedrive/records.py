"""Reading and writing our fields on deals."""

from collections.abc import Mapping, Sequence
from datetime import date

from domain.crm import CrmField, FieldKind, FieldValue, RecordNow, RecordWrite, RowResult, RowState
from domain.errors import NotFoundAtVendor, UnexpectedPayload, WriteRefused
from integrations.pipedrive.batches import one_by_one
from integrations.pipedrive.client import V2, Body, PipedriveClient, part
from integrations.pipedrive.errors import PROVISION, SLUG, Refused
from integrations.pipedrive.fields import FieldBook, absent

READ_BATCH = 100
FIELDS_AT_ONCE = 15
"""Custom fields that one request may name."""


class DealFields:
    """Custom fields of deals. See ``domain.ports.Crm`` on ``read`` and ``write``."""

    def __init__(self, client: PipedriveClient, book: FieldBook) -> None:
        self._client = client
        self._book = book

    def read(self, ids: Sequence[str], fields: Sequence[CrmField]) -> Mapping[str, RecordNow]:
        """Present values; a field that vanished since it was looked up is looked up again."""
        codes = self._book.codes(fields)
        asked = [identifier for identifier in ids if is_id(identifier)]
        try:
            records = self._records(asked, codes)
            if not _vanished(records, codes) or not self._changed(fields, codes):
                return _shown(records, fields, codes)
        except Refused:  # Pipedrive may refuse a request that names a field it does not have
            if not self._changed(fields, codes):
                raise
        codes = self._book.codes(fields)
        return _shown(self._records(asked, codes), fields, codes)

    def write(
        self, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """One request a deal, in order: all its fields or none."""
        known = {field.name: field for field in fields}
        wanted = {name for row in rows for name in row.values if name in known}
        codes = self._book.codes([known[name] for name in sorted(wanted)])
        names = {code: name for name, code in codes.items()}

        def put(row: RecordWrite) -> RowResult:
            body = {codes[n]: sent(known[n], v) for n, v in row.values.items() if n in codes}
            if not is_id(row.id):
                return RowResult(RowState.GONE)
            if not body:
                return RowResult(RowState.DONE)
            try:
                path = f"{V2}/deals/{part(row.id)}"
                answer = self._client.change("PATCH", path, {"custom_fields": body})
            except Refused as error:
                raise self._named(error, names) from error
            return RowResult(RowState.GONE if is_deleted(answer) else RowState.DONE)

        return one_by_one([(row.id, row) for row in rows], put)

    def _records(self, ids: Sequence[str], codes: Mapping[str, str]) -> dict[str, Body]:
        """Values by field code, by deal id; archived deals cost a request more."""
        found: dict[str, Body] = {}
        listed = sorted(set(codes.values()))
        for start in range(0, max(len(listed), 1), FIELDS_AT_ONCE):
            some = {"custom_fields": ",".join(listed[start : start + FIELDS_AT_ONCE])}
            for record in deals_by_id(self._client, ids, some if listed else {}):
                values = record.get("custom_fields")
                into = found.setdefault(str(record.get("id")), {})
                into.update(values if isinstance(values, dict) else {})
        return found

    def _changed(self, fields: Sequence[CrmField], codes: Mapping[str, str]) -> bool:
        """Look the fields up again. Raises ``WriteRefused`` if one is not there any more."""
        self._book.forget()
        return self._book.codes(fields) != codes

    def _named(self, error: Refused, names: Mapping[str, str]) -> WriteRefused:
        """The refusal in our words: which field, and what to do."""
        ours = [names[code] for code in error.field_codes if code in names]
        self._book.forget()
        there = {known.code for known in self._book.all()}
        gone = [name for code, name in names.items() if code not in there]
        if gone:
            return absent(gone)
        if ours:
            remedy = "map another field in config/crm_fields.yaml, or shorten the text"
            return WriteRefused(SLUG, f"{', '.join(ours)}: the value does not fit: {remedy}")
        return WriteRefused(SLUG, f"{error.detail}. {PROVISION} and look at what it reports")


def deals_by_id(
    client: PipedriveClient, ids: Sequence[str], params: Mapping[str, str]
) -> list[Body]:
    """These deals, 100 at most, archived ones too; deleted ones are left out."""
    if not ids:
        return []
    asked = {**params, "ids": ",".join(ids)}
    found = [d for d in client.page(f"{V2}/deals", asked).items if not is_deleted(d)]
    missing = sorted(set(ids) - {str(deal.get("id")) for deal in found})
    if missing:
        asked = {**params, "ids": ",".join(missing)}
        archived = client.page(f"{V2}/deals/archived", asked).items
        found += [deal for deal in archived if not is_deleted(deal)]
    return found


def one_deal(client: PipedriveClient, identifier: str) -> Body:
    """One deal. Raises ``NotFoundAtVendor``, also for a deleted one, which is still shown."""
    if not is_id(identifier):
        raise NotFoundAtVendor(SLUG, "no such deal")
    record = client.get(f"{V2}/deals/{part(identifier)}")
    if is_deleted(record):
        raise NotFoundAtVendor(SLUG, "the deal was deleted")
    return record


def is_id(identifier: str) -> bool:
    """Whether this can be an id at all: Pipedrive refuses a whole list for one that cannot."""
    return identifier.isascii() and identifier.isdigit() and len(identifier) < 19


def is_deleted(deal: Body) -> bool:
    """Whether a person deleted it, or merged it away."""
    return deal.get("is_deleted") is True or deal.get("status") == "deleted"


def value_of(field: CrmField, value: object) -> FieldValue:
    """A present value as ours. Raises ``UnexpectedPayload`` for one of another type."""
    if value is None or value == "":
        return None
    if isinstance(value, dict):  # money, and other values with parts
        value = value.get("value")
    if field.kind is FieldKind.NUMBER and isinstance(value, int | float | str):
        return _number(field, value)
    if field.kind is FieldKind.DATE and isinstance(value, str):
        return value[:10]
    if isinstance(value, str):
        return value
    raise UnexpectedPayload(SLUG, f"{field.name} is not a {field.kind}")


def sent(field: CrmField, value: FieldValue) -> FieldValue:
    """A value as Pipedrive takes it: ``None`` empties a field."""
    if field.kind is FieldKind.DATE and isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise WriteRefused(SLUG, f"{field.name}: not a date") from error
    return None if value == "" else value


def _number(field: CrmField, value: float | str) -> float:
    try:
        return float(value)
    except ValueError as error:
        raise UnexpectedPayload(SLUG, f"{field.name} is not a {field.kind}") from error


def _shown(
    records: Mapping[str, Body], fields: Sequence[CrmField], codes: Mapping[str, str]
) -> Mapping[str, RecordNow]:
    return {
        identifier: RecordNow({f.name: value_of(f, values.get(codes[f.name])) for f in fields})
        for identifier, values in records.items()
    }


def _vanished(records: Mapping[str, Body], codes: Mapping[str, str]) -> set[str]:
    """Fields that no record shows, though each should show them, empty ones as null."""
    shown = {code for values in records.values() for code in values}
    return {code for code in codes.values() if code not in shown} if records else set()
