"""Reader ``objections``: a concern of the buyer, and what the rep does with it."""

import re
from dataclasses import dataclass

from scoring.builtin.asking import follow_question
from scoring.builtin.conversation import Conversation, Exchange, quote
from scoring.builtin.cues import Cue
from scoring.builtin.finding import Finding, absent, found, no_occasion, times
from scoring.builtin.questions import Question
from scoring.builtin.signals import TurnSignals
from scoring.builtin.speech import Sentence
from scoring.builtin.value import PROOF
from scoring.builtin.worries import in_jest, worry_in

EXACT_WORDS = 8
"""A statement of so many words with a figure in it is something concrete."""
WINDOW = 3
"""Turns of the rep that count as dealing with one concern."""
_KINDS = {
    "price": re.compile(
        r" (?:(?:too|is|sounds|quite|pretty|very|so|really) expensive|(?:is|are) too (?:much"
        r"|high)|too high|comparison at|too much money|more than (?:i|we) (?:thought|expected"
        r"|planned|have)|"
        r"(?:price|cost|quote|figure) (?:is|seems|was|looks) (?:too|very|a lot|quite|pretty"
        r"|rather|so|"
        r"higher)|over (?:our |the )?budget|upper end|can not afford|hard to justify|cheaper|"
        r"another offer|what is it actually worth|price going down) "
    ),
    "timing": re.compile(
        r" (?:timing is (?:bad|off|wrong|tough|difficult)|bad timing|not (?:the )?(?:right|best"
        r"|good) time|"
        r"not (?:right )?now|too (?:early|soon)|no time for|come back (?:to us )?(?:later|in"
        r"|next)|"
        r"wait until|busy until|not this (?:year|quarter)|(?:next|after) (?:year|quarter"
        r"|peak) (?:maybe|perhaps)) "
    ),
    "competitor": re.compile(
        r" (?:already (?:have|use|using|working with|pay)|happy with (?:what|our|the)"
        r"|another (?:vendor|"
        r"supplier|provider)|existing (?:vendor|supplier|tool|system)|why (?:do not"
        r"|should) we (?:not )?(?:just )?"
        r"(?:wait|build|use|stay)|looks? (?:rather |pretty |quite )?good) "
    ),
    "authority": re.compile(
        r" (?:not my (?:decision|call)|can not (?:decide|tell you that|commit)|have to (?:ask"
        r"|check with|convince)|"
        r"(?:there is|it goes to) a committee|would never (?:approve|agree|sign)|will ask why"
        r"|hard sell (?:to|inside)) "
    ),
    "fit": re.compile(
        r" (?:(?:do|does|did) not need|a lot of (?:system|tool|software) for|what is the point"
        r"|is not (?:this|it|that) "
        r"(?:built|made|only|just)|not (?:built|made|right) for us|overkill|too (?:big|small"
        r"|complex|complicated) for|"
        r"we are (?:different|not (?:amazon|a big|that big|like))|not (?:really )?convinced"
        r"|not sure (?:that )?(?:i|we|it|this|"
        r"that)|(?:it|this|that) (?:does|will) not work (?:for|with|here|in)|can not have"
        r"|can not use"
        r"|it does not tell|built for) "
    ),
    "trust": re.compile(
        r" (?:how do (?:i|we) know|crying wolf|burned|burnt|nervous|skeptical|sceptical"
        r"|i do not (?:believe|buy|trust)|"
        r"(?:my|our|one|the|a|different|another|other) (?:worry|concern|fear)|push back"
        r"|worr(?:y|ied) (?:that|about)|concerned"
        r"|concern is|concerns me|"
        r"(?:still )?do not know if|"
        r"sounds? too good|heard that before|you promised|guarantee|is it (?:safe|secure)"
        r"|security is|"
        r"what if it (?:does|fails|breaks|goes)|what about (?:data|security|privacy|downtime)"
        r"|risky|too risky|scares? me) "
    ),
    "effort": re.compile(
        r" (?:too much (?:work|effort)|no resources|do not have (?:the )?(?:people|time"
        r"|resources|capacity)|"
        r"(?:it|our it) is one person|take (?:too long|forever|months)|will never use"
        r"|would never use|"
        r"(?:will|would|may|might|could) (?:ignore|resist|hate|fight|gripe|moan|complain)"
        r"|another login"
        r"|second login|"
        r"(?:my|our) (?:guys|people|folks|supervisors|team) (?:are|will|would|can not"
        r"|have been)|hard to change|"
        r"(?:would|will) stop (?:us|me)|had (?:a|some) bad experience) "
    ),
}  # fmt: skip
_LIMIT = re.compile(
    r" (?:before i promise|i (?:do not|would not) (?:want to )?(?:promise|know)"
    r"|i would want to check|"
    r"i had not thought|it does not do|we do not do|not yet|honest(?:ly)? (?:it|we|that) (?:can"
    r"|is|does) not|"
    r"come back to you on that|let me check that"
    r"|(?:that|what) i can not (?:say|change|promise)|that is on us|in writing|not without) "
)


@dataclass(frozen=True, slots=True)
class Concern:
    """One concern and how it was handled."""

    kind: str
    said: TurnSignals
    sentence: Sentence
    answers: tuple[Exchange, ...]
    level: int


def read_objections(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``objections``."""
    concerns = concerns_of(talk)
    if not concerns:
        return no_occasion("The buyer raised no concern that the built-in grader could recognise.")
    mean = sum(c.level for c in concerns) / len(concerns)
    level = int(mean + 0.49)
    kinds = ", ".join(dict.fromkeys(c.kind for c in concerns))
    reason = f"{times(len(concerns), 'concern')} ({kinds}): {_what_happened(concerns)}."
    best = sorted(concerns, key=lambda c: -c.level)
    worst = min(concerns, key=lambda c: c.level)
    better = "" if level == 4 else _instead(worst)
    if level <= 1:
        moments = [quote(c.said, c.sentence) for c in concerns if c.level == worst.level]
        replies = [quote(c.answers[0].rep) for c in concerns if c.answers]
        return absent(talk, level, reason, [*moments[:1], *replies[:1], *moments[1:]], better)
    proof = [quote(e.rep, follow_question(e)) for c in best for e in c.answers[:2]]
    return found(level, reason, proof, [quote(c.said, c.sentence) for c in best], better)


def concerns_of(talk: Conversation) -> list[Concern]:
    """Every concern the buyer raises, with the level of its handling."""
    answering: dict[int, int] = {}
    for place, exchange in enumerate(talk.exchanges):
        for turn in exchange.before:
            answering.setdefault(turn.index, place)
    raised: dict[int, Concern] = {}
    for turn in talk.buyer:
        place = answering.get(turn.index, -1)
        read = _concern(turn)
        if read is None or place < 0 or place in raised:
            continue
        answers = talk.exchanges[place : place + WINDOW]
        raised[place] = Concern(read[0], turn, read[1], answers, _handled(answers))
    return list(raised.values())


def _concern(turn: TurnSignals) -> tuple[str, Sentence] | None:
    for sentence in turn.sentences:
        kind = concern_in(sentence) or worry_in(sentence)
        if kind is not None and not in_jest(sentence):
            return kind, sentence
    return None


def concern_in(sentence: Sentence) -> str | None:
    """The kind of concern a sentence voices (``price``, ``timing``, …), or ``None``."""
    return next((kind for kind, p in _KINDS.items() if p.search(sentence.plain)), None)


def _handled(answers: tuple[Exchange, ...]) -> int:
    """0-4 for one concern, from the rep's turns after it."""
    first = answers[0].rep
    heard = first.has(Cue.ACKNOWLEDGE)
    asked = any(_explores(e) for e in answers[:2])
    supported = any(_supports(e.rep) for e in answers)
    settled = any(_settles(e) for e in answers)
    gave_in = first.has(Cue.DISCOUNT) and not asked
    if gave_in or (first.has(Cue.BRUSH_OFF) and not heard and not asked):
        return 0
    if asked and supported and settled:
        return 4
    if (heard or asked) and supported:
        return 3
    return 2 if heard or asked else 1


_ENOUGH = re.compile(
    r" (?:would|is|does|do|can|could|will) (?:\w+ ){1,5}?(?:bother|enough"
    r"|easier|better|alright|all right|settle|settles|live with|bear|hold|help|work|okay|ok"
    r"|fine) "
)
_ACCEPTS = re.compile(
    r" (?:could|can) live with | is nothing | that is honest | i see it | for me "
)


def _settles(exchange: Exchange) -> bool:
    """Whether the rep asks if that is enough, and the buyer says so."""
    asks = exchange.rep.asks(Question.CHECK) or any(
        _ENOUGH.search(s.plain) for _, s in exchange.rep.questions
    )
    accepts = exchange.replied(Cue.AGREEMENT) or any(
        _ACCEPTS.search(t.plain) for t in exchange.reply
    )
    return asks and accepts


def _explores(exchange: Exchange) -> bool:
    """A question about the concern, not an offer with a question mark."""
    if exchange.rep.has(Cue.DISCOUNT):
        return False
    return any(
        kind in (Question.OPEN, Question.FACT, Question.CHECK)
        and not any(offer in s.plain for offer in (" if i ", " could i ", " can i ", " shall i "))
        for kind, s in exchange.rep.questions
    )


def _supports(turn: TurnSignals) -> bool:
    statement = any(not s.asks and s.figures for s in turn.sentences)
    shown = turn.has(Cue.CUSTOMER_PROOF) or PROOF.search(turn.plain) is not None
    exact = not turn.has(Cue.DISCOUNT) and any(
        not s.asks and s.figures and s.words >= EXACT_WORDS for s in turn.sentences
    )
    return (shown and statement) or exact or bool(_LIMIT.search(turn.plain))


def _what_happened(concerns: list[Concern]) -> str:
    words = {
        0: "waved away or answered with a discount",
        1: "answered with a claim",
        2: "taken up, without a concrete answer",
        3: "taken up and answered concretely",
        4: "taken up, answered and checked",
    }
    counts = {level: sum(c.level == level for c in concerns) for level in words}
    return "; ".join(f"{n} {words[level]}" for level, n in counts.items() if n)


def _instead(concern: Concern) -> str:
    return {
        "price": "That's fair. What are you comparing it with, and what would it have to be worth?",
        "timing": "Understood. What would have to be done first, and what does waiting cost you?",
        "competitor": "What do you like about that one, and where does it fall short for you?",
        "authority": "What will they ask first, and what could I give you to answer it?",
        "fit": "That's a fair worry. What would you have to see to know that it fits?",
        "trust": "That makes sense. What happened last time, and what would prove it to you?",
        "effort": "Who would feel it most, and what would make it manageable for them?",
    }[concern.kind]
