"""What was agreed to be done next."""

import re
from collections.abc import Iterator

from scoring.builtin.conversation import Conversation
from scoring.builtin.next_step import Step, agreed_steps
from scoring.builtin.speech import Sentence
from scoring.facts.builtin.sentences import Found

_DAY = re.compile(
    r" (?:mon|tues|wednes|thurs|fri|satur|sun)day | tomorrow | next week | end of (?:the|this) "
    r"| (?:on|by) the (?:\w+-)?(?:\w+th|first|second|third|\w+ieth) "
)
_CHORE = re.compile(r" today | this afternoon | tonight | right now | within the hour ")


def read_step(talk: Conversation) -> Iterator[Found]:
    """The last step with a day and the buyer's yes; rather one of a later day than of today."""
    steps = agreed_steps(talk)
    later = [s for s in steps if _DAY.search(s.exchange.rep.plain)]
    for step in (later or list(steps))[-1:]:
        sentence = _telling(step)
        value = " ".join(sentence.text.split()).rstrip(".,;:!? ")
        yield Found(step.exchange.rep.index, sentence.text, value, when=sentence.text)


def _telling(step: Step) -> Sentence:
    """The step's own sentence, or the one beside it that names the day."""
    own = step.sentence
    if _DAY.search(own.plain):
        return own
    dated = [s for s in step.exchange.rep.sentences if _DAY.search(s.plain) and s.words >= 5]
    return dated[0] if dated and _CHORE.search(own.plain) is None else own
