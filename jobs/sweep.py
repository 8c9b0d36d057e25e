"""The sweeper: ask again for whatever rows say is due, however its ring was lost."""

from datetime import timedelta

from domain.calls import CallState
from domain.effects import Queue
from domain.ports import CallFilter
from jobs.services import Services

SWEPT = "swept"
"""Name of the lease that every sweep takes for no time, as a mark of when it ended."""


def sweep(services: Services) -> dict[Queue, int]:
    """Ring every queue that has due rows; returns how many each has.

    A call whose transcript never came sends no ring of its own: it is due once its time
    of grace is over. What was deleted is overwritten where a reader was in the way before.
    """
    due = {queue: n for queue, n in services.database.due().items() if n}
    if overdue := _overdue_transcripts(services):
        due[Queue.INGEST] = due.get(Queue.INGEST, 0) + overdue
    if due:
        services.queue.ring(*due)
    with services.database.write() as tx:
        tx.locks.take(SWEPT, "sweep", lease_s=0.0)
    services.database.overwrite_deleted()  # asked every time: no mark of it can be lost
    return due


def _overdue_transcripts(services: Services) -> int:
    """How many calls (of the latest 100) ended so long ago that the provider is to be asked."""
    latest_end = services.now() - timedelta(seconds=services.thresholds.transcript_grace_s)
    waiting = CallFilter(states=(CallState.WAITING,), until=latest_end)
    with services.database.read() as tx:
        ends = [c.started_at + timedelta(seconds=c.duration_s) for c in tx.calls.list(waiting)]
    return sum(end < latest_end for end in ends)
