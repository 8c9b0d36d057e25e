"""``reploop crm pull``: what became of the deals, asked of each CRM now."""

import time
from collections.abc import Callable, Sequence
from typing import Annotated

import typer
from rich.progress import Progress, TaskID

from app.cli.backfill import ended_like_ctrl_c
from app.cli.opening import prepared_services
from app.cli.output import FAILED, Json, errors, note, print_json, print_table, say
from domain.deal_looks import LookCounts
from domain.effects import EffectState
from domain.errors import NotVisible
from domain.wording import without_class
from jobs.pull_now import PullStanding, ask_for_pulls, pull_standing, work_on_pulls
from jobs.services import Services

POLL_S = 0.3
COLUMNS = ("crm", "new", "changed", "moved", "won", "lost", "re-opened", "gone", "merged", "next")


def crm_pull(
    crm: Annotated[
        str | None, typer.Option(metavar="SLUG", help="Only this CRM, such as `hubspot`.")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Look at all deals, not only at those that changed.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Look for what became of the deals now; it happens every night by itself.

    May be stopped at any time: the next pull goes on where this one was.
    """
    services = prepared_services()
    if crm is not None and crm not in services.crms:
        connected = ", ".join(services.crms) or "none"
        raise NotVisible(f"{crm} is not connected; connected: {connected}")
    slugs = [crm] if crm is not None else list(services.crms)
    with ended_like_ctrl_c():
        found = pulled(slugs, services, full=full)
    report(found, as_json=as_json)


def report(found: Sequence[PullStanding], *, as_json: bool) -> None:
    """Say what the pulls have found; ends with ``FAILED`` if one has not ended well."""
    if as_json:
        print_json(found)
    elif not found:
        say("No CRM is configured; see docs/integrations/ and .env.example.")
    else:
        print_table("Deals", COLUMNS, [_row(one) for one in found])
    for one in found:
        if one.error is not None:
            note(f"{one.crm}: {without_class(one.error)}")
    if any(one.state is not EffectState.SENT for one in found):
        raise typer.Exit(FAILED)


def pulled(
    slugs: Sequence[str],
    services: Services,
    *,
    full: bool,
    sleep: Callable[[float], None] = time.sleep,
) -> Sequence[PullStanding]:
    """Ask for these pulls and see them through; a worker may do some of the work."""
    asked = ask_for_pulls(slugs, services, full=full)
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
        bars = {slug: progress.add_task(slug, total=None) for slug in slugs}
        while True:
            worked = work_on_pulls(services)
            found = [pull_standing(pull, services) for pull in asked.values()]
            for one in found:
                _show(progress, bars[one.crm], one)
            if not any(one.open for one in found):
                return found
            if not worked:
                sleep(POLL_S)


def _show(progress: Progress, bar: TaskID, one: PullStanding) -> None:
    if one.look is not None:
        said = f"{one.crm}: {one.look.counts.read} deals read ({one.look.phase})"
        progress.update(bar, description=said, total=1, completed=0 if one.open else 1)


def _row(one: PullStanding) -> tuple[object, ...]:
    c = one.look.counts if one.look else LookCounts()
    figures = (c.new, c.changed, c.moved, c.won, c.lost, c.reopened, c.gone, c.merged)
    return (one.crm, *figures, f"{one.next_at:%Y-%m-%d %H:%M} UTC")
