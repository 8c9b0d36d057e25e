"""Rolling back a change set or a push: what stood there before, unless a person wrote since."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from domain.crm import CrmField, FieldValue, RecordKind, RecordNow, RowState
from domain.errors import NotVisible, Transient, WriteRefused
from domain.ports import Crm, Stores
from jobs.corrections import OPERATOR
from jobs.crm_batch import MADE_BY_US, fields_of
from jobs.crm_compare import normal
from jobs.crm_guarded import Granted, GuardedWriter, Wish
from jobs.crm_round import READS_AGAIN, cut
from jobs.deal_turn import end_turn, take_turn
from jobs.forgotten_words import without_forgotten
from jobs.services import Services

NOT_MAPPED = "the field is not mapped any more: change it in the CRM"
DELETED = "the record was deleted"
AS_BEFORE = "it is as it was before already"


@dataclass(frozen=True, slots=True)
class _Back:
    """One record to take back: what stood in each field before, and what we left there."""

    record: RecordRef
    of: ChangeSet
    """The newest of the change sets that wrote on it."""
    before: Mapping[str, FieldValue]
    ours: Mapping[str, FieldValue]
    made: bool = False
    """Whether the record itself was made with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Undoing:
    services: Services
    undo_id: str
    by: str
    via: str


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
    sets = _named(name, services)
    backs = _backs(sets)
    for slug in sorted({record.crm for record in backs}):
        if slug not in services.crms:
            raise NotVisible(f"{slug} is not connected")
    undoing = _Undoing(services=services, undo_id=services.new_id(), by=by, via=via)
    done: list[ChangeSet] = []
    for (slug, kind), those in _by_kind(backs.values()).items():
        crm = services.crms[slug]
        for part in cut(those, min(crm.traits.read_batch, crm.traits.write_batch)):
            done += _part(crm, kind, part, undoing)
            progress(len(done), len(backs))
    _note(name, undoing)
    return tuple(done)


def _named(name: str, services: Services) -> Sequence[ChangeSet]:
    with services.database.read() as tx:
        one = tx.changes.get(ChangeSetId(name))
        found = [one] if one is not None else tx.changes.of_run(name)
    if not found:
        raise NotVisible(f"there is no change set and no push {name}")
    return found


def _backs(sets: Sequence[ChangeSet]) -> dict[RecordRef, _Back]:
    """By record; ``sets`` come newest first, so the last value seen is the oldest."""
    found: dict[RecordRef, _Back] = {}
    for change_set in sets:
        written = [w for w in change_set.writes if w.state is WriteState.WRITTEN]
        for write in written:
            known = found.setdefault(write.record, _Back(write.record, change_set, {}, {}))
            found[write.record] = replace(
                known,
                before={**known.before, write.field: write.old},
                ours={write.field: write.new, **known.ours},
                made=known.made or write.record in change_set.made,
            )
    return found


def _by_kind(backs: Iterable[_Back]) -> dict[tuple[str, RecordKind], list[_Back]]:
    found: dict[tuple[str, RecordKind], list[_Back]] = {}
    for back in sorted(backs, key=lambda back: back.record):
        found.setdefault((back.record.crm, back.record.kind), []).append(back)
    return found


def _part(crm: Crm, kind: RecordKind, backs: Sequence[_Back], undoing: _Undoing) -> list[ChangeSet]:
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


def _change_set(back: _Back, writes: Sequence[FieldWrite], undoing: _Undoing) -> ChangeSet:
    return ChangeSet(
        id=ChangeSetId(undoing.services.new_id()),
        at=undoing.services.now(),
        call_id=back.of.call_id,
        writes=tuple(writes),
        run=undoing.undo_id,
        undoes=back.of.id,
    )


def _decline(tx: Stores, back: _Back, change_set: ChangeSet, undoing: _Undoing) -> None:
    """What was taken back is not written again as it was, nor what was back already.

    A rolling back that died between its writing and its keeping finds everything as before.
    """
    now = undoing.services.now()
    for write in change_set.writes:
        if write.state is WriteState.WRITTEN or write.detail == AS_BEFORE:
            asked = Approval(
                id=undoing.services.new_id(), record=back.record, field=write.field,
                old=write.new, new=back.ours[write.field], asked_at=now,
            )  # fmt: skip
            tx.changes.drop_approval(back.record, write.field)
            tx.changes.ask(asked)
            tx.changes.decide(asked.id, ApprovalState.DECLINED, by=undoing.by, at=now)


def _deleted(
    crm: Crm, kind: RecordKind, backs: Sequence[_Back], undoing: _Undoing
) -> dict[RecordRef, list[FieldWrite]]:
    """Delete records that were made and that nobody wrote on since."""
    if not backs:
        return {}
    fields = _mapped(crm, kind, undoing)
    present = crm.read(kind, [back.record.id for back in backs], list(fields.values()))
    found: dict[RecordRef, list[FieldWrite]] = {}
    clean = []
    for back in backs:
        now = present.get(back.record.id)
        if now is None:
            found[back.record] = []
        elif all(_is_ours(name, back, now, fields) for name in back.ours if name in fields):
            clean.append(back)
    results = crm.remove(kind, [back.record.id for back in clean]) if clean else {}
    for back in clean:
        result = results.get(back.record.id)
        if result is None or result.state not in (RowState.DONE, RowState.GONE):
            raise Transient(crm.slug, f"{back.record.id} could not be deleted yet")
        found[back.record] = [
            FieldWrite(record=back.record, field=name, old=value, new=None,
                       state=WriteState.WRITTEN, detail=DELETED)
            for name, value in back.ours.items()
        ]  # fmt: skip
    return found


def _put_back(
    crm: Crm, kind: RecordKind, backs: Sequence[_Back], undoing: _Undoing
) -> tuple[dict[RecordRef, list[FieldWrite]], dict[RecordRef, frozenset[str]]]:
    """Write old values where ours still stand, again where somebody was faster."""
    fields = _mapped(crm, kind, undoing)
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
            found[back.record] = [_undone(name, back, now, fields) for name in back.ours]
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


def _undone(
    name: str, back: _Back, now: RecordNow | None, fields: Mapping[str, CrmField]
) -> FieldWrite:
    write = FieldWrite(
        record=back.record, field=name, old=back.ours[name], new=back.before[name],
        state=WriteState.WRITTEN,
    )  # fmt: skip
    if name not in fields:
        return replace(write, state=WriteState.REFUSED, detail=NOT_MAPPED)
    if now is None:
        return replace(write, state=WriteState.REFUSED, detail=DELETED)
    write = replace(write, old=now.values.get(name))
    if _same(fields[name], write.old, back.before[name]):
        return replace(write, state=WriteState.UNCHANGED, detail=AS_BEFORE)
    ours = _is_ours(name, back, now, fields)
    return write if ours else replace(write, state=WriteState.KEPT_HUMAN)


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


def _is_ours(name: str, back: _Back, now: RecordNow, fields: Mapping[str, CrmField]) -> bool:
    return _same(fields[name], now.values.get(name), back.ours[name])


def _same(of: CrmField, one: FieldValue, other: FieldValue) -> bool:
    return normal(of.kind, one) == normal(of.kind, other)


def _mapped(crm: Crm, kind: RecordKind, undoing: _Undoing) -> dict[str, CrmField]:
    return {f.name: f for f in fields_of(crm.slug, kind, undoing.services)}


@contextmanager
def _turns(records: Sequence[RecordRef], undoing: _Undoing) -> Iterator[None]:
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


def _note(name: str, undoing: _Undoing) -> None:
    with undoing.services.database.write() as tx:
        tx.audit.add(
            at=undoing.services.now(), actor=undoing.by, action="crm.rollback", subject=name,
            allowed=True, via=undoing.via,
        )  # fmt: skip
