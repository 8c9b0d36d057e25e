"""What was asked about one subject of a deal, what came of it, and the ladder for one subject."""

import re
from dataclasses import dataclass

from scoring.builtin.conversation import Conversation, Exchange, cued, quote
from scoring.builtin.cues import Cue, shows
from scoring.builtin.finding import Finding, absent, found, times
from scoring.builtin.pain import telling
from scoring.builtin.questions import Question
from scoring.builtin.signals import TurnSignals
from scoring.builtin.speech import Sentence

_VAGUE = (
    " depends ", " not sure ", " do not know ", " hard to say ", " we will see ", " no idea ",
    " can not say ", " can not tell ", " a few of us ", " have to see ", " rather not ",
)  # fmt: skip
_SELLING = (" would you sign ", " could i ", " if i get ", " can i get you ", " do you like it ")
_EXPLORING = (Question.OPEN, Question.FACT)
_THEIR_NEED = re.compile(
    r" what (?:do|does|did|would|will|is) (?!you |we |i |it |that |this )(?:\w+ ){1,4}?(?:need|want"
    r"|look at|look for|see|ask|asks|say|like with|compare|comparing|know|check|insist|care) "
    r"| what would make (?!you |it |that |this )(?:\w+ ){1,3}"
)
"""What somebody who is not on the call wants to see."""
CONCRETE_WORDS = 4
RAISED_WORDS = 5


@dataclass(frozen=True, slots=True)
class Topic:
    """What was asked about one subject, and what came of it."""

    asked: tuple[Exchange, ...]
    answered: tuple[Exchange, ...]
    """Asked, with a concrete answer."""
    followed: tuple[Exchange, ...]
    """The rep's next turn after such an answer uses it."""
    learned: tuple[Exchange, ...]
    """The buyer brought it up unasked, and this turn of the rep takes it up."""
    missed: tuple[TurnSignals, ...]
    """The buyer brought it up, and the rep's next turn left it."""


def topic_of(talk: Conversation, *cues: Cue) -> Topic:
    """Read one subject. ``cues`` are the words of the subject."""
    asked, answered, followed, learned, missed = [], [], [], [], []
    exchanges = talk.exchanges
    for place, exchange in enumerate(exchanges):
        following = exchanges[place + 1] if place + 1 < len(exchanges) else None
        if question_about(exchange.rep, *cues) is not None:
            asked.append(exchange)
            if _concrete(exchange):
                answered.append(exchange)
                if following is not None and _uses(following):
                    followed.append(exchange)
        elif following is not None and (raised := _raised(exchange, cues)):
            if _takes_up(following, raised):
                learned.append(following)
            elif not _uses(following):
                missed += raised
    return Topic(tuple(asked), tuple(answered), tuple(followed), tuple(learned), tuple(missed))


def question_about(turn: TurnSignals, *cues: Cue) -> Sentence | None:
    """The first question of the turn that names the subject."""
    for kind, sentence in turn.questions:
        if kind in (Question.LOGISTICS, Question.LEADING) or _closes(sentence):
            continue
        words = frozenset(sentence.plain.split())
        if any(shows(c, sentence.plain, words) for c in cues):
            return sentence
        if Cue.PEOPLE in cues and kind in _EXPLORING and shows(Cue.ROLES, sentence.plain, words):
            return sentence
        if not _NEED_CUES.isdisjoint(cues) and _THEIR_NEED.search(sentence.plain):
            return sentence
    return None


_NEED_CUES = frozenset({Cue.PEOPLE, Cue.CRITERIA})


def _closes(sentence: Sentence) -> bool:
    """A question that tries to sell ("would you sign this month?") instead of finding out."""
    return any(phrase in sentence.plain for phrase in _SELLING)


def _concrete(exchange: Exchange) -> bool:
    said = " ".join(t.plain for t in exchange.reply)
    vague = any(v in said for v in _VAGUE)
    firm = bool(exchange.reply_figures) or any(_names(t) for t in exchange.reply)
    return exchange.reply_words >= 2 and (
        firm or (exchange.reply_words >= CONCRETE_WORDS and not vague)
    )


def _names(turn: TurnSignals) -> bool:
    """A capital letter inside a sentence, other than I: a name or a title."""
    return any(names_in(s) for s in turn.sentences)


def names_in(sentence: Sentence) -> list[str]:
    """The capitalised words inside a sentence, in lower case."""
    inside = (w.strip(".,!?;:\"'()") for w in sentence.text.split()[1:])
    return [
        w.lower() for w in inside if w[:1].isupper() and not w.startswith(("I'", "I’")) and w != "I"
    ]


def _uses(exchange: Exchange) -> bool:
    turn = exchange.rep
    return bool(turn.stems & exchange.before_stems) or bool(turn.figures & exchange.before_figures)


def _raised(exchange: Exchange, cues: tuple[Cue, ...]) -> list[TurnSignals]:
    """The buyer's turns in this answer that bring the subject up."""
    wanted = (*cues, Cue.ROLES) if Cue.PEOPLE in cues else cues
    return [t for t in exchange.reply if t.has(*wanted) and t.words >= RAISED_WORDS]


def _takes_up(exchange: Exchange, raised: list[TurnSignals]) -> bool:
    """Whether the rep repeats two facts of what was raised, or one in a question about it."""
    said = frozenset().union(*(t.stems | t.figures for t in raised))
    least = 1 if exchange.rep.asks(*_EXPLORING) else 2
    return len((exchange.rep.stems | exchange.rep.figures) & said) >= least


def read_single(talk: Conversation, subject: str, cues: tuple[Cue, ...], better: str) -> Finding:
    """The ladder for one subject: raised, answered, answered twice or exactly, taken up."""
    topic = topic_of(talk, *cues)
    known = (*topic.answered, *topic.learned)
    exact = [e for e in topic.answered if e.reply_figures or any(_names(t) for t in e.reply)]
    proof = [quote(e.rep, question_about(e.rep, *cues)) for e in known or topic.asked]
    proof += [quote(e.rep) for e in _next(talk, topic.followed)]
    replies = [r for e in topic.answered for r in e.answer()]
    reason = (
        f"{times(len(topic.asked), 'question')} about {subject}, "
        f"{len(topic.answered)} answered concretely, "
        f"{times(len(topic.learned), 'remark')} taken up."
    )
    if len(known) >= 2 and topic.followed and exact:
        return found(4, reason, proof, replies)
    if len(known) >= 2 or topic.followed:
        return found(3, reason, proof, replies, better)
    if known:
        return found(2, reason, proof, replies, better)
    if topic.asked:
        return found(1, reason, proof, replies, better)
    if topic.missed:
        said = telling(topic.missed[0])
        reason = f"The buyer brought up {subject}; the rep did not take it up."
        better = f"You said “{said}”. Tell me more about that."
        return absent(talk, 0, reason, [cued(t, *cues) for t in topic.missed], better=better)
    return absent(talk, 0, f"no question about {subject}.", better=better)


def _next(talk: Conversation, exchanges: tuple[Exchange, ...]) -> list[Exchange]:
    return [n for e in exchanges for n in talk.exchanges[e.place + 1 : e.place + 2]]
