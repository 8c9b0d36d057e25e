"""Parity of scores: exact on small tables, honest on simulated companies."""

import math
import random

import pytest

from domain.rubrics import CriterionId
from scoring.fairness import (
    MIN_CALLS,
    Difference,
    Says,
    Seen,
    criteria_of,
    difference,
    groups_of,
    holm,
    two_sided_p,
)


def seen(group: str, *scores: float, rep: str = "ana", cell: str = "r1") -> list[Seen]:
    return [Seen(rep, cell, group, score) for score in scores]


def test_within_a_rep_the_difference_is_that_of_the_means() -> None:
    """One cell: the two-sample t of a text book. 10 + 10 calls, pooled variance 10.

    means 65 and 60; squares 10 x 5 values {-4, -2, 0, 2, 4} twice each = 80 on each side;
    variance 160 / 18; error sqrt(160 / 18 x 2 / 10) = 1.3333; t(18, 90 %) = 1.7341.
    """
    spread = (-4.0, -2.0, 0.0, 2.0, 4.0) * 2
    table = seen("de", *(65 + s for s in spread)) + seen("en", *(60 + s for s in spread))
    found = difference(table, "de", "en")
    assert (found.value, found.calls, found.reference_calls, found.reps) == (5.0, 10, 10, 1)
    assert found.within_reps
    assert found.low == pytest.approx(5 - 1.7341 * 4 / 3, abs=1e-3)
    assert found.high == pytest.approx(5 + 1.7341 * 4 / 3, abs=1e-3)
    assert found.p == pytest.approx(0.00149, abs=1e-4)  # t = 3.75 with 18 degrees of freedom
    assert found.says is Says.DIFFERS


def test_cells_weigh_by_what_they_can_tell() -> None:
    """w = 5 x 5 / 10 = 2.5 with a gap of 2, and 5 x 20 / 25 = 4 with a gap of 10."""
    table = (
        seen("de", *[52.0] * 5, rep="ana") + seen("en", *[50.0] * 5, rep="ana")
        + seen("de", *[80.0] * 5, rep="ben") + seen("en", *[70.0] * 20, rep="ben")
    )  # fmt: skip
    assert difference(table, "de", "en").value == pytest.approx((2.5 * 2 + 4 * 10) / 6.5)


def test_reps_who_work_in_one_language_only_do_not_make_a_difference() -> None:
    """Ana is better and calls in English more often: the plain means differ by 14 points."""
    ana = seen("en", *[80.0, 82.0] * 10) + seen("de", *[80.0, 82.0] * 2)
    ben = seen("en", *[60.0, 62.0] * 2, rep="ben") + seen("de", *[60.0, 62.0] * 10, rep="ben")
    cleo = seen("en", *[90.0] * 30, rep="cleo")  # says nothing of German
    found = difference(ana + ben + cleo, "de", "en")
    assert found.value == pytest.approx(0.0)
    assert (found.calls, found.reference_calls, found.says) == (24, 24, Says.ALIKE)


def test_another_grader_is_another_cell() -> None:
    """German calls went to a stricter grader more often; within each there is no difference."""
    lax = seen("en", *[80.0, 81.0] * 10, cell="a") + seen("de", *[80.0, 81.0] * 3, cell="a")
    strict = seen("en", *[60.0, 61.0] * 3, cell="b") + seen("de", *[60.0, 61.0] * 10, cell="b")
    assert difference(lax + strict, "de", "en").value == pytest.approx(0.0)


def test_without_a_rep_who_has_both_different_reps_are_compared_and_that_is_said() -> None:
    """Welch on the means of reps: 70, 72, 74 and 60, 61, 62."""
    table: list[Seen] = []
    for rep, mean in (("a", 70.0), ("b", 72.0), ("c", 74.0)):
        table += seen("de", *[mean] * 5, rep=rep)
    for rep, mean in (("x", 60.0), ("y", 61.0), ("z", 62.0)):
        table += seen("en", *[mean] * 5, rep=rep)
    found = difference(table, "de", "en")
    assert (found.value, found.reps, found.within_reps) == (11.0, 6, False)
    assert found.low is not None
    assert found.high is not None
    # error sqrt(4/3 + 1/3) = 1.291; 2.94 degrees of freedom, taken as 2: t = 2.920
    assert found.high - 11.0 == pytest.approx(2.920 * 1.291, rel=0.02)


@pytest.mark.parametrize("calls", [0, 1, MIN_CALLS - 1])
def test_with_few_calls_no_number_is_said(calls: int) -> None:
    table = seen("de", *[50.0] * calls) + seen("en", *[70.0] * 50)
    found = difference(table, "de", "en")
    assert (found.value, found.low, found.p, found.says) == (None, None, None, Says.TOO_FEW)


def test_two_reps_on_a_side_are_too_few_to_compare_reps() -> None:
    table = (
        seen("de", *[50.0, 55.0] * 10, rep="a") + seen("de", *[51.0, 52.0] * 10, rep="b")
        + seen("en", *[60.0] * 20, rep="x") + seen("en", *[61.0] * 20, rep="y")
    )  # fmt: skip
    assert difference(table, "de", "en").says is Says.TOO_FEW


@pytest.mark.parametrize(
    ("low", "high", "says"),
    [
        (-1.0, 2.9, Says.ALIKE),
        (-1.0, 3.1, Says.UNCLEAR),
        (0.1, 0.2, Says.ALIKE),
        (0.01, 0.01, Says.ALIKE),
        (0.1, 3.2, Says.DIFFERS),
        (-9.0, -0.1, Says.DIFFERS),
        (None, None, Says.TOO_FEW),
    ],
)
def test_what_is_said_follows_from_the_interval(
    low: float | None, high: float | None, says: Says
) -> None:
    found = Difference(
        group="de", calls=20, reference_calls=20, reps=3, within_reps=True, low=low, high=high
    )
    assert found.says is says


@pytest.mark.parametrize(
    ("t", "freedom", "p"), [(2.228, 10, 0.05), (1.812, 10, 0.10), (2.042, 30, 0.05), (0.0, 5, 1.0)]
)
def test_probabilities_are_those_of_the_tables(t: float, freedom: int, p: float) -> None:
    assert two_sided_p(t, 1.0, freedom) == pytest.approx(p, abs=0.001)
    assert two_sided_p(-2 * t, 2.0, freedom) == pytest.approx(p, abs=0.001)


def test_without_any_scatter_only_nothing_is_likely() -> None:
    assert (two_sided_p(0.0, 0.0, 5), two_sided_p(0.1, 0.0, 5)) == (1.0, 0.0)


def test_holm_multiplies_by_how_many_are_left_and_never_turns_back() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []


def test_groups_are_listed_with_their_rates_the_largest_first() -> None:
    table = seen("en", *[60.0, 62.0] * 10) + seen("de", *[60.0, 62.0] * 6) + seen("fr", 70.0)
    groups = groups_of(table, {"de": 4, "fr": 1, "xx": 2})
    assert [(g.name, g.calls, g.not_scored.count) for g in groups] == [
        ("en", 20, 0), ("de", 16, 4), ("fr", 2, 1), ("xx", 2, 2),
    ]  # fmt: skip
    assert [g.mean for g in groups] == [61.0, 61.0, None, None]
    assert groups[0].difference is None
    assert groups[1].difference is not None
    assert groups[1].difference.value == pytest.approx(0.0)
    assert (round(groups[1].not_scored.low, 3), round(groups[1].not_scored.high, 3)) == (
        0.118, 0.455,
    )  # fmt: skip


def test_without_any_call_there_is_no_group() -> None:
    assert groups_of([], {}) == ()


def test_of_many_criteria_only_what_stands_out_is_credible() -> None:
    draws = random.Random(5)
    table = {
        CriterionId(f"c{n}"): seen("en", *(draws.gauss(60, 10) for _ in range(60)))
        + seen("de", *(draws.gauss(45 if n == 7 else 60, 10) for _ in range(60)))
        for n in range(20)
    }
    table[CriterionId("rare")] = seen("en", 50.0) + seen("de", 0.0)
    found = criteria_of(table, ["en", "de"], "en")
    assert [one.criterion_id for one in found if one.credible] == ["c7"]
    assert len(found) == 20  # the rare one was not looked at
    assert found[0].difference.value == pytest.approx(-15, abs=4)


def test_a_difference_too_small_to_act_on_is_not_credible_however_sure_it_is() -> None:
    table = {CriterionId("c"): seen("en", *[60.0] * 20) + seen("de", *[60.01] * 20)}
    (found,) = criteria_of(table, ["en", "de"], "en")
    assert (found.corrected_p, found.credible) == (0.0, False)


def company(seed: int, *, effect: float, varies: float = 0.0) -> list[Seen]:
    """12 reps of different level and taste for German calls; German costs ``effect`` points."""
    draws = random.Random(seed)
    table: list[Seen] = []
    for rep in range(12):
        level, share = draws.gauss(65, 10), draws.uniform(0.1, 0.6)
        own = effect + draws.gauss(0, varies)
        for _ in range(30):
            group = "de" if draws.random() < share else "en"
            score = draws.gauss(level + (own if group == "de" else 0.0), 12)
            table.append(Seen(f"rep{rep}", "r1", group, score))
    return table


@pytest.mark.slow
@pytest.mark.parametrize(("effect", "varies"), [(0.0, 0.0), (-6.0, 0.0), (-6.0, 5.0)])
def test_intervals_hold_the_truth_nine_times_in_ten(effect: float, varies: float) -> None:
    held = 0
    for seed in range(300):
        found = difference(company(seed, effect=effect, varies=varies), "de", "en")
        assert found.low is not None
        assert found.high is not None
        held += found.low <= effect <= found.high
    assert 0.87 <= held / 300 <= 0.97


@pytest.mark.slow
def test_a_real_difference_of_eight_points_is_found_and_none_is_rarely_claimed() -> None:
    found = [difference(company(s, effect=-8.0), "de", "en").says for s in range(200)]
    assert found.count(Says.DIFFERS) / 200 > 0.95
    nothing = [difference(company(s, effect=0.0), "de", "en").says for s in range(200)]
    assert nothing.count(Says.DIFFERS) / 200 <= 0.12


def test_an_interval_is_never_narrower_than_what_reps_differ_by() -> None:
    """Three reps with gaps of -10, 0 and 10 and no scatter within: 17.3 points of error."""
    table: list[Seen] = []
    for rep, gap in (("a", -10.0), ("b", 0.0), ("c", 10.0)):
        table += seen("en", *[60.0] * 4, rep=rep) + seen("de", *[60.0 + gap] * 4, rep=rep)
    found = difference(table, "de", "en")
    error = math.sqrt(3 / 2 * (20.0**2 + 20.0**2)) / 6  # weights of 2 each
    assert found.value == pytest.approx(0.0)
    assert found.high == pytest.approx(2.92 * error, rel=0.02)
