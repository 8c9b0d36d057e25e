"""Facts of several calls become what is known of a deal: one value for each element.

The newest call that proves an element decides it; within a call the last words do, since people
correct themselves. Elements of which a deal may have several keep the newest that differ.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from domain.facts import CallFacts, Element, ElementId, Elements, MergedFact, UsedFact
from scoring.quotes import words_of

MOST = 3
"""Values of one element that are shown."""
ALIKE = 0.7
"""Share of the words of the shorter value from which two say the same."""


def merged(
    facts_by_call: Sequence[CallFacts], elements: Elements
) -> Mapping[ElementId, MergedFact]:
    """What is known of each element; those of which nothing is known are missing.

    ``facts_by_call`` has the newest call first, as ``FactStore.of_deal`` gives it. An element
    that is the same as another has that one's value under its own id. Pure.
    """
    known = {e.id: m for e in elements.asked if (m := _merged(e, facts_by_call)) is not None}
    found: dict[ElementId, MergedFact] = {}
    for element in elements.listed:
        base = known.get(element.same_as or element.id)
        if base is not None:
            found[element.id] = MergedFact(element.id, base.used)
    return found


def _merged(element: Element, facts_by_call: Sequence[CallFacts]) -> MergedFact | None:
    used = tuple(_distinct(_newest(element.id, facts_by_call), MOST if element.many else 1))
    return MergedFact(element.id, used) if used else None


def _newest(element_id: ElementId, facts_by_call: Sequence[CallFacts]) -> Iterator[UsedFact]:
    for call in facts_by_call:
        own = [f for f in call.facts if f.element_id == element_id]
        for fact in sorted(own, key=lambda f: f.turn_index, reverse=True):
            yield UsedFact(call.call_id, fact)


def _distinct(facts: Iterable[UsedFact], most: int) -> Iterator[UsedFact]:
    kept: list[frozenset[str]] = []
    for used in facts:
        words = frozenset(words_of(used.fact.value))
        if any(_alike(words, other) for other in kept):
            continue
        kept.append(words)
        yield used
        if len(kept) == most:
            return


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    shorter = min(len(a), len(b))
    return shorter > 0 and len(a & b) >= ALIKE * shorter
