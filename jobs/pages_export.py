"""Every figure the viewer may see, as rows for a spreadsheet: numbers, never words said."""

from collections.abc import Iterator, Sequence

from coaching.visibility import visible_reps
from domain.people import Organisation, Person
from domain.skills import Proficiency
from domain.wording import enough, tier
from jobs.pages_access import audit
from jobs.services import Services
from jobs.viewers import note_team_look

Cell = str | float | int | None

HEADER = (
    "rep",
    "team",
    "skill",
    "level_0_100",
    "standard_error",
    "effective_calls",
    "scored_calls",
    "tier",
    "as_of_utc",
)


def scores_export(viewer: Person, services: Services) -> tuple[tuple[Cell, ...], ...]:
    """A header and one row per rep and skill. The export is audited."""
    with services.database.read() as stores:
        organisation = stores.people.organisation()
        reps = visible_reps(viewer, organisation)
        known = stores.profiles.of_reps([rep.id for rep in reps])
    audit(viewer, "export_scores", f"home:{viewer.id}", services, allowed=True)
    figured = {p.rep_id for p in known}
    with services.database.write() as stores:
        shown = [rep for rep in reps if rep.id in figured]
        note_team_look(viewer.id, "export_scores", shown, stores, services)
    return HEADER, *_rows(reps, known, organisation, services)


def _figures(one: Proficiency) -> tuple[Cell, ...]:
    """Level, its error and calls' worth; empty cells while there are too few calls for a figure."""
    if not enough(one):
        return (None, None, None)
    return round(one.level, 1), round(one.standard_error, 1), round(one.effective_n, 1)


def _rows(
    reps: tuple[Person, ...],
    known: Sequence[Proficiency],
    organisation: Organisation,
    services: Services,
) -> Iterator[tuple[Cell, ...]]:
    teams = {team.id: team.name for team in organisation.teams}
    for rep in reps:
        for proficiency in (p for p in known if p.rep_id == rep.id):
            skill = services.skills.get(proficiency.skill_id)
            yield (
                rep.name,
                teams.get(rep.team_id, "") if rep.team_id else "",
                skill.name if skill else proficiency.skill_id,
                *_figures(proficiency),
                proficiency.calls,
                tier(proficiency),
                proficiency.as_of.isoformat(timespec="minutes"),
            )
