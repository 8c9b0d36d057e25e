"""``reploop crm plan``: the diff that a push would make."""

from collections import Counter
from typing import Annotated

import typer
from rich.progress import Progress

from app.cli.crm_changes import short, where_from
from app.cli.opening import prepared_services
from app.cli.output import Json, errors, print_json, print_table, say
from domain.changes import FieldWrite, WriteState
from domain.crm import RecordKind
from domain.wording import count
from jobs.crm_compare import is_to_send
from jobs.crm_plan import Beside, PlannedDeal, beside_deals, plan
from jobs.crm_shown import without_words_of

SAID = {
    WriteState.WRITTEN: "to write",
    WriteState.KEPT_HUMAN: "kept: a person's",
    WriteState.WAITING: "to write once approved",
    WriteState.THEIRS: "theirs: not written",
}
TAKEN_OVER = "as it should be already"
NOUNS = {RecordKind.CALL: "call", RecordKind.SNAPSHOT: "skill snapshot"}
Crms = Annotated[
    list[str] | None, typer.Option("--crm", help="Only this CRM; may be given several times.")
]


def crm_plan(
    crm: Crms = None,
    deal: Annotated[str | None, typer.Option(help="Only this deal, by the CRM's id.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Deals shown at most.")] = 50,
    as_json: Json = False,
) -> None:
    """What a push would write: rows, fields, old, new, and where each value comes from.

    Reads the CRM and writes nothing, there or here. Words of calls are not shown; that they
    would change is. Deals are shown field by field; calls and skill snapshots are counted.
    """
    services = prepared_services()
    deals: list[PlannedDeal] = []
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
        bar = progress.add_task("Reading the CRM", total=None)

        def told(done: int, of: int) -> None:
            progress.update(bar, completed=done, total=of)

        for planned in plan(services, crms=tuple(crm or ()), deal_id=deal, progress=told):
            writes = without_words_of(planned.writes, services.crm_fields)
            deals.append(
                PlannedDeal(record=planned.record, name=planned.name, writes=writes,
                            gone=planned.gone, waits=planned.waits)
            )  # fmt: skip
    if as_json:
        print_json([planned for planned in deals if planned.differs])
        return
    shown = [planned for planned in deals if planned.differs]
    for planned in shown[:limit]:
        _show(planned)
    _sum_up(deals, len(shown), limit)
    beside = [] if deal is not None else beside_deals(services, tuple(crm or ()))
    for each in beside:
        _show_beside(each)
    to_do = (WriteState.WRITTEN, WriteState.WAITING)
    ours = any(write.state in to_do for planned in shown for write in planned.shown)
    if ours or any(each.new for each in beside):
        say("Nothing was written. `reploop crm push` writes what is to be written.")
    elif deals:
        say("Nothing was written, and there is nothing to write.")


def _show(planned: PlannedDeal) -> None:
    title = f"{planned.name} · {planned.record.crm} {planned.record.id}"
    if planned.gone or planned.waits:
        say(f"{title}: {'gone from the CRM' if planned.gone else planned.waits}")
        return
    rows = [
        (w.field, _stands(w), short(w.new), _happens(w), where_from(w.provenance))
        for w in planned.shown
    ]
    print_table(title, ("field", "stands", "would be", "what happens", "from"), rows)


def _stands(write: FieldWrite) -> str:
    """What stands in the CRM now; a value that is taken over is there already."""
    return short(write.new if _happens(write) == TAKEN_OVER else write.old)


def _happens(write: FieldWrite) -> str:
    """What a push would do with a field."""
    if write.state is WriteState.WRITTEN and not is_to_send(write):
        return TAKEN_OVER
    return SAID.get(write.state, write.state)


def _sum_up(deals: list[PlannedDeal], differing: int, limit: int) -> None:
    if not deals:
        say("No scored call is linked to a deal yet: there is nothing to write.")
        return
    states = Counter(_happens(write) for planned in deals for write in planned.shown)
    fields = ", ".join(f"{number} {state}" for state, number in states.items())
    more = f" The first {limit} are shown." if differing > limit else ""
    told = f"{differing} with something to tell" if differing else "all as they should be"
    of = f" Fields: {fields}." if fields else ""
    say(f"{count(len(deals), 'deal')}, {told}.{of}{more}")


def _show_beside(beside: Beside) -> None:
    """How many records a push looks at beside deals; only the CRM knows which of them differ."""
    if beside.records:
        records = count(beside.records, NOUNS[beside.kind])
        new = f"{beside.new} new there" if beside.new else "none new there"
        say(f"A push also looks at {records} at {beside.crm}, {new}.")
