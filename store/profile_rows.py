"""Observations, proficiencies and tier changes as rows and back."""

from typing import Any

from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import (
    EarlySign,
    Lift,
    MoveCause,
    PracticeFigure,
    Proficiency,
    ProfileMove,
    SkillObservation,
    SkillProfile,
    Tier,
    TierChange,
    Trend,
)
from store.codec import from_json, to_json
from store.profile_tables import ProfileMoveRow, ProfileRow, TierChangeRow

_Practice: Any = PracticeFigure | None
_Early: Any = EarlySign | None
_Lift: Any = Lift | None


def observation_values(observation: SkillObservation) -> dict[str, Any]:
    """The columns of an observation."""
    values = {**to_json(observation), "observed_at": observation.observed_at}
    del values["deal"]  # the call's, and known only later
    return values


def observation_of(row: Any, deal: str | None = None) -> SkillObservation:
    """The observation in a row that has the columns of ``ObservationRow``.

    A rep's whole record is read with every call, so ``parts`` is taken as it was written.
    """
    return SkillObservation(
        rep_id=PersonId(row.rep_id),
        skill_id=SkillId(row.skill_id),
        call_id=CallId(row.call_id),
        observed_at=row.observed_at,
        score=row.score,
        criteria=row.criteria,
        parts=tuple([(name, score, weight) for name, score, weight in row.parts]),
        call_type=row.call_type,
        practice=row.practice,
        deal=deal,
    )


def profile_values(profile: SkillProfile) -> dict[str, Any]:
    """The columns of a profile. Its tier changes are rows of their own, its line is not kept."""
    now = profile.proficiency
    moments = {"as_of": now.as_of, "last_observed_at": now.last_observed_at}
    return {**to_json(now), **moments}


def proficiency_of(row: ProfileRow) -> Proficiency:
    """The proficiency in a row."""
    return Proficiency(
        rep_id=PersonId(row.rep_id),
        skill_id=SkillId(row.skill_id),
        as_of=row.as_of,
        level=row.level,
        standard_error=row.standard_error,
        effective_n=row.effective_n,
        calls=row.calls,
        tier=_tier(row.tier),
        last_observed_at=row.last_observed_at,
        trends=from_json(tuple[Trend, ...], row.trends),
        basis=row.basis,
        practice=from_json(_Practice, row.practice),
        early=from_json(_Early, row.early),
        lift=from_json(_Lift, row.lift),
    )


def move_values(move: ProfileMove) -> dict[str, Any]:
    """The columns of a move; its id comes from the database."""
    return {**to_json(move), "at": move.at}


def move_of(row: ProfileMoveRow) -> ProfileMove:
    """The move in a row."""
    return ProfileMove(
        rep_id=PersonId(row.rep_id),
        skill_id=SkillId(row.skill_id),
        at=row.at,
        cause=MoveCause(row.cause),
        call_id=None if row.call_id is None else CallId(row.call_id),
        before=row.before,
        after=row.after,
        standard_error=row.standard_error,
        calls=row.calls,
        basis=row.basis,
    )


def change_values(change: TierChange) -> dict[str, Any]:
    """The columns of a tier change."""
    return {**to_json(change), "at": change.at}


def change_of(row: TierChangeRow) -> TierChange:
    """The tier change in a row."""
    return TierChange(
        rep_id=PersonId(row.rep_id),
        skill_id=SkillId(row.skill_id),
        before=_tier(row.before),
        after=Tier(row.after),
        at=row.at,
        because_of=CallId(row.because_of),
        level=row.level,
        standard_error=row.standard_error,
        calls=row.calls,
        fit=row.fit,
    )


def _tier(word: str | None) -> Tier | None:
    return None if word is None else Tier(word)
