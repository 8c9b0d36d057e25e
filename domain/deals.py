"""Deals as the CRM holds them, and what Reploop writes on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import NewType

ChangeSetId = NewType("ChangeSetId", str)


MINOR_DIGITS: Mapping[str, int] = {
    **dict.fromkeys(("CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}
"""Decimal places of currencies that do not have two (ISO 4217)."""


class Outcome(StrEnum):
    """How a deal ended, if it has."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class DealRef:
    """Which deal in which CRM; ``crm`` is the vendor's slug."""

    crm: str
    id: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents) of an ISO 4217 currency."""

    minor: int
    currency: str

    @classmethod
    def read(cls, amount: object, currency: str) -> "Money | None":
        """An amount in major units, as text or number, as CRMs give it; ``None`` if unreadable."""
        try:
            major = Decimal(str(amount))
        except InvalidOperation:
            return None
        if not major.is_finite() or abs(major) >= 10**15:
            return None
        return cls(round(major * 10 ** MINOR_DIGITS.get(currency, 2)), currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """A deal as last read from the CRM."""

    ref: DealRef
    name: str
    stage: str
    outcome: Outcome
    amount: Money | None = None
    close_date: date | None = None
    owner_email: str | None = None
    modified_at: datetime | None = None
    participant_emails: tuple[str, ...] = ()
    """Which of the asked-for e-mail addresses led to this deal."""
    url: str | None = None


class FieldKind(StrEnum):
    """The types of field that every CRM can hold."""

    NUMBER = "number"
    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    URL = "url"


FieldValue = str | float | None
"""Dates are ISO text (YYYY-MM-DD); numbers are floats; ``None`` is an empty field."""


@dataclass(frozen=True, slots=True)
class CrmField:
    """One field that Reploop owns on a deal. ``name`` is the vendor's API name."""

    source: str
    """What fills it: a key of ``jobs.crm_values`` such as ``last_call_score``."""
    name: str
    label: str
    kind: FieldKind
    help: str = ""


class WriteState(StrEnum):
    """What became of one field of one write."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT_HUMAN = "kept_human"
    """A person changed the field after our last write; theirs stays."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWrite:
    """One field of a change set: what stood there, what we wanted, what happened."""

    deal: DealRef
    field: str
    old: FieldValue
    new: FieldValue
    state: WriteState
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """All fields written together for one reason; can be read and undone as one."""

    id: ChangeSetId
    at: datetime
    call_id: str | None
    writes: tuple[FieldWrite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteBegun:
    """A write on a deal whose result nobody noted yet: it may stand in the CRM or not."""

    id: str
    at: datetime
    digests: frozenset[str]
    """One for each field and its value; never the value itself."""


@dataclass(frozen=True, slots=True)
class ProvisionReport:
    """What ``provision`` created, found, or could not create with the remedy."""

    created: tuple[str, ...]
    present: tuple[str, ...]
    failed: Mapping[str, str]
