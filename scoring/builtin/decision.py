"""Reader ``decision``: who takes part in the decision, and how it is made."""

import re

from domain.scores import Evidence
from scoring.builtin.conversation import Conversation, Exchange, cued, quote
from scoring.builtin.cues import Cue, shows
from scoring.builtin.finding import Finding, absent, found, times
from scoring.builtin.next_step import does
from scoring.builtin.phrases import PHRASES
from scoring.builtin.topics import names_in, question_about, topic_of
from scoring.builtin.words import DAYS_AND_MONTHS


def read_decision(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``decision``."""
    people, process = topic_of(talk, Cue.PEOPLE), topic_of(talk, Cue.PROCESS)
    answered = _merged(people.answered, process.answered)
    places = {e.place for e in answered}
    asked = _merged(people.asked, process.asked)
    followed = _merged(people.followed, process.followed)
    learned = [e for e in _merged(people.learned, process.learned) if e.place not in places]
    planned = _planned_with(talk)
    reason = (
        f"{times(len(asked), 'question')} about who decides and how, "
        f"{len(answered)} answered concretely; "
        f"{times(len(followed), 'answer')} and {times(len(learned), 'remark')} taken up; "
        f"{times(len(planned), 'step')} planned with another person of the buyer's."
    )
    proof = [
        quote(e.rep, question_about(e.rep, Cue.PEOPLE, Cue.PROCESS)) for e in answered or asked
    ]
    proof += [quote(e.rep) for e in learned]
    proof += planned
    replies = [r for e in answered for r in e.answer()]
    better = "Besides you, who has to say yes, in which order, and what does each need to see?"
    told = len(answered) + len(learned)
    known = told + any(_several(e) for e in answered)
    level = _level(known, bool(planned), bool(planned or (followed and told >= 3)))
    if len(asked) == known == 1 and _only_asks_contact(asked[0]):
        level = 1
    if level or asked:
        level = level or 1
        return found(level, reason, proof, replies, "" if level == TOP else better)
    missed = [
        cued(t, Cue.PEOPLE, Cue.ROLES, Cue.PROCESS) for t in (*people.missed, *process.missed)
    ]
    if missed:
        reason = "The buyer named people or steps of the decision; the rep did not take it up."
        return absent(talk, 0, reason, missed, better=better)
    return absent(talk, 0, "no question about who decides or how.", better=better)


TOP = 4


def _level(known: int, planned: bool, used: bool) -> int:
    """From the facts that are known; 0 where there is none."""
    if known >= 3 and used:
        return TOP
    if known >= 2 or (known and planned):
        return 3
    return 2 if known or planned else 0


_CONTACT = re.compile(
    r" (?:are|is) (?:you|it|that|this) (?:\w+ ){0,7}?"
    r"(?:decides?|decision|decision-maker|signs?|call) "
    r"| can you (?:\w+ )?(?:decide|sign) "
)


def _only_asks_contact(exchange: Exchange) -> bool:
    """Whether the question is only if the person on the call can decide."""
    return any(_CONTACT.search(s.plain) for _, s in exchange.rep.questions)


def _several(exchange: Exchange) -> bool:
    """Whether one answer names two people or roles, or one and a step before or after."""
    for turn in exchange.reply:
        people = {w for s in turn.sentences for w in names_in(s)} - DAYS_AND_MONTHS
        people |= {r for r in _ROLES if f" {r} " in turn.plain}
        ordered = any(w in turn.plain for w in _ORDER)
        if turn.words >= SEVERAL_WORDS and (len(people) >= 2 or (people and ordered)):
            return True
    return False


SEVERAL_WORDS = 8
_ORDER = (" then ", " after ", " before ", " first ", " afterwards ", " next ")
_ROLES = tuple(r for r in (" ".join(p.split()) for p in PHRASES[Cue.ROLES].split(",")))


def _planned_with(talk: Conversation) -> list[Evidence]:
    """The rep's sentences that plan something with a person who is not on the call."""
    others = _third_parties(talk)
    planned = []
    for turn in talk.rep:
        for sentence in turn.sentences:
            words = frozenset(sentence.plain.split())
            doing = shows(Cue.DATE, sentence.plain, words) and (
                shows(Cue.ACTION, sentence.plain, words) or does(sentence)
            )
            somebody = not words.isdisjoint(others) or shows(Cue.ROLES, sentence.plain, words)
            if doing and somebody:
                planned.append(quote(turn, sentence))
                break
    return planned


def _third_parties(talk: Conversation) -> frozenset[str]:
    """Names the buyer mentions that are not speakers, in lower case."""
    speakers = {w.lower() for s in talk.transcript.speakers for w in s.split()}
    named: set[str] = set()
    for turn in talk.buyer:
        for sentence in turn.sentences:
            named.update(names_in(sentence))
    return frozenset(n for n in named if n not in speakers and n not in DAYS_AND_MONTHS)


def _merged(*groups: tuple[Exchange, ...]) -> list[Exchange]:
    unique = {e.place: e for group in groups for e in group}
    return [unique[i] for i in sorted(unique)]
