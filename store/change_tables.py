"""The tables of what was written to CRMs, and of what writing has to know."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from store.columns import CleanJson, CleanText, UtcDateTime
from store.tables import Rows


class CrmValueRow(Rows, table=True):
    """What Reploop last wrote into one field of one record."""

    __tablename__ = "crm_values"
    crm: str = Field(primary_key=True, sa_type=CleanText)
    kind: str = Field(primary_key=True, sa_type=CleanText)
    record_id: str = Field(primary_key=True, sa_type=CleanText)
    field: str = Field(primary_key=True, sa_type=CleanText)
    value: Any = Field(sa_type=CleanJson)
    put_back: Any = Field(default=None, nullable=True, sa_type=CleanJson)
    """A list with the value of a person's that we put back last, if that was the last write."""
    written_at: datetime = Field(sa_type=UtcDateTime)


class CrmWriteBegunRow(Rows, table=True):
    """A CRM write that was about to be sent and whose result nobody noted yet."""

    __tablename__ = "crm_writes_begun"
    crm: str = Field(primary_key=True, sa_type=CleanText)
    kind: str = Field(primary_key=True, sa_type=CleanText)
    record_id: str = Field(primary_key=True, sa_type=CleanText)
    write_id: str = Field(primary_key=True, sa_type=CleanText)
    begun_at: datetime = Field(sa_type=UtcDateTime)
    digests: Any = Field(sa_type=CleanJson)
    over: Any = Field(sa_type=CleanJson)


class ChangeSetRow(Rows, table=True):
    """Fields written together for one reason."""

    __tablename__ = "change_sets"
    __table_args__ = (Index(None, "at"), Index(None, "run"), Index(None, "undoes"))
    id: str = Field(primary_key=True, sa_type=CleanText)
    at: datetime = Field(sa_type=UtcDateTime)
    call_id: str | None = Field(default=None, sa_type=CleanText)
    run: str | None = Field(default=None, sa_type=CleanText)
    undoes: str | None = Field(default=None, sa_type=CleanText)
    made: Any = Field(sa_type=CleanJson)


class FieldWriteRow(Rows, table=True):
    """One field of a change set, in its place among them."""

    __tablename__ = "field_writes"
    __table_args__ = (Index(None, "crm", "kind", "record_id"),)
    change_set_id: str = Field(primary_key=True, foreign_key="change_sets.id", sa_type=CleanText)
    position: int = Field(primary_key=True)
    crm: str = Field(sa_type=CleanText)
    kind: str = Field(sa_type=CleanText)
    record_id: str = Field(sa_type=CleanText)
    field: str = Field(sa_type=CleanText)
    old: Any = Field(sa_type=CleanJson)
    new: Any = Field(sa_type=CleanJson)
    state: str = Field(sa_type=CleanText)
    detail: str | None = Field(default=None, sa_type=CleanText)
    provenance: Any = Field(default=None, nullable=True, sa_type=CleanJson)


class CrmRecordRow(Rows, table=True):
    """A record that we made at a CRM, by our key."""

    __tablename__ = "crm_records"
    crm: str = Field(primary_key=True, sa_type=CleanText)
    kind: str = Field(primary_key=True, sa_type=CleanText)
    key: str = Field(primary_key=True, sa_type=CleanText)
    remote_id: str = Field(sa_type=CleanText)


class CrmApprovalRow(Rows, table=True):
    """A change that a person approves or declines; one a field."""

    __tablename__ = "crm_approvals"
    __table_args__ = (
        UniqueConstraint("crm", "kind", "record_id", "field"),
        Index(None, "state", "asked_at"),
    )
    id: str = Field(primary_key=True, sa_type=CleanText)
    crm: str = Field(sa_type=CleanText)
    kind: str = Field(sa_type=CleanText)
    record_id: str = Field(sa_type=CleanText)
    field: str = Field(sa_type=CleanText)
    state: str = Field(sa_type=CleanText)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    body: Any = Field(sa_type=CleanJson)


class CrmToldRow(Rows, table=True):
    """A person's edit of a field of ours, as the CRM told it; without value once settled."""

    __tablename__ = "crm_told"
    crm: str = Field(primary_key=True, sa_type=CleanText)
    kind: str = Field(primary_key=True, sa_type=CleanText)
    record_id: str = Field(primary_key=True, sa_type=CleanText)
    field: str = Field(primary_key=True, sa_type=CleanText)
    value: Any = Field(sa_type=CleanJson)
    at: datetime = Field(sa_type=UtcDateTime)
    settled: bool


class CrmBrakeRow(Rows, table=True):
    """How much may be written to a CRM before a person has to look."""

    __tablename__ = "crm_brakes"
    crm: str = Field(primary_key=True, sa_type=CleanText)
    body: Any = Field(sa_type=CleanJson)
