"""A time limit that many tasks share: who is ended, when, and who is left alone."""

import asyncio
from time import perf_counter

import pytest

from web.time_limit import TimeLimit

pytestmark = pytest.mark.slow  # `make check` has to stay quick

LIMIT_S = 0.05


async def waits(limit: TimeLimit, seconds: float) -> str:
    try:
        with limit:
            await asyncio.sleep(seconds)
    except TimeoutError:
        return "ended"
    return "done"


def test_a_task_that_takes_too_long_gets_a_timeout() -> None:
    started = perf_counter()
    assert asyncio.run(waits(TimeLimit(LIMIT_S), 5.0)) == "ended"
    assert LIMIT_S <= perf_counter() - started < 4.0


def test_each_task_has_the_whole_time_from_its_own_start() -> None:
    async def run() -> list[str]:
        limit = TimeLimit(0.2)
        early = asyncio.ensure_future(waits(limit, 5.0))
        await asyncio.sleep(0.1)
        late = [asyncio.ensure_future(waits(limit, s)) for s in (0.15, 5.0)]
        return [await task for task in (early, *late)]

    assert asyncio.run(run()) == ["ended", "done", "ended"]


def test_a_task_that_was_in_time_is_left_alone_afterwards() -> None:
    async def run() -> str:
        limit = TimeLimit(LIMIT_S)
        said = await waits(limit, 0.0)
        await asyncio.sleep(3 * LIMIT_S)
        return said

    assert asyncio.run(run()) == "done"


def test_a_task_that_was_ended_can_wait_again() -> None:
    async def run() -> list[str]:
        limit = TimeLimit(LIMIT_S)
        return [await waits(limit, 5.0), await waits(limit, 0.0), await waits(limit, 5.0)]

    assert asyncio.run(run()) == ["ended", "done", "ended"]


def test_somebody_elses_cancellation_stays_one() -> None:
    async def run() -> None:
        waiting = asyncio.ensure_future(waits(TimeLimit(5.0), 5.0))
        await asyncio.sleep(0)
        waiting.cancel()
        await waiting

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(run())


def test_one_limit_serves_one_event_loop_after_another() -> None:
    limit = TimeLimit(LIMIT_S)
    said = [asyncio.run(waits(limit, s)) for s in (0.0, 5.0, 0.0, 5.0)]
    assert said == ["done", "ended", "done", "ended"]


def test_the_first_of_many_tasks_starts_the_only_timer() -> None:
    async def run() -> int:
        limit, loop = TimeLimit(5.0), asyncio.get_running_loop()
        timers = 0
        make = loop.call_later

        def counted(*arguments: object) -> asyncio.TimerHandle:
            nonlocal timers
            timers += 1
            return make(*arguments)  # type: ignore[arg-type]

        loop.call_later = counted  # type: ignore[method-assign, assignment]
        for _ in range(100):
            with limit:
                pass
        return timers

    assert asyncio.run(run()) == 1


def test_a_callback_is_no_task_and_is_refused() -> None:
    async def run() -> str:
        said: asyncio.Future[str] = asyncio.get_running_loop().create_future()

        def enter() -> None:
            try:
                with TimeLimit(1.0):
                    said.set_result("entered")
            except RuntimeError as error:
                said.set_result(str(error))

        asyncio.get_running_loop().call_soon(enter)
        return await said

    assert asyncio.run(run()) == "a time limit is for code that runs in a task"
