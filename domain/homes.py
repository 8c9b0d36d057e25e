"""What stands on a person's home, before it has a form."""

from dataclasses import dataclass
from datetime import datetime

from domain.agendas import Agenda
from domain.attention import Preferences
from domain.calls import CallId
from domain.commitments import Proof
from domain.effects import EffectKind
from domain.people import PersonId
from domain.phrases import Phrase
from domain.scores import Medal
from domain.skills import MoveCause, Proficiency


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSkill:
    """One of the person's own skills."""

    skill_name: str
    proficiency: Proficiency


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeMove:
    """Why a figure moved since a day: parts (tenths of a point) that add up to the move."""

    skill_name: str
    since: datetime
    before: int
    """Tenths of a point."""
    after: int
    standard_error: float
    """Of the level now, in points."""
    calls: int
    parts: tuple[tuple[MoveCause, int, int], ...]
    """(cause, tenths of a point, calls behind it)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCall:
    """One scored call."""

    call_id: CallId
    title: str
    at: datetime
    overall: float | None
    """0-100."""
    medal: Medal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepHome:
    """What a rep sees of themself."""

    skills: tuple[HomeSkill, ...] = ()
    early: tuple[Phrase, ...] = ()
    moves: tuple[HomeMove, ...] = ()
    calls: tuple[HomeCall, ...] = ()
    proof: Proof | None = None
    """The running commitment."""
    practice: tuple[Phrase, ...] = ()
    clips: tuple[Phrase, ...] = ()
    viewers: tuple[Phrase, ...] = ()
    """Who looked at the rep's data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatLine:
    """One rep and where they stand in the skills in focus."""

    rep_id: PersonId
    rep_name: str
    skills: tuple[HomeSkill, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerHome:
    """What a manager sees of the team of this moment."""

    agenda: Agenda | None
    """This week's, as the manager edited it."""
    appeals: tuple[tuple[str, str], ...] = ()
    """(appeal, rep's name) of those that wait for a decision, oldest first."""
    team: tuple[HeatLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRate:
    """How often people do something with one kind of message."""

    kind: EffectKind
    sent: int
    acted: int
    low: float
    """Of the 90 % interval of the share (Wilson), 0-1…"""
    high: float
    """…and its other end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyHome:
    """What RevOps sees: numbers only."""

    calls: tuple[tuple[str, int], ...]
    """(state, how many), in the order of a call's way."""
    rates: tuple[ActRate, ...]
    crm: tuple[tuple[str, int], ...]
    """(state of CRM writes, how many)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyHome:
    """For whoever is not, or no longer, a colleague that Reploop knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """One person's home."""

    part: RepHome | ManagerHome | CompanyHome | NobodyHome
    preferences: Preferences | None = None
    """``None``: there is nothing to set."""
