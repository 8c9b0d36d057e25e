"""What moved on opportunities: those that changed since a moment, and the history of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from domain.deals import Deal, DealMove, DealPage, DealRef, Money, MoveOf
from domain.errors import UnexpectedPayload, WriteRefused
from integrations.salesforce.client import Record, SalesforceClient, soql
from integrations.salesforce.deals import DealReader, at_path, text
from integrations.salesforce.errors import SLUG
from integrations.salesforce.objects import FIELD_PATH, short, usable
from integrations.salesforce.versions import moment

HISTORY_FIELDS = ("Id", "OpportunityId", "StageName", "Amount", "CloseDate", "CreatedDate")


class DealChanges:
    """Pages of changed opportunities, and moves out of ``OpportunityHistory``.

    The history is always on in Salesforce; it holds stage, amount and close date, with a
    row for each save that changed one of them.
    """

    def __init__(
        self, client: SalesforceClient, reader: DealReader, *, multi_currency: bool
    ) -> None:
        self._client = client
        self._reader = reader
        self._history = (*HISTORY_FIELDS, *(("CurrencyIsoCode",) if multi_currency else ()))

    def page(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """See ``Crm.deals_changed``. Deleted ones are told for as long as the bin keeps them."""
        names = dict.fromkeys((*self._reader.fields, "IsDeleted", *_paths(segments)))
        # our own names, and paths that were checked
        query = f"SELECT {', '.join(names)} FROM Opportunity"  # noqa: S608
        if since is not None:
            stamp = since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            query += f" WHERE SystemModstamp >= {stamp}"
        query += " ORDER BY SystemModstamp, Id"
        page = self._client.page(query, cursor, deleted=since is not None)
        gone = tuple(text(r, "Id") for r in page.records if r.get("IsDeleted") is True)
        live = [r for r in page.records if r.get("IsDeleted") is not True]
        return DealPage(
            deals=tuple(self._segmented(record, segments) for record in live),
            gone=gone,
            next_cursor=page.following,
        )

    def _segmented(self, record: Record, segments: Mapping[str, str]) -> Deal:
        found = {word: at_path(record, path) for word, path in segments.items()}
        kept = {word: value for word, value in found.items() if value}
        return replace(self._reader.deal(record), segments=kept)

    def history(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        """See ``Crm.deal_history``: one query, oldest first."""
        moves: dict[str, list[DealMove]] = {ref.id: [] for ref in refs}
        wanted = usable(moves)
        if not wanted:
            return moves
        of = {short(each): each for each in wanted}
        query = (
            f"SELECT {', '.join(self._history)} FROM OpportunityHistory "  # noqa: S608
            "WHERE OpportunityId IN {} ORDER BY OpportunityId, CreatedDate, Id"
        )
        rows: dict[str, list[Record]] = {}
        for record in self._client.query(soql(query, wanted)):
            rows.setdefault(of[short(text(record, "OpportunityId"))], []).append(record)
        for deal_id, records in rows.items():
            steps = pairwise([{}, *records])
            moves[deal_id] = [m for old, new in steps for m in self._moves(old, new)]
        return moves

    def _moves(self, old: Record, new: Record) -> Iterator[DealMove]:
        at = moment(new.get("CreatedDate"))
        if at is None:
            raise UnexpectedPayload(SLUG, "a row of the history without CreatedDate")
        for of, read in (
            (MoveOf.STAGE, _stage), (MoveOf.AMOUNT, self._amount), (MoveOf.CLOSE_DATE, _day),
        ):  # fmt: skip
            before, after = read(old), read(new)
            if before != after:
                yield DealMove(of, at, before, after)

    def _amount(self, record: Record) -> str | None:
        amount = record.get("Amount")
        money = None if amount is None else Money.read(amount, self._reader.currency(record))
        return None if money is None else f"{money.minor} {money.currency}"


def _paths(segments: Mapping[str, str]) -> list[str]:
    for word, path in segments.items():
        if not FIELD_PATH.fullmatch(path):
            raise WriteRefused(
                SLUG, f"segment {word}: not the name of a field; mend config/crm_fields.yaml"
            )
    return list(segments.values())


def _stage(record: Record) -> str | None:
    value = record.get("StageName")
    return value if isinstance(value, str) else None


def _day(record: Record) -> str | None:
    value = record.get("CloseDate")
    return value if isinstance(value, str) else None
