"""Cells of a study's files as numbers that can be: finite, and within their range."""

from collections.abc import Mapping
from typing import Any

WEEK = 7
MOST_DAYS = 36_525
"""A hundred years: more is a slip of the keyboard, and would never end."""


def whole(value: Any, low: int, high: int) -> int | None:
    """A whole number from ``low`` to ``high``, written as ``12``, ``12.0`` or text of these."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return int(number) if low <= number <= high and number == int(number) else None


def length_of(days: object) -> int:
    """How many days a study has: a week at least. Raises ``ValueError``."""
    found = whole(days, WEEK, MOST_DAYS)
    if found is None:
        raise ValueError(f"days is {days!r}, not a whole number from {WEEK} to {MOST_DAYS}")
    return found


def day(row: Mapping[str, str], column: str) -> int:
    """A day, counted from the first; before it below zero.

    Raises ``KeyError`` without the column, else ``ValueError``.
    """
    found = whole(row[column], -MOST_DAYS, MOST_DAYS)
    if found is None:
        within = f"from {-MOST_DAYS} to {MOST_DAYS}"
        raise ValueError(f"{column} {row[column]!r} is not a whole number {within}")
    return found


def score(row: Mapping[str, str], column: str) -> float:
    """A score 0-100. Raises ``KeyError`` without the column, else ``ValueError``."""
    text = row[column]
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if not 0.0 <= found <= 100.0:
        raise ValueError(f"{column} {text} is not within 0-100")
    return found
