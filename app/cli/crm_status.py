"""``reploop crm status`` and ``export``: how each CRM stands, and figures as files."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from app.cli.files import named_path
from app.cli.opening import prepared_services
from app.cli.output import FAILED, Json, errors, print_json, print_table, say
from domain import wording
from jobs.crm_status import CrmStatus, crm_statuses
from jobs.skill_history import skill_history
from web.csv_text import csv_bytes

export = typer.Typer(help="Figures as files, for CRMs that cannot hold them.", no_args_is_help=True)
LONGEST_WEEKS = 260


def crm_status(as_json: Json = False) -> None:
    """How each CRM stands: connected, mapped, provisioned, last written, what waits or failed."""
    found = crm_statuses(prepared_services())
    if as_json:
        print_json(found)
    elif not found:
        say("No CRM is configured; see docs/integrations/ and .env.example.")
    else:
        columns = (
            "CRM", "connected", "fields", "provisioned", "last write", "due", "waiting",
            "refused (7 days)", "failed", "brake", "last look at deals",
        )  # fmt: skip
        print_table("CRM", columns, [_row(each) for each in found])
        for each in found:
            _what_to_do(each)
    if not all(each.well for each in found):
        raise typer.Exit(FAILED)


def _row(status: CrmStatus) -> tuple[object, ...]:
    provisioned = {True: "yes", False: "no", None: "not known"}[status.provisioned]
    return (
        wording.crm_name(status.crm), "yes" if status.connected else "no", status.fields,
        provisioned, _moment(status.last_write), status.due, status.waiting, status.refused,
        status.failed, _brake(status), _moment(status.last_pull),
    )  # fmt: skip


def _brake(status: CrmStatus) -> str:
    if status.stopped:
        return "stopped"
    return "free" if status.begun else "not begun"


def _moment(at: datetime | None) -> str:
    return "–" if at is None else f"{at:%Y-%m-%d %H:%M} UTC"


def _what_to_do(status: CrmStatus) -> None:
    name = wording.crm_name(status.crm)
    if status.problem:
        say(f"{name}: {status.problem}")
    if status.missing:
        say(f"{name}: {status.missing} `reploop crm provision` creates what can be created.")
    if status.stopped:
        say(
            f"{name} is stopped: too many records would have been changed within an hour. Look at "
            f"`reploop crm changes`, then `reploop crm resume {status.crm}`, or roll back."
        )
    if status.limited_until is not None:
        say(
            f"{name} named a limit: it is left alone until {_moment(status.limited_until)}, then "
            "everything goes on by itself. If it was raised, "
            f"`reploop crm pull --crm {status.crm}` ends the wait."
        )
    if not status.begun:
        say(
            f"Nothing is written to {name} yet: `reploop crm plan`, then `reploop crm push` begins."
        )
    if status.waiting:
        say(f"{name}: `reploop crm waiting` shows what waits for approval.")
    if status.failed and status.begun:
        say(f"{name}: `reploop dead list` says why records failed.")


@export.command("skills", epilog="Example:  reploop crm export skills --out skills.csv")
def export_skills(
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", parser=named_path, help="The CSV to write.")
    ],
    weeks: Annotated[int, typer.Option(min=1, max=LONGEST_WEEKS, help="How many weeks back.")] = 52,
    force: Annotated[bool, typer.Option("--force", help="Write over a file.")] = False,
) -> None:
    """Write every rep's level in every skill, week by week: what skill snapshots hold elsewhere.

    Levels 0-100 with their 90 % range, the calls behind them and the tier, as they were known
    at the end of each week. Weeks in which too few calls stood behind a level are left out.
    """
    if out.exists() and not force:
        raise typer.BadParameter(f"{out} is there already; --force writes over it",
                                 param_hint="--out")  # fmt: skip
    if not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.parent}", param_hint="--out")
    services = prepared_services()
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
        bar = progress.add_task("Replaying weeks", total=None)

        def told(done: int, of: int) -> None:
            progress.update(bar, completed=done, total=of)

        rows = list(skill_history(services, weeks=weeks, progress=told))
    out.write_bytes(csv_bytes(rows))
    say(f"{len(rows) - 1} rows in {out}.")
