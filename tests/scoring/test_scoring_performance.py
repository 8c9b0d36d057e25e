"""Performance of a set of calls, honest lift, and early news."""

import random
from datetime import UTC, datetime, timedelta
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import ProfileRules, SkillObservation
from scoring.early import LiveCall, early_sign
from scoring.performance import half_life_lift, performance
from scoring.profile import replay

ANA, SKILL = PersonId("ana"), SkillId("next_steps")
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
RULES = ProfileRules()


def observed(scores: list[float], *, every_days: float = 3.0) -> list[SkillObservation]:
    return [
        SkillObservation(
            rep_id=ANA,
            skill_id=SKILL,
            call_id=CallId(f"c{n:03d}"),
            observed_at=START + timedelta(days=every_days * n),
            score=score,
            criteria=3,
        )
        for n, score in enumerate(scores)
    ]


def luck(rng: random.Random, calls: int, level: float = 60.0) -> list[float]:
    return [min(100.0, max(0.0, rng.gauss(level, 12.0))) for _ in range(calls)]


def test_first_last_best_and_average_are_those_of_the_calls_in_view() -> None:
    found = performance(observed([50.0, 80.0, 65.0])[::-1])
    assert found is not None
    assert (found.calls, found.first, found.last, found.best) == (3, 50.0, 65.0, 80.0)
    assert found.average == 65.0
    assert found.best_minus_first == 30.0


def test_without_calls_there_is_no_performance() -> None:
    assert performance([]) is None


def test_one_call_has_no_lift_and_two_no_spread() -> None:
    one, two = performance(observed([50.0])), performance(observed([50.0, 60.0]))
    assert one is not None
    assert one.best_minus_first is None
    assert two is not None
    assert two.best_by_chance is None


@pytest.mark.parametrize(("calls", "times"), [(3, 4_000), (4, 2_000), (10, 1_000)])
def test_the_best_of_any_calls_is_what_chance_gives_a_rep_who_does_not_change(
    calls: int, times: int
) -> None:
    rng = random.Random(3)
    gaps = []
    for _ in range(times):
        found = performance(observed(luck(rng, calls)))
        assert found is not None
        assert found.best_by_chance is not None
        gaps.append(found.best - found.best_by_chance)
    assert abs(mean(gaps)) < 0.8


def test_lift_without_any_improvement_is_nothing_on_average_unlike_best_minus_first() -> None:
    rng = random.Random(5)
    lifts, ranges = [], []
    for _ in range(150):
        seen = observed(luck(rng, 20))
        end = seen[-1].observed_at
        lift = replay(ANA, SKILL, seen, RULES, as_of=end).proficiency.lift
        found = performance(seen)
        assert lift is not None
        assert found is not None
        lifts.append(lift.change)
        ranges.append(found.best_minus_first or 0.0)
    assert abs(mean(lifts)) < 1.0
    assert mean(ranges) > 15.0


def test_a_real_improvement_is_found_in_the_lift() -> None:
    seen = observed([50.0] * 15 + [75.0] * 25)
    lift = replay(ANA, SKILL, seen, RULES, as_of=seen[-1].observed_at).proficiency.lift
    assert lift is not None
    assert lift.since == seen[4].observed_at
    assert lift.change > 3 * lift.standard_error > 0.0


def test_five_calls_leave_nothing_to_compare_with() -> None:
    seen = observed([60.0] * 5)
    assert replay(ANA, SKILL, seen, RULES, as_of=seen[-1].observed_at).proficiency.lift is None


def test_half_life_lift_is_the_weighted_mean_now_less_that_of_the_first_three() -> None:
    seen = observed([60.0, 60.0, 60.0, 90.0], every_days=30.0)
    # weights 1/8, 1/4, 1/2, 1 on the day of the last call: 52.5 + 90 over 1.875
    assert half_life_lift(seen, seen[-1].observed_at) == pytest.approx(16.0)


def test_half_life_lift_needs_more_than_the_first_few_and_something_recent() -> None:
    seen = observed([60.0] * 4)
    assert half_life_lift(seen[:3], seen[-1].observed_at) is None
    assert half_life_lift(seen, seen[-1].observed_at + timedelta(days=181)) is None


def week(day: float, z: float, deal: str | None = None) -> LiveCall:
    return LiveCall(day, z, 109.0, deal)


def test_five_weeks_well_above_the_three_months_before_are_early_news() -> None:
    before = [week(d, 55.0) for d in range(0, 85, 5)]
    recent = [week(d, 80.0) for d in range(95, 120, 4)]
    sign = early_sign(before + recent, 120.0)
    assert sign is not None
    assert sign.change == pytest.approx(25.0)
    assert sign.calls == 7


def test_too_few_recent_calls_are_no_news() -> None:
    before = [week(d, 55.0) for d in range(0, 85, 5)]
    assert early_sign([*before, week(110, 95.0), week(112, 95.0)], 120.0) is None


def test_calls_of_one_deal_share_the_buyers_mood_and_are_weaker_news() -> None:
    before = [week(d, 55.0) for d in range(0, 85, 5)]
    apart = [week(d, 68.0, f"deal of {d}") for d in range(95, 120, 4)]
    one_deal = [week(d, 68.0, "deal") for d in range(95, 120, 4)]
    assert early_sign(before + apart, 120.0, deal_variance=12.0) is not None
    assert early_sign(before + one_deal, 120.0, deal_variance=12.0) is None


@given(st.integers(0, 10_000))
def test_what_lies_after_today_or_too_long_ago_is_not_looked_at(seed: int) -> None:
    rng = random.Random(seed)
    seen = [week(rng.uniform(0, 125), rng.uniform(40, 80)) for _ in range(40)]
    others = [week(126.0, 0.0), week(-1.0, 100.0)]
    assert early_sign(seen + others, 125.0) == early_sign(seen, 125.0)


def signs(rng: random.Random, *, jump: float = 0.0) -> list[float]:
    """Days after day 125 on which early news would be seen, of three calls a week."""
    days = [n * 7 / 3 for n in range(92)]
    seen = [week(d, rng.gauss(60.0 + (jump if d >= 125 else 0.0), 10.4)) for d in days]
    looked = [n for n, d in enumerate(days) if d >= 125]
    return [days[n] - 125 for n in looked if early_sign(seen[: n + 1], days[n])]


def test_few_reps_who_do_not_change_see_early_news_within_three_months() -> None:
    rng = random.Random(11)
    assert mean(bool(signs(rng)) for _ in range(150)) < 0.25


def test_a_jump_of_twenty_points_makes_early_news_within_a_month() -> None:
    rng = random.Random(12)
    first = sorted(min(signs(rng, jump=20.0), default=999.0) for _ in range(60))
    assert first[30] < 28.0
