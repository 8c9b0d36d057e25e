"""``reploop crm``: what Reploop writes to a CRM, before, while and after it does."""

from collections.abc import Mapping, Sequence

import typer

from app.cli import (
    crm_approvals,
    crm_changes,
    crm_package,
    crm_people,
    crm_plan,
    crm_pull,
    crm_push,
    crm_status,
)
from app.cli.opening import prepared_services
from app.cli.output import FAILED, Json, print_json, say
from domain.crm import ProvisionReport
from domain.wording import count
from jobs.provision import provision_all

crm = typer.Typer(
    help="CRM: fields, what would be written, what was, and taking it back.",
    no_args_is_help=True,
)


@crm.command("provision", epilog="Example:  reploop crm provision")
def crm_provision(as_json: Json = False) -> None:
    """Create the objects and fields that are missing in each CRM; safe to repeat."""
    reports = provision_all(prepared_services())
    if as_json:
        print_json(reports)
    elif not reports:
        say("No CRM is configured; see docs/integrations/ and .env.example.")
    else:
        for slug, report in reports.items():
            _show(slug, report)
    if any(report.failed for report in reports.values()):
        raise typer.Exit(FAILED)


def _show(slug: str, report: ProvisionReport) -> None:
    say(f"{slug}: {len(report.created)} created, {len(report.present)} were there.")
    for why, names in _by_reason(report.failed).items():
        say(f"  could not create {', '.join(names)}: {why}")
    if report.not_held:
        say(f"  stays in Reploop, since {slug} cannot hold it: {', '.join(report.not_held)}.")
    if report.due_again:
        say(f"  {count(report.due_again, 'record')} that a missing field had stopped: due again.")


def _by_reason(failed: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for name, why in failed.items():
        found.setdefault(why, []).append(name)
    return found


crm.command("plan", epilog="Example:  reploop crm plan --crm salesforce")(crm_plan.crm_plan)
crm.command("push", epilog="Example:  reploop crm push")(crm_push.crm_push)
crm.command("resume", epilog="Example:  reploop crm resume hubspot")(crm_push.crm_resume)
crm.command("changes", epilog="Example:  reploop crm changes --limit 5")(crm_changes.crm_changes)
crm.command("rollback", epilog="Example:  reploop crm rollback push-01a2…")(
    crm_changes.crm_rollback
)
crm.command("waiting", epilog="Example:  reploop crm waiting")(crm_approvals.crm_waiting)
crm.command("approve", epilog="Example:  reploop crm approve 01a2…")(crm_approvals.crm_approve)
crm.command("decline", epilog="Example:  reploop crm decline 01a2…")(crm_approvals.crm_decline)
crm.command("pull", epilog="Example:  reploop crm pull --full")(crm_pull.crm_pull)
crm.command("package", epilog="Example:  reploop crm package salesforce --out package")(
    crm_package.crm_package
)
crm.command("people", epilog="Example:  reploop crm people salesforce")(crm_people.crm_people)
crm.command("status", epilog="Example:  reploop crm status")(crm_status.crm_status)
crm.add_typer(crm_status.export, name="export")
