"""One time limit for many short waits, at the price of one timer for all of them.

A body nearly always is there already when it is asked for; a timer of its own for each
request then costs more than reading it.
"""

import asyncio
from types import TracebackType
from typing import Any


class TimeLimit:
    """``with limit:`` around what the running task awaits; any number of tasks at once.

    Raises ``TimeoutError`` in a task that is still inside after ``seconds``, and
    ``RuntimeError`` outside of a task.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends: dict[asyncio.Task[Any], float] = {}  # all have the same time: first in, first
        self._timer: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def __enter__(self) -> None:
        """The time of the running task begins."""
        task = _running_task()
        loop = task.get_loop()
        self._ends[task] = loop.time() + self._seconds
        if self._timer is None or self._loop is not loop:
            self._loop = loop
            self._timer = loop.call_later(self._seconds, self._end_overdue, loop)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """It is over: in time, or because ``_end_overdue`` ended it."""
        task = _running_task()
        in_time = self._ends.pop(task, None) is not None
        if in_time:
            return
        if task.uncancel() == 0 and kind is asyncio.CancelledError:
            raise TimeoutError from error

    def _end_overdue(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer = None
        for task, end in list(self._ends.items()):
            if end > loop.time():
                self._timer = loop.call_at(end, self._end_overdue, loop)
                return
            del self._ends[task]
            task.cancel()


def _running_task() -> "asyncio.Task[Any]":
    task = asyncio.current_task()
    if task is None:
        raise RuntimeError("a time limit is for code that runs in a task")
    return task
