"""Rings follow presses without ever standing in their way."""

import asyncio
import threading

from web.doorbell import Doorbell


def test_presses_during_a_ring_become_one_ring_after_it() -> None:
    rings: list[int] = []
    gate = threading.Event()

    def ring() -> bool:
        rings.append(1)
        return gate.wait(5)

    async def run() -> None:
        bell = Doorbell(ring, pause_s=0)
        bell.press()
        while not rings:
            await asyncio.sleep(0.001)
        for _ in range(50):
            bell.press()
        gate.set()
        await bell.close()

    asyncio.run(run())
    assert len(rings) == 2


def test_a_broker_that_is_gone_changes_nothing() -> None:
    async def run() -> int:
        rings: list[int] = []

        def gone() -> bool:
            rings.append(1)
            return False

        bell = Doorbell(gone, pause_s=0)
        bell.press()
        await bell.close()
        bell.press()
        await bell.close()
        return len(rings)

    assert asyncio.run(run()) == 2


def test_closing_without_a_press_returns() -> None:
    async def run() -> None:
        await Doorbell(lambda: True).close()

    asyncio.run(run())
