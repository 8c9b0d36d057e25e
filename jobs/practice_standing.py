"""An assignment follows its role-plays: attempts, best score, state, and its message."""

from dataclasses import replace

from coaching.practice.assignments import standing
from coaching.practice.moments import without_moment
from domain.calls import Call, Turn
from domain.effects import Effect, EffectKind
from domain.ports import Stores
from domain.practice import Assignment, AssignmentId, Persona, Session, SessionState
from domain.skills import SkillObservation
from jobs.attention import ASKED
from jobs.home import home_changed
from jobs.services import Services


def assigned_effect(assignment: Assignment) -> Effect:
    """The message by which the rep is told; it is brought up to date in place."""
    return Effect(
        kind=EffectKind.SLACK_PRACTICE,
        key=f"slack:practice:assigned:{assignment.id}",
        payload={"what": "assigned", "assignment_id": assignment.id},
    )


def refresh_assignment(
    tx: Stores, assignment_id: AssignmentId | None, services: Services
) -> Assignment | None:
    """Bring an assignment to where its role-plays put it; changes nothing the second time."""
    before = tx.practice.assignment(assignment_id) if assignment_id else None
    if before is None:
        return None
    now = standing(before, tx.practice.of_assignment(before), services.now())
    if now != before:
        tx.practice.put_assignment(now)
        tx.outbox.request(assigned_effect(now))
        home_changed(now.rep_id, tx)
    return now


def forget_play(tx: Stores, call: Call) -> None:
    """Take the words of a deleted call out of practice: of a role-play, or of a live call.

    The role-play keeps that it was, and its score. A buyer made from a live call loses the
    words that came from it, wherever it was given to the rep.
    """
    played = tx.practice.by_call(call.id)
    if played is not None:
        tx.practice.put_session(replace(played, turns=()))
        if played.thread is not None:
            tx.deliveries.forget("slack", played.thread.partition(":")[2])
    if call.rep_id is None:
        return
    for assignment in tx.practice.assignments(rep_ids=[call.rep_id]):
        if assignment.persona.from_call == call.id:
            persona = without_moment(assignment.persona)
            tx.practice.put_assignment(replace(assignment, persona=persona))
    for session in tx.practice.sessions(call.rep_id, limit=500):
        if session.persona.from_call == call.id:
            words = _without(session.turns, session.persona)
            persona = without_moment(session.persona)
            tx.practice.put_session(replace(session, persona=persona, turns=words))


def _without(turns: tuple[Turn, ...], persona: Persona) -> tuple[Turn, ...]:
    """The turns; what the buyer said of the moment is taken out."""
    gone = set(persona.objections) - set(without_moment(persona).objections)
    said = [(t, next((g for g in gone if g in t.text), None)) for t in turns]
    return tuple(t if g is None else replace(t, text=t.text.replace(g, "…")) for t, g in said)


def play_scored(
    tx: Stores, call: Call, seen: tuple[SkillObservation, ...], services: Services
) -> None:
    """A role-play got its scorecard: the session, its assignment and the thread follow.

    A call that is scored again changes the result in place.
    """
    session = tx.practice.by_call(call.id)
    if session is None:
        return
    score = next((o.score for o in seen if o.skill_id == session.skill_id), None)
    state = SessionState.NOT_SCORED if score is None else SessionState.SCORED
    settle(tx, session, state, score, services)


def settle(
    tx: Stores, session: Session, state: SessionState, score: float | None, services: Services
) -> None:
    """Keep how a role-play ended, and tell it."""
    tx.practice.put_session(replace(session, state=state, score=score))
    refresh_assignment(tx, session.assignment_id, services)
    if services.messenger is not None:
        payload = {"what": "result", "session_id": session.id, ASKED: "yes"}
        key = f"slack:practice:{session.id}:result"
        tx.outbox.request(Effect(kind=EffectKind.SLACK_PRACTICE, key=key, payload=payload))
