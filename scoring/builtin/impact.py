"""Readers ``impact`` and ``reason_to_act``: how large the problem is, and why it must be solved."""

import re

from scoring.builtin.asking import builds_on, follow_question
from scoring.builtin.conversation import Conversation, Exchange, cued, quote
from scoring.builtin.cues import Cue, shows
from scoring.builtin.finding import Finding, absent, found, times
from scoring.builtin.pain import pain_said
from scoring.builtin.questions import Question
from scoring.builtin.signals import TurnSignals
from scoring.builtin.speech import Sentence
from scoring.builtin.topics import topic_of

ANSWER_WORDS = 6
_SUMS = (
    " so roughly ", " so about ", " so around ", " call it ", " a year ", " a month ", " per year ",
    " a week ", " a quarter ", " on top ", " in total ", " times ", " together ", " that is about ",
    " you are at ", " so that is ", " works out ", " comes to ", " adds up ", " percent of ",
    " a night ", " point and a half ", " two thirds ", " half of ",
)  # fmt: skip
_IF_SO = re.compile(
    r" (?:if|when|once) (?:\w+ ){1,14}?(?:what|who) (?:happens|then|follows|would happen"
    r"|will happen|gets|feels|do you do|will you do) "
    r"| what (?:will|would|do|does) (?:you|he|she|they|it|that) (?:\w+ ){1,8}?(?:if|when) "
    r"| who (?:\w+ ){0,5}?(?:feels|suffers|carries|has that) "
)
"""A condition and what comes of it, in either order."""


def read_impact(talk: Conversation) -> Finding:
    """See the anchors of the criteria ``impact`` and ``metrics``."""
    since = next((t.index for t in talk.buyer if t.has(Cue.PAIN)), None)
    about = [] if since is None else [e for e in talk.exchanges if e.rep.index > since]
    sized = [e for e in about if size_question(e.rep) and e.reply_figures]
    asked = [e for e in about if size_question(e.rep) and not e.reply_figures]
    worked = [e for e in about if _works_out(e)]
    reason = f"{times(len(sized), 'question')} about size answered with figures"
    if worked:
        reason += f"; figures were worked into a total or rate {times(len(worked), 'time')}"
    reason += "."
    proof = [quote(e.rep, size_question(e.rep)) for e in sized]
    sums = [quote(e.rep, _sum_sentence(e.rep)) for e in worked]
    replies = [r for e in sized for r in e.answer()]
    better = _size_it(talk)
    if len(sized) >= 2 and worked:
        return found(4, reason, [*proof[:2], *sums], replies)
    if len(sized) >= 2 or (sized and worked):
        return found(3, reason, [*proof, *sums], replies, better)
    if sized or worked:
        return found(2, reason, [*proof, *sums], replies, better)
    if asked:
        reason = "The rep asked for the size; the buyer gave no figure and it was left there."
        return found(1, reason, [quote(e.rep, size_question(e.rep)) for e in asked], (), better)
    return _unsized(talk, better)


def _unsized(talk: Conversation, better: str) -> Finding:
    given = [
        (t, bool(t.figures & e.rep.figures))
        for e in talk.exchanges
        for t in e.before
        if t.has(Cue.PAIN) and t.figures
    ]
    volunteered = [t for t, repeated in given if not repeated]
    if volunteered and not any(repeated for _, repeated in given):
        reason = "The buyer gave a figure for the problem; the rep went on to something else."
        return absent(talk, 0, reason, [quote(t) for t in volunteered], better=better)
    pains = [t for t in talk.buyer if t.has(Cue.PAIN) and t.words >= 5]
    if pains:
        reason = "The buyer named a problem; nobody asked how large it is."
        return absent(talk, 1, reason, [cued(t, Cue.PAIN) for t in pains], better=better)
    return absent(talk, 0, "no question about the size of any problem.", better=better)


def size_question(turn: TurnSignals) -> Sentence | None:
    """The question of the turn that asks for an amount."""
    for kind, sentence in turn.questions:
        if kind in (Question.LOGISTICS, Question.LEADING):
            continue
        if shows(Cue.SIZE, sentence.plain, frozenset(sentence.plain.split())):
            return sentence
    return None


def _works_out(exchange: Exchange) -> bool:
    turn = exchange.rep
    if not turn.figures or _sum_sentence(turn) is None:
        return False
    return bool(exchange.before_figures) and not turn.has(Cue.DISCOUNT)


def _sum_sentence(turn: TurnSignals) -> Sentence | None:
    return next(
        (s for s in turn.sentences if s.figures and any(phrase in s.plain for phrase in _SUMS)),
        None,
    )


def _size_it(talk: Conversation) -> str:
    trouble = pain_said(talk)
    if trouble is None:
        return "How often does that happen, and what does it cost you each time?"
    return f"You said “{trouble}”. How often is that, and what does it cost each time?"


def read_reason_to_act(talk: Conversation) -> Finding:
    """See the anchors of the criteria ``reason_to_act`` and ``identify_pain``."""
    asked = [e for e in talk.exchanges if consequence_question(e.rep)]
    answered = [e for e in asked if e.reply_words >= ANSWER_WORDS]
    dated = [e for e in answered if e.replied(Cue.TIMING, Cue.DATE, Cue.ROLES)]
    dated += topic_of(talk, Cue.TIMING).answered
    pressed = [e.rep for e in talk.exchanges if e.rep.has(Cue.OWN_URGENCY)]
    pains = [e for e in talk.exchanges if e.before and e.before[-1].has(Cue.PAIN)]
    picked = [e for e in pains if builds_on(e)]
    reason = (
        f"{times(len(asked), 'question')} about what follows from the problem, "
        f"{len(answered)} answered in substance."
    )
    proof = [quote(e.rep, consequence_question(e.rep)) for e in answered or asked]
    proof += [quote(e.rep, follow_question(e)) for e in (*dated, *picked)]
    replies = [r for e in answered for r in e.answer()]
    better = _consequence(talk)
    if len(answered) >= 2 and (dated or len(answered) >= 4):
        return found(4, reason, proof, replies)
    if len(answered) >= 2 or (answered and dated):
        return found(3, reason, proof, replies, better)
    if answered or asked or len(picked) >= 2:
        return found(2, reason, proof, replies, better)
    if pressed:
        reason = (
            "The rep pressed with an urgency of the seller's own and never asked for the buyer's."
        )
        return absent(talk, 0, reason, [cued(t, Cue.OWN_URGENCY) for t in pressed], better=better)
    if pains:
        reason = "The buyer said what goes wrong; the rep did not ask what follows from it."
        missed = [cued(e.before[-1], Cue.PAIN) for e in pains]
        return absent(talk, 0 if len(pains) >= 4 and not picked else 1, reason, missed, better)
    return absent(talk, 0, "no question about why it matters or why now.", better=better)


def consequence_question(turn: TurnSignals) -> Sentence | None:
    """The question of the turn that asks what follows, for whom, or why now."""
    for kind, sentence in turn.questions:
        if kind in (Question.LOGISTICS, Question.LEADING):
            continue
        if shows(Cue.CONSEQUENCE, sentence.plain, frozenset(sentence.plain.split())):
            return sentence
        if _IF_SO.search(sentence.plain):
            return sentence
    return None


def _consequence(talk: Conversation) -> str:
    trouble = pain_said(talk)
    if trouble is None:
        return "What happens if this stays as it is for another year, and who feels it first?"
    return f"You said “{trouble}”. What happens if that is still so in a year?"
