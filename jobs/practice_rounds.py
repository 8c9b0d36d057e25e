"""The clock's round over practice: reminders, days that pass, role-plays nobody goes on with."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import structlog

from coaching.practice.assignments import to_remind
from domain.calls import CallState
from domain.effects import Effect, EffectKind, Queue
from domain.errors import ReploopError
from domain.ports import Stores
from domain.practice import OPEN, Assignment, AssignmentState, Session, SessionState
from jobs.attention import preferences_of
from jobs.practice import close, last_heard, never_opened, practice_effect
from jobs.practice_standing import refresh_assignment, settle
from jobs.services import Services
from jobs.zones import zone_of

log = structlog.get_logger()
T = TypeVar("T", Assignment, Session)
IDLE = timedelta(hours=24)
_NEVER_SCORED = (CallState.DEAD, CallState.SKIPPED, CallState.DELETED)


def practice_round(services: Services) -> int:
    """Move what time moves; safe to run by any number of clocks at any minute.

    Returns how many assignments and role-plays moved. One that cannot be moved now keeps no
    other from its turn.
    """
    with services.database.read() as tx:
        assignments, sessions = _due(tx, services)
    moved = sum(_tried(_move_assignment, each, services) for each in assignments)
    moved += sum(_tried(_move_session, each, services) for each in sessions)
    if moved:
        services.queue.ring(Queue.DELIVER)
    return moved


def _due(tx: Stores, services: Services) -> tuple[Sequence[Assignment], Sequence[Session]]:
    reps = [p.id for p in tx.people.organisation().people if p.active]
    waiting = tx.practice.assignments(rep_ids=reps, states=OPEN)
    assignments = [a for a in waiting if _moves(a, tx, services)]
    playing = tx.practice.in_states([SessionState.RUNNING, SessionState.ENDED])
    sessions = [s for s in playing if _idle(s, services) or _lost(s, tx) or _unheard(s, tx)]
    return assignments, sessions


def _moves(assignment: Assignment, tx: Stores, services: Services) -> bool:
    now = services.now()
    overdue = now >= assignment.due_at and assignment.state is not AssignmentState.OVERDUE
    return overdue or (
        tx.outbox.get(_reminder(assignment).key) is None and _to_remind(assignment, tx, services)
    )


def _to_remind(assignment: Assignment, tx: Stores, services: Services) -> bool:
    rep = tx.people.organisation().person(assignment.rep_id)
    if rep is None:
        return False
    chosen = preferences_of(rep, tx, services)
    return to_remind(assignment, services.now(), zone_of(rep), chosen)


def _idle(session: Session, services: Services) -> bool:
    running = session.state is SessionState.RUNNING
    return running and services.now() - last_heard(session) >= IDLE


def _unheard(session: Session, tx: Stores) -> bool:
    return session.state is SessionState.RUNNING and never_opened(session, tx)


def _lost(session: Session, tx: Stores) -> bool:
    """Whether the call of an ended role-play will never be scored."""
    if session.state is not SessionState.ENDED or session.call_id is None:
        return False
    call = tx.calls.get(session.call_id)
    return call is None or call.state in _NEVER_SCORED


def _tried(move: Callable[[T, Stores, Services], None], item: T, services: Services) -> bool:
    try:
        with services.database.write() as tx:
            move(item, tx, services)
    except ReploopError as error:
        log.warning("practice.not_moved", id=item.id, error=type(error).__name__)
        return False
    return True


def _move_assignment(assignment: Assignment, tx: Stores, services: Services) -> None:
    now = refresh_assignment(tx, assignment.id, services)
    if now is not None and services.messenger is not None and _to_remind(now, tx, services):
        tx.outbox.add_if_new(_reminder(now))


def _move_session(session: Session, tx: Stores, services: Services) -> None:
    now = tx.practice.session(session.id)
    if now is None:
        return
    if _unheard(now, tx):
        close(tx, replace(now, state=SessionState.ABANDONED, ended_at=services.now()), services)
    elif _idle(now, services):
        ended = replace(now, state=SessionState.ABANDONED, ended_at=services.now())
        tx.outbox.add_if_new(practice_effect(now.id, "end", "abandoned"))
        close(tx, ended, services)
    elif _lost(now, tx):
        settle(tx, now, SessionState.NOT_SCORED, None, services)


def _reminder(assignment: Assignment) -> Effect:
    return Effect(
        kind=EffectKind.SLACK_PRACTICE,
        key=f"slack:practice:remind:{assignment.id}",
        payload={"what": "reminder", "assignment_id": assignment.id},
    )
