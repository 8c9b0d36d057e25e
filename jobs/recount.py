"""When a criterion leaves proficiency, or comes back, calls that were scored before follow."""

from collections import defaultdict
from collections.abc import Sequence

from domain.calls import Call, CallState
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


def recount(reader: Reader, services: Services) -> int:
    """Make the observations of all calls of this reader anew; returns how many calls changed.

    One transaction for each rep, so that nobody waits long. It says what holds now whatever
    was before: after a crash it can simply be run again. Tier changes that come of it are not
    announced, since no call of the rep's brought them about.

    Raises:
        ConfigurationError: the rubric version is not configured any more.
    """
    rubric = services.rubrics.named(reader.rubric_name, reader.rubric_version)
    calls: dict[PersonId, list[Call]] = defaultdict(list)
    with services.database.read() as tx:
        left_out = unstable(tx.readings.pairs(reader))
        for call in tx.calls.list(CallFilter(states=(CallState.SCORED,), limit=ALL)):
            if call.rep_id is not None:  # nobody's calls say nothing of anybody
                calls[call.rep_id].append(call)
    return sum(
        _of_rep(rep, some, reader, rubric, left_out, services) for rep, some in calls.items()
    )


def _of_rep(
    rep: PersonId,
    calls: Sequence[Call],
    reader: Reader,
    rubric: Rubric,
    left_out: frozenset[CriterionId],
    services: Services,
) -> int:
    touched: set[tuple[PersonId, SkillId]] = set()
    changed = 0
    with services.database.write() as tx:
        catch_up(tx, [rep], services)
        for call in sorted(calls, key=lambda one: one.id):
            moved = _of_call(tx, call, reader, rubric, left_out)
            changed += bool(moved)
            touched |= moved
        follow(tx, touched, services, MoveCause.CRITERION)
    return changed


def _of_call(
    tx: Stores, call: Call, reader: Reader, rubric: Rubric, left_out: frozenset[CriterionId]
) -> frozenset[tuple[PersonId, SkillId]]:
    try:
        now = held(tx, call)
    except LeaseLost:  # deleted meanwhile
        return frozenset()
    card = tx.scorecards.latest(now.id)
    if now.state is not CallState.SCORED or card is None or reader_of(card) != reader:
        return frozenset()
    seen = observations_of(now, rubric, card, unstable=left_out)
    return tx.profiles.replace_observations(now.id, seen)
