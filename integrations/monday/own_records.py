"""Calls and skill snapshots: items on boards of our own, each with our key in a column."""

from collections.abc import Mapping, Sequence

from domain.crm import (
    CallRecord,
    CrmField,
    FieldValue,
    NewRecord,
    RecordKind,
    RowResult,
    RowState,
)
from domain.errors import UnexpectedPayload, VendorUnavailable, WriteRefused
from integrations.monday.boards import Board, Boards, Column
from integrations.monday.changes import on_board
from integrations.monday.client import Body, MondayClient, objects
from integrations.monday.deals import all_pages, board_of, cells_of
from integrations.monday.documents import ALIVE, KEYS, create_items, delete_items
from integrations.monday.errors import SLUG
from integrations.monday.records import LOST, problems_by_row, settled
from integrations.monday.settings import MondaySettings
from integrations.monday.values import encoded, written

KEY = "Reploop key"
NAME_CHARS = 255
HEADS: Mapping[RecordKind, Mapping[str, str]] = {
    RecordKind.CALL: {
        KEY: "text", "Started": "date", "Minutes": "numbers", "Deal": "link", "Rep": "email",
        "Contacts": "text",
    },
    RecordKind.SNAPSHOT: {KEY: "text", "Rep": "email"},
}  # fmt: skip
"""Columns of the head of a record, by title, with their types. The rep stands in an e-mail
column: being put into a people column sends a notification, one for each call and week."""


class OwnRecords:
    """Makes sure that calls and snapshots exist, once each; takes them back."""

    def __init__(self, client: MondayClient, settings: MondaySettings, boards: Boards) -> None:
        self._client = client
        self._settings = settings
        self._boards = boards

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> dict[str, RowResult]:
        """See ``Crm.ensure``: one look for the keys, and one document for what is missing."""
        board = self._board(kind)
        columns = self._boards.columns(board.id, fields)
        wanted = {row.head.key: row for row in rows}
        found, links = self._present(board, rows)
        results = {key: RowResult(RowState.DONE, id=item) for key, item in found.items()}
        missing = [row for key, row in wanted.items() if key not in found]
        if missing:
            results |= self._create(board, missing, columns, links)
        return results

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> dict[str, RowResult]:
        """See ``Crm.remove``. Only what stands on the board of our own is ever deleted."""
        board = self._boards.of(kind)
        if kind is RecordKind.DEAL:
            raise WriteRefused(SLUG, "deals are never deleted")
        data = self._client.ask(ALIVE, {"items": list(ids)})
        places = {
            str(item.get("id")): board_of(item) for item in objects(data.get("items"), "items")
        }
        foreign = RowResult(RowState.REFUSED, "the item is not on Reploop's board any more")
        results = {
            each: RowResult(RowState.DONE) if each not in places else foreign for each in ids
        }
        ours = [each for each in dict.fromkeys(ids) if places.get(each) == board]
        return results | (self._delete(ours) if ours else {})

    def _delete(self, ids: Sequence[str]) -> dict[str, RowResult]:
        variables = {f"item{n}": item for n, item in enumerate(ids)}
        try:
            reply = self._client.run(delete_items(len(ids)), variables)
        except (VendorUnavailable, UnexpectedPayload):
            return dict.fromkeys(ids, LOST)
        gone = [ids[n] for n, problem in problems_by_row(reply).items() if problem.missing]
        return settled(reply, ids) | dict.fromkeys(gone, RowResult(RowState.DONE))

    def _board(self, kind: RecordKind) -> Board:
        """The board with all columns of the head, after a second look if need be."""
        board_id = self._boards.of(kind)
        if kind not in HEADS:
            raise WriteRefused(SLUG, f"{kind}: records of this kind are never made")
        board = self._boards.get(board_id)
        if all(board.titled(title) for title in HEADS[kind]):
            return board
        board = self._boards.get(board_id, fresh=True)
        for title in HEADS[kind]:
            _titled(board, title)
        return board

    def _present(
        self, board: Board, rows: Sequence[NewRecord]
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Ids of the items that hold these keys, and URLs of the calls' deals, in one look.

        Of two items with one key the older counts.
        """
        column = _titled(board, KEY).id
        heads = [row.head for row in rows]
        keys = [head.key for head in heads]
        deals = sorted({head.deal_id for head in heads if isinstance(head, CallRecord)})
        asked: Body = {
            "board": board.id,
            "columns": [{"column_id": column, "column_values": keys}],
            "cells": [column],
            "items": deals,
            "deals": bool(deals),
        }
        first = self._client.ask(KEYS, asked)
        found: dict[str, str] = {}
        for item in all_pages(self._client, first, [column]):
            key, item_id = str(cells_of(item).get(column, {}).get("text")), str(item.get("id"))
            if key in keys:
                found[key] = min(found.get(key, item_id), item_id, key=_age)
        links = on_board(first.get("items"), self._settings.deals_board) if deals else {}
        return found, links

    def _create(
        self,
        board: Board,
        rows: Sequence[NewRecord],
        columns: Mapping[str, Column],
        links: Mapping[str, str],
    ) -> dict[str, RowResult]:
        keys = [row.head.key for row in rows]
        variables: Body = {"board": board.id}
        for n, row in enumerate(rows):
            cells = {_titled(board, t).id: v for t, v in _head(row, links).items()}
            cells |= {
                columns[name].id: written(columns[name].type, value)
                for name, value in row.values.items()
                if name in columns and value is not None
            }
            variables |= {f"name{n}": row.head.title[:NAME_CHARS], f"values{n}": encoded(cells)}
        try:
            reply = self._client.run(create_items(len(rows)), variables)
        except (VendorUnavailable, UnexpectedPayload):
            return dict.fromkeys(keys, LOST)
        return settled(reply, keys, with_ids=True)


def _head(row: NewRecord, links: Mapping[str, str]) -> dict[str, object]:
    """Cells of the head by title."""
    head = row.head
    cells: dict[str, object] = {KEY: head.key}
    email: FieldValue = head.owner_email
    if email:
        cells["Rep"] = written("email", email)
    if not isinstance(head, CallRecord):
        return cells
    start = head.started_at
    cells["Started"] = {"date": f"{start:%Y-%m-%d}", "time": f"{start:%H:%M:%S}"}  # UTC
    cells["Minutes"] = written("numbers", round(head.duration_s / 60, 1))
    if head.contact_emails:
        cells["Contacts"] = ", ".join(head.contact_emails)
    if links.get(head.deal_id):
        cells["Deal"] = {"url": links[head.deal_id], "text": "Deal"}
    return cells


def _titled(board: Board, title: str) -> Column:
    column = board.titled(title)
    if column is None:
        raise WriteRefused(SLUG, f"{board.name}: no column {title}: run `reploop crm provision`")
    return column


def _age(item_id: str) -> tuple[int, str]:
    """Ids are numbers that grow."""
    return len(item_id), item_id
