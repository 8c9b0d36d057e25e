"""What properties were before: HubSpot keeps the values with their time and their source."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from domain.crm import CrmField, FieldVersion
from domain.deals import DealMove, DealRef, MoveOf
from domain.errors import UnexpectedPayload
from integrations.hubspot.client import Body, HubspotClient
from integrations.hubspot.contacts import complete, cut
from integrations.hubspot.deals import DEALS, Reader
from integrations.hubspot.errors import SLUG
from integrations.hubspot.values import day_of, moment_of, properties_of, read

BATCH = 50
"""Records of one request with history, half of one without."""
APPS = frozenset({"INTEGRATION", "API"})
"""Sources that are apps; all others (CRM_UI, IMPORT, AUTOMATION_PLATFORM, …) are people's."""
MOVING = ("dealstage", "amount", "closedate", "hubspot_owner_id")
TOLD = ("pipeline", "deal_currency_code")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value that a property had from ``at`` on; ``None``: it was emptied."""

    at: datetime
    value: str | None
    source: str
    source_id: str


@dataclass(frozen=True, slots=True)
class History:
    """The history of records."""

    client: HubspotClient
    reader: Reader

    def versions(
        self, kind: str, ids: Sequence[str], fields: Sequence[CrmField], since: datetime
    ) -> Mapping[str, Mapping[str, Sequence[FieldVersion]]]:
        """See ``Crm.versions``. Ours is what our app wrote; any app, if its number is unknown."""
        app_id = self.client.tokens.app_id()
        names = [field.name for field in fields]
        found = {}
        for record in self._records(kind, ids, (), names):
            if str(record.get("id")) in ids:
                found[str(record["id"])] = {
                    field.name: _versions(field, _entries(record, field.name), since, app_id)
                    for field in fields
                }
        return found

    def moves(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        """See ``Crm.deal_history``."""
        ids = [ref.id for ref in refs]
        return {
            str(record["id"]): self._moves(record)
            for record in self._records(DEALS, ids, TOLD, MOVING)
            if str(record.get("id")) in ids
        }

    def _records(
        self, kind: str, ids: Sequence[str], names: Sequence[str], history: Sequence[str]
    ) -> Iterator[Body]:
        for part in cut(ids, BATCH):
            yield from complete(self.client.read(kind, part, names, history=history))

    def _moves(self, record: Body) -> Sequence[DealMove]:
        properties = properties_of(record, "a deal")
        directory = self.reader.directory

        def stage(value: str) -> str:
            return directory.stage(value, str(properties.get("pipeline"))).label

        def outcome(value: str) -> str:
            return directory.stage(value, str(properties.get("pipeline"))).outcome.value

        def amount(value: str) -> str | None:
            money = self.reader.money(value, properties)
            return None if money is None else f"{money.minor} {money.currency}"

        def day(value: str) -> str | None:
            found = day_of(value)
            return None if found is None else found.isoformat()

        asked: Sequence[tuple[str, MoveOf, Callable[[str], str | None]]] = (
            ("dealstage", MoveOf.STAGE, stage),
            ("dealstage", MoveOf.OUTCOME, outcome),
            ("amount", MoveOf.AMOUNT, amount),
            ("closedate", MoveOf.CLOSE_DATE, day),
            ("hubspot_owner_id", MoveOf.OWNER, directory.owner_email),
        )
        moves = chain.from_iterable(
            _steps(of, _entries(record, name), told) for name, of, told in asked
        )
        return sorted(moves, key=lambda move: move.at)


def _steps(
    of: MoveOf, entries: Sequence[Entry], told: Callable[[str], str | None]
) -> Iterator[DealMove]:
    """From each value to the next, where they differ in what we tell of them."""
    old: str | None = None
    for entry in entries:
        new = None if entry.value is None else told(entry.value)
        if new != old:
            yield DealMove(of, entry.at, old, new)
        old = new


def _versions(
    field: CrmField, entries: Sequence[Entry], since: datetime, app_id: str | None
) -> Sequence[FieldVersion]:
    """From the value that stood at ``since`` on."""
    before = [entry for entry in entries if entry.at <= since]
    after = [entry for entry in entries if entry.at > since]
    return [
        FieldVersion(entry.at, read(field, entry.value), _is_ours(entry, app_id))
        for entry in (*before[-1:], *after)
    ]


def _is_ours(entry: Entry, app_id: str | None) -> bool:
    return entry.source in APPS and (app_id is None or entry.source_id == app_id)


def _entries(record: Body, name: str) -> Sequence[Entry]:
    """Oldest first; HubSpot gives the newest first. Raises ``UnexpectedPayload``."""
    histories = record.get("propertiesWithHistory")
    listed = histories.get(name) if isinstance(histories, dict) else None
    oldest_first = [_entry(each) for each in reversed(listed or [])]
    return sorted(oldest_first, key=lambda entry: entry.at)  # stable: same moments keep order


def _entry(listed: Mapping[str, Any]) -> Entry:
    at = moment_of(listed.get("timestamp")) if isinstance(listed, dict) else None
    if at is None:
        raise UnexpectedPayload(SLUG, "a history without timestamps")
    value = listed.get("value")
    return Entry(
        at,
        None if value in (None, "") else str(value),
        str(listed.get("sourceType")),
        str(listed.get("sourceId") or ""),
    )
