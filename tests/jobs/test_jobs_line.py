"""Rows of one kind, side by side: free slots are filled while there is leave to."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from domain.effects import Claimed
from jobs.line import Line, one_batch, until_done
from jobs.services import Services

SERVICES = cast(Services, object())


def no_wait(row: int) -> None:
    del row


@dataclass
class Rows:
    """Numbered rows that are due; every claim says how many it asked for."""

    due: deque[int]
    during: Callable[[int], None] = no_wait
    claims: list[int] = field(default_factory=list)
    done: list[int] = field(default_factory=list)

    def claim(self, services: Services, limit: int) -> Sequence[Claimed[int]]:
        del services
        self.claims.append(limit)
        taken = [self.due.popleft() for _ in range(min(limit, len(self.due)))]
        return [Claimed(n, n, 1, 1, 0.0) for n in taken]

    def work(self, claimed: Claimed[int], services: Services) -> None:
        del services
        self.during(claimed.item)
        self.done.append(claimed.item)

    def line(self, slots: int) -> Line[int]:
        def never(*parts: Any) -> bool:
            raise AssertionError(parts)

        return Line(self.claim, self.work, never, lambda services: slots)


def test_a_slow_row_keeps_no_other_waiting() -> None:
    others_done = threading.Event()
    rows = Rows(deque(range(9)))

    def during(row: int) -> None:
        if row == 0:
            assert others_done.wait(10)
        if row == 8:
            others_done.set()

    rows.during = during
    assert rows.line(2).drain(SERVICES) == 9
    assert rows.done == [1, 2, 3, 4, 5, 6, 7, 8, 0]


@pytest.mark.parametrize("slots", [1, 3, 8])
def test_every_due_row_is_worked_on_once(slots: int) -> None:
    rows = Rows(deque(range(20)))
    assert rows.line(slots).drain(SERVICES) == 20
    assert sorted(rows.done) == list(range(20))
    assert max(rows.claims) == slots


def test_one_batch_is_one_claim() -> None:
    rows = Rows(deque(range(5)))
    assert rows.line(3).take(SERVICES) == 3
    assert rows.claims == [3]


def test_taking_ends_once_there_is_no_leave_to_go_on() -> None:
    rows, leave = Rows(deque(range(50))), iter([True, True, False] + 20 * [True])
    taken = rows.line(2).take(SERVICES, lambda: next(leave))
    assert taken == len(rows.done) == 50 - len(rows.due)
    assert taken >= 4


def test_a_claim_that_finds_less_than_it_asked_for_is_the_last() -> None:
    rows = Rows(deque(range(5)))
    assert rows.line(4).take(SERVICES, until_done) == 5
    assert sum(rows.claims) >= 5
    assert len(rows.claims) <= 3


def test_nothing_due_is_nothing_taken() -> None:
    assert Rows(deque()).line(4).take(SERVICES, one_batch) == 0


def test_many_slots_are_filled_some_at_a_time() -> None:
    rows = Rows(deque(range(200)))
    assert rows.line(64).drain(SERVICES) == 200
    assert min(rows.claims) >= 64 // 16
