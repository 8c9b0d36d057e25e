"""May a field be written? Pure: what stands there, what we want, what we wrote last."""

import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass

from domain.deals import CrmField, DealRef, FieldKind, FieldValue, FieldWrite, WriteState
from jobs.crm_intents import digest

FOUND = "found in place: an earlier write whose answer was lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of a deal's fields, by field name."""

    present: Mapping[str, FieldValue]
    last_written: Mapping[str, FieldValue]
    begun: Container[str]
    """Digests of values that may have been written without our knowing."""


def decide(ref: DealRef, field: CrmField, wanted: FieldValue, standing: Standing) -> FieldWrite:
    """What to do with one field; a ``WRITTEN`` without detail is still to be written.

    A value is ours if it is what we wrote last, what we may have written, or an empty
    field that we never wrote. Everything else is a person's, an emptied field too, and
    stays. A value that is already as wanted needs no request; where that is news to us,
    it is taken over as written, so that the next one may replace it.
    """
    present, last = standing.present.get(field.name), standing.last_written.get(field.name)
    present_key = normal(field.kind, present)
    last_key = normal(field.kind, last)
    if present_key == normal(field.kind, wanted):
        if present_key == last_key:
            return _write(ref, field, present, wanted, WriteState.UNCHANGED)
        return _write(ref, field, last, wanted, WriteState.WRITTEN, FOUND)
    if present_key == last_key or digest(field.name, present_key) in standing.begun:
        return _write(ref, field, present, wanted, WriteState.WRITTEN)
    return _write(ref, field, present, wanted, WriteState.KEPT_HUMAN)


def is_to_send(write: FieldWrite) -> bool:
    """Whether this one needs a request."""
    return write.state is WriteState.WRITTEN and write.detail is None


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


def _write(
    ref: DealRef,
    field: CrmField,
    old: FieldValue,
    new: FieldValue,
    state: WriteState,
    detail: str | None = None,
) -> FieldWrite:
    return FieldWrite(deal=ref, field=field.name, old=old, new=new, state=state, detail=detail)
