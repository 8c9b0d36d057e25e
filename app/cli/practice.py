"""``reploop practice``: the buyers, who practises what, and what of it arrives on live calls."""

from typing import Annotated

import typer

from app.cli.figures import person_named
from app.cli.opening import prepared_services
from app.cli.output import Json, console, print_json, print_table, say, shown
from coaching.practice.commands import wants_to_stop
from coaching.practice.script import reply_to
from coaching.practice.transfer import Gap, gaps
from domain.effects import Queue
from domain.errors import NotVisible
from domain.people import Role
from domain.phrases import Phrase
from domain.practice import Persona
from domain.rubrics import SkillId
from jobs.practice_assign import ATTEMPTS, DAYS, PASS_SCORE, Wanted, assign, may_assign
from jobs.practice_choice import FITTING
from jobs.practice_status import assignment_line, gap_line, seen_by_skill
from jobs.services import Services
from jobs.zones import zone_of

practice = typer.Typer(help="Role-play: buyers, assignments, transfer.", no_args_is_help=True)


@practice.command("personas", epilog="Example:  reploop practice personas")
def personas(as_json: Json = False) -> None:
    """Show the buyers to practise on, from `config/personas/*.yaml`.

    A file that cannot be read stops the command with its name, the line and what to do.
    """
    known = list(prepared_services().personas.values())
    if as_json:
        print_json(known)
        return
    rows = [
        (p.id, f"{p.name}, {p.role}", p.industry, p.mood.value, ", ".join(p.skills)) for p in known
    ]
    print_table("Buyers", ("id", "who", "industry", "mood", "skills"), rows)


@practice.command("try", epilog="Example:  reploop practice try cfo_price")
def try_out(
    persona: Annotated[str, typer.Argument(metavar="BUYER", help="Id of the buyer.")],
) -> None:
    """Talk to a scripted buyer here: a line each; `stop` ends it. Nothing is kept or scored."""
    services = prepared_services()
    buyer = services.personas.get(persona)
    if buyer is None:
        known = ", ".join(services.personas)
        raise NotVisible(f"there is no buyer {persona!r}; there are {known}")
    _say(buyer, buyer.opening)
    said: list[str] = []
    for line in typer.get_text_stream("stdin"):
        if wants_to_stop(line):
            return
        said.append(line)
        reply = reply_to(buyer, said)
        words = services.speech.words(buyer.language)
        _say(buyer, " ".join(words.say(each) for each in reply.lines))
        if reply.ends:
            return


def _say(buyer: Persona, words: str) -> None:
    console.print(f"[bold]{shown(buyer.name)}:[/bold] {shown(words)}")


@practice.command(
    "assign",
    epilog='Example:  reploop practice assign "Ana Lee" --as mia@acme.com --skill next_steps',
)
def assign_(
    rep: Annotated[
        str, typer.Argument(metavar="REP", help="Id, e-mail address or full name of the rep.")
    ],
    as_: Annotated[
        str, typer.Option("--as", metavar="MANAGER", help="The rep's manager, who assigns it.")
    ],
    skill: Annotated[
        str | None, typer.Option(help="Id of the skill; else the weakest on live calls.")
    ] = None,
    persona: Annotated[
        str, typer.Option(metavar="BUYER", help="Id of a buyer, `own` or `fitting`.")
    ] = FITTING,
    days: Annotated[int, typer.Option(min=1, max=90, help="Days until it is due.")] = DAYS,
    pass_score: Annotated[
        float, typer.Option("--pass", min=1, max=100, help="Passed from so many of 100.")
    ] = PASS_SCORE,
    attempts: Annotated[int, typer.Option(min=1, max=10, help="Attempts.")] = ATTEMPTS,
    as_json: Json = False,
) -> None:
    """Give a rep something to practise; they are told in Slack.

    Only the manager of the rep's team at this moment may; everybody else gets exit code 3.
    """
    services = prepared_services()
    wanted = Wanted(
        skill_id=SkillId(skill) if skill else None,
        persona=persona, days=days, pass_score=pass_score, attempts=attempts,
    )  # fmt: skip
    with services.database.write() as tx:
        organisation = tx.people.organisation()
        by, of = person_named(as_, organisation), person_named(rep, organisation)
        theirs = may_assign(by, of.id, organisation)
        if theirs is None:
            raise NotVisible(f"{of.name} is nobody whom {by.name} manages")
        done = assign(by, theirs, wanted, tx, services)
    services.queue.ring(Queue.DELIVER)
    if isinstance(done, Phrase):
        raise NotVisible(_words(done, services))
    if as_json:
        print_json(done)
    else:
        say(
            _words(
                assignment_line(done, services.skills[done.skill_id].name, zone_of(of)), services
            )
        )


@practice.command("list", epilog='Example:  reploop practice list "Ana Lee"')
def list_(
    rep: Annotated[
        str | None, typer.Argument(metavar="[REP]", help="Only this rep; else everybody.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show who is to practise what, until when, and how far they are."""
    services = prepared_services()
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        reps = [person_named(rep, organisation)] if rep else list(organisation.people)
        found = tx.practice.assignments(rep_ids=[p.id for p in reps])
    if as_json:
        print_json(list(found))
    elif not found:
        say("Nothing is assigned. `reploop practice assign` does that.")
    by_id = {p.id: p for p in reps}
    for each in found if not as_json else ():
        skill = services.skills.get(each.skill_id)
        of = by_id[each.rep_id]
        line = assignment_line(each, skill.name if skill else each.skill_id, zone_of(of))
        say(f"{of.name}: {_words(line, services)}")


@practice.command("transfer", epilog="Example:  reploop practice transfer --json")
def transfer(
    rep: Annotated[
        str | None, typer.Argument(metavar="[REP]", help="Only this rep; else all reps.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Compare practice with live calls, per skill: the gap, how sure it is, and from how many.

    The mean of the latest ten role-plays minus the mean of the latest ten live calls, in points,
    over the reps who have at least three of each. Large and positive: it works in practice and
    does not arrive on calls yet.
    """
    services = prepared_services()
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        reps = [person_named(rep, organisation)] if rep else list(organisation.people)
        ids = [p.id for p in reps if p.role is Role.REP]
        found = gaps(seen_by_skill(ids, list(services.skills), tx))
    if as_json:
        print_json(
            {skill: {"known": isinstance(gap, Gap), **_plain(gap)} for skill, gap in found.items()}
        )
    elif not found:
        say("No role-play was scored yet, so there is nothing to compare.")
    for skill, gap in found.items() if not as_json else ():
        say(_words(gap_line(gap, services.skills[skill].name), services))


def _plain(gap: object) -> dict[str, object]:
    names = ("points", "standard_error", "interval", "plays", "live_calls", "reps")
    return {name: getattr(gap, name) for name in names if hasattr(gap, name)}


def _words(what: Phrase, services: Services) -> str:
    return services.speech.words("en").say(what)
