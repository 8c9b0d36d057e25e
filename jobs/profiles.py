"""Profiles follow observations, and every move of a published level is noted with its cause.

The moves of a pair add up: what the record says from any day on is exactly what the level
has changed since. So that one cause never takes the blame for another, a rep's profiles are
brought onto the present fit and rules before anything else moves them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter

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
    causes: dict[Pair, MoveCause] = {}
    for pair in sorted(touched):
        causes[pair] = MoveCause.CALL if pair not in before else MoveCause.CALL_AGAIN
        if pair not in now:
            causes[pair] = MoveCause.CALL_GONE
    return _follow_all(tx, causes, services, call_id)


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
    return _follow_all(tx, dict.fromkeys(pairs, cause), services, call_id)


def catch_up(tx: Stores, reps: Iterable[PersonId], services: Services) -> int:
    """Bring the profiles of these reps onto the present fit and rules; returns how many.

    Tier changes that come of it are shown, but nobody is told before the next scored call.
    """
    lock(tx, reps)
    basis = basis_of(services.fits.newest(tx), services.rules)
    behind = [pair for rep in sorted(reps) for pair in tx.profiles.behind(basis, rep_id=rep)]
    _follow_all(tx, dict.fromkeys(behind, MoveCause.BASIS), services, None)
    return len(behind)


def lock(tx: Stores, reps: Iterable[PersonId]) -> None:
    """Hold these reps' profiles to the end of the transaction, in one order everywhere."""
    for rep in sorted(reps):
        tx.profiles.lock(rep)


def profile_as_of(tx: Stores, pair: Pair, as_of: datetime, services: Services) -> SkillProfile:
    """What the observations up to ``as_of`` show, on the present fit and rules."""
    observations = tx.profiles.observations(*pair)
    fitted = services.fits.newest(tx)
    told = tx.profiles.announced(pair[0]).get(pair[1], ()) if fitted.version else ()
    return replay(*pair, observations, services.rules, fitted, as_of=as_of, announced=told)


def _follow_all(
    tx: Stores, causes: Mapping[Pair, MoveCause], services: Services, call_id: CallId | None
) -> tuple[TierChange, ...]:
    """Replay each pair, in this order, which is by rep; a rep's are read and kept at once."""
    fitted = services.fits.newest(tx)
    new: list[TierChange] = []
    for rep, group in groupby(causes, key=itemgetter(0)):
        pairs = list(group)
        before = {(p.rep_id, p.skill_id): p for p in tx.profiles.of_reps([rep])}
        observed = tx.profiles.observations_of(pairs)
        told = tx.profiles.announced(rep) if fitted.version else {}
        moves, profiles = list[ProfileMove](), list[SkillProfile]()
        for pair in pairs:
            profile = None
            if observed[pair]:
                profile = replay(
                    *pair,
                    observed[pair],
                    services.rules,
                    fitted,
                    as_of=services.now(),
                    announced=told.get(pair[1], ()),
                )
                profiles.append(profile)
            else:
                tx.profiles.remove(*pair)
            was, became = before.get(pair), profile.proficiency if profile else None
            if _has_moved(was, became):
                moves.append(_move(pair, was, became, causes[pair], call_id, services))
        tx.profiles.note(*moves)
        new += tx.profiles.put(*profiles, seen=MoveCause.BASIS not in causes.values())
    return tuple(new)


def _has_moved(was: Proficiency | None, now: Proficiency | None) -> bool:
    if was is None or now is None:
        return was is not now
    return was.level != now.level or was.calls != now.calls


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
