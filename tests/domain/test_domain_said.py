"""Figures as phrases: what is not sure is not said as if it were."""

import pytest

from domain import said
from domain.phrases import Phrase
from domain.skills import ProfileRules, Tier, Trend, TrendLabel
from tests.bot.bot_samples import proficiency

BOUNDS = ProfileRules().tier_bounds


@pytest.mark.parametrize(
    ("label", "change", "error", "key"),
    [
        (TrendLabel.IMPROVING, 17.0, 5.0, "trend-up"),
        (TrendLabel.IMPROVING, 17.0, 11.5, "trend-probably-up"),
        (TrendLabel.DECLINING, -17.0, 5.0, "trend-down"),
        (TrendLabel.DECLINING, -17.0, 11.5, "trend-probably-down"),
    ],
)
def test_a_trend_whose_range_holds_nought_is_only_probable(
    label: TrendLabel, change: float, error: float, key: str
) -> None:
    found = Trend(days=60, change=change, standard_error=error, label=label)
    assert said.trend(found).key == key


@pytest.mark.parametrize(
    ("level", "tier", "calls", "lags"),
    [
        (56.0, Tier.NEEDS_WORK, 7, True),
        (48.0, Tier.DEVELOPING, 7, True),
        (56.0, Tier.DEVELOPING, 7, False),
        (49.6, Tier.DEVELOPING, 7, False),
        (56.0, None, 7, False),
        (56.0, Tier.NEEDS_WORK, 2, False),
    ],
)
def test_a_tier_lags_where_the_level_that_is_said_has_left_it(
    level: float, tier: Tier | None, calls: int, lags: bool
) -> None:
    assert said.lags(proficiency(level=level, tier=tier, calls=calls), BOUNDS) is lags


def test_a_rep_is_asked_themself_what_to_work_on() -> None:
    assert said.to_the_rep(Phrase("focus-too-few")).key == "focus-too-few-own"
    assert said.to_the_rep(Phrase("plain", {"text": "As written."})).key == "plain"
