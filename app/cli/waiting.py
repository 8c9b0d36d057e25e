"""Waiting for calls that a running worker scores: it may take them before this command can."""

import time
from collections.abc import Callable, Iterable

from domain.calls import Call, CallId, CallState
from jobs.services import Services

LONGEST_S = 60.0
POLL_S = 0.2


def to_be_scored(call: Call | None) -> bool:
    """Whether somebody scores it now or soon; not after a failure, which is told at once."""
    return call is not None and call.state is CallState.READY and call.error is None


def wait_until_scored(
    call_ids: Iterable[CallId],
    services: Services,
    *,
    longest_s: float = LONGEST_S,
    sleep: Callable[[float], None] = time.sleep,
) -> bool:
    """Wait until no call is still to be scored, or for ``longest_s``; whether none is left."""
    left = list(call_ids)
    end = services.monotonic() + longest_s
    while left := _left(left, services):
        if services.monotonic() >= end:
            return False
        sleep(POLL_S)
    return True


def _left(call_ids: list[CallId], services: Services) -> list[CallId]:
    with services.database.read() as tx:
        return [call_id for call_id in call_ids if to_be_scored(tx.calls.get(call_id))]
