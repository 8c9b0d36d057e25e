"""Records of a CRM: which fields Reploop fills on them, how they are read and how written.

Values are plain: text, numbers, ISO dates. A vendor's own types stop in its folder.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.errors import IntegrationError, RateLimited


class RecordKind(StrEnum):
    """The kinds of record that Reploop writes on."""

    DEAL = "deal"
    """The CRM's own deal. Never created, merged or deleted by us; only fields are filled."""
    CALL = "call"
    """The CRM's call or activity, one for each scored call; created by us."""
    SNAPSHOT = "snapshot"
    """A rep's level in one skill at the end of one week, in a private object of our own."""
    OWNER = "owner"
    """The CRM's record of a user, where it can hold fields of ours."""


class FieldKind(StrEnum):
    """The types of field that every CRM can hold."""

    NUMBER = "number"
    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    URL = "url"


FieldValue = str | float | None
"""Dates are ISO text (YYYY-MM-DD); numbers are floats; ``None`` is an empty field."""


class FieldRule(StrEnum):
    """Whose a field is."""

    OURS = "ours"
    """Reploop keeps it up to date; a value that a person put there stays, until the person
    empties it or puts our value back."""
    FILL_IF_EMPTY = "fill_if_empty"
    """Filled once, where nothing stands; from then on it is theirs."""
    THEIRS = "theirs"
    """Never written; a plan shows what Reploop would say."""


@dataclass(frozen=True, slots=True)
class CrmField:
    """One field that Reploop fills. ``name`` is the vendor's API name, or ours (see below)."""

    source: str
    """What fills it, such as ``last_call_score``."""
    name: str
    """How the vendor names it in its API. Vendors that give a field a name of their own
    making (a hash, an id) are asked for the field with this ``label`` instead, unless the
    mapping file names theirs."""
    label: str
    kind: FieldKind
    help: str = ""
    on: RecordKind = RecordKind.DEAL
    rule: FieldRule = FieldRule.OURS
    approve: bool = False
    """Whether a person has to approve each change before it is written."""


@dataclass(frozen=True, slots=True)
class RecordNow:
    """A record as it stands at the CRM."""

    values: Mapping[str, FieldValue]
    """By field name, for every field that was asked for."""
    version: str = ""
    """Handed back with a write, so that the CRM can refuse one that comes too late."""


@dataclass(frozen=True, slots=True)
class RecordWrite:
    """Fields to set on one record; ``None`` empties a field."""

    id: str
    values: Mapping[str, FieldValue]
    version: str = ""


class RowState(StrEnum):
    """What became of one record of a batch."""

    DONE = "done"
    STALE = "stale"
    """Not written: somebody changed the record since it was read. Read it again."""
    REFUSED = "refused"
    """The CRM will not take it; the detail names the field and the remedy."""
    GONE = "gone"
    """There is no such record any more."""
    UNSURE = "unsure"
    """It may be written or not; it has to be read again, later."""


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of one record, with its id where it is known."""

    state: RowState
    detail: str = ""
    id: str = ""
    """Of a record that was created or found; empty otherwise."""
    after_s: float = 0.0
    """With ``UNSURE`` and ``STALE``: how long to wait at least."""
    limited: bool = False
    """Whether that wait is for a limit of the whole CRM, not for this record."""
    counts: bool = True
    """With ``UNSURE``: whether the record itself was tried and failed."""


def unsure(error: IntegrationError, after_s: float = 0.0, *, counts: bool = True) -> RowResult:
    """A record whose request failed with ``error``; a limit says itself how long to wait.

    ``counts``: whether it was this record's own request.
    """
    if isinstance(error, RateLimited):
        return RowResult(RowState.UNSURE, error.detail, after_s=error.retry_after_s, limited=True)
    return RowResult(RowState.UNSURE, error.detail, after_s=after_s, counts=counts)


class Guard(StrEnum):
    """How a write is kept from overwriting what a person wrote since we read."""

    CONDITION = "condition"
    """The CRM refuses a write on a record that changed since (``STALE``)."""
    HISTORY = "history"
    """The CRM keeps every value a field had: what was overwritten is seen and put back."""
    TOLD = "told"
    """The CRM can only tell us of people's edits as they happen (an automation that a
    person sets up); what was overwritten is put back when the edit is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmTraits:
    """What a CRM can do, and in which portions."""

    guard: Guard
    kinds: frozenset[RecordKind]
    """Records it can hold; ``DEAL`` is always among them."""
    read_batch: int
    """Records read by one call of ``Crm.read``, at most."""
    write_batch: int
    """Records written by one call of ``Crm.write`` or ``Crm.ensure``, at most."""
    deal_history: bool
    """Whether it keeps the history of stage and amount; else daily snapshots stand in."""


@dataclass(frozen=True, slots=True)
class FieldVersion:
    """A value that a field had from ``at`` on."""

    at: datetime
    value: FieldValue
    ours: bool
    """Whether it was written under the identity that we use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRecord:
    """What the CRM's own fields of a call activity are created with."""

    key: str
    """Our id of the call; unique for ever."""
    title: str
    """Safe plain text, 255 characters at most."""
    started_at: datetime
    duration_s: float
    deal_id: str
    owner_email: str | None
    contact_emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotRecord:
    """The head of one row of a rep's skill profile."""

    key: str
    """``<rep id>:<skill id>:<ISO week>``; unique for ever."""
    title: str
    """Like ``Ana Ruiz · Questioning · 2026-W48``."""
    owner_email: str
    """The rep's address, which is also the CRM user's."""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that has to exist, with the values that our fields begin with."""

    head: CallRecord | SnapshotRecord
    values: Mapping[str, FieldValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CrmPerson:
    """A user of the CRM who can own deals."""

    id: str
    email: str
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class ProvisionReport:
    """What ``provision`` created, found, or could not create with the remedy."""

    created: tuple[str, ...]
    present: tuple[str, ...]
    failed: Mapping[str, str]
    not_held: tuple[str, ...] = ()
    """Mapped fields on kinds of records that this CRM cannot hold: they stay in Reploop."""
    due_again: int = 0
    """Records that had been given up for want of a field, and are tried again."""
