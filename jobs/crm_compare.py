"""May a field be written? Pure: what stands there, what we want, what we wrote last."""

import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from domain.changes import Approval, ApprovalState, FieldWrite, Provenance, RecordRef, WriteState
from domain.crm import CrmField, FieldKind, FieldRule, FieldValue
from jobs.crm_intents import digest

FOUND = "found in place: an earlier write whose answer was lost"
DECLINED = "declined, or rolled back: the same value is not written again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of a record's fields, by field name."""

    present: Mapping[str, FieldValue]
    last_written: Mapping[str, FieldValue]
    begun: Container[str]
    """Digests of values that may have been written without our knowing."""
    approvals: Mapping[str, Approval] = field(default_factory=dict)
    forgotten: Container[str] = frozenset()
    """Digests of words of deleted calls that may stand there."""


def decide(
    record: RecordRef,
    field: CrmField,
    wanted: FieldValue,
    standing: Standing,
    provenance: Provenance | None = None,
) -> FieldWrite:
    """What to do with one field; a ``WRITTEN`` without detail is still to be written.

    A value is ours if it is what we wrote last, what we may have written, or an empty
    field that we never wrote. Everything else is a person's, an emptied field too, and
    stays. A value that is already as wanted needs no request; where that is news to us,
    it is taken over as written, so that the next one may replace it. A person may have
    put the same there: then it stood there before us, and rolling back leaves it. Words of
    a deleted call leave whatever else the field waits for.
    """
    present, last = standing.present.get(field.name), standing.last_written.get(field.name)
    known = standing.approvals.get(field.name)
    present_key, last_key = normal(field.kind, present), normal(field.kind, last)
    wanted_key = normal(field.kind, wanted)
    lost = digest(field.name, present_key) in standing.begun
    ours = present_key == last_key or lost
    old, detail = present, None
    if present_key == wanted_key:
        state = WriteState.UNCHANGED
        if present_key != last_key and (lost or field.rule is FieldRule.OURS):
            state, detail = WriteState.WRITTEN, FOUND
            old = last if lost else present
    elif field.rule is FieldRule.THEIRS:
        state = WriteState.THEIRS
    elif not ours:
        state = WriteState.KEPT_HUMAN
    elif digest(field.name, present_key) in standing.forgotten:
        state = WriteState.WRITTEN
        wanted = wanted if _is_allowed(known, field, wanted_key) else None
    elif field.rule is FieldRule.FILL_IF_EMPTY and (present_key, last_key) != (None, None):
        state = WriteState.UNCHANGED
    elif not _is_allowed(known, field, wanted_key):
        declined = _is(known, ApprovalState.DECLINED, field, wanted_key)
        state = WriteState.UNCHANGED if declined else WriteState.WAITING
        detail = DECLINED if declined else None
    else:
        state = WriteState.WRITTEN
    return FieldWrite(
        record=record, field=field.name, old=old, new=wanted, state=state, detail=detail,
        provenance=provenance,
    )  # fmt: skip


def is_to_send(write: FieldWrite) -> bool:
    """Whether this one needs a request."""
    return write.state is WriteState.WRITTEN and write.detail is None


def _is_allowed(known: Approval | None, field: CrmField, wanted_key: FieldValue) -> bool:
    """Whether no person has to say more, or has said no."""
    if _is(known, ApprovalState.DECLINED, field, wanted_key):
        return False
    return not field.approve or _is(known, ApprovalState.APPROVED, field, wanted_key)


def _is(
    known: Approval | None, state: ApprovalState, field: CrmField, wanted_key: FieldValue
) -> bool:
    return (
        known is not None and known.state is state and normal(field.kind, known.new) == wanted_key
    )


def normal(kind: FieldKind, value: FieldValue) -> FieldValue:
    """A value as it is compared: CRMs trim text, change line ends, and round numbers."""
    if value is None:
        return None
    if kind is FieldKind.NUMBER:
        return _normal_number(value)
    text = unicodedata.normalize("NFC", str(value)).replace("\r\n", "\n").replace("\r", "\n")
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip()
    if kind is FieldKind.DATE:
        text = text[:10].rstrip()
    return text or None


def _normal_number(value: float | str) -> FieldValue:
    try:
        return round(float(value), 2) + 0.0
    except ValueError:
        return str(value).strip() or None
