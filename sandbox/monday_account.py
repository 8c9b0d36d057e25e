"""The boards of one monday.com account: items with cells, and a log of every change."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sandbox.crm_company import CrmCompany, CrmDeal
from sandbox.monday_cells import LOGGED_TYPES, Column, MondayFault, logged, taken, text_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WORKSPACE = "7100200"
DEAL_COLUMNS = {
    "deal_stage": ("Stage", "status"), "deal_value": ("Deal value", "numbers"),
    "deal_expected_close_date": ("Expected close date", "date"), "deal_owner": ("Owner", "people"),
    "deal_contact": ("Contacts", "board_relation"), "deal_account": ("Account", "text"),
}  # fmt: skip
CONTACT_COLUMNS = {
    "contact_email": ("Email", "email"), "contact_company": ("Company", "text"),
    "contact_deal": ("Deals", "board_relation"),
}  # fmt: skip
STAGES = ["New", "Discovery", "Proposal", "Negotiation", "Closed Won", "Closed Lost"]


@dataclass(slots=True)
class Item:
    """One row of a board."""

    id: str
    board: "Board"
    name: str
    created_at: datetime
    updated_at: datetime
    cells: dict[str, Any] = field(default_factory=dict)
    changed: dict[str, datetime] = field(default_factory=dict)
    state: str = "active"


@dataclass(frozen=True, slots=True)
class Log:
    """One entry of the activity log; ``ticks`` are 100 ns since 1970."""

    id: str
    event: str
    user_id: str
    ticks: int
    item: str
    column: str
    data: Mapping[str, Any]


@dataclass(slots=True)
class Board:
    """One board. ``logs`` are oldest first."""

    id: str
    name: str
    kind: str = "public"
    description: str = ""
    items_limit: int = 10_000
    columns: dict[str, Column] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    logs: list[Log] = field(default_factory=list)
    logs_of: dict[str, list[Log]] = field(default_factory=lambda: defaultdict(list))

    def add(self, columns: Mapping[str, tuple[str, str]]) -> None:
        """Give it columns, by id."""
        for key, (title, kind) in columns.items():
            self.columns[key] = Column(key, title, kind)

    def live_columns(self) -> list[Column]:
        """Columns that nobody deleted."""
        return [column for column in self.columns.values() if not column.archived]

    def live(self) -> Iterable[Item]:
        """Items that nobody deleted or archived."""
        return (item for item in self.items.values() if item.state == "active")


class Account:
    """Boards, items and users by id. ``me`` is the user whose token we have."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.boards: dict[str, Board] = {}
        self.items: dict[str, Item] = {}
        self.users: dict[str, dict[str, Any]] = {}
        self._serial = itertools.count(9_100_000_017, 13)
        self._ticks = 0
        self.me = self.add_user("reploop@seller.example", "Reploop")
        self.deals = self.add_board("Deals")
        self.contacts = self.add_board("Contacts")
        self.deals.add(DEAL_COLUMNS)
        self.deals.columns["deal_stage"].labels = list(STAGES)
        self.contacts.add(CONTACT_COLUMNS)

    def new_id(self) -> str:
        """A new id; of digits, and larger than the one before."""
        return str(next(self._serial))

    def names(self) -> Mapping[str, str]:
        """Users' names and items' names by id."""
        return _Names(self)

    def add_user(self, email: str, name: str) -> str:
        """A new active member."""
        key = self.new_id()
        self.users[key] = {
            "id": key, "email": email, "name": name, "status": "ACTIVE", "is_deleted": False,
            "kind": "member", "account": {"id": "77", "slug": "seller", "name": "Seller"},
        }  # fmt: skip
        return key

    def add_board(self, name: str, kind: str = "public", description: str = "") -> Board:
        """A new board without items."""
        board = Board(self.new_id(), name, kind, description)
        self.boards[board.id] = board
        return board

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to deal id."""
        users = {user.email: self.add_user(user.email, user.name) for user in company.users}
        ids = {deal.key: self._deal(deal, users) for deal in company.deals}
        for contact in company.contacts:
            linked = [ids[d.key] for d in company.deals if contact.email in d.contacts]
            item = self.new_item(self.contacts, contact.name, self.now())
            item.cells = {
                "contact_email": {"email": contact.email, "text": contact.email},
                "contact_company": contact.account,
                "contact_deal": {"item_ids": linked} if linked else None,
            }
        return ids

    def new_item(self, board: Board, name: str, at: datetime) -> Item:
        """An item without cells; nothing is logged."""
        item = Item(self.new_id(), board, name, at, at)
        board.items[item.id] = self.items[item.id] = item
        return item

    def _deal(self, deal: CrmDeal, users: Mapping[str, str]) -> str:
        labels = self.deals.columns["deal_stage"].labels
        if deal.stage not in labels:
            labels.append(deal.stage)
        item = self.new_item(self.deals, deal.name, deal.modified_at or self.now())
        owner = {"id": users[deal.owner_email], "kind": "person"}
        closes = deal.close_date
        minor = deal.amount_minor
        item.cells = {
            "deal_stage": {"index": labels.index(deal.stage)},
            "deal_value": None if minor is None else f"{minor / 100:.2f}",
            "deal_expected_close_date": {"date": closes.isoformat()} if closes else None,
            "deal_owner": {"personsAndTeams": [owner]},
            "deal_account": deal.account,
        }
        return item.id

    def checked(
        self, board: Board, values: Mapping[str, Any], *, create_labels: bool = False
    ) -> dict[str, Any]:
        """Cells after these values, if every column takes its own. Raises ``MondayFault``."""
        cells = {}
        for key, value in values.items():
            column = board.columns.get(key)
            if column is None or column.archived:
                raise MondayFault("InvalidColumnIdException", "This column ID doesn't exist")
            cells[key] = taken(column, value, create_labels=create_labels)
        return cells

    def change(self, item: Item, cells: Mapping[str, Any], user: str) -> None:
        """Set cells, and log each that differs from what stood there."""
        for key, cell in cells.items():
            old = item.cells.get(key)
            if old == cell:
                continue
            item.cells[key] = cell
            item.changed[key] = item.updated_at = self.now()
            self._log_cell(item, item.board.columns[key], old, cell, user)

    def leave(self, item: Item, event: str, user: str) -> None:
        """Delete or archive an item."""
        item.state = "archived" if event == "archive_pulse" else "deleted"
        self.log(item.board, event, user, item.id, data={
            "item_id": int(item.id), "item_name": item.name, "item_type": "Deal",
            "board_id": int(item.board.id), "pulse_id": int(item.id),
        })  # fmt: skip

    def log(
        self, board: Board, event: str, user: str, item: str, column: str = "",
        *, data: Mapping[str, Any],
    ) -> None:  # fmt: skip
        """Note something that happened."""
        exact = (self.now() - EPOCH) // timedelta(microseconds=1) * 10
        self._ticks = max(exact, self._ticks + 1)
        entry = Log(f"log-{self._ticks}", event, user, self._ticks, item, column, data)
        board.logs.append(entry)
        board.logs_of[item].append(entry)

    def _log_cell(self, item: Item, column: Column, old: Any, new: Any, user: str) -> None:
        names = self.names()
        self.log(item.board, "update_column_value", user, item.id, column.id, data={
            "board_id": int(item.board.id), "group_id": "topics", "is_top_group": True,
            "pulse_id": int(item.id), "pulse_name": item.name,
            "column_id": column.id, "column_title": column.title,
            "column_type": LOGGED_TYPES.get(column.type, column.type),
            "value": logged(column, new), "previous_value": logged(column, old),
            "textual_value": text_of(column, new, names),
            "previous_textual_value": text_of(column, old, names),
            "is_column_with_hide_permissions": False,
        })  # fmt: skip


class _Names(dict[str, str]):
    """Looks names up when they are asked for: there can be thousands."""

    def __init__(self, account: Account) -> None:
        super().__init__()
        self._account = account

    def get(self, key: str, default: Any = None) -> Any:
        user, item = self._account.users.get(key), self._account.items.get(key)
        if user is not None:
            return user["name"]
        return default if item is None else item.name
