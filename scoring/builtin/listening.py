"""Reader ``playback``: what was heard, said back in fewer words, and confirmed."""

from collections import deque
from dataclasses import dataclass

from scoring.builtin.conversation import Conversation, Exchange, quote
from scoring.builtin.cues import Cue, shows
from scoring.builtin.finding import Finding, absent, found, times
from scoring.builtin.pain import pain_said
from scoring.builtin.questions import Question
from scoring.builtin.speech import Sentence

MEMORY_TURNS = 10
"""How many of the buyer's last turns a playback may draw on."""
SUMMARY_FACTS = 5


@dataclass(frozen=True, slots=True)
class Playback:
    """One place where the rep says the buyer's facts back."""

    exchange: Exchange
    sentence: Sentence
    facts: int
    """Stems and figures of the buyer's that the turn repeats."""
    checked: bool
    """Whether the buyer was asked, or confirmed or corrected it."""
    summary: bool


def read_playback(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``playback``."""
    played = playbacks(talk)
    checked = [p for p in played if p.checked]
    acknowledged = [e for e in talk.exchanges if e.rep.has(Cue.ACKNOWLEDGE)]
    proof = [quote(p.exchange.rep, p.sentence) for p in sorted(played, key=_strength)]
    replies = [r for p in checked for r in p.exchange.answer()]
    reason = (
        f"The rep said the buyer's facts back {times(len(played), 'time')}; "
        f"{len(checked)} of them were confirmed or corrected."
    )
    better = _say_back(talk)
    if len(checked) >= 2 and any(p.summary for p in checked):
        return found(4, reason, proof, replies)
    if checked and len(played) >= 2:
        return found(3, reason, proof, replies, better)
    if played:
        return found(2, reason, proof, replies, better)
    if acknowledged:
        reason = "The rep acknowledged the buyer, but never showed what was understood."
        return absent(talk, 1, reason, [quote(e.rep) for e in acknowledged], better=better)
    return absent(talk, 0, "no place where the rep said back what was heard.", better=better)


def playbacks(talk: Conversation) -> list[Playback]:
    """Every rep turn that repeats facts of the buyer in a statement, in order."""
    memory: deque[Exchange] = deque(maxlen=MEMORY_TURNS)
    found_here: list[Playback] = []
    for exchange in talk.exchanges:
        stems, figures = _remembered(memory, exchange)
        played = _played(exchange, stems, figures)
        if played is not None:
            found_here.append(played)
        memory.append(exchange)
    return found_here


def _remembered(
    memory: deque[Exchange], exchange: Exchange
) -> tuple[frozenset[str], frozenset[str]]:
    recent = [*memory, exchange]
    return (
        frozenset().union(*(e.before_stems for e in recent)),
        frozenset().union(*(e.before_figures for e in recent)),
    )


def _played(exchange: Exchange, stems: frozenset[str], figures: frozenset[str]) -> Playback | None:
    turn = exchange.rep
    asked = {id(s) for k, s in turn.questions if k is not Question.CHECK}
    facts: set[str] = set()
    best: tuple[int, Sentence] | None = None
    for sentence in turn.sentences:
        if id(sentence) in asked:
            continue
        same = (sentence.stems & stems) | (sentence.figures & figures)
        if len(same) >= _least(sentence):
            facts |= same
            if best is None or len(same) > best[0]:
                best = (len(same), sentence)
    if best is None or len(facts) < 2:
        return None
    confirmed = bool(exchange.reply) and exchange.reply[0].has(Cue.AGREEMENT)
    return Playback(
        exchange=exchange,
        sentence=best[1],
        facts=len(facts),
        checked=bool(exchange.reply) and (turn.asks(Question.CHECK) or confirmed),
        summary=turn.has(Cue.SUMMARY) or len(facts) >= SUMMARY_FACTS,
    )


def _least(sentence: Sentence) -> int:
    """Facts a sentence must repeat: fewer where the words announce a playback."""
    words = frozenset(sentence.plain.split())
    if shows(Cue.DATE, sentence.plain, words) and shows(Cue.ACTION, sentence.plain, words):
        return 5
    if shows(Cue.SUMMARY, sentence.plain, words) or shows(Cue.PLAYBACK, sentence.plain, words):
        return 2
    if shows(Cue.FEATURE, sentence.plain, words) or shows(
        Cue.CUSTOMER_PROOF, sentence.plain, words
    ):
        return 6
    if shows(Cue.OFFER, sentence.plain, words):
        return 5
    return 3 if sentence.words <= 25 else 4


def _strength(played: Playback) -> tuple[int, int]:
    return (-int(played.checked), -played.facts)


def _say_back(talk: Conversation) -> str:
    trouble = pain_said(talk)
    if trouble is None:
        return "Let me say back what I have so far, and you tell me what I missed."
    return f"So what I hear is: “{trouble}”. Is that how you see it?"
