"""Which deals changed since a moment, and which are not there any more."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.deals import Deal, DealPage
from domain.errors import SetupRejected, UnexpectedPayload
from integrations.monday.activity import Question, read_activity
from integrations.monday.client import Body, MondayClient, cut, objects
from integrations.monday.deals import DealReader, board_of
from integrations.monday.documents import ALIVE, DEAL_PAGE, ITEMS, NEXT_DEALS
from integrations.monday.errors import SLUG

_NEWEST_FIRST = {"order_by": [{"column_id": "__last_updated__", "direction": "desc"}]}
_LEAVING = ("delete", "archive", "from_board")
"""Parts of the names of events after which an item may be gone from the board; monday has
no list of them, so each is only a reason to look."""


class Changes:
    """Pages of deals, the latest change first, until they are older than asked for."""

    def __init__(self, client: MondayClient, deals: DealReader, board: str) -> None:
        self._client = client
        self._deals = deals
        self._board = board

    def page(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """See ``Crm.deals_changed``."""
        columns = self._deals.segments(segments)
        page = self._read(since, cursor, [*self._deals.cells, *columns.values()])
        deals = [self._deals.deal(item, columns) for item in objects(page.get("items"), "items")]
        fresh = [deal for deal in deals if since is None or _is_since(deal, since)]
        following = page.get("cursor")
        # sorted by the last change: an older deal ends it
        ended = not following or len(fresh) < len(deals)
        first_look = cursor is None and since is not None
        return DealPage(
            deals=tuple(fresh),
            gone=tuple(self._gone(since)) if first_look and since is not None else (),
            next_cursor=None if ended else str(following),
        )

    def _read(self, since: datetime | None, cursor: str | None, cells: Sequence[str]) -> Body:
        if cursor is not None:
            data = self._client.ask(NEXT_DEALS, {"cursor": cursor, "cells": list(cells)})
            return _items(data.get("next_items_page"))
        asked: dict[str, Any] = {"boards": [self._board], "cells": list(cells)}
        if since is not None:
            asked["params"] = _NEWEST_FIRST
        for board in objects(self._client.ask(DEAL_PAGE, asked).get("boards"), "boards"):
            return _items(board.get("items_page"))
        raise SetupRejected(SLUG, f"board {self._board} is not there, or not shown to us")

    def _gone(self, since: datetime) -> Iterator[str]:
        """Items that left the board since then, and are not back."""
        entries = read_activity(self._client, self._board, Question(since=since))
        suspects = {
            item
            for entry in entries
            if any(word in entry.event for word in _LEAVING)
            for item in entry.items
        }
        for part in cut(sorted(suspects), ITEMS):
            here = alive(self._client, part, self._board)
            yield from (item for item in part if item not in here)


def alive(client: MondayClient, ids: Sequence[str], board: str) -> dict[str, str]:
    """Those of these items that are on a board and neither deleted nor archived, with URLs."""
    return on_board(client.ask(ALIVE, {"items": list(ids)}).get("items"), board)


def on_board(items: object, board: str) -> dict[str, str]:
    """URLs by id of those items of an answer that are on a board."""
    return {
        str(item.get("id")): str(item.get("url") or "")
        for item in objects(items, "items")
        if board_of(item) == board
    }


def _is_since(deal: Deal, since: datetime) -> bool:
    """``updated_at`` knows seconds only: what changed within the same one counts."""
    if deal.modified_at is None:
        raise UnexpectedPayload(SLUG, "a deal without the moment of its last change")
    return deal.modified_at >= since.replace(microsecond=0)


def _items(page: object) -> Body:
    if not isinstance(page, dict):
        raise UnexpectedPayload(SLUG, "a page of items that is none")
    return page
