"""Who may ask a Zoho CRM sandbox, and how much: tokens with their limit, and credits."""

from collections import Counter, deque
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from starlette.responses import JSONResponse, Response

from sandbox.zoho_fields import ZohoFault

DAY = timedelta(hours=24)
TOKEN_WINDOW = timedelta(minutes=10)
TOKEN_LASTS = timedelta(hours=1)


class Meter:
    """Access tokens, and credits spent over the last 24 hours."""

    def __init__(self, now: Callable[[], datetime], spent: Counter[str]) -> None:
        self.now = now
        self.spent = spent
        self.client = {"client_id": "1000.SANDBOX", "client_secret": "secret-of-zoho"}
        self.refresh_token = "1000.refresh-of-sandbox"
        self.api_domain = ""
        """Address that tokens are for; empty: where they were asked for."""
        self.scopes_missing: set[str] = set()
        self.tokens: dict[str, datetime] = {}
        """Access tokens with their ends."""
        self.tokens_per_window = 10
        self.credits_per_day = 100_000
        self._given: deque[datetime] = deque()
        self._credits: deque[tuple[datetime, int]] = deque()
        self._sum = 0

    def grant(self, form: Mapping[str, str], base: str) -> Response:
        """A token, or an error with status 200, as Zoho says them."""
        now = self.now()
        while self._given and self._given[0] <= now - TOKEN_WINDOW:
            self._given.popleft()
        if form.get("grant_type") != "refresh_token":
            return JSONResponse({"error": "unsupported_grant_type"})
        if {k: form.get(k) for k in self.client} != self.client:
            return JSONResponse({"error": "invalid_client"})
        if not self.refresh_token or form.get("refresh_token") != self.refresh_token:
            return JSONResponse({"error": "invalid_code"})
        if len(self._given) >= self.tokens_per_window:
            said = "You have made too many requests continuously. Please try again after some time."
            body = {"error": "Access Denied", "error_description": said, "status": "failure"}
            return JSONResponse(body, 400)
        self._given.append(now)
        self.spent["tokens"] += 1
        token = f"1000.access-{self.spent['tokens']}"
        self.tokens[token] = now + TOKEN_LASTS
        return JSONResponse({
            "access_token": token, "api_domain": self.api_domain or base, "token_type": "Bearer",
            "scope": "ZohoCRM.modules.ALL", "expires_in": 3600,
        })  # fmt: skip

    def admit(self, authorization: str, scopes: set[str]) -> None:
        """Refuse a request without a good token, or without one of its scopes."""
        kind, _, token = authorization.partition(" ")
        if kind != "Zoho-oauthtoken" or self.tokens.get(token, self.now()) <= self.now():
            raise ZohoFault(401, "INVALID_TOKEN", "invalid oauth token")
        if not self.scopes_missing.isdisjoint(scopes):
            raise ZohoFault(401, "OAUTH_SCOPE_MISMATCH", "invalid oauth scope to access this URL")

    def left(self) -> int:
        """Credits that can be spent now."""
        while self._credits and self._credits[0][0] <= self.now() - DAY:
            self._sum -= self._credits.popleft()[1]
        return max(0, self.credits_per_day - self._sum)

    def spend(self, cost: int) -> None:
        """Count credits; refuse what goes beyond."""
        if cost > self.left():
            raise ZohoFault(429, "TOO_MANY_REQUESTS", "API credits of the day are used up")
        self._credits.append((self.now(), cost))
        self._sum += cost
        self.spent["credits"] += cost
