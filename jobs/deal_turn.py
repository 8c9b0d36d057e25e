"""Whose turn a record is: a sync and a rolling back never work on one at the same time.

Each reads what stands there, decides, and writes. If they took turns only by chance, the
result kept last could be of the earlier write, and then our own value would be taken for
a person's. Two syncs of a deal cannot meet: they are one effect, and its claim is fenced.
"""

from domain.changes import RecordRef
from domain.errors import Transient
from domain.ports import Stores
from jobs.services import Services

SYNC = "sync"
"""Holder of the turn for every sync; an undoing holds it under its own id."""


def take_turn(tx: Stores, record: RecordRef, holder: str, services: Services) -> None:
    """Keep the deal for ``holder`` until ``end_turn``, for one lease at most.

    Raises:
        Transient: another holder is at it.
    """
    if not tx.locks.take(_name(record), holder, lease_s=services.thresholds.lease_s):
        raise Transient(record.crm, "this record is being written to: try again in a few minutes")


def end_turn(tx: Stores, record: RecordRef, holder: str) -> None:
    """Let others at the deal; does nothing if the turn is another's."""
    tx.locks.take(_name(record), holder, lease_s=0.0)


def _name(record: RecordRef) -> str:
    return f"crm:{record.crm}:{record.kind}:{record.id}"
