"""Loads what clips are chosen from: a rep's scored calls with words, marks and rubric."""

from datetime import datetime

from coaching.clips import ScoredCall
from domain.calls import CallState
from domain.errors import ConfigurationError
from domain.people import PersonId
from domain.ports import CallFilter, Stores
from jobs.services import Services

MAX_CALLS = 40
"""Clips come from a rep's latest calls; more are not read."""


def scored_calls(
    rep_id: PersonId, tx: Stores, services: Services, *, since: datetime | None = None
) -> tuple[ScoredCall, ...]:
    """A rep's latest scored calls, newest first.

    A call that was scored under a rubric which is no longer configured is left out: its
    criteria cannot be explained.
    """
    which = CallFilter(rep_ids=(rep_id,), states=(CallState.SCORED,), since=since, limit=MAX_CALLS)
    calls = tx.calls.list(which)
    cards = tx.scorecards.latest_of([call.id for call in calls])
    found = []
    for call in calls:
        card, transcript = cards.get(call.id), tx.calls.transcript(call.id)
        if card is None or transcript is None:
            continue
        try:
            rubric = services.rubrics.named(card.rubric_name, card.rubric_version)
        except ConfigurationError:
            continue
        found.append(ScoredCall(call, card, transcript, rubric))
    return tuple(found)
