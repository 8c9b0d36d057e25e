"""Rings for the workers after the answer, at most once per batch, never in its way."""

import asyncio
from collections.abc import Callable


class Doorbell:
    """Presses that come while a ring is under way become one ring after it.

    ``ring`` may block; it runs in a thread and says whether the broker took it, which
    does not matter here: the rows are there and the sweeper asks for them.
    """

    def __init__(self, ring: Callable[[], bool], *, pause_s: float = 0.05) -> None:
        self._ring = ring
        self._pause_s = pause_s
        self._pressed = False
        self._task: asyncio.Task[None] | None = None

    def press(self) -> None:
        """Ask for a ring soon; returns at once."""
        self._pressed = True
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._work())

    async def close(self) -> None:
        """Wait for the ring that was asked for."""
        if self._task is not None:
            await self._task

    async def _work(self) -> None:
        try:
            while self._pressed:
                self._pressed = False
                await asyncio.to_thread(self._ring)
                await asyncio.sleep(self._pause_s)
        finally:
            self._task = None
