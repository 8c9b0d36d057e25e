"""What Reploop was about to write on a record, noted before it is written.

A write whose answer is lost, or whose worker dies before it can note the result, may
stand in the CRM all the same. Without this note, the next look would take our own value
for a person's edit and leave it for ever; and where a CRM refuses no write that comes too
late, nobody would look whether a person's value was covered. Digests stand for the values.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from domain.changes import RecordRef, WriteBegun
from domain.crm import FieldValue
from domain.ports import Stores

OF_DELETED = "deleted:"
"""Begins the id of a note of the words of a deleted call, which have to leave the CRM."""


def begin(
    tx: Stores,
    record: RecordRef,
    write_id: str,
    values: Mapping[str, FieldValue],
    over: Mapping[str, FieldValue],
    *,
    now: datetime,
) -> None:
    """Note that these values, as they will be compared, are about to be written over those."""
    digests = frozenset(digest(field, value) for field, value in values.items())
    covered = {field: digest(field, value) for field, value in over.items() if field in values}
    tx.changes.begin(record, WriteBegun(id=write_id, at=now, digests=digests, over=covered))


def digest(field: str, value: FieldValue) -> str:
    """16 hex digits for one field and its value."""
    return hashlib.sha256(json.dumps([field, value]).encode()).hexdigest()[:16]
