"""Which skills go with winning: found where they do, and seldom claimed where they do not."""

import math
import random
from dataclasses import replace

import pytest

from scoring.outcomes import ClosedDeal, Effect, fit_outcomes

TRUE = (0.35, 0.0, 0.0)
"""Log odds of winning per 10 points of each of three skills."""


def deals(
    seed: int,
    *,
    reps: int = 40,
    each: int = 40,
    effects: tuple[float, ...] = TRUE,
    own_strength: float = 0.0,
) -> list[ClosedDeal]:
    """Closed deals of reps whose levels do not change; half of the reps in each segment."""
    rng = random.Random(seed)
    made = []
    for n in range(reps):
        levels = tuple(rng.gauss(60.0, 10.0) for _ in effects)
        strength = rng.gauss(0.0, own_strength)
        for _ in range(each):
            inbound = rng.random() < 0.5
            logit = -0.6 + 0.5 * inbound + strength
            logit += sum(b * (x - 60.0) / 10.0 for b, x in zip(effects, levels, strict=True))
            made.append(
                ClosedDeal(
                    rep=f"rep{n}",
                    segment="smb" if n % 2 else "enterprise",
                    won=rng.random() < 1.0 / (1.0 + math.exp(-logit)),
                    levels=levels,
                    known=(float(inbound),),
                )
            )
    return made


def by_cell(found: tuple[Effect, ...]) -> dict[tuple[str, int], Effect]:
    return {(e.segment, e.skill): e for e in found}


def test_a_skill_that_goes_with_winning_is_found_in_every_segment() -> None:
    found = by_cell(fit_outcomes(deals(1)))
    assert len(found) == 6
    for segment in ("smb", "enterprise"):
        effect = found[segment, 0]
        assert effect.claimed
        assert effect.log_odds == pytest.approx(0.35, abs=3 * effect.standard_error)
        assert not found[segment, 1].claimed


def test_where_nothing_is_true_next_to_nothing_is_claimed() -> None:
    claims = [
        e.claimed
        for seed in range(12)
        for e in fit_outcomes(deals(seed, effects=(0.0, 0.0, 0.0), own_strength=0.3))
    ]
    assert sum(claims) <= 2


def test_an_effect_below_zero_is_never_claimed_to_win() -> None:
    found = fit_outcomes(deals(2, effects=(-0.5, 0.0, 0.0)))
    assert by_cell(found)["smb", 0].log_odds < -0.2
    assert not any(e.claimed for e in found)


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    inside = [
        abs(e.log_odds - TRUE[e.skill]) <= 1.96 * e.standard_error
        for seed in range(20, 32)
        for e in fit_outcomes(deals(seed, own_strength=0.2))
    ]
    assert 0.85 <= sum(inside) / len(inside) <= 1.0


def test_twenty_reps_are_too_few_for_any_claim() -> None:
    found = fit_outcomes(deals(3, reps=20, each=80, effects=(0.8, 0.0, 0.0)))
    assert by_cell(found)["smb", 0].log_odds > 0.4
    assert not any(e.claimed for e in found)


def test_a_segment_with_few_deals_gets_no_claim_but_an_effect() -> None:
    few = [replace(d, segment="public") if d.rep == "rep0" else d for d in deals(4)]
    found = by_cell(fit_outcomes(few))
    assert not found["public", 0].claimed
    assert found["public", 0].standard_error > found["smb", 0].standard_error


def test_without_both_wins_and_losses_there_is_nothing_to_fit() -> None:
    assert fit_outcomes([]) == ()
    assert fit_outcomes([replace(d, won=True) for d in deals(5, reps=2)]) == ()
    assert fit_outcomes([replace(d, won=False) for d in deals(5, reps=2)]) == ()


def test_the_order_of_deals_makes_no_difference() -> None:
    made = deals(6)
    turned = fit_outcomes(made[::-1])
    for one, other in zip(fit_outcomes(made), turned, strict=True):
        assert one.log_odds == pytest.approx(other.log_odds, abs=1e-9)
        assert one.claimed is other.claimed
