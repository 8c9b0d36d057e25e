"""Queries over the records of a Salesforce org. Lists of ids and of unique keys are looked up."""

import operator
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from sandbox.salesforce_org import Org
from sandbox.salesforce_schema import RELATIONS, Record, SalesforceFault, attributes, iso
from sandbox.soql import Condition, Query

Holds = Callable[[Record], bool]
ORDERED: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


def select(org: Org, query: Query, *, deleted: bool = False) -> list[Record]:
    """The matching records as the API shows them; those in the recycle bin only if asked."""
    org.check_table(query.table)
    conditions = [(c, _path(org, query.table, c.path)) for c in query.conditions]
    shown = [_path(org, query.table, path) for path in query.fields]
    order = [(_path(org, query.table, path), down) for path, down in query.order]
    for condition, parts in conditions:
        _check_filter(org, query.table, condition, parts)
    tests = [_test(org, query.table, c, parts) for c, parts in conditions]
    horizon = iso(org.now() - timedelta(days=365))[:10]
    rows = [
        record
        for record in _candidates(org, query)
        if (deleted or not (record["Id"] in org.deleted or _archived(record, horizon)))
        and all(test(record) for test in tests)
    ]
    for parts, down in reversed(order):
        rows.sort(key=lambda r: _sortable(value_at(org, query.table, r, parts)), reverse=down)
    return [_project(org, query.table, row, shown) for row in rows[: query.limit]]


def _archived(record: Record, horizon: str) -> bool:
    """Whether it is an activity that is done and more than a year old."""
    return record.get("Status") == "Completed" and (record.get("ActivityDate") or "9") < horizon


def _candidates(org: Org, query: Query) -> Iterable[Record]:
    """Only the records that a condition names, where it does so by id or unique key."""
    for condition in query.conditions:
        if condition.operator != "=":
            continue
        if condition.path == "Id":
            found = (org.found(str(value)) for value in dict.fromkeys(condition.values))
            return [record for f in found if f and f[0] == query.table for record in (f[1],)]
        keys = org.keys.get((query.table, condition.path))
        if keys is not None:
            wanted = (org.key(query.table, condition.path, str(v)) for v in condition.values)
            ids = dict.fromkeys(keys[key] for key in wanted if key in keys)
            return [org.tables[query.table][i] for i in ids]
    return org.tables[query.table].values()


def _path(org: Org, table: str, path: str) -> list[str]:
    parts = path.split(".")
    for relation in parts[:-1]:
        if (table, relation) not in RELATIONS:
            message = f"Didn't understand relationship '{relation}' in field path."
            raise SalesforceFault(400, "INVALID_FIELD", message)
        table = RELATIONS[table, relation][1]
    org.check_column(table, parts[-1])
    return parts


def _check_filter(org: Org, table: str, condition: Condition, parts: list[str]) -> None:
    metadata = org.custom[table].get(parts[-1]) if len(parts) == 1 else None
    if metadata is not None and metadata["type"] == "LongTextArea":
        message = f"field '{parts[-1]}' can not be filtered in a query call"
        raise SalesforceFault(400, "INVALID_FIELD", message)
    if parts[-1] == "Id" or parts[-1].endswith("Id"):
        for value in condition.values:
            if value is not None and len(str(value)) not in (15, 18):
                message = f"invalid ID field: {value}"
                raise SalesforceFault(400, "INVALID_QUERY_FILTER_OPERATOR", message)


def _test(org: Org, table: str, condition: Condition, parts: list[str]) -> Holds:
    if condition.operator in ORDERED:
        compare, bound = ORDERED[condition.operator], _literal(condition.values[0])

        def ordered(record: Record) -> bool:
            value = value_at(org, table, record, parts)
            return value is not None and compare(value, bound)

        return ordered
    is_id = parts[-1] == "Id" or parts[-1].endswith("Id")
    wanted = frozenset(v[:15] if is_id and isinstance(v, str) else _folded(_literal(v))
                       for v in condition.values)  # fmt: skip

    def among(record: Record) -> bool:
        value = value_at(org, table, record, parts)
        return (value[:15] if is_id and isinstance(value, str) else _folded(value)) in wanted

    return among if condition.operator == "=" else lambda record: not among(record)


def _literal(value: Any) -> Any:
    return iso(value) if isinstance(value, datetime) else value


def _folded(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _sortable(value: Any) -> tuple[bool, Any]:
    return (value is not None, value if value is not None else 0)


def value_at(org: Org, table: str, record: Record, parts: list[str]) -> Any:
    """What stands at a path, across relations; ``None`` where one leads nowhere."""
    for relation in parts[:-1]:
        column, target = RELATIONS[table, relation]
        linked = org.tables[target].get(record.get(column, ""))
        if linked is None or linked["Id"] in org.deleted:
            return None
        table, record = target, linked
    return record.get(parts[-1])


def _project(org: Org, table: str, record: Record, fields: list[list[str]]) -> Record:
    shown: Record = {"attributes": attributes(table, record["Id"])}
    for parts in fields:
        place, at, holder = shown, table, record
        for relation in parts[:-1]:
            column, target = RELATIONS[at, relation]
            linked = org.tables[target].get(holder.get(column, ""))
            if linked is None or linked["Id"] in org.deleted:
                place[relation] = None
                break
            if not isinstance(place.get(relation), dict):
                place[relation] = {"attributes": attributes(target, linked["Id"])}
            place, at, holder = place[relation], target, linked
        else:
            place[parts[-1]] = holder.get(parts[-1])
    return shown
