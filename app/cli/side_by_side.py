"""The same work on many things at once, each result as soon as it is there."""

from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def side_by_side(
    items: Sequence[T], work: Callable[[T], R], *, at_once: int
) -> Iterator[tuple[int, R]]:
    """(place among ``items``, result) in the order in which they are done.

    With ``at_once`` 1 they are done one after the other, here. Otherwise in threads, for work
    that mostly waits; those end with the process, so that Ctrl-C need not wait for a vendor.

    Raises:
        Exception: what ``work`` raised; what is not done then is not done.
    """
    if at_once <= 1:
        for place, item in enumerate(items):
            yield place, work(item)
        return
    waiting: SimpleQueue[tuple[int, T]] = SimpleQueue()
    done: SimpleQueue[tuple[int, R | None, Exception | None]] = SimpleQueue()
    for entry in enumerate(items):
        waiting.put(entry)
    for _ in range(min(at_once, len(items))):
        Thread(target=_work_off, args=(waiting, done, work), daemon=True).start()
    for _ in items:
        place, result, error = done.get()
        if error is not None:
            raise error
        yield place, result  # type: ignore[misc]  # without an error it is a result


def _work_off(
    waiting: "SimpleQueue[tuple[int, T]]",
    done: "SimpleQueue[tuple[int, R | None, Exception | None]]",
    work: Callable[[T], R],
) -> None:
    while True:
        try:
            place, item = waiting.get_nowait()
        except Empty:
            return
        try:
            done.put((place, work(item), None))
        except Exception as error:  # raised again where somebody waits for it
            done.put((place, None, error))
