"""Calls that a provider grades in its own time, for less: a batch of requests."""

from dataclasses import dataclass
from datetime import datetime

from domain.calls import CallId


@dataclass(frozen=True, slots=True, kw_only=True)
class GradingBatch:
    """Calls whose requests were sent together; ``remote_id`` once the provider has taken them."""

    id: str
    call_ids: tuple[CallId, ...]
    begun_at: datetime
    remote_id: str | None = None


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a provider is: so many of so many requests; ``ended`` however it ended."""

    done: int
    total: int
    ended: bool
