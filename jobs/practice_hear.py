"""Messages of a rep that belong to a role-play: the word that begins one, and every turn."""

from dataclasses import dataclass, replace

import structlog

from coaching.practice.acting import request_of, words_in
from coaching.practice.commands import wants_to_stop, wish
from coaching.practice.script import reply_to
from domain.calls import Side, Turn
from domain.effects import Claimed, EffectState, Queue
from domain.errors import IntegrationError
from domain.people import Person, Role
from domain.ports import Stores
from domain.practice import Session, SessionState
from domain.questions import Question
from domain.webhooks import Delivery
from jobs.practice import (
    RUNNING_ALREADY,
    begin,
    end,
    opening_key,
    practice_effect,
    running,
    turn_of,
)
from jobs.practice_choice import wished
from jobs.retries import LeaseLost, NotYet
from jobs.services import Services

log = structlog.get_logger()
TURN_CHARS = 3000


@dataclass(frozen=True, slots=True)
class _Message:
    """One message of the rep in the thread."""

    rep: Person
    question: Question

    @property
    def stops(self) -> bool:
        return wants_to_stop(self.question.text)

    def after(self, session: Session) -> tuple[Turn, ...]:
        """The turns with this one."""
        text = self.question.text[:TURN_CHARS]
        return (*session.turns, turn_of(self.rep.name, text, Side.REP, session.turns))


@dataclass(frozen=True, slots=True)
class _Said:
    """What the buyer says, and whether that is the end."""

    words: str
    ends: bool


def practise(claimed: Claimed[Delivery], question: Question, services: Services) -> bool:
    """Work off a direct message that belongs to a role-play; ``False`` if it is none.

    A message counts once, whatever comes of redeliveries and kills: the turn, the buyer's
    answer and the delivery's end are kept in one transaction.

    Raises:
        LeaseLost: another worker holds the delivery now; nothing was kept.
        NotYet: the opening of this thread is being posted.
    """
    if not question.private:
        return False
    if question.thread_ts is not None and _in_thread(claimed, question, services):
        return True
    return _begun_by_word(claimed, question, services)  # an agent's chat is all threads


def _begun_by_word(claimed: Claimed[Delivery], question: Question, services: Services) -> bool:
    asked = wish(question.text)
    if asked is None:
        return False
    with services.database.write() as tx:
        rep = _rep(tx, question)
        play = wished(asked, rep, tx, services) if rep else None
        if rep is None or play is None:
            return False
        said = begin(tx, rep, play, services, by=question.ts)
        now = running(tx, rep.id)
        if said == RUNNING_ALREADY and now is not None and not _begun_by(now, question, tx):
            part = f"nudge:{question.ts}"
            tx.outbox.add_if_new(practice_effect(now.id, part, "nudge"))
        _done(tx, claimed)
    services.queue.ring(Queue.DELIVER)
    return True


def _begun_by(session: Session, question: Question, tx: Stores) -> bool:
    """Whether this very message began it: Slack may hand one in under two ids."""
    opening = tx.outbox.get(opening_key(session.id))
    return opening is not None and opening.effect.payload.get("by") == question.ts


def _rep(tx: Stores, question: Question) -> Person | None:
    person = tx.people.organisation().by_slack_user(question.asked_by)
    return person if person and person.active and person.role is Role.REP else None


def _in_thread(claimed: Claimed[Delivery], question: Question, services: Services) -> bool:
    with services.database.read() as tx:
        rep = _rep(tx, question)
        session = _session(tx, rep, question) if rep else None
    if session is None:
        return False
    assert rep is not None  # noqa: S101 - without a rep there is no session
    message = _Message(rep, question)
    said = _answered(session, message, services)
    services.reach("practice.answered")
    with services.database.write() as tx:
        now = tx.practice.session(session.id)
        if now is not None and question.ts not in now.heard:
            if len(now.turns) != len(session.turns):  # another message came in between
                said = _scripted(now, message, services)
            _keep(tx, replace(now, thread=session.thread), message, said, services)
        services.reach("practice.before_commit")
        _done(tx, claimed)
    services.queue.ring(Queue.DELIVER, Queue.SCORE)
    return True


def _done(tx: Stores, claimed: Claimed[Delivery]) -> None:
    if not tx.deliveries.done(claimed):
        raise LeaseLost


def _session(tx: Stores, rep: Person, question: Question) -> Session | None:
    """The role-play of this thread, if it is this rep's. Its opening may be just out."""
    thread = f"{question.channel}:{question.thread_ts}"
    found = tx.practice.by_thread(thread)
    if found is None and (now := running(tx, rep.id)) is not None and now.thread is None:
        opening = tx.outbox.get(f"slack:practice:{now.id}:0")
        if opening is not None and opening.remote_id == thread:
            return replace(now, thread=thread)
        if opening is not None and opening.state is EffectState.PENDING and opening.first_try_at:
            raise NotYet("the opening of a role-play is being posted")
    return found if found is not None and found.rep_id == rep.id else None


def _keep(tx: Stores, session: Session, message: _Message, said: _Said, services: Services) -> None:
    heard = (*session.heard, message.question.ts)
    if session.state is not SessionState.RUNNING:
        tx.outbox.add_if_new(practice_effect(session.id, f"closed:{message.question.ts}", "closed"))
        return
    if message.stops:
        end(tx, replace(session, heard=heard), services)
        return
    turns = message.after(session)
    answer = turn_of(session.persona.name, said.words, Side.BUYER, turns)
    now = replace(session, heard=heard, turns=(*turns, answer))
    tx.practice.put_session(now)
    if said.ends:
        now = end(tx, now, services, post=False)
    over = "yes" if now.state is SessionState.ENDED else "no"
    ids = {"turn": str(answer.index), "place": str(len(heard)), "over": over}
    tx.outbox.add_if_new(practice_effect(now.id, str(len(heard)), "turn", **ids))


def _answered(session: Session, message: _Message, services: Services) -> _Said:
    """In the model's words if there is a model and it stays in the role, else in the script's."""
    said, model = _scripted(session, message, services), services.model
    if model is None or session.state is not SessionState.RUNNING or message.stops:
        return said
    turns = message.after(session)
    try:
        answer = model.complete(request_of(session.persona, turns, said.words))
    except IntegrationError as error:
        log.info("practice.scripted", error=type(error).__name__)
        return said
    return _Said(words_in(answer, turns) or said.words, said.ends)


def _scripted(session: Session, message: _Message, services: Services) -> _Said:
    earlier = [turn.text for turn in session.turns if turn.side is Side.REP]
    reply = reply_to(session.persona, [*earlier, message.question.text])
    words = services.speech.words(session.persona.language)
    return _Said(" ".join(words.say(line) for line in reply.lines), reply.ends)
