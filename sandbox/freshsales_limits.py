"""How many requests a Freshsales account takes, and whose key it knows."""

from collections import deque
from datetime import datetime, timedelta

from sandbox.freshsales_records import FreshsalesFault

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class Gate:
    """Stands before every request. Limits can be set, and are none where they are ``None``."""

    def __init__(self) -> None:
        self.key = "fs-secret-key-of-one-user"
        self.per_hour: int | None = 5_000
        self.per_minute: int | None = 400
        self._recent: deque[datetime] = deque()

    def admit(self, authorization: str | None, now: datetime) -> None:
        """Let a request in. A refused one does not count against the limits."""
        if authorization != f"Token token={self.key}":
            refused = FreshsalesFault(401, "")
            refused.body = {"login": "failed", "message": "Incorrect email or password"}
            raise refused
        while self._recent and self._recent[0] <= now - HOUR:
            self._recent.popleft()
        for limit, window in ((self.per_hour, HOUR), (self.per_minute, MINUTE)):
            if limit is not None and self._is_full(limit, now - window):
                raise FreshsalesFault(429, "Too many requests")
        self._recent.append(now)

    def _is_full(self, limit: int, since: datetime) -> bool:
        """Whether as many requests as the limit came since a moment."""
        if limit == 0:
            return True
        return len(self._recent) >= limit and self._recent[-limit] > since
