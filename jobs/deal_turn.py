"""Whose turn a record is: a sync and a rolling back never work on one at the same time.

Each reads what stands there, decides, and writes. If they took turns only by chance, the
result kept last could be of the earlier write, and then our own value would be taken for
a person's. Two syncs of a record cannot meet: they are one effect, and its claim is fenced.
"""

from collections.abc import Iterable

from domain.changes import RecordRef
from domain.errors import Transient
from domain.ports import Stores
from jobs.services import Services

SYNC = "sync"
"""Holder of the turn for every sync; an undoing holds it under its own id."""


def take_turn(tx: Stores, record: RecordRef, holder: str, services: Services) -> None:
    """Keep the record for ``holder`` until ``end_turn``, for one lease at most.

    Raises:
        Transient: another holder is at it.
    """
    if not tx.locks.take(_name(record), holder, lease_s=services.thresholds.lease_s):
        raise Transient(record.crm, "this record is being written to: try again in a few minutes")


def take_turns(
    tx: Stores, records: Iterable[RecordRef], services: Services
) -> dict[RecordRef, Transient]:
    """Take the turn of a sync for each; those that another holder is at, with why."""
    busy = {}
    for record in sorted(records):
        try:
            take_turn(tx, record, SYNC, services)
        except Transient as why:
            busy[record] = why
    return busy


def end_turn(tx: Stores, record: RecordRef, holder: str) -> None:
    """Let others at the record; does nothing if the turn is another's."""
    tx.locks.take(_name(record), holder, lease_s=0.0)


def _name(record: RecordRef) -> str:
    return f"crm:{record.crm}:{record.kind}:{record.id}"
