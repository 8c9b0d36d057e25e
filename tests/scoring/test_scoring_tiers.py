"""The tier rule, one guard at a time."""

from dataclasses import replace

import pytest

from domain.skills import ProfileRules, Tier
from scoring.tiers import Announced, Evidence, next_announcement, probability_at_least, tier_of

RULES = ProfileRules()
DEVELOPING = Announced(Tier.DEVELOPING, None, day=0.0, calls=5)


def seen(level: float, error: float = 3.0, *, day: float = 100.0, calls: int = 50) -> Evidence:
    return Evidence(day, level, error, calls)


@pytest.mark.parametrize(
    ("level", "tier"),
    [
        (0.0, Tier.NEEDS_WORK),
        (49.999, Tier.NEEDS_WORK),
        (50.0, Tier.DEVELOPING),
        (75.0, Tier.PROFICIENT),
        (89.999, Tier.PROFICIENT),
        (90.0, Tier.EXCELLENT),
    ],
)
def test_the_tier_of_a_level_starts_at_its_bound(level: float, tier: Tier) -> None:
    assert tier_of(level, RULES) is tier


def test_probability_is_one_half_at_the_bound_and_known_one_error_away() -> None:
    assert probability_at_least(75.0, 75.0, 4.0) == 0.5
    assert probability_at_least(75.0, 79.0, 4.0) == pytest.approx(0.8413447460685429, abs=1e-12)


@pytest.mark.parametrize(("calls", "error"), [(4, 3.0), (5, 7.01)])
def test_nothing_is_announced_before_five_calls_and_an_error_of_seven(
    calls: int, error: float
) -> None:
    assert next_announcement(Announced(), seen(60.0, error, calls=calls), RULES).tier is None


def test_the_first_announcement_is_the_tier_of_the_level() -> None:
    shown = next_announcement(Announced(), seen(74.0, 7.0, day=9.0, calls=5), RULES)
    assert shown == Announced(Tier.DEVELOPING, None, 9.0, 5)


def test_up_needs_a_probability_of_085() -> None:
    # 1.0364 errors above the bound is the 0.85 point of the normal distribution
    assert next_announcement(DEVELOPING, seen(75 + 3 * 1.036), RULES) is DEVELOPING
    up = next_announcement(DEVELOPING, seen(75 + 3 * 1.037), RULES)
    assert (up.tier, up.left) == (Tier.PROFICIENT, Tier.DEVELOPING)


def test_down_needs_a_probability_of_085() -> None:
    assert next_announcement(DEVELOPING, seen(50 - 3 * 1.036), RULES) is DEVELOPING
    assert next_announcement(DEVELOPING, seen(50 - 3 * 1.037), RULES).tier is Tier.NEEDS_WORK


def test_up_goes_to_the_highest_tier_that_is_sure_enough() -> None:
    assert next_announcement(DEVELOPING, seen(97.0, 2.0), RULES).tier is Tier.EXCELLENT


def test_down_goes_to_the_lowest_tier_that_is_sure_enough() -> None:
    excellent = Announced(Tier.EXCELLENT, None, 0.0, 5)
    assert next_announcement(excellent, seen(40.0, 3.0), RULES).tier is Tier.NEEDS_WORK
    assert next_announcement(excellent, seen(70.0, 3.0), RULES).tier is Tier.DEVELOPING


def test_a_change_waits_fourteen_days() -> None:
    assert next_announcement(DEVELOPING, seen(90.0, 2.0, day=13.9), RULES) is DEVELOPING
    assert next_announcement(DEVELOPING, seen(85.0, 2.0, day=14.0), RULES).tier is Tier.PROFICIENT


def test_a_change_waits_for_three_new_calls() -> None:
    assert next_announcement(DEVELOPING, seen(85.0, 2.0, calls=7), RULES) is DEVELOPING
    assert next_announcement(DEVELOPING, seen(85.0, 2.0, calls=8), RULES).tier is Tier.PROFICIENT


UP_ON_DAY_50 = Announced(Tier.PROFICIENT, Tier.DEVELOPING, day=50.0, calls=30)


def test_going_back_within_sixty_days_needs_097() -> None:
    fairly_sure = seen(75 - 3 * 1.5, day=109.9)  # P = 0.933
    very_sure = seen(75 - 3 * 1.9, day=109.9)  # P = 0.971
    assert next_announcement(UP_ON_DAY_50, fairly_sure, RULES) is UP_ON_DAY_50
    assert next_announcement(UP_ON_DAY_50, very_sure, RULES).tier is Tier.DEVELOPING


def test_going_back_after_sixty_days_needs_085_again() -> None:
    later = seen(75 - 3 * 1.5, day=110.0)
    assert next_announcement(UP_ON_DAY_50, later, RULES).tier is Tier.DEVELOPING


def test_other_bounds_are_obeyed() -> None:
    two = replace(RULES, tier_bounds=((Tier.NEEDS_WORK, 0.0), (Tier.PROFICIENT, 60.0)))
    assert tier_of(59.0, two) is Tier.NEEDS_WORK
    low = Announced(Tier.NEEDS_WORK, None, 0.0, 5)
    assert next_announcement(low, seen(70.0), two).tier is Tier.PROFICIENT
