"""Work done side by side: all of it, each result at once, and an error at once too."""

import threading

import pytest

from app.cli.side_by_side import side_by_side


@pytest.mark.parametrize("at_once", [1, 2, 9])
def test_every_item_comes_back_once_with_its_place(at_once: int) -> None:
    found = dict(side_by_side(range(20), lambda n: n * n, at_once=at_once))
    assert found == {n: n * n for n in range(20)}


def test_one_after_the_other_keeps_the_order() -> None:
    assert [place for place, _ in side_by_side("abc", str.upper, at_once=1)] == [0, 1, 2]


def test_as_many_as_asked_are_at_work_at_the_same_time() -> None:
    together = threading.Barrier(3, timeout=10)  # opens only when three wait at it
    found = list(side_by_side(range(3), lambda _: together.wait() >= 0, at_once=3))
    assert [ok for _, ok in found] == [True, True, True]


def test_a_result_is_there_before_the_slowest_is_done() -> None:
    go_on = threading.Event()
    results = side_by_side("ab", lambda item: item == "b" or go_on.wait(10), at_once=2)
    assert next(results) == (1, True)
    go_on.set()
    assert next(results) == (0, True)


@pytest.mark.parametrize("at_once", [1, 2])
def test_what_the_work_raises_is_raised(at_once: int) -> None:
    def work(number: int) -> float:
        return 1 / number

    with pytest.raises(ZeroDivisionError):
        list(side_by_side([0], work, at_once=at_once))


@pytest.mark.parametrize("at_once", [1, 4])
def test_nothing_to_do_is_done(at_once: int) -> None:
    assert list(side_by_side([], str, at_once=at_once)) == []
