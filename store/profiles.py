"""Observations, and what the last replay of each rep and skill made of them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func
from sqlmodel import col, select

from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import Proficiency, SkillObservation, SkillProfile, TierChange
from store.codec import from_json
from store.profile_rows import (
    change_of,
    change_values,
    observation_of,
    observation_values,
    proficiency_of,
    profile_values,
)
from store.tables import (
    ObservationRow,
    ProfileRow,
    Rows,
    TierChangeRow,
    TierChangeSeenRow,
)
from store.transactions import Transaction, table_of

History = tuple[tuple[datetime, float, float], ...]


class SqlProfiles:
    """See ``ProfileStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def replace_observations(
        self, call_id: CallId, observations: Sequence[SkillObservation]
    ) -> frozenset[tuple[PersonId, SkillId]]:
        """See ``ProfileStore.replace_observations``.

        Raises ``ValueError`` for an observation of another call.
        """
        if any(each.call_id != call_id for each in observations):
            raise ValueError(f"an observation is not of call {call_id}")
        of_call = col(ObservationRow.call_id) == call_id
        before = set(map(observation_of, self._tx.rows(select(ObservationRow).where(of_call))))
        moved = before.symmetric_difference(observations)
        if moved:
            table = table_of(ObservationRow)
            self._tx.changed(delete(table).where(table.c.call_id == call_id))
            self._tx.put(ObservationRow, [observation_values(each) for each in observations])
        return frozenset((each.rep_id, each.skill_id) for each in moved)

    def observations(self, rep_id: PersonId, skill_id: SkillId) -> Sequence[SkillObservation]:
        """See ``ProfileStore.observations``."""
        order = (col(ObservationRow.observed_at), col(ObservationRow.call_id))
        query = select(ObservationRow).where(_pair(ObservationRow, rep_id, skill_id))
        return [observation_of(row) for row in self._tx.rows(query.order_by(*order))]

    def lock(self, rep_id: PersonId) -> None:
        """See ``ProfileStore.lock``."""
        self._tx.lock(f"profile:{rep_id}")

    def put(self, profile: SkillProfile) -> tuple[TierChange, ...]:
        """See ``ProfileStore.put``. A change that comes back after a replay is not new."""
        self._tx.put(ProfileRow, [profile_values(profile)])
        self._forget_changes(profile.proficiency.rep_id, profile.proficiency.skill_id)
        self._tx.put(TierChangeRow, [change_values(each) for each in profile.tier_changes])
        return tuple(each for each in profile.tier_changes if self._is_news(each))

    def remove(self, rep_id: PersonId, skill_id: SkillId) -> None:
        """See ``ProfileStore.remove``."""
        table = table_of(ProfileRow)
        self._tx.changed(delete(table).where(_pair(ProfileRow, rep_id, skill_id)))
        self._forget_changes(rep_id, skill_id)

    def history(
        self, rep_id: PersonId, skill_id: SkillId
    ) -> Sequence[tuple[datetime, float, float]]:
        """See ``ProfileStore.history``."""
        row = self._tx.first(select(ProfileRow).where(_pair(ProfileRow, rep_id, skill_id)))
        return () if row is None else from_json(History, row.history)

    def of_reps(self, rep_ids: Sequence[PersonId]) -> Sequence[Proficiency]:
        """See ``ProfileStore.of_reps``; by rep and skill."""
        query = select(ProfileRow).where(col(ProfileRow.rep_id).in_(rep_ids))
        ordered = query.order_by(col(ProfileRow.rep_id), col(ProfileRow.skill_id))
        return [proficiency_of(row) for row in self._tx.rows(ordered)]

    def tier_changes(self, rep_ids: Sequence[PersonId], *, since: datetime) -> Sequence[TierChange]:
        """See ``ProfileStore.tier_changes``."""
        wanted = and_(col(TierChangeRow.rep_id).in_(rep_ids), col(TierChangeRow.at) >= since)
        newest = (
            col(TierChangeRow.at).desc(),
            col(TierChangeRow.rep_id),
            col(TierChangeRow.skill_id),
        )
        query = select(TierChangeRow).where(wanted).order_by(*newest)
        return [change_of(row) for row in self._tx.rows(query)]

    def tier_change(self, rep_id: PersonId, skill_id: SkillId, at: datetime) -> TierChange | None:
        """See ``ProfileStore.tier_change``."""
        same = and_(_pair(TierChangeRow, rep_id, skill_id), col(TierChangeRow.at) == at)
        row = self._tx.first(select(TierChangeRow).where(same))
        return None if row is None else change_of(row)

    def count(self) -> tuple[int, int]:
        """See ``ProfileStore.count``."""
        observations = select(func.count()).select_from(ObservationRow)
        moves = select(func.count()).where(col(TierChangeRow.before).is_not(None))
        return self._tx.session.exec(observations).one(), self._tx.session.exec(moves).one()

    def _forget_changes(self, rep_id: PersonId, skill_id: SkillId) -> None:
        table = table_of(TierChangeRow)
        self._tx.changed(delete(table).where(_pair(TierChangeRow, rep_id, skill_id)))

    def _is_news(self, change: TierChange) -> bool:
        seen = {
            "rep_id": change.rep_id,
            "skill_id": change.skill_id,
            "before": change.before or "",
            "after": change.after,
            "because_of": change.because_of,
            "first_seen_at": self._tx.moment(),
        }
        return self._tx.add_if_new(TierChangeSeenRow, seen)


def _pair(row: type[Rows], rep_id: PersonId, skill_id: SkillId) -> ColumnElement[bool]:
    columns = table_of(row).c
    return and_(columns.rep_id == rep_id, columns.skill_id == skill_id)
