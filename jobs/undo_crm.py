"""Undoing one change set: what stood there before, where nobody changed it since."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain

from domain.deals import (
    ChangeSet,
    ChangeSetId,
    CrmField,
    DealRef,
    FieldValue,
    FieldWrite,
    WriteState,
)
from domain.errors import NotVisible
from jobs import crm_intents
from jobs.corrections import OPERATOR
from jobs.crm_compare import normal
from jobs.deal_turn import end_turn, take_turn
from jobs.forgotten_words import without_forgotten
from jobs.services import Services

NOT_MAPPED = "the field is not mapped any more: change it in the CRM"


def undo_change_set(
    services: Services, change_set_id: ChangeSetId, *, by: str = OPERATOR, via: str = "cli"
) -> ChangeSet:
    """Put back the old value of every field that this change set wrote.

    A field whose present value is not what the change set wrote was changed since, by a
    person or a later write: it stays, as ``KEPT_HUMAN``. The undoing is a change set too,
    and can be undone. Reploop goes on to own the fields: with the next scored call it
    writes again, so to stop it take the field out of ``config/crm_fields.yaml``.

    Raises:
        NotVisible: there is no such change set, or its CRM is not connected.
        Transient: the deal is being brought up to date just now, so nothing was undone.
        IntegrationError: the CRM did not answer or refused; nothing is kept then.
    """
    found = _kept(change_set_id, services)
    writes: dict[DealRef, list[FieldWrite]] = {}
    for write in found.writes:
        if write.state is WriteState.WRITTEN:
            writes.setdefault(write.deal, []).append(write)
    undo_id = ChangeSetId(services.new_id())
    with _turns(sorted(writes, key=str), undo_id, services):
        undone = [_undo_on_deal(ref, those, undo_id, services) for ref, those in writes.items()]
        done = ChangeSet(
            id=undo_id,
            at=services.now(),
            call_id=found.call_id,
            writes=tuple(chain.from_iterable(undone)),
        )
        with services.database.write() as tx:
            tx.deals.add_change_set(without_forgotten(tx, done))
            for ref in writes:
                tx.deals.end_writes(ref, [undo_id])
            tx.audit.add(
                at=done.at, actor=by, action="crm.undo", subject=change_set_id,
                allowed=True, via=via,
            )  # fmt: skip
    return done


def _kept(change_set_id: ChangeSetId, services: Services) -> ChangeSet:
    with services.database.read() as tx:
        found = tx.deals.change_set(change_set_id)
    if found is None:
        raise NotVisible(f"there is no change set {change_set_id}")
    return found


@contextmanager
def _turns(refs: Sequence[DealRef], undo_id: ChangeSetId, services: Services) -> Iterator[None]:
    """Keep syncs away from these deals; a turn left behind by a kill ends by itself."""
    with services.database.write() as tx:
        for ref in refs:
            take_turn(tx, ref, undo_id, services)
    try:
        yield
    finally:
        with services.database.write() as tx:
            for ref in refs:
                end_turn(tx, ref, undo_id)


def _undo_on_deal(
    ref: DealRef, writes: Sequence[FieldWrite], undo_id: ChangeSetId, services: Services
) -> list[FieldWrite]:
    crm = services.crms.get(ref.crm)
    if crm is None:
        raise NotVisible(f"{ref.crm} is not connected")
    mapped = {field.name: field for field in services.crm_fields.get(ref.crm, ())}
    fields = [mapped[write.field] for write in writes if write.field in mapped]
    present = crm.read_fields(ref, fields) if fields else {}
    undone = [_undone(write, mapped.get(write.field), present) for write in writes]
    back = {w.field: w.new for w in undone if w.state is WriteState.WRITTEN}
    if back:
        compared = {name: normal(mapped[name].kind, value) for name, value in back.items()}
        with services.database.write() as tx:
            crm_intents.begin(tx, ref, undo_id, compared, now=services.now())
        crm.write_fields(ref, back, fields)
    return undone


def _undone(
    write: FieldWrite, field: CrmField | None, present: Mapping[str, FieldValue]
) -> FieldWrite:
    if field is None:
        return FieldWrite(
            deal=write.deal, field=write.field, old=write.new, new=write.old,
            state=WriteState.REFUSED, detail=NOT_MAPPED,
        )  # fmt: skip
    stands = present[field.name]
    ours = normal(field.kind, stands) == normal(field.kind, write.new)
    return FieldWrite(
        deal=write.deal, field=write.field, old=stands, new=write.old,
        state=WriteState.WRITTEN if ours else WriteState.KEPT_HUMAN, detail=None,
    )  # fmt: skip
