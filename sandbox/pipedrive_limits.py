"""What Pipedrive counts: tokens of the company's day, and requests in two seconds."""

from collections import Counter, deque
from collections.abc import Callable
from datetime import date, datetime, timedelta

WINDOW = timedelta(seconds=2)
V2_ONE, V2_LIST, V2_SHORT_LIST, V2_SEARCH, V2_WRITE, V2_DELETE = 1, 10, 5, 20, 5, 3
V1_ONE, V1_LIST, V1_LONG_LIST = 2, 10, 20
TOKENS = {
    "GET /v1/users": V1_LONG_LIST,
    "GET /v1/users/me": V1_ONE,
    "GET /v1/deals/{id}/changelog": V1_LONG_LIST,
    "GET /v1/deals/{id}/participants": V1_LIST,
    "GET /api/v2/deals": V2_LIST,
    "GET /api/v2/deals/archived": V2_SEARCH,
    "GET /api/v2/deals/{id}": V2_ONE,
    "PATCH /api/v2/deals/{id}": V2_WRITE,
    "GET /api/v2/persons": V2_LIST,
    "GET /api/v2/persons/search": V2_SEARCH,
    "GET /api/v2/stages": V2_SHORT_LIST,
    "GET /api/v2/pipelines": V2_SHORT_LIST,
    "GET /api/v2/dealFields": V2_LIST,
    "POST /api/v2/dealFields": V2_WRITE,
    "GET /api/v2/activities": V2_LIST,
    "POST /api/v2/activities": V2_WRITE,
    "PATCH /api/v2/activities/{id}": V2_WRITE,
    "DELETE /api/v2/activities/{id}": V2_DELETE,
}
"""Tokens by method and path."""


class TooMany(Exception):
    """Over a limit; ``blocked`` when the shield in front of the API answers instead."""

    def __init__(self, *, blocked: bool = False) -> None:
        super().__init__()
        self.blocked = blocked


class Limits:
    """Counts on the sandbox's own clock; ``spent`` is the sandbox's."""

    def __init__(self, now: Callable[[], datetime], spent: Counter[str]) -> None:
        self.now = now
        self.spent = spent
        self.daily_tokens = 30_000 * 200
        """30,000 a seat on the smallest plan; 200 seats."""
        self.per_window: int | None = None
        """Requests in two seconds; ``None``: as many as come."""
        self.patience = 25
        """Refused requests in a row until the shield answers."""
        self._day: date | None = None
        self._today = 0
        self._recent: deque[datetime] = deque()
        self._refused = 0

    def admit(self, route: str) -> None:
        """Count one request. Raises ``TooMany``."""
        self.spent["requests"] += 1
        now = self.now()
        if now.date() != self._day:
            self._day, self._today = now.date(), 0
        while self._recent and now - self._recent[0] >= WINDOW:
            self._recent.popleft()
        cost = TOKENS[route]
        full = self.per_window is not None and len(self._recent) >= self.per_window
        if full or self._today + cost > self.daily_tokens:
            self._refused += 1
            raise TooMany(blocked=self._refused > self.patience)
        self._refused = 0
        self._recent.append(now)
        self._today += cost
        self.spent["tokens"] += cost

    def headers(self) -> dict[str, str]:
        """What every answer tells."""
        left = max(0, self.daily_tokens - self._today)
        daily = {
            "x-daily-ratelimit-token-limit": str(self.daily_tokens),
            # the last few tokens buy nothing any more
            "x-daily-ratelimit-token-remaining": str(left if left >= V2_LIST else 0),
        }
        if self.per_window is None:
            return daily
        return {
            **daily,
            "x-ratelimit-limit": str(self.per_window),
            "x-ratelimit-remaining": str(max(0, self.per_window - len(self._recent))),
            "x-ratelimit-reset": str(int(WINDOW.total_seconds())),
        }
