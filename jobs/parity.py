"""The parity report: stored scores by language and by quality of the transcript."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.calls import Call, CallId, CallState, NotScorable
from domain.ports import CallFilter, Stores
from domain.practice import PROVIDER as PRACTICE
from domain.rubrics import CriterionId
from domain.scores import Scorecard
from jobs.services import Services
from scoring.builtin.language import language_of
from scoring.fairness import CriterionDifference, Group, Seen, criteria_of, groups_of
from scoring.quality import quality_of

BATCH = 200
"""Calls that are read at once."""
ALL = 1_000_000
_FOR_THE_TRANSCRIPT = frozenset(
    {
        NotScorable.NO_SPEAKERS,
        NotScorable.AMBIGUOUS_SPEAKERS,
        NotScorable.TOO_LITTLE_REP_SPEECH,
    }
)
"""Why calls were skipped that a better transcript could have saved."""
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parity:
    """One comparison: ``by`` is ``language`` or ``transcript_quality``."""

    by: str
    groups: tuple[Group, ...]
    """The reference, which has most scored calls, first."""
    criteria: tuple[CriterionDifference, ...]
    compared: int
    """How many criteria were looked at in all groups; what the correction is for."""


@dataclass(frozen=True, slots=True)
class _Read:
    """One call with what groups it."""

    call: Call
    card: Scorecard | None
    language: str
    band: str


def parity_report(services: Services, *, since: datetime | None = None) -> tuple[Parity, ...]:
    """Compare the scores of all calls since then, by language and by transcript quality.

    Both are told from the stored transcripts, now. A call counts among the not scored if it
    has a scorecard without an overall score, or was skipped for its transcript's sake. Scores
    of nobody we know are left out: they cannot be compared within a rep.
    """
    calls = list(_calls(services, since))
    by_language = {read.call.id: read.language for read in calls}
    by_band = {read.call.id: read.band for read in calls}
    return (
        _compared("language", calls, by_language),
        _compared("transcript_quality", calls, by_band),
    )


def _calls(services: Services, since: datetime | None) -> Iterator[_Read]:
    states = (CallState.SCORED, CallState.SKIPPED)
    with services.database.read() as tx:
        listed = tx.calls.list(CallFilter(states=states, since=since, but_of=PRACTICE, limit=ALL))
    counted = [c for c in listed if c.state is CallState.SCORED or _was_poor(c)]
    for first in range(0, len(counted), BATCH):
        with services.database.read() as tx:
            yield from _batch(tx, counted[first : first + BATCH])


def _was_poor(call: Call) -> bool:
    return call.not_scorable in _FOR_THE_TRANSCRIPT


def _batch(tx: Stores, calls: Sequence[Call]) -> Iterator[_Read]:
    cards = tx.scorecards.latest_of([call.id for call in calls])
    for call in calls:
        transcript, card = tx.calls.transcript(call.id), cards.get(call.id)
        if transcript is None or not transcript.turns:
            continue
        if card is None and call.state is CallState.SCORED:
            continue
        language = language_of(transcript) or UNKNOWN
        yield _Read(call, card, language, quality_of(transcript).band.value)


def _compared(by: str, calls: Sequence[_Read], group_of: Mapping[CallId, str]) -> Parity:
    overall: list[Seen] = []
    criteria: defaultdict[CriterionId, list[Seen]] = defaultdict(list)
    not_scored: Counter[str] = Counter()
    for read in calls:
        group, card = group_of[read.call.id], read.card
        if card is None or card.overall is None:
            not_scored[group] += 1
            continue
        rep, cell = read.call.rep_id, _cell(card)
        if rep is None:
            continue
        overall.append(Seen(rep, cell, group, card.overall))
        for one in card.criteria:
            if one.score is not None:
                criteria[one.criterion_id].append(Seen(rep, cell, group, one.score))
    groups = groups_of(overall, not_scored)
    names = [group.name for group in groups]
    worst = criteria_of(criteria, names, names[0]) if names else ()
    return Parity(by=by, groups=groups, criteria=worst, compared=len(worst))


def _cell(card: Scorecard) -> tuple[str, int, str, str]:
    """What scores are compared within, beside the rep: one yardstick and one hand."""
    return card.rubric_name, card.rubric_version, card.grader_name, card.grader_version
