"""The history of deals, from each record's timeline: one request a deal, more if it is long."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from urllib.parse import quote

from domain.deals import DealMove, DealRef, Money, MoveOf
from domain.errors import IntegrationError, NotFoundAtVendor, WriteRefused
from integrations.zoho.client import MAX_PAGES, Body, ZohoClient
from integrations.zoho.errors import text_id
from integrations.zoho.people import People
from integrations.zoho.settings import ZohoSettings
from integrations.zoho.stages import Stages
from integrations.zoho.values import day, moment

MOVES = {
    "Stage": MoveOf.STAGE, "Amount": MoveOf.AMOUNT, "Closing_Date": MoveOf.CLOSE_DATE,
    "Owner": MoveOf.OWNER,
}  # fmt: skip


class History:
    """Reads timelines."""

    def __init__(
        self, client: ZohoClient, settings: ZohoSettings, people: People, stages: Stages
    ) -> None:
        self._client = client
        self._settings = settings
        self._people = people
        self._stages = stages

    def moves(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        """Moves by deal id, oldest first; deals that are gone are left out."""
        currencies = self._currencies(refs)
        found: dict[str, Sequence[DealMove]] = {}
        for ref in refs:
            if ref.id in currencies:
                try:
                    moves = list(self._of(ref.id, currencies[ref.id]))
                except (NotFoundAtVendor, WriteRefused) as error:
                    if not _is_gone(error):
                        raise
                    continue
                found[ref.id] = sorted(moves, key=lambda move: move.at)
        return found

    def _currencies(self, refs: Sequence[DealRef]) -> Mapping[str, str]:
        """Of the deals that are there: a timeline does not say in which currency an amount is."""
        if not refs:
            return {}
        params = {"ids": ",".join(ref.id for ref in refs), "fields": "Currency,Deal_Name"}
        rows = self._client.page("/Deals", "data", params).rows
        home = self._settings.currency
        return {str(row.get("id")): str(row.get("Currency") or home) for row in rows}

    def _of(self, deal_id: str, currency: str) -> Iterator[DealMove]:
        for entry in self._timeline(deal_id):
            at = moment(entry.get("audited_time"))
            changes = entry.get("field_history")
            for change in changes if at and isinstance(changes, list) else ():
                if at is not None and isinstance(change, dict):
                    yield from self._move(change, at, currency)

    def _timeline(self, deal_id: str) -> Iterator[Body]:
        path = f"/Deals/{quote(deal_id, safe='')}/__timeline"
        params: dict[str, str] = {"sort_by": "audited_time", "sort_order": "asc"}
        for number in range(1, MAX_PAGES + 1):
            found = self._client.page(path, "__timeline", params)
            yield from found.rows
            if not found.more:
                return
            token = found.info.get("next_page_token")
            params.pop("page_token", None)
            params |= {"page_token": token} if token else {"page": str(number + 1)}

    def _move(self, change: Body, at: datetime, currency: str) -> Iterator[DealMove]:
        of = MOVES.get(str(change.get("api_name")))
        values = change.get("_value")
        if of is None or not isinstance(values, dict):
            return
        old, new = (self._text(of, values.get(which), currency) for which in ("old", "new"))
        if old is not None or new is not None:
            yield DealMove(of, at, old, new)
        if of is MoveOf.STAGE and old and new:
            was, now = self._stages.outcome(old), self._stages.outcome(new)
            if was is not now:
                yield DealMove(MoveOf.OUTCOME, at, was, now)

    def _text(self, of: MoveOf, value: object, currency: str) -> str | None:
        if value is None or value == "":
            return None
        match of:
            case MoveOf.AMOUNT:
                money = Money.read(value, currency)
                return f"{money.minor} {money.currency}" if money else None
            case MoveOf.CLOSE_DATE:
                found = day(value)
                return found.isoformat() if found else None
            case MoveOf.OWNER:
                # a name alone does not say who: two people can have the same
                return (
                    self._people.email_of(text_id(value.get("id")))
                    if isinstance(value, dict)
                    else None
                )
            case _:
                return str(value)


def _is_gone(error: IntegrationError) -> bool:
    """A timeline of a deal that was deleted a moment ago: its id in the path is invalid."""
    return isinstance(error, NotFoundAtVendor) or "INVALID_DATA" in error.detail
