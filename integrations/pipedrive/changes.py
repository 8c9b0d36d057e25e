"""Deals that changed since a moment: live ones, then archived ones, then deleted ones."""

from collections.abc import Mapping
from datetime import UTC, datetime

from domain.deals import DealPage
from domain.errors import UnexpectedPayload, WriteRefused
from integrations.pipedrive.client import V2, PipedriveClient
from integrations.pipedrive.deals import Deals
from integrations.pipedrive.errors import SLUG
from integrations.pipedrive.fields import Definition, FieldBook
from integrations.pipedrive.records import FIELDS_AT_ONCE, is_deleted

LIVE, ARCHIVED, DELETED = "live", "archived", "deleted"
PATHS = {LIVE: f"{V2}/deals", ARCHIVED: f"{V2}/deals/archived", DELETED: f"{V2}/deals"}
FOLLOWING = {LIVE: ARCHIVED, ARCHIVED: DELETED}


class Changes:
    """Three lists read one after the other; the cursor says which, and where in it."""

    def __init__(self, client: PipedriveClient, book: FieldBook, deals: Deals) -> None:
        self._client = client
        self._book = book
        self._deals = deals

    def page(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """One page. Deleted deals are shown for 30 days, and only asked for with ``since``."""
        which, _, place = (cursor or LIVE).partition(":")
        if which not in PATHS:
            raise UnexpectedPayload(SLUG, "a cursor that is not ours")
        named = {word: self._named(name) for word, name in segments.items()}
        params = {"sort_by": "update_time", "sort_direction": "asc", **_moment(since)}
        if which == DELETED:
            params["status"] = "deleted"
        elif any(known.custom for known in named.values()):
            codes = sorted({known.code for known in named.values() if known.custom})
            if len(codes) <= FIELDS_AT_ONCE:  # else all fields come, which is only more to read
                params["custom_fields"] = ",".join(codes)
        page = self._client.page(PATHS[which], params, place or None)
        live = [record for record in page.items if not is_deleted(record)]
        return DealPage(
            deals=tuple(self._deals.deal(record, named) for record in live),
            gone=tuple(str(record.get("id")) for record in page.items if is_deleted(record)),
            next_cursor=_next(which, page.next_cursor, since),
        )

    def _named(self, name: str) -> Definition:
        known = self._book.named(name)
        if known is None:
            remedy = "name a deal field by its key or label in config/crm_fields.yaml"
            raise WriteRefused(SLUG, f"segment {name}: no such deal field: {remedy}")
        return known


def _moment(since: datetime | None) -> dict[str, str]:
    """Whole seconds: Pipedrive refuses parts of one."""
    if since is None:
        return {}
    return {"updated_since": since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}


def _next(which: str, place: str | None, since: datetime | None) -> str | None:
    if place is not None:
        return f"{which}:{place}"
    following = FOLLOWING.get(which)
    return None if following == DELETED and since is None else following
