"""Where an assignment stands: from the role-plays that were scored, and the day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from coaching.attention import is_quiet, wall
from domain import wording
from domain.attention import Preferences
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
_HOUR, _HOURS_BACK = timedelta(hours=1), 24 * 9
_BEGUN = (SessionState.RUNNING, SessionState.ENDED, SessionState.SCORED)


def standing(assignment: Assignment, sessions: Iterable[Session], now: datetime) -> Assignment:
    """The assignment as its role-plays and the moment make it; the same twice changes nothing.

    An attempt is a role-play that got a score of the skill: one that was too short to be scored
    costs nothing. Passed stays passed, whatever newer scores say. Late is not too
    late: an overdue one can be passed.
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
    if assignment.state is AssignmentState.PASSED:
        return AssignmentState.PASSED
    if best is not None and best >= assignment.pass_score:
        return AssignmentState.PASSED
    if used >= assignment.attempts_allowed:
        return AssignmentState.NOT_PASSED
    if now >= assignment.due_at:
        return AssignmentState.OVERDUE
    begun = any(s.state in _BEGUN for s in known)
    return AssignmentState.STARTED if begun else AssignmentState.ASSIGNED


def due_after(days: int, now: datetime, zone: tzinfo) -> datetime:
    """The last second of the day that is so many days ahead in ``zone``."""
    day = now.astimezone(zone).date() + timedelta(days=days)
    return wall(day + timedelta(days=1), 0, zone) - timedelta(seconds=1)


def to_remind(assignment: Assignment, now: datetime, zone: tzinfo, chosen: Preferences) -> bool:
    """Whether there is something to remind of, and the last hours in which it can be said are near.

    What falls into quiet hours is held, so a day counts back from the last moment before it is
    due that is not quiet for the rep: what is due on a Sunday is told on Friday.
    """
    waits = assignment.state in OPEN and assignment.state is not AssignmentState.OVERDUE
    if not waits or now >= assignment.due_at:
        return False
    since = _last_open(assignment.due_at, zone, chosen) - REMIND_BEFORE
    return assignment.assigned_at < since <= now


def _last_open(due_at: datetime, zone: tzinfo, chosen: Preferences) -> datetime:
    """The last moment up to ``due_at`` that is not quiet, to the hour; else ``due_at``."""
    moments = (due_at - n * _HOUR for n in range(_HOURS_BACK))
    return next((each for each in moments if not is_quiet(each, zone, chosen)), due_at)


def attempts_left(assignment: Assignment) -> int:
    """How many more role-plays count."""
    return max(0, assignment.attempts_allowed - assignment.attempts_used)


def playable(assignment: Assignment, sessions: Iterable[Session]) -> bool:
    """Whether another role-play of it would count: one that is being scored has its place."""
    being_scored = sum(s.state is SessionState.ENDED for s in sessions)
    return assignment.state in OPEN and attempts_left(assignment) > being_scored


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
