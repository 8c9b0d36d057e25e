"""Rolling back a change set or a push: what stood there before, unless a person wrote since."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from domain.changes import (
    Approval,
    ApprovalState,
    ChangeSet,
    ChangeSetId,
    FieldWrite,
    RecordRef,
    WriteState,
)
from domain.crm import RecordKind, RowResult, RowState
from domain.errors import ReploopError, Transient
from domain.ports import Crm, Stores
from jobs.corrections import OPERATOR
from jobs.crm_batch import MADE_BY_US
from jobs.crm_guarded import Granted, GuardedWriter, Wish
from jobs.crm_patience import heeding, later
from jobs.crm_round import READS_AGAIN, cut
from jobs.deal_turn import end_turn, take_turn
from jobs.forgotten_words import without_forgotten
from jobs.roll_back_fields import (
    Back,
    Fields,
    after,
    backs_of,
    deleted,
    undone,
    untouched,
    was_taken_back,
)
from jobs.roll_back_records import by_kind, connected, mapped, named
from jobs.services import Services

MOST_WAIT_S = 5.0
"""For a record that was changed a moment ago, which some CRMs cannot tell from just now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """One rolling back: under which id it is kept, who wants it, and where from."""

    services: Services
    undo_id: str
    by: str
    via: str
    sleep: Callable[[float], None] = time.sleep


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
    sleep: Callable[[float], None] = time.sleep,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[ChangeSet, ...]:
    """Put back the old value of every field that a change set, or every one of a push, wrote.

    A field whose present value is not what was written there was changed since, by a
    person or a later write: it stays, as ``KEPT_HUMAN``. A record that was made with it is
    deleted, unless a person wrote on it. The rolling back is a change set too, and can be
    rolled back. Reploop goes on to own the fields, but does not write the same value again:
    only news does, so to stop it take the field out of ``config/crm_fields.yaml``.
    ``progress`` is told how many records of how many are done. A record that was changed a
    moment ago is waited for with ``sleep``, a few seconds.

    Raises:
        NotVisible: there is no such change set or push, or its CRM is not connected.
        Transient: a record is being written to just now. What was done before is kept.
        IntegrationError: the CRM did not answer; what was done before is kept, and doing it
            again goes on from there. A record that the CRM refuses to have changed is none:
            its fields are ``REFUSED``.
    """
    undoing = Undoing(services=services, undo_id=services.new_id(), by=by, via=via, sleep=sleep)
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
            with heeding(services):
                sets = _part(crm, kind, part, undoing)
            yield Part(tuple(sets), len(backs))
    _note(name, undoing)


@dataclass(slots=True)
class _Ends:
    """What came of some records; those that are not sure yet are not kept."""

    writes: dict[RecordRef, list[FieldWrite]] = field(default_factory=dict)
    ended: dict[RecordRef, frozenset[str]] = field(default_factory=dict)
    unsure: ReploopError | None = None
    """Why some have to be rolled back again; the first of several."""

    def fail(self, error: ReploopError) -> None:
        """Some record is not sure."""
        self.unsure = self.unsure or error


def _part(crm: Crm, kind: RecordKind, backs: Sequence[Back], undoing: Undoing) -> list[ChangeSet]:
    """Roll back some records and keep what came of it, all but those that are not sure."""
    services, ends = undoing.services, _Ends()
    with _turns([back.record for back in backs], undoing):
        made = [back for back in backs if back.made and kind in MADE_BY_US]
        tried = _delete(crm, kind, made, undoing, ends)
        rest = [back for back in backs if back.record not in tried]
        _put_back(crm, kind, rest, undoing, ends)
        known = [back for back in backs if back.record in ends.writes]
        sets = [_change_set(back, ends.writes[back.record], undoing) for back in known]
        with services.database.write() as tx:
            for back, change_set in zip(known, sets, strict=True):
                tx.changes.add(without_forgotten(tx, change_set))
                tx.changes.end(back.record, ends.ended.get(back.record, frozenset()))
                _decline(tx, back, change_set, undoing)
    if ends.unsure is not None:
        raise ends.unsure
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
        if was_taken_back(write, back):
            asked = Approval(
                id=undoing.services.new_id(), record=back.record, field=write.field,
                old=write.new, new=back.ours[write.field], asked_at=now,
            )  # fmt: skip
            tx.changes.drop_approval(back.record, write.field)
            tx.changes.ask(asked)
            tx.changes.decide(asked.id, ApprovalState.DECLINED, by=undoing.by, at=now)


def _delete(
    crm: Crm, kind: RecordKind, backs: Sequence[Back], undoing: Undoing, ends: _Ends
) -> frozenset[RecordRef]:
    """Delete records that were made and that nobody wrote on since; those that were tried."""
    if not backs:
        return frozenset()
    fields = mapped(crm.slug, kind, undoing.services)
    present = crm.read(kind, [back.record.id for back in backs], list(fields.values()))
    gone = frozenset(back.record for back in backs if back.record.id not in present)
    clean = [
        back for back in backs
        if back.record not in gone and untouched(back, present[back.record.id], fields)
    ]  # fmt: skip
    ends.writes.update({record: [] for record in gone})
    results = crm.remove(kind, [back.record.id for back in clean]) if clean else {}
    for back in clean:
        result = results.get(back.record.id, RowResult(RowState.UNSURE))
        if result.state not in (RowState.DONE, RowState.GONE):
            ends.fail(later(crm.slug, result, f"{back.record.id} could not be deleted yet"))
            continue
        ends.writes[back.record] = deleted(back)
    return gone | {back.record for back in clean}


def _put_back(
    crm: Crm, kind: RecordKind, backs: Sequence[Back], undoing: Undoing, ends: _Ends
) -> None:
    """Write old values where ours still stand, again where somebody was faster."""
    fields = mapped(crm.slug, kind, undoing.services)
    writer = GuardedWriter(
        crm=crm, kind=kind, fields=list(fields.values()), services=undoing.services,
        hold=lambda tx, record: take_turn(tx, record, undoing.undo_id, undoing.services),
    )  # fmt: skip
    open_ones = list(backs)
    for _ in range(READS_AGAIN):
        if not open_ones:
            return
        try:
            granted = _try(crm, kind, open_ones, fields, writer, ends)
        except ReploopError as error:
            ends.fail(error)
            return
        stale = {r: g.result for r, g in granted.items() if g.result.state is RowState.STALE}
        open_ones = [back for back in open_ones if back.record in stale]
        if (wait_s := max((each.after_s for each in stale.values()), default=0.0)) > 0:
            undoing.sleep(min(wait_s, MOST_WAIT_S))
    if open_ones:
        ends.fail(Transient(crm.slug, "people are editing these records: try again in a minute"))


def _try(
    crm: Crm,
    kind: RecordKind,
    backs: Sequence[Back],
    fields: Fields,
    writer: GuardedWriter,
    ends: _Ends,
) -> Mapping[RecordRef, Granted]:
    """One reading and one writing; what is known then is in ``ends``."""
    present = crm.read(kind, [back.record.id for back in backs], list(fields.values()))
    planned: dict[RecordRef, list[FieldWrite]] = {}
    wishes = []
    for back in backs:
        now = present.get(back.record.id)
        planned[back.record] = [undone(name, back, now, fields) for name in back.ours]
        values = {w.field: w.new for w in planned[back.record] if w.state is WriteState.WRITTEN}
        if now is not None and values:
            wishes.append(Wish(back.record, now, values))
    asked = {wish.record for wish in wishes}
    ends.writes.update({r: writes for r, writes in planned.items() if r not in asked})
    granted = writer.write(wishes) if wishes else {}
    for record, each in granted.items():
        if each.result.state is RowState.UNSURE:
            ends.fail(later(crm.slug, each.result, "the answer was lost: try again"))
        elif each.result.state is not RowState.STALE:
            ends.writes[record] = [after(write, each) for write in planned[record]]
            ends.ended[record] = each.ended
    return granted


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
