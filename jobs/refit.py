"""The company's figures are fitted from all observations: every 28 days, and as data grow."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from domain.effects import Effect, EffectKind, Queue
from domain.ports import Stores
from domain.rubrics import SkillId
from domain.skills import FitRecord
from jobs.profiles import catch_up
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
REPS_A_ROUND = 10
"""How many reps' profiles are brought onto a new fit between two looks at other work."""

ByRep = Mapping[str, Sequence[Reading]]


def plan_fit(services: Services, wanted: FitRecord | None = None) -> int:
    """Ask for a fit if one is due or ``wanted``, and bring profiles forward onto the newest.

    While calls are still coming in (a back-fill, say) only the fit of a new block of 28 days is
    asked for: figures of half a history would be fitted, and told. Returns for how many reps
    profiles were brought forward; at most ``REPS_A_ROUND``.
    """
    coming_in = services.database.due()
    settled = not (coming_in.get(Queue.INGEST) or coming_in.get(Queue.SCORE))
    with services.database.read() as tx:
        due = wanted or due_fit(tx, services.now(), settled=settled)
        basis = basis_of(services.fits.newest(tx), services.rules)
        behind = list(dict.fromkeys(rep for rep, _ in tx.profiles.behind(basis)))
    if due is not None:
        key = f"company:fit:{due.version}"
        effect = Effect(kind=EffectKind.COMPANY_FIT, key=key, payload={"version": str(due.version)})
        with services.database.write() as tx:
            tx.outbox.add_if_new(effect)
        services.queue.ring(effect.kind.queue)
    for rep in behind[:REPS_A_ROUND]:
        with services.database.write() as tx:
            catch_up(tx, [rep], services)
    return min(len(behind), REPS_A_ROUND)


def next_fit(tx: Stores, now: datetime) -> FitRecord:
    """The fit that would follow the newest, whether it is time for it or not."""
    observations, _ = tx.profiles.count()
    last = tx.fits.newest()
    return FitRecord(last.version + 1 if last else 1, now, observations)


def due_fit(tx: Stores, now: datetime, *, settled: bool = True) -> FitRecord | None:
    """The next fit, if it is time for one; ``settled`` says that no call is on its way."""
    following, last = next_fit(tx, now), tx.fits.newest()
    if last is None:
        return following if settled and following.observations >= FIRST_AT else None
    more = following.observations - last.observations
    grown = more >= max(GROWN_AT_LEAST, GROWN_BY * last.observations)
    return following if (grown and settled) or _block(now) > _block(last.as_of) else None


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
            level, variance = history.known(began)
            unsure = before.unsure(skill, [r for r in early if not r.practice])
            found[rep, skill] = level, (variance + unsure) * before.check.inflation
    return found
