"""Phrases about figures: exact, and never surer than the data."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coaching import words
from domain import wording
from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import Proficiency, Tier, TierChange, Trend, TrendLabel

Make = Callable[..., Proficiency]


@pytest.mark.parametrize(
    ("level", "error", "said"),
    [(72.4, 4.9, "72 ± 8"), (72.5, 4.0, "73 ± 7"), (50.0, 0.1, "50 ± 1")],
)
def test_a_number_carries_half_its_interval(level: float, error: float, said: str) -> None:
    assert wording.sure(level, error) == said


def test_a_figure_carries_its_calls(figure: Make) -> None:
    assert wording.figure(figure("ilse", "discovery", 72.0, error=4.9, calls=9)) == (
        "72 ± 8 from 9 calls"
    )


def test_two_calls_are_too_few_for_a_number(figure: Make) -> None:
    few = figure("ilse", "discovery", 72.0, calls=2)
    assert wording.figure(few) == "too few calls to say (2 of at least 3)"


def test_a_tier_that_was_not_announced_is_not_named(figure: Make) -> None:
    assert wording.tier(figure("ilse", "discovery", 72.0, tier=None)) == "no tier yet"
    assert wording.tier(figure("ilse", "discovery", 72.0)) == "Developing"


@pytest.mark.parametrize(
    ("label", "change", "said"),
    [
        (TrendLabel.IMPROVING, 6.0, "up 6 ± 3 points over 60 days"),
        (TrendLabel.DECLINING, -6.0, "down 6 ± 3 points over 60 days"),
        (TrendLabel.IMPROVING, 3.0, "probably up 3 ± 3 points over 60 days"),
        (TrendLabel.DECLINING, -2.6, "probably down 3 ± 3 points over 60 days"),
        (TrendLabel.STEADY, 3.0, "no clear change over 60 days"),
        (TrendLabel.UNKNOWN, None, "too early for a trend"),
    ],
)
def test_a_trend_gets_the_honest_phrase(label: TrendLabel, change: float | None, said: str) -> None:
    error = None if change is None else 2.0
    found = Trend(days=60, change=change, standard_error=error, label=label)
    assert wording.trend(found) == said


def test_no_trend_is_too_early_for_one() -> None:
    assert wording.trend(None) == "too early for a trend"


def test_thirty_days_are_named_while_sixty_are_not_known(figure: Make) -> None:
    known = Trend(days=30, change=-5.0, standard_error=2.0, label=TrendLabel.DECLINING)
    unknown = figure("ilse", "discovery", 60.0, label=TrendLabel.UNKNOWN)
    both = replace(unknown, trends=(known, *unknown.trends))
    assert words.latest_trend(unknown) == "too early for a trend"
    assert words.latest_trend(both) == "down 5 ± 3 points over 30 days"
    sixty = figure("ilse", "discovery", 60.0, label=TrendLabel.IMPROVING)
    longer = replace(sixty, trends=(known, *sixty.trends))
    assert words.latest_trend(longer) == "up 6 ± 3 points over 60 days"


def change(before: Tier | None, after: Tier) -> TierChange:
    return TierChange(
        rep_id=PersonId("ilse"),
        skill_id=SkillId("discovery"),
        before=before,
        after=after,
        at=datetime(2026, 11, 20, tzinfo=UTC),
        because_of=CallId("c1"),
        level=77.0,
        standard_error=2.0,
        calls=14,
    )


def test_good_news_for_the_rep_and_for_the_manager() -> None:
    up = change(Tier.DEVELOPING, Tier.PROFICIENT)
    assert up.rose
    assert words.tier_change_for_rep(up, "Discovery") == (
        "Well done: your Discovery went from Developing to Proficient (77 ± 3 from 14 calls)."
    )
    assert words.tier_change_for_manager(up, "Ilse", "Discovery") == (
        "Ilse went from Developing to Proficient in Discovery (77 ± 3 from 14 calls). "
        "Worth saying so."
    )


def test_bad_news_says_what_to_do() -> None:
    down = change(Tier.PROFICIENT, Tier.DEVELOPING)
    assert not down.rose
    assert words.tier_change_for_rep(down, "Discovery").endswith("bring it to your next 1:1.")
    assert words.tier_change_for_manager(down, "Ilse", "Discovery").endswith(
        "Listen to the call that tipped it before you talk about it."
    )


def test_a_first_announcement_is_no_change() -> None:
    first = change(None, Tier.PROFICIENT)
    assert not first.rose
    assert words.tier_change_for_rep(first, "Discovery") == (
        "There are now enough calls to say: your Discovery is Proficient (77 ± 3 from 14 calls)."
    )
    assert words.tier_change_for_manager(first, "Ilse", "Discovery") == (
        "Enough calls to say: Ilse is Proficient in Discovery (77 ± 3 from 14 calls)."
    )


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_read_as_people_say_them(parts: list[str], said: str) -> None:
    assert words.joined(parts) == said


def test_counts_are_short() -> None:
    assert (wording.calls(1), wording.calls(2)) == ("1 call", "2 calls")
