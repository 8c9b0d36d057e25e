"""What fields and deals were before, from the activity log of their board."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from domain.crm import CrmField, FieldVersion, RecordKind
from domain.deals import DealMove, DealRef, Money, MoveOf
from integrations.monday.activity import Entry, Question, column_changes
from integrations.monday.boards import Boards
from integrations.monday.client import MondayClient
from integrations.monday.deals import DealReader
from integrations.monday.people import People
from integrations.monday.settings import MondaySettings
from integrations.monday.values import day, logged


class Versions:
    """The values that fields of ours had, and whose they were."""

    def __init__(self, client: MondayClient, boards: Boards, people: People) -> None:
        self._client = client
        self._boards = boards
        self._people = people

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField], since: datetime
    ) -> dict[str, dict[str, list[FieldVersion]]]:
        """See ``Crm.versions``.

        The value that stood at ``since`` is left out: the log tells what it was, not
        whose.
        """
        found: dict[str, dict[str, list[FieldVersion]]] = {each: {} for each in ids}
        if not ids or not fields:
            return found
        board = self._boards.of(kind)
        columns = self._boards.columns(board, fields)
        of_column = {columns[field.name].id: field for field in fields}
        question = Question(items=ids, columns=list(of_column), since=since)
        entries = column_changes(self._client, board, question)
        me = self._people.me() if entries else ""
        for entry in entries:
            field = of_column.get(entry.column)
            if field is None or entry.at < since:
                continue
            version = _version(field, columns[field.name].type, entry, me)
            for item in entry.items:
                if item in found:
                    found[item].setdefault(field.name, []).append(version)
        return found


class DealHistory:
    """Moves of deals: stage and outcome, amount, close date, owner."""

    def __init__(
        self, client: MondayClient, settings: MondaySettings, deals: DealReader, people: People
    ) -> None:
        self._client = client
        self._settings = settings
        self._deals = deals
        self._people = people
        self._moves = {
            column: move
            for column, move in (
                (settings.stage_column, MoveOf.STAGE),
                (settings.amount_column, MoveOf.AMOUNT),
                (settings.close_column, MoveOf.CLOSE_DATE),
                (settings.owner_column, MoveOf.OWNER),
            )
            if column
        }

    def read(self, refs: Sequence[DealRef]) -> dict[str, list[DealMove]]:
        """See ``Crm.deal_history``."""
        found: dict[str, list[DealMove]] = {ref.id: [] for ref in refs}
        if not refs:
            return found
        question = Question(items=list(found), columns=list(self._moves))
        for entry in column_changes(self._client, self._settings.deals_board, question):
            for item in entry.items:
                if item in found:
                    found[item].extend(self._moves_of(entry))
        return found

    def _moves_of(self, entry: Entry) -> Iterator[DealMove]:
        of = self._moves.get(entry.column)
        if of is None:
            return
        old, new = (self._text(of, entry.data.get(key)) for key in ("previous_value", "value"))
        if old == new:
            return
        yield DealMove(of, entry.at, old, new)
        if of is MoveOf.STAGE:
            before, after = self._deals.outcome(old), self._deals.outcome(new)
            if before is not after:
                yield DealMove(MoveOf.OUTCOME, entry.at, before.value, after.value)

    def _text(self, of: MoveOf, value: object) -> str | None:
        if not isinstance(value, dict):
            return None
        match of:
            case MoveOf.STAGE:
                label = value.get("label")
                text = label.get("text") if isinstance(label, dict) else None
                return str(text) if text else None
            case MoveOf.AMOUNT:
                amount = value.get("value")
                money = Money.read(amount, self._settings.currency) if amount is not None else None
                return f"{money.minor} {money.currency}" if money else None
            case MoveOf.CLOSE_DATE:
                closes = day(value.get("date"))
                return closes.isoformat() if closes else None
        return self._owner(value)

    def _owner(self, value: Mapping[str, object]) -> str | None:
        people = value.get("personsAndTeams")
        for entity in people if isinstance(people, list) else ():
            if isinstance(entity, dict) and entity.get("kind") == "person":
                return self._people.email_of(str(entity.get("id")))
        return None


def _version(field: CrmField, column_type: str, entry: Entry, me: str) -> FieldVersion:
    value = logged(
        field.kind, column_type, entry.data.get("value"), entry.data.get("textual_value")
    )
    return FieldVersion(entry.at, value, ours=entry.user_id == me)
