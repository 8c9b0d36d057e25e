"""Answers every field of the schema from an ``Account``."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from graphql import GraphQLResolveInfo, GraphQLSchema, build_schema

from sandbox.monday_account import EPOCH, WORKSPACE, Board, Item, Log
from sandbox.monday_asked import asked_with
from sandbox.monday_cells import MondayFault, iso, shown, text_of
from sandbox.monday_schema import SDL
from sandbox.monday_writing import MUTATIONS

CURSOR_LIFE = timedelta(minutes=60)
MOST_LOGS = 10_000
Arguments = Any


def schema() -> GraphQLSchema:
    """The sandbox's schema with its resolvers."""
    built = build_schema(SDL)
    for type_name, fields in _RESOLVERS.items():
        graphql_type: Any = built.get_type(type_name)
        for name, resolve in fields.items():
            graphql_type.fields[name].resolve = resolve
    return built


def _me(_: Any, info: GraphQLResolveInfo) -> Any:
    asked = asked_with(info, "me:read")
    return asked.account.users[asked.account.me]


def _users(_: Any, info: GraphQLResolveInfo, **given: Arguments) -> Any:
    users = list(asked_with(info, "users:read").account.users.values())
    wanted = given.get("status") or ["ACTIVE"]
    return _cut([u for u in users if u["status"] in wanted], given)


def _boards(_: Any, info: GraphQLResolveInfo, **given: Arguments) -> Any:
    asked = asked_with(info, "boards:read")
    ids = given.get("ids")
    found = [b for b in asked.account.boards.values() if ids is None or b.id in ids]
    places = given.get("workspace_ids")
    return _cut([b for b in found if places is None or WORKSPACE in places], given)


def _items(_: Any, info: GraphQLResolveInfo, **given: Arguments) -> Any:
    asked, ids = asked_with(info, "boards:read"), given.get("ids") or []
    if len(ids) > 100 or given["limit"] > 100:
        raise MondayFault("InvalidArgumentException", "You can only query up to 100 items")
    found = [
        asked.account.items[each] for each in dict.fromkeys(ids) if each in asked.account.items
    ]
    if given.get("exclude_nonactive"):
        found = [item for item in found if item.state == "active"]
    return _cut(found, given)


def _by_values(_: Any, info: GraphQLResolveInfo, **given: Arguments) -> Any:
    asked = asked_with(info, "boards:read")
    board, columns = asked.board(given["board_id"]), given.get("columns")
    if not columns:
        raise MondayFault("InvalidArgumentException", "columns or cursor is needed")
    names = asked.account.names()
    found = list(board.live())
    for each in columns:
        column = board.columns.get(each["column_id"])
        if column is None or column.archived:
            raise MondayFault("InvalidColumnIdException", "This column ID doesn't exist")
        wanted = set(each["column_values"])
        found = [i for i in found if text_of(column, i.cells.get(column.id), names) in wanted]
    return asked.page([item.id for item in found], given["limit"])


def _next_page(_: Any, info: GraphQLResolveInfo, **given: Arguments) -> Any:
    asked = asked_with(info, "boards:read")
    kept = asked.cursors.get(given["cursor"])
    if kept is None or kept[0] < asked.account.now() - CURSOR_LIFE:
        raise MondayFault("CursorExpiredError", "The cursor provided is invalid or expired")
    return asked.page(kept[1], given["limit"])


def _items_page(board: Board, info: GraphQLResolveInfo, **given: Arguments) -> Any:
    asked, items = asked_with(info, "boards:read"), list(board.live())
    for order in reversed((given.get("query_params") or {}).get("order_by") or []):
        if order["column_id"] != "__last_updated__":
            raise MondayFault("InvalidColumnIdException", "This column ID doesn't exist")
        items.sort(key=lambda item: item.updated_at, reverse=order["direction"] == "desc")
    return asked.page([item.id for item in items], given["limit"])


def _activity(board: Board, info: GraphQLResolveInfo, **given: Arguments) -> Any:
    asked_with(info, "boards:read")
    first, last = _ticks(given.get("from")), _ticks(given.get("to"))
    ids, columns, users = (given.get(n) for n in ("item_ids", "column_ids", "user_ids"))
    size, page = given["limit"], given["page"]
    if not 1 <= size <= MOST_LOGS or size * page > MOST_LOGS:
        raise MondayFault("InvalidArgumentException", "Only 10,000 activity logs can be read")
    found: list[Log] = []
    for log in _newest(board, ids):
        if first is not None and log.ticks < first:
            break
        fits = (last is None or log.ticks <= last) and (users is None or log.user_id in users)
        if fits and (columns is None or log.column in columns):
            found.append(log)
        if len(found) >= size * page:
            break
    return [_shown_log(log) for log in found[size * (page - 1) :]]


def _newest(board: Board, ids: Sequence[str] | None) -> Iterable[Log]:
    if ids is None:
        return reversed(board.logs)
    every = [log for each in ids for log in board.logs_of.get(each, ())]
    return sorted(every, key=lambda log: -log.ticks)


def _shown_log(log: Log) -> dict[str, str]:
    return {
        "id": log.id, "event": log.event, "entity": "pulse", "data": json.dumps(log.data),
        "created_at": str(log.ticks), "user_id": log.user_id, "account_id": "77",
    }  # fmt: skip


def _ticks(moment: str | None) -> int | None:
    if moment is None:
        return None
    try:
        at = datetime.fromisoformat(moment)
    except ValueError as error:
        raise MondayFault("InvalidArgumentException", "not an ISO8601DateTime") from error
    return (at - EPOCH) // timedelta(microseconds=1) * 10


def _cells(item: Item, info: GraphQLResolveInfo, ids: list[str] | None = None) -> Any:
    names = info.context.account.names()
    if ids is None:
        columns = item.board.live_columns()
    else:
        known = (item.board.columns.get(each) for each in ids)
        columns = [column for column in known if column is not None and not column.archived]
    return [shown(c, item.cells.get(c.id), names, item.changed.get(c.id)) for c in columns]


def _cut(found: list[Any], given: dict[str, Any]) -> list[Any]:
    start = given["limit"] * (given.get("page", 1) - 1)
    return found[start : start + given["limit"]]


_Resolve = Callable[..., Any]
_RESOLVERS: dict[str, Mapping[str, _Resolve]] = {
    "Query": {
        "me": _me, "users": _users, "boards": _boards, "items": _items,
        "items_page_by_column_values": _by_values, "next_items_page": _next_page,
    },
    "Mutation": MUTATIONS,
    "Board": {
        "type": lambda *_: "board", "board_kind": lambda board, _: board.kind,
        "state": lambda *_: "active", "workspace_id": lambda *_: WORKSPACE,
        "items_count": lambda board, _: sum(1 for _ in board.live()),
        "url": lambda board, info: f"{info.context.base_url}boards/{board.id}",
        "columns": lambda board, _, ids=None: [
            column for column in board.columns.values() if ids is None or column.id in ids
        ],
        "items_page": _items_page, "activity_logs": _activity,
    },
    "Item": {
        "url": lambda item, info: (
            f"{info.context.base_url}boards/{item.board.id}/pulses/{item.id}"
        ),
        "created_at": lambda item, _: iso(item.created_at),
        "updated_at": lambda item, _: iso(item.updated_at),
        "column_values": _cells,
    },
}  # fmt: skip
