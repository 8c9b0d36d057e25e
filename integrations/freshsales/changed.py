"""Deals that changed since a moment, from views sorted by the latest change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.deals import DealPage
from domain.errors import SetupRejected, UnexpectedPayload
from integrations.freshsales.client import Body, FreshsalesClient, bodies
from integrations.freshsales.deals import DealReader, moment
from integrations.freshsales.errors import SLUG

COMPLETE = (("all deals",), ("open deals", "won deals", "lost deals"))
"""Names of views in lower case that together show all deals: the first set that is there."""
NO_VIEW = (
    "no view shows all deals: make one named All Deals for the user of the API key, "
    "or name views in REPLOOP_FRESHSALES_DEALS_VIEWS"
)


@dataclass(frozen=True, slots=True)
class Place:
    """How far a look has come: in the first of ``views``, at ``page``; ``total`` deals then."""

    views: tuple[str, ...]
    page: int = 1
    total: int = 0

    @classmethod
    def read(cls, cursor: str) -> "Place":
        """From a cursor. Raises ``UnexpectedPayload``."""
        try:
            views, page, total = cursor.split(":")
            return cls(tuple(views.split(",")), int(page), int(total))
        except ValueError as error:
            raise UnexpectedPayload(SLUG, "a cursor that is not ours") from error

    def cursor(self) -> str | None:
        """For the next page; ``None`` after the last view."""
        return f"{','.join(self.views)}:{self.page}:{self.total}" if self.views else None


class ChangedDeals:
    """Looks through views page by page. A deal that is edited meanwhile may come twice."""

    def __init__(
        self, client: FreshsalesClient, reader: DealReader, views: tuple[str, ...]
    ) -> None:
        self._client = client
        self._reader = reader
        self._views = views

    def page(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """See ``Crm.deals_changed``. Deleted deals are not told."""
        place = Place(self.views()) if cursor is None else Place.read(cursor)
        answer = self._client.deals_page(place.views[0], place.page)
        records = bodies(answer, "deals")
        new = [record for record in records if _is_new(record, since)]
        old_ones = len(new) < len(records)
        return DealPage(
            deals=tuple(self._reader.deal(record, answer, segments) for record in new),
            next_cursor=_next(place, answer, not records or old_ones).cursor(),
        )

    def views(self) -> tuple[str, ...]:
        """Ids of the views that together show all deals. Raises ``SetupRejected``."""
        if self._views:
            return self._views
        ids = {str(v.get("name")).strip().lower(): str(v["id"]) for v in self._client.deal_views()}
        for names in COMPLETE:
            if all(name in ids for name in names):
                return tuple(ids[name] for name in names)
        raise SetupRejected(SLUG, NO_VIEW)


def _is_new(record: Body, since: datetime | None) -> bool:
    at = moment(record.get("updated_at"))
    # Freshsales tells whole seconds
    return since is None or at is None or at >= since.replace(microsecond=0)


def _next(place: Place, answer: Body, seen_all: bool) -> Place:
    """Where to go on. If deals left the view meanwhile, one slid to the page before: back."""
    meta = answer.get("meta")
    facts = meta if isinstance(meta, dict) else {}
    total, pages = (_count(facts.get(key)) for key in ("total", "total_pages"))
    if place.page > 1 and total < place.total:
        return Place(place.views, place.page - 1, total)
    if seen_all or 0 < pages <= place.page:
        return Place(place.views[1:])
    return Place(place.views, place.page + 1, total)


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
