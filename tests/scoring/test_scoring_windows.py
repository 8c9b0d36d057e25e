"""A long call is covered by windows, whole turns at a time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import GradingRefused
from scoring.windows import MAX_WINDOWS, OVERLAP, Window, windows_of

SIZES = st.lists(st.integers(1, 40), min_size=1, max_size=200)


def test_whatever_fits_is_one_window() -> None:
    assert windows_of([10, 20, 30], limit=60) == (Window(0, 3),)


def test_a_call_without_turns_is_one_empty_window() -> None:
    assert windows_of([], limit=60) == (Window(0, 0),)


def test_windows_overlap_by_whole_turns_of_a_twentieth_at_most() -> None:
    assert windows_of([5] * 30, limit=100) == (Window(0, 20, 1, 2), Window(19, 30, 2, 2))


def test_a_turn_larger_than_the_overlap_is_not_repeated() -> None:
    assert windows_of([30] * 5, limit=100) == (Window(0, 3, 1, 2), Window(3, 5, 2, 2))


def test_a_turn_that_fits_into_no_window_is_named() -> None:
    with pytest.raises(GradingRefused, match=r"turn 1 alone is about 101 tokens.*\(100\)"):
        windows_of([10, 101], limit=100)


def test_a_call_that_needs_too_many_windows_is_refused() -> None:
    assert len(windows_of([50] * 2 * MAX_WINDOWS, limit=100)) == MAX_WINDOWS
    with pytest.raises(GradingRefused, match="the call is about 1050 tokens"):
        windows_of([50] * (2 * MAX_WINDOWS + 1), limit=100)


@given(SIZES)
def test_every_turn_is_in_a_window_and_every_window_within_the_limit(sizes: list[int]) -> None:
    limit = max(*sizes, -(-sum(sizes) // (MAX_WINDOWS // 2)))
    windows = windows_of(sizes, limit=limit)
    assert {i for w in windows for i in range(w.first, w.end)} == set(range(len(sizes)))
    assert all(sum(sizes[w.first : w.end]) <= limit for w in windows)


@given(SIZES)
def test_windows_go_on_and_repeat_little(sizes: list[int]) -> None:
    limit = max(*sizes, -(-sum(sizes) // (MAX_WINDOWS // 2)))
    windows = windows_of(sizes, limit=limit)
    for before, after in pairwise(windows):
        assert before.first < after.first <= before.end < after.end
        assert sum(sizes[after.first : before.end]) <= OVERLAP * limit


def test_six_hours_in_forty_thousand_short_turns_fit_into_all_windows_together() -> None:
    windows = windows_of([9] * 40_000, limit=40_000)
    assert len(windows) == MAX_WINDOWS
    assert (windows[0].first, windows[-1].end) == (0, 40_000)
