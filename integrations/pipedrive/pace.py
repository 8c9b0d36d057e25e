"""Pipedrive's short window: so many requests in two seconds, told with every answer."""

import threading
import time
from collections.abc import Callable, Mapping

from integrations.pipedrive.errors import BURST_S, seconds

MOST_S = 5.0


class Window:
    """Holds the next request back once the window is used up; safe to use from threads.

    That is no retry: without it, a batch that is read one deal at a time would run into the
    limit on its way, each time at the same place.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._lock = threading.Lock()
        self._closed_until = float("-inf")

    def wait(self) -> None:
        """Until the window is open again, five seconds at most."""
        with self._lock:
            left_s = self._closed_until - self._clock()
        if left_s > 0:
            self._sleep(min(left_s, MOST_S))

    def note(self, headers: Mapping[str, str]) -> None:
        """What an answer says about the requests that are left."""
        if headers.get("x-ratelimit-remaining", "").strip() != "0":
            return
        reset_s = seconds(headers.get("x-ratelimit-reset", ""))
        with self._lock:
            self._closed_until = self._clock() + (BURST_S if reset_s is None else reset_s)
