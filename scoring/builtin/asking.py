"""Readers ``open_questions`` and ``follow_up``: what is asked, and whether it builds on answers."""

from scoring.builtin.conversation import Conversation, Exchange, quote, shortened
from scoring.builtin.cues import Cue
from scoring.builtin.finding import Finding, absent, found, times
from scoring.builtin.pain import telling
from scoring.builtin.questions import Question
from scoring.builtin.signals import TurnSignals
from scoring.builtin.speech import Sentence

ANSWER_WORDS = 7
"""From so many words on an answer explains something."""
STACK = 3
"""So many different questions in one turn leave most of them unanswered."""
_SUBSTANCE = (Question.OPEN, Question.FACT, Question.CLOSED, Question.LEADING)
_POINTERS = frozenset({"that", "those", "it", "this", "them", "these", "then", "there", "they"})


def read_open_questions(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``open_questions``."""
    kinds = [k for t in talk.rep for k, _ in t.questions if k in _SUBSTANCE]
    opened = kinds.count(Question.OPEN)
    leading = kinds.count(Question.LEADING)
    answered = [e for e in talk.exchanges if _opens(e) and e.reply_words >= ANSWER_WORDS]
    level = _asking_level(talk, kinds, answered)
    reason = (
        f"{times(len(kinds), 'question')}, {opened} of them open; "
        f"{len(answered)} open ones were answered at length"
    )
    reason += f", {leading} contained their own answer." if leading else "."
    best = sorted(answered, key=lambda e: -e.reply_words)[:3]
    proof = [quote(e.rep, _open_sentence(e.rep)) for e in best]
    replies = [r for e in best[:2] for r in e.answer()]
    if level >= 2:
        return found(level, reason, proof, replies, better="" if level == 4 else _instead(talk))
    weak = [
        quote(e.rep, s)
        for e in talk.exchanges
        for k, s in e.rep.questions
        if k in (Question.LEADING, Question.CLOSED)
    ]
    return absent(talk, level, reason, weak[:2], better=_instead(talk))


def _asking_level(talk: Conversation, kinds: list[Question], answered: list[Exchange]) -> int:
    words = sum(t.words for t in talk.turns)
    opened, n = kinds.count(Question.OPEN), len(answered)
    share = opened / len(kinds) if kinds else 0.0
    half = len(talk.turns) // 2
    middle = talk.turns[half].index if talk.turns else 0
    spread = any(e.rep.index < middle for e in answered) and any(
        e.rep.index >= middle for e in answered
    )
    stacks = sum(sum(k in _SUBSTANCE for k, _ in t.questions) >= STACK for t in talk.rep)
    if opened == 0 and (len(kinds) <= 1 or kinds.count(Question.LEADING) * 2 >= len(kinds)):
        return 0
    tidy = spread and kinds.count(Question.LEADING) <= 1 and stacks <= max(1, len(talk.rep) // 8)
    if n >= _needed(words, 150, 3, 6, 600) and share >= 0.35 and tidy:
        return 4
    if n >= _needed(words, 220, 2, 4, 1000) and share >= 0.25:
        return 3
    return 2 if n >= 2 or (n == 1 and share >= 0.25) else 1


def _needed(words: int, each: int, least: int, enough: int, long: int) -> float:
    """How many answered questions a level takes: more in a longer call, within reason."""
    return max(min(max(words / each, least), enough), words / long)


def _opens(exchange: Exchange) -> bool:
    return exchange.rep.asks(Question.OPEN)


def _open_sentence(turn: TurnSignals) -> Sentence | None:
    return next((s for k, s in turn.questions if k is Question.OPEN), None)


def _instead(talk: Conversation) -> str:
    for exchange in talk.exchanges:
        for kind, sentence in exchange.rep.questions:
            if kind in (Question.CLOSED, Question.LEADING) and sentence.words <= 16:
                asked = shortened(sentence.text, 90).rstrip("?")
                return f"Instead of “{asked}?”: how does that work at your place today?"
    return "How does that work at your place today, step by step?"


def read_follow_up(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``follow_up``."""
    chances = [e for e in talk.exchanges if _offers_more(e)]
    if not chances:
        reason = (
            "the buyer said little that could be followed up, and the rep did not ask for more."
        )
        return absent(talk, 1, reason)
    taken = [e for e in chances if builds_on(e)]
    share, chain = len(taken) / len(chances), _longest_chain(chances)
    dropped = [e for e in chances if not builds_on(e) and not e.rep.asks(Question.OPEN)]
    reason = (
        f"In {len(taken)} of {len(chances)} places where the buyer had said something to build "
        f"on, "
        "the rep's next question was about it."
    )
    level = _follow_level(share, len(taken), chain)
    proof = [quote(e.rep, follow_question(e)) for e in taken]
    better = "" if level == 4 else _pick_up(dropped or chances)
    if level >= 2:
        return found(level, reason, proof, [quote(t) for e in taken for t in e.before[-1:]], better)
    return absent(talk, level, reason, [quote(e.before[-1]) for e in dropped[:2]], better=better)


def _follow_level(share: float, taken: int, chain: int) -> int:
    if share >= 0.5 and taken >= 4 and chain >= 3:
        return 4
    if share >= 0.35 and taken >= 3:
        return 3
    if share >= 0.2 and taken >= 2:
        return 2
    return 1 if taken else 0


def _offers_more(exchange: Exchange) -> bool:
    said = exchange.before[-1] if exchange.before else None
    if said is None or said.backchannel:
        return False
    return said.words >= 10 or (said.words >= 5 and (said.has(Cue.PAIN) or bool(said.figures)))


def builds_on(exchange: Exchange) -> bool:
    """Whether the rep's turn asks about what the buyer has just said."""
    return follow_question(exchange) is not None


def follow_question(exchange: Exchange) -> Sentence | None:
    """The question that picks up the buyer's words, or points at them."""
    said = exchange.before_stems
    echoed = bool(exchange.rep.stems & said) or bool(exchange.rep.figures & exchange.before_figures)
    for kind, sentence in exchange.rep.questions:
        if kind in (Question.LOGISTICS, Question.LEADING):
            continue
        if sentence.stems & said or sentence.figures & exchange.before_figures:
            return sentence
        points = kind is not Question.CLOSED and not _POINTERS.isdisjoint(
            sentence.plain.split()[:9]
        )
        if (points or echoed) and exchange.rep.words <= 70:
            return sentence
    return None


def _longest_chain(chances: list[Exchange]) -> int:
    longest = run = 0
    for exchange in chances:
        run = run + 1 if builds_on(exchange) else 0
        longest = max(longest, run)
    return longest


def _pick_up(dropped: list[Exchange]) -> str:
    said = max((e.before[-1] for e in dropped), key=lambda t: (t.has(Cue.PAIN), len(t.figures)))
    return f"You said “{telling(said)}”. What is behind that?"
