"""``reploop crm``: Reploop's fields in the CRM, what was written to them, and undoing it."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from app.cli.crm_pull import crm_pull
from app.cli.opening import operator, prepared_services
from app.cli.output import FAILED, Json, print_json, print_table, say
from domain.deals import ChangeSet, ChangeSetId, FieldValue
from jobs.crm_shown import without_words
from jobs.provision import provision_all
from jobs.undo_crm import undo_change_set

SHOWN_CHARS = 60

crm = typer.Typer(help="CRM fields and what was written to them.", no_args_is_help=True)
crm.command("pull", epilog="Example:  reploop crm pull --full")(crm_pull)


@crm.command("provision", epilog="Example:  reploop crm provision")
def crm_provision(as_json: Json = False) -> None:
    """Create the fields that are missing in each CRM; safe to repeat."""
    reports = provision_all(prepared_services())
    if as_json:
        print_json(reports)
    elif not reports:
        say("No CRM is configured; see docs/integrations/ and .env.example.")
    else:
        for slug, report in reports.items():
            say(f"{slug}: {len(report.created)} created, {len(report.present)} were there.")
            for why, names in _by_reason(report.failed).items():
                say(f"  could not create {', '.join(names)}: {why}")
    if any(report.failed for report in reports.values()):
        raise typer.Exit(FAILED)


def _by_reason(failed: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for name, why in failed.items():
        found.setdefault(why, []).append(name)
    return found


@crm.command("changes", epilog="Example:  reploop crm changes --limit 5")
def crm_changes(
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many change sets at most.")] = 20,
    as_json: Json = False,
) -> None:
    """What Reploop wrote on deals, newest first; that words changed, not the words."""
    services = prepared_services()
    with services.database.read() as tx:
        kept = tx.deals.change_sets(limit=limit)
    found = [without_words(change_set, services.crm_fields) for change_set in kept]
    if as_json:
        print_json(found)
        return
    if not found:
        say("Nothing was written to a CRM yet.")
        return
    for change_set in found:
        _show_change_set(change_set)


def _show_change_set(change_set: ChangeSet) -> None:
    """A heading with what undoing needs, then a row a field."""
    deals = sorted({f"{write.deal.crm} {write.deal.id}" for write in change_set.writes})
    title = f"{change_set.at:%Y-%m-%d %H:%M} UTC · {', '.join(deals)} · {change_set.id}"
    rows = [(w.field, short(w.old), short(w.new), w.state) for w in change_set.writes]
    print_table(title, ("field", "was", "is", "state"), rows)


def short(value: FieldValue) -> str:
    """A value on one line of a table; ``--json`` has it whole."""
    if value is None or value == "":
        return "–"
    line = " ".join(f"{value:g}".split() if isinstance(value, float) else str(value).split())
    return line if len(line) <= SHOWN_CHARS else f"{line[: SHOWN_CHARS - 1]}…"


@crm.command("undo", epilog="Example:  reploop crm undo 01a2…")
def crm_undo(
    change_set: Annotated[
        str, typer.Argument(metavar="CHANGE_SET", help="As `reploop crm changes` shows it.")
    ],
    as_json: Json = False,
) -> None:
    """Put back what stood there before a change set, except where a person wrote since."""
    services = prepared_services()
    undone = undo_change_set(services, ChangeSetId(change_set), by=operator())
    done = without_words(undone, services.crm_fields)
    if as_json:
        print_json(done)
        return
    rows = [(w.deal.id, w.field, short(w.old), short(w.new), w.state) for w in done.writes]
    print_table("Undone", ("deal", "field", "was", "is", "state"), rows)
