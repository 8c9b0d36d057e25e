"""Boards with their columns, remembered; and which column is which of our fields."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.crm import CrmField, FieldKind, RecordKind
from domain.errors import SetupRejected, UnexpectedPayload, WriteRefused
from integrations.monday.client import MondayClient, objects
from integrations.monday.documents import BOARD, BOARD_NAMES, BOARDS
from integrations.monday.errors import SLUG
from integrations.monday.settings import MondaySettings

OWN_BOARDS: Mapping[RecordKind, str] = {
    RecordKind.CALL: "Reploop calls",
    RecordKind.SNAPSHOT: "Reploop skill snapshots",
}
COLUMN_TYPES: Mapping[FieldKind, tuple[str, ...]] = {
    FieldKind.NUMBER: ("numbers",),
    FieldKind.TEXT: ("text",),
    FieldKind.LONG_TEXT: ("long_text", "text"),
    FieldKind.DATE: ("date",),
    FieldKind.URL: ("link", "text"),
}
"""Types of column that hold a kind of field; the first is the one that is created."""
MAX_PAGES = 200


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one board."""

    id: str
    title: str
    type: str


@dataclass(frozen=True, slots=True)
class Board:
    """One board as last looked at."""

    id: str
    name: str
    workspace_id: str | None
    items: int
    room: int | None
    """Items it can hold at most, where monday says so."""
    columns: tuple[Column, ...]

    def column(self, field: CrmField) -> Column | None:
        """The column of a field: by its id, else by its title, of the right type if one is."""
        by_id = [c for c in self.columns if c.id == field.name]
        found = by_id or [c for c in self.columns if c.title == field.label]
        fitting = [c for c in found if c.type in COLUMN_TYPES[field.kind]]
        return next(iter(fitting or found), None)

    def titled(self, title: str) -> Column | None:
        """A column by its title."""
        return next((c for c in self.columns if c.title == title), None)


class Boards:
    """Looks boards up once, and again when something is not found on them."""

    def __init__(self, client: MondayClient, settings: MondaySettings) -> None:
        self._client = client
        self._settings = settings
        self._lock = threading.Lock()
        self._boards: dict[str, Board] = {}
        self._own: dict[RecordKind, str] = {}

    def get(self, board_id: str, *, fresh: bool = False) -> Board:
        """A board. Raises ``SetupRejected`` when it is not there, or not shown to us."""
        with self._lock:
            known = self._boards.get(board_id)
        if known is not None and not fresh:
            return known
        board = self._read(board_id)
        with self._lock:
            self._boards[board_id] = board
        return board

    def of(self, kind: RecordKind) -> str:
        """The id of the board of a kind of record. Raises ``WriteRefused`` if there is none."""
        if kind is RecordKind.DEAL:
            return self._settings.deals_board
        if kind is RecordKind.OWNER:
            raise WriteRefused(SLUG, "owner: monday.com holds no fields on users")
        found = self.find_own(kind)
        if found is None:
            name = OWN_BOARDS[kind]
            raise WriteRefused(SLUG, f"the board “{name}” is missing: run `reploop crm provision`")
        return found

    def find_own(self, kind: RecordKind, *, fresh: bool = False) -> str | None:
        """The id of the board of our own for calls or snapshots, if there is one."""
        given = {
            RecordKind.CALL: self._settings.calls_board,
            RecordKind.SNAPSHOT: self._settings.snapshots_board,
        }[kind]
        if given:
            return given
        with self._lock:
            known = self._own.get(kind)
        if known is not None and not fresh:
            return known
        found = self._named(OWN_BOARDS[kind])
        with self._lock:
            if found is None:
                self._own.pop(kind, None)
            else:
                self._own[kind] = found
        return found

    def remember_own(self, kind: RecordKind, board_id: str) -> None:
        """A board that was just created: lists can show it later than its id is good."""
        with self._lock:
            self._own[kind] = board_id

    def columns(self, board_id: str, fields: Sequence[CrmField]) -> dict[str, Column]:
        """The column of each field by the field's name, after a second look if need be.

        Raises ``WriteRefused`` naming the fields whose column is missing or of another type.
        """
        board = self.get(board_id)
        if any(_problem(field, board.column(field)) for field in fields):
            board = self.get(board_id, fresh=True)
        found = {field.name: board.column(field) for field in fields}
        problems = [p for field in fields if (p := _problem(field, found[field.name]))]
        if problems:
            raise WriteRefused(SLUG, "; ".join(problems))
        return {name: column for name, column in found.items() if column is not None}

    def _read(self, board_id: str) -> Board:
        data = self._client.ask(BOARD, {"boards": [board_id]})
        for body in objects(data.get("boards"), "boards"):
            return _board(body)
        raise SetupRejected(
            SLUG, f"board {board_id} is not there, or not shared with the token's user"
        )

    def _named(self, name: str) -> str | None:
        """The oldest board of that name in the workspace of the deals."""
        workspace = self.get(self._settings.deals_board).workspace_id
        where = {} if workspace is None else {"workspaces": [workspace]}
        found = [
            str(body["id"])
            for body in self._all_names(where)
            if body.get("name") == name and body.get("type") in (None, "board")
        ]
        return min(found, key=lambda each: (len(each), each), default=None)

    def _all_names(self, where: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        for page in range(1, MAX_PAGES + 1):
            data = self._client.ask(BOARD_NAMES, {"page": page, **where})
            bodies = list(objects(data.get("boards"), "boards"))
            yield from bodies
            if len(bodies) < BOARDS:
                return
        raise UnexpectedPayload(SLUG, f"boards: more than {MAX_PAGES} pages")


def wrong_type(field: CrmField, column: Column) -> str | None:
    """What is wrong with a column for this field, with the remedy."""
    wanted = COLUMN_TYPES[field.kind]
    if column.type in wanted:
        return None
    return (
        f"{field.name}: the column is of type {column.type}, not {wanted[0]}: rename it in "
        "monday.com, or map another one in config/crm_fields.yaml"
    )


def _problem(field: CrmField, column: Column | None) -> str | None:
    if column is None:
        return (
            f"{field.name}: no column “{field.label}” that we can see: run `reploop crm provision`"
        )
    return wrong_type(field, column)


def _board(body: Mapping[str, Any]) -> Board:
    columns = tuple(
        Column(str(c.get("id")), str(c.get("title")), str(c.get("type")))
        for c in objects(body.get("columns"), "columns")
        if not c.get("archived")
    )
    room, count, workspace = (body.get(n) for n in ("items_limit", "items_count", "workspace_id"))
    return Board(
        id=str(body.get("id")),
        name=str(body.get("name")),
        workspace_id=None if workspace is None else str(workspace),
        items=count if isinstance(count, int) else 0,
        room=room if isinstance(room, int) and room > 0 else None,
        columns=columns,
    )
