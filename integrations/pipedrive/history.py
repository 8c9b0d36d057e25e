"""What a deal's fields were, from its change log: one request a deal, newest change first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from domain.crm import CrmField, FieldKind, FieldValue, FieldVersion
from domain.deals import DealMove, DealRef, MoveOf
from domain.errors import NotFoundAtVendor, UnexpectedPayload
from integrations.pipedrive.client import MAX_PAGES, V1, Body, PipedriveClient, part
from integrations.pipedrive.deals import OUTCOMES, Deals, moment
from integrations.pipedrive.errors import SLUG
from integrations.pipedrive.fields import FieldBook
from integrations.pipedrive.people import People
from integrations.pipedrive.records import deals_by_id, is_id

OWNER_KEYS = ("user_id", "owner_id")
"""The change log is of version 1, which calls the owner ``user_id``."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a change log."""

    at: datetime
    key: str
    old: str | None
    new: str | None
    ours: bool


class History:
    """Reads change logs. Its moments are whole seconds."""

    def __init__(
        self,
        client: PipedriveClient,
        book: FieldBook,
        people: People,
        deals: Deals,
        own_sources: frozenset[str],
    ) -> None:
        self._client = client
        self._book = book
        self._people = people
        self._deals = deals
        self._own_sources = own_sources

    def versions(
        self, ids: Sequence[str], fields: Sequence[CrmField], since: datetime
    ) -> Mapping[str, Mapping[str, Sequence[FieldVersion]]]:
        """See ``Crm.versions``. A change in the same second as ``since`` counts as after it."""
        codes = self._book.codes(fields)
        start = since.astimezone(UTC).replace(microsecond=0)
        found: dict[str, Mapping[str, Sequence[FieldVersion]]] = {}
        for identifier in ids:
            changes = self._changes(identifier, start)
            found[identifier] = {
                field.name: _versions(changes, field, codes[field.name], start) for field in fields
            }
        return found

    def moves(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        """See ``Crm.deal_history``. Amounts need the currency, so the deals are read too."""
        ids = [ref.id for ref in refs if is_id(ref.id)]
        records = {str(record.get("id")): record for record in deals_by_id(self._client, ids, {})}
        return {key: self._moves(record) for key, record in records.items()}

    def _changes(self, deal_id: str, since: datetime | None) -> list[Change]:
        """Changes, oldest first; no page is asked for that is older than ``since``."""
        found: list[Change] = []
        cursor: str | None = None
        if not is_id(deal_id):
            return found
        for _ in range(MAX_PAGES):
            try:
                path = f"{V1}/deals/{part(deal_id)}/changelog"
                page = self._client.page(path, {}, cursor)
            except NotFoundAtVendor:
                break
            found += [self._change(entry) for entry in page.items]
            cursor = page.next_cursor
            if cursor is None or (since is not None and found and found[-1].at < since):
                break
        found.reverse()
        # a stable sort: within a second, the order of the list is all there is
        found.sort(key=lambda change: change.at)
        return found

    def _change(self, entry: Body) -> Change:
        at = moment(entry.get("time"))
        if at is None:
            raise UnexpectedPayload(SLUG, "a change without a time")
        source = entry.get("change_source")
        ours = source is None or str(source) in self._own_sources
        return Change(
            at=at,
            key=str(entry.get("field_key")),
            old=_text(entry.get("old_value")),
            new=_text(entry.get("new_value")),
            ours=ours and str(entry.get("actor_user_id")) == self._people.me(),
        )

    def _moves(self, record: Body) -> list[DealMove]:
        """From the newest change back, since a change of value does not tell its currency."""
        value, currency = _text(record.get("value")), _text(record.get("currency"))
        moves: list[DealMove] = []
        for change in reversed(self._changes(str(record.get("id")), None)):
            if change.key in ("value", "currency"):
                new = (value, currency)
                value = change.old if change.key == "value" else value
                currency = change.old if change.key == "currency" else currency
                old = self._amount(value, currency)
                moves.append(DealMove(MoveOf.AMOUNT, change.at, old, self._amount(*new)))
            else:
                moves += self._move(change)
        moves.reverse()
        return [move for move in moves if move.old != move.new]

    def _move(self, change: Change) -> list[DealMove]:
        readers: Mapping[str, tuple[MoveOf, Callable[[str], str | None]]] = {
            "stage_id": (MoveOf.STAGE, self._deals.stages.of),
            "expected_close_date": (MoveOf.CLOSE_DATE, lambda day: day[:10]),
            "status": (MoveOf.OUTCOME, _outcome),
            **dict.fromkeys(OWNER_KEYS, (MoveOf.OWNER, self._people.email_of)),
        }
        if change.key not in readers:
            return []
        of, read = readers[change.key]
        old = read(change.old) if change.old else None
        return [DealMove(of, change.at, old, read(change.new) if change.new else None)]

    def _amount(self, value: str | None, currency: str | None) -> str | None:
        money = self._deals.money(value, currency)
        return f"{money.minor} {money.currency}" if money else None


def _outcome(status: str) -> str | None:
    known = OUTCOMES.get(status)
    return known.value if known else None


def _versions(
    changes: Sequence[Change], field: CrmField, code: str, since: datetime
) -> list[FieldVersion]:
    """Of one field, oldest first; what stood at ``since`` comes before."""
    own = [change for change in changes if change.key == code]
    before = [change for change in own if change.at < since]
    after = [change for change in own if change.at >= since]
    found = [FieldVersion(c.at, _read(field, c.new), c.ours) for c in before[-1:] + after]
    if after and not before:
        found.insert(0, FieldVersion(since, _read(field, after[0].old), ours=False))
    return found


def _read(field: CrmField, text: str | None) -> FieldValue:
    if not text:
        return None
    if field.kind is FieldKind.NUMBER:
        try:
            return float(text)
        except ValueError as error:
            raise UnexpectedPayload(SLUG, f"{field.name}: its history holds no number") from error
    return text[:10] if field.kind is FieldKind.DATE else text


def _text(value: object) -> str | None:
    return None if value is None or value == "" else str(value)
