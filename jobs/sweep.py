"""The sweeper: ask again for whatever rows say is due, however its ring was lost."""

from domain.effects import Queue
from jobs.services import Services


def sweep(services: Services) -> dict[Queue, int]:
    """Ring every queue that has due rows; returns how many each has."""
    due = {queue: n for queue, n in services.database.due().items() if n}
    if due:
        services.queue.ring(*due)
    return due
