"""``reploop crm changes`` and ``rollback``: what was written, and taking it back."""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated

import typer
from rich.progress import Progress

from app.cli.opening import operator, prepared_services
from app.cli.output import Json, errors, print_json, print_table, say
from domain.changes import ChangeSet, FieldWrite, Provenance, RecordRef, WriteState
from domain.crm import FieldValue, RecordKind
from domain.deals import DealRef
from domain.ports import Stores
from jobs.crm_shown import without_words
from jobs.roll_back import roll_back

SHOWN_CHARS = 60
SHOWN_ROWS = 30
MOST = 500
STATES = {
    WriteState.WRITTEN: "written",
    WriteState.UNCHANGED: "as it was",
    WriteState.KEPT_HUMAN: "kept: a person's",
    WriteState.RESTORED: "a person's, put back",
    WriteState.WAITING: "waits for approval",
    WriteState.THEIRS: "theirs: not written",
    WriteState.REFUSED: "refused",
}
STOOD = (WriteState.KEPT_HUMAN, WriteState.REFUSED, WriteState.WAITING, WriteState.THEIRS)
"""Ends at which what stood there stands still."""


def crm_changes(
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="How many change sets at most.")] = 20,
    crm: Annotated[str | None, typer.Option(help="Only of this CRM.")] = None,
    as_json: Json = False,
) -> None:
    """What Reploop wrote, newest first, and from which call; that words changed, not the words."""
    services = prepared_services()
    with services.database.read() as tx:
        kept = tx.changes.list(limit=limit, crm=crm)
        records = {write.record for change_set in kept for write in change_set.writes}
        names = {record: named(tx, record) for record in records}
    found = [without_words(change_set, services.crm_fields) for change_set in kept]
    if as_json:
        print_json(found)
        return
    if not found:
        say("Nothing was written to a CRM yet.")
        return
    for change_set in found:
        _show_change_set(change_set, names)
    if len(found) == limit:
        say(f"There may be more: `--limit` shows up to {MOST}.")


def named(tx: Stores, record: RecordRef) -> str:
    """A record as a person knows it: a deal by its name too."""
    said = f"{record.crm} {record.kind} {record.id}"
    deal = None
    if record.kind is RecordKind.DEAL:
        deal = tx.deals.get(DealRef(record.crm, record.id))
    return said if deal is None else f"{deal.name} · {said}"


def _show_change_set(change_set: ChangeSet, names: Mapping[RecordRef, str]) -> None:
    """A heading with what rolling back needs, then a row a field."""
    records = sorted({names[write.record] for write in change_set.writes})
    parts = [f"{change_set.at:%Y-%m-%d %H:%M} UTC", ", ".join(records), str(change_set.id)]
    if change_set.undoes is not None:
        parts.append(f"rolls back {change_set.undoes}")
    elif change_set.run is not None:
        parts.append(change_set.run)
    rows = [
        (w.field, short(w.old), _is(w), state_of(w), where_from(w.provenance))
        for w in change_set.writes
    ]
    print_table(" · ".join(parts), ("field", "was", "is", "state", "from"), rows)


def _is(write: FieldWrite) -> str:
    """What stood there afterwards."""
    return short(write.old if write.state in STOOD else write.new)


def state_of(write: FieldWrite) -> str:
    """What became of a field, with the reason where one is known."""
    said = STATES.get(write.state, str(write.state))
    return f"{said}: {write.detail}" if write.detail else said


def where_from(proof: Provenance | None) -> str:
    """A value's provenance on one line of a table."""
    if proof is None:
        return "–"
    turns = f", turn {', '.join(map(str, proof.turns))}" if proof.turns else ""
    call = f"call {proof.call_id}{turns}" if proof.call_id else ""
    return " · ".join(part for part in (call, proof.rubric, proof.reader) if part) or "–"


def short(value: FieldValue) -> str:
    """A value on one line of a table; ``--json`` has it whole."""
    if value is None or value == "":
        return "–"
    line = " ".join(f"{value:g}".split() if isinstance(value, float) else str(value).split())
    return line if len(line) <= SHOWN_CHARS else f"{line[: SHOWN_CHARS - 1]}…"


def crm_rollback(
    change_set: Annotated[
        str,
        typer.Argument(
            metavar="CHANGE_SET",
            help="A change set or a whole push, as `reploop crm changes` shows.",
        ),
    ],
    as_json: Json = False,
) -> None:
    """Put back what stood there before, except where a person wrote since, and say so.

    The same values are not written again afterwards; news from a later call is. To stop a
    field for good, take it out of config/crm_fields.yaml.
    """
    services = prepared_services()
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
        bar = progress.add_task("Rolling back", total=None)

        def told(done: int, of: int) -> None:
            progress.update(bar, completed=done, total=of)

        undone = roll_back(services, change_set, by=operator(), progress=told)
    done = [without_words(each, services.crm_fields) for each in undone]
    if as_json:
        print_json(done)
        return
    writes = [write for each in done for write in each.writes]
    rows = [(w.record.id, w.field, short(w.old), _is(w), state_of(w)) for w in writes]
    print_table("Rolled back", ("record", "field", "was", "is", "state"), rows[:SHOWN_ROWS])
    if len(rows) > SHOWN_ROWS:
        say(f"… and {len(rows) - SHOWN_ROWS} more; `--json` has them all.")
    states = Counter(write.state for write in writes)
    kept = states[WriteState.KEPT_HUMAN] + states[WriteState.RESTORED]
    say(
        f"{states[WriteState.WRITTEN]} fields put back, {kept} left as people wrote them since, "
        f"{states[WriteState.UNCHANGED]} as before already, "
        f"{states[WriteState.REFUSED]} not possible."
    )
    if states[WriteState.WRITTEN] and undone[0].run:
        say(f"To undo that: `reploop crm rollback {undone[0].run}`; deleted records stay deleted.")
