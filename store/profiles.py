"""Observations, and what the last replay of each rep and skill made of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, insert
from sqlalchemy import select as sa_select
from sqlmodel import col, select

from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import (
    Proficiency,
    ProfileMove,
    Published,
    SkillObservation,
    SkillProfile,
    TierChange,
)
from store.profile_rows import (
    change_of,
    change_values,
    move_of,
    move_values,
    observation_of,
    observation_values,
    proficiency_of,
    profile_values,
)
from store.profile_tables import (
    ObservationRow,
    ProfileMoveRow,
    ProfileRow,
    TierChangeRow,
    TierChangeSeenRow,
)
from store.tables import CallRow, Rows
from store.transactions import Transaction, table_of


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
        moved = before.symmetric_difference(replace(each, deal=None) for each in observations)
        if moved:
            table = table_of(ObservationRow)
            self._tx.changed(delete(table).where(table.c.call_id == call_id))
            self._tx.put(ObservationRow, [observation_values(each) for each in observations])
        return frozenset((each.rep_id, each.skill_id) for each in moved)

    def observations(self, rep_id: PersonId, skill_id: SkillId) -> Sequence[SkillObservation]:
        """See ``ProfileStore.observations``."""
        return self._linked(_pair(ObservationRow, rep_id, skill_id))

    def observations_of(
        self, pairs: Collection[tuple[PersonId, SkillId]]
    ) -> Mapping[tuple[PersonId, SkillId], Sequence[SkillObservation]]:
        """See ``ProfileStore.observations_of``."""
        found: dict[tuple[PersonId, SkillId], list[SkillObservation]] = {p: [] for p in pairs}
        wanted = and_(
            col(ObservationRow.rep_id).in_(sorted({rep for rep, _ in pairs})),
            col(ObservationRow.skill_id).in_(sorted({skill for _, skill in pairs})),
        )
        for each in self._linked(wanted):
            if (each.rep_id, each.skill_id) in found:
                found[each.rep_id, each.skill_id].append(each)
        return found

    def of_skill(self, skill_id: SkillId) -> Sequence[SkillObservation]:
        """See ``ProfileStore.of_skill``."""
        return self._linked(col(ObservationRow.skill_id) == skill_id)

    def of_call(self, call_id: CallId) -> frozenset[tuple[PersonId, SkillId]]:
        """See ``ProfileStore.of_call``."""
        query = select(ObservationRow).where(col(ObservationRow.call_id) == call_id)
        return frozenset((o.rep_id, o.skill_id) for o in map(observation_of, self._tx.rows(query)))

    def observed_skills(self) -> Sequence[SkillId]:
        """See ``ProfileStore.observed_skills``."""
        found = select(col(ObservationRow.skill_id)).distinct()
        return [SkillId(name) for name in sorted(self._tx.session.exec(found))]

    def lock(self, rep_id: PersonId) -> None:
        """See ``ProfileStore.lock``."""
        self._tx.lock(f"profile:{rep_id}")

    def put(self, *profiles: SkillProfile, seen: bool = True) -> tuple[TierChange, ...]:
        """See ``ProfileStore.put``. A change that comes back after a replay is not new."""
        self._tx.put(ProfileRow, [profile_values(each) for each in profiles])
        changes: dict[PersonId, dict[SkillId, tuple[TierChange, ...]]] = {}
        for each in profiles:
            now = each.proficiency
            changes.setdefault(now.rep_id, {})[now.skill_id] = each.tier_changes
        new: list[TierChange] = []
        for rep_id, by_skill in changes.items():
            self._put_changes(rep_id, by_skill)
            if seen:
                new += self._news_among(rep_id, [c for each in by_skill.values() for c in each])
        return tuple(new)

    def get(self, rep_id: PersonId, skill_id: SkillId) -> Proficiency | None:
        """See ``ProfileStore.get``."""
        row = self._tx.first(select(ProfileRow).where(_pair(ProfileRow, rep_id, skill_id)))
        return None if row is None else proficiency_of(row)

    def behind(
        self, basis: str, *, rep_id: PersonId | None = None
    ) -> Sequence[tuple[PersonId, SkillId]]:
        """See ``ProfileStore.behind``."""
        columns = table_of(ProfileRow).c
        query = sa_select(columns.rep_id, columns.skill_id).where(columns.basis != basis)
        if rep_id is not None:
            query = query.where(columns.rep_id == rep_id)
        rows = self._tx.session.connection().execute(
            query.order_by(columns.rep_id, columns.skill_id)
        )
        return [(PersonId(rep), SkillId(skill)) for rep, skill in rows]

    def older_than(self, moment: datetime, *, limit: int) -> Sequence[PersonId]:
        """See ``ProfileStore.older_than``."""
        columns = table_of(ProfileRow).c
        oldest = func.min(columns.as_of)
        query = sa_select(columns.rep_id).group_by(columns.rep_id).having(oldest < moment)
        rows = self._tx.session.connection().execute(query.order_by(oldest).limit(limit))
        return [PersonId(rep) for (rep,) in rows]

    def note(self, *moves: ProfileMove) -> None:
        """See ``ProfileStore.note``."""
        if moves:
            rows = [move_values(each) for each in moves]
            self._tx.session.exec(insert(table_of(ProfileMoveRow)), params=rows)

    def moves(
        self, rep_id: PersonId, skill_id: SkillId, *, since: datetime | None = None
    ) -> Sequence[ProfileMove]:
        """See ``ProfileStore.moves``."""
        query = select(ProfileMoveRow).where(_pair(ProfileMoveRow, rep_id, skill_id))
        if since is not None:
            query = query.where(col(ProfileMoveRow.at) >= since)
        return [move_of(row) for row in self._tx.rows(query.order_by(col(ProfileMoveRow.id)))]

    def remove(self, rep_id: PersonId, skill_id: SkillId) -> None:
        """See ``ProfileStore.remove``."""
        table = table_of(ProfileRow)
        self._tx.changed(delete(table).where(_pair(ProfileRow, rep_id, skill_id)))
        self._forget_changes(rep_id, skill_id)

    def published(self, rep_id: PersonId) -> Mapping[SkillId, Published]:
        """See ``ProfileStore.published``."""
        columns = table_of(ProfileRow).c
        query = sa_select(columns.skill_id, columns.level, columns.calls, columns.basis)
        rows = self._tx.session.connection().execute(query.where(columns.rep_id == rep_id))
        return {SkillId(skill): Published(*figures) for skill, *figures in rows}

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

    def announced(self, rep_id: PersonId) -> Mapping[SkillId, Sequence[TierChange]]:
        """See ``ProfileStore.announced``."""
        query = select(TierChangeRow).where(col(TierChangeRow.rep_id) == rep_id)
        found: dict[SkillId, list[TierChange]] = {}
        for row in self._tx.rows(query.order_by(col(TierChangeRow.at))):
            found.setdefault(SkillId(row.skill_id), []).append(change_of(row))
        return found

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

    def _linked(self, wanted: ColumnElement[bool]) -> Sequence[SkillObservation]:
        """Observations with the deal that their call belongs to now."""
        seen, calls = table_of(ObservationRow).c, table_of(CallRow).c
        query = (
            sa_select(*seen, calls.deal_crm, calls.deal_id)
            .join(table_of(CallRow), calls.id == seen.call_id)
            .where(wanted)
            .order_by(seen.rep_id, seen.observed_at, seen.call_id)
        )
        rows = self._tx.session.connection().execute(query)
        return [observation_of(row, deal=_deal(row.deal_crm, row.deal_id)) for row in rows]

    def _put_changes(self, rep_id: PersonId, now: Mapping[SkillId, tuple[TierChange, ...]]) -> None:
        """These in place of the rep's changes of these skills; most replays change none."""
        before = self.announced(rep_id)
        moved = {skill: new for skill, new in now.items() if tuple(before.get(skill, ())) != new}
        for skill in moved:
            if skill in before:
                self._forget_changes(rep_id, skill)
        self._tx.put(TierChangeRow, [change_values(c) for each in moved.values() for c in each])

    def _forget_changes(self, rep_id: PersonId, skill_id: SkillId) -> None:
        table = table_of(TierChangeRow)
        self._tx.changed(delete(table).where(_pair(TierChangeRow, rep_id, skill_id)))

    def _news_among(self, rep_id: PersonId, changes: Sequence[TierChange]) -> Sequence[TierChange]:
        """Of each skill the tier that stands now, unless it was told before or was told last.

        What it came from does not matter: that follows from earlier changes, which may move or
        go. Earlier changes that come up only now are no news either: they do not stand.
        """
        standing = {change.skill_id: change for change in changes}
        if not standing:
            return ()
        columns = table_of(TierChangeSeenRow).c
        query = sa_select(columns.skill_id, columns.after, columns.because_of)
        rows = self._tx.session.connection().execute(
            query.where(columns.rep_id == rep_id).order_by(columns.first_seen_at)
        )
        told = [tuple(row) for row in rows]
        known, last = set(told), {skill: after for skill, after, _ in told}
        return [
            change
            for skill, change in standing.items()
            if (skill, change.after, change.because_of) not in known
            and last.get(skill) != change.after
            and self._is_news(change)
        ]

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


def _deal(crm: str | None, deal_id: str | None) -> str | None:
    return f"{crm}:{deal_id}" if crm and deal_id else None
