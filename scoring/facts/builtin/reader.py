"""The built-in reader of facts: no key, no network, the same answer every time.

It claims only what wording alone proves, and nothing for most elements of most calls: a field
that stays empty costs a look at the call, a wrong one costs the trust in all of them. How often
it is right, and how much it misses, is measured in ``benchmarks/facts.py``.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from domain.calls import CallType, Transcript
from domain.facts import Elements
from scoring.builtin.conversation import Conversation
from scoring.builtin.language import is_english
from scoring.builtin.signals import read_signals
from scoring.facts.builtin.dates import read_event, read_timeline
from scoring.facts.builtin.money import read_budget, read_figures, read_measures
from scoring.facts.builtin.people import read_signer
from scoring.facts.builtin.reasons import read_criteria, read_pain, read_process, rivals_reader
from scoring.facts.builtin.sentences import Found
from scoring.facts.builtin.steps import read_step
from scoring.facts.claims import Claim
from scoring.facts.dictation import untrusted_turns

VERSION = "1"
"""Raised with every change that could read another fact from the same call."""
Read = Callable[[Conversation], Iterator[Found]]
_READ: Final[Mapping[str, Read]] = {
    "signer": read_signer,
    "budget": read_budget,
    "figures": read_figures,
    "measures": read_measures,
    "timeline": read_timeline,
    "event": read_event,
    "pain": read_pain,
    "criteria": read_criteria,
    "process": read_process,
    "step": read_step,
}
READERS: Final = frozenset((*_READ, "rivals"))
"""What an element may name as its ``reader``."""


def read_claims(elements: Elements, transcript: Transcript) -> tuple[Claim, ...]:
    """Claims for every element that has a reader, unchecked; none where it is not in English."""
    if not is_english(transcript):
        return ()
    turns = read_signals(transcript, untrusted_turns(transcript))
    talk = Conversation(turns, transcript, CallType.OTHER)
    readers = {**_READ, "rivals": rivals_reader(elements.rivals)}
    found: dict[str, tuple[Found, ...]] = {}
    claims: list[Claim] = []
    for element in elements.asked:
        if element.reader is None:
            continue
        if element.reader not in found:
            found[element.reader] = tuple(readers[element.reader](talk))
        claims += [f.claimed(element.id) for f in found[element.reader]]
    return tuple(claims)
