"""The records that CRM sandboxes are loaded with: plain dataclasses, one company."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class CrmUser:
    """Somebody who can own deals."""

    email: str
    name: str


@dataclass(frozen=True, slots=True)
class CrmContact:
    """Somebody at a buyer; ``account`` is the account's name."""

    email: str
    name: str
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmDeal:
    """One deal. ``contacts`` are the addresses with a role on it."""

    key: str
    """How the loader names it; the vendor gives an id of its own."""
    name: str
    account: str
    owner_email: str
    stage: str
    outcome: str = "open"
    """``open``, ``won`` or ``lost``."""
    amount_minor: int | None = None
    currency: str = "USD"
    close_date: date | None = None
    modified_at: datetime | None = None
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmLead:
    """A lead of Salesforce; ``deal`` is the key of the deal it was converted into."""

    email: str
    deal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmCompany:
    """Everything one CRM holds at the start."""

    users: tuple[CrmUser, ...]
    contacts: tuple[CrmContact, ...]
    deals: tuple[CrmDeal, ...]
    leads: tuple[CrmLead, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDeal:
    """A deal as a person would see it in the CRM."""

    crm: str
    id: str
    name: str
    stage: str
    facts: Mapping[str, str]
    """The CRM's own fields, label to text."""
    fields: Mapping[str, str | float | None]
    """Reploop's fields, label to value."""
