"""How many deliveries are kept, for ``/metrics`` and for checks by hostile requests.

``/_test/counts`` is off unless switched on by an explicit option, which no deployment
sets: ``calls`` are deliveries kept from meeting providers, ``jobs`` those from Slack,
``inbox`` their sum, ``quarantine`` genuine requests that were kept apart.
"""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from starlette.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from domain.ports import Database
from web.plain import answer, as_json

QUARANTINE = "quarantine"


@runtime_checkable
class CountsDeliveries(Protocol):
    """A delivery store that can say how many rows it holds."""

    def count_by_state(self) -> Mapping[str, int]:
        """How many deliveries stand in each ``provider:state``."""
        ...


def deliveries_by_state(database: Database) -> Mapping[tuple[str, str], int]:
    """How many deliveries stand in each (provider, state); empty if the store cannot say."""
    with database.read() as stores:
        deliveries: object = stores.deliveries
        if not isinstance(deliveries, CountsDeliveries):
            return {}
        counted = deliveries.count_by_state()
    split = {name.rpartition(":"): number for name, number in counted.items()}
    return {(provider, state): number for (provider, _, state), number in split.items()}


class CountsRoute:
    """Answers with the four counts as JSON."""

    def __init__(self, database: Database, slack: str = "slack") -> None:
        self._database = database
        self._slack = slack

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer one request."""
        await answer(send, 200, as_json(await run_in_threadpool(self._counts)))

    def _counts(self) -> dict[str, int]:
        kept = deliveries_by_state(self._database)
        apart = sum(n for (_, state), n in kept.items() if state == QUARANTINE)
        slack = sum(n for (p, s), n in kept.items() if p == self._slack and s != QUARANTINE)
        inbox = sum(kept.values()) - apart
        return {"calls": inbox - slack, "jobs": slack, "inbox": inbox, "quarantine": apart}
