"""A call too long for one request, cut at turns into overlapping windows.

Every turn keeps its number, so what is quoted from a window is found in the whole call. The
overlap is there for exchanges: a question at the end of one window and its answer in the
next are both whole in one of the two, as long as they are close together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from domain.errors import GradingRefused

MAX_WINDOWS = 10
"""They are asked side by side, so that a long call takes no longer than a short one."""
OVERLAP = 0.05
"""Share of a window that the next one repeats, at most."""


@dataclass(frozen=True, slots=True)
class Window:
    """Lines ``first`` to ``end`` (not included) of a call; part ``number`` (from 1) of ``of``."""

    first: int
    end: int
    number: int = 1
    of: int = 1


def windows_of(sizes: Sequence[int], *, limit: int) -> tuple[Window, ...]:
    """Cover lines of these sizes in order, each window at most ``limit`` in all.

    One window wherever everything fits into it. Otherwise each begins a little before the
    end of the one before, by whole lines of at most a twentieth of the limit together.

    Raises:
        GradingRefused: one line alone is larger, or more than ``MAX_WINDOWS`` are needed.
    """
    if (total := sum(sizes)) <= limit:
        return (Window(0, len(sizes)),)
    for index, size in enumerate(sizes):
        if size > limit:
            raise GradingRefused(
                f"turn {index} alone is about {size} tokens, more than one request "
                f"may hold ({limit})"
            )
    spans = _spans(sizes, limit)
    if len(spans) > MAX_WINDOWS:
        raise GradingRefused(
            f"the call is about {total} tokens, more than {MAX_WINDOWS} requests "
            f"of {limit} may hold"
        )
    return tuple(
        Window(first, end, number, len(spans)) for number, (first, end) in enumerate(spans, 1)
    )


def _spans(sizes: Sequence[int], limit: int) -> list[tuple[int, int]]:
    sums = [0, *accumulate(sizes)]
    spans: list[tuple[int, int]] = []
    first = 0
    while first < len(sizes):
        end = first + 1
        while end < len(sizes) and sums[end + 1] - sums[first] <= limit:
            end += 1
        spans.append((first, end))
        if end == len(sizes):
            break
        back, room = end, limit - sizes[end]  # the next line has to fit behind the overlap
        while back - 1 > first and sums[end] - sums[back - 1] <= min(OVERLAP * limit, room):
            back -= 1
        first = back
    return spans
