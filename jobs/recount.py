"""When a criterion leaves proficiency, or comes back, calls that were scored before follow."""

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import structlog

from domain.calls import Call, CallId, CallState
from domain.errors import ConfigurationError
from domain.people import PersonId
from domain.ports import CallFilter, Stores
from domain.rubrics import CriterionId, Rubric, SkillId
from domain.scores import Scorecard
from domain.skills import MoveCause, SkillObservation
from domain.stability import Reader
from jobs.held_calls import held
from jobs.profiles import catch_up, follow
from jobs.retries import LeaseLost
from jobs.second_reading import reader_of
from jobs.services import Services
from scoring.observations import observations_of
from scoring.stability import unstable

ALL = 1_000_000
DAY_S = 86_400.0
CALLS_AT_ONCE = 300
"""Of one rep in a transaction: each is held, and PostgreSQL has room for some thousand locks."""
PAUSE_S = 0.15
"""Between two transactions: SQLite's other processes ask for their turn every tenth of a second."""
_LOCK = "recount"

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Meter:
    """What one reader read by, and what of it is left out."""

    rubric: Rubric
    left_out: frozenset[CriterionId]


def recount(reader: Reader, services: Services) -> int:
    """Make the observations of all calls of this reader anew; returns how many calls changed.

    Calls are compared without holding anything; those that differ are changed, some hundred in
    a transaction, so that nobody waits long. It says what holds now whatever was before: after
    a crash it can simply be run again. Tier changes that come of it are not announced, since
    no call of the rep's brought them about.

    Nothing happens if the rubric version is not configured any more. What fails for a rep is
    logged, and raised once all other reps had their turn.
    """
    return _recount([reader], services)


def recount_all(services: Services) -> int:
    """The same for everybody who ever read twice."""
    with services.database.read() as tx:
        readers = tx.readings.readers()
    return _recount(readers, services)


def recount_daily(services: Services) -> int:
    """The same, at most once in a day; returns how many calls changed.

    Criteria leave proficiency in the moment in which a pair tips them. A worker that stops in
    that moment, or scores a call beside it, leaves calls behind, which are found here.
    """
    with services.database.write() as tx:
        since = tx.locks.ended_s_ago(_LOCK)
        if since is not None and since < 0:
            return 0
        tx.locks.take(_LOCK, "daily", lease_s=DAY_S)
    return recount_all(services)


def _recount(readers: Iterable[Reader], services: Services) -> int:
    calls: dict[PersonId, list[Call]] = defaultdict(list)
    with services.database.read() as tx:
        meters = dict(_meters(tx, readers, services))
        if not meters:
            return 0
        skills = tx.profiles.observed_skills()
        for call in tx.calls.list(CallFilter(states=(CallState.SCORED,), limit=ALL)):
            if call.rep_id is not None:  # nobody's calls say nothing of anybody
                calls[call.rep_id].append(call)
    return _of_all(calls, _Recount(meters, skills, services))


def _meters(
    tx: Stores, readers: Iterable[Reader], services: Services
) -> Iterable[tuple[Reader, _Meter]]:
    for reader in readers:
        try:
            rubric = services.rubrics.named(reader.rubric_name, reader.rubric_version)
        except ConfigurationError:
            continue
        yield reader, _Meter(rubric, unstable(tx.readings.pairs(reader)))


def _of_all(calls: Mapping[PersonId, Sequence[Call]], counting: "_Recount") -> int:
    changed, failure = 0, None
    for rep, some in calls.items():
        try:
            changed += counting.of_rep(rep, some)
        except Exception as error:  # noqa: BLE001 - one rep's trouble keeps no other waiting
            log.warning("recount.failed", rep=rep, error=type(error).__name__)
            failure = failure or error
    if failure is not None:
        raise failure
    return changed


@dataclass(frozen=True, slots=True)
class _Recount:
    """One count of all calls by what its readers' meters say now."""

    meters: Mapping[Reader, _Meter]
    skills: Sequence[SkillId]
    """All that anything was observed of."""
    services: Services

    def of_rep(self, rep: PersonId, calls: Sequence[Call]) -> int:
        """Bring a rep's observations and profiles up to date; returns how many calls changed."""
        kept, changed = self._kept(rep), 0
        in_order = sorted(calls, key=lambda call: call.id)
        for first in range(0, len(in_order), CALLS_AT_ONCE):
            if differ := self._different(in_order[first : first + CALLS_AT_ONCE], kept):
                if changed:
                    time.sleep(PAUSE_S)
                changed += self._put_right(rep, differ)
        return changed

    def _kept(self, rep: PersonId) -> Mapping[CallId, set[SkillObservation]]:
        """What is kept of a rep, call by call."""
        found: dict[CallId, set[SkillObservation]] = {}
        with self.services.database.read() as tx:
            by_pair = tx.profiles.observations_of([(rep, skill) for skill in self.skills])
        for each in chain.from_iterable(by_pair.values()):
            found.setdefault(each.call_id, set()).add(replace(each, deal=None))
        return found

    def _different(
        self, calls: Sequence[Call], kept: Mapping[CallId, set[SkillObservation]]
    ) -> Sequence[Call]:
        """Calls of which something else is kept than the meters say."""
        with self.services.database.read() as tx:
            cards = tx.scorecards.latest_of([call.id for call in calls])
        seen = ((call, self._seen(call, cards.get(call.id))) for call in calls)
        return [c for c, s in seen if s is not None and set(s) != kept.get(c.id, set())]

    def _put_right(self, rep: PersonId, calls: Sequence[Call]) -> int:
        """Make the observations of these calls anew, from what holds in one transaction."""
        touched: set[tuple[PersonId, SkillId]] = set()
        changed = 0
        with self.services.database.write() as tx:
            # Calls before the rep, as everybody does: nobody can then wait for each other.
            held_now = [now for call in calls if (now := _held(tx, call))]
            cards = tx.scorecards.latest_of([call.id for call in held_now])
            catch_up(tx, [rep], self.services)
            for call in held_now:
                seen = self._seen(call, cards.get(call.id))
                if seen is not None:
                    moved = tx.profiles.replace_observations(call.id, seen)
                    changed += bool(moved)
                    touched |= moved
            follow(tx, touched, self.services, MoveCause.CRITERION)
        return changed

    def _seen(self, call: Call, card: Scorecard | None) -> Sequence[SkillObservation] | None:
        """What the call says by the meter of its reader; ``None`` if that is not counted anew."""
        meter = self.meters.get(reader_of(card)) if card else None
        if card is None or meter is None:
            return None
        return observations_of(call, meter.rubric, card, unstable=meter.left_out)


def _held(tx: Stores, call: Call) -> Call | None:
    """The call as it stands, if it is still a scored one."""
    try:
        now = held(tx, call)
    except LeaseLost:
        return None
    return now if now.state is CallState.SCORED else None
