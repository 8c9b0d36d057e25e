"""Where an assignment stands: from the role-plays that were scored, and the day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from domain import wording
from domain.practice import (
    OPEN,
    Assignment,
    AssignmentState,
    Persona,
    Session,
    SessionState,
)
from domain.rubrics import SkillId
from domain.skills import Proficiency

MAX_ATTEMPTS = 10
REMIND_BEFORE = timedelta(days=1)
_BEGUN = (SessionState.RUNNING, SessionState.ENDED, SessionState.SCORED)


def standing(assignment: Assignment, sessions: Iterable[Session], now: datetime) -> Assignment:
    """The assignment as its role-plays and the moment make it; the same twice changes nothing.

    An attempt is a role-play that got a score of the skill: one that was too short to be scored
    costs nothing. Passed stays passed. Late is not too late: an overdue one can be passed.
    """
    known = list(sessions)
    scores = [s.score for s in known if s.state is SessionState.SCORED and s.score is not None]
    best = max(scores, default=None)
    return replace(
        assignment,
        attempts_used=len(scores),
        best_score=best,
        state=_state(assignment, best, len(scores), known, now),
    )


def _state(
    assignment: Assignment, best: float | None, used: int, known: Sequence[Session], now: datetime
) -> AssignmentState:
    if best is not None and best >= assignment.pass_score:
        return AssignmentState.PASSED
    if used >= assignment.attempts_allowed:
        return AssignmentState.NOT_PASSED
    if now >= assignment.due_at:
        return AssignmentState.OVERDUE
    begun = any(s.state in _BEGUN for s in known)
    return AssignmentState.STARTED if begun else AssignmentState.ASSIGNED


def to_remind(assignment: Assignment, now: datetime) -> bool:
    """Whether it is the last day before it is due, and there is something to remind of."""
    waits = assignment.state in OPEN and assignment.state is not AssignmentState.OVERDUE
    long_enough = assignment.due_at - assignment.assigned_at > REMIND_BEFORE
    near = timedelta(0) < assignment.due_at - now <= REMIND_BEFORE
    return waits and long_enough and near


def attempts_left(assignment: Assignment) -> int:
    """How many more role-plays count."""
    return max(0, assignment.attempts_allowed - assignment.attempts_used)


def weakest(known: Sequence[Proficiency], live: Mapping[SkillId, int]) -> SkillId | None:
    """The skill with the lowest level among those with enough live calls.

    ``live``: how many there are of each skill; role-plays are none.
    """
    enough = [p for p in known if live.get(p.skill_id, 0) >= wording.MIN_CALLS]
    return min(enough, key=lambda p: (p.level, p.skill_id)).skill_id if enough else None


def fitting(
    personas: Sequence[Persona], skill_id: SkillId, played: Sequence[str], language: str
) -> Persona | None:
    """The buyer for a skill: one it comes first for, in the rep's language, least often played.

    ``played``: ids of the buyers the rep played with before, any order. ``None`` without any.
    """

    def rank(persona: Persona) -> tuple[bool, bool, int, int, str]:
        known = skill_id in persona.skills
        place = persona.skills.index(skill_id) if known else len(persona.skills)
        return not known, persona.language != language, played.count(persona.id), place, persona.id

    return min(personas, key=rank, default=None)
