"""What operators and RevOps do: calls, the outbox, dead letters, CRM fields and undo."""

from typing import Annotated

import typer
from jobs.provision import provision_all
from jobs.undo_crm import undo_change_set

from app.cli.output import FAILED, Json, console, print_json, print_table, speaks_plainly
from app.services import prepared_services
from domain.calls import CallId, CallState
from domain.deals import ChangeSetId
from domain.effects import EffectId, EffectState, Queue
from domain.errors import NotVisible
from domain.ports import CallFilter
from domain.webhooks import DeliveryState
from jobs.corrections import delete_call, rescore_call
from jobs.work import work_off

BROKEN = (DeliveryState.DEAD, DeliveryState.QUARANTINED)

calls = typer.Typer(help="Calls and what became of them.", no_args_is_help=True)
dead = typer.Typer(help="What could not be done, and doing it again.", no_args_is_help=True)
crm = typer.Typer(help="CRM fields and what was written to them.", no_args_is_help=True)


@calls.command("list")
@speaks_plainly
def calls_list(
    state: Annotated[CallState | None, typer.Option(help="Only calls in this state.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 50,
    as_json: Json = False,
) -> None:
    """Calls, newest first, with the reason of those that were not scored."""
    services = prepared_services()
    with services.database.read() as tx:
        found = tx.calls.list(CallFilter(states=(state,) if state else (), limit=limit))
    if as_json:
        print_json(found)
        return
    rows = [
        (
            c.id,
            f"{c.started_at:%Y-%m-%d %H:%M}",
            c.rep_id or "–",
            c.state.value,
            (c.not_scorable.value if c.not_scorable else c.error) or "",
        )
        for c in found
    ]
    print_table("Calls", ("call", "started (UTC)", "rep", "state", "why not scored"), rows)


@calls.command("delete")
@speaks_plainly
def calls_delete(call_id: str, yes: Annotated[bool, typer.Option("--yes")] = False) -> None:
    """Remove a call's words and scores; profile and CRM become as if it had never been."""
    if not yes:
        typer.confirm(f"Delete call {call_id}? Its transcript cannot be brought back", abort=True)
    delete_call(CallId(call_id), prepared_services())
    console.print("Deleted.")


@calls.command("rescore")
@speaks_plainly
def calls_rescore(call_id: str) -> None:
    """Score a call again under the present grader and rubric; the new result supersedes."""
    services = prepared_services()
    rescore_call(CallId(call_id), services)
    work_off(Queue.SCORE, services)
    console.print("Scored again.")


@dead.command("list")
@speaks_plainly
def dead_list(as_json: Json = False) -> None:
    """Effects that were parked or given up, and deliveries that could not be read."""
    services = prepared_services()
    with services.database.read() as tx:
        effects = tx.outbox.list(states=(EffectState.DEAD, EffectState.PARKED), limit=200)
        deliveries = tx.deliveries.list(states=BROKEN, limit=200)
    if as_json:
        print_json({"effects": effects, "deliveries": deliveries})
        return
    rows = [(e.id, e.effect.kind.value, e.state.value, e.error or "") for e in effects]
    print_table("Effects", ("id", "kind", "state", "error"), rows)
    print_table(
        "Deliveries",
        ("provider", "key", "state", "error"),
        [(d.delivery.provider, d.delivery.key, d.state, d.error or "") for d in deliveries],
    )


@dead.command("replay")
@speaks_plainly
def dead_replay(
    effect_id: Annotated[int | None, typer.Argument(help="An effect; default: all.")] = None,
) -> None:
    """Make parked and dead effects and deliveries due again."""
    services = prepared_services()
    with services.database.write() as tx:
        if effect_id is not None:
            if not tx.outbox.replay(EffectId(effect_id)):
                raise NotVisible(f"there is no parked, skipped or dead effect {effect_id}")
            again = 1
        else:
            effects = tx.outbox.list(states=(EffectState.DEAD, EffectState.PARKED), limit=1000)
            letters = tx.deliveries.list(states=BROKEN, limit=1000)
            again = sum(tx.outbox.replay(e.id) for e in effects)
            again += sum(tx.deliveries.replay(d.delivery.provider, d.delivery.key) for d in letters)
    services.queue.ring(*Queue)
    console.print(f"{again} due again.")


@crm.command("provision")
@speaks_plainly
def crm_provision(as_json: Json = False) -> None:
    """Create the fields that are missing in each CRM; safe to repeat."""
    reports = provision_all(prepared_services())
    if as_json:
        print_json(reports)
    else:
        for slug, report in reports.items():
            console.print(
                f"{slug}: {len(report.created)} created, {len(report.present)} were there"
            )
            for name, remedy in report.failed.items():
                console.print(f"  could not create {name}: {remedy}", markup=False)
        if not reports:
            console.print("No CRM is configured; see .env.example.")
    if any(report.failed for report in reports.values()):
        raise typer.Exit(FAILED)


@crm.command("changes")
@speaks_plainly
def crm_changes(
    limit: Annotated[int, typer.Option(min=1, max=500)] = 20, as_json: Json = False
) -> None:
    """What Reploop wrote on deals, newest first."""
    with prepared_services().database.read() as tx:
        found = tx.deals.change_sets(limit=limit)
    if as_json:
        print_json(found)
        return
    rows = [
        (c.id, f"{c.at:%Y-%m-%d %H:%M}", w.deal.crm, w.deal.id, w.field, w.old, w.new, w.state)
        for c in found
        for w in c.writes
    ]
    print_table(
        "Changes", ("change set", "at (UTC)", "crm", "deal", "field", "old", "new", "state"), rows
    )


@crm.command("undo")
@speaks_plainly
def crm_undo(change_set: str, as_json: Json = False) -> None:
    """Put back what stood there before a change set, except where a person wrote since."""
    done = undo_change_set(prepared_services(), ChangeSetId(change_set))
    if as_json:
        print_json(done)
        return
    rows = [(w.deal.id, w.field, w.old, w.new, w.state.value) for w in done.writes]
    print_table("Undone", ("deal", "field", "was", "is", "state"), rows)
