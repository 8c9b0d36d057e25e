"""Stores of what is known of reps: observations, profiles and company fits."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import (
    FitRecord,
    Proficiency,
    ProfileMove,
    Published,
    SkillObservation,
    SkillProfile,
    TierChange,
)

T = TypeVar("T")


class ProfileStore(Protocol):
    """Observations and what the last replay made of them."""

    def replace_observations(
        self, call_id: CallId, observations: Sequence[SkillObservation]
    ) -> frozenset[tuple[PersonId, SkillId]]:
        """Put these in place of all the call's observations.

        Returns every (rep, skill) that lost, gained or changed one.
        """
        ...

    def observations(self, rep_id: PersonId, skill_id: SkillId) -> Sequence[SkillObservation]:
        """All of a rep's observations of a skill, by (observed_at, call_id)."""
        ...

    def observations_of(
        self, pairs: Collection[tuple[PersonId, SkillId]]
    ) -> Mapping[tuple[PersonId, SkillId], Sequence[SkillObservation]]:
        """The same for each of several pairs, at once; empty for a pair without any."""
        ...

    def of_skill(self, skill_id: SkillId) -> Sequence[SkillObservation]:
        """Everybody's observations of a skill, by rep, then as ``observations``."""
        ...

    def of_call(self, call_id: CallId) -> frozenset[tuple[PersonId, SkillId]]:
        """Whose observations of which skills come from this call."""
        ...

    def observed_skills(self) -> Sequence[SkillId]:
        """Every skill with an observation, retired ones too."""
        ...

    def lock(self, rep_id: PersonId) -> None:
        """Hold this rep's profile until the transaction ends (no-op where writers are single)."""
        ...

    def put(self, *profiles: SkillProfile, seen: bool = True) -> tuple[TierChange, ...]:
        """Keep what replays found, with the tier changes; returns changes not seen before.

        Without ``seen`` none is returned, and each is still news to the next ``put``.
        """
        ...

    def get(self, rep_id: PersonId, skill_id: SkillId) -> Proficiency | None:
        """The last stored proficiency of one pair."""
        ...

    def behind(
        self, basis: str, *, rep_id: PersonId | None = None
    ) -> Sequence[tuple[PersonId, SkillId]]:
        """Pairs whose stored proficiency rests on another basis, by rep."""
        ...

    def older_than(self, moment: datetime, *, limit: int) -> Sequence[PersonId]:
        """Reps with a proficiency as of an earlier moment, the oldest first."""
        ...

    def note(self, *moves: ProfileMove) -> None:
        """Add what moved published levels to the record, in this order."""
        ...

    def moves(
        self, rep_id: PersonId, skill_id: SkillId, *, since: datetime | None = None
    ) -> Sequence[ProfileMove]:
        """The record of one pair, oldest first."""
        ...

    def remove(self, rep_id: PersonId, skill_id: SkillId) -> None:
        """Forget the profile of a pair that has no observation any more."""
        ...

    def published(self, rep_id: PersonId) -> Mapping[SkillId, Published]:
        """What of a rep's last stored proficiencies a move is told by, skill by skill."""
        ...

    def of_reps(self, rep_ids: Sequence[PersonId]) -> Sequence[Proficiency]:
        """The last stored proficiencies of these reps, every skill."""
        ...

    def tier_changes(self, rep_ids: Sequence[PersonId], *, since: datetime) -> Sequence[TierChange]:
        """Tier changes dated since then, newest first."""
        ...

    def announced(self, rep_id: PersonId) -> Mapping[SkillId, Sequence[TierChange]]:
        """All tier changes of a rep as they stand, by skill, oldest first."""
        ...

    def tier_change(self, rep_id: PersonId, skill_id: SkillId, at: datetime) -> TierChange | None:
        """One change as it stands now; ``None`` if a replay took it back."""
        ...

    def count(self) -> tuple[int, int]:
        """(observations, tier changes that are not first announcements)."""
        ...


class FitStore(Protocol):
    """What a company's own data said at several moments; versions from 1, never changed."""

    def newest(self) -> FitRecord | None:
        """The highest version there is."""
        ...

    def get(self, version: int, shape: type[T]) -> T:
        """One of them, as the dataclass it was kept as. Raises ``LookupError`` without it."""
        ...

    def add_if_new(self, record: FitRecord, body: object) -> bool:
        """Keep a dataclass under its version; ``False`` if that version is there already."""
        ...
