"""Tells questions apart: open, asking for a fact, yes-or-no, leading, checking, or logistics."""

import re
from enum import StrEnum

from scoring.builtin.speech import Sentence


class Question(StrEnum):
    """What a question invites the other side to do."""

    OPEN = "open"
    """Explain: what, how, why, tell me."""
    FACT = "fact"
    """Name a number, a person, a time, a thing."""
    CLOSED = "closed"
    """Say yes or no."""
    LEADING = "leading"
    """Say yes: the answer is in the question."""
    CHECK = "check"
    """Confirm or correct what was just said."""
    LOGISTICS = "logistics"
    """Screens, sound, small talk, "any questions?"."""


_AUX = "do|does|did|is|are|was|were|would|will|can|could|should|have|has|had|might|shall|may|am"
_LEAD_IN = re.compile(
    r"^ (?:(?:so|and|okay|ok|right|well|but|um|uh|great|then|now|yeah|yes|no|also|alright"
    r"|perfect|"
    r"sure|good|oh|just|actually|maybe|thanks|thank you|got it|fair|hmm|mm|because|or|understood|"
    r"interesting|exactly|out of curiosity|i mean|you know) )*"
)
_PROMPT = re.compile(
    r" (?:(?:can|could|would|will) you (?:please )?(?:just )?(?:tell|walk|talk|describe|explain"
    r"|share|"
    r"say more|give me (?:an example|a sense|an idea)|help me understand|take me)|tell me|"
    r"walk me through|talk me through|take me through|help me understand|say more|"
    r"give me an example|i am (?:just )?curious|i would (?:love|like) to (?:hear|understand"
    r"|know|learn)|"
    r"i wonder|i was wondering|describe (?:a|the|for|to|how|what)|paint me) "
)
_NOT_PROMPT = re.compile(
    r" (?:let me|to|do not|did not|not|he|she|they|people|you|will) tell me"
    r" | tell me if | (?:first|then|agenda|plan) .*i would (?:love|like) to "
)
_OPEN = re.compile(rf" (?:what|why|how) (?:(?:{_AUX}|about|else|happens|makes|made|kind|kinds"
                   rf"|sort|goes|"
                   r"went|prompted|brought|got|led|drives|driving|specifically|exactly|other"
                   r"|part|"
                   r"concerns|matters|gives|keeps|stops|changed|changes|if|worries|causes|counts|"
                   rf"tends|should|did|[a-z]+ (?:{_AUX})|(?:the"
                   rf"|your) [a-z]+ (?:{_AUX}))) ")  # fmt: skip
_FACT = re.compile(
    rf" (?:how (?:many|much|often|long|far|big|large|soon|close|serious|quickly|fast|old|high"
    rf"|likely|"
    rf"early|late)|who(?: else)? (?:[a-z]+)|whose|whom|when (?:{_AUX})|where (?:{_AUX})"
    rf"|which (?:[a-z]+)|"
    r"what (?:time|day|date|number|percentage|percent|share|budget|size|volume|year|month"
    r"|system|systems|"
    r"tool|tools|version|price|figure|amount|about)) "
)
_CLOSED = re.compile(
    rf"^ (?:{_AUX})(?: not)? (?:you|your|it|that|this|there|they|we|i|he|she|the|these|those|any|"
    r"anyone|anybody|people|someone|somebody|our|their|his|her|a|an|each|all) "
)
_LEADING = re.compile(
    r" (?:would you (?:not )?(?:say|agree)(?: that)? (?:you|it|this|that|we)"
    r"|do you (?:not )?agree|"
    r"(?:do|would|is|are|was|have|could|should|does|did) not (?:you|it|that|we|they|this)|"
    r"do you (?:like it|love it|want to (?:save|be|improve|reduce|grow))|"
    r"would you like to (?:save|be|improve|reduce|grow)|you (?:surely|obviously)|"
    r"i (?:assume|guess|bet|imagine) you) "
)
_TAG = re.compile(r" (?:right|correct|yeah|yes|no|huh|do you not|would you not|is it not) $")
_CHECK = re.compile(
    r" (?:(?:is|was) that (?:right|correct|fair|accurate|true|how you|the whole|what you"
    r"|about right|"
    r"a fair|okay|ok|all right|alright|early enough|enough|close)|did i (?:get|miss|forget"
    r"|understand|"
    r"hear|capture|leave)|have i (?:got|missed|understood|forgotten|captured)|what (?:did i"
    r"|have i|am i)"
    r" (?:miss|forget|forgot|missed|missing|get wrong|got wrong)|am i (?:right|missing|reading"
    r"|hearing)|"
    r"does (?:that|this|it) (?:match|sound|fit|settle|answer|cover|reflect|work|help|address"
    r"|solve|"
    r"square|feel)|(?:sound|sounds) (?:right|good|fair|okay|like)|what would you (?:change"
    r"|correct|add)"
    r"|anything (?:to add|you would (?:add|change)|i (?:missed|have missed|forgot))|"
    r"how (?:does|do|would|did) (?:that|this|it|an idea like that) (?:sound|land|sit|fit"
    r"|compare|look)|"
    r"how close is|is there something i am (?:not seeing|missing)|would that (?:work|fit|fix"
    r"|help|be|"
    r"settle|solve|suit)|agreed|fair enough|okay with you|okay for you|all right with you"
    r"|works for you"
    r"|work for you|deal) "
)
_LOGISTICS = re.compile(
    r" (?:can (?:you|everyone|everybody) (?:hear|see)|(?:see|seeing) my screen|how are (?:you"
    r"|things)|"
    r"how is (?:it going|everything|your day|your week)|how have you been"
    r"|any (?:other )?questions|"
    r"(?:make|makes) sense|are you (?:there|still there|good to go)|is (?:now"
    r"|this) (?:still )?a good time|"
    r"did you get (?:it|the|my)|are you ready|who is this|is anybody else joining|"
    r"anyone else joining|anything else you (?:want|wanted|need) to know|ready to go) "
)

_BY_PHRASE = (
    (Question.LOGISTICS, _LOGISTICS),
    (Question.LEADING, _LEADING),
    (Question.CHECK, _CHECK),
    (Question.FACT, _FACT),
)
SHORT_WORDS = 3
"""A question mark after so few words ("And IT?", "Right?") only asks for a nod."""


def question_kind(sentence: Sentence, *, marked: bool) -> Question | None:
    """The kind of question a sentence is, or ``None``.

    ``marked`` says whether the turn writes question marks at all; without them, as in raw
    speech recognition, the words alone decide.
    """
    plain = sentence.plain
    if _PROMPT.search(plain) and not _NOT_PROMPT.search(plain):
        return Question.OPEN
    opener = _LEAD_IN.sub(" ", plain, count=1)
    if not sentence.asks and (marked or not _opens_as_question(opener)):
        return None
    return _named(sentence, plain, opener)


def _named(sentence: Sentence, plain: str, opener: str) -> Question:
    for kind, pattern in _BY_PHRASE:
        if pattern.search(plain):
            return kind
    if _OPEN.search(opener) or any(_OPEN.match(f" {c} ") for c in _clauses(sentence)):
        return Question.OPEN
    inverted = _CLOSED.match(opener) is not None
    if _TAG.search(plain) and not inverted and sentence.words > SHORT_WORDS:
        return Question.LEADING
    return Question.CLOSED if inverted or sentence.words > SHORT_WORDS else Question.CHECK


def _opens_as_question(opener: str) -> bool:
    return bool(
        _CLOSED.match(opener)
        or (_OPEN.match(opener) and not re.match(r" (?:what|how) (?:i|we|you|they) ", opener))
        or _FACT.match(opener)
    )


def _clauses(sentence: Sentence) -> list[str]:
    return [" ".join(c.split()) for c in re.split(r"[,;:]", sentence.text.lower())]
