"""The trend of a skill as an SVG: a band for how sure, a line for the level, dots for calls."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.skills import Z_90

Moment = tuple[datetime, float, float]
"""(when, level 0-100, standard error)."""

WIDTH = 320.0
HEIGHT = 84.0
PAD = 5.0


@dataclass(frozen=True, slots=True)
class Chart:
    """Coordinates in a box of ``WIDTH`` by ``HEIGHT``; the vertical scale is always 0-100."""

    line: str
    """``x,y x,y …`` of the level after each call."""
    band: str
    """The outline of the 90 % interval, there and back."""
    last: tuple[float, float]
    dots: tuple[tuple[float, float], ...]
    """One a call: what it scored by itself."""
    width: float = WIDTH
    height: float = HEIGHT


def height_of(level: float) -> float:
    """The vertical coordinate of a level, clipped to 0-100; a high level is high up."""
    inside = min(100.0, max(0.0, level))
    return round(PAD + (HEIGHT - 2 * PAD) * (1 - inside / 100), 1)


def chart(
    history: Sequence[Moment], observed: Sequence[tuple[datetime, float]] = ()
) -> Chart | None:
    """The chart of a history in time order; ``None`` for fewer than two calls."""
    if len(history) < 2:
        return None
    place = _place(history[0][0], history[-1][0])
    across = [place(moment) for moment, _, _ in history]
    line = [(x, height_of(level)) for x, (_, level, _) in zip(across, history, strict=True)]
    upper = _edge(across, history, Z_90)
    lower = _edge(across, history, -Z_90)
    return Chart(
        line=_points(line),
        band=_points([*upper, *reversed(lower)]),
        last=line[-1],
        dots=tuple((place(moment), height_of(score)) for moment, score in observed),
    )


def _place(first: datetime, last: datetime) -> Callable[[datetime], float]:
    """Moments to horizontal coordinates; all to the right edge if there is no span."""
    span_s = (last - first).total_seconds()

    def place(moment: datetime) -> float:
        share = (moment - first).total_seconds() / span_s if span_s > 0 else 1.0
        return round(PAD + (WIDTH - 2 * PAD) * min(1.0, max(0.0, share)), 1)

    return place


def _edge(
    across: Sequence[float], history: Sequence[Moment], errors: float
) -> list[tuple[float, float]]:
    return [
        (x, height_of(level + errors * error))
        for x, (_, level, error) in zip(across, history, strict=True)
    ]


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)
