"""What a deal's calls proved, as texts for its CRM fields: value, quote, day and place."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from domain.calls import CallId
from domain.changes import Provenance
from domain.crm import FieldKind, FieldValue
from domain.deals import DealRef
from domain.facts import CallFacts, DealFact, Element, ElementId, MergedFact, UsedFact
from domain.ports import Stores
from jobs.crm_values import safe_text
from jobs.services import Services
from scoring.facts.merge import merged
from scoring.quotes import words_of

NEXT_STEP = ElementId("common.next_step")


@dataclass(frozen=True, slots=True)
class FactValues:
    """Values and their provenance, by source."""

    values: Mapping[str, FieldValue]
    proofs: Mapping[str, Provenance]


def facts_on_deal(
    tx: Stores, ref: DealRef, services: Services, *, but: Collection[CallId] = ()
) -> FactValues:
    """A value for every element, methodology and the next step; ``None`` where nothing is proven.

    ``but``: calls that are left out, because they are their rep's alone for now.
    """
    read = [facts for facts in tx.facts.of_deal(ref) if facts.call_id not in but]
    known = merged(read, services.elements)
    readers = {facts.call_id: f"{facts.reader_name} {facts.reader_version}" for facts in read}
    values: dict[str, FieldValue] = {}
    proofs: dict[str, Provenance] = {}
    for element in services.elements.listed:
        fact = known.get(element.id)
        source = f"element.{element.id}"
        values[source] = None if fact is None else _text(fact, services)
        if fact is not None:
            proofs[source] = _proof(fact.used, readers)
    for methodology in dict.fromkeys(e.methodology for e in services.elements.listed):
        values[f"coverage.{methodology}"] = _coverage(methodology, known, read, services)
    step = known.get(NEXT_STEP)
    values["next_step_date"] = step.due.isoformat() if step and step.due else None
    if step is not None:
        proofs["next_step_date"] = _proof(step.used, readers)
    return FactValues(values, proofs)


def _text(fact: MergedFact, services: Services) -> str | None:
    """A line for each value, with the words that prove it and where they can be heard."""
    lines = [
        f"{_said(used.fact)} ({used.fact.said_on:%-d %b %Y}, "
        f"{services.links.base_url}/calls/{used.call_id})"
        for used in fact.used
    ]
    return safe_text("\n".join(lines), FieldKind.LONG_TEXT)


def _said(fact: DealFact) -> str:
    """Value and quote, or the quote alone where it is the value."""
    same = words_of(fact.value) == words_of(fact.quote)
    return f"“{fact.quote}”" if same else f"{fact.value}: “{fact.quote}”"


def _coverage(
    methodology: str,
    known: Mapping[ElementId, MergedFact],
    read: Collection[CallFacts],
    services: Services,
) -> str | None:
    """How many elements are proven and which are not; nothing where no call was read."""
    of = list(_elements(methodology, services))
    if not read or not of:
        return None
    missing = [element.name.lower() for element in of if element.id not in known]
    proven = f"{len(of) - len(missing)} of {len(of)} proven"
    text = f"{proven}; not yet: {', '.join(missing)}" if missing else proven
    return safe_text(text, FieldKind.TEXT)


def _elements(methodology: str, services: Services) -> Iterator[Element]:
    return (e for e in services.elements.listed if e.methodology == methodology)


def _proof(used: tuple[UsedFact, ...], readers: Mapping[CallId, str]) -> Provenance:
    first = used[0]
    return Provenance(
        call_id=first.call_id,
        turns=tuple(u.fact.turn_index for u in used if u.call_id == first.call_id),
        reader=readers.get(first.call_id, ""),
        also=tuple(dict.fromkeys(u.call_id for u in used if u.call_id != first.call_id)),
    )
