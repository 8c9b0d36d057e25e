"""Cells of a board: what each type of column takes, shows and notes in the activity log."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from graphql import GraphQLError

LONG_TEXT = 2000
TYPENAMES = {
    "text": "TextValue", "long_text": "LongTextValue", "numbers": "NumbersValue",
    "date": "DateValue", "status": "StatusValue", "email": "EmailValue", "link": "LinkValue",
    "people": "PeopleValue", "board_relation": "BoardRelationValue", "mirror": "MirrorValue",
    "formula": "FormulaValue",
}  # fmt: skip
LOGGED_TYPES = {"text": "text", "long_text": "long-text", "numbers": "numeric", "status": "color",
                "people": "multiple-person", "board_relation": "board-relation"}  # fmt: skip


class MondayFault(GraphQLError):
    """One entry of ``errors``."""

    def __init__(self, code: str, message: str, status: int = 200, **more: Any) -> None:
        super().__init__(message, extensions={"code": code, "status_code": status, **more})


@dataclass(slots=True)
class Column:
    """One column of one board; ``labels`` are a status column's."""

    id: str
    title: str
    type: str
    description: str = ""
    archived: bool = False
    ours: bool = False
    """Whether it was created through the API."""
    labels: list[str] = field(default_factory=list)


def taken(column: Column, value: Any, *, create_labels: bool = False) -> Any:
    """What stands in the cell after this value was sent; ``None`` is empty.

    Raises ``MondayFault`` for what the type of column does not take.
    """
    if value in (None, "", {}):
        return None
    take = _TAKES.get(column.type)
    cell = _label(column, value, create_labels=create_labels) if take is None else take(value)
    if cell is None:
        raise MondayFault(
            "ColumnValueException", "invalid value, please check our API documentation", 200,
            error_data={"column_id": column.id, "column_type": column.type, "column_value": value},
        )  # fmt: skip
    return cell


def shown(
    column: Column, cell: Any, names: Mapping[str, str], changed: datetime | None
) -> dict[str, Any]:
    """A cell as a typed column value. ``names``: users and items by id, for their texts."""
    value: dict[str, Any] = {
        "__typename": TYPENAMES[column.type], "id": column.id, "type": column.type,
        "text": text_of(column, cell, names), "value": None if cell is None else json.dumps(cell),
        "updated_at": iso(changed) if changed and cell is not None else None,
    }  # fmt: skip
    parts = cell if isinstance(cell, dict) else {}
    match column.type:
        case "numbers":
            value["number"] = None if cell is None else float(cell)
        case "date" | "email":
            value |= {"date": parts.get("date"), "time": parts.get("time")}
            value |= {"email": parts.get("email"), "label": parts.get("text")}
        case "status":
            value |= {"label": value["text"], "index": parts.get("index")}
        case "link":
            value |= {"url": parts.get("url"), "url_text": parts.get("text")}
        case "people":
            value["persons_and_teams"] = parts.get("personsAndTeams", [])
        case "board_relation":
            ids = parts.get("item_ids", [])
            value["linked_item_ids"] = ids
            value["display_value"] = ", ".join(names.get(each, "") for each in ids)
        case "mirror" | "formula":
            value["display_value"] = str(cell or "")
    return value


def text_of(column: Column, cell: Any, names: Mapping[str, str]) -> str | None:
    """The ``text`` of a cell: empty text for most empty ones, null for some types always."""
    if column.type in ("board_relation", "mirror", "formula"):
        return None
    if cell is None:
        return None if column.type == "status" else ""
    show = _TEXTS.get(column.type)
    if show is not None:
        return show(cell)
    if column.type == "status":
        label: str = column.labels[cell["index"]]
        return label
    return ", ".join(names.get(str(p["id"]), "") for p in cell["personsAndTeams"])


_TEXTS: Mapping[str, Callable[[Any], str]] = {
    "text": str,
    "numbers": str,
    "long_text": lambda cell: str(cell["text"]),
    # the display text hides the address, for people and for searches
    "email": lambda cell: str(cell["text"] or cell["email"]),
    "date": lambda cell: " ".join(filter(None, (cell["date"], (cell.get("time") or "")[:5]))),
    "link": lambda cell: f"{cell['text']} - {cell['url']}" if cell["text"] else str(cell["url"]),
}


def plain(column: Column, cell: Any) -> str | float | None:
    """What a person would say stands in the cell."""
    if cell is None:
        return None
    match column.type:
        case "numbers":
            return float(cell)
        case "date":
            return str(cell["date"])
        case "link":
            return str(cell["url"])
    return text_of(column, cell, {})


def logged(column: Column, cell: Any) -> Any:
    """A cell as ``value`` and ``previous_value`` of the activity log."""
    if cell is None:
        return {"column_settings": {}} if column.type == "long_text" else None
    match column.type:
        case "text":
            return {"value": cell}
        case "numbers":
            return {"value": float(cell), "unit": {"symbol": "custom", "custom_unit": ""}}
        case "status":
            label = {"index": cell["index"], "text": column.labels[cell["index"]], "style": {}}
            return {"label": label, "post_id": None}
        case "board_relation":
            return {"linkedPulseIds": [{"linkedPulseId": int(i)} for i in cell["item_ids"]]}
    return dict(cell)


def raw_as_person(column: Column, value: Any) -> Any:
    """What the browser would send for a value that somebody typed."""
    if value is None:
        return None
    match column.type:
        case "long_text":
            return {"text": str(value)}
        case "date":
            return {"date": str(value)}
        case "link":
            return {"url": str(value), "text": ""}
        case "status":
            return {"label": str(value)}
    return str(value)


def iso(moment: datetime) -> str:
    """As monday writes moments: whole seconds, UTC."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _label(column: Column, value: Any, *, create_labels: bool) -> Any:
    """Status columns; all others without an entry in the table take nothing."""
    text = value.get("label") if isinstance(value, dict) else None
    if column.type != "status" or not isinstance(text, str):
        return None
    if text not in column.labels:
        if not create_labels:
            raise MondayFault("ColumnValueException", "This status label doesn't exist")
        column.labels.append(text)
    return {"index": column.labels.index(text)}


def _text(value: Any) -> Any:
    return value if isinstance(value, str) else None


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value) if re.fullmatch(r"-?\d+(\.\d+)?", str(value)) else None


def _long_text(value: Any) -> Any:
    """The rest is lost without a word."""
    text = _part(value, "text")
    return None if text is None else {"text": text[:LONG_TEXT]}


def _date(value: Any) -> Any:
    written = _part(value, "date") or ""
    try:
        date.fromisoformat(written)
    except ValueError:
        return None
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        return None
    return {"date": written, "time": value.get("time") if isinstance(value, dict) else None}


def _email(value: Any) -> Any:
    fits = _has(value, "email", "text") and "@" in value["email"]
    return {"email": value["email"], "text": value["text"]} if fits else None


def _link(value: Any) -> Any:
    return {"url": value["url"], "text": value["text"]} if _has(value, "url", "text") else None


def _people(value: Any) -> Any:
    people = value.get("personsAndTeams") if isinstance(value, dict) else None
    return {"personsAndTeams": people} if isinstance(people, list) else None


def _relation(value: Any) -> Any:
    ids = value.get("item_ids") if isinstance(value, dict) else None
    return {"item_ids": [str(each) for each in ids]} if isinstance(ids, list) else None


def _part(value: Any, name: str) -> str | None:
    part = value.get(name) if isinstance(value, dict) else value
    return part if isinstance(part, str) else None


def _has(value: Any, *names: str) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(n), str) for n in names)


_TAKES: Mapping[str, Callable[[Any], Any]] = {
    "text": _text, "numbers": _number, "long_text": _long_text, "date": _date, "email": _email,
    "link": _link, "people": _people, "board_relation": _relation,
}  # fmt: skip
