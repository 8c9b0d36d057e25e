"""Why a published level moved: parts that add up to the move, from the record of moves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from domain.calls import CallId
from domain.ports import Stores
from domain.skills import MoveCause, ProfileMove
from domain.wording import MIN_CALLS
from jobs.profiles import Pair

SHOWN_DAYS = 30


@dataclass(frozen=True, slots=True)
class Part:
    """What one cause added, in tenths of a point, and the calls behind it with what each added."""

    cause: MoveCause
    tenths: int
    calls: tuple[tuple[CallId, int], ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The published level then and now, in tenths of a point; the parts are the difference.

    ``since`` is when the first of the two was published.
    """

    since: datetime
    before: int
    after: int
    parts: tuple[Part, ...]


def why_moved(tx: Stores, pair: Pair, since: datetime) -> Why | None:
    """What moved the level of a pair since then; ``None`` while too few calls make no figure.

    A figure that first appeared later is followed from its first publication.
    """
    record = _still_shown(tx.profiles.moves(*pair))
    if not record:
        return None
    start = max((at for at, move in enumerate(record) if move.at < since), default=0)
    later = record[start + 1 :]
    parts = tuple(_part(c, moved) for c in MoveCause if (moved := _of(c, later)))
    before, after = _tenths(record[start].after), _tenths(record[-1].after)
    return Why(record[start].at, before, after, parts)


def _still_shown(record: Sequence[ProfileMove]) -> Sequence[ProfileMove]:
    """The moves since there were last too few calls for a figure."""
    few = max((at for at, move in enumerate(record) if move.calls < MIN_CALLS), default=-1)
    return record[few + 1 :]


def _of(cause: MoveCause, moves: Sequence[ProfileMove]) -> list[ProfileMove]:
    return [move for move in moves if move.cause is cause]


def _tenths(level: float | None) -> int:
    """Levels are rounded and then subtracted, so that what is shown adds up."""
    return round(10.0 * (level or 0.0))


def _moved(move: ProfileMove) -> int:
    return _tenths(move.after) - _tenths(move.before)


def _part(cause: MoveCause, moves: Sequence[ProfileMove]) -> Part:
    of_calls = sorted(
        ((move.call_id, _moved(move)) for move in moves if move.call_id is not None),
        key=lambda each: each[0],
    )
    calls = tuple(
        (call_id, sum(tenths for _, tenths in same))
        for call_id, same in groupby(of_calls, key=lambda each: each[0])
    )
    return Part(cause, sum(map(_moved, moves)), calls)
