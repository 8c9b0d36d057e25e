"""Figures about a person as phrases: the same facts as ``domain.wording``, in any language."""

import math
from collections.abc import Sequence
from datetime import date

from domain import wording
from domain.phrases import Phrase, phrase
from domain.skills import Z_90, EarlySign, Proficiency, Tier, Trend, TrendLabel

_TIERS = {
    Tier.NEEDS_WORK: "tier-needs-work",
    Tier.DEVELOPING: "tier-developing",
    Tier.PROFICIENT: "tier-proficient",
    Tier.EXCELLENT: "tier-excellent",
}
_TO_THE_REP = {
    "focus-too-few": "focus-too-few-own",
    "focus-nothing-left": "focus-nothing-left-own",
}


def calls(number: int) -> Phrase:
    """``9 calls``."""
    return phrase("calls", n=number)


def points(level: float) -> int:
    """Whole points, halves rounded up."""
    return math.floor(level + 0.5)


def half(standard_error: float) -> int:
    """Half the width of the 90 % interval in whole points, at least 1."""
    return max(1, math.floor(Z_90 * standard_error + 0.5))


def sure(level: float, standard_error: float) -> Phrase:
    """``72 ± 8``."""
    return phrase("sure", level=points(level), half=half(standard_error))


def from_calls(level: float, standard_error: float, number: int) -> Phrase:
    """``72 ± 8 from 9 calls``."""
    return phrase("from-calls", level=points(level), half=half(standard_error), n=number)


def figure(found: Proficiency) -> Phrase:
    """``72 ± 8 from 9 calls``, or that there are too few calls and how many there are."""
    if not wording.enough(found):
        return phrase("figure-few", n=found.calls, least=wording.MIN_CALLS)
    return from_calls(found.level, found.standard_error, found.calls)


def tier(announced: Tier | None) -> Phrase:
    """The announced tier, or that it is too early for one."""
    return Phrase("tier-none" if announced is None else _TIERS[announced])


def lags(found: Proficiency, bounds: Sequence[tuple[Tier, float]]) -> bool:
    """Whether the announced tier is another than the level, as it is said, would have."""
    if found.tier is None or not wording.enough(found):
        return False
    reached = [each for each, bound in bounds if points(found.level) >= bound]
    return bool(reached) and reached[-1] is not found.tier


def to_the_rep(nothing: Phrase) -> Phrase:
    """That there is nothing to pick, as the rep reads it."""
    return Phrase(_TO_THE_REP.get(nothing.key, nothing.key), nothing.values)


def trend(found: Trend | None) -> Phrase:
    """What may be said of a trend; most often that nothing can be."""
    if found is None or found.change is None or not found.known:
        return Phrase("trend-early")
    if found.label is TrendLabel.STEADY:
        return phrase("trend-steady", days=found.days)
    by, error = points(abs(found.change)), half(found.standard_error or 0.0)
    if found.label is TrendLabel.IMPROVING:
        key = "trend-up" if error < by else "trend-probably-up"
    else:
        key = "trend-down" if error < by else "trend-probably-down"
    return phrase(key, by=by, half=error, days=found.days)


def day(when: date) -> Phrase:
    """``24 Nov``; a datetime is a date too."""
    return phrase("day", day=when.day, month=phrase(f"month-{when.month}"))


def long_day(when: date) -> Phrase:
    """``24 November 2026``."""
    month = phrase(f"month-long-{when.month}")
    return phrase("day-long", day=when.day, month=month, year=str(when.year))


def early_sign(sign: EarlySign, skill_name: str) -> Phrase:
    """Early news, never a verdict; without a figure, since a level has not followed it yet."""
    key = "early-improving" if sign.change > 0 else "early-slipping"
    return phrase(key, skill=skill_name, n=sign.calls)
