"""What goes into one batch together: calls with their requests, up to a file's size."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.calls import Call, CallId
from domain.effects import Claimed
from domain.ports import ModelRequest

MAX_BYTES = 150 * 1000 * 1000
"""Of one batch, counted as ``size_of`` does; a provider takes 200 MB in one file."""
BYTES_BESIDE = 2_000
"""Of a request in a file beside its texts and its schema."""


@dataclass(slots=True)
class BatchLoad:
    """Takes what it is offered while there is room; the rest is passed over."""

    max_bytes: int
    taken: list[tuple[Claimed[Call], Sequence[ModelRequest]]] = field(default_factory=list)
    passed_over: list[Claimed[Call]] = field(default_factory=list)
    full: bool = False
    """Whether what is due goes on in the next batch."""
    size: int = 0
    """In bytes."""
    _offered: set[CallId] = field(default_factory=set)

    def offer(self, claimed: Claimed[Call], requests: Sequence[ModelRequest]) -> None:
        """Take a call, unless it asks nothing or does not fit.

        One that comes again was claimed so long ago that its claim ran out: enough for now.
        """
        more = sum(map(size_of, requests))
        alone = 0 < more <= self.max_bytes
        again = claimed.item.id in self._offered
        self._offered.add(claimed.item.id)
        self.full = self.full or again or (alone and self.size + more > self.max_bytes)
        if self.full or not alone:
            self.passed_over.append(claimed)
        else:
            self.taken.append((claimed, requests))
            self.size += more


def size_of(request: ModelRequest) -> int:
    """About how many bytes a request is in a batch's file; never less than it is."""
    texts = json.dumps([request.system, request.user, dict(request.schema)], ensure_ascii=False)
    return len(texts.encode("utf-8", "replace")) + BYTES_BESIDE
