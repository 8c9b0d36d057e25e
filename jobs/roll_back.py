"""Rolling back a change set or a push: what stood there before, unless a person wrote since."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from domain.changes import (
    Approval,
    ApprovalState,
    ChangeSet,
    ChangeSetId,
    FieldWrite,
    RecordRef,
    WriteState,
)
from domain.crm import RecordKind, RowState
from domain.errors import Transient, WriteRefused
from domain.ports import Crm, Stores
from jobs.corrections import OPERATOR
from jobs.crm_batch import MADE_BY_US
from jobs.crm_guarded import Granted, GuardedWriter, Wish
from jobs.crm_round import READS_AGAIN, cut
from jobs.deal_turn import end_turn, take_turn
from jobs.forgotten_words import without_forgotten
from jobs.roll_back_records import (
    DELETED,
    Back,
    backs_of,
    by_kind,
    connected,
    deleted,
    mapped,
    named,
    nobody_wrote,
    undone,
)
from jobs.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """One rolling back: under which id it is kept, who wants it, and where from."""

    services: Services
    undo_id: str
    by: str
    via: str


@dataclass(frozen=True, slots=True)
class Part:
    """A portion that was rolled back: a change set a record, of so many records in all."""

    done: tuple[ChangeSet, ...]
    records: int


def roll_back(
    services: Services,
    name: str,
    *,
    by: str = OPERATOR,
    via: str = "cli",
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[ChangeSet, ...]:
    """Put back the old value of every field that a change set, or every one of a push, wrote.

    A field whose present value is not what was written there was changed since, by a
    person or a later write: it stays, as ``KEPT_HUMAN``. A record that was made with it is
    deleted, unless a person wrote on it. The rolling back is a change set too, and can be
    rolled back. Reploop goes on to own the fields, but does not write the same value again:
    only news does, so to stop it take the field out of ``config/crm_fields.yaml``.
    ``progress`` is told how many records of how many are done.

    Raises:
        NotVisible: there is no such change set or push, or its CRM is not connected.
        Transient: a record is being written to just now. What was done before is kept.
        IntegrationError: the CRM did not answer or refused; what was done before is kept.
    """
    undoing = Undoing(services=services, undo_id=services.new_id(), by=by, via=via)
    done: list[ChangeSet] = []
    for part in undo(name, undoing):
        done += part.done
        progress(len(done), part.records)
    return tuple(done)


def undo(name: str, undoing: Undoing) -> Iterator[Part]:
    """Roll back portion by portion. Begun again under the same ``undo_id``, it goes on.

    Raises the same as ``roll_back``.
    """
    services = undoing.services
    backs = backs_of(named(name, services))
    connected(backs, services)
    with services.database.read() as tx:
        earlier = tx.changes.of_run(undoing.undo_id)
    done = {write.record for change_set in earlier for write in change_set.writes}
    left = [back for back in backs.values() if back.record not in done]
    for (slug, kind), those in by_kind(left).items():
        crm = services.crms[slug]
        for part in cut(those, min(crm.traits.read_batch, crm.traits.write_batch)):
            yield Part(tuple(_part(crm, kind, part, undoing)), len(backs))
    _note(name, undoing)


def _part(crm: Crm, kind: RecordKind, backs: Sequence[Back], undoing: Undoing) -> list[ChangeSet]:
    """Roll back some records and keep what came of it."""
    services = undoing.services
    with _turns([back.record for back in backs], undoing):
        made = [back for back in backs if back.made and kind in MADE_BY_US]
        writes = _deleted(crm, kind, made, undoing)
        rest = [back for back in backs if back.record not in writes]
        written, ended = _put_back(crm, kind, rest, undoing)
        writes.update(written)
        sets = [_change_set(back, writes[back.record], undoing) for back in backs]
        with services.database.write() as tx:
            for back, change_set in zip(backs, sets, strict=True):
                tx.changes.add(without_forgotten(tx, change_set))
                tx.changes.end(back.record, ended.get(back.record, frozenset()))
                _decline(tx, back, change_set, undoing)
    return sets


def _change_set(back: Back, writes: Sequence[FieldWrite], undoing: Undoing) -> ChangeSet:
    return ChangeSet(
        id=ChangeSetId(undoing.services.new_id()),
        at=undoing.services.now(),
        call_id=back.of.call_id,
        writes=tuple(writes),
        run=undoing.undo_id,
        undoes=back.of.id,
    )


def _decline(tx: Stores, back: Back, change_set: ChangeSet, undoing: Undoing) -> None:
    """What was taken back is not written again as it was."""
    now = undoing.services.now()
    for write in change_set.writes:
        if write.state is WriteState.WRITTEN:
            asked = Approval(
                id=undoing.services.new_id(), record=back.record, field=write.field,
                old=write.new, new=back.ours[write.field], asked_at=now,
            )  # fmt: skip
            tx.changes.drop_approval(back.record, write.field)
            tx.changes.ask(asked)
            tx.changes.decide(asked.id, ApprovalState.DECLINED, by=undoing.by, at=now)


def _deleted(
    crm: Crm, kind: RecordKind, backs: Sequence[Back], undoing: Undoing
) -> dict[RecordRef, list[FieldWrite]]:
    """Delete records that were made and that nobody wrote on since."""
    if not backs:
        return {}
    fields = mapped(crm.slug, kind, undoing.services)
    present = crm.read(kind, [back.record.id for back in backs], list(fields.values()))
    found: dict[RecordRef, list[FieldWrite]] = {}
    clean = []
    for back in backs:
        now = present.get(back.record.id)
        if now is None:
            found[back.record] = []
        elif nobody_wrote(back, now, fields):
            clean.append(back)
    results = crm.remove(kind, [back.record.id for back in clean]) if clean else {}
    for back in clean:
        result = results.get(back.record.id)
        if result is None or result.state not in (RowState.DONE, RowState.GONE):
            raise Transient(crm.slug, f"{back.record.id} could not be deleted yet")
        found[back.record] = deleted(back)
    return found


def _put_back(
    crm: Crm, kind: RecordKind, backs: Sequence[Back], undoing: Undoing
) -> tuple[dict[RecordRef, list[FieldWrite]], dict[RecordRef, frozenset[str]]]:
    """Write old values where ours still stand, again where somebody was faster."""
    fields = mapped(crm.slug, kind, undoing.services)
    writer = GuardedWriter(
        crm=crm, kind=kind, fields=list(fields.values()), services=undoing.services,
        hold=lambda tx, record: take_turn(tx, record, undoing.undo_id, undoing.services),
    )  # fmt: skip
    found: dict[RecordRef, list[FieldWrite]] = {}
    ended: dict[RecordRef, frozenset[str]] = {}
    open_ones = list(backs)
    for _ in range(READS_AGAIN):
        if not open_ones:
            return found, ended
        present = crm.read(kind, [b.record.id for b in open_ones], list(fields.values()))
        wishes = []
        for back in open_ones:
            now = present.get(back.record.id)
            found[back.record] = [undone(name, back, now, fields) for name in back.ours]
            values = {w.field: w.new for w in found[back.record] if w.state is WriteState.WRITTEN}
            if now is not None and values:
                wishes.append(Wish(back.record, now, values))
        granted = writer.write(wishes) if wishes else {}
        open_ones = [b for b in open_ones if _is_stale(granted.get(b.record))]
        for record, each in granted.items():
            if record not in {b.record for b in open_ones}:
                found[record] = [_after(write, each, crm.slug) for write in found[record]]
                ended[record] = each.ended
    if open_ones:
        raise Transient(crm.slug, "people are editing these records: try again in a minute")
    return found, ended


def _after(write: FieldWrite, granted: Granted, slug: str) -> FieldWrite:
    if write.state is not WriteState.WRITTEN:
        return write
    match granted.result.state:
        case RowState.DONE:
            if write.field in granted.restored:
                theirs = granted.restored[write.field]
                return replace(write, state=WriteState.RESTORED, old=write.new, new=theirs)
            return write
        case RowState.REFUSED:
            raise WriteRefused(slug, granted.result.detail)
        case RowState.GONE:
            return replace(write, state=WriteState.REFUSED, detail=DELETED)
        case _:
            raise Transient(slug, granted.result.detail or "the answer was lost: try again")


def _is_stale(granted: Granted | None) -> bool:
    return granted is not None and granted.result.state is RowState.STALE


@contextmanager
def _turns(records: Sequence[RecordRef], undoing: Undoing) -> Iterator[None]:
    """Keep syncs away from these records; a turn left behind by a kill ends by itself."""
    with undoing.services.database.write() as tx:
        for record in sorted(records):
            take_turn(tx, record, undoing.undo_id, undoing.services)
    try:
        yield
    finally:
        with undoing.services.database.write() as tx:
            for record in sorted(records):
                end_turn(tx, record, undoing.undo_id)


def _note(name: str, undoing: Undoing) -> None:
    with undoing.services.database.write() as tx:
        tx.audit.add(
            at=undoing.services.now(), actor=undoing.by, action="crm.rollback", subject=name,
            allowed=True, via=undoing.via,
        )  # fmt: skip
