"""Small charts as images: how a few levels went over the last weeks."""

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

SCALE = 2
"""Drawn larger than shown, for screens with fine dots."""
WIDTH, ROW, MARGIN, LABEL = 560, 46, 14, 250
INK, SOFT, LINE, GRID, PAPER = "#1d1c1d", "#616061", "#1f3a34", "#e3e2e3", "#ffffff"
MAX_ROWS = 16
LABEL_CHARS = 30


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One level over time. ``levels`` are 0-100, oldest first, one a week."""

    name: str
    """Whose it is; empty for the reader's own."""
    skill: str
    figure: str
    """The level of today with its range, beside the line."""
    levels: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What to draw, and what it says to whoever does not see it."""

    rows: tuple[ChartRow, ...]
    alt: str


def png_of(picture: Picture) -> bytes:
    """The chart as a PNG: one row a level, all on the same scale from 0 to 100.

    The same picture gives the same bytes.
    """
    rows = picture.rows[:MAX_ROWS]
    size = (WIDTH * SCALE, (ROW * len(rows) + 2 * MARGIN) * SCALE)
    image = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(image)
    for place, row in enumerate(rows):
        _draw(draw, row, top=(MARGIN + place * ROW) * SCALE)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw(draw: ImageDraw.ImageDraw, row: ChartRow, *, top: int) -> None:
    high = (ROW - 12) * SCALE
    left, right = LABEL * SCALE, (WIDTH - 96) * SCALE
    _draw_label(draw, row, top=top)
    for bound in (50, 75, 90):
        y = top + high - bound / 100 * high
        draw.line([(left, y), (right, y)], fill=GRID, width=SCALE)
    points = _points(row.levels, left=left, right=right, top=top, high=high)
    if len(points) > 1:
        draw.line(points, fill=LINE, width=2 * SCALE, joint="curve")
    if points:
        x, y = points[-1]
        dot = 4 * SCALE
        draw.ellipse([x - dot, y - dot, x + dot, y + dot], fill=LINE)
    draw.text((right + 14 * SCALE, top + 8 * SCALE), row.figure, INK, font=_font(14))


def _draw_label(draw: ImageDraw.ImageDraw, row: ChartRow, *, top: int) -> None:
    """Whose it is above the skill; the reader's own skill stands beside the line's middle."""
    name, skill = _short(drawable(row.name)), _short(drawable(row.skill))
    left = MARGIN * SCALE
    if name:
        draw.text((left, top - SCALE), name, SOFT, font=_font(12))
    draw.text((left, top + (14 if name else 8) * SCALE), skill, INK, font=_font(14))


def _points(
    levels: Sequence[float], *, left: int, right: int, top: int, high: int
) -> list[tuple[float, float]]:
    step = (right - left) / max(1, len(levels) - 1)
    start = left if len(levels) > 1 else right
    return [(start + i * step, top + high - level / 100 * high) for i, level in enumerate(levels)]


def drawable(text: str) -> str:
    """What the built-in font can draw: no accents; nothing if little of it would be left."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ł", "l"))
    kept = "".join(c for c in plain if c.isascii()).strip()
    letters = sum(c.isalpha() for c in text)
    return kept if 2 * sum(c.isalpha() for c in kept) >= letters else ""


def _short(text: str) -> str:
    return text if len(text) <= LABEL_CHARS else f"{text[: LABEL_CHARS - 1].rstrip()}."


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size * SCALE)
