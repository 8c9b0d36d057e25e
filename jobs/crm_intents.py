"""What Reploop was about to write on a deal, noted before it is written.

A write whose answer is lost, or whose worker dies before it can note the result, may
stand in the CRM all the same. Without this note, the next look would take our own value
for a person's edit and leave it for ever. Digests stand for the values.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from domain.deals import DealRef, FieldValue, WriteBegun
from domain.ports import Stores


def begin(
    tx: Stores, ref: DealRef, write_id: str, values: Mapping[str, FieldValue], *, now: datetime
) -> None:
    """Note that these values, as they will be compared, are about to be written."""
    digests = frozenset(digest(field, value) for field, value in values.items())
    tx.deals.begin_write(ref, WriteBegun(id=write_id, at=now, digests=digests))


def digest(field: str, value: FieldValue) -> str:
    """16 hex digits for one field and its value."""
    return hashlib.sha256(json.dumps([field, value]).encode()).hexdigest()[:16]
