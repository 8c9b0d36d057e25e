"""The tables. Every unique key here is what makes a repeat of something harmless.

What is searched is a column, all else JSON. People are named by id without a foreign key.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Double, Index, LargeBinary, MetaData, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.columns import CleanJson, CleanText, UtcDateTime

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Rows(SQLModel):
    """Base of all tables: their names for constraints are ours, on every database."""

    metadata: ClassVar[MetaData] = METADATA


class Leased(Rows):
    """Columns of rows that workers claim. Times are POSIX seconds of the database's clock.

    ``fence`` rises with every claim; ``attempts`` counts claims, before the work.
    """

    lease_until: float | None = Field(default=None, sa_type=Double)
    fence: int = 0
    attempts: int = 0
    next_at: float = Field(default=0.0, sa_type=Double)


class TeamRow(Rows, table=True):
    """A team."""

    __tablename__ = "teams"
    id: str = Field(primary_key=True, sa_type=CleanText)
    name: str = Field(sa_type=CleanText)
    manager_id: str | None = Field(default=None, sa_type=CleanText)


class PersonRow(Rows, table=True):
    """A person of our own company."""

    __tablename__ = "people"
    id: str = Field(primary_key=True, sa_type=CleanText)
    name: str = Field(sa_type=CleanText)
    email: str = Field(sa_type=CleanText)
    role: str = Field(sa_type=CleanText)
    team_id: str | None = Field(default=None, sa_type=CleanText)
    time_zone: str = Field(sa_type=CleanText)
    slack_user_id: str | None = Field(default=None, sa_type=CleanText)
    aliases: Any = Field(sa_type=CleanJson)
    active: bool
    language: str = Field(default="en", sa_type=CleanText)


class DeliveryRow(Leased, table=True):
    """The inbox: a verified webhook as it came."""

    __tablename__ = "deliveries"
    __table_args__ = (UniqueConstraint("provider", "key"), Index(None, "state", "id"))
    id: int | None = Field(default=None, primary_key=True)
    provider: str = Field(sa_type=CleanText)
    key: str = Field(sa_type=CleanText)
    event: str = Field(sa_type=CleanText)
    received_at: datetime = Field(sa_type=UtcDateTime)
    body: bytes = Field(sa_type=LargeBinary)
    state: str = Field(sa_type=CleanText)
    error: str | None = Field(default=None, sa_type=CleanText)


class CallRow(Leased, table=True):
    """A call. ``ended_at`` is start plus duration, kept so that it can be searched."""

    __tablename__ = "calls"
    __table_args__ = (
        UniqueConstraint("provider", "provider_ref"),
        Index(None, "state", "started_at"),
        Index(None, "rep_id", "started_at"),
        Index(None, "deal_crm", "deal_id"),
    )
    id: str = Field(primary_key=True, sa_type=CleanText)
    provider: str = Field(sa_type=CleanText)
    provider_ref: str = Field(sa_type=CleanText)
    title: str = Field(sa_type=CleanText)
    started_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime = Field(sa_type=UtcDateTime)
    duration_s: float = Field(sa_type=Double)
    state: str = Field(sa_type=CleanText)
    call_type: str = Field(sa_type=CleanText)
    host_email: str | None = Field(default=None, sa_type=CleanText)
    rep_id: str | None = Field(default=None, sa_type=CleanText)
    rep_reason: str | None = Field(default=None, sa_type=CleanText)
    participants: Any = Field(sa_type=CleanJson)
    not_scorable: str | None = Field(default=None, sa_type=CleanText)
    error: str | None = Field(default=None, sa_type=CleanText)
    deal_crm: str | None = Field(default=None, sa_type=CleanText)
    deal_id: str | None = Field(default=None, sa_type=CleanText)
    deal_reason: str | None = Field(default=None, sa_type=CleanText)
    recording_url: str | None = Field(default=None, sa_type=CleanText)
    version: int
    spent: dict[str, float] | None = Field(default=None, sa_type=CleanJson)
    """Figures of what vain tries at scoring it have used."""


class TranscriptRow(Rows, table=True):
    """The transcript of a call, whole: it is always read whole."""

    __tablename__ = "transcripts"
    call_id: str = Field(primary_key=True, foreign_key="calls.id", sa_type=CleanText)
    turns: Any = Field(sa_type=CleanJson)
    language: str | None = Field(default=None, sa_type=CleanText)
    timed: bool


class ScorecardRow(Rows, table=True):
    """A scorecard: one per call and call version, never changed."""

    __tablename__ = "scorecards"
    call_id: str = Field(primary_key=True, foreign_key="calls.id", sa_type=CleanText)
    call_version: int = Field(primary_key=True)
    rubric_name: str = Field(sa_type=CleanText)
    rubric_version: int
    grader_name: str = Field(sa_type=CleanText)
    grader_version: str = Field(sa_type=CleanText)
    criteria: Any = Field(sa_type=CleanJson)
    overall: float | None = Field(default=None, sa_type=Double)
    summary: str = Field(sa_type=CleanText)
    created_at: datetime = Field(sa_type=UtcDateTime)
    usage: Any = Field(sa_type=CleanJson)


class EffectRow(Leased, table=True):
    """The outbox: a message or a CRM write to make.

    ``request_version`` rises with every request of the key; ``claimed_version`` is the
    one its last sender knew, so a request made meanwhile is seen when that one ends.
    """

    __tablename__ = "outbox"
    __table_args__ = (UniqueConstraint("key"), Index(None, "state", "id"))
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(sa_type=CleanText)
    kind: str = Field(sa_type=CleanText)
    payload: Any = Field(sa_type=CleanJson)
    state: str = Field(sa_type=CleanText)
    created_at: datetime = Field(sa_type=UtcDateTime)
    first_try_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_try_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    remote_id: str | None = Field(default=None, sa_type=CleanText)
    error: str | None = Field(default=None, sa_type=CleanText)
    request_version: int = 1
    claimed_version: int = 0


class DealRow(Rows, table=True):
    """A deal as last read from its CRM. Moments from ``gone_at`` on are by our clock."""

    __tablename__ = "deals"
    __table_args__ = (Index(None, "outcome", "closed_at"),)
    crm: str = Field(primary_key=True, sa_type=CleanText)
    deal_id: str = Field(primary_key=True, sa_type=CleanText)
    body: Any = Field(sa_type=CleanJson)
    modified_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    outcome: str | None = Field(default=None, sa_type=CleanText)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    gone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    merged_into: str | None = Field(default=None, sa_type=CleanText)
    seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When it was last read."""
    changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When it was last read as something else than before."""
    history_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When the CRM was last asked for its history."""


class AgendaRow(Rows, table=True):
    """An agenda as it was sent: one per manager and ISO week."""

    __tablename__ = "agendas"
    manager_id: str = Field(primary_key=True, sa_type=CleanText)
    week: str = Field(primary_key=True, sa_type=CleanText)
    monday: date
    body: Any = Field(sa_type=CleanJson)


class AuditRow(Rows, table=True):
    """Who looked at what, and what was denied; never content."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "subject", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    actor: str = Field(sa_type=CleanText)
    action: str = Field(sa_type=CleanText)
    subject: str = Field(sa_type=CleanText)
    allowed: bool
    via: str = Field(sa_type=CleanText)


class LockRow(Rows, table=True):
    """Who may do what only one may do, until when (POSIX seconds, database clock)."""

    __tablename__ = "locks"
    name: str = Field(primary_key=True, sa_type=CleanText)
    holder: str = Field(sa_type=CleanText)
    until: float = Field(sa_type=Double)
