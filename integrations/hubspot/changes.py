"""Deals that changed since a moment: search for the live ones, the recycling bin for the rest.

Search gives 10,000 results to a question, so each page is a question of its own: the deals
with ids above the last one's. A deal that changes meanwhile keeps its place, and comes again
with the next look.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.deals import Deal, DealPage
from domain.errors import UnexpectedPayload
from integrations.hubspot.client import SEARCH_PAGE, Body, HubspotClient
from integrations.hubspot.contacts import records
from integrations.hubspot.deals import DEALS, PROPERTIES, Reader, merged_ids
from integrations.hubspot.errors import SLUG
from integrations.hubspot.values import after_of, milliseconds, moment_of, properties_of

SEARCH_LAG = timedelta(minutes=2)
"""HubSpot's search is behind what was written, by how much is not stated: we look back."""
FIND, LIST, GONE = "find", "list", "gone"
"""What a cursor continues: ``find:<id>``, ``list:<after>``, ``gone:<after>``."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Pages of deals that changed."""

    client: HubspotClient
    reader: Reader

    def page(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """See ``Crm.deals_changed``. Raises ``UnexpectedPayload`` for a cursor that is none."""
        step, _, after = (cursor or "").partition(":")
        if cursor is None:
            step, after = (LIST, "") if since is None else (FIND, "0")
        if (step not in (FIND, LIST, GONE)) or not (after == "" or after.isdecimal()):
            raise UnexpectedPayload(SLUG, "a cursor that is not ours")
        if step == GONE:
            return self._gone(since, after)
        return self._live(since, after, segments)

    def _live(self, since: datetime | None, after: str, segments: Mapping[str, str]) -> DealPage:
        names = [*PROPERTIES, *segments.values()]
        if since is None:
            page = self.client.page(DEALS, names, after or None, archived=False)
            found, following = records(page), after_of(page)
            cursor = f"{GONE}:" if following is None else f"{LIST}:{following}"
        else:
            found = self._found(since, after, names)
            full = len(found) >= SEARCH_PAGE
            cursor = f"{FIND}:{found[-1].get('id')}" if full else f"{GONE}:"
        deals = tuple(self.reader.deal(record, segments) for record in found)
        return DealPage(deals, merged=_merged(found, deals), next_cursor=cursor)

    def _found(self, since: datetime, after: str, names: Sequence[str]) -> Sequence[Body]:
        changed = {
            "propertyName": "hs_lastmodifieddate",
            "operator": "GTE",
            "value": milliseconds(since - SEARCH_LAG),
        }
        above = {"propertyName": "hs_object_id", "operator": "GT", "value": after}
        return records(self.client.search(DEALS, [[changed, above]], names, "hs_object_id"))

    def _gone(self, since: datetime | None, after: str) -> DealPage:
        """The bin can only be read whole; it holds 90 days."""
        page = self.client.page(DEALS, ("hs_lastmodifieddate",), after or None, archived=True)
        gone = [str(r.get("id")) for r in records(page) if _archived_since(r, since)]
        following = after_of(page)
        cursor = None if following is None else f"{GONE}:{following}"
        return DealPage((), gone=tuple(gone), next_cursor=cursor)


def _archived_since(record: Body, since: datetime | None) -> bool:
    at = moment_of(record.get("archivedAt"))
    return since is None or at is None or at >= since


def _merged(found: Sequence[Body], deals: Sequence[Deal]) -> Mapping[str, str]:
    return {
        old: deal.ref.id
        for record, deal in zip(found, deals, strict=True)
        for old in merged_ids(properties_of(record), deal.ref.id)
    }
