"""What rolling back means for one record: what stood there before, and what may be put back.

Pure. ``roll_back`` reads, writes and keeps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.changes import ChangeSet, FieldWrite, RecordRef, WriteState
from domain.crm import CrmField, FieldValue, RecordNow, RowState
from jobs.crm_compare import normal
from jobs.crm_guarded import Granted

NOT_MAPPED = "the field is not mapped any more: change it in the CRM"
DELETED = "the record was deleted"
AS_BEFORE = "it is as it was before already"
Fields = Mapping[str, CrmField]
"""The mapped fields of one kind of record, by name."""


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


def backs_of(sets: Sequence[ChangeSet]) -> dict[RecordRef, Back]:
    """By record; ``sets`` come newest first, so the last value seen is the oldest."""
    found: dict[RecordRef, Back] = {}
    for change_set in sets:
        for write in change_set.writes:
            if write.state is not WriteState.WRITTEN:
                continue
            known = found.setdefault(write.record, Back(write.record, change_set, {}, {}))
            found[write.record] = replace(
                known,
                before={**known.before, write.field: write.old},
                ours={write.field: write.new, **known.ours},
                made=known.made or write.record in change_set.made,
            )
    return found


def untouched(back: Back, now: RecordNow, fields: Fields) -> bool:
    """Whether a record that was made holds in its mapped fields what we left there alone."""
    return all(
        same(of, now.values.get(name), back.ours.get(name)) for name, of in fields.items()
    )  # fmt: skip


def undone(name: str, back: Back, now: RecordNow | None, fields: Fields) -> FieldWrite:
    """What rolling back does to one field; what is ``WRITTEN`` is still to be written."""
    write = FieldWrite(
        record=back.record, field=name, old=back.ours[name], new=back.before[name],
        state=WriteState.WRITTEN,
    )  # fmt: skip
    if name not in fields:
        return replace(write, state=WriteState.REFUSED, detail=NOT_MAPPED)
    if now is None:
        return replace(write, state=WriteState.REFUSED, detail=DELETED)
    write = replace(write, old=now.values.get(name))
    if same(fields[name], write.old, back.before[name]):
        return replace(write, state=WriteState.UNCHANGED, detail=AS_BEFORE)
    ours = same(fields[name], write.old, back.ours[name])
    return write if ours else replace(write, state=WriteState.KEPT_HUMAN)


def deleted(back: Back) -> list[FieldWrite]:
    """The fields of a record that is deleted, since it was made with what is taken back."""
    return [
        FieldWrite(record=back.record, field=name, old=value, new=None,
                   state=WriteState.WRITTEN, detail=DELETED)
        for name, value in back.ours.items()
    ]  # fmt: skip


def after(write: FieldWrite, granted: Granted) -> FieldWrite:
    """The same once the CRM has said what became of the record; not for ``UNSURE``."""
    if write.state is not WriteState.WRITTEN:
        return write
    match granted.result.state:
        case RowState.DONE if write.field in granted.restored:
            theirs = granted.restored[write.field]
            return replace(write, state=WriteState.RESTORED, old=write.new, new=theirs)
        case RowState.REFUSED:
            return replace(write, state=WriteState.REFUSED, detail=granted.result.detail)
        case RowState.GONE:
            return replace(write, state=WriteState.REFUSED, detail=DELETED)
        case _:
            return write


def was_taken_back(write: FieldWrite, back: Back) -> bool:
    """Whether our value does not stand there any more, now or since an earlier rolling back."""
    changed = back.before[write.field] != back.ours[write.field]
    return write.state is WriteState.WRITTEN or (write.detail == AS_BEFORE and changed)


def same(of: CrmField, one: FieldValue, other: FieldValue) -> bool:
    """Whether two values are the same as a CRM keeps them."""
    return normal(of.kind, one) == normal(of.kind, other)
