"""A role-play from its first word to its call: begun, played turn by turn, ended."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from coaching.practice.assignments import attempts_left, playable
from domain.calls import Call, CallState, Participant, RepReason, Side, Transcript, Turn, numbered
from domain.effects import ASKED, Effect, EffectKind, EffectState
from domain.people import Person, PersonId
from domain.phrases import Phrase
from domain.ports import Stores
from domain.practice import (
    OPEN,
    PROVIDER,
    Assignment,
    Persona,
    Session,
    SessionId,
    SessionState,
)
from domain.rubrics import SkillId
from jobs.practice_standing import refresh_assignment
from jobs.services import Services

RUNNING_ALREADY = Phrase("practice-running")
STARTED = Phrase("practice-started-now")
NONE_LEFT = Phrase("practice-none-left")
BEING_SCORED = Phrase("practice-being-scored")
_ON_ITS_WAY = (EffectState.PENDING, EffectState.PARKED)
WORDS_A_SECOND = 2.5
PAUSE_S = 1.0
"""Between two turns. What is typed has no length: turns take as long as saying them would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """What to play: a buyer, for a skill, and for an assignment if it is one's."""

    persona: Persona
    skill_id: SkillId
    assignment: Assignment | None = None


def practice_effect(session_id: SessionId, part: str, what: str, **ids: str) -> Effect:
    """One post of a role-play: ``part`` is its place in the thread."""
    return Effect(
        kind=EffectKind.SLACK_PRACTICE,
        key=f"slack:practice:{session_id}:{part}",
        payload={"what": what, "session_id": session_id, ASKED: "yes", **ids},
    )


def never_opened(session: Session, tx: Stores) -> bool:
    """Whether its opening will never be posted, so that there is no thread to play in."""
    if session.thread is not None:
        return False
    opening = tx.outbox.get(opening_key(session.id))
    return opening is None or (opening.remote_id is None and opening.state not in _ON_ITS_WAY)


def opening_key(session_id: SessionId) -> str:
    """Of the post below which a role-play is played."""
    return practice_effect(session_id, "0", "opening").key


def running(tx: Stores, rep_id: PersonId) -> Session | None:
    """The role-play a rep is in."""
    mine = tx.practice.sessions(rep_id, limit=20)
    return next((s for s in mine if s.state is SessionState.RUNNING), None)


def begin(tx: Stores, rep: Person, play: Play, services: Services, *, by: str = "") -> Phrase:
    """Begin a role-play in the open transaction; returns what is said to who asked for it.

    A rep is in one at a time. Of an assignment there are only so many. ``by``: the message
    that asked for it.
    """
    tx.practice.lock(rep.id)
    if running(tx, rep.id) is not None:
        return RUNNING_ALREADY
    if play.assignment is not None and (refused := _refused(play.assignment, tx)):
        return refused
    session_id = SessionId(services.new_id())
    first = turn_of(play.persona.name, play.persona.opening, Side.BUYER, ())
    tx.practice.put_session(
        Session(
            id=session_id,
            rep_id=rep.id,
            persona=play.persona,
            started_at=services.now(),
            state=SessionState.RUNNING,
            skill_id=play.skill_id,
            assignment_id=play.assignment.id if play.assignment else None,
            turns=(first,),
        )
    )
    tx.outbox.add_if_new(practice_effect(session_id, "0", "opening", by=by))
    refresh_assignment(tx, play.assignment.id if play.assignment else None, services)
    return STARTED


def _refused(assignment: Assignment, tx: Stores) -> Phrase | None:
    """Why another role-play of it would not count, or ``None`` if it would."""
    now = tx.practice.assignment(assignment.id) or assignment
    if playable(now, tx.practice.of_assignment(now)):
        return None
    return BEING_SCORED if now.state in OPEN and attempts_left(now) else NONE_LEFT


def turn_of(speaker: str, text: str, side: Side, before: Collection[Turn]) -> Turn:
    """The next turn: it begins after the last one and takes as long as saying it would."""
    start_s = max((turn.end_s for turn in before), default=-PAUSE_S) + PAUSE_S
    length_s = max(1.0, len(text.split()) / WORDS_A_SECOND)
    return Turn(len(before), speaker, start_s, start_s + length_s, text, side)


def end(tx: Stores, session: Session, services: Services, *, post: bool = True) -> Session:
    """End a running role-play in the open transaction: it becomes a call to be scored.

    One in which the rep said too little for any score is not scored. ``post``: say so in a post
    of its own.
    """
    now = services.now()
    said = sum(turn.words for turn in session.turns if turn.side is Side.REP)
    if said < services.thresholds.min_rep_words:
        ended = replace(session, state=SessionState.NOT_SCORED, ended_at=now)
        tx.outbox.add_if_new(practice_effect(session.id, "end", "too-short"))
    else:
        call = _call(session, tx, services)
        ended = replace(session, state=SessionState.ENDED, ended_at=now, call_id=call.id)
        if post:
            tx.outbox.add_if_new(practice_effect(session.id, "end", "over"))
    close(tx, ended, services)
    return ended


def close(tx: Stores, ended: Session, services: Services) -> None:
    """Keep a role-play that is over: its opening loses the button, its assignment follows."""
    tx.practice.put_session(ended)
    tx.outbox.request(practice_effect(ended.id, "0", "opening"))
    refresh_assignment(tx, ended.assignment_id, services)


def _call(session: Session, tx: Stores, services: Services) -> Call:
    """The role-play as a call like any other, but of a provider that no live call has."""
    rep = tx.people.organisation().person(session.rep_id)
    name = rep.name if rep else ""
    transcript = Transcript(numbered(session.turns), session.persona.language, timed=False)
    call = Call(
        id=services.new_call_id(),
        provider=PROVIDER,
        provider_ref=session.id,
        title=f"Practice: {session.persona.name}",
        started_at=session.started_at,
        duration_s=transcript.duration_s,
        state=CallState.READY,
        call_type=session.persona.call_type,
        rep_id=session.rep_id,
        rep_reason=RepReason.GIVEN,
        participants=(
            Participant(name, rep.email if rep else None, True, Side.REP, session.rep_id),
            Participant(session.persona.name, side=Side.BUYER),
        ),
        deal_reason="a role-play belongs to no deal",
    )
    tx.calls.put(call)
    tx.calls.put_transcript(call.id, transcript)
    tx.calls.make_due(call.id)
    return call


def last_heard(session: Session) -> datetime:
    """When the rep last did anything in it."""
    heard = max((float(ts) for ts in session.heard if _number(ts)), default=0.0)
    return max(session.started_at, datetime.fromtimestamp(heard, session.started_at.tzinfo))


def _number(ts: str) -> bool:
    whole, _, part = ts.partition(".")
    return whole.isdigit() and len(whole) <= 11 and (part.isdigit() or not part)
