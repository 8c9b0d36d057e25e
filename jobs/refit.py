"""The company's figures are fitted from all observations: every 28 days, and as data grow."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import structlog

from domain.calls import CallState
from domain.effects import Effect, EffectKind, EffectRecord, EffectState
from domain.ports import Stores
from domain.rubrics import SkillId
from domain.skills import FitRecord
from domain.webhooks import DeliveryState
from jobs.profiles import catch_up
from jobs.rep_rounds import a_round
from jobs.services import Services
from scoring.announcements import day_of
from scoring.fitted import Fitted, Pair, Refit
from scoring.norms import Reading
from scoring.pair import PairHistory
from scoring.priors import BLOCK_DAYS
from scoring.profile import basis_of, reading_of

FIRST_AT = 30
"""Observations before which nothing is fitted."""
GROWN_BY, GROWN_AT_LEAST = 0.5, 50
"""A fit is also due once there are half as many observations again, and this many more."""
WAITS_S = 48.0 * 3600.0
"""A fit that is due waits this long at most for calls on their way: longer than calls wait for
their batch, and not for ever where the queue is never empty."""
AGAIN_AFTER = timedelta(days=1)
"""A fit that was given up is asked for again by itself so long after its last try."""

log = structlog.get_logger()
ByRep = Mapping[str, Sequence[Reading]]


def plan_fit(services: Services) -> int:
    """Ask for a fit if one is due, and bring profiles forward onto the newest.

    Returns for how many reps profiles were brought forward: a round of them at most.
    """
    with services.database.read() as tx:
        due = due_fit(tx, services.now())
        basis = basis_of(services.fits.newest(tx), services.rules)
        behind = list(dict.fromkeys(rep for rep, _ in tx.profiles.behind(basis)))
    if due is not None:
        with services.database.write() as tx:
            asked = not _waits(tx, due) and _ask(tx, due)
        if asked:
            services.queue.ring(EffectKind.COMPANY_FIT.queue)
    return a_round(behind, lambda tx, rep, known: catch_up(tx, [rep], known), services)


def ask_for_fit(services: Services) -> FitRecord:
    """Ask for the next fit whether it is due or not, with all its attempts; returns which."""
    with services.database.write() as tx:
        following = next_fit(tx, services.now())
        tx.outbox.request(_effect(following))
    services.queue.ring(EffectKind.COMPANY_FIT.queue)
    return following


def asked_fit(tx: Stores, fit: FitRecord) -> EffectRecord | None:
    """How the asking for this fit stands; ``None`` if nobody has asked yet."""
    return tx.outbox.get(_effect(fit).key)


def next_fit(tx: Stores, now: datetime) -> FitRecord:
    """The fit that would follow the newest, whether it is time for it or not."""
    observations, _ = tx.profiles.count()
    last = tx.fits.newest()
    return FitRecord(last.version + 1 if last else 1, now, observations)


def due_fit(tx: Stores, now: datetime) -> FitRecord | None:
    """The next fit, if it is time for one."""
    following, last = next_fit(tx, now), tx.fits.newest()
    if last is None:
        return following if following.observations >= FIRST_AT else None
    more = following.observations - last.observations
    grown = more >= max(GROWN_AT_LEAST, GROWN_BY * last.observations)
    return following if grown or _in_new_block(tx, now) else None


def _waits(tx: Stores, due: FitRecord) -> bool:
    """Whether calls are on their way that this fit should know, for ``WAITS_S`` at most.

    Without them (in a back-fill, say) figures of half a history would be fitted, and told.
    """
    if _in_new_block(tx, due.as_of) or not _coming_in(tx):
        return False
    mark = f"fit:{due.version}:waits"
    waited_s = tx.locks.ended_s_ago(mark)
    if waited_s is None:
        tx.locks.take(mark, "fit", lease_s=0.0)
    return waited_s is None or waited_s < WAITS_S


def _coming_in(tx: Stores) -> bool:
    """Whether anything may become a score, whoever holds it and whatever it waits for."""
    calls, deliveries = tx.calls.count_by_state(), tx.deliveries.count_by_state()
    on_the_way = (CallState.WAITING, CallState.READY)
    return (
        any(calls.get(state) for state in on_the_way)
        or bool(deliveries.get(DeliveryState.NEW))
        or bool(tx.batches.under_way())
    )


def _ask(tx: Stores, due: FitRecord) -> bool:
    """Ask once; again a day after the last try, if that ended without the fit.

    Returns whether it was asked for now.
    """
    asked = asked_fit(tx, due)
    if asked is None:
        return tx.outbox.add_if_new(_effect(due))
    tried_at = asked.last_try_at or asked.created_at
    if asked.state is EffectState.PENDING or due.as_of - tried_at < AGAIN_AFTER:
        return False
    log.warning("fit.asked_again", version=due.version, state=asked.state)
    tx.outbox.request(_effect(due))
    return True


def _effect(fit: FitRecord) -> Effect:
    return Effect(
        kind=EffectKind.COMPANY_FIT,
        key=f"company:fit:{fit.version}",
        payload={"version": str(fit.version)},
    )


def fit_company(version: int, services: Services) -> bool:
    """Make the fit of this version from what is known now; ``False`` if it is there already."""
    with services.database.read() as tx:
        now, newest = services.now(), tx.fits.newest()
        if (newest.version if newest else 0) != version - 1:
            return False
        observations, _ = tx.profiles.count()
        before = services.fits.newest(tx)
        fitted = _fitted(tx, before, now, services)
    with services.database.write() as tx:
        return tx.fits.add_if_new(FitRecord(version, now, observations), fitted)


def _in_new_block(tx: Stores, now: datetime) -> bool:
    last = tx.fits.newest()
    return last is not None and _block(now) > _block(last.as_of)


def _block(moment: datetime) -> int:
    return int(day_of(moment) // BLOCK_DAYS)


def _fitted(tx: Stores, before: Fitted, now: datetime, services: Services) -> Fitted:
    """One skill after the other, so that no more than one is held in memory whole."""
    fit, ended = Refit(), _block(now) - 1
    predicted: dict[Pair, tuple[float, float]] = {}
    for skill in tx.profiles.observed_skills():
        by_rep = _readings(tx, skill, now, services)
        fit.add(skill, by_rep)
        if before.version and ended > before.checked:
            predicted |= _predicted(before, skill, by_rep, ended, services)
    return fit.done(before, day_of(now), ended=ended, predicted=predicted)


def _readings(tx: Stores, skill: SkillId, now: datetime, services: Services) -> ByRep:
    found: dict[str, list[Reading]] = defaultdict(list)
    for one in tx.profiles.of_skill(skill):
        if one.observed_at <= now:
            found[one.rep_id].append(reading_of(one, services.rules))
    return found


def _predicted(
    before: Fitted, skill: SkillId, by_rep: ByRep, block: int, services: Services
) -> Mapping[Pair, tuple[float, float]]:
    """Level and published variance of each pair just before that block, as it was fitted then."""
    began = block * BLOCK_DAYS
    found: dict[Pair, tuple[float, float]] = {}
    for rep, readings in by_rep.items():
        if early := [r for r in readings if r.day < began]:
            pace = before.pace(rep, min(r.day for r in readings))
            history = PairHistory(before.view(skill, services.rules, pace), early)
            level, variance = history.published(began)
            found[rep, skill] = level, variance * before.check.inflation
    return found
