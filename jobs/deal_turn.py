"""Whose turn a deal is: a sync and an undoing never work on one deal at the same time.

Each reads what stands there, decides, and writes. If they took turns only by chance, the
result kept last could be of the earlier write, and then our own value would be taken for
a person's. Two syncs of a deal cannot meet: they are one effect, and its claim is fenced.
"""

from domain.deals import DealRef
from domain.errors import Transient
from domain.ports import Stores
from jobs.services import Services

SYNC = "sync"
"""Holder of the turn for every sync; an undoing holds it under its own id."""


def take_turn(tx: Stores, ref: DealRef, holder: str, services: Services) -> None:
    """Keep the deal for ``holder`` until ``end_turn``, for one lease at most.

    Raises:
        Transient: another holder is at it.
    """
    if not tx.locks.take(_name(ref), holder, lease_s=services.thresholds.lease_s):
        raise Transient(ref.crm, "this deal is being written to: try again in a few minutes")


def end_turn(tx: Stores, ref: DealRef, holder: str) -> None:
    """Let others at the deal; does nothing if the turn is another's."""
    tx.locks.take(_name(ref), holder, lease_s=0.0)


def _name(ref: DealRef) -> str:
    return f"crm:{ref.crm}:{ref.id}"
