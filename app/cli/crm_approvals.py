"""``reploop crm waiting``, ``approve`` and ``decline``: changes that need a person's word."""

from collections.abc import Mapping
from typing import Annotated

import typer

from app.cli.crm_changes import named, short, where_from
from app.cli.opening import operator, prepared_services
from app.cli.output import Json, print_json, print_table, say
from domain.changes import Approval, ApprovalState, RecordRef
from domain.wording import count
from jobs.crm_approve import decide_change

ChangeId = Annotated[
    list[str], typer.Argument(metavar="CHANGE...", help="As `reploop crm waiting` shows them.")
]


def crm_waiting(as_json: Json = False) -> None:
    """Changes that wait for approval, oldest first."""
    services = prepared_services()
    with services.database.read() as tx:
        kept = tx.changes.waiting()
        names = {approval.record: named(tx, approval.record) for approval in kept}
    found = list(kept)  # whole: nobody should approve what they cannot read
    if as_json:
        print_json(found)
    elif not found:
        say("Nothing waits for approval.")
    else:
        columns = ("change", "record", "field", "stands", "would be", "from")
        print_table("Waiting for approval", columns, [_row(each, names) for each in found], whole=1)
        say("`reploop crm approve CHANGE…` or `reploop crm decline CHANGE…` decides.")


def _row(approval: Approval, names: Mapping[RecordRef, str]) -> tuple[str, ...]:
    values = (short(approval.old), short(approval.new))
    return (
        approval.id,
        names[approval.record],
        approval.field,
        *values,
        where_from(approval.provenance),
    )


def crm_approve(change: ChangeId, as_json: Json = False) -> None:
    """Let changes be written, if they still say the same when they are."""
    _decide(change, ApprovalState.APPROVED, as_json=as_json)


def crm_decline(change: ChangeId, as_json: Json = False) -> None:
    """Keep changes from being written; the same value is not asked about again."""
    _decide(change, ApprovalState.DECLINED, as_json=as_json)


def _decide(changes: list[str], state: ApprovalState, *, as_json: bool) -> None:
    services = prepared_services()
    done = [decide_change(each, state, services, by=operator()) for each in changes]
    if as_json:
        print_json(done)
    else:
        approved = state is ApprovalState.APPROVED
        then = " The worker writes next, or `reploop crm push`." if approved else ""
        say(f"{count(len(done), 'change')} {state.value}.{then}")
