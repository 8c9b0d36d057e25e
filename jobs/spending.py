"""What one call has used of its budget, counted by all the threads that ask about it."""

import threading

from domain.usage import NOTHING, Usage
from scoring.cost import Budget


class Spending:
    """Begins with what was spent before; safe to use from several threads."""

    def __init__(self, budget: Budget, spent: Usage) -> None:
        self._budget = budget
        self._admitted = spent
        self._used = NOTHING
        self._lock = threading.Lock()

    def admit(self, at_most: Usage) -> None:
        """Let requests be made that use so much. Raises ``GradingRefused`` if it does not fit."""
        with self._lock:
            self._budget.admit(at_most, self._admitted)
            self._admitted = self._admitted + at_most

    def note(self, used: Usage) -> None:
        """Count what a request really used."""
        with self._lock:
            self._used = self._used + used

    @property
    def used(self) -> Usage:
        """What the requests have used up to now; nothing that was spent before."""
        with self._lock:
            return self._used
