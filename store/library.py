"""Moments that teams share."""

from collections.abc import Collection, Sequence

from sqlalchemy import delete
from sqlmodel import col, select

from domain.calls import CallId
from domain.library import ClipState, SharedClip, SharedClipId
from domain.people import PersonId, TeamId
from domain.rubrics import SkillId
from store.coaching_tables import SharedClipRow
from store.codec import from_json, to_json
from store.transactions import Transaction, table_of

_TABLE = table_of(SharedClipRow)


class SqlLibrary:
    """See ``LibraryStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def put(self, shared: SharedClip) -> None:
        """See ``LibraryStore.put``."""
        values = {
            "id": shared.id,
            "rep_id": shared.rep_id,
            "team_id": shared.team_id,
            "skill_id": shared.skill_id,
            "call_id": shared.clip.call_id,
            "state": shared.state.value,
            "at": shared.at,
            "body": to_json(shared),
        }
        self._tx.put(SharedClipRow, [values])

    def get(self, clip_id: SharedClipId) -> SharedClip | None:
        """See ``LibraryStore.get``."""
        self._tx.lock(f"clip:{clip_id}")
        row = self._tx.first(select(SharedClipRow).where(col(SharedClipRow.id) == clip_id))
        return None if row is None else from_json(SharedClip, row.body)

    def list(
        self,
        *,
        team_id: TeamId | None = None,
        rep_id: PersonId | None = None,
        skill_id: SkillId | None = None,
        states: Collection[ClipState] = (),
    ) -> Sequence[SharedClip]:
        """See ``LibraryStore.list``."""
        query = select(SharedClipRow)
        wanted = {"team_id": team_id, "rep_id": rep_id, "skill_id": skill_id}
        for name, value in wanted.items():
            if value is not None:
                query = query.where(_TABLE.c[name] == value)
        if states:
            query = query.where(col(SharedClipRow.state).in_(list(states)))
        newest = (col(SharedClipRow.at).desc(), col(SharedClipRow.id))
        return [from_json(SharedClip, row.body) for row in self._tx.rows(query.order_by(*newest))]

    def of_call(self, call_id: CallId) -> Sequence[SharedClip]:
        """See ``LibraryStore.of_call``."""
        mine = select(SharedClipRow).where(col(SharedClipRow.call_id) == call_id)
        rows = self._tx.rows(mine.order_by(col(SharedClipRow.id)))
        return [from_json(SharedClip, row.body) for row in rows]

    def forget_call(self, call_id: CallId) -> None:
        """See ``LibraryStore.forget_call``."""
        self._tx.changed(delete(_TABLE).where(_TABLE.c.call_id == call_id))
