"""Scorecards as rows: kept once, never changed, removed with their call."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func
from sqlmodel import col, select

from domain.calls import CallId
from domain.scores import CriterionScore, Scorecard
from store.codec import from_json, to_json
from store.tables import ScorecardRow
from store.transactions import Transaction, table_of


class SqlScorecards:
    """See ``ScorecardStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add_if_new(self, card: Scorecard) -> bool:
        """See ``ScorecardStore.add_if_new``."""
        return self._tx.add_if_new(ScorecardRow, _values(card))

    def put(self, card: Scorecard) -> None:
        """See ``ScorecardStore.put``."""
        self._tx.put(ScorecardRow, [_values(card)])

    def first_made(self, call_ids: Sequence[CallId]) -> Mapping[CallId, datetime]:
        """See ``ScorecardStore.first_made``."""
        first = func.min(col(ScorecardRow.created_at))
        query = (
            select(col(ScorecardRow.call_id), first)
            .where(col(ScorecardRow.call_id).in_(call_ids))
            .group_by(col(ScorecardRow.call_id))
        )
        return {CallId(call_id): at for call_id, at in self._tx.session.exec(query)}

    def remove(self, call_id: CallId) -> None:
        """See ``ScorecardStore.remove``."""
        table = table_of(ScorecardRow)
        self._tx.changed(delete(table).where(table.c.call_id == call_id))

    def latest(self, call_id: CallId) -> Scorecard | None:
        """See ``ScorecardStore.latest``."""
        return self.latest_of([call_id]).get(call_id)

    def latest_of(self, call_ids: Sequence[CallId]) -> Mapping[CallId, Scorecard]:
        """See ``ScorecardStore.latest_of``."""
        query = (
            select(ScorecardRow)
            .where(col(ScorecardRow.call_id).in_(call_ids))
            .order_by(col(ScorecardRow.call_version))
        )
        newest = {row.call_id: row for row in self._tx.rows(query)}  # a later version wins
        return {CallId(call_id): _card(row) for call_id, row in newest.items()}


def _values(card: Scorecard) -> dict[str, Any]:
    values: dict[str, Any] = to_json(card)
    return {**values, "created_at": card.created_at}


def _card(row: ScorecardRow) -> Scorecard:
    return Scorecard(
        call_id=CallId(row.call_id),
        call_version=row.call_version,
        rubric_name=row.rubric_name,
        rubric_version=row.rubric_version,
        grader_name=row.grader_name,
        grader_version=row.grader_version,
        criteria=from_json(tuple[CriterionScore, ...], row.criteria),
        overall=row.overall,
        summary=row.summary,
        created_at=row.created_at,
        usage=from_json(Mapping[str, float], row.usage),  # type: ignore[type-abstract]
    )
