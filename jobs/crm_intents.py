"""What Reploop was about to write on a deal, noted before it is written.

A write whose answer is lost, or whose worker dies before it can note the result, may
stand in the CRM all the same. Without this note, the next look would take our own value
for a person's edit and leave it for ever. The note is two audit entries a write, with
digests instead of values: "begun" before the request, "ended" with the result.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from domain.deals import DealRef, FieldValue
from domain.ports import Stores

ACTOR = "reploop"
BEGUN = "crm.write_begun"
ENDED = "crm.write_ended"
MAX_ENTRIES = 100
"""Older notes are not looked for: then a value is taken for a person's, the safe side."""


def begin(
    tx: Stores, ref: DealRef, write_id: str, values: Mapping[str, FieldValue], *, now: datetime
) -> None:
    """Note that these values, as they will be compared, are about to be written."""
    digests = " ".join(sorted(digest(field, value) for field, value in values.items()))
    _add(tx, ref, f"{BEGUN} {write_id} {digests}", now)


def end(tx: Stores, ref: DealRef, write_ids: Iterable[str], *, now: datetime) -> None:
    """Note that what these writes left behind is known now."""
    for write_id in write_ids:
        _add(tx, ref, f"{ENDED} {write_id}", now)


def open_writes(tx: Stores, ref: DealRef) -> dict[str, frozenset[str]]:
    """Writes whose result was never noted: id to the digests of their values."""
    begun: dict[str, frozenset[str]] = {}
    ended: set[str] = set()
    for _, _, action, _ in tx.audit.about(_subject(ref), limit=MAX_ENTRIES):
        what, _, rest = action.partition(" ")
        write_id, _, digests = rest.partition(" ")
        if what == BEGUN:
            begun[write_id] = frozenset(digests.split())
        elif what == ENDED:
            ended.add(write_id)
    return {write_id: digests for write_id, digests in begun.items() if write_id not in ended}


def digest(field: str, value: FieldValue) -> str:
    """16 hex digits for one field and its value."""
    return hashlib.sha256(json.dumps([field, value]).encode()).hexdigest()[:16]


def _add(tx: Stores, ref: DealRef, action: str, now: datetime) -> None:
    tx.audit.add(
        at=now, actor=ACTOR, action=action, subject=_subject(ref), allowed=True, via="worker"
    )


def _subject(ref: DealRef) -> str:
    return f"deal:{ref.crm}:{ref.id}"
