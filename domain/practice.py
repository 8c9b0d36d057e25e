"""Role-play: a buyer to practise on, who has to practise what, and how it went."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.calls import CallId, CallType, Turn
from domain.people import PersonId
from domain.rubrics import SkillId

PROVIDER = "practice"
"""Of the call that a role-play becomes: no deal, no agenda clip and no message of a live call."""
AssignmentId = NewType("AssignmentId", str)
SessionId = NewType("SessionId", str)


class Mood(StrEnum):
    """How a buyer takes to a stranger."""

    FRIENDLY = "friendly"
    GUARDED = "guarded"
    """Says little until asked openly."""
    HURRIED = "hurried"
    """Has half the time."""
    SCEPTICAL = "sceptical"
    """Wants more before a concern is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """A buyer to practise on; see ``config/personas/*.yaml``."""

    id: str
    name: str
    industry: str
    role: str
    mood: Mood
    opening: str
    """The buyer's first words."""
    call_type: CallType
    skills: tuple[SkillId, ...]
    facts: tuple[tuple[str, str], ...] = ()
    """(topic words, what the buyer says when asked about it)."""
    objections: tuple[str, ...] = ()
    goal: str = ""
    """What the rep is to reach, shown to the rep."""
    language: str = "en"
    """ISO 639-1 code of what the buyer speaks."""
    from_call: CallId | None = None
    """The rep's own call that one of its objections comes from, without anybody's name."""

    @property
    def own_moment(self) -> bool:
        """Whether something in it was said to the rep on a call."""
        return self.from_call is not None


class AssignmentState(StrEnum):
    """The five states of an assignment."""

    ASSIGNED = "assigned"
    STARTED = "started"
    PASSED = "passed"
    NOT_PASSED = "not_passed"
    """All attempts used."""
    OVERDUE = "overdue"
    """The day is past; it may still be played, and passed."""


OPEN = (AssignmentState.ASSIGNED, AssignmentState.STARTED, AssignmentState.OVERDUE)
"""The states in which it can be played."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A skill to practise, with a buyer, until a day."""

    id: AssignmentId
    rep_id: PersonId
    assigned_by: PersonId
    skill_id: SkillId
    persona: Persona
    assigned_at: datetime
    due_at: datetime
    pass_score: float = 75.0
    """0-100, of the skill in one role-play."""
    attempts_allowed: int = 3
    attempts_used: int = 0
    best_score: float | None = None
    state: AssignmentState = AssignmentState.ASSIGNED


class SessionState(StrEnum):
    """Where one role-play stands."""

    RUNNING = "running"
    ENDED = "ended"
    """Over, and being scored."""
    SCORED = "scored"
    NOT_SCORED = "not_scored"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One role-play in one thread."""

    id: SessionId
    rep_id: PersonId
    persona: Persona
    started_at: datetime
    state: SessionState
    skill_id: SkillId
    """The skill it is played for."""
    assignment_id: AssignmentId | None = None
    thread: str | None = None
    """Remote id (``channel:ts``) of the message whose thread it is played in."""
    turns: tuple[Turn, ...] = ()
    heard: tuple[str, ...] = ()
    """Timestamps of the rep's messages that are in ``turns``: none counts twice."""
    ended_at: datetime | None = None
    call_id: CallId | None = None
    """The call it was scored as."""
    score: float | None = None
    """Of the skill, 0-100."""
