"""What one call has used of its budget, counted by all the threads that ask about it."""

import threading

from domain.scores import Usage
from scoring.cost import Budget


class Spending:
    """Begins with what was admitted; safe to use from several threads."""

    def __init__(self, budget: Budget, admitted: Usage) -> None:
        self._budget = budget
        self._used = admitted
        self._lock = threading.Lock()

    def add(self, asked: Usage) -> None:
        """Count one more request. Raises ``GradingRefused`` if it does not fit."""
        with self._lock:
            self._budget.admit(asked, self._used)
            self._used = self._used + asked
