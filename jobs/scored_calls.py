"""Loads what clips are chosen from: a rep's scored calls with words, marks and rubric."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from coaching.clips import ScoredCall
from coaching.visibility import may_see_text, opens_at, still_the_rep_s
from domain.calls import Call, CallId, CallState
from domain.errors import ConfigurationError
from domain.people import Person, PersonId
from domain.ports import CallFilter, Stores
from domain.practice import PROVIDER as PRACTICE
from jobs.services import Services

MAX_CALLS = 40
"""Clips come from a rep's latest calls; more are not read."""


def scored_calls_for(
    viewer: Person, rep: Person, tx: Stores, services: Services, *, since: datetime | None = None
) -> tuple[ScoredCall, ...]:
    """The same, of the calls whose words ``viewer`` may read at this moment.

    Others than the rep see a call only once the rep has had it alone for a while; nobody but
    the rep and the manager of this moment sees any.
    """
    if not may_see_text(viewer, rep, tx.people.organisation()):
        return ()
    found = scored_calls(rep.id, tx, services, since=since)
    held = held_back(viewer.id, [each.call for each in found], tx, services)
    return tuple(each for each in found if each.call.id not in held)


def held_back(
    viewer_id: PersonId, calls: Sequence[Call], tx: Stores, services: Services
) -> Mapping[CallId, datetime]:
    """Of these calls, those that are still their rep's alone, with the moment they open."""
    grace, now = services.thresholds.grace_hours, services.now()
    if not grace:
        return {}
    others = {call.id: call for call in calls if call.rep_id != viewer_id}
    reps = {call_id: call.rep_id for call_id, call in others.items()}
    # An old call, as a back-fill brings, is told to nobody: its rep has no head start to lose.
    age = timedelta(days=services.thresholds.call_message_max_age_days)
    opens = {
        call_id: opens_at(at, grace)
        for call_id, at in tx.scorecards.first_made(list(others)).items()
        if at - others[call_id].started_at <= age
    }
    return {
        call_id: at
        for call_id, at in opens.items()
        if still_the_rep_s(viewer_id, reps[call_id], opens=at, now=now)
    }


def scored_calls(
    rep_id: PersonId, tx: Stores, services: Services, *, since: datetime | None = None
) -> tuple[ScoredCall, ...]:
    """A rep's latest scored calls, newest first.

    Role-plays are none. A call that was scored under a rubric which is no longer configured is
    left out: its criteria cannot be explained.
    """
    which = CallFilter(
        rep_ids=(rep_id,), states=(CallState.SCORED,), since=since, but_of=PRACTICE, limit=MAX_CALLS
    )
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
