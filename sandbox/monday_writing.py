"""Every change that can be asked for: items, columns, boards."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from graphql import GraphQLResolveInfo

from sandbox.monday_account import Item
from sandbox.monday_asked import Asked, asked_with
from sandbox.monday_cells import Column, MondayFault

Arguments = Any


def _change(_: Any, info: GraphQLResolveInfo, **given: Arguments) -> Any:
    asked = asked_with(info, "boards:write")
    board, item = asked.board(given["board_id"]), asked.account.items.get(given["item_id"])
    if item is None or item.board is not board or item.state != "active":
        raise MondayFault("ResourceNotFoundException", "Item not found in board", 200)
    _may_edit(asked, item)
    labels = bool(given.get("create_labels_if_missing"))
    cells = asked.account.checked(board, _values(given), create_labels=labels)
    asked.interrupt(item.id)
    asked.account.change(item, cells, asked.account.me)
    return item


def _create(_: Any, info: GraphQLResolveInfo, **given: Arguments) -> Any:
    asked = asked_with(info, "boards:write")
    board, account = asked.board(given["board_id"]), asked.account
    if len(board.items) >= board.items_limit:
        raise MondayFault("ItemsLimitationException", "Board is full", 200)
    if not 1 <= len(given["item_name"]) <= 255:
        raise MondayFault("ItemNameTooLongException", "Item name is 255 characters at most", 200)
    labels = bool(given.get("create_labels_if_missing"))
    cells = account.checked(board, _values(given), create_labels=labels)
    item = account.new_item(board, given["item_name"], account.now())
    item.cells.update(cells)
    item.changed.update(dict.fromkeys(cells, account.now()))
    account.log(board, "create_pulse", account.me, item.id, data={
        "board_id": int(board.id), "pulse_id": int(item.id), "pulse_name": item.name,
    })  # fmt: skip
    return item


def _delete(_: Any, info: GraphQLResolveInfo, item_id: str) -> Any:
    asked = asked_with(info, "boards:write")
    item = asked.account.items.get(item_id)
    if item is None or item.state != "active":
        raise MondayFault("ResourceNotFoundException", "Item not found", 200)
    _may_edit(asked, item)
    asked.interrupt(item.id)
    asked.account.leave(item, "delete_pulse", asked.account.me)
    return item


def _create_column(_: Any, info: GraphQLResolveInfo, **given: Arguments) -> Any:
    asked = asked_with(info, "boards:write")
    board, kind = asked.board(given["board_id"]), given["column_type"]
    key = given.get("id") or f"{kind}_mk{int(asked.account.new_id()):x}"
    if key in board.columns:
        raise MondayFault("InvalidColumnIdException", "This column ID exists already")
    column = Column(key, given["title"], kind, given.get("description") or "", ours=True)
    board.columns[key] = column
    return column


def _create_board(_: Any, info: GraphQLResolveInfo, **given: Arguments) -> Any:
    asked = asked_with(info, "boards:write")
    board = asked.account.add_board(
        given["board_name"], given["board_kind"], given.get("description") or ""
    )
    if not given["empty"]:
        for n in range(1, 4):
            asked.account.new_item(board, f"Item {n}", asked.account.now())
    return board


def _may_edit(asked: Asked, item: Item) -> None:
    if item.id in asked.locked:
        raise MondayFault("UserUnauthorizedException", "User unauthorized to perform action", 403)


def _values(given: dict[str, Any]) -> dict[str, Any]:
    try:
        values = json.loads(given.get("column_values") or "{}")
    except (TypeError, ValueError) as error:
        raise MondayFault("JsonParseException", "column_values is not JSON text", 400) from error
    if not isinstance(values, dict):
        raise MondayFault("JsonParseException", "column_values is not an object", 400)
    return values


MUTATIONS: Mapping[str, Callable[..., Any]] = {
    "change_multiple_column_values": _change, "create_item": _create, "delete_item": _delete,
    "create_column": _create_column, "create_board": _create_board,
}  # fmt: skip
