"""Told edits that no write of ours can have covered: too late, too early, or seen by us.

An edit is told late, after others, or not at all. One that a round of ours has read and
left as it was is settled, even if it is told once more or only then: meanwhile the person
may have handed the field back to us.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from domain.changes import FieldWrite, RecordRef, ToldEdit, WriteBegun, WriteState
from domain.crm import FieldKind, FieldValue
from domain.ports import Stores
from jobs.crm_compare import normal
from jobs.crm_guarded import CLOCKS_DIFFER

KEPT_LATE = timedelta(hours=1)
"""How long after it was sent a write is noted as done, at most: rounds are long, workers die."""


def moot(
    tx: Stores, record: RecordRef, told: Mapping[str, ToldEdit], begun: Sequence[WriteBegun]
) -> frozenset[str]:
    """The fields whose told edit does not matter to what stands there now."""
    if not told:
        return frozenset()
    since = min(edit.at for edit in told.values()) - CLOCKS_DIFFER
    noted = tx.changes.noted(record, since)
    return frozenset(
        name
        for name, edit in told.items()
        if not _may_be_covered(edit, [(at, w) for at, w in noted if w.field == name], begun)
    )


def _may_be_covered(
    edit: ToldEdit, noted: Collection[tuple[datetime, FieldWrite]], begun: Sequence[WriteBegun]
) -> bool:
    if any(at >= edit.at and _same(_stood(write), edit.value) for at, write in noted):
        return False
    changed = (WriteState.WRITTEN, WriteState.RESTORED)
    written = [at for at, write in noted if write.state in changed]
    sent = [note.at for note in begun]
    return any(edit.at - CLOCKS_DIFFER <= at <= edit.at + KEPT_LATE for at in (*written, *sent))


def _stood(write: FieldWrite) -> FieldValue:
    """The value that stood there when a round was over, if the round saw to it."""
    match write.state:
        case WriteState.KEPT_HUMAN:
            return write.old
        case WriteState.RESTORED | WriteState.WRITTEN:
            return write.new
        case _:
            return "\x00"


def _same(one: FieldValue, other: FieldValue) -> bool:
    numbers = isinstance(one, float | int) and isinstance(other, float | int)
    kind = FieldKind.NUMBER if numbers else FieldKind.LONG_TEXT
    return normal(kind, one) == normal(kind, other)
