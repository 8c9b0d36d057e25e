"""Tables of what is known of reps: observations, profiles, why they moved, company fits."""

from datetime import datetime
from typing import Any

from sqlalchemy import Double, Index
from sqlmodel import Field

from store.columns import CleanJson, CleanText, UtcDateTime
from store.tables import Rows


class ObservationRow(Rows, table=True):
    """What one call says about one skill of one rep, criterion by criterion."""

    __tablename__ = "observations"
    __table_args__ = (
        Index(None, "rep_id", "skill_id", "observed_at"),
        Index(None, "skill_id", "rep_id"),
    )
    call_id: str = Field(primary_key=True, foreign_key="calls.id", sa_type=CleanText)
    rep_id: str = Field(primary_key=True, sa_type=CleanText)
    skill_id: str = Field(primary_key=True, sa_type=CleanText)
    observed_at: datetime = Field(sa_type=UtcDateTime)
    score: float = Field(sa_type=Double)
    criteria: int
    parts: Any = Field(sa_type=CleanJson)
    call_type: str = Field(sa_type=CleanText)
    practice: bool


class ProfileRow(Rows, table=True):
    """The last replay of one rep and skill."""

    __tablename__ = "profiles"
    rep_id: str = Field(primary_key=True, sa_type=CleanText)
    skill_id: str = Field(primary_key=True, sa_type=CleanText)
    as_of: datetime = Field(sa_type=UtcDateTime)
    level: float = Field(sa_type=Double)
    standard_error: float = Field(sa_type=Double)
    effective_n: float = Field(sa_type=Double)
    calls: int
    tier: str | None = Field(default=None, sa_type=CleanText)
    last_observed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    trends: Any = Field(sa_type=CleanJson)
    basis: str = Field(sa_type=CleanText)
    practice: Any = Field(default=None, sa_type=CleanJson, nullable=True)
    early: Any = Field(default=None, sa_type=CleanJson, nullable=True)
    lift: Any = Field(default=None, sa_type=CleanJson, nullable=True)


class TierChangeRow(Rows, table=True):
    """Tier changes as the last replay sees them; a replay replaces a pair's rows."""

    __tablename__ = "tier_changes"
    __table_args__ = (Index(None, "rep_id", "at"),)
    rep_id: str = Field(primary_key=True, sa_type=CleanText)
    skill_id: str = Field(primary_key=True, sa_type=CleanText)
    at: datetime = Field(primary_key=True, sa_type=UtcDateTime)
    before: str | None = Field(default=None, sa_type=CleanText)
    after: str = Field(sa_type=CleanText)
    because_of: str = Field(sa_type=CleanText)
    level: float = Field(sa_type=Double)
    standard_error: float = Field(sa_type=Double)
    calls: int
    fit: int


class TierChangeSeenRow(Rows, table=True):
    """Every tier change any replay ever found, so that none is announced twice.

    ``before`` is empty for a first tier: an empty value would not count as equal.
    """

    __tablename__ = "tier_changes_seen"
    rep_id: str = Field(primary_key=True, sa_type=CleanText)
    skill_id: str = Field(primary_key=True, sa_type=CleanText)
    before: str = Field(primary_key=True, sa_type=CleanText)
    after: str = Field(primary_key=True, sa_type=CleanText)
    because_of: str = Field(primary_key=True, sa_type=CleanText)
    first_seen_at: datetime = Field(sa_type=UtcDateTime)


class ProfileMoveRow(Rows, table=True):
    """One move of a published level, and what brought it about. Rows are only ever added."""

    __tablename__ = "profile_moves"
    __table_args__ = (Index(None, "rep_id", "skill_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    rep_id: str = Field(sa_type=CleanText)
    skill_id: str = Field(sa_type=CleanText)
    at: datetime = Field(sa_type=UtcDateTime)
    cause: str = Field(sa_type=CleanText)
    call_id: str | None = Field(default=None, sa_type=CleanText)
    before: float | None = Field(default=None, sa_type=Double)
    after: float | None = Field(default=None, sa_type=Double)
    standard_error: float | None = Field(default=None, sa_type=Double)
    calls: int
    basis: str = Field(sa_type=CleanText)


class FitRow(Rows, table=True):
    """What a company's own data said at one moment."""

    __tablename__ = "fits"
    version: int = Field(primary_key=True)
    as_of: datetime = Field(sa_type=UtcDateTime)
    observations: int
    body: Any = Field(sa_type=CleanJson)
