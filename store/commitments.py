"""What was agreed on in 1:1s."""

from collections.abc import Sequence

from sqlmodel import col, select

from domain.commitments import Commitment, CommitmentId
from domain.people import PersonId
from store.coaching_tables import CommitmentRow
from store.codec import from_json, to_json
from store.transactions import Transaction


class SqlCommitments:
    """See ``CommitmentStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def put(self, commitment: Commitment) -> None:
        """See ``CommitmentStore.put``."""
        values = {
            "id": commitment.id,
            "rep_id": commitment.rep_id,
            "agreed_at": commitment.agreed_at,
            "body": to_json(commitment),
        }
        self._tx.put(CommitmentRow, [values])

    def get(self, commitment_id: CommitmentId) -> Commitment | None:
        """See ``CommitmentStore.get``."""
        query = select(CommitmentRow).where(col(CommitmentRow.id) == commitment_id)
        row = self._tx.first(query)
        return None if row is None else from_json(Commitment, row.body)

    def of_rep(self, rep_id: PersonId) -> Sequence[Commitment]:
        """See ``CommitmentStore.of_rep``."""
        newest = (col(CommitmentRow.agreed_at).desc(), col(CommitmentRow.id))
        query = select(CommitmentRow).where(col(CommitmentRow.rep_id) == rep_id).order_by(*newest)
        return [from_json(Commitment, row.body) for row in self._tx.rows(query)]
