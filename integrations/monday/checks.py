"""What ``reploop doctor`` asks of monday.com."""

from collections.abc import Callable, Iterator, Mapping

from domain.crm import RecordKind
from domain.errors import IntegrationError
from domain.ports import Check
from integrations.monday.boards import OWN_BOARDS, Boards
from integrations.monday.people import People
from integrations.monday.settings import MondaySettings

FULL = 0.9
"""Share of its items from which on a board is said to be nearly full."""
_ACCESS = "Check the token, and that its user sees the boards"


class Checker:
    """Tries the token and looks for the columns that settings name."""

    def __init__(self, settings: MondaySettings, boards: Boards, people: People) -> None:
        self._settings = settings
        self._boards = boards
        self._people = people

    def run(self) -> tuple[Check, ...]:
        """See ``Crm.check``."""
        given = self._settings
        deal_columns = {
            "REPLOOP_MONDAY_STAGE_COLUMN": given.stage_column,
            "REPLOOP_MONDAY_AMOUNT_COLUMN": given.amount_column,
            "REPLOOP_MONDAY_CLOSE_COLUMN": given.close_column,
            "REPLOOP_MONDAY_OWNER_COLUMN": given.owner_column,
            "REPLOOP_MONDAY_LOST_REASON_COLUMN": given.lost_reason_column,
            "REPLOOP_MONDAY_DEAL_EMAIL_COLUMN": given.deal_email_column,
        }
        steps: list[tuple[str, Callable[[], Check]]] = [
            ("monday.com token", self._me),
            ("monday.com users", self._users),
            ("monday.com deals", lambda: self._board("deals", given.deals_board, deal_columns)),
        ]
        if given.contacts_board:
            contact_columns = {
                "REPLOOP_MONDAY_CONTACT_EMAIL_COLUMN": given.contact_email_column,
                "REPLOOP_MONDAY_CONTACT_DEALS_COLUMN": given.contact_deals_column,
            }
            steps.append((
                "monday.com contacts",
                lambda: self._board("contacts", given.contacts_board, contact_columns),
            ))  # fmt: skip
        steps.append(("monday.com calls", lambda: self._own(RecordKind.CALL)))
        steps.append(("monday.com snapshots", lambda: self._own(RecordKind.SNAPSHOT)))
        return tuple(_tried(steps))

    def _me(self) -> Check:
        self._people.me()
        return Check("monday.com token", ok=True, detail="accepted")

    def _users(self) -> Check:
        count = len(self._people.everybody())
        return Check("monday.com users", ok=True, detail=f"{count} readable")

    def _board(self, what: str, board_id: str, columns: Mapping[str, str]) -> Check:
        board = self._boards.get(board_id, fresh=True)
        known = {column.id for column in board.columns}
        missing = [setting for setting, column in columns.items() if column and column not in known]
        if missing:
            return Check(
                f"monday.com {what}", ok=False, detail=f"no such column: {', '.join(missing)}",
                remedy="Set these to the ids of columns of the board, or to nothing; see "
                "docs/integrations/monday.md",
            )  # fmt: skip
        return Check(f"monday.com {what}", ok=True, detail="readable")

    def _own(self, kind: RecordKind) -> Check:
        what, found = f"monday.com {kind}s", self._boards.find_own(kind, fresh=True)
        if found is None:
            return Check(what, ok=True, detail=f"no board “{OWN_BOARDS[kind]}”: none are written")
        board = self._boards.get(found, fresh=True)
        if board.room is not None and board.items >= FULL * board.room:
            remedy = f"Rename the board “{board.name}”, then run `reploop crm provision`"
            return Check(what, False, f"{board.items} of {board.room} items", remedy)
        return Check(what, ok=True, detail="there")


def _tried(steps: list[tuple[str, Callable[[], Check]]]) -> Iterator[Check]:
    for what, step in steps:
        try:
            yield step()
        except IntegrationError as error:
            yield Check(what, ok=False, detail=error.detail, remedy=_ACCESS)
