"""``reploop crm push`` and ``resume``: writing now, and letting writing go on."""

from typing import Annotated

import typer
from rich.progress import Progress

from app.cli.crm_plan import Crms
from app.cli.opening import operator, prepared_services
from app.cli.output import FAILED, Json, errors, print_json, say
from domain.wording import count, without_class
from jobs.crm_brake import release
from jobs.crm_push import Pushed, push

WORDS = {
    "written": "written", "kept_human": "kept as people wrote them", "waiting": "wait for approval",
    "restored": "put back for people who wrote meanwhile", "refused": "refused",
}  # fmt: skip
Limit = Annotated[
    int | None,
    typer.Option(min=1, help="Records that may be changed before somebody has to look."),
]


def crm_push(
    crm: Crms = None,
    limit: Limit = None,
    wait: Annotated[
        float,
        typer.Option(min=0, metavar="SECONDS", help="How long to wait for the CRM's limits."),
    ] = 600.0,
    as_json: Json = False,
) -> None:
    """Bring every deal, call and snapshot in the CRM up to date now, as one run.

    What people wrote stays. The run can be rolled back as one. It may be stopped and
    repeated: what was not done stays due, and the worker goes on with it.
    """
    services = prepared_services()
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
        bar = progress.add_task("Writing to the CRM", total=None)

        def told(done: int, of: int) -> None:
            progress.update(bar, completed=done, total=of)

        done = push(services, crms=tuple(crm or ()), limit=limit, patience_s=wait, progress=told)
    if as_json:
        print_json(done)
    else:
        _show(done)
    if done.ends.get("dead") or done.ends.get("parked"):
        raise typer.Exit(FAILED)


def _show(done: Pushed) -> None:
    if not done.deals:
        say("No scored call is linked to a deal yet: there is nothing to write.")
        return
    fields = ", ".join(f"{n} {WORDS.get(state, state)}" for state, n in done.fields.items())
    looked = f"{count(done.deals, 'deal')} and {count(done.calls, 'call')} looked at"
    say(f"{looked}, {count(done.changed, 'record')} changed. Fields: {fields or 'none'}.")
    for why, number in done.errors.items():
        say(f"  {count(number, 'record')} not written: {without_class(why)}")
    if done.ends.get("pending"):
        say(f"  {done.ends['pending']} wait and are tried again by the worker, or with a push.")
    if done.changed:
        say(f"Take it all back with `reploop crm rollback {done.run}`.")


def crm_resume(
    crm: Annotated[str, typer.Argument(metavar="CRM", help="As in `reploop crm changes`.")],
    limit: Limit = None,
    as_json: Json = False,
) -> None:
    """Let writing to a CRM go on after it was stopped for changing too many records."""
    services = prepared_services()
    waiting = release(crm, limit, services, by=operator())
    if as_json:
        print_json({"crm": crm, "waiting": waiting})
    else:
        records = count(waiting, "record")
        then = " The worker writes them, or `reploop crm push`." if waiting else ""
        say(f"{crm} is written to again; {records} waited.{then}")
