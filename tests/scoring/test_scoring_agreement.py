"""Coefficients of agreement: worked by hand, and what must hold for any ratings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.agreement import (
    exact_share,
    icc_absolute,
    medal_rank,
    weighted_kappa,
    within_one_share,
)

# Six things rated by four people: the table with which Shrout & Fleiss (1979) show their formulas.
CLASSIC = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
]
LEVELS = st.integers(0, 4)
PAIRS = st.lists(st.tuples(LEVELS, LEVELS), min_size=1, max_size=30)


def test_shares_count_equal_and_neighbouring_levels() -> None:
    pairs = [(0, 0), (1, 2), (2, 4), (3, 3)]
    assert exact_share(pairs) == 0.5
    assert within_one_share(pairs) == 0.75


def test_nothing_rated_has_no_share_and_no_coefficient() -> None:
    assert (exact_share([]), within_one_share([])) == (None, None)
    assert (weighted_kappa([]), icc_absolute([])) == (None, None)


def test_quadratic_kappa_is_that_of_the_table_worked_by_hand() -> None:
    # a = 0,1,2,2  b = 0,1,1,2: observed mean (a-b)^2 = 1/4.
    # Expected over all 16 combinations: (0+1+1+4 + 1+0+0+1 + 2*(4+1+1+0)) / 16 = 20/16.
    assert weighted_kappa([(0, 0), (1, 1), (2, 1), (2, 2)]) == pytest.approx(1 - 0.25 / 1.25)


def test_with_two_categories_it_is_cohens_kappa() -> None:
    # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: p_o = .7, p_e = .5*.6 + .5*.4 = .5.
    pairs = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15
    assert weighted_kappa(pairs) == pytest.approx(0.4)


def test_one_rating_throughout_is_no_agreement_beyond_chance() -> None:
    assert weighted_kappa([(2, 2), (2, 2)]) is None
    assert icc_absolute([[2, 2], [2, 2]]) is None


def test_icc_is_the_published_figure_of_the_classic_table() -> None:
    assert icc_absolute(CLASSIC) == pytest.approx(0.2898, abs=5e-5)


def test_icc_needs_two_rows_and_two_columns() -> None:
    assert icc_absolute([[1, 2]]) is None
    assert icc_absolute([[1], [2]]) is None


def test_icc_refuses_a_table_with_an_empty_cell() -> None:
    with pytest.raises(ValueError, match="every row needs a rating of every rater"):
        icc_absolute([[1, 2], [1]])


@pytest.mark.parametrize(("score", "rank"), [(49.9, 0), (50, 1), (75, 2), (89.9, 2), (90, 3)])
def test_a_score_has_the_rank_of_its_medal(score: float, rank: int) -> None:
    assert medal_rank(score) == rank


@given(st.lists(LEVELS, min_size=2, max_size=30).filter(lambda found: len(set(found)) > 1))
def test_perfect_agreement_is_one(levels: list[int]) -> None:
    pairs = [(level, level) for level in levels]
    assert weighted_kappa(pairs) == 1.0
    assert icc_absolute(pairs) == pytest.approx(1.0)


@given(PAIRS)
def test_who_rated_first_does_not_matter(pairs: list[tuple[int, int]]) -> None:
    swapped = [(b, a) for a, b in pairs]
    assert weighted_kappa(pairs) == pytest.approx(weighted_kappa(swapped))
    assert icc_absolute(pairs) == pytest.approx(icc_absolute(swapped))


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_calls_does_not_matter(pairs: list[tuple[int, int]], rng: object) -> None:
    shuffled = sorted(pairs, key=lambda _: rng.random())  # type: ignore[attr-defined]
    assert weighted_kappa(pairs) == pytest.approx(weighted_kappa(shuffled))
    assert icc_absolute(pairs) == pytest.approx(icc_absolute(shuffled))


@given(PAIRS)
def test_no_coefficient_is_above_one(pairs: list[tuple[int, int]]) -> None:
    for figure in (weighted_kappa(pairs), icc_absolute(pairs)):
        assert figure is None or figure <= 1.0 + 1e-9


@given(PAIRS)
def test_kappa_is_that_of_the_full_table_of_categories(pairs: list[tuple[int, int]]) -> None:
    observed = sum((a - b) ** 2 for a, b in pairs) / len(pairs)
    expected = sum((a - b) ** 2 for a, _ in pairs for _, b in pairs) / len(pairs) ** 2
    found = weighted_kappa(pairs)
    assert (found is None) == (expected == 0)
    if found is not None:
        assert found == pytest.approx(1 - observed / expected)


@given(PAIRS.filter(lambda found: len(found) > 1), st.floats(0.5, 50), st.floats(-9, 9))
def test_another_unit_and_zero_change_no_coefficient(
    pairs: list[tuple[int, int]], unit: float, zero: float
) -> None:
    moved = [(unit * a + zero, unit * b + zero) for a, b in pairs]
    if weighted_kappa(pairs) is not None:
        assert weighted_kappa(moved) == pytest.approx(weighted_kappa(pairs), abs=1e-6)
        assert icc_absolute(moved) == pytest.approx(icc_absolute(pairs), abs=1e-6)
