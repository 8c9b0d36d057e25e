"""Deals as the CRM holds them, and how they moved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

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
    pipeline: str = ""
    created_at: datetime | None = None
    closed_at: datetime | None = None
    """When it was won or lost, where the CRM says so."""
    segments: Mapping[str, str] = field(default_factory=dict)
    """Values of the segment fields that the mapping file names, by our word for each."""
    lost_reason: str | None = None


class MoveOf(StrEnum):
    """What of a deal moved."""

    STAGE = "stage"
    AMOUNT = "amount"
    CLOSE_DATE = "close_date"
    OUTCOME = "outcome"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class DealMove:
    """One step in a deal's history.

    Values are text: a stage's name, an amount in minor units with its currency
    (``14400050 USD``), an ISO date, an outcome, an e-mail address.
    """

    of: MoveOf
    at: datetime
    old: str | None
    new: str | None
    seen: bool = False
    """Whether it is only known from comparing two looks of ours: it happened before ``at``,
    but after the look before."""


@dataclass(frozen=True, slots=True)
class DealPage:
    """Part of the deals that changed since a moment."""

    deals: tuple[Deal, ...]
    gone: tuple[str, ...] = ()
    """Ids of deals that were deleted."""
    merged: Mapping[str, str] = field(default_factory=dict)
    """Id of a deal that was merged away to the id of the one that stands."""
    next_cursor: str | None = None
    """For the next page; ``None`` after the last."""
