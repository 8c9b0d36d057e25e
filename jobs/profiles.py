"""Profiles follow observations, and every move of a published level is noted with its cause.

The moves of a pair add up: what the record says from any day on is exactly what the level
has changed since. So that one cause never takes the blame for another, a rep's profiles are
brought onto the present fit and rules before anything else moves them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    Published,
    SkillObservation,
    SkillProfile,
    TierChange,
)
from jobs.services import Services
from scoring.fitted import Fitted
from scoring.profile import basis_of, replay

Pair = tuple[PersonId, SkillId]


def observe(
    tx: Stores,
    call_id: CallId,
    observations: Sequence[SkillObservation],
    services: Services,
    *,
    told: bool = True,
) -> tuple[TierChange, ...]:
    """Put these in place of all the call's observations; profiles follow.

    Returns tier changes that are news, for a caller by whom people are ``told``; otherwise
    none, and they are news still. A revised transcript can move a call from one rep to another.
    """
    before = tx.profiles.of_call(call_id)
    fitted = _caught_up(tx, {rep for rep, _ in before} | {o.rep_id for o in observations}, services)
    touched = tx.profiles.replace_observations(call_id, observations)
    now = {(o.rep_id, o.skill_id) for o in observations}
    causes: dict[Pair, MoveCause] = {}
    for pair in sorted(touched):
        causes[pair] = MoveCause.CALL if pair not in before else MoveCause.CALL_AGAIN
        if pair not in now:
            causes[pair] = MoveCause.CALL_GONE
    return _Following(tx, fitted, services, call_id).follow(causes, told=told)


def follow(
    tx: Stores,
    touched: Iterable[Pair],
    services: Services,
    cause: MoveCause,
    call_id: CallId | None = None,
    *,
    told: bool = False,
) -> tuple[TierChange, ...]:
    """Replay each touched pair from its observations; ``told`` and result as of ``observe``."""
    pairs = sorted(touched)
    fitted = _caught_up(tx, {rep for rep, _ in pairs}, services)
    return _Following(tx, fitted, services, call_id).follow(dict.fromkeys(pairs, cause), told=told)


def catch_up(tx: Stores, reps: Iterable[PersonId], services: Services) -> None:
    """Bring the profiles of these reps onto the present fit and rules.

    Tier changes that come of it are shown, but nobody is told before the next scored call.
    """
    _caught_up(tx, reps, services)


def freshen(tx: Stores, rep_id: PersonId, services: Services) -> None:
    """Bring a rep's profiles to this moment: without calls, a level gets less certain."""
    fitted = _caught_up(tx, [rep_id], services)
    pairs = [(p.rep_id, p.skill_id) for p in tx.profiles.of_reps([rep_id])]
    _Following(tx, fitted, services).follow(dict.fromkeys(pairs, MoveCause.BASIS), told=False)


def _caught_up(tx: Stores, reps: Iterable[PersonId], services: Services) -> Fitted:
    """Returns the fit, which then holds for all of a transaction: another may come meanwhile."""
    lock(tx, reps)
    fitted = services.fits.newest(tx)
    basis = basis_of(fitted, services.rules)
    behind = [pair for rep in sorted(reps) for pair in tx.profiles.behind(basis, rep_id=rep)]
    _Following(tx, fitted, services).follow(dict.fromkeys(behind, MoveCause.BASIS), told=False)
    return fitted


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


@dataclass(frozen=True, slots=True)
class _Following:
    """Replays on one fit, in one transaction."""

    tx: Stores
    fitted: Fitted
    services: Services
    call_id: CallId | None = None

    def follow(self, causes: Mapping[Pair, MoveCause], *, told: bool) -> tuple[TierChange, ...]:
        """Replay each pair, in this order, which is by rep; a rep's are read and kept at once."""
        new: list[TierChange] = []
        for rep, group in groupby(causes, key=itemgetter(0)):
            new += self._of_rep(rep, {pair: causes[pair] for pair in group}, told=told)
        return tuple(new)

    def _of_rep(
        self, rep: PersonId, causes: Mapping[Pair, MoveCause], *, told: bool
    ) -> Sequence[TierChange]:
        kept = self.tx.profiles
        before = kept.published(rep)
        observed = kept.observations_of(causes)
        announced = kept.announced(rep) if self.fitted.version else {}
        moves, profiles = list[ProfileMove](), list[SkillProfile]()
        for pair, cause in causes.items():
            became = None
            if observed[pair]:
                profile = self._replay(pair, observed[pair], announced.get(pair[1], ()))
                profiles.append(profile)
                became = profile.proficiency
            else:
                kept.remove(*pair)
            was = before.get(pair[1])
            if _has_moved(was, became):
                moves.append(_move(pair, was, became, cause, self))
        kept.note(*moves)
        return kept.put(*profiles, seen=told)

    def _replay(
        self, pair: Pair, seen: Sequence[SkillObservation], announced: Sequence[TierChange]
    ) -> SkillProfile:
        rules, now = self.services.rules, self.services.now()
        return replay(*pair, seen, rules, self.fitted, as_of=now, announced=announced)


def _has_moved(was: Published | None, now: Proficiency | None) -> bool:
    if was is None or now is None:
        return bool(was) is not bool(now)
    return was.level != now.level or was.calls != now.calls


def _move(
    pair: Pair,
    before: Published | None,
    after: Proficiency | None,
    cause: MoveCause,
    following: _Following,
) -> ProfileMove:
    latest = after or before
    return ProfileMove(
        rep_id=pair[0],
        skill_id=pair[1],
        at=following.services.now(),
        cause=cause,
        call_id=following.call_id,
        before=before.level if before else None,
        after=after.level if after else None,
        standard_error=after.standard_error if after else None,
        calls=after.calls if after else 0,
        basis=latest.basis if latest else "",
    )
