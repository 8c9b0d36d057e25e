"""Agendas as they were sent."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import and_, update
from sqlmodel import col, select

from domain.agendas import Agenda, RepEdits
from domain.calls import CallId
from domain.clips import Moment
from domain.people import PersonId
from store.coaching_tables import AgendaEditsRow
from store.codec import from_json, to_json
from store.tables import AgendaRow
from store.transactions import Transaction, table_of

_TABLE = table_of(AgendaRow)


class SqlAgendas:
    """See ``AgendaStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add_if_new(self, agenda: Agenda) -> bool:
        """See ``AgendaStore.add_if_new``."""
        values = {
            "manager_id": agenda.manager_id,
            "week": agenda.week,
            "monday": agenda.monday,
            "body": to_json(agenda),
        }
        return self._tx.add_if_new(AgendaRow, values)

    def get(self, manager_id: PersonId, week: str) -> Agenda | None:
        """See ``AgendaStore.get``."""
        same = and_(col(AgendaRow.manager_id) == manager_id, col(AgendaRow.week) == week)
        row = self._tx.first(select(AgendaRow).where(same))
        return None if row is None else from_json(Agenda, row.body)

    def before(self, manager_id: PersonId, monday: date) -> Agenda | None:
        """See ``AgendaStore.before``."""
        earlier = and_(col(AgendaRow.manager_id) == manager_id, col(AgendaRow.monday) < monday)
        query = select(AgendaRow).where(earlier).order_by(col(AgendaRow.monday).desc()).limit(1)
        row = self._tx.first(query)
        return None if row is None else from_json(Agenda, row.body)

    def replace(self, agenda: Agenda) -> None:
        """See ``AgendaStore.replace``."""
        same = and_(_TABLE.c.manager_id == agenda.manager_id, _TABLE.c.week == agenda.week)
        self._tx.changed(update(_TABLE).where(same).values(body=to_json(agenda)))

    def edits(self, manager_id: PersonId, week: str) -> Mapping[PersonId, RepEdits]:
        """See ``AgendaStore.edits``."""
        same = and_(col(AgendaEditsRow.manager_id) == manager_id, col(AgendaEditsRow.week) == week)
        rows = self._tx.rows(select(AgendaEditsRow).where(same))
        return {PersonId(row.rep_id): from_json(RepEdits, row.body) for row in rows}

    def put_edits(self, edits: RepEdits) -> None:
        """See ``AgendaStore.put_edits``."""
        values = {
            "manager_id": edits.manager_id,
            "week": edits.week,
            "rep_id": edits.rep_id,
            "body": to_json(edits),
        }
        self._tx.put(AgendaEditsRow, [values])

    def called_wrong(self, rep_id: PersonId) -> frozenset[Moment]:
        """See ``AgendaStore.called_wrong``. Looks through all of the rep's: they are few."""
        rows = self._tx.rows(select(AgendaEditsRow).where(col(AgendaEditsRow.rep_id) == rep_id))
        edits = (from_json(RepEdits, row.body) for row in rows)
        return frozenset(moment for each in edits for moment in each.wrong)

    def lock(self, manager_id: PersonId) -> None:
        """See ``AgendaStore.lock``."""
        self._tx.lock(f"agenda:{manager_id}")

    def forget_call(self, call_id: CallId) -> None:
        """See ``AgendaStore.forget_call``. Looks through all: it is rare, and they are few."""
        for row in self._tx.rows(select(AgendaRow)):
            agenda = from_json(Agenda, row.body)
            if call_id in agenda.cited:
                same = and_(_TABLE.c.manager_id == row.manager_id, _TABLE.c.week == row.week)
                body = to_json(agenda.without_calls([call_id]))
                self._tx.changed(update(_TABLE).where(same).values(body=body))
        for kept in self._tx.rows(select(AgendaEditsRow)):
            if call_id in from_json(RepEdits, kept.body).cited:
                self._forget_in_edits(PersonId(kept.manager_id), kept.week, call_id)

    def _forget_in_edits(self, manager_id: PersonId, week: str, call_id: CallId) -> None:
        """Under the manager's lock and read anew: they may be editing right now."""
        self.lock(manager_id)
        for edits in self.edits(manager_id, week).values():
            if call_id in edits.cited:
                self.put_edits(edits.without_calls([call_id]))
