"""``/_test/counts``: what was kept, for checks by hostile requests.

Off unless switched on by an explicit option, which no deployment sets. ``calls`` are
deliveries kept from meeting providers, ``jobs`` those from Slack, ``inbox`` their sum,
``quarantine`` genuine requests that were kept apart. Reads every row: only for tests.
"""

from starlette.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from domain.ports import Database
from domain.webhooks import DeliveryState
from web.plain import answer, as_json

EVERY_ROW = 1_000_000


class CountsRoute:
    """Answers with the four counts as JSON."""

    def __init__(self, database: Database, slack: str = "slack") -> None:
        self._database = database
        self._slack = slack

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer one request."""
        await answer(send, 200, as_json(await run_in_threadpool(self._counts)))

    def _counts(self) -> dict[str, int]:
        with self._database.read() as stores:
            rows = stores.deliveries.list(limit=EVERY_ROW)
        kept = [row.delivery for row in rows if row.state is not DeliveryState.QUARANTINED]
        jobs = sum(delivery.provider == self._slack for delivery in kept)
        return {
            "calls": len(kept) - jobs,
            "jobs": jobs,
            "inbox": len(kept),
            "quarantine": len(rows) - len(kept),
        }
