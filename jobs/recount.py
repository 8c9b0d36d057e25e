"""When a criterion leaves proficiency, or comes back, calls that were scored before follow."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.calls import Call, CallState
from domain.errors import ConfigurationError
from domain.people import PersonId
from domain.ports import CallFilter, Stores
from domain.rubrics import CriterionId, Rubric, SkillId
from domain.skills import MoveCause
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
_LOCK = "recount"


@dataclass(frozen=True, slots=True)
class _Meter:
    """What one reader read by, and what of it is left out."""

    rubric: Rubric
    left_out: frozenset[CriterionId]


def recount(reader: Reader, services: Services) -> int:
    """Make the observations of all calls of this reader anew; returns how many calls changed.

    One transaction for each rep, so that nobody waits long. It says what holds now whatever
    was before: after a crash it can simply be run again. Tier changes that come of it are not
    announced, since no call of the rep's brought them about.

    Nothing happens if the rubric version is not configured any more.
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
        for call in tx.calls.list(CallFilter(states=(CallState.SCORED,), limit=ALL)):
            if call.rep_id is not None:  # nobody's calls say nothing of anybody
                calls[call.rep_id].append(call)
    return sum(_of_rep(rep, some, meters, services) for rep, some in calls.items())


def _meters(
    tx: Stores, readers: Iterable[Reader], services: Services
) -> Iterable[tuple[Reader, _Meter]]:
    for reader in readers:
        try:
            rubric = services.rubrics.named(reader.rubric_name, reader.rubric_version)
        except ConfigurationError:
            continue
        yield reader, _Meter(rubric, unstable(tx.readings.pairs(reader)))


def _of_rep(
    rep: PersonId, calls: Sequence[Call], meters: Mapping[Reader, _Meter], services: Services
) -> int:
    touched: set[tuple[PersonId, SkillId]] = set()
    changed = 0
    with services.database.write() as tx:
        # Calls before the rep, as everybody does: nobody can then wait for each other.
        kept = [now for call in sorted(calls, key=lambda c: c.id) if (now := _held(tx, call))]
        catch_up(tx, [rep], services)
        for call in kept:
            moved = _of_call(tx, call, meters)
            changed += bool(moved)
            touched |= moved
        follow(tx, touched, services, MoveCause.CRITERION)
    return changed


def _held(tx: Stores, call: Call) -> Call | None:
    """The call as it stands, if it is still a scored one."""
    try:
        now = held(tx, call)
    except LeaseLost:
        return None
    return now if now.state is CallState.SCORED else None


def _of_call(
    tx: Stores, call: Call, meters: Mapping[Reader, _Meter]
) -> frozenset[tuple[PersonId, SkillId]]:
    card = tx.scorecards.latest(call.id)
    meter = meters.get(reader_of(card)) if card else None
    if card is None or meter is None:
        return frozenset()
    seen = observations_of(call, meter.rubric, card, unstable=meter.left_out)
    return tx.profiles.replace_observations(call.id, seen)
