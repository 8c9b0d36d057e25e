"""What Reploop wrote on records of a CRM: change sets, and what they wait for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.crm import FieldValue, RecordKind
from domain.deals import DealRef

ChangeSetId = NewType("ChangeSetId", str)


@dataclass(frozen=True, slots=True, order=True)
class RecordRef:
    """Which record in which CRM; ``crm`` is the vendor's slug, ``id`` the vendor's own."""

    crm: str
    kind: RecordKind
    id: str

    @classmethod
    def of(cls, deal: DealRef) -> "RecordRef":
        """A deal as a record."""
        return cls(deal.crm, RecordKind.DEAL, deal.id)

    @property
    def deal(self) -> DealRef | None:
        """The deal it is, if it is one."""
        return DealRef(self.crm, self.id) if self.kind is RecordKind.DEAL else None


class WriteState(StrEnum):
    """What became of one field of one write."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT_HUMAN = "kept_human"
    """A person changed the field after our last write; theirs stays."""
    RESTORED = "restored"
    """A person wrote between our read and our write; theirs was put back."""
    WAITING = "waiting"
    """A person has to approve it first."""
    THEIRS = "theirs"
    """By the mapping file not ours to write: only a plan shows it."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a value comes from. Ids and versions only: never a word of a call."""

    call_id: str | None = None
    turns: tuple[int, ...] = ()
    """Of the call, whose words prove the value."""
    reader: str = ""
    """What read the call: grader or reader of facts, with its version."""
    rubric: str = ""
    """Name and version, like ``discovery v2``."""
    also: tuple[str, ...] = ()
    """Other calls whose words are in the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWrite:
    """One field of a change set: what stood there, what we wanted, what happened."""

    record: RecordRef
    field: str
    old: FieldValue
    new: FieldValue
    state: WriteState
    detail: str | None = None
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """All fields written together for one reason; can be read and rolled back as one."""

    id: ChangeSetId
    at: datetime
    call_id: str | None
    writes: tuple[FieldWrite, ...]
    run: str | None = None
    """The push it was part of; a whole push can be rolled back too."""
    made: tuple[RecordRef, ...] = ()
    """Records that did not exist before; rolling back deletes them."""
    undoes: ChangeSetId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteBegun:
    """A write on a record whose result nobody noted yet: it may stand in the CRM or not."""

    id: str
    at: datetime
    digests: frozenset[str]
    """One for each field and its new value; never the value itself."""
    over: Mapping[str, str] = field(default_factory=dict)
    """By field name, the digest of what stood there when we read."""


class ApprovalState(StrEnum):
    """Where a change that needs a person's word stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One change of one field that a person approves or declines; at most one a field."""

    id: str
    record: RecordRef
    field: str
    old: FieldValue
    new: FieldValue
    asked_at: datetime
    state: ApprovalState = ApprovalState.WAITING
    by: str | None = None
    decided_at: datetime | None = None
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEdit:
    """What a CRM told of a person's edit as it happened; the newest of each field is kept."""

    record: RecordRef
    field: str
    value: FieldValue
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Brake:
    """A CRM that is written to no more until a person says so: too much was changed at once."""

    crm: str
    since: datetime
    """From when on records are counted."""
    stopped_at: datetime | None = None
    limit: int
    """Records that may be written from ``since`` on, within the hour."""
