"""Facts as rows: one for each call, removed with its words."""

from collections.abc import Sequence

from sqlalchemy import and_, delete
from sqlmodel import col, select

from domain.calls import CallId
from domain.deals import DealRef
from domain.facts import CallFacts
from store.codec import from_json, to_json
from store.fact_tables import CallFactsRow
from store.tables import CallRow
from store.transactions import Transaction, table_of

_TABLE = table_of(CallFactsRow)


class SqlFacts:
    """See ``FactStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def put(self, facts: CallFacts) -> None:
        """See ``FactStore.put``."""
        head = {"call_id": facts.call_id, "created_at": facts.created_at}
        self._tx.put(CallFactsRow, [{**head, "body": to_json(facts)}])

    def get(self, call_id: CallId) -> CallFacts | None:
        """See ``FactStore.get``."""
        row = self._tx.first(select(CallFactsRow).where(col(CallFactsRow.call_id) == call_id))
        return None if row is None else _facts(row)

    def of_deal(self, ref: DealRef) -> Sequence[CallFacts]:
        """See ``FactStore.of_deal``."""
        linked = and_(col(CallRow.deal_crm) == ref.crm, col(CallRow.deal_id) == ref.id)
        newest = (col(CallRow.started_at).desc(), col(CallRow.id).desc())
        query = (
            select(CallFactsRow)
            .join(CallRow, col(CallRow.id) == col(CallFactsRow.call_id))
            .where(linked)
            .order_by(*newest)
        )
        return [_facts(row) for row in self._tx.rows(query)]

    def remove(self, call_id: CallId) -> None:
        """See ``FactStore.remove``."""
        self._tx.changed(delete(_TABLE).where(_TABLE.c.call_id == call_id))


def _facts(row: CallFactsRow) -> CallFacts:
    return from_json(CallFacts, row.body)
