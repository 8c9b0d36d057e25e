"""The start page: a manager's team by skill; for RevOps also what was and was not scored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.visibility import visible_reps
from domain.calls import Call, CallState, NotScorable
from domain.changes import WriteState
from domain.people import Organisation, Person, TeamId
from domain.ports import CallFilter, Stores
from domain.practice import PROVIDER as PRACTICE
from domain.rubrics import SkillId
from jobs.pages_access import SEES_EVERY_NUMBER, audit, may_see_team
from jobs.pages_crm_shown import Names, ShownWrite, counted
from jobs.pages_figures import ShownFigure, shown_figure
from jobs.services import Services
from jobs.viewers import note_team_look

UNSCORED_SHOWN = 30
CHANGE_SETS_SHOWN = 5
UNSCORED = (CallState.WAITING, CallState.SKIPPED, CallState.DEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """One rep: a figure for each column, ``None`` where no call said anything."""

    rep: Person
    team: str
    figures: tuple[ShownFigure | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTable:
    """Reps by skills. ``columns`` are skill names in the order of the configuration."""

    columns: tuple[str, ...]
    rows: tuple[TeamRow, ...]

    @property
    def empty(self) -> bool:
        """Whether no rep has a figure in any skill."""
        return not any(figure for row in self.rows for figure in row.figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestSet:
    """A change set in one line."""

    at: datetime
    writes: tuple[ShownWrite, ...]
    counts: Mapping[WriteState, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What became of all calls, and what was written to the CRM."""

    states: tuple[tuple[CallState, int], ...]
    reasons: tuple[tuple[NotScorable, int], ...]
    unscored: tuple[Call, ...]
    """The newest calls without a score."""
    change_sets: tuple[LatestSet, ...]
    """The latest; the page of CRM changes has them all."""

    @property
    def total(self) -> int:
        """All calls known."""
        return sum(number for _, number in self.states)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The start page of one viewer; ``coverage`` only for those who see every number."""

    viewer: Person
    title: str
    as_of: datetime
    table: TeamTable
    coverage: Coverage | None


def home_page(viewer: Person, services: Services) -> HomePage:
    """What ``viewer`` sees first: only reps they may see now. The look is audited."""
    with services.database.read() as stores:
        organisation = stores.people.organisation()
        everything = viewer.role in SEES_EVERY_NUMBER and viewer.active
        page = HomePage(
            viewer=viewer,
            title="All reps" if everything else "Your team",
            as_of=services.now(),
            table=_table(visible_reps(viewer, organisation), organisation, stores, services),
            coverage=_coverage(stores, services) if everything else None,
        )
    audit(viewer, "read_home", f"home:{viewer.id}", services, allowed=True)
    _note_reps(viewer, "read_home", page.table, services)
    return page


def team_page(viewer: Person, team_id: TeamId, services: Services) -> HomePage:
    """One team of several, as its manager or RevOps sees it. The look is audited.

    Raises ``NotVisible`` for a team that is not there and for one that is not theirs.
    """
    with services.database.read() as stores:
        organisation = stores.people.organisation()
        allowed = may_see_team(viewer, team_id, organisation)
        reps = [r for r in visible_reps(viewer, organisation) if r.team_id == team_id]
        page = HomePage(
            viewer=viewer,
            title=next((t.name for t in organisation.teams if t.id == team_id), ""),
            as_of=services.now(),
            table=_table(reps if allowed else (), organisation, stores, services),
            coverage=None,
        )
    audit(viewer, "read_team", f"team:{team_id}", services, allowed=allowed)
    _note_reps(viewer, "read_team", page.table, services)
    return page


def _note_reps(viewer: Person, action: str, table: TeamTable, services: Services) -> None:
    shown = [row.rep for row in table.rows if any(row.figures)]
    with services.database.write() as stores:
        note_team_look(viewer.id, action, shown, stores, services)


def _table(
    reps: Sequence[Person], organisation: Organisation, stores: Stores, services: Services
) -> TeamTable:
    names = {skill_id: skill.name for skill_id, skill in services.skills.items()}
    known = {
        (p.rep_id, p.skill_id): shown_figure(p, names[p.skill_id])
        for p in stores.profiles.of_reps([rep.id for rep in reps])
        if p.skill_id in names
    }
    columns: tuple[SkillId, ...] = tuple(names)
    teams = {team.id: team.name for team in organisation.teams}
    rows = [
        TeamRow(
            rep=rep,
            team=teams.get(rep.team_id, "") if rep.team_id else "",
            figures=tuple(known.get((rep.id, skill_id)) for skill_id in columns),
        )
        for rep in reps
    ]
    return TeamTable(columns=tuple(names.values()), rows=tuple(rows))


def _coverage(stores: Stores, services: Services) -> Coverage:
    states, reasons = _split(stores.calls.count_by_state(but_of=PRACTICE))
    unscored = CallFilter(states=UNSCORED, but_of=PRACTICE, limit=UNSCORED_SHOWN)
    names = Names(stores, stores.people.organisation(), services)
    latest = tuple(
        LatestSet(at=each.at, writes=names.writes(each.writes[:1]), counts=counted(each.writes))
        for each in stores.changes.list(limit=CHANGE_SETS_SHOWN)
    )
    return Coverage(
        states=states,
        reasons=reasons,
        unscored=tuple(stores.calls.list(unscored)),
        change_sets=latest,
    )


def _split(
    counts: Mapping[str, int],
) -> tuple[tuple[tuple[CallState, int], ...], tuple[tuple[NotScorable, int], ...]]:
    """Counts by state in the order of a call's way, and by reason, most frequent first."""
    by_state: dict[CallState, int] = dict.fromkeys(CallState, 0)
    by_reason: dict[NotScorable, int] = {}
    for name, number in counts.items():
        state, _, reason = name.partition(":")
        by_state[CallState(state)] += number
        if reason:
            by_reason[NotScorable(reason)] = number
    reasons = sorted(by_reason.items(), key=lambda item: (-item[1], item[0]))
    return tuple((s, n) for s, n in by_state.items() if n), tuple(reasons)
