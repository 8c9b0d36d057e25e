"""Deals: items of one board, found by who takes part; and what their columns mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.deals import Deal, DealRef, Money, Outcome
from domain.errors import NotFoundAtVendor, SetupRejected, UnexpectedPayload
from integrations.monday.boards import Board, Boards
from integrations.monday.client import Body, MondayClient, cut, objects
from integrations.monday.documents import CONTACTS, DEALS, ITEMS, NEXT_CONTACTS
from integrations.monday.errors import SLUG
from integrations.monday.people import People
from integrations.monday.settings import MondaySettings
from integrations.monday.values import day, moment

ADDRESSES = 100
"""Addresses looked for at once."""
MAX_PAGES = 200


class DealReader:
    """Reads deals from the deals board, and who takes part from the contacts board."""

    def __init__(
        self, client: MondayClient, settings: MondaySettings, boards: Boards, people: People
    ) -> None:
        self._client = client
        self._settings = settings
        self._boards = boards
        self._people = people

    @property
    def cells(self) -> list[str]:
        """Ids of the columns that every deal is read with."""
        given = self._settings
        named = (
            given.stage_column, given.amount_column, given.close_column, given.owner_column,
            given.lost_reason_column,
        )  # fmt: skip
        return [column for column in named if column]

    def find(self, emails: Sequence[str]) -> tuple[Deal, ...]:
        """Deals by id, each with the addresses that led to it."""
        wanted = {email.strip().lower(): email.strip() for email in emails if "@" in email}
        through: dict[str, set[str]] = {}
        for part in cut(sorted(wanted), ADDRESSES):
            # monday compares letter by letter: people's own spelling is asked for as well
            asked = sorted({*part, *(wanted[each] for each in part)})
            for email, deal_id in self._through_contacts(asked):
                if email in wanted:
                    through.setdefault(deal_id, set()).add(email)
            for email, deal_id in self._on_deals(asked):
                if email in wanted:
                    through.setdefault(deal_id, set()).add(email)
        return tuple(
            replace(deal, participant_emails=tuple(sorted(through[deal.ref.id])))
            for part in cut(sorted(through), ITEMS)
            for deal in self.read(part)
        )

    def read(self, ids: Sequence[str]) -> Iterator[Deal]:
        """Live deals of our board among these ids, 100 at most."""
        data = self._client.ask(DEALS, {"items": list(ids), "cells": self.cells})
        for item in objects(data.get("items"), "items"):
            if board_of(item) == self._settings.deals_board:
                yield self.deal(item)

    def one(self, deal_id: str) -> Deal:
        """One deal. Raises ``NotFoundAtVendor``: deleted, archived, or on another board now."""
        for deal in self.read([deal_id]):
            return deal
        raise NotFoundAtVendor(SLUG, "the item is not on the deals board any more")

    def segments(self, wanted: Mapping[str, str]) -> dict[str, str]:
        """Our word to the id of the column; columns are named by id or title.

        Raises ``SetupRejected`` for one that the board does not have.
        """
        if not wanted:
            return {}
        board = self._boards.get(self._settings.deals_board)
        found = {word: _column_id(board, name) for word, name in wanted.items()}
        missing = [word for word, column in found.items() if column is None]
        if missing:
            raise SetupRejected(SLUG, f"segments {', '.join(missing)}: no such column")
        return {word: column for word, column in found.items() if column is not None}

    def deal(self, item: Body, segments: Mapping[str, str] | None = None) -> Deal:
        """An item as a deal. Raises ``UnexpectedPayload``."""
        given, cells = self._settings, cells_of(item)
        if not item.get("id"):
            raise UnexpectedPayload(SLUG, "an item without id")
        stage = cells.get(given.stage_column, {})
        label = str(stage.get("label") or stage.get("text") or "")
        outcome = self.outcome(label)
        amount = cells.get(given.amount_column, {}).get("number")
        return Deal(
            ref=DealRef(SLUG, str(item["id"])),
            name=str(item.get("name") or "Unnamed deal"),
            stage=label,
            outcome=outcome,
            amount=None if amount is None else Money.read(amount, given.currency),
            close_date=day(cells.get(given.close_column, {}).get("date")),
            owner_email=self._owner(cells.get(given.owner_column, {})),
            modified_at=moment(item.get("updated_at")),
            url=str(item["url"]) if item.get("url") else None,
            created_at=moment(item.get("created_at")),
            closed_at=None if outcome is Outcome.OPEN else moment(stage.get("updated_at")),
            segments={
                word: _shown(cells.get(column, {}))
                for word, column in (segments or {}).items()
                if _shown(cells.get(column, {}))
            },
            lost_reason=_shown(cells.get(given.lost_reason_column, {})) or None,
        )

    def outcome(self, label: str | None) -> Outcome:
        """What a label of the stage means."""
        folded = (label or "").strip().casefold()
        if folded in {each.casefold() for each in self._settings.won}:
            return Outcome.WON
        lost = {each.casefold() for each in self._settings.lost}
        return Outcome.LOST if folded in lost else Outcome.OPEN

    def _owner(self, cell: Mapping[str, Any]) -> str | None:
        """The first person in the column; a team is nobody's address."""
        for entity in cell.get("persons_and_teams") or ():
            if entity.get("kind") == "person":
                return self._people.email_of(str(entity.get("id")))
        return None

    def _through_contacts(self, emails: Sequence[str]) -> Iterator[tuple[str, str]]:
        given = self._settings
        if not (given.contacts_board and given.contact_email_column and given.contact_deals_column):
            return
        column = given.contact_email_column
        for item in self._matching(
            given.contacts_board, column, emails, [column, given.contact_deals_column]
        ):
            cells = cells_of(item)
            linked = cells.get(given.contact_deals_column, {}).get("linked_item_ids")
            for deal_id in linked if isinstance(linked, list) else ():
                yield _email(cells.get(column, {})), str(deal_id)

    def _on_deals(self, emails: Sequence[str]) -> Iterator[tuple[str, str]]:
        column = self._settings.deal_email_column
        if column:
            for item in self._matching(self._settings.deals_board, column, emails, [column]):
                yield _email(cells_of(item).get(column, {})), str(item.get("id"))

    def _matching(
        self, board: str, column: str, values: Sequence[str], cells: Sequence[str]
    ) -> Iterator[Body]:
        """Items of a board with one of these values in a column, over all pages."""
        columns = [{"column_id": column, "column_values": list(values)}]
        asked = {"board": board, "columns": columns, "cells": list(cells)}
        return all_pages(self._client, self._client.ask(CONTACTS, asked), cells)


def all_pages(client: MondayClient, first: Body, cells: Sequence[str]) -> Iterator[Body]:
    """All items of an answer with ``items_page_by_column_values``, over all further pages."""
    page = first.get("items_page_by_column_values")
    for _ in range(MAX_PAGES):
        if not isinstance(page, dict):
            raise UnexpectedPayload(SLUG, "a page of items that is none")
        yield from objects(page.get("items"), "items")
        cursor = page.get("cursor")
        if not cursor:
            return
        variables = {"cursor": cursor, "cells": list(cells)}
        page = client.ask(NEXT_CONTACTS, variables).get("next_items_page")
    raise UnexpectedPayload(SLUG, f"items: more than {MAX_PAGES} pages")


def cells_of(item: Mapping[str, Any]) -> dict[str, Body]:
    """The cells of an item by column id."""
    return {
        str(cell.get("id")): cell for cell in objects(item.get("column_values"), "column_values")
    }


def board_of(item: Mapping[str, Any]) -> str:
    """The id of the board that an item stands on."""
    board = item.get("board")
    return str(board.get("id")) if isinstance(board, dict) else ""


def _email(cell: Mapping[str, Any]) -> str:
    return str(cell.get("email") or cell.get("text") or "").strip().lower()


def _shown(cell: Mapping[str, Any]) -> str:
    """What a person sees in a cell; mirrors, formulas and connections have no ``text``."""
    return str(cell.get("text") or cell.get("display_value") or "")


def _column_id(board: Board, name: str) -> str | None:
    by_id = next((c for c in board.columns if c.id == name), None)
    found = by_id or board.titled(name)
    return None if found is None else found.id
