"""How fast a rep's level may wander: faster while coached on the skill, and when new."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

COACHED_DAYS, COACHED_PACE = 28.0, 4.0
"""A coaching block, from its start, and how many times faster the level drifts in it."""
NEW_DAYS, NEW_PACE = 120.0, 3.0
"""The same of a rep who is new to the team."""


@dataclass(frozen=True, slots=True)
class Pace:
    """From a day to the drift that had room by then, in days of the usual pace.

    Build it with ``pace_of``. ``turns`` are the days on which the pace changes, ``paces`` the
    pace from each of them on, ``passed`` the drift days before each.
    """

    turns: tuple[float, ...] = ()
    paces: tuple[float, ...] = ()
    passed: tuple[float, ...] = ()

    def at(self, day: float) -> float:
        """Drift days up to ``day``; without a turn before it, the day itself."""
        i = bisect_right(self.turns, day) - 1
        if i < 0:
            return day
        return self.passed[i] + self.paces[i] * (day - self.turns[i])


STEADY = Pace()
"""Always the usual pace."""


def pace_of(*, new_from: float | None = None, coached: Sequence[float] = ()) -> Pace:
    """The pace of a rep who was new on day ``new_from`` and whose coaching starts on ``coached``.

    Where both apply the faster one holds.
    """
    spans = [(start, start + COACHED_DAYS, COACHED_PACE) for start in coached]
    if new_from is not None:
        spans.append((new_from, new_from + NEW_DAYS, NEW_PACE))
    if not spans:
        return STEADY
    turns = sorted({edge for start, end, _ in spans for edge in (start, end)})
    paces = [max([p for start, end, p in spans if start <= t < end], default=1.0) for t in turns]
    passed = [turns[0]]
    for i in range(1, len(turns)):
        passed.append(passed[-1] + paces[i - 1] * (turns[i] - turns[i - 1]))
    return Pace(tuple(turns), tuple(paces), tuple(passed))
