"""An assignment follows its role-plays: attempts, best score, state, and its message."""

from dataclasses import replace

from coaching.practice.assignments import standing
from coaching.practice.moments import without_moment
from domain.calls import Call, CallState, Transcript
from domain.effects import ASKED, Effect, EffectKind
from domain.ports import Stores
from domain.practice import Assignment, AssignmentId, Session, SessionState
from domain.scores import CriterionScore
from domain.skills import SkillObservation
from jobs.held_calls import held
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
    words that came from it, wherever it was given to the rep. Role-plays with that buyer lose
    all their words: how each side put them in its own is not known.
    """
    played = tx.practice.by_call(call.id)
    if played is not None:
        _forget_turns(tx, played)
    if call.rep_id is None:
        return
    for assignment in tx.practice.assignments(rep_ids=[call.rep_id]):
        if assignment.persona.from_call == call.id:
            persona = without_moment(assignment.persona)
            tx.practice.put_assignment(replace(assignment, persona=persona))
    for session in tx.practice.sessions(call.rep_id, limit=500):
        if session.persona.from_call == call.id:
            _forget_turns(tx, replace(session, persona=without_moment(session.persona)))
            _forget_words(tx, session)


def _forget_turns(tx: Stores, session: Session) -> None:
    """What was written in its thread. One that still runs goes on from here."""
    tx.practice.put_session(replace(session, turns=()))
    if session.thread is not None:
        tx.deliveries.forget("slack", session.thread.partition(":")[2])


def _forget_words(tx: Stores, session: Session) -> None:
    """What the call that a role-play became holds of it, but for its levels."""
    call = tx.calls.get(session.call_id) if session.call_id else None
    if call is None:
        return
    call = held(tx, call)
    tx.calls.put_transcript(call.id, Transcript(()))
    if call.state is CallState.READY:
        tx.calls.make_due(call.id)  # who is scoring it now keeps nothing of what they read
    tx.readings.remove(call.id)
    card = tx.scorecards.latest(call.id)
    if card is not None:
        tx.scorecards.remove(call.id)
        tx.scorecards.put(replace(card, criteria=tuple(map(_level_alone, card.criteria))))


def _level_alone(score: CriterionScore) -> CriterionScore:
    ruling = score.ruling
    if ruling is not None:
        ruling = replace(ruling, grader_reason="", grader_tip="", grader_better="")
    return replace(score, reason="", tip="", better="", evidence=(), ruling=ruling)


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
