"""How a figure about a person is said, everywhere alike: never without how sure it is.

Messages, pages, CRM fields and the command line all take their numbers from here.
"""

import math

from domain.skills import Z_90, Proficiency, Tier, Trend, TrendLabel

MIN_CALLS = 3
"""Scored calls below which no number is said."""
TIER_NAMES = {
    Tier.NEEDS_WORK: "Needs Work",
    Tier.DEVELOPING: "Developing",
    Tier.PROFICIENT: "Proficient",
    Tier.EXCELLENT: "Excellent",
}
"""Lowest first."""


def count(number: int, noun: str) -> str:
    """``1 call``, ``3 calls``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def calls(number: int) -> str:
    """``1 call``, ``9 calls``."""
    return count(number, "call")


def points(level: float) -> str:
    """Whole points, halves rounded up."""
    return str(math.floor(level + 0.5))


def sure(level: float, standard_error: float) -> str:
    """``72 ± 8``: whole points and half the width of the 90 % interval, at least 1."""
    return f"{points(level)} ± {max(1, math.floor(Z_90 * standard_error + 0.5))}"


def clock(seconds: float) -> str:
    """``12:34``, or ``1:02:03`` from an hour on."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def enough(proficiency: Proficiency) -> bool:
    """Whether a number may be said at all."""
    return proficiency.calls >= MIN_CALLS


def from_calls(level: float, standard_error: float, number: int) -> str:
    """``72 ± 8 from 9 calls``."""
    return f"{sure(level, standard_error)} from {calls(number)}"


def figure(proficiency: Proficiency) -> str:
    """``72 ± 8 from 9 calls``, or that there are too few calls and how many there are."""
    if not enough(proficiency):
        return f"too few calls to say ({proficiency.calls} of at least {MIN_CALLS})"
    return from_calls(proficiency.level, proficiency.standard_error, proficiency.calls)


def tier(proficiency: Proficiency) -> str:
    """The announced tier in words; without one, that it is too early for one."""
    return "no tier yet" if proficiency.tier is None else TIER_NAMES[proficiency.tier]


def trend(found: Trend | None) -> str:
    """What may be said of a trend; most often that nothing can be."""
    if found is None or found.change is None or not found.known:
        return "too early for a trend"
    if found.label is TrendLabel.STEADY:
        return f"no clear change over {found.days} days"
    direction = "up" if found.label is TrendLabel.IMPROVING else "down"
    moved = sure(abs(found.change), found.standard_error or 0.0)
    return f"{direction} {moved} points over {found.days} days"
