"""What is to be taken back: which records, what stood there before, and what we left there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from domain.changes import ChangeSet, ChangeSetId, FieldWrite, RecordRef, WriteState
from domain.crm import CrmField, FieldValue, RecordKind, RecordNow
from domain.errors import NotVisible
from jobs.crm_batch import fields_of
from jobs.crm_compare import normal
from jobs.services import Services

NOT_MAPPED = "the field is not mapped any more: change it in the CRM"
DELETED = "the record was deleted"
AS_BEFORE = "it is as it was before already"


@dataclass(frozen=True, slots=True)
class Back:
    """One record to take back: what stood in each field before, and what we left there."""

    record: RecordRef
    of: ChangeSet
    """The newest of the change sets that wrote on it."""
    before: Mapping[str, FieldValue]
    ours: Mapping[str, FieldValue]
    made: bool = False
    """Whether the record itself was made with it."""


def named(name: str, services: Services) -> Sequence[ChangeSet]:
    """The change set, or every one of the run, of this name, newest first.

    Raises ``NotVisible`` where there is none.
    """
    with services.database.read() as tx:
        one = tx.changes.get(ChangeSetId(name))
        found = [one] if one is not None else tx.changes.of_run(name)
    if not found:
        raise NotVisible(f"there is no change set and no push {name}")
    return found


def backs_of(sets: Sequence[ChangeSet]) -> dict[RecordRef, Back]:
    """By record; ``sets`` come newest first, so the last value seen is the oldest."""
    found: dict[RecordRef, Back] = {}
    for change_set in sets:
        written = [w for w in change_set.writes if w.state is WriteState.WRITTEN]
        for write in written:
            known = found.setdefault(write.record, Back(write.record, change_set, {}, {}))
            found[write.record] = replace(
                known,
                before={**known.before, write.field: write.old},
                ours={write.field: write.new, **known.ours},
                made=known.made or write.record in change_set.made,
            )
    return found


def by_kind(backs: Iterable[Back]) -> dict[tuple[str, RecordKind], list[Back]]:
    """By CRM and kind of record, in the order of records."""
    found: dict[tuple[str, RecordKind], list[Back]] = {}
    for back in sorted(backs, key=lambda back: back.record):
        found.setdefault((back.record.crm, back.record.kind), []).append(back)
    return found


def connected(backs: Iterable[RecordRef], services: Services) -> None:
    """Raise ``NotVisible`` if one of their CRMs is not connected."""
    for slug in sorted({record.crm for record in backs}):
        if slug not in services.crms:
            raise NotVisible(f"{slug} is not connected")


def undone(
    name: str, back: Back, now: RecordNow | None, fields: Mapping[str, CrmField]
) -> FieldWrite:
    """What becomes of one field: ``WRITTEN`` is still to be written."""
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
    return (
        write if is_ours(name, back, now, fields) else replace(write, state=WriteState.KEPT_HUMAN)
    )


def deleted(back: Back) -> list[FieldWrite]:
    """The fields of a record that is deleted, since it was made with what is taken back."""
    return [
        FieldWrite(record=back.record, field=name, old=value, new=None,
                   state=WriteState.WRITTEN, detail=DELETED)
        for name, value in back.ours.items()
    ]  # fmt: skip


def nobody_wrote(back: Back, now: RecordNow, fields: Mapping[str, CrmField]) -> bool:
    """Whether all of our fields are as we left them."""
    return all(is_ours(name, back, now, fields) for name in back.ours if name in fields)


def is_ours(name: str, back: Back, now: RecordNow, fields: Mapping[str, CrmField]) -> bool:
    """Whether a field is as we left it."""
    return _same(fields[name], now.values.get(name), back.ours[name])


def _same(of: CrmField, one: FieldValue, other: FieldValue) -> bool:
    return normal(of.kind, one) == normal(of.kind, other)


def mapped(crm: str, kind: RecordKind, services: Services) -> dict[str, CrmField]:
    """The fields of one kind of record, by name."""
    return {field.name: field for field in fields_of(crm, kind, services)}
