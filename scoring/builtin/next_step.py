"""Reader ``next_step``: action, date, owners and the buyer's agreement at the end of a call."""

import re
from dataclasses import dataclass

from domain.scores import Evidence
from scoring.builtin.conversation import Conversation, Exchange, cued, quote
from scoring.builtin.cues import Cue, shows
from scoring.builtin.finding import Finding, absent, found
from scoring.builtin.signals import TurnSignals
from scoring.builtin.speech import Sentence

CLOSING_SHARE = 0.4
"""The last part of the rep's turns in which a next step is looked for."""
CLOSING_TURNS = 4
AGREES_WITHIN = 8
_JOINT = frozenset({"we", "us"})
_PERSONS = frozenset({"i", "you", "we", "us"})
_BUYER_OWNS = (
    " i will ",
    " i can ",
    " we will ",
    " i would like ",
    " you have ",
    " you will have ",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One turn that proposes something to do."""

    exchange: Exchange
    sentence: Sentence
    dated: bool
    agreed: bool
    rep_does: bool
    buyer_does: bool
    vague: bool


def read_next_step(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``next_step``."""
    closing = _closing(talk)
    steps = [s for e in closing if (s := _step(e)) is not None]
    firm = [s for s in steps if not s.vague]
    settled = [s for s in firm if s.dated and s.agreed]
    kept = [e for e in closing if e.rep.has(Cue.RECAP_STEP)]
    proof = [quote(s.exchange.rep, s.sentence) for s in (*settled, *firm)]
    proof += [cued(e.rep, Cue.RECAP_STEP) for e in kept]
    proof += _around(talk, settled)
    replies = [r for s in settled for r in s.exchange.answer()]
    if settled:
        both = any(s.rep_does for s in firm) and any(s.buyer_does for s in firm)
        reason = "A concrete step with a date, agreed by the buyer"
        reason += ", with a task on both sides." if both else "; only one side has something to do."
        level = 4 if both and (kept or len(settled) >= 2) else 3
        return found(level, reason, proof, replies, "" if level == 4 else _BETTER)
    vague = any(e.rep.has(Cue.VAGUE_STEP, Cue.VAGUE_TIME) for e in closing)
    if firm and (any(s.dated for s in firm) or not vague):
        dated = any(s.dated for s in firm)
        reason = "A concrete step with a date, but " if dated else "A concrete step, but "
        reason += "no agreement from the buyer." if dated else "no date."
        return found(2, reason, proof, replies, _BETTER)
    return _loose(talk, closing, steps)


def agreed_steps(talk: Conversation) -> tuple[Step, ...]:
    """The steps at the end of a call that have a day and the buyer's yes, in order."""
    steps = (s for e in _closing(talk) if (s := _step(e)) is not None)
    return tuple(s for s in steps if s.dated and s.agreed and not s.vague)


def _around(talk: Conversation, settled: list[Step]) -> list[Evidence]:
    """The rep's turns next to the agreed step that speak of doing or dates as well."""
    found_here = []
    for step in settled:
        place = step.exchange.place
        near = talk.exchanges[max(0, place - 1) : place + 2]
        found_here += [e.rep for e in near if e is not step.exchange and e.rep.has(*_DOING)]
    return [cued(t, *_DOING) for t in found_here]


_DOING = (Cue.DATE, Cue.REP_TASK, Cue.BUYER_TASK, Cue.ACTION)


def _loose(talk: Conversation, closing: list[Exchange], steps: list[Step]) -> Finding:
    vague = [e.rep for e in closing if e.rep.has(Cue.VAGUE_STEP, Cue.VAGUE_TIME)]
    if vague or steps:
        turns = vague or [s.exchange.rep for s in steps]
        reason = "The call ended with a vague follow-up: no date, and nothing for the buyer to do."
        quotes = [cued(t, Cue.VAGUE_STEP, Cue.VAGUE_TIME) for t in reversed(turns)]
        return absent(talk, 1, reason, quotes, better=_BETTER)
    last = [quote(closing[-1].rep)] if closing else []
    return absent(talk, 0, "The call ended without any next step.", last, better=_BETTER)


def _closing(talk: Conversation) -> list[Exchange]:
    count = max(CLOSING_TURNS, round(CLOSING_SHARE * len(talk.exchanges)))
    return list(talk.exchanges[-count:])


def _step(exchange: Exchange) -> Step | None:
    """The turn's own proposal, if it names an action with somebody to do it."""
    turn = exchange.rep
    proposals = [s for s in turn.sentences if (proposes(s) or does(s)) and not _looks_back(s)]
    if not proposals:
        return None
    dated = next((s for s in proposals if _dated(s)), None)
    when = dated is not None or any(_fixes_time(t) for t in exchange.reply)
    vague = turn.has(Cue.VAGUE_TIME) or (turn.has(Cue.VAGUE_STEP) and not when)
    buyer_owns = any(phrase in t.plain for t in exchange.reply for phrase in _BUYER_OWNS)
    return Step(
        exchange=exchange,
        sentence=dated or proposals[0],
        dated=when and not vague,
        agreed=_agreed(exchange),
        rep_does=turn.has(Cue.REP_TASK) or _REP_DOES.search(turn.plain) is not None,
        buyer_does=turn.has(Cue.BUYER_TASK)
        or _BUYER_DOES.search(turn.plain) is not None
        or buyer_owns,
        vague=vague,
    )


_DOES = (
    r"(?:come|bring|ring|phone|get|give|write|put|take|pick|draft|try|drop|text|mail|email|fill|send"
    r"|sit|spend|walk|show|ask|tell|prepare|confirm|speak|meet|go over|go through) "
)
_REP_DOES = re.compile(
    rf" (?:i|we) (?:will |can |could |then |would |also )*{_DOES}"
    r"| i am (?:sending|putting|writing|bringing|coming) | from (?:me|us) "
)
_BUYER_DOES = re.compile(
    rf" you (?:will |can |could |then |would |also )*{_DOES}"
    rf"| (?:can|could|would|will) you (?:please |also |then )*(?:have |{_DOES})| from you "
)
_BACK = re.compile(
    r" (?:(?:i|we) (?:just )?(?:wanted|meant|had) to (?:show|go through|walk|cover|look)"
    r"|(?:i|we) (?:just )?(?:showed|went|looked|saw|talked|spoke|sent)) "
)
_NOT_A_DAY = re.compile(
    r" (?:of|from|for|about) today "
    r"| (?:could|can|did|was|were|had|would|is) not (?:\w+ ){0,4}?(?:today|this (?:week|morning)) "
    r"| today (?:was|we (?:saw|have|had|looked|talked|went)) "
)


_NEAR = frozenset({"today", "this"})


def does(sentence: Sentence) -> bool:
    """Whether one of the two sides is to do something on a day that is named."""
    if sentence.words < 4 or not _dated(sentence):
        return False
    return bool(_REP_DOES.search(sentence.plain) or _BUYER_DOES.search(sentence.plain))


def _looks_back(sentence: Sentence) -> bool:
    """Speaks of what was done on this call, not of what comes."""
    return _BACK.search(sentence.plain) is not None and not _dated(sentence)


def _fixes_time(turn: TurnSignals) -> bool:
    """A short answer of the buyer that names the day or hour, and asks nothing."""
    if turn.words > 25 or turn.asks():
        return False
    return any(_dated(s) for s in turn.sentences)


def _agreed(exchange: Exchange) -> bool:
    """The buyer says yes within the first words, or repeats the day; a question is no yes."""
    if exchange.replied(Cue.DISAGREEMENT):
        return False
    for turn in exchange.reply:
        start = f" {' '.join(turn.plain.split()[:AGREES_WITHIN])} "
        if shows(Cue.AGREEMENT, start, frozenset(start.split())) or _fixes_time(turn):
            return True
    return False


def proposes(sentence: Sentence) -> bool:
    """Whether a sentence names an action with somebody to do it, or a day for it."""
    words = frozenset(sentence.plain.split())
    if sentence.words < 4 or not shows(Cue.ACTION, sentence.plain, words):
        return False
    if " let me show " in sentence.plain or shows(Cue.FEATURE, sentence.plain, words):
        return False
    owned = (
        shows(Cue.REP_TASK, sentence.plain, words)
        or shows(Cue.BUYER_TASK, sentence.plain, words)
        or shows(Cue.RECAP_STEP, sentence.plain, words)
    )
    joint = not words.isdisjoint(_JOINT)
    return owned or joint or (_dated(sentence) and not words.isdisjoint(_PERSONS))


def _dated(sentence: Sentence) -> bool:
    """Names a day to come; "a summary of today" and "could not come today" name none."""
    plain = sentence.plain
    words = frozenset(plain.split())
    if not shows(Cue.DATE, plain, words) or shows(Cue.VAGUE_TIME, plain, words):
        return False
    if words.isdisjoint(_NEAR):
        return True
    rest = _NOT_A_DAY.sub(" ", plain)
    return shows(Cue.DATE, rest, frozenset(rest.split()))


_BETTER = (
    "Let's look at it together on a day next week that suits you: which one, at what time, and "
    "could you send me one week of your data before then?"
)
