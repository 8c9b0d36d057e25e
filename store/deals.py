"""Deals as last read."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_
from sqlmodel import col, select

from domain.deal_history import dated
from domain.deals import Deal, DealRef
from store.codec import from_json, to_json
from store.tables import DealRow
from store.transactions import Transaction


class SqlDeals:
    """See ``DealStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def put(self, deals: Sequence[Deal]) -> None:
        """See ``DealStore.put``."""
        self._tx.put(DealRow, [deal_values(deal) for deal in deals])

    def get(self, ref: DealRef) -> Deal | None:
        """See ``DealStore.get``."""
        same = and_(col(DealRow.crm) == ref.crm, col(DealRow.deal_id) == ref.id)
        row = self._tx.first(select(DealRow).where(same))
        return None if row is None else from_json(Deal, row.body)

    def list(self, *, limit: int = 500) -> Sequence[Deal]:
        """See ``DealStore.list``; deals that no CRM dated come last."""
        newest = (col(DealRow.modified_at).desc().nulls_last(), col(DealRow.crm))
        there = select(DealRow).where(col(DealRow.gone_at).is_(None))
        query = there.order_by(*newest, col(DealRow.deal_id)).limit(limit)
        return [from_json(Deal, row.body) for row in self._tx.rows(query)]


def deal_values(deal: Deal) -> dict[str, Any]:
    """The columns that a CRM's own words about a deal fill."""
    return {
        "crm": deal.ref.crm,
        "deal_id": deal.ref.id,
        "body": to_json(deal),
        "modified_at": deal.modified_at,
        "outcome": deal.outcome,
        "closed_at": dated(deal),
    }
