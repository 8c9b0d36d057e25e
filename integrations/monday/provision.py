"""Creating columns of ours on the deals board, and the boards of our own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domain.crm import CrmField, ProvisionReport, RecordKind
from domain.errors import IntegrationError, UnexpectedPayload
from integrations.monday.boards import COLUMN_TYPES, OWN_BOARDS, Boards, wrong_type
from integrations.monday.client import Body, MondayClient, cut
from integrations.monday.documents import CREATE_BOARD, create_columns
from integrations.monday.errors import SLUG
from integrations.monday.own_records import HEADS
from integrations.monday.records import problems_by_row
from integrations.monday.settings import MondaySettings

COLUMNS = 10
"""Columns created by one request."""
NO_OWNERS = (
    "monday.com holds no fields on users: take the entry out of config/crm_fields.yaml; the "
    "skills stand on the board “Reploop skill snapshots”"
)
DESCRIPTIONS: Mapping[RecordKind, str] = {
    RecordKind.CALL: "One item for each call that Reploop scored.",
    RecordKind.SNAPSHOT: "Skill levels by rep and week. Private: share with care.",
}


@dataclass(slots=True)
class _Report:
    created: list[str] = field(default_factory=list)
    present: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A column to create."""

    name: str
    title: str
    type: str
    help: str = ""


class Provisioner:
    """Brings the account to where every field exists; safe to repeat."""

    def __init__(self, client: MondayClient, settings: MondaySettings, boards: Boards) -> None:
        self._client = client
        self._settings = settings
        self._boards = boards

    def run(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """Create what is missing. A field that cannot be had is reported, not raised."""
        report = _Report()
        for kind in RecordKind:
            of_kind = [each for each in fields if each.on is kind]
            if kind is RecordKind.OWNER:
                report.failed |= {each.name: NO_OWNERS for each in of_kind}
            elif of_kind:
                board = self._board(kind, report)
                self._columns(board, kind, of_kind, report)
        return ProvisionReport(tuple(report.created), tuple(report.present), report.failed)

    def _board(self, kind: RecordKind, report: _Report) -> str:
        if kind is RecordKind.DEAL:
            return self._settings.deals_board
        found = self._boards.find_own(kind, fresh=True)
        name = OWN_BOARDS[kind]
        if found is not None:
            report.present.append(name)
            return found
        variables: Body = {
            "name": name,
            "kind": "private" if kind is RecordKind.SNAPSHOT else "public",
            "description": DESCRIPTIONS[kind],
        }
        workspace = self._boards.get(self._settings.deals_board).workspace_id
        if workspace is not None:
            variables["workspace"] = workspace
        made = self._client.ask(CREATE_BOARD, variables).get("create_board")
        if not isinstance(made, dict) or not made.get("id"):
            raise UnexpectedPayload(SLUG, "a board that was created without an id")
        report.created.append(name)
        self._boards.remember_own(kind, str(made["id"]))
        return str(made["id"])

    def _columns(
        self, board_id: str, kind: RecordKind, fields: Sequence[CrmField], report: _Report
    ) -> None:
        board = self._boards.get(board_id, fresh=True)
        missing = [
            _Wanted("", title, column_type)
            for title, column_type in HEADS.get(kind, {}).items()
            if board.titled(title) is None
        ]
        for each in fields:
            column = board.column(each)
            problem = None if column is None else wrong_type(each, column)
            if problem is not None:
                report.failed[each.name] = problem
            elif column is not None:
                report.present.append(each.name)
            else:
                wanted = COLUMN_TYPES[each.kind][0]
                missing.append(_Wanted(each.name, each.label, wanted, each.help))
        for part in cut(missing, COLUMNS):
            self._create(board_id, part, report)
        if missing:
            self._boards.get(board_id, fresh=True)

    def _create(self, board_id: str, columns: Sequence[_Wanted], report: _Report) -> None:
        variables: Body = {"board": board_id}
        for n, column in enumerate(columns):
            variables |= {
                f"title{n}": column.title, f"type{n}": column.type,
                f"description{n}": column.help,
            }  # fmt: skip
        try:
            reply = self._client.run(create_columns(len(columns)), variables)
        except IntegrationError as error:
            report.failed |= {c.name or c.title: _by_hand(c, error.detail) for c in columns}
            return
        problems = problems_by_row(reply)
        for n, column in enumerate(columns):
            made = reply.data.get(f"row{n}")
            if n in problems or not isinstance(made, dict):
                why = problems[n].code if n in problems else "no answer"
                report.failed[column.name or column.title] = _by_hand(column, why)
            elif column.name:
                report.created.append(column.name)


def _by_hand(column: _Wanted, why: str) -> str:
    return (
        f"{why}: let an owner of the board add a column of type {column.type} with the title "
        f"“{column.title}”, or allow the token's user to change the board's structure"
    )
