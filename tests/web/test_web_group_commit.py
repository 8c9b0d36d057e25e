"""Who waits for which commit, and what a failing one costs."""

import asyncio
import threading
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import StoreUnavailable
from domain.webhooks import Delivery
from web.group_commit import GroupCommit

AT = datetime(2026, 11, 25, tzinfo=UTC)


def delivery(key: str, body: bytes = b"{}") -> Delivery:
    return Delivery("meetings", key, "ended", AT, body)


class Keeper:
    """Keeps batches in memory; fails those that hold a key named ``bad``."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.kept_calls = 0
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self, deliveries: Sequence[Delivery]) -> int:
        assert self.gate.wait(5)
        keys = [each.key for each in deliveries]
        if "bad" in keys:
            raise StoreUnavailable("bad")
        self.batches.append(keys)
        return 0 if keys == ["old"] else len(keys)

    def kept(self) -> None:
        self.kept_calls += 1


def grouped(keeper: Keeper, *, most: int = 256, most_bytes: int = 1 << 20) -> GroupCommit:
    return GroupCommit(keeper, kept=keeper.kept, gather_s=0.001, most=most, most_bytes=most_bytes)


def test_arrivals_of_the_same_moment_share_one_commit() -> None:
    async def run() -> Keeper:
        keeper = Keeper()
        group = grouped(keeper)
        await asyncio.gather(*(group.add(delivery(f"{i}")) for i in range(20)))
        return keeper

    keeper = asyncio.run(run())
    assert keeper.batches == [[f"{i}" for i in range(20)]]
    assert keeper.kept_calls == 1


def test_a_lone_delivery_waits_for_nobody() -> None:
    async def run() -> Keeper:
        keeper = Keeper()
        group = GroupCommit(keeper, kept=keeper.kept, gather_s=60.0)
        await asyncio.wait_for(group.add(delivery("a")), 5)
        return keeper

    assert asyncio.run(run()).batches == [["a"]]


def test_a_batch_waits_while_newcomers_keep_coming() -> None:
    async def run() -> Keeper:
        keeper = Keeper()
        group = GroupCommit(keeper, kept=keeper.kept, gather_s=60.0)
        adds = []
        for i in range(5):
            adds.append(asyncio.ensure_future(group.add(delivery(f"{i}"))))
            await asyncio.sleep(0)
        await asyncio.gather(*adds)
        return keeper

    assert asyncio.run(run()).batches == [["0", "1", "2", "3", "4"]]


def test_newcomers_without_end_do_not_hold_a_batch_for_ever() -> None:
    async def run() -> Keeper:
        keeper = Keeper()
        group = GroupCommit(keeper, kept=keeper.kept, gather_s=0.01, most=1_000_000)
        first = asyncio.ensure_future(group.add(delivery("first")))
        adds = [first]
        while not first.done():
            adds.append(asyncio.ensure_future(group.add(delivery(f"{len(adds)}"))))
            await asyncio.sleep(0)
        await asyncio.gather(*adds)
        return keeper

    assert len(asyncio.run(run()).batches) > 1


def test_nobody_is_told_before_the_commit() -> None:
    async def run() -> tuple[bool, bool]:
        keeper = Keeper()
        keeper.gate.clear()
        group = grouped(keeper)
        waiting = asyncio.ensure_future(group.add(delivery("a")))
        await asyncio.sleep(0.03)
        before = waiting.done()
        keeper.gate.set()
        await waiting
        return before, waiting.done()

    assert asyncio.run(run()) == (False, True)


def test_a_failing_batch_fails_only_its_own_waiters() -> None:
    async def run() -> tuple[list[object], Keeper]:
        keeper = Keeper()
        group = grouped(keeper, most=2)
        adds = [group.add(delivery(key)) for key in ("a", "bad", "b", "c")]
        return list(await asyncio.gather(*adds, return_exceptions=True)), keeper

    results, keeper = asyncio.run(run())
    assert [type(each) for each in results] == [
        StoreUnavailable,
        StoreUnavailable,
        *[type(None)] * 2,
    ]
    assert keeper.batches == [["b", "c"]]


def test_it_goes_on_after_a_failure() -> None:
    async def run() -> Keeper:
        keeper = Keeper()
        group = grouped(keeper)
        with pytest.raises(StoreUnavailable):
            await group.add(delivery("bad"))
        await group.add(delivery("good"))
        return keeper

    assert asyncio.run(run()).batches == [["good"]]


def test_a_waiter_that_is_cancelled_does_not_stop_its_batch() -> None:
    async def run() -> Keeper:
        keeper = Keeper()
        keeper.gate.clear()
        group = grouped(keeper)
        leaver = asyncio.ensure_future(group.add(delivery("left")))
        stayer = asyncio.ensure_future(group.add(delivery("stayed")))
        await asyncio.sleep(0.01)
        leaver.cancel()
        keeper.gate.set()
        await stayer
        assert leaver.cancelled()
        return keeper

    assert asyncio.run(run()).batches == [["left", "stayed"]]


def test_closing_keeps_what_waits_and_takes_nothing_more() -> None:
    async def run() -> Keeper:
        keeper = Keeper()
        group = grouped(keeper, most=1)
        adds = [asyncio.ensure_future(group.add(delivery(key))) for key in "abc"]
        await asyncio.sleep(0)
        await group.close()
        await asyncio.gather(*adds)
        with pytest.raises(StoreUnavailable):
            await group.add(delivery("late"))
        return keeper

    assert asyncio.run(run()).batches == [["a"], ["b"], ["c"]]


def test_more_than_may_wait_is_refused_at_once() -> None:
    async def run() -> None:
        keeper = Keeper()
        keeper.gate.clear()
        group = grouped(keeper, most_bytes=10)
        first = asyncio.ensure_future(group.add(delivery("a", b"x" * 8)))
        await asyncio.sleep(0)
        with pytest.raises(StoreUnavailable):
            await group.add(delivery("b", b"x" * 8))
        keeper.gate.set()
        await first
        await group.add(delivery("c", b"x" * 8))

    asyncio.run(run())


def test_a_batch_without_anything_new_is_not_rung_for() -> None:
    async def run() -> Keeper:
        keeper = Keeper()
        await grouped(keeper).add(delivery("old"))
        return keeper

    assert asyncio.run(run()).kept_calls == 0


@given(st.integers(1, 40), st.integers(1, 7))
def test_every_delivery_is_kept_exactly_once_and_in_order(number: int, most: int) -> None:
    async def run() -> Keeper:
        keeper = Keeper()
        group = GroupCommit(keeper, kept=keeper.kept, gather_s=0.0, most=most)
        await asyncio.gather(*(group.add(delivery(f"{i}")) for i in range(number)))
        await group.close()
        return keeper

    batches = asyncio.run(run()).batches
    assert [key for batch in batches for key in batch] == [f"{i}" for i in range(number)]
    assert max(len(batch) for batch in batches) <= most
