"""How long a worker stays with one queue: until another one that it serves has work."""

import threading
import time
from collections.abc import Callable, Collection

from domain.effects import Queue
from domain.ports import Database

LONGEST_S = 60.0
"""A ring ends after this in any case, so that rings of others in the queue are seen."""


class Shift:
    """One worker process's queues, and whether it was told to stop."""

    def __init__(self, queues: Collection[Queue] = tuple(Queue)) -> None:
        self.queues = frozenset(queues)
        self.stopping = threading.Event()

    def at(
        self, queue: Queue, database: Database, clock: Callable[[], float] = time.monotonic
    ) -> Callable[[], bool]:
        """Asked between claims of a ring for ``queue``, from now on: may it claim more?

        A worker that serves this queue alone goes on for ``LONGEST_S`` seconds. Where it
        serves others too, it stops as soon as one of them has rows that are due.
        """
        ends = clock() + LONGEST_S
        others = self.queues - {queue}

        def may_go_on() -> bool:
            if self.stopping.is_set() or clock() >= ends:
                return False
            return not others or not any(database.due().get(other) for other in others)

        return may_go_on
