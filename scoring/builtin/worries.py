"""Concerns in the words of a buyer who tells of them rather than objects: "the last one went bust".

``objections.concern_in`` knows the plain ones, and is an input of the learned turn reader as well;
these are read for a whole call only.
"""

import re
from typing import Final

from scoring.builtin.speech import Sentence

_WORRIES: Final = {
    "price": re.compile(
        r" (?:(?:more|higher|bit more|lot more) than (?:i|we) (?:had|have|wanted|pay|paid)"
        r"|(?:it is|that is|quite) a lot of money|percent (?:above|over)"
        r"|(?:above|over) what (?:i|we) (?:pay|paid|planned|have)"
        r"|(?:good bit|lot|much|bit) (?:lower|cheaper)|can not (?:really )?justify"
        r"|no to the (?:fee|price|cost)|(?:have|has) not (?:got )?(?:much|the|enough|any) money"
        r"|not (?:much|enough) money) "
    ),
    "authority": re.compile(
        r" (?:not only (?:my|our)"
        r"|(?:need|have) to (?:talk|speak|square)(?: it| this| that)? (?:to|with)"
        r"|to square it with|(?:board|owner|boss|partner|committee) says no) "
    ),
    "trust": re.compile(
        r" (?:the last (?:firm|company|supplier|vendor|provider|people)|they only found out"
        r"|(?:we|they) (?:had|tried) (?:a|an|one|something|that) (?:\w+ ){0,6}?"
        r"(?:ago|once|before|last year)"
        r"|(?:you|they) go (?:under|bust|bankrupt)|(?:asked|told) (?:you|your \w+)(?: for| about)?"
        r" (?:\w+ ){0,4}?(?:twice|already|before|times)|if you say so|still paying for"
        r"|nobody supports|promised (?:us|me) that) "
    ),
    "fit": re.compile(
        r" (?:too (?:narrow|old|slow|far) for|some of (?:ours|us|them) (?:do|can|are) not"
        r"|(?:what happens|what about) (?:when|if) (?:the|we|it|i|there)"
        r"|(?:and|but|what) if (?:the|a|he|she|they|somebody|someone|it|we) (?:\w+ ){0,2}?"
        r"(?:forgets?|fails?|breaks?|not|goes down|gets lost)|not sure (?:about|whether|if)"
        r"|i do not know (?:if|whether|about|some)|does it (?:even )?work (?:with|for|without)) "
    ),
    "effort": re.compile(
        r" (?:nobody (?:used|uses|opens|read)"
        r"|do not (?:open|use|read|download|want my|want our)|did not (?:use|open|download|want)"
        r"|(?:will|would|they) (?:scream|moan|hate|grumble|refuse)"
        r"|(?:drivers|staff|people|team|guys|nurses|colleagues) "
        r"(?:moan|hate|complain|will not|do not)"
        r"|do not think (?:they|he|she) (?:will|would)"
        r"|(?:have|has) to type (?:\w+ ){0,2}?(?:more|twice|again)) "
    ),
}
_JEST = re.compile(r" (?:haha|ha|joking|kidding|just a joke|swears? by|brother-in-law|weather) ")


def worry_in(sentence: Sentence) -> str | None:
    """The kind of concern a sentence tells of (``price``, ``trust``, …), or ``None``."""
    return next((kind for kind, p in _WORRIES.items() if p.search(sentence.plain)), None)


def in_jest(sentence: Sentence) -> bool:
    """Whether the words are banter, not meant as a concern."""
    return _JEST.search(sentence.plain) is not None
