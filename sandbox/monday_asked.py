"""What the resolvers of one request share."""

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graphql import GraphQLResolveInfo

from sandbox.monday_account import Account, Board
from sandbox.monday_cells import MondayFault


@dataclass(slots=True)
class Asked:
    """What a resolver knows of the request."""

    account: Account
    base_url: str
    interrupt: Callable[[str], None]
    scopes_missing: set[str]
    locked: set[str]
    """Items that our user may not edit."""
    cursors: dict[str, tuple[datetime, list[str]]] = field(default_factory=dict)

    def need(self, scope: str) -> None:
        """Raise what monday answers a token without a scope."""
        if scope in self.scopes_missing:
            raise MondayFault("missingRequiredPermissions", "Missing required permissions", 200)

    def board(self, board_id: str) -> Board:
        """A board by id."""
        board = self.account.boards.get(str(board_id))
        if board is None:
            raise MondayFault("InvalidBoardIdException", "This board ID doesn't exist")
        return board

    def page(self, items: Sequence[str], limit: int) -> dict[str, Any]:
        """The first items, and a cursor to the others."""
        if not 1 <= limit <= 500:
            raise MondayFault("InvalidArgumentException", "limit must be between 1 and 500")
        first, rest = items[:limit], list(items[limit:])
        cursor = None
        if rest:
            token = f"MSw{len(self.cursors)}.{len(rest)}".encode()
            cursor = base64.urlsafe_b64encode(token).decode()
            self.cursors[cursor] = (self.account.now(), rest)
        return {"cursor": cursor, "items": [self.account.items[each] for each in first]}


def asked_with(info: GraphQLResolveInfo, scope: str) -> Asked:
    """The request, if its token has a scope."""
    asked: Asked = info.context
    asked.need(scope)
    return asked
