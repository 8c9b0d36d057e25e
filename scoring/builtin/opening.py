"""Reader ``opening``: purpose, plan, the buyer's agreement and the buyer's own goal."""

import re

from scoring.builtin.conversation import Conversation, Exchange, cued, quote
from scoring.builtin.cues import Cue
from scoring.builtin.finding import Finding, absent, found
from scoring.builtin.questions import Question

OPENING_WORDS = 420
"""How much of the call, in words of both sides, counts as its opening."""
OPENING_TURNS = 6
PITCH_WORDS = 60
_INTENDS = re.compile(
    r" (?:i would (?:mostly |just |also )?like(?: us)? to|i (?:just )?wanted to|i want(?:ed)? us to"
    r"|i had planned|i have planned|i thought (?:we|i) (?:would|could|might)|we could|shall we"
    r"|let us(?: use| start| begin| first)?|i will (?:first )?) "
    r"(?:\w+ ){0,4}?(?:hear|listen|understand|learn|find|look|go over|go through|take"
    r"|cover|talk about|talk through|see|check|ask|use|start|decide|finish) "
)
"""The rep says what he or she means to do with the time; telling about oneself is not it."""
_GOAL = re.compile(
    r" (?:(?:get|like|want|need|have) (?:\w+ ){0,3}?out of (?:it|this|today|the call)"
    r"|(?:something|anything) you would (?:rather|like|want)|would you rather|you rather use"
    r"|which of (?:them|those|these) (?:would|is|matters)|what do you need from"
    r"|what would you (?:change|add)|would you change (?:anything|something)) "
)
_WISH = re.compile(
    r" (?:what i (?:really |mostly |mainly )?(?:need|want|would like)"
    r"|i (?:would|really) (?:like|need|want) to|i (?:mostly|mainly|just) (?:want|need)"
    r"|(?:begin|start) with|and there is (?:a|one)"
    r"|but (?:keep|please|first|begin|start)) "
)
"""A buyer who was asked about the plan names an own goal or limit."""
_CLOSES_AT_ONCE = re.compile(r" (?:(?:good|ready|happy|set) to sign|did you sign|can you sign) ")
_ASKS = (Question.CHECK, Question.CLOSED, Question.OPEN, Question.FACT, Question.LEADING)


def read_opening(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``opening``."""
    early = _early(talk)
    plan = next((e for e in early if _states_plan(e)), None)
    if plan is None:
        return _no_plan(talk, early)
    later = early[plan.place :]
    asked = plan.rep.asks(*_ASKS) and plan.reply_words > 0
    goal = next((e for e in later[:3] if _asks_goal(e)), None)
    after = talk.exchanges[(goal or plan).place + 1 :][:2]
    steered = goal is not None and any(_takes_up(e, goal) for e in after)
    level = 2
    if asked or goal is not None:
        level = 4 if goal is not None and steered else 3
    proof = [cued(plan.rep, Cue.PURPOSE)]
    if goal is not None and goal is not plan:
        proof.append(cued(goal.rep, Cue.BUYER_GOAL))
    proof += [quote(e.rep) for e in after]
    return found(
        level,
        _reason(level),
        proof,
        [*plan.answer(), *(goal.answer() if goal else ())],
        better="" if level == 4 else _BETTER[level],
    )


def _early(talk: Conversation) -> list[Exchange]:
    early: list[Exchange] = []
    words = 0
    for exchange in talk.exchanges:
        if words > OPENING_WORDS or len(early) >= OPENING_TURNS:
            break
        early.append(exchange)
        words += exchange.rep.words + exchange.reply_words
    return early


def _states_plan(exchange: Exchange) -> bool:
    turn = exchange.rep
    if turn.has(Cue.PITCH_OPENER) and turn.words > 2 * PITCH_WORDS:
        return False
    intends = _INTENDS.search(turn.plain) is not None
    if not turn.has(Cue.PURPOSE) and not (intends and turn.asks(*_ASKS)):
        return False
    return turn.has(Cue.TIME_FRAME, Cue.BUYER_GOAL) or turn.asks(Question.CHECK) or turn.words >= 18


def _asks_goal(exchange: Exchange) -> bool:
    turn = exchange.rep
    if not turn.asks() or exchange.reply_words < 4:
        return False
    if turn.has(Cue.BUYER_GOAL) or _GOAL.search(turn.plain):
        return True
    return _states_plan(exchange) and any(_WISH.search(t.plain) for t in exchange.reply)


def _takes_up(exchange: Exchange, goal: Exchange) -> bool:
    same = exchange.rep.stems & goal.reply_stems
    return (
        bool(same)
        or bool(exchange.rep.figures & goal.reply_figures)
        or exchange.rep.has(Cue.ACKNOWLEDGE)
    )


def _sells_at_once(exchange: Exchange) -> bool:
    turn = exchange.rep
    return turn.has(Cue.DISCOUNT, Cue.MONEY) or bool(_CLOSES_AT_ONCE.search(turn.plain))


def _no_plan(talk: Conversation, early: list[Exchange]) -> Finding:
    pitch = next(
        (
            e
            for e in early[:3]
            if e.rep.words >= PITCH_WORDS and e.rep.has(Cue.FEATURE, Cue.OFFER, Cue.PITCH_OPENER)
        ),
        None,
    )
    abrupt = next((e for e in early[:2] if _sells_at_once(e)), None)
    first = pitch or abrupt
    if first is not None:
        reason = "The rep went straight into the offer without saying what the call was for."
        return absent(talk, 0, reason, [quote(first.rep)], better=_BETTER[2])
    reason = "There was a greeting, but no purpose or plan for the time."
    return absent(talk, 1, reason, [quote(e.rep) for e in early[:1]], better=_BETTER[2])


def _reason(level: int) -> str:
    return {
        2: "The rep said what the call was for, without asking whether that suits the buyer.",
        3: "The rep stated a purpose and plan, and asked the buyer to agree to it.",
        4: "The rep agreed a plan, asked for the buyer's own goal and took the answer up.",
    }[level]


_BETTER = {
    2: "I'd like to understand how it works today, show what fits, and decide at the end whether "
    "we go on. Does that suit you, and what would make it worth your time?",
    3: "What would have to come out of this call for you to say it was worth it?",
}
