"""Records that Reploop makes at a CRM: made once, by a key of ours, and known again."""

from collections.abc import Mapping, Sequence

from domain.changes import RecordRef
from domain.crm import (
    CrmField,
    FieldRule,
    FieldValue,
    NewRecord,
    RecordKind,
    RowResult,
    RowState,
)
from domain.errors import ReploopError, WriteRefused
from domain.ports import Crm, Stores
from jobs.crm_brake import may_write
from jobs.crm_compare import normal
from jobs.crm_intents import begin
from jobs.crm_patience import heed, later, patient
from jobs.crm_round import cut
from jobs.services import Services

MAKING = "make-"
"""Begins the id of a note of what a record was made with."""


def have_made(
    crm: Crm,
    kind: RecordKind,
    wanted: Sequence[NewRecord],
    fields: Sequence[CrmField],
    services: Services,
) -> Mapping[str, RecordRef | ReploopError]:
    """See that these records exist; by key, which it is or why it could not be made.

    A key that is known already asks nothing. A worker that dies after a record was made
    and before it was noted finds it again by its key: no record is made twice, and what it
    was made with is known as ours, also if something else is wanted by then. The brake stops
    what would be too many.
    """
    with services.database.read() as tx:
        known = {
            new.head.key: remote_id
            for new in wanted
            if (remote_id := tx.changes.remote_id(crm.slug, kind, new.head.key)) is not None
        }
    found: dict[str, RecordRef | ReploopError] = {
        key: RecordRef(crm.slug, kind, remote_id) for key, remote_id in known.items()
    }
    missing = [new for new in wanted if new.head.key not in known]
    made = 0  # the brake counts what is kept, and that is only after the round
    for part in cut(missing, crm.traits.write_batch):
        try:
            made += len(part)
            may_write(crm.slug, services, kind=kind, records=made)
            with patient(services, crm.slug):
                _begin(crm.slug, kind, part, fields, services)
                results = crm.ensure(kind, part, fields)
        except ReploopError as error:
            return found | {new.head.key: error for new in missing if new.head.key not in found}
        heed(crm.slug, results.values(), services)
        services.reach("crm.made")
        with services.database.write() as tx:
            for new in part:
                key = new.head.key
                result = results.get(key, RowResult(RowState.UNSURE))
                if result.state is RowState.DONE:
                    found[key] = _noted(tx, RecordRef(crm.slug, kind, key), result.id)
                else:
                    found[key] = _why_not(crm.slug, result)
    return found


def first_values(
    fields: Sequence[CrmField], by_source: Mapping[str, FieldValue]
) -> dict[str, FieldValue]:
    """What a record may be made with: nothing of people's own, nor what waits for their word."""
    return {
        f.name: by_source.get(f.source)
        for f in fields
        if f.rule is not FieldRule.THEIRS and not f.approve
    }


def _begin(
    slug: str,
    kind: RecordKind,
    wanted: Sequence[NewRecord],
    fields: Sequence[CrmField],
    services: Services,
) -> None:
    """Note what records are about to be made with; they have no id yet, so under their keys."""
    kinds, note_id = {f.name: f.kind for f in fields}, MAKING + services.new_id()
    with services.database.write() as tx:
        for new in wanted:
            values = {name: normal(kinds[name], value) for name, value in new.values.items()}
            record = RecordRef(slug, kind, new.head.key)
            begin(tx, record, note_id, values, {}, now=services.now())


def _noted(tx: Stores, by_key: RecordRef, remote_id: str) -> RecordRef:
    """The record under its own id from now on, with what it was made with."""
    record = RecordRef(by_key.crm, by_key.kind, remote_id)
    tx.changes.note_made(by_key.crm, by_key.kind, by_key.id, remote_id)
    notes = tx.changes.begun(by_key)
    for note in notes:
        tx.changes.begin(record, note)
    tx.changes.end(by_key, [note.id for note in notes])
    return record


def _why_not(slug: str, result: RowResult) -> ReploopError:
    match result.state:
        case RowState.REFUSED | RowState.GONE:
            return WriteRefused(slug, result.detail or "the record cannot be made")
        case _:
            return later(slug, result, "the answer was lost")
