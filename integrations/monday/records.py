"""Reading and writing our fields on items: many in one request, a result for each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.crm import CrmField, RecordKind, RecordNow, RecordWrite, RowResult, RowState
from domain.errors import IntegrationError, UnexpectedPayload, VendorUnavailable
from integrations.monday.boards import Boards, Column
from integrations.monday.changes import alive
from integrations.monday.client import Body, MondayClient, Reply, cut, objects
from integrations.monday.deals import board_of, cells_of
from integrations.monday.documents import ITEMS, RECORDS, change_items
from integrations.monday.errors import Problem
from integrations.monday.values import LONG_TEXT_CHARS, encoded, read, too_long, written

LOST = RowResult(RowState.UNSURE, "the answer was lost")
_DONE = RowResult(RowState.DONE)
_GONE = RowResult(RowState.GONE, "deleted, archived or moved to another board")


class Records:
    """Fields of items on the deals board and on the boards of our own."""

    def __init__(self, client: MondayClient, boards: Boards) -> None:
        self._client = client
        self._boards = boards

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> dict[str, RecordNow]:
        """See ``Crm.read``."""
        board = self._boards.of(kind)
        columns = self._boards.columns(board, fields)
        items = [item for part in cut(ids, ITEMS) for item in self._items(board, part, columns)]
        if any(_lacks(item, columns) for item in items):
            # monday leaves columns that are gone out without a word
            self._boards.get(board, fresh=True)
            columns = self._boards.columns(board, fields)
            items = [item for part in cut(ids, ITEMS) for item in self._items(board, part, columns)]
        return {str(item["id"]): _now(item, columns) for item in items}

    def write(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> dict[str, RowResult]:
        """See ``Crm.write``: one document, in which monday changes row after row."""
        board = self._boards.of(kind)
        columns = self._boards.columns(board, fields)
        results: dict[str, RowResult] = {}
        sent: list[tuple[str, Body]] = []
        for row in rows:
            values = {name: value for name, value in row.values.items() if name in columns}
            problem = _cut_off(values, columns)
            if problem or not values:
                results[row.id] = RowResult(RowState.REFUSED, problem) if problem else _DONE
                continue
            cells = {columns[n].id: written(columns[n].type, v) for n, v in values.items()}
            sent.append((row.id, cells))
        if sent:
            results |= self._change(board, sent, fields)
        return results

    def _items(self, board: str, ids: Sequence[str], columns: Mapping[str, Column]) -> list[Body]:
        asked = {"items": list(ids), "cells": [column.id for column in columns.values()]}
        items = objects(self._client.ask(RECORDS, asked).get("items"), "items")
        return [item for item in items if board_of(item) == board and item.get("id")]

    def _change(
        self, board: str, rows: Sequence[tuple[str, Body]], fields: Sequence[CrmField]
    ) -> dict[str, RowResult]:
        variables: Body = {"board": board}
        for n, (item, values) in enumerate(rows):
            variables |= {f"item{n}": item, f"values{n}": encoded(values)}
        try:
            reply = self._client.run(change_items(len(rows)), variables)
        except (VendorUnavailable, UnexpectedPayload):
            return dict.fromkeys((item for item, _ in rows), LOST)
        results = settled(reply, [item for item, _ in rows])
        return results | self._explained(board, reply, [item for item, _ in rows], fields)

    def _explained(
        self, board: str, reply: Reply, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> dict[str, RowResult]:
        """Rows refused for something missing: the item, or a column of ours?

        monday says the same of both. Asking again must not raise: other rows are written.
        """
        doubtful = [ids[n] for n, p in problems_by_row(reply).items() if p.missing or _column(p)]
        if not doubtful:
            return {}
        try:
            here = alive(self._client, doubtful, board)
            found = self._boards.get(board, fresh=True)
        except IntegrationError:
            return dict.fromkeys(doubtful, LOST)
        lost = [field.name for field in fields if found.column(field) is None]
        named = ", ".join(lost) or "a column"
        refused = RowResult(
            RowState.REFUSED, f"{named}: not on the board: run `reploop crm provision`"
        )
        return {item: refused if item in here else _GONE for item in doubtful}


def problems_by_row(reply: Reply) -> dict[int, Problem]:
    """The first problem of each row, by the row's number."""
    found: dict[int, Problem] = {}
    for problem in reply.problems:
        number = problem.row.removeprefix("row")
        if number.isascii() and number.isdigit():
            found.setdefault(int(number), problem)
    return found


def settled(reply: Reply, keys: Sequence[str], *, with_ids: bool = False) -> dict[str, RowResult]:
    """A result for each row of a document with several calls, by the rows' keys."""
    problems = problems_by_row(reply)
    whole = next((problem for problem in reply.problems if not problem.row), None)
    results = {
        key: _settled(reply, n, problems.get(n) or (None if _made(reply, n) else whole))
        for n, key in enumerate(keys)
    }
    return results if with_ids else {k: replace(r, id="") for k, r in results.items()}


def _settled(reply: Reply, number: int, problem: Problem | None) -> RowResult:
    if problem is not None and problem.passing:
        return RowResult(
            RowState.UNSURE, problem.code, after_s=problem.wait_s, limited=problem.limited
        )
    if problem is not None:
        return RowResult(RowState.REFUSED, problem.remedy)
    made = _made(reply, number)
    return RowResult(RowState.DONE, id=made) if made else LOST


def _made(reply: Reply, number: int) -> str:
    """The id that a row came back with; empty if it did not."""
    made = reply.data.get(f"row{number}")
    return str(made.get("id") or "") if isinstance(made, dict) else ""


def _column(problem: Problem) -> bool:
    return problem.key == "invalidcolumnidexception"


def _lacks(item: Body, columns: Mapping[str, Column]) -> bool:
    return not {column.id for column in columns.values()} <= set(cells_of(item))


def _now(item: Body, columns: Mapping[str, Column]) -> RecordNow:
    cells = cells_of(item)
    values = {name: read(cells.get(column.id, {})) for name, column in columns.items()}
    return RecordNow(values)


def _cut_off(values: Mapping[str, object], columns: Mapping[str, Column]) -> str:
    """Which values are too long; empty if none is."""
    long = [n for n, v in values.items() if isinstance(v, str) and too_long(columns[n].type, v)]
    if not long:
        return ""
    return (
        f"{', '.join(long)}: longer than the {LONG_TEXT_CHARS} characters that a long text "
        "column keeps: map a text column in config/crm_fields.yaml"
    )
