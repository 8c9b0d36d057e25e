"""The trend line of a skill as points of an SVG: a band for how sure, a line for the level."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

Moment = tuple[datetime, float, float]
"""(when, level 0-100, standard error)."""

WIDTH = 320.0
HEIGHT = 80.0
PAD = 6.0
Z_90 = 1.645
"""Standard errors to each side of a 90 % interval."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Coordinates in a box of ``WIDTH`` by ``HEIGHT``; the vertical scale is always 0-100."""

    line: str
    """``x,y x,y …`` of the level after each call."""
    band: str
    """The outline of the 90 % interval, there and back."""
    last: tuple[float, float]
    width: float = WIDTH
    height: float = HEIGHT


def height_of(level: float) -> float:
    """The vertical coordinate of a level, clipped to 0-100; a high level is high up."""
    inside = min(100.0, max(0.0, level))
    return round(PAD + (HEIGHT - 2 * PAD) * (1 - inside / 100), 1)


def chart(history: Sequence[Moment]) -> Chart | None:
    """The chart of a history in time order; ``None`` for fewer than two calls."""
    if len(history) < 2:
        return None
    across = _places([moment for moment, _, _ in history])
    line = [(x, height_of(level)) for x, (_, level, _) in zip(across, history, strict=True)]
    upper = _edge(across, history, Z_90)
    lower = _edge(across, history, -Z_90)
    return Chart(line=_points(line), band=_points([*upper, *reversed(lower)]), last=line[-1])


def _places(moments: Sequence[datetime]) -> list[float]:
    """Horizontal coordinates by time, or evenly if all were at the same moment."""
    first, last = moments[0].timestamp(), moments[-1].timestamp()
    if last <= first:
        shares = [i / (len(moments) - 1) for i in range(len(moments))]
    else:
        shares = [(m.timestamp() - first) / (last - first) for m in moments]
    return [round(PAD + (WIDTH - 2 * PAD) * share, 1) for share in shares]


def _edge(
    across: Sequence[float], history: Sequence[Moment], errors: float
) -> list[tuple[float, float]]:
    return [
        (x, height_of(level + errors * error))
        for x, (_, level, error) in zip(across, history, strict=True)
    ]


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)
