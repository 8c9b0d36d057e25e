"""Reader ``qualification``: money, timing, criteria and alternatives."""

from typing import Final

from scoring.builtin.conversation import Conversation, cued, quote
from scoring.builtin.cues import Cue
from scoring.builtin.finding import Finding, absent, found
from scoring.builtin.topics import question_about, topic_of

_FOUR: Final = {
    "money": Cue.MONEY,
    "timing": Cue.TIMING,
    "criteria": Cue.CRITERIA,
    "alternatives": Cue.ALTERNATIVES,
}


def read_qualification(talk: Conversation) -> Finding:
    """See the anchors of the criterion ``qualification``."""
    topics = {name: topic_of(talk, cue) for name, cue in _FOUR.items()}
    known = [name for name, t in topics.items() if t.answered or t.learned]
    touched = [name for name, t in topics.items() if t.asked]
    followed = [name for name, t in topics.items() if t.followed]
    open_ones = [name for name in _FOUR if name not in known]
    reason = f"Known after the call: {_listed(known)}; open: {_listed(open_ones)}."
    proof = [
        quote(e.rep, question_about(e.rep, _FOUR[name]))
        for name in known or touched
        for e in (*topics[name].answered, *topics[name].learned, *topics[name].asked)[:1]
    ]
    replies = [r for name in known for e in topics[name].answered[:1] for r in e.answer()]
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
