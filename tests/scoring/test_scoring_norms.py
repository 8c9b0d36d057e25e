"""Offsets of criteria, call types and practice are found, and taken off."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.judge_shift import judge_shifts, on_the_old_scale
from scoring.linear import inverse, times
from scoring.noise import PRIOR_CALL, Noise, NoiseMoments
from scoring.norms import Norms, Reading, fit_norms
from scoring.percentile import percentiles
from scoring.priors import (
    DEFAULT_GAP,
    DEFAULT_SPREAD,
    PRIOR_DRIFT,
    Adjusted,
    Mean,
    SelfCheck,
    blocks_of,
    fit_priors,
    mean_of,
)

OFFSETS = {"discovery": 6.0, "pricing": -6.0}


def reading(day: float, kind: str, *scores: float, practice: bool = False) -> Reading:
    return Reading(
        day=day,
        started_at="09:00",
        call=f"k{day}",
        call_type=kind,
        practice=practice,
        deal=None,
        scores=tuple((f"c{i}", s) for i, s in enumerate(scores)),
    )


def cells(seed: int = 1) -> list[list[Reading]]:
    """Forty reps of different levels; pricing calls score twelve points below discovery calls."""
    rng = random.Random(seed)
    made = []
    for _ in range(40):
        level = rng.uniform(45, 80)
        kinds = [rng.choice(list(OFFSETS)) for _ in range(8)]
        made.append(
            [
                reading(
                    day,
                    kind,
                    *(level + OFFSETS[kind] + c + rng.gauss(0, 8) for c in (4, -4)),
                )
                for day, kind in enumerate(kinds)
            ]
        )
    return made


def test_the_offset_of_a_call_type_is_found_whatever_the_level_of_the_reps() -> None:
    norms = fit_norms(cells())
    gap = norms.call_types["discovery"] - norms.call_types["pricing"]
    assert gap == pytest.approx(12.0, abs=2.0)


def test_a_hard_call_adjusts_to_the_same_level_as_an_easy_one() -> None:
    norms = fit_norms(cells())
    easy = norms.adjusted(reading(1, "discovery", 70.0, 62.0))
    hard = norms.adjusted(reading(1, "pricing", 58.0, 50.0))
    assert easy == pytest.approx(hard, abs=2.0)


def test_the_usual_mix_of_calls_has_no_offset() -> None:
    made = cells()
    norms = fit_norms(made)
    live = [r for cell in made for r in cell]
    raw = sum(sum(s for _, s in r.scores) / len(r.scores) for r in live) / len(live)
    adjusted = sum(norms.adjusted(r) for r in live) / len(live)
    assert adjusted == pytest.approx(raw, abs=1e-9)


def test_a_criterion_that_did_not_apply_never_counts_as_zero() -> None:
    norms = fit_norms(cells())
    whole = norms.adjusted(reading(1, "discovery", 74.0, 66.0))
    one = norms.adjusted(reading(1, "discovery", 74.0))
    assert one == pytest.approx(whole, abs=1.5)


def test_without_data_nothing_is_taken_off() -> None:
    norms = fit_norms([])
    assert norms == Norms()
    assert norms.adjusted(reading(1, "discovery", 60.0, 70.0)) == 65.0


def test_the_usual_mix_has_no_offset_whatever_the_weights_of_its_criteria() -> None:
    weighed = [
        [replace(r, weights=(1.0, 0.5)) for r in cell]
        + [replace(cell[0], scores=cell[0].scores[:1], call="alone")]
        for cell in cells()
    ]
    norms = fit_norms(weighed)
    live = [(r, len(r.scores)) for cell in weighed for r in cell]
    taken_off = sum(n * (r.mean - norms.adjusted(r)) for r, n in live)
    assert taken_off == pytest.approx(0.0, abs=1e-6)


def test_noise_starts_from_the_prior() -> None:
    assert NoiseMoments().noise() == Noise()
    assert Noise().call == PRIOR_CALL


def test_noise_within_a_call_follows_the_data() -> None:
    made = cells()
    moments = NoiseMoments()
    moments.add(fit_norms(made), made)
    assert moments.noise().criterion < Noise().criterion


@given(st.lists(st.floats(0.5, 9.0), min_size=2, max_size=6), st.floats(0.1, 2.0))
def test_a_matrix_times_its_inverse_gives_the_vector_back(
    diagonal: list[float], shared: float
) -> None:
    size = len(diagonal)
    matrix = [[shared + (diagonal[i] if i == j else 0.0) for j in range(size)] for i in range(size)]
    vector = [float(i + 1) for i in range(size)]
    assert times(inverse(matrix), times(matrix, vector)) == pytest.approx(vector, rel=1e-6)


def test_a_singular_matrix_is_refused() -> None:
    with pytest.raises(ValueError, match="singular"):
        inverse([[1.0, 1.0], [1.0, 1.0]])


def test_two_equal_reps_share_the_middle_and_fewer_than_five_peers_get_nothing() -> None:
    equal = percentiles([(70.0, 9.0)] * 6)
    assert equal == pytest.approx([50.0] * 6)
    assert percentiles([(70.0, 9.0)] * 5) is None


def test_an_unsure_rep_is_pulled_to_the_middle() -> None:
    peers = [(float(50 + 4 * i), 9.0) for i in range(6)]
    sure, unsure = percentiles([*peers, (80.0, 4.0)]), percentiles([*peers, (80.0, 900.0)])
    assert sure
    assert unsure
    assert 50.0 < unsure[-1] < sure[-1]


def test_percentiles_of_all_reps_add_up_to_the_middle() -> None:
    found = percentiles([(float(40 + 7 * i), float(1 + i)) for i in range(8)])
    assert found
    assert sum(found) / len(found) == pytest.approx(50.0)


def test_a_judge_shift_is_shrunk_to_that_of_all_criteria() -> None:
    milder = [(67.0, 63.0), (68.0, 62.0)] * 20
    shifts = judge_shifts({"a": milder, "b": [(60.0, 66.0)]})
    assert shifts["a"] == pytest.approx(-5.0, abs=0.3)
    assert 0.0 < shifts["b"] < 6.0
    assert judge_shifts({"a": []}) == {}


def series(level: float, days: int, practice: bool = False) -> list[Adjusted]:
    return [Adjusted(float(d), level + (5 if d % 2 else -5), 60.0, practice) for d in range(days)]


def test_priors_without_data_are_the_defaults() -> None:
    priors = fit_priors({}, 28.0)
    assert (priors.spread, priors.gap) == (DEFAULT_SPREAD, DEFAULT_GAP)
    assert priors.drift == pytest.approx(PRIOR_DRIFT)


def test_the_mean_level_of_a_skill_is_that_of_its_reps() -> None:
    observed = {(f"r{i}", "s"): series(50.0 + i, 28) for i in range(21)}
    assert fit_priors(observed, 27.0).means["s"] == pytest.approx(60.0, abs=0.5)


def test_levels_that_never_move_give_little_drift() -> None:
    observed = {(f"r{i}", "s"): series(50.0 + i, 168) for i in range(60)}
    assert fit_priors(observed, 168.0).drift < 0.02


def test_practice_has_no_say_in_the_blocks_of_live_calls() -> None:
    assert blocks_of(series(60.0, 28, practice=True)) == {}
    assert mean_of([]) is None


def test_predictions_that_hold_leave_the_intervals_as_they_are() -> None:
    check = SelfCheck()
    assert check.inflation == pytest.approx(1.1)
    for _ in range(600):
        check = check.seen(60.0, 9.0, Mean(60.0, 4.0, 5))
    assert check.inflation == 1.0


def test_predictions_that_miss_widen_the_intervals() -> None:
    check = SelfCheck()
    for _ in range(600):
        check = check.seen(60.0, 9.0, Mean(66.0, 4.0, 5))
    assert check.inflation > 2.0


def test_a_shift_is_taken_off_less_near_the_top_of_the_scale() -> None:
    assert on_the_old_scale(60.0, -5.0) == pytest.approx(65.3, abs=0.3)
    assert on_the_old_scale(92.0, -5.0) == pytest.approx(93.2, abs=0.5)


def test_one_garbled_score_does_not_move_a_shift() -> None:
    steady = [(60.0, 55.0), (62.0, 58.0), (64.0, 58.0)] * 10
    clean, garbled = judge_shifts({"a": steady}), judge_shifts({"a": [*steady, (95.0, 0.0)]})
    assert garbled["a"] == pytest.approx(clean["a"], abs=0.01)
