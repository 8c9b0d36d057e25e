"""Tables of the coaching loop. What is searched is a column, all else JSON."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from store.columns import CleanJson, CleanText, UtcDateTime
from store.tables import Rows


class AgendaEditsRow(Rows, table=True):
    """How a manager changed one rep's part of an agenda."""

    __tablename__ = "agenda_edits"
    manager_id: str = Field(primary_key=True, sa_type=CleanText)
    week: str = Field(primary_key=True, sa_type=CleanText)
    rep_id: str = Field(primary_key=True, sa_type=CleanText)
    body: Any = Field(sa_type=CleanJson)


class CommitmentRow(Rows, table=True):
    """What a rep and a manager agreed on."""

    __tablename__ = "commitments"
    __table_args__ = (Index(None, "rep_id", "agreed_at"),)
    id: str = Field(primary_key=True, sa_type=CleanText)
    rep_id: str = Field(sa_type=CleanText)
    agreed_at: datetime = Field(sa_type=UtcDateTime)
    body: Any = Field(sa_type=CleanJson)


class AppealRow(Rows, table=True):
    """One contested criterion of one version of a call, each time it was contested."""

    __tablename__ = "appeals"
    __table_args__ = (
        Index(None, "call_id"),
        Index(None, "rep_id", "state"),
    )
    id: str = Field(primary_key=True, sa_type=CleanText)
    call_id: str = Field(sa_type=CleanText)
    call_version: int
    criterion_id: str = Field(sa_type=CleanText)
    rep_id: str = Field(sa_type=CleanText)
    state: str = Field(sa_type=CleanText)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    body: Any = Field(sa_type=CleanJson)


class PreferencesRow(Rows, table=True):
    """What one person wants to be told, and when."""

    __tablename__ = "preferences"
    person_id: str = Field(primary_key=True, sa_type=CleanText)
    body: Any = Field(sa_type=CleanJson)


class SentMessageRow(Rows, table=True):
    """A message that went out, and the first act on it."""

    __tablename__ = "sent_messages"
    __table_args__ = (Index(None, "person_id", "sent_at"), Index(None, "remote_id"))
    key: str = Field(primary_key=True, sa_type=CleanText)
    kind: str = Field(sa_type=CleanText)
    person_id: str = Field(sa_type=CleanText)
    sent_at: datetime = Field(sa_type=UtcDateTime)
    remote_id: str = Field(sa_type=CleanText)
    acted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    act: str | None = Field(default=None, sa_type=CleanText)


class DigestItemRow(Rows, table=True):
    """A message that is told in a digest."""

    __tablename__ = "digest_items"
    __table_args__ = (Index(None, "person_id", "digest"), Index(None, "digest"))
    key: str = Field(primary_key=True, sa_type=CleanText)
    kind: str = Field(sa_type=CleanText)
    person_id: str = Field(sa_type=CleanText)
    at: datetime = Field(sa_type=UtcDateTime)
    because: str = Field(sa_type=CleanText)
    digest: str | None = Field(default=None, sa_type=CleanText)


class SharedClipRow(Rows, table=True):
    """A moment that a team shares."""

    __tablename__ = "shared_clips"
    __table_args__ = (Index(None, "team_id", "skill_id"), Index(None, "call_id"))
    id: str = Field(primary_key=True, sa_type=CleanText)
    rep_id: str = Field(sa_type=CleanText)
    team_id: str = Field(sa_type=CleanText)
    skill_id: str = Field(sa_type=CleanText)
    call_id: str = Field(sa_type=CleanText)
    state: str = Field(sa_type=CleanText)
    at: datetime = Field(sa_type=UtcDateTime)
    body: Any = Field(sa_type=CleanJson)


class AssignmentRow(Rows, table=True):
    """Who has to practise what, until when."""

    __tablename__ = "practice_assignments"
    __table_args__ = (Index(None, "rep_id", "state"),)
    id: str = Field(primary_key=True, sa_type=CleanText)
    rep_id: str = Field(sa_type=CleanText)
    state: str = Field(sa_type=CleanText)
    assigned_at: datetime = Field(sa_type=UtcDateTime)
    body: Any = Field(sa_type=CleanJson)


class SessionRow(Rows, table=True):
    """One role-play."""

    __tablename__ = "practice_sessions"
    __table_args__ = (
        Index(None, "rep_id", "started_at"),
        UniqueConstraint("thread"),
        UniqueConstraint("call_id"),
    )
    id: str = Field(primary_key=True, sa_type=CleanText)
    rep_id: str = Field(sa_type=CleanText)
    state: str = Field(sa_type=CleanText)
    started_at: datetime = Field(sa_type=UtcDateTime)
    thread: str | None = Field(default=None, sa_type=CleanText)
    call_id: str | None = Field(default=None, sa_type=CleanText)
    body: Any = Field(sa_type=CleanJson)
