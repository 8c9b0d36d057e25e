"""What is told about CRM fields: changes that wait for a person, and the week's report."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.calls import CallId
from domain.crm import FieldValue


class AskState(StrEnum):
    """Where a change that somebody was asked about stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    """Another value came, or the words it rests on are gone."""
    ELSEWHERE = "elsewhere"
    """Somebody else is asked now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedChange:
    """One change of one field in a message; values only while it waits."""

    id: str
    state: AskState
    field: str
    """As people see it."""
    record: str
    """The name of the deal, or what else it is."""
    crm: str
    old: FieldValue = None
    new: FieldValue = None
    hidden: bool = False
    """Whether the values are words that this reader may not read."""
    rep_name: str = ""
    call_id: CallId | None = None
    call_title: str = ""
    start_s: float | None = None
    """Where in the call the words are that prove it."""
    decided_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalNotice:
    """Changes of CRM fields that this reader approves or declines, and what became of them."""

    key: str
    changes: tuple[AskedChange, ...]
    more: int = 0
    """Changes that wait for the reader and are in no message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmWeek:
    """What happened at one CRM in a week. Fields and records are counts."""

    crm: str
    records: int = 0
    fields: int = 0
    kept: int = 0
    """Fields left as people wrote them."""
    restored: int = 0
    """Fields put back for people who wrote at the same moment."""
    waiting: int = 0
    """Changes that wait for approval now."""
    refused: tuple[tuple[str, int], ...] = ()
    """Why fields were not taken, with how many, the most first."""
    gone: int = 0
    """Records that were deleted in the CRM."""
    waits: int = 0
    """How often we had to wait for the CRM's limit."""
    rollbacks: int = 0
    stopped: bool = False
    """Whether it is stopped now for too many changes."""

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to say."""
        happened = (
            self.records, self.kept, self.restored, self.waiting, len(self.refused), self.gone,
            self.waits, self.rollbacks,
        )  # fmt: skip
        return not any(happened) and not self.stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmReport:
    """A week of writing to the CRMs, to who looks after them."""

    first_day: date
    last_day: date
    crms: tuple[CrmWeek, ...]
    calls: int
    """Scored calls of the week, and…"""
    linked: int
    """…those that are linked to a deal."""

    @property
    def quiet(self) -> bool:
        """Whether nothing happened at all."""
        return all(each.quiet for each in self.crms)
