"""Assignments to practise, and the role-plays."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from domain.calls import CallId
from domain.people import PersonId
from domain.practice import (
    Assignment,
    AssignmentId,
    AssignmentState,
    Session,
    SessionId,
    SessionState,
)
from store.coaching_tables import AssignmentRow, SessionRow
from store.codec import from_json, to_json
from store.transactions import Transaction


class SqlPractice:
    """See ``PracticeStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def put_assignment(self, assignment: Assignment) -> None:
        """See ``PracticeStore.put_assignment``."""
        values = {
            "id": assignment.id,
            "rep_id": assignment.rep_id,
            "state": assignment.state.value,
            "assigned_at": assignment.assigned_at,
            "body": to_json(assignment),
        }
        self._tx.put(AssignmentRow, [values])

    def assignment(self, assignment_id: AssignmentId) -> Assignment | None:
        """See ``PracticeStore.assignment``."""
        row = self._tx.first(select(AssignmentRow).where(col(AssignmentRow.id) == assignment_id))
        return None if row is None else from_json(Assignment, row.body)

    def assignments(
        self, *, rep_ids: Collection[PersonId], states: Collection[AssignmentState] = ()
    ) -> Sequence[Assignment]:
        """See ``PracticeStore.assignments``."""
        query = select(AssignmentRow).where(col(AssignmentRow.rep_id).in_(list(rep_ids)))
        if states:
            query = query.where(col(AssignmentRow.state).in_(list(states)))
        newest = (col(AssignmentRow.assigned_at).desc(), col(AssignmentRow.id))
        return [from_json(Assignment, row.body) for row in self._tx.rows(query.order_by(*newest))]

    def put_session(self, session: Session) -> None:
        """See ``PracticeStore.put_session``."""
        values = {
            "id": session.id,
            "rep_id": session.rep_id,
            "state": session.state.value,
            "started_at": session.started_at,
            "thread": session.thread,
            "call_id": session.call_id,
            "body": to_json(session),
        }
        self._tx.put(SessionRow, [values])

    def session(self, session_id: SessionId) -> Session | None:
        """See ``PracticeStore.session``."""
        self._tx.lock(f"practice:{session_id}")
        return self._one(col(SessionRow.id) == session_id)

    def lock(self, rep_id: PersonId) -> None:
        """See ``PracticeStore.lock``."""
        self._tx.lock(f"practice:rep:{rep_id}")

    def by_thread(self, thread: str) -> Session | None:
        """See ``PracticeStore.by_thread``."""
        return self._one(col(SessionRow.thread) == thread)

    def by_call(self, call_id: CallId) -> Session | None:
        """See ``PracticeStore.by_call``."""
        return self._one(col(SessionRow.call_id) == call_id)

    def sessions(self, rep_id: PersonId, *, limit: int = 50) -> Sequence[Session]:
        """See ``PracticeStore.sessions``."""
        newest = (col(SessionRow.started_at).desc(), col(SessionRow.id))
        mine = select(SessionRow).where(col(SessionRow.rep_id) == rep_id)
        rows = self._tx.rows(mine.order_by(*newest).limit(limit))
        return [from_json(Session, row.body) for row in rows]

    def in_states(self, states: Collection[SessionState], *, limit: int = 200) -> Sequence[Session]:
        """See ``PracticeStore.in_states``."""
        oldest = (col(SessionRow.started_at), col(SessionRow.id))
        these = select(SessionRow).where(col(SessionRow.state).in_(list(states)))
        rows = self._tx.rows(these.order_by(*oldest).limit(limit))
        return [from_json(Session, row.body) for row in rows]

    def of_assignment(self, assignment: Assignment) -> Sequence[Session]:
        """See ``PracticeStore.of_assignment``."""
        mine = self.sessions(assignment.rep_id, limit=500)
        return [each for each in mine if each.assignment_id == assignment.id]

    def _one(self, where: ColumnElement[bool]) -> Session | None:
        row = self._tx.first(select(SessionRow).where(where))
        return None if row is None else from_json(Session, row.body)
