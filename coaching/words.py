"""Every phrase about a person's figures, in one place: plain, sure of no more than the data.

A number never stands without how sure it is and how many calls stand behind it. The same
fact is worded for the rep ("you") and for the manager (by name); bad news names what to do.
"""

import math
from collections.abc import Sequence
from datetime import date

from domain.skills import Proficiency, Tier, TierChange, Trend, TrendLabel

MIN_CALLS = 3
"""Scored calls below which no number is said."""
Z_90 = 1.645
"""Half of a 90 % interval in standard errors."""

TIER_WORDS = {
    Tier.NEEDS_WORK: "Needs Work",
    Tier.DEVELOPING: "Developing",
    Tier.PROFICIENT: "Proficient",
    Tier.EXCELLENT: "Excellent",
}
_RANK = {tier: i for i, tier in enumerate(Tier)}


def enough(proficiency: Proficiency) -> bool:
    """Whether a number may be said at all."""
    return proficiency.calls >= MIN_CALLS


def number(level: float, standard_error: float) -> str:
    """``72 ± 8``: whole points and half the width of the 90 % interval, at least 1."""
    half = max(1, math.floor(Z_90 * standard_error + 0.5))
    return f"{math.floor(level + 0.5)} ± {half}"


def calls(count: int) -> str:
    """``1 call``, ``9 calls``."""
    return "1 call" if count == 1 else f"{count} calls"


def figure(proficiency: Proficiency) -> str:
    """``72 ± 8 from 9 calls``, or that there are too few calls and how many there are."""
    if not enough(proficiency):
        return f"too few calls to say ({proficiency.calls} of at least {MIN_CALLS})"
    shown = number(proficiency.level, proficiency.standard_error)
    return f"{shown} from {calls(proficiency.calls)}"


def tier(proficiency: Proficiency) -> str:
    """The announced tier in words; without one, that it is too early for one."""
    if proficiency.tier is None:
        return "no tier yet"
    return TIER_WORDS[proficiency.tier]


def trend(found: Trend | None) -> str:
    """What may be said of a trend; most often that nothing can be."""
    if found is None or found.label is TrendLabel.UNKNOWN or found.change is None:
        return "too early for a trend"
    if found.label is TrendLabel.STEADY:
        return f"no clear change over {found.days} days"
    direction = "up" if found.label is TrendLabel.IMPROVING else "down"
    shown = number(abs(found.change), found.standard_error or 0.0)
    return f"{direction} {shown} points over {found.days} days"


def latest_trend(proficiency: Proficiency) -> str:
    """What may be said of the last 60 days, or of the last 30 while 60 are not known."""
    for days in (60, 30):
        found = proficiency.trend(days)
        if found is not None and found.label is not TrendLabel.UNKNOWN:
            return trend(found)
    return trend(None)


def is_good_news(change: TierChange) -> bool:
    """Whether a tier went up; a first announcement is neither good nor bad."""
    return change.before is not None and _RANK[change.after] > _RANK[change.before]


def tier_change_for_rep(change: TierChange, skill_name: str) -> str:
    """The sentence the rep reads."""
    figures = f"{number(change.level, change.standard_error)} from {calls(change.calls)}"
    after = TIER_WORDS[change.after]
    if change.before is None:
        return f"There are now enough calls to say: your {skill_name} is {after} ({figures})."
    before = TIER_WORDS[change.before]
    if is_good_news(change):
        return f"Well done: your {skill_name} went from {before} to {after} ({figures})."
    return (
        f"Your {skill_name} went from {before} to {after} ({figures}). "
        "Look at the call that tipped it, and bring it to your next 1:1."
    )


def tier_change_for_manager(change: TierChange, rep_name: str, skill_name: str) -> str:
    """The sentence the rep's manager reads."""
    figures = f"{number(change.level, change.standard_error)} from {calls(change.calls)}"
    after = TIER_WORDS[change.after]
    if change.before is None:
        return f"Enough calls to say: {rep_name} is {after} in {skill_name} ({figures})."
    before = TIER_WORDS[change.before]
    if is_good_news(change):
        return (
            f"{rep_name} went from {before} to {after} in {skill_name} ({figures}). "
            "Worth saying so."
        )
    return (
        f"{rep_name} went from {before} to {after} in {skill_name} ({figures}). "
        "Listen to the call that tipped it before you talk about it."
    )


def joined(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def day(moment: date) -> str:
    """``24 Nov``; a datetime is a date too."""
    return f"{moment.day} {moment:%b}"
