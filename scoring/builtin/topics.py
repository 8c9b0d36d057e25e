"""Readers for what a deal hangs on: people, process, papers, money, timing, criteria, rivals."""

from dataclasses import dataclass

from scoring.builtin.asking import telling
from scoring.builtin.conversation import Conversation, Exchange, cued, quote
from scoring.builtin.cues import Cue, shows
from scoring.builtin.finding import Finding, absent, found, times
from scoring.builtin.questions import Question
from scoring.builtin.signals import TurnSignals
from scoring.builtin.speech import Sentence

_VAGUE = (
    " depends ", " not sure ", " do not know ", " hard to say ", " we will see ", " no idea ",
    " can not say ", " can not tell ", " a few of us ", " have to see ", " rather not ",
)  # fmt: skip
_SELLING = (" would you sign ", " could i ", " if i get ", " can i get you ", " do you like it ")
_EXPLORING = (Question.OPEN, Question.FACT)
CONCRETE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """What was asked about one subject, and what came of it."""

    asked: tuple[Exchange, ...]
    answered: tuple[Exchange, ...]
    """Asked, with a concrete answer."""
    followed: tuple[Exchange, ...]
    """The rep's next turn after such an answer uses it."""
    missed: tuple[TurnSignals, ...]
    """The buyer brought it up, and the rep's next turn left it."""


def topic_of(talk: Conversation, *cues: Cue) -> Topic:
    """Read one subject. ``cues`` are the words of the subject."""
    asked, answered, followed, missed = [], [], [], []
    exchanges = talk.exchanges
    for place, exchange in enumerate(exchanges):
        following = exchanges[place + 1] if place + 1 < len(exchanges) else None
        if question_about(exchange.rep, *cues) is not None:
            asked.append(exchange)
            if _concrete(exchange):
                answered.append(exchange)
                if following is not None and _uses(following):
                    followed.append(exchange)
        missed += _left_lying(exchange, following, cues)
    return Topic(tuple(asked), tuple(answered), tuple(followed), tuple(missed))


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
    return None


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
    for sentence in turn.sentences:
        for word in sentence.text.split()[1:]:
            if word[:1].isupper() and word.rstrip(".,!?;:") not in (
                "I",
                "I'm",
                "I'd",
                "I'll",
                "I've",
                "OK",
            ):
                return True
    return False


def _uses(exchange: Exchange) -> bool:
    turn = exchange.rep
    return bool(turn.stems & exchange.before_stems) or bool(turn.figures & exchange.before_figures)


def _left_lying(
    exchange: Exchange, following: Exchange | None, cues: tuple[Cue, ...]
) -> list[TurnSignals]:
    if following is None or question_about(exchange.rep, *cues) or _uses(following):
        return []
    wanted = (*cues, Cue.ROLES) if Cue.PEOPLE in cues else cues
    return [t for t in exchange.reply if t.has(*wanted) and t.words >= 5]


def read_decision(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``decision``."""
    people, process = topic_of(talk, Cue.PEOPLE), topic_of(talk, Cue.PROCESS)
    answered = _merged(people.answered, process.answered)
    asked = _merged(people.asked, process.asked)
    followed = _merged(people.followed, process.followed)
    reason = (
        f"{times(len(asked), 'question')} about who decides and how, "
        f"{len(answered)} answered concretely, {len(followed)} answers taken up."
    )
    proof = [
        quote(e.rep, question_about(e.rep, Cue.PEOPLE, Cue.PROCESS)) for e in answered or asked
    ]
    replies = [r for e in answered for r in e.answer()]
    better = "Besides you, who has to say yes, in which order, and what does each need to see?"
    if len(answered) >= 3 and process.answered and followed:
        return found(4, reason, proof, replies)
    if len(answered) >= 2:
        return found(3, reason, proof, replies, better)
    if answered:
        return found(2, reason, proof, replies, better)
    if asked:
        return found(1, reason, proof, replies, better)
    missed = [
        cued(t, Cue.PEOPLE, Cue.ROLES, Cue.PROCESS) for t in (*people.missed, *process.missed)
    ]
    if missed:
        reason = "The buyer named people or steps of the decision; the rep did not take it up."
        return absent(talk, 0, reason, missed, better=better)
    return absent(talk, 0, "no question about who decides or how.", better=better)


def _merged(*groups: tuple[Exchange, ...]) -> list[Exchange]:
    unique = {e.rep.index: e for group in groups for e in group}
    return [unique[i] for i in sorted(unique)]


_FOUR = {
    "money": Cue.MONEY,
    "timing": Cue.TIMING,
    "criteria": Cue.CRITERIA,
    "alternatives": Cue.ALTERNATIVES,
}


def read_qualification(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``qualification``."""
    topics = {name: topic_of(talk, cue) for name, cue in _FOUR.items()}
    known = [name for name, t in topics.items() if t.answered]
    touched = [name for name, t in topics.items() if t.asked]
    followed = [name for name, t in topics.items() if t.followed]
    open_ones = [name for name in _FOUR if name not in known]
    reason = f"Known after the call: {_listed(known)}; open: {_listed(open_ones)}."
    proof = [
        quote(e.rep, question_about(e.rep, _FOUR[name]))
        for name in known or touched
        for e in (topics[name].answered or topics[name].asked)[:1]
    ]
    replies = [r for name in known for r in topics[name].answered[0].answer()]
    better = _ASK[open_ones[0]] if open_ones else ""
    if len(known) == len(_FOUR) or (len(known) == 3 and len(followed) >= 2):
        return found(4, reason, proof, replies, better)
    if len(known) == 3:
        return found(3, reason, proof, replies, better)
    if known:
        return found(2, reason, proof, replies, better)
    if touched:
        return found(1, reason, proof, replies, better)
    missed = [cued(t, *_FOUR.values()) for topic in topics.values() for t in topic.missed]
    if missed:
        reason = (
            "The buyer brought up money, timing, criteria or alternatives; the rep left it there."
        )
        return absent(talk, 0, reason, missed, better=better)
    reason = "no question about money, timing, criteria or alternatives."
    return absent(talk, 0, reason, better=better)


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "nothing"


_ASK = {
    "money": "Is there money set aside for this, or would it have to come out of the savings?",
    "timing": "By when does this have to work, and what happens on your side on the day after?",
    "criteria": "What would you need to see in order to say yes, and which of it decides?",
    "alternatives": "What else could get the same money, including leaving it as it is?",
}


def read_single(talk: Conversation, subject: str, cues: tuple[Cue, ...], better: str) -> Finding:
    """The ladder for one subject: raised, answered, answered twice or exactly, taken up."""
    topic = topic_of(talk, *cues)
    exact = [e for e in topic.answered if e.reply_figures or any(_names(t) for t in e.reply)]
    proof = [quote(e.rep, question_about(e.rep, *cues)) for e in topic.answered or topic.asked]
    replies = [r for e in topic.answered for r in e.answer()]
    reason = (
        f"{times(len(topic.asked), 'question')} about {subject}, "
        f"{len(topic.answered)} answered concretely."
    )
    if len(topic.answered) >= 2 and topic.followed and exact:
        return found(4, reason, proof, replies)
    if len(topic.answered) >= 2:
        return found(3, reason, proof, replies, better)
    if topic.answered:
        return found(2, reason, proof, replies, better)
    if topic.asked:
        return found(1, reason, proof, replies, better)
    if topic.missed:
        said = telling(topic.missed[0])
        reason = f"The buyer brought up {subject}; the rep did not take it up."
        better = f"You said “{said}”. Tell me more about that."
        return absent(talk, 0, reason, [cued(t, *cues) for t in topic.missed], better=better)
    return absent(talk, 0, f"no question about {subject}.", better=better)
