"""``reploop profile``, ``agenda`` and ``ask``: what is known, for people and scripts."""

from datetime import UTC, datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.markup import escape

from app.cli.output import Json, console, print_json, print_table, speaks_plainly
from app.services import prepared_services
from domain.agendas import Agenda
from domain.effects import Queue
from domain.errors import NotVisible
from domain.people import Organisation, Person, PersonId, Role
from domain.skills import Proficiency
from jobs.answer import answer_asker
from jobs.plan_agendas import agenda_of, plan_agenda, proficiencies_as_of
from jobs.work import work_off


def person_named(text: str, organisation: Organisation) -> Person:
    """Somebody by id, e-mail address or full name. Raises ``NotVisible``."""
    wanted = text.strip().casefold()
    for person in organisation.people:
        if wanted in (person.id.casefold(), person.email.casefold(), person.name.casefold()):
            return person
    raise NotVisible(f"there is nobody called {text!r}; `reploop people list` shows who is known")


@speaks_plainly
def profile(
    rep: Annotated[str, typer.Argument(help="Id, e-mail address or name of the rep.")],
    as_of: Annotated[str | None, typer.Option(help="As of this date (ISO 8601).")] = None,
    as_json: Json = False,
) -> None:
    """Show a rep's skills: level, how sure it is, tier, trend, and how many calls."""
    services = prepared_services()
    moment = services.now()
    if as_of is not None:
        given = datetime.fromisoformat(as_of)
        moment = given if given.tzinfo else given.replace(tzinfo=UTC)
    with services.database.read() as tx:
        person = person_named(rep, tx.people.organisation())
        found = proficiencies_as_of(PersonId(person.id), moment, tx, services)
    if as_json:
        print_json({"rep": person, "as_of": moment, "skills": found})
        return
    if not found:
        console.print(f"No scored call of {escape(person.name)} yet.")
        return
    rows = [_row(p, services.skills[p.skill_id].name) for p in found]
    columns = ("skill", "level (90 % interval)", "tier", "60 days", "calls")
    print_table(f"{person.name}, as of {moment:%Y-%m-%d}", columns, rows)


def _row(p: Proficiency, name: str) -> tuple[str, ...]:
    trend = p.trend(60)
    moved = "–" if trend is None or trend.change is None else f"{trend.change:+.0f}"
    label = trend.label.value if trend else "unknown"
    tier = p.tier.value.replace("_", " ") if p.tier else "too few calls to say"
    half = 1.645 * p.standard_error
    return name, f"{p.level:.0f} ± {half:.0f}", tier, f"{moved} {label}", str(p.calls)


@speaks_plainly
def agenda(
    manager: Annotated[str, typer.Argument(help="Id, e-mail address or name of the manager.")],
    send: Annotated[bool, typer.Option(help="Send it to Slack now (once a week at most).")] = False,
    as_json: Json = False,
) -> None:
    """Show this week's agenda of a manager, as of now."""
    services = prepared_services()
    with services.database.read() as tx:
        person = person_named(manager, tx.people.organisation())
        if person.role is not Role.MANAGER:
            raise NotVisible(f"{person.name} is not a manager")
        today = services.now().astimezone(ZoneInfo(person.time_zone)).date()
        monday = today - timedelta(days=today.weekday())
        week = agenda_of(person, monday, tx, services)
    if send:
        new = plan_agenda(person, monday, services)
        work_off(Queue.DELIVER, services)
        if not as_json:
            console.print("Sent." if new else "It was sent before; one a week.")
    if as_json:
        print_json(week)
    else:
        show_agenda(week)


def show_agenda(week: Agenda) -> None:
    """An agenda as text."""
    console.print(f"[bold]{escape(week.manager_name)}, week of {week.monday:%d %b %Y}[/bold]")
    for rep in week.reps:
        console.print(f"\n[bold]{escape(rep.rep_name)}[/bold] · {rep.calls_this_week} calls")
        if rep.last_focus:
            console.print(f"  {escape(rep.last_focus)}")
        if rep.nothing_because:
            console.print(f"  {escape(rep.nothing_because)}")
        for focus in rep.focus:
            console.print(f"  • {escape(focus.why)}")
            for clip in focus.clips:
                minutes, seconds = divmod(int(clip.start_s), 60)
                line = f"{clip.call_title} {minutes}:{seconds:02d} “{clip.quote}”"
                console.print(f"      [dim]{escape(line)}[/dim]")
            if focus.suggestion:
                console.print(f"    {escape(focus.suggestion)}")


@speaks_plainly
def ask(
    question: Annotated[str, typer.Argument(help="For example: who needs help with next steps?")],
    as_: Annotated[str, typer.Option("--as", help="E-mail address of who asks.")],
    as_json: Json = False,
) -> None:
    """Ask in plain words; answered from stored figures, under the rights of who asks."""
    services = prepared_services()
    with services.database.write() as tx:
        asker = tx.people.organisation().by_email(as_)
        if asker is None or not asker.active:
            raise NotVisible(f"there is nobody with the e-mail address {as_}")
        said = answer_asker(question, asker, tx, services, via="cli")
    if as_json:
        print_json(said)
        return
    console.print(escape(said.headline))
    for clip in said.cited:
        minutes, seconds = divmod(int(clip.start_s), 60)
        line = f"{clip.call_title} ({clip.call_at:%d %b}) {minutes}:{seconds:02d} “{clip.quote}”"
        console.print(f"  [dim]{escape(line)}[/dim]")
    if said.scope:
        console.print(f"[dim]{escape(said.scope)}[/dim]")
