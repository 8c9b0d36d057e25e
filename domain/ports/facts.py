"""The store of what calls prove about their deals."""

from collections.abc import Sequence
from typing import Protocol

from domain.calls import CallId
from domain.deals import DealRef
from domain.facts import CallFacts


class FactStore(Protocol):
    """Facts; one set for each call, replaced when it is read again."""

    def put(self, facts: CallFacts) -> None:
        """Keep, or replace those of this call."""
        ...

    def get(self, call_id: CallId) -> CallFacts | None:
        """The facts of one call; ``None`` if it was not read."""
        ...

    def of_deal(self, ref: DealRef) -> Sequence[CallFacts]:
        """Those of every call that is linked to the deal, newest call first."""
        ...

    def remove(self, call_id: CallId) -> None:
        """Forget those of a call: they quote what was said on it."""
        ...
