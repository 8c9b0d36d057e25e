"""How fast this process may ask one server: its quota of requests and tokens a minute.

One place for all threads. A request takes what it may use out of two buckets that fill with
time; whoever finds one empty waits its turn, in order of arrival. A wait longer than
``max_wait_s`` is not sat out: the call's row is given back to the job layer, which is where
waiting costs nothing. A 429 concerns its own call. Only ``CLOSE_AFTER`` of them in a row,
with no answer in between, say that the quota is used up; then nobody asks before the time
the server named. Refused credentials close it too, for a minute.
"""

import threading
import time
from collections.abc import Callable

from domain.errors import CredentialsRejected, IntegrationError, RateLimited

CLOSE_AFTER = 3
REFUSED_S = 60.0
BURST_S = 10.0
"""So much of a minute's quota may be used at once after a pause."""


class Bucket:
    """Fills at ``per_minute`` up to ``BURST_S`` seconds' worth; may be overdrawn by waiting."""

    def __init__(self, per_minute: int) -> None:
        self.per_s = per_minute / 60.0
        self.most = self.per_s * BURST_S
        self.level = self.most
        self.at: float | None = None

    def wait_s(self, amount: float, now: float) -> float:
        """Seconds until ``amount`` is there; more than the whole bucket waits for a full one."""
        if self.at is not None:
            self.level = min(self.most, self.level + (now - self.at) * self.per_s)
        self.at = now
        return max(0.0, min(amount, self.most) - self.level) / self.per_s


class Pace:
    """Safe to use from several threads; ``None`` for a limit means there is none."""

    def __init__(
        self,
        vendor: str,
        *,
        requests_per_minute: int | None = None,
        tokens_per_minute: int | None = None,
        max_wait_s: float = 15.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._vendor = vendor
        self._requests = Bucket(requests_per_minute) if requests_per_minute else None
        self._tokens = Bucket(tokens_per_minute) if tokens_per_minute else None
        self._max_wait_s = max_wait_s
        self._clock, self._sleep = clock, sleep
        self._lock = threading.Lock()
        self._refusals = 0
        self._closed_until = float("-inf")
        self._why: IntegrationError | None = None

    def enter(self, tokens: int) -> None:
        """Wait for one request of so many tokens, prompt and room for the answer.

        Raises:
            RateLimited: it would take longer than ``max_wait_s``, or the server said when.
            CredentialsRejected: they were refused less than a minute ago.
        """
        with self._lock:
            now = self._clock()
            self._refuse_closed(now)
            wants = [(b, n) for b, n in ((self._requests, 1), (self._tokens, tokens)) if b]
            wait_s = max((b.wait_s(n, now) for b, n in wants), default=0.0)
            if wait_s > self._max_wait_s:
                raise RateLimited(self._vendor, wait_s)
            for bucket, amount in wants:
                bucket.level -= amount
        if wait_s > 0:
            self._sleep(wait_s)

    def answered(self) -> None:
        """The server took a request: whatever it refused before, it is open."""
        with self._lock:
            self._refusals = 0

    def refused(self, error: IntegrationError) -> None:
        """The server refused a request; closes for all if it refuses everybody."""
        with self._lock:
            if isinstance(error, CredentialsRejected):
                self._close(error, REFUSED_S)
            elif isinstance(error, RateLimited):
                self._refusals += 1
                if self._refusals >= CLOSE_AFTER:
                    self._close(error, error.retry_after_s)

    def _close(self, error: IntegrationError, seconds: float) -> None:
        self._closed_until = max(self._closed_until, self._clock() + seconds)
        self._why = error

    def _refuse_closed(self, now: float) -> None:
        left_s = self._closed_until - now
        if left_s <= 0 or self._why is None:
            return
        if isinstance(self._why, CredentialsRejected):
            raise CredentialsRejected(self._vendor, self._why.detail)
        raise RateLimited(self._vendor, left_s)
