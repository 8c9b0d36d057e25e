"""HubSpot's search: filters over what its index holds, which is a little behind."""

import operator
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sandbox.hubspot_table import Row, Table
from sandbox.hubspot_values import HubspotFault, Record

MOST_GROUPS = 5
MOST_FILTERS = 18
MOST_RESULTS = 10_000
MOST_PER_PAGE = 200
NUMERIC = frozenset({"hs_object_id"})
COMPARED: dict[str, Callable[[Any, Any], Any]] = {
    "EQ": operator.eq, "GT": operator.gt, "GTE": operator.ge, "LT": operator.lt, "LTE": operator.le,
}  # fmt: skip


def search(table: Table, rows: Iterable[Row], body: Record) -> Record:
    """One page of the records that match."""
    groups, start, limit = _checked(body)
    found = [row for row in rows if not groups or any(_all(table, row, g) for g in groups)]
    for sort in reversed(body.get("sorts") or ["createdate"]):
        name = sort.removeprefix("-")
        found.sort(key=lambda row: _comparable(table, name, _value(table, row, name)),
                   reverse=sort.startswith("-"))  # fmt: skip
    page = found[start : start + limit]
    answer: Record = {
        "total": len(found),
        "results": [table.shown(row, body.get("properties") or ()) for row in page],
    }
    if start + limit < len(found):
        answer["paging"] = {"next": {"after": str(start + limit), "link": "?"}}
    return answer


def _checked(body: Record) -> tuple[list[list[Record]], int, int]:
    groups = [group["filters"] for group in body.get("filterGroups") or ()]
    start, limit = int(body.get("after") or 0), int(body.get("limit") or 10)
    if len(groups) > MOST_GROUPS or sum(len(g) for g in groups) > MOST_FILTERS:
        raise HubspotFault(400, "VALIDATION_ERROR", "too many filters")
    if limit > MOST_PER_PAGE or start + limit > MOST_RESULTS:
        raise HubspotFault(400, "VALIDATION_ERROR", "paging beyond 10000 results")
    return groups, start, limit


def _all(table: Table, row: Row, filters: list[Record]) -> bool:
    return all(_matches(table, row, each) for each in filters)


def _matches(table: Table, row: Row, asked: Record) -> bool:
    name, how = asked["propertyName"], asked["operator"]
    if table.definition(name) is None:
        raise HubspotFault(400, "VALIDATION_ERROR", f"There was a problem with {name}")
    value = _value(table, row, name)
    if how == "CONTAINS_TOKEN":
        return _tokens(asked["value"]) <= _tokens(value or "")
    if how not in COMPARED:
        raise HubspotFault(400, "VALIDATION_ERROR", f"operator {how} is unknown here")
    if value is None:
        return False
    left, right = _comparable(table, name, value), _comparable(table, name, asked["value"])
    return bool(COMPARED[how](left, right))


def _value(table: Table, row: Row, name: str) -> str | None:
    if name == "hs_object_id":
        return row.id
    if name == table.modified_column:
        return row.get(name) or str(round(row.modified.timestamp() * 1000))
    return row.get(name)


def _comparable(table: Table, name: str, value: str | None) -> Any:
    """Numbers and moments as numbers, the rest as text."""
    if value is None:
        return 0.0
    kind = table.columns.get(name) or table.properties[name]["type"]
    if kind == "number" or name in NUMERIC:
        return float(value)
    if kind == "datetime":
        if value.isdigit():
            return float(value)
        return datetime.fromisoformat(value).timestamp() * 1000
    return value.lower()


def _tokens(text: str) -> set[str]:
    """Words of letters and digits: an address is many, so that other addresses match too."""
    return set(re.findall(r"[^\W_]+", text.lower()))
