"""How long a worker stays with one queue."""

from collections.abc import Mapping
from typing import cast

import pytest

from app.shift import LONGEST_S, Shift
from domain.effects import Queue
from domain.ports import Database


class Due:
    """A database in which this is due, and how often it was asked."""

    def __init__(self, due: Mapping[Queue, int]) -> None:
        self._due, self.asked = due, 0

    def due(self) -> Mapping[Queue, int]:
        self.asked += 1
        return self._due


def database(**due: int) -> Database:
    return cast(Database, Due({Queue(name): n for name, n in due.items()}))


def test_a_worker_of_one_queue_goes_on_without_asking_the_database() -> None:
    rows = Due({Queue.SYNC: 9})
    go_on = Shift([Queue.SCORE]).at(Queue.SCORE, cast(Database, rows))
    assert go_on()
    assert rows.asked == 0


@pytest.mark.parametrize(
    ("due", "expected"),
    [({"score": 5}, True), ({"score": 5, "deliver": 1}, False), ({"sync": 0}, True)],
    ids=str,
)
def test_a_worker_of_several_queues_turns_to_what_is_due_elsewhere(
    due: dict[str, int], expected: bool
) -> None:
    assert Shift().at(Queue.SCORE, database(**due))() is expected


def test_a_queue_that_this_worker_does_not_serve_is_left_to_others() -> None:
    go_on = Shift([Queue.SCORE, Queue.SYNC]).at(Queue.SCORE, database(deliver=3))
    assert go_on()


def test_a_worker_that_was_told_to_stop_claims_no_more() -> None:
    shift = Shift([Queue.SCORE])
    go_on = shift.at(Queue.SCORE, database())
    shift.stopping.set()
    assert not go_on()


def test_a_ring_ends_after_a_minute() -> None:
    now = [100.0]
    go_on = Shift([Queue.SCORE]).at(Queue.SCORE, database(), clock=lambda: now[0])
    now[0] += LONGEST_S - 1
    assert go_on()
    now[0] += 1
    assert not go_on()
