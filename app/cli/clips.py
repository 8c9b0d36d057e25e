"""``reploop clips``: what teams share, as counts, or as one person sees it."""

from typing import Annotated

import typer

from app.cli.opening import prepared_services
from app.cli.output import Json, print_json, print_table, say, say_indented
from coaching.library import libraries_of
from domain import wording
from domain.errors import NotVisible
from domain.library import ShownMoment
from domain.ports import Stores
from domain.rubrics import SkillId
from jobs.library import library_counts, moments_seen, search_library
from jobs.services import Services


def clips(
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="Words that title, quote or names must hold.")
    ] = "",
    as_: Annotated[
        str, typer.Option("--as", metavar="EMAIL", help="E-mail address of who looks.")
    ] = "",
    skill: Annotated[str, typer.Option(metavar="SKILL", help="Only this skill (its id).")] = "",
    as_json: Json = False,
) -> None:
    """Search the clip library of somebody's team; without --as, count what each team shares.

    A moment is there while its rep's consent stands, and seen by the team and its manager
    alone. For anybody else the exit code is 3.
    """
    services = prepared_services()
    skill_id = _known(skill, services)
    if as_:
        _search(words, as_, skill_id, services, as_json=as_json)
        return
    if words or skill_id:
        raise typer.BadParameter("say with --as whose library is to be searched")
    with services.database.read() as tx:
        rows = _counts(tx, services)
    if as_json:
        print_json([{"team": t, "skill": s, "moments": n} for t, s, n in rows])
    elif rows:
        print_table(
            "Clip libraries", ("team", "skill", "moments"), [(t, s, str(n)) for t, s, n in rows]
        )
    else:
        say("No team shares a moment yet. A rep offers one under a call's score in Slack.")


def _known(skill: str, services: Services) -> SkillId | None:
    if skill and skill not in services.skills:
        raise typer.BadParameter(
            f"there is no skill {skill!r}; known: {', '.join(services.skills)}"
        )
    return SkillId(skill) if skill else None


def _search(
    words: str, email: str, skill_id: SkillId | None, services: Services, *, as_json: bool
) -> None:
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        viewer = organisation.by_email(email)
        if viewer is None or not viewer.active:
            raise NotVisible(f"there is nobody with the e-mail address {email}")
        found = search_library(viewer, words, skill_id, tx, services)
        look = moments_seen(viewer, found, organisation)
        reads = bool(libraries_of(viewer, organisation))
    with services.database.write() as tx:
        look.keep(tx, services, via="cli")
    if not reads:
        raise NotVisible(f"{email} has no clip library: it is for a team's reps and manager")
    if as_json:
        print_json([_plain(moment) for moment in found])
        return
    for moment in found:
        _show(moment)
    if not found:
        say("Nothing in the library fits that.")


def _plain(moment: ShownMoment) -> dict[str, object]:
    clip = moment.shared.clip
    return {
        "title": moment.shared.title,
        "rep": moment.rep_name,
        "skill": moment.shared.skill_id,
        "quote": clip.quote,
        "call_title": clip.call_title,
        "call_at": clip.call_at,
        "start_s": clip.start_s,
        "recording": moment.recorder_url,
    }


def _show(moment: ShownMoment) -> None:
    clip = moment.shared.clip
    say(f"{moment.shared.title} · {moment.rep_name} · {moment.skill_name}")
    where = f"{clip.call_title} ({clip.call_at:%d %b}) {wording.clock(clip.start_s)}"
    say_indented(f"{where} “{clip.quote}”", 2, "dim")


def _counts(tx: Stores, services: Services) -> list[tuple[str, str, int]]:
    teams = {team.id: team.name for team in tx.people.organisation().teams}
    return sorted(
        (teams.get(team_id, team_id), _name(skill_id, services), number)
        for team_id, by_skill in library_counts(tx).items()
        for skill_id, number in by_skill.items()
    )


def _name(skill_id: SkillId, services: Services) -> str:
    skill = services.skills.get(skill_id)
    return skill.name if skill else skill_id
