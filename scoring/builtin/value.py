"""Reader ``value``: the offer tied to the buyer's problem with proof, or a list of features."""

import re
from dataclasses import dataclass

from scoring.builtin.conversation import Conversation, Exchange, cued, quote
from scoring.builtin.cues import CUES, Cue, shows
from scoring.builtin.finding import Finding, absent, found, no_occasion, times
from scoring.builtin.next_step import does
from scoring.builtin.pain import pain_said
from scoring.builtin.questions import Question
from scoring.builtin.signals import TurnSignals
from scoring.builtin.speech import Sentence

DUMP_WORDS = 45
"""A turn of so many words about features and without a question is a list of features."""
DUMP_FEATURES = 4
PROOF = re.compile(
    r" (?:went|fell|dropped|came|got|go|gone|cut|down|brought|took) "
    r"(?:\w+ ){0,4}?from (?:\w+ ){1,8}?to "
    r"| (?:at|in|on|with) (?:a|an|one|another) (?:\w+ ){1,5}?(?:in|near|like|with|of) "
    r"| we (?:timed|measured|tested|counted) "
)
"""What happened at somebody else's place, or was measured; counts only beside a figure."""
SHARED_STEMS = 2


@dataclass(frozen=True, slots=True)
class Pitch:
    """One turn in which the rep speaks about the offer."""

    exchange: Exchange
    tied: Sentence | None
    """The sentence that speaks about the offer in the buyer's own words."""
    proven: bool
    asked: bool
    """Whether the turn asks how it lands."""
    dump: bool


def read_value(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``value``."""
    pitches = _pitches(talk)
    if not pitches:
        return no_occasion("The rep did not speak about the offer on this call.")
    tied = [p for p in pitches if p.tied is not None]
    proven = [p for p in tied if p.proven]
    asked = [p for p in tied if p.asked]
    dumps = [p for p in pitches if p.dump]
    reason = (
        f"The rep spoke about the offer in {times(len(pitches), 'turn')}: {len(tied)} tied to "
        f"what "
        f"the buyer had said, {len(proven)} with an example or figures, {len(dumps)} a list of "
        f"features."
    )
    better = _tie_it(talk)
    level = _level(tied, proven, asked, dumps, len(pitches))
    if level >= 2:
        best = sorted(tied, key=lambda p: (-p.proven - p.asked, p.exchange.rep.index))
        replies = [r for p in best for r in p.exchange.answer()]
        proof = [quote(p.exchange.rep, p.tied) for p in best]
        proof += [quote(e.rep) for p in best for e in _carried_on(talk, p)]
        return found(level, reason, proof, replies, "" if level == 4 else better)
    weak = [p.exchange.rep for p in dumps or pitches]
    return absent(
        talk, level, reason, [cued(t, Cue.FEATURE, Cue.GENERIC_CLAIM) for t in weak], better
    )


def _level(
    tied: list[Pitch], proven: list[Pitch], asked: list[Pitch], dumps: list[Pitch], total: int
) -> int:
    if not tied or len(dumps) > len(tied):
        return 0 if dumps else 1
    if 2 * len(tied) < total and not proven:
        return 1
    if len(tied) >= 2 and proven and asked and not dumps:
        return 4
    if (proven or asked) and len(dumps) <= 1:
        return 3
    return 2


def _pitches(talk: Conversation) -> list[Pitch]:
    needs: set[str] = set()
    seen = 0
    pitches = []
    buyer = talk.buyer
    for exchange in talk.exchanges:
        while seen < len(buyer) and buyer[seen].index < exchange.rep.index:
            needs |= _needs(buyer[seen])
            seen += 1
        if _confirmed(exchange):
            needs |= exchange.rep.stems | exchange.rep.figures
        elif _about_offer(exchange.rep):
            pitches.append(_pitch(exchange, frozenset(needs)))
    return pitches


def _needs(turn: TurnSignals) -> frozenset[str]:
    """What the buyer wants or suffers from: the stems of turns with pain, criteria or figures."""
    matters = turn.has(Cue.PAIN, Cue.CRITERIA) or bool(turn.figures)
    return turn.stems | turn.figures if matters else frozenset()


def _confirmed(exchange: Exchange) -> bool:
    """The rep names what the buyer had said before, and the buyer says yes: it is the buyer's."""
    recalls = exchange.rep.has(Cue.PLAYBACK, Cue.SUMMARY) or _RECALLS.search(exchange.rep.plain)
    offers = any(_is_offer(s) for s in exchange.rep.sentences)
    yes = bool(exchange.reply) and (
        exchange.reply[0].has(Cue.AGREEMENT) or " still " in exchange.reply[0].plain
    )
    return bool(recalls) and yes and not offers


_RECALLS = re.compile(
    r" you (?:had|have|said|told|gave|wrote|mentioned|asked|named|described|listed) "
)


def _about_offer(turn: TurnSignals) -> bool:
    """Statements of some length about what the offer is or does."""
    asked = {id(s) for _, s in turn.questions}
    said = [s for s in turn.sentences if id(s) not in asked]
    words = sum(s.words for s in said)
    if words < 15 or (turn.has(Cue.SUMMARY) and not turn.has(Cue.FEATURE)):
        return False
    if turn.has(Cue.CUSTOMER_PROOF) and any(s.figures for s in said):
        return True
    offers = [s for s in said if _is_offer(s)]
    if any(does(s) for s in said):
        return False
    exact = any(s.figures and s.words >= 12 for s in offers)
    return len(offers) >= 2 or (bool(offers) and (turn.has(Cue.FEATURE) or words >= 25 or exact))


def _is_offer(sentence: Sentence) -> bool:
    words = frozenset(sentence.plain.split())
    about = shows(Cue.OFFER, sentence.plain, words) or shows(Cue.FEATURE, sentence.plain, words)
    return about and sentence.words >= 5 and not shows(Cue.PURPOSE, sentence.plain, words)


def _pitch(exchange: Exchange, needs: frozenset[str]) -> Pitch:
    turn = exchange.rep
    tied = max(turn.sentences, key=lambda s: _shared(s, needs))
    linked = _shared(tied, needs) >= SHARED_STEMS or (
        turn.has(Cue.LINK_BACK) and len((turn.stems | turn.figures) & needs) >= SHARED_STEMS + 1
    )
    asks_back = turn.asks(Question.CHECK, Question.OPEN, Question.FACT)
    dump = turn.words >= DUMP_WORDS and _features(turn) >= DUMP_FEATURES and not asks_back
    return Pitch(
        exchange=exchange,
        tied=tied if linked and not dump and not turn.has(Cue.DISCOUNT, Cue.OWN_URGENCY) else None,
        proven=bool(turn.figures)
        and (turn.has(Cue.CUSTOMER_PROOF) or PROOF.search(turn.plain) is not None),
        asked=asks_back and exchange.reply_words >= 3,
        dump=dump,
    )


def _features(turn: TurnSignals) -> int:
    """How many different features and general claims a turn names."""
    words = frozenset(turn.plain.split())
    count = 0
    for cue in (Cue.FEATURE, Cue.GENERIC_CLAIM):
        singles, firsts, runs = CUES[cue]
        count += len(singles & words)
        count += sum(run in turn.plain for first in firsts & words for run in runs[first])
    return count


def _carried_on(talk: Conversation, pitch: Pitch) -> list[Exchange]:
    """The rep's next turn, where it goes on about the same thing."""
    place = pitch.exchange.place + 1
    following = talk.exchanges[place : place + 1]
    return [e for e in following if e.rep.stems & (pitch.exchange.rep.stems | e.before_stems)]


def _shared(sentence: Sentence, needs: frozenset[str]) -> int:
    return len((sentence.stems | sentence.figures) & needs)


def _tie_it(talk: Conversation) -> str:
    trouble = pain_said(talk)
    if trouble is None:
        return "Which of that would change something for you, and what would it change?"
    return f"You said “{trouble}”. Here is what answers that. What would it change for you?"
