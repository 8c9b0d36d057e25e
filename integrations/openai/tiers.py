"""When to ask for the flex tier, which is cheaper and sometimes has no room."""

import threading
import time
from collections.abc import Callable

import openai

REST_S = 600.0
"""So long the ordinary tier is asked after flex had no room or gave no answer in time."""


class FlexTier:
    """Safe to use from several threads."""

    def __init__(self, *, wanted: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._wanted = wanted
        self._clock = clock
        self._rests_until = float("-inf")
        self._lock = threading.Lock()

    def now(self) -> str | None:
        """``flex``, or ``None`` for the server's ordinary tier."""
        with self._lock:
            return "flex" if self._wanted and self._clock() >= self._rests_until else None

    def rest(self, *, for_good: bool = False) -> None:
        """Ask the ordinary tier for a while, or from now on."""
        with self._lock:
            self._wanted = self._wanted and not for_good
            self._rests_until = self._clock() + REST_S


def has_no_flex(error: openai.APIStatusError) -> bool:
    """Whether a server refused the tier itself: it does not know it, or not for this model."""
    return error.status_code == 400 and "service_tier" in f"{error.param} {error.message}"


def is_out_of_room(error: openai.APIStatusError) -> bool:
    """Whether the flex tier has no capacity just now, which is no rate limit of ours."""
    return error.status_code == 429 and error.code == "resource_unavailable"
