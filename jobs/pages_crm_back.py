"""The pages of a rolling back: what would be put back, and what was."""

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.visibility import sees_crm
from domain.changes import FieldWrite, RecordRef, WriteState
from domain.effects import EffectState
from domain.errors import IntegrationError, NotVisible
from domain.people import Person
from domain.ports import Stores
from domain.wording import without_class
from jobs.pages_access import audit
from jobs.pages_crm_shown import Names, ShownWrite, counted
from jobs.roll_back_asked import ask_rollback
from jobs.roll_back_fields import backs_of
from jobs.roll_back_later import rollback_key
from jobs.roll_back_plan import RollbackPlan, plan_rollback
from jobs.roll_back_records import named
from jobs.services import Services

ROWS_SHOWN = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class BackPage:
    """What rolling back would do, for whoever confirms it."""

    viewer: Person
    plan: RollbackPlan | None
    """``None``: the CRM could not be asked; ``problem`` says why."""
    counts: Mapping[WriteState, int]
    writes: tuple[ShownWrite, ...]
    cut: int
    """Rows that are not shown."""
    goes: frozenset[RecordRef]
    name: str
    once: str
    """Of the form: sent twice, it is done once."""
    under_way: bool
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackDonePage:
    """How a rolling back stands."""

    viewer: Person
    name: str
    state: EffectState
    records: int
    """How many are to be rolled back, and…"""
    done: int
    """…how many of them are."""
    counts: Mapping[WriteState, int]
    writes: tuple[ShownWrite, ...]
    cut: int
    undo_id: str
    problem: str


def back_page(viewer: Person, name: str, services: Services) -> BackPage:
    """What would be put back now, asked of the CRM. The look is audited.

    Raises ``NotVisible``: not the viewer's, or there is no such change set or push.
    """
    _allowed(viewer, "read_crm_rollback", name, services)
    problem, plan = "", None
    try:
        plan = plan_rollback(services, name)
    except IntegrationError as error:
        problem = error.detail
    writes = plan.writes if plan else ()
    with services.database.read() as tx:
        row = tx.outbox.get(rollback_key(name))
        names = Names(tx, tx.people.organisation(), services)
        shown = names.writes(_worth_most(writes))
    return BackPage(
        viewer=viewer, plan=plan, counts=counted(writes), writes=shown,
        cut=len(writes) - len(shown), goes=plan.goes if plan else frozenset(), name=name,
        once=services.new_id(),
        under_way=row is not None and row.state is EffectState.PENDING, problem=problem,
    )  # fmt: skip


def ask_back(viewer: Person, name: str, once: str, services: Services) -> None:
    """Roll it back, as the confirmed form says. Audited. Raises ``NotVisible``."""
    _allowed(viewer, "crm.rollback_asked", name, services, note=False)
    ask_rollback(name, once, viewer, services)


def done_page(viewer: Person, name: str, services: Services) -> BackDonePage:
    """How the latest rolling back of this name stands. The look is audited.

    Raises ``NotVisible``: not the viewer's, or nothing was rolled back from a page.
    """
    _allowed(viewer, "read_crm_rollback", name, services)
    with services.database.read() as tx:
        row = tx.outbox.get(rollback_key(name))
        if row is None:
            raise NotVisible(f"{name} was not rolled back")
        undo_id = row.effect.payload["undo"]
        writes, done = _undone(undo_id, tx)
        names = Names(tx, tx.people.organisation(), services)
        shown = names.writes(_worth_most(writes))
    return BackDonePage(
        viewer=viewer, name=name, state=row.state, records=len(backs_of(named(name, services))),
        done=done, counts=counted(writes), writes=shown, cut=len(writes) - len(shown),
        undo_id=undo_id, problem=without_class(row.error or ""),
    )  # fmt: skip


def _undone(undo_id: str, tx: Stores) -> tuple[tuple[FieldWrite, ...], int]:
    sets = tx.changes.of_run(undo_id)
    return tuple(write for each in sets for write in each.writes), len(sets)


def _worth_most(writes: tuple[FieldWrite, ...]) -> tuple[FieldWrite, ...]:
    """What a page shows: what a person wrote first, then what changes, by record."""
    order = [WriteState.KEPT_HUMAN, WriteState.RESTORED, WriteState.REFUSED, WriteState.WRITTEN]
    rank = {state: n for n, state in enumerate(order)}
    ranked = sorted(writes, key=lambda w: (rank.get(w.state, len(order)), w.record, w.field))
    return tuple(ranked[:ROWS_SHOWN])


def _allowed(
    viewer: Person, action: str, name: str, services: Services, *, note: bool = True
) -> None:
    with services.database.read() as tx:
        allowed = sees_crm(viewer, tx.people.organisation())
    if note or not allowed:
        audit(viewer, action, f"crm:{name}", services, allowed=allowed)
