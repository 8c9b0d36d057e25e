"""The stability meter at work: some calls are graded twice, and what follows from it.

A second reading is a second request for the few criteria on which something hangs, by the
same grader under the same rubric version. The first level stands, always: with two readings
there is no majority, taking the mean would invent levels that no evidence was checked for,
and taking the second would let a lottery decide which calls are judged by which reading. The
second one only measures.
"""

from dataclasses import dataclass, replace

from domain.calls import Call, Transcript
from domain.errors import GradingError, IntegrationError
from domain.ports import Stores
from domain.rubrics import CriterionId, Rubric
from domain.scores import Scorecard
from domain.stability import Reader, SecondReading
from domain.usage import NOTHING, Usage
from jobs.services import Services
from scoring.scorecard import make_scorecard
from scoring.stability import borderline, is_chosen, unstable

_BUILTIN = "builtin"
"""Reads the same every time: there is nothing to measure."""
_LEASE_SHARE = 0.25
"""A first reading that took longer leaves no time for a second within the lease."""


@dataclass(frozen=True, slots=True)
class Reread:
    """A scorecard with what both readings took, and the pairs; none if it was not read twice."""

    card: Scorecard
    readings: tuple[SecondReading, ...] = ()
    used: Usage = NOTHING
    """By the second reading alone."""


def read_again(
    call: Call, rubric: Rubric, transcript: Transcript, card: Scorecard, services: Services
) -> Reread:
    """Grade the borderline criteria of ``card`` once more, if this call is one of the share.

    One extra request at most, so that ``second_reading_share`` of a request a call bounds the
    cost: calls that needed several requests are left out. It gets what the first one left of
    the call's budget. What the request ends in is no concern of the score: if it fails, there
    is no pair, and what it used is on the bill all the same.
    """
    asked = _asked(call, rubric, card, services)
    if not asked:
        return Reread(card)
    first, used = Usage.of(card.usage), NOTHING
    part = replace(rubric, criteria=tuple(c for c in rubric.criteria if c.id in asked))
    try:
        reply = services.grader.grade(part, call.call_type, transcript, spent=first)
        used = reply.usage
        again = make_scorecard(
            call=call,
            rubric=part,
            transcript=transcript,
            reply=reply,
            grader_name=card.grader_name,
            grader_version=services.grader.version,
            created_at=services.now(),
        )
    except (GradingError, IntegrationError) as error:
        used = used + error.usage
        return Reread(_billed(card, first + used), used=used)
    both = _billed(card, first + used)
    if again.grader_version != card.grader_version:  # another model stood in for it
        return Reread(both, used=used)
    return Reread(both, _readings(card, again, services), used)


def _asked(
    call: Call, rubric: Rubric, card: Scorecard, services: Services
) -> frozenset[CriterionId]:
    limits, usage = services.thresholds, card.usage
    if card.grader_name == _BUILTIN or usage.get("requests", 1) > 1:
        return frozenset()
    if usage.get("latency_s", 0.0) > _LEASE_SHARE * limits.lease_s:
        return frozenset()
    if not is_chosen(call.id, call.version, limits.second_reading_share):
        return frozenset()
    return frozenset(borderline(rubric, call.call_type, card))


def _billed(card: Scorecard, usage: Usage) -> Scorecard:
    return replace(card, usage=usage.figures())


def _readings(card: Scorecard, again: Scorecard, services: Services) -> tuple[SecondReading, ...]:
    first = {c.criterion_id: c.level for c in card.criteria}
    return tuple(
        SecondReading(
            call_id=card.call_id,
            call_version=card.call_version,
            criterion_id=c.criterion_id,
            reader=reader_of(card),
            first=first[c.criterion_id],
            second=c.level,
            read_at=services.now(),
        )
        for c in again.criteria
    )


def reader_of(card: Scorecard) -> Reader:
    """Who read this scorecard's call by what."""
    return Reader(
        rubric_name=card.rubric_name,
        rubric_version=card.rubric_version,
        grader_version=card.grader_version,
    )


def unstable_of(tx: Stores, card: Scorecard) -> frozenset[CriterionId]:
    """The criteria of this scorecard that its grader does not read alike twice.

    Their levels are shown, marked; they have no say in what is known of the rep.
    """
    if card.grader_name == _BUILTIN:
        return frozenset()
    return unstable(tx.readings.pairs(reader_of(card)))


def note_readings(tx: Stores, reread: Reread) -> bool:
    """Keep the pairs; whether another set of criteria is unstable than before."""
    if not reread.readings:
        return False
    before = unstable_of(tx, reread.card)
    tx.readings.add_new(reread.readings)
    return unstable_of(tx, reread.card) != before
