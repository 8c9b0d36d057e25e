"""``reploop profile`` and ``agenda``: what is known, for people and scripts.

Whoever may run these commands may read the database, so they show what they are asked for.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from app.cli.english import english
from app.cli.moments import past_moment
from app.cli.opening import prepared_services
from app.cli.output import (
    FAILED,
    Json,
    console,
    plain,
    print_json,
    print_table,
    say,
    say_indented,
    shown,
)
from coaching import words
from domain import wording
from domain.agendas import Agenda, FocusSkill, RepAgenda
from domain.effects import EffectKind, EffectRecord, EffectState, Queue
from domain.errors import ConfigurationError, NotVisible
from domain.people import Organisation, Person, PersonId, Role
from domain.ports import Stores
from domain.skills import Proficiency
from jobs.plan_agendas import agenda_of, plan_agenda, proficiencies_as_of
from jobs.services import Services
from jobs.standing import Standing, standings
from jobs.work import work_off
from scoring.names import folded


def person_named(text: str, organisation: Organisation) -> Person:
    """Somebody by id, e-mail address, full name or alias.

    Raises:
        NotVisible: there is nobody of that name, or more than one.
    """
    wanted, name = text.strip().casefold(), folded(text)
    found = [p for p in organisation.people if wanted in (p.id.casefold(), p.email.casefold())]
    if not found and name:
        found = [p for p in organisation.people if name in map(folded, (p.name, *p.aliases))]
    if not found:
        who = "shows everybody" if organisation.people else "says how to add people"
        raise NotVisible(f"there is nobody called {text!r}; `reploop people list` {who}")
    if len(found) > 1:
        ids = ", ".join(sorted(p.id for p in found))
        raise NotVisible(f"several people are called {text!r}: name one of {ids}")
    return found[0]


def profile(
    rep: Annotated[
        str, typer.Argument(metavar="REP", help="Id, e-mail address or full name of the rep.")
    ],
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="As of the end of this day, or of a moment (ISO 8601)."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Show a rep's skills: level, how sure it is, tier, trend, and how many calls."""
    services = prepared_services()
    moment = services.now()
    if as_of is not None:
        moment = past_moment(as_of, "--as-of", moment, whole_day=True)
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        person = person_named(rep, organisation)
        found = proficiencies_as_of(PersonId(person.id), moment, tx, services)
        places = (
            standings(PersonId(person.id), organisation, tx, viewer=None) if as_of is None else {}
        )
    if as_json:
        skills = [_skill(p, places.get(p.skill_id), services) for p in found]
        print_json({"rep": person, "as_of": moment, "skills": skills})
    elif not found:
        say(f"No scored call of {person.name} by {moment:%Y-%m-%d}.")
    else:
        rows = [_row(p, services.skills[p.skill_id].name) for p in found]
        title = f"{person.name}, as of {moment:%Y-%m-%d}"
        print_table(title, ("skill", "level", "tier", "trend"), rows)
        for p in found:
            for said in _beside(p, places.get(p.skill_id)):
                say_indented(f"{services.skills[p.skill_id].name}: {said}", 2)
        say("", "A level is 0-100; ± is half the width of its 90 % interval.")
        say("`reploop why REP SKILL` says what moved a level.")


def _skill(p: Proficiency, place: Standing | None, services: Services) -> dict[str, object]:
    figures: dict[str, object] = plain(p)
    name = services.skills[p.skill_id].name
    more = {"skill_name": name, "interval_90": p.interval, "standing": place and plain(place)}
    return figures | more


def _beside(p: Proficiency, place: Standing | None) -> Iterator[str]:
    """What else may be said of a figure, a sentence each."""
    if place and (said := wording.standing(place.percentile, place.peers)):
        yield said
    yield from wording.beside(p)


def _row(p: Proficiency, name: str) -> tuple[str, ...]:
    return name, wording.figure(p), wording.tier(p), words.latest_trend(p)


def agenda(
    manager: Annotated[
        str, typer.Argument(metavar="MANAGER", help="Id, e-mail address or full name.")
    ],
    send: Annotated[
        bool, typer.Option("--send", help="Send it to Slack now; once a week at most.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show this week's agenda of a manager: two skills a rep, why, and the moments.

    As of now; the one in Slack was written on Monday morning.
    """
    services = prepared_services()
    with services.database.read() as tx:
        person = person_named(manager, tx.people.organisation())
        if person.role is not Role.MANAGER:
            raise NotVisible(f"{person.name} is not a manager")
        today = services.now().astimezone(ZoneInfo(person.time_zone)).date()
        monday = today - timedelta(days=today.weekday())
        week = agenda_of(person, monday, tx, services)
    sent = _send(person, monday, week, services) if send else None
    if as_json:
        delivery = sent and {"state": sent.state, "error": sent.error}
        print_json(plain(week) | {"delivery": delivery})
    else:
        show_agenda(week)
        if sent is not None:
            say("", _what_became(sent))
    if sent is not None and sent.state is not EffectState.SENT:
        raise typer.Exit(FAILED)


def _send(manager: Person, monday: date, week: Agenda, services: Services) -> EffectRecord:
    if services.messenger is None:
        raise ConfigurationError(
            "REPLOOP_SLACK_BOT_TOKEN",
            "Slack is not configured, so nothing was sent",
            "See docs/integrations/slack.md",
        )
    plan_agenda(manager, monday, services, asked=True)
    work_off(Queue.DELIVER, services)
    with services.database.read() as tx:
        return _message(tx, manager, week)


def _message(tx: Stores, manager: Person, week: Agenda) -> EffectRecord:
    record = tx.outbox.get(f"slack:agenda:{manager.id}:{week.week}")
    if record is None or record.effect.kind is not EffectKind.SLACK_AGENDA:
        raise NotVisible(f"this week's message to {manager.name} is not in the outbox")
    return record


def _what_became(sent: EffectRecord) -> str:
    match sent.state:
        case EffectState.SENT:
            return f"Sent to Slack, {sent.last_try_at or sent.created_at:%d %b %H:%M} UTC."
        case EffectState.PENDING:
            return f"Not sent yet ({sent.error}); it is tried again."
    return f"Not sent: {sent.error}. `reploop dead list` shows it."


def show_agenda(week: Agenda) -> None:
    """An agenda as text."""
    title = f"{week.manager_name}, week of {week.monday:%d %b %Y}"
    console.print(f"[bold]{shown(title)}[/bold]")
    if not week.reps:
        say("Nobody reports to this manager: `reploop people import` sets teams.")
    for rep in week.reps:
        _show_rep(rep)
    if week.skipped_calls:
        say("", f"{wording.calls(week.skipped_calls)} of the last seven days could not be scored.")


def _show_rep(rep: RepAgenda) -> None:
    said = wording.calls(rep.calls_this_week)
    console.print(f"\n[bold]{shown(rep.rep_name)}[/bold], {said} this week")
    for line in (*rep.last_focus, *rep.early, *filter(None, [rep.nothing_because])):
        say_indented(english(line), 2)
    if rep.proof is not None:
        proof = rep.proof
        chances = f"{proof.taken} of {proof.seen} chances taken, {proof.verdict.value}"
        say_indented(f"Agreed: {proof.commitment.title}; {chances.replace('_', ' ')}", 2)
    for focus in rep.focus:
        _show_focus(focus)


def _show_focus(focus: FocusSkill) -> None:
    say_indented(f"• {english(focus.why)}", 2)
    for clip in focus.clips:
        line = f"{clip.call_title} {wording.clock(clip.start_s)} “{clip.quote}”"
        say_indented(line, 6, "dim")
    if focus.suggestion is not None:
        say_indented(english(focus.suggestion), 4)
