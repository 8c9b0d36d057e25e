"""``reploop why`` and ``performance``: what moved a level, and what some calls show."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

import typer

from app.cli.figures import person_named
from app.cli.moments import past_moment
from app.cli.opening import prepared_services
from app.cli.output import Json, plain, print_json, print_table, say, say_indented
from domain import wording
from domain.calls import CallId, CallType
from domain.errors import NotVisible
from domain.people import PersonId
from domain.ports import Stores
from domain.rubrics import SkillId
from domain.skills import SkillObservation
from jobs.moves import SHOWN_DAYS, Part, Why, why_moved
from jobs.services import Services
from scoring.performance import Performance, half_life_lift, performance

Rep = Annotated[
    str, typer.Argument(metavar="REP", help="Id, e-mail address or full name of the rep.")
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="From this day, or moment (ISO 8601), on.")
]


COLUMNS = ("skill", "calls", "first", "last", "average", "best", "best by chance")
BEST_BY_CHANCE = (
    "Best by chance: what so many calls of a rep who does not change would reach. "
    "A best below it is no improvement."
)

_NO_FIGURE = "there are too few calls for a figure of {} in {}"
_NO_RECORD = (
    "no move of {} in {} is on record yet: the record begins with the next scored call; "
    "`reploop profile` shows the level"
)


def skill_named(text: str, services: Services) -> SkillId:
    """A skill by id, name or synonym. Raises ``typer.BadParameter`` listing the skills."""
    wanted = " ".join(text.casefold().replace("_", " ").split())
    for skill in services.skills.values():
        names = (skill.id.replace("_", " "), skill.name, *skill.synonyms)
        if wanted in (name.casefold() for name in names):
            return skill.id
    known = ", ".join(services.skills)
    raise typer.BadParameter(f"there is no skill called {text!r}; there are {known}")


def why(
    rep: Rep,
    skill: Annotated[str, typer.Argument(metavar="SKILL", help="Id or name of the skill.")],
    since: Since = None,
    as_json: Json = False,
) -> None:
    """Say why a rep's level in a skill moved: parts that add up to the move.

    New calls, calls that were scored again or taken out, deals, unsteady criteria, and fits
    of the company's figures, each with what it added. Default: the last 30 days.
    """
    services = prepared_services()
    now = services.now()
    start = past_moment(since, "--since", now) if since else now - timedelta(days=SHOWN_DAYS)
    wanted = skill_named(skill, services)
    name = services.skills[wanted].name
    with services.database.read() as tx:
        person = person_named(rep, tx.people.organisation())
        found = why_moved(tx, (PersonId(person.id), wanted), start)
        titles = _titles(tx, found.parts if found else ())
        profiles = tx.profiles.of_reps([PersonId(person.id)])
    if found is None:
        shown = any(p.skill_id == wanted and wording.enough(p) for p in profiles)
        raise NotVisible((_NO_RECORD if shown else _NO_FIGURE).format(person.name, name))
    if as_json:
        print_json({"rep": person.id, "skill": wanted, **_plain(found, titles)})
        return
    moved = wording.signed_tenths(found.after - found.before)
    say(
        f"{person.name}, {name}: {found.before / 10:.1f} on {found.since:%d %b %Y}, "
        f"{found.after / 10:.1f} now ({moved})."
    )
    for part in found.parts:
        said = wording.move_cause(part.cause, len(part.calls))
        say_indented(f"{wording.signed_tenths(part.tenths):>6}  {said}", 2)
        for call, tenths in part.calls:
            say_indented(f"{wording.signed_tenths(tenths):>6}  {titles[call]}", 8, "dim")
    if not found.parts:
        say("Nothing has moved it since.")


def _titles(tx: Stores, parts: Sequence[Part]) -> dict[CallId, str]:
    titles = {}
    for call_id, _ in (each for part in parts for each in part.calls):
        call = tx.calls.get(call_id)
        titles[call_id] = f"{call.title} ({call.started_at:%d %b %Y})" if call else call_id
    return titles


def _plain(found: Why, titles: dict[CallId, str]) -> dict[str, object]:
    return {
        "since": found.since,
        "before": found.before / 10,
        "after": found.after / 10,
        "parts": [
            {
                "cause": part.cause,
                "points": part.tenths / 10,
                "calls": [
                    {"call": call, "title": titles[call], "points": tenths / 10}
                    for call, tenths in part.calls
                ],
            }
            for part in found.parts
        ],
    }


def show_performance(
    rep: Rep,
    skill: Annotated[
        str | None, typer.Option(metavar="SKILL", help="Only this skill, by id or name.")
    ] = None,
    since: Since = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Up to the end of this day, or a moment.")
    ] = None,
    call_type: Annotated[CallType | None, typer.Option(help="Only calls of this type.")] = None,
    practice: Annotated[
        bool | None,
        typer.Option("--practice/--live", help="Only role-plays, or only live calls."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Show what a chosen set of calls shows: first, last, average, best.

    Beside the best stands the best that chance alone would give a rep who does not change.
    Filters never change a level: that is what `reploop profile` shows.
    """
    services = prepared_services()
    now = services.now()
    start = past_moment(since, "--since", now) if since else None
    end = past_moment(until, "--until", now, whole_day=True) if until else now
    wanted = [skill_named(skill, services)] if skill else list(services.skills)
    with services.database.read() as tx:
        person = person_named(rep, tx.people.organisation())
        seen = {s: tx.profiles.observations(PersonId(person.id), s) for s in wanted}
    found = {}
    for skill_id, every in seen.items():
        dated = [o for o in every if (start or o.observed_at) <= o.observed_at <= end]
        alike = [o for o in dated if call_type in (None, o.call_type)]
        used = [o for o in alike if practice in (None, o.practice)]
        if figures := performance(used):
            found[skill_id] = figures, half_life_lift(used, end)
    if as_json:
        skills = {
            s: {**plain(figures), "half_life_lift": lift} for s, (figures, lift) in found.items()
        }
        print_json({"rep": person.id, "since": start, "until": end, "skills": skills})
    elif not found:
        say(f"No scored call of {person.name} fits.")
    else:
        rows = [_row(services.skills[s].name, figures) for s, (figures, _) in found.items()]
        print_table(f"{person.name}, {_view(seen, found)}", COLUMNS, rows)
        say("", BEST_BY_CHANCE)


def _view(
    seen: dict[SkillId, Sequence[SkillObservation]],
    found: dict[SkillId, tuple[Performance, float | None]],
) -> str:
    used = max(figures.calls for figures, _ in found.values())
    return f"{used} of {wording.calls(max(map(len, seen.values())))} in view"


def _row(name: str, figures: Performance) -> tuple[str, ...]:
    chance = figures.best_by_chance
    shown = (figures.first, figures.last, figures.average, figures.best)
    return (
        name,
        str(figures.calls),
        *(wording.points(each) for each in shown),
        "-" if chance is None else wording.points(chance),
    )
