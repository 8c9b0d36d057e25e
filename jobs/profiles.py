"""Profiles follow observations, and every move of a published level is noted with its cause.

The moves of a pair add up: what the record says from any day on is exactly what the level
has changed since. So that one cause never takes the blame for another, a rep's profiles are
brought onto the present fit and rules before anything else moves them.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from domain.calls import CallId
from domain.people import PersonId
from domain.ports import Stores
from domain.rubrics import SkillId
from domain.skills import (
    MoveCause,
    Proficiency,
    ProfileMove,
    SkillObservation,
    SkillProfile,
    TierChange,
)
from jobs.services import Services
from scoring.profile import basis_of, replay

Pair = tuple[PersonId, SkillId]


def observe(
    tx: Stores, call_id: CallId, observations: Sequence[SkillObservation], services: Services
) -> tuple[TierChange, ...]:
    """Put these in place of all the call's observations; profiles follow.

    Returns tier changes never seen before. A revised transcript can move a call from one rep
    to another.
    """
    before = tx.profiles.of_call(call_id)
    reps = {rep for rep, _ in before} | {o.rep_id for o in observations}
    catch_up(tx, reps, services)
    touched = tx.profiles.replace_observations(call_id, observations)
    now = {(o.rep_id, o.skill_id) for o in observations}
    new: list[TierChange] = []
    for pair in sorted(touched):
        cause = MoveCause.CALL if pair not in before else MoveCause.CALL_AGAIN
        if pair not in now:
            cause = MoveCause.CALL_GONE
        new.extend(_follow(tx, pair, services, cause, call_id))
    return tuple(new)


def follow(
    tx: Stores,
    touched: Iterable[Pair],
    services: Services,
    cause: MoveCause,
    call_id: CallId | None = None,
) -> tuple[TierChange, ...]:
    """Replay each touched pair from its observations; returns tier changes never seen before."""
    pairs = sorted(touched)
    lock(tx, {rep for rep, _ in pairs})
    return tuple(change for pair in pairs for change in _follow(tx, pair, services, cause, call_id))


def catch_up(tx: Stores, reps: Iterable[PersonId], services: Services) -> int:
    """Bring the profiles of these reps onto the present fit and rules; returns how many.

    Tier changes that come of it are shown, but nobody is told before the next scored call.
    """
    lock(tx, reps)
    basis = basis_of(services.fits.newest(tx), services.rules)
    behind = [pair for rep in sorted(reps) for pair in tx.profiles.behind(basis, rep_id=rep)]
    for pair in behind:
        _follow(tx, pair, services, MoveCause.BASIS, None)
    return len(behind)


def lock(tx: Stores, reps: Iterable[PersonId]) -> None:
    """Hold these reps' profiles to the end of the transaction, in one order everywhere."""
    for rep in sorted(reps):
        tx.profiles.lock(rep)


def profile_as_of(tx: Stores, pair: Pair, as_of: datetime, services: Services) -> SkillProfile:
    """What the observations up to ``as_of`` show, on the present fit and rules."""
    observations = tx.profiles.observations(*pair)
    fitted = services.fits.newest(tx)
    return replay(*pair, observations, services.rules, fitted, as_of=as_of)


def _follow(
    tx: Stores, pair: Pair, services: Services, cause: MoveCause, call_id: CallId | None
) -> tuple[TierChange, ...]:
    before = tx.profiles.get(*pair)
    observations = tx.profiles.observations(*pair)
    if not observations:
        if before is not None:
            tx.profiles.note(_move(pair, before, None, cause, call_id, services))
        tx.profiles.remove(*pair)
        return ()
    profile = replay(
        *pair, observations, services.rules, services.fits.newest(tx), as_of=services.now()
    )
    now = profile.proficiency
    if before is None or before.level != now.level or before.calls != now.calls:
        tx.profiles.note(_move(pair, before, now, cause, call_id, services))
    return tx.profiles.put(profile, seen=cause is not MoveCause.BASIS)


def _move(
    pair: Pair,
    before: Proficiency | None,
    after: Proficiency | None,
    cause: MoveCause,
    call_id: CallId | None,
    services: Services,
) -> ProfileMove:
    latest = after or before
    return ProfileMove(
        rep_id=pair[0],
        skill_id=pair[1],
        at=services.now(),
        cause=cause,
        call_id=call_id,
        before=before.level if before else None,
        after=after.level if after else None,
        standard_error=after.standard_error if after else None,
        calls=after.calls if after else 0,
        basis=latest.basis if latest else "",
    )
