"""When an announced tier moves: only when the figures carry it, and not to and fro.

Tier of the mean, checked daily, turns around two or three times a year for a rep who does
not change at all. This rule asks for a probability, a pause and new calls instead.
"""

import math
from dataclasses import dataclass

from domain.skills import ProfileRules, Tier


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known after one scored call."""

    day: float
    """Days since the first call."""
    level: float
    standard_error: float
    calls: int
    """Scored live calls up to and with this one."""


@dataclass(frozen=True, slots=True)
class Announced:
    """The tier that is shown, what it replaced, and when; nothing at first."""

    tier: Tier | None = None
    left: Tier | None = None
    """The tier before, if there was one."""
    day: float = 0.0
    calls: int = 0
    """Scored live calls at that moment."""


def tier_of(level: float, rules: ProfileRules) -> Tier:
    """The tier whose bounds hold ``level`` (0-100)."""
    reached = [tier for tier, bound in rules.tier_bounds if level >= bound]
    return reached[-1] if reached else rules.tier_bounds[0][0]


def probability_at_least(bound: float, level: float, standard_error: float) -> float:
    """``P(theta >= bound)`` of a normal distribution around ``level``."""
    return 0.5 * math.erfc((bound - level) / (standard_error * math.sqrt(2.0)))


def next_announcement(shown: Announced, now: Evidence, rules: ProfileRules) -> Announced:
    """What is shown after this call; the same object if nothing moves.

    First: at least ``first_min_calls`` scored live calls and a standard error of at most
    ``first_max_error``. Up: the highest tier that the level reaches with
    ``change_probability``. Down: the lowest tier below whose upper bound it lies with that
    probability. Guards: ``min_days_between`` and ``min_calls_between`` since the last
    announcement, and ``reversal_probability`` for going back within ``reversal_days``.
    """
    if shown.tier is None:
        if now.calls < rules.first_min_calls or now.standard_error > rules.first_max_error:
            return shown
        return Announced(tier_of(now.level, rules), None, now.day, now.calls)
    if now.day - shown.day < rules.min_days_between:
        return shown
    if now.calls - shown.calls < rules.min_calls_between:
        return shown
    moved_to = _higher(shown, now, rules) or _lower(shown, now, rules)
    return Announced(moved_to, shown.tier, now.day, now.calls) if moved_to else shown


def _higher(shown: Announced, now: Evidence, rules: ProfileRules) -> Tier | None:
    for tier, bound in reversed(rules.tier_bounds):
        if tier is shown.tier:
            return None
        sure = probability_at_least(bound, now.level, now.standard_error)
        if sure >= _needed(tier, shown, now, rules):
            return tier
    return None


def _lower(shown: Announced, now: Evidence, rules: ProfileRules) -> Tier | None:
    for (tier, _), (_, upper) in zip(rules.tier_bounds, rules.tier_bounds[1:], strict=False):
        if tier is shown.tier:
            return None
        sure = 1.0 - probability_at_least(upper, now.level, now.standard_error)
        if sure >= _needed(tier, shown, now, rules):
            return tier
    return None


def _needed(tier: Tier, shown: Announced, now: Evidence, rules: ProfileRules) -> float:
    going_back = tier is shown.left and now.day - shown.day < rules.reversal_days
    return rules.reversal_probability if going_back else rules.change_probability
