"""Every rep's level in every skill, week by week, as rows for a spreadsheet.

For CRMs that hold no skill snapshots, and for whatever else a company wants to compare
levels with. A level stands as it was known at the end of its week, on the present rules.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta

from coaching.attention import wall
from domain import wording
from domain.agendas import iso_week
from domain.people import Person, Role
from domain.ports import Stores
from domain.skills import SkillObservation
from jobs.services import Services
from jobs.zones import zone_of
from scoring.profile import replay

Cell = str | float | int | None
HEADER = ("rep", "skill", "week", "level", "low", "high", "calls", "tier")
"""``week``: ISO, like ``2026-W48``; levels 0-100, ``low`` and ``high`` the 90 % range."""
WEEK = timedelta(days=7)


def skill_history(
    services: Services,
    *,
    weeks: int,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Iterator[tuple[Cell, ...]]:
    """A header, then a row for each rep, skill and week in which a figure may be said.

    The last ``weeks`` weeks, the present one as it stands now; active reps, by name.
    ``progress`` is told how many reps of how many are done. Reads, and notes nothing.
    """
    yield HEADER
    with services.database.read() as tx:
        reps = [p for p in tx.people.organisation().people if p.role is Role.REP and p.active]
        for done, rep in enumerate(sorted(reps, key=lambda p: (p.name, p.id)), 1):
            yield from _of_rep(rep, weeks, tx, services)
            progress(done, len(reps))


def _of_rep(rep: Person, weeks: int, tx: Stores, services: Services) -> Iterator[tuple[Cell, ...]]:
    ends = _ends(rep, weeks, services.now())
    observed = tx.profiles.observations_of([(rep.id, skill_id) for skill_id in services.skills])
    fitted = services.fits.newest(tx)
    told = tx.profiles.announced(rep.id) if fitted.version else {}
    for skill_id, skill in services.skills.items():
        seen = observed.get((rep.id, skill_id), ())
        for week, end in ends:
            if _calls(seen, end) < wording.MIN_CALLS:
                continue
            known = replay(
                rep.id, skill_id, seen, services.rules, fitted, as_of=end,
                announced=told.get(skill_id, ()),
            ).proficiency  # fmt: skip
            if wording.enough(known):
                low, high = wording.bounds(known)
                figures = (int(wording.points(known.level)), low, high, known.calls)
                yield (rep.name, skill.name, week, *figures, wording.tier(known))


def _calls(seen: Sequence[SkillObservation], end: datetime) -> int:
    return sum(observation.observed_at <= end for observation in seen)


def _ends(rep: Person, weeks: int, now: datetime) -> list[tuple[str, datetime]]:
    """Each week with the moment its levels stand for: its end, on the rep's own wall."""
    zone = zone_of(rep)
    today: date = now.astimezone(zone).date()
    monday = today - timedelta(days=today.weekday())
    mondays = [monday - n * WEEK for n in range(weeks - 1, -1, -1)]
    return [(iso_week(each), min(now, wall(each + WEEK, 0, zone))) for each in mondays]
