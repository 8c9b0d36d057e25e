"""People in a sandbox CRM are watched, and Reploop is told as the CRM would tell it.

At least once, in any order, and late: ``deliver`` sends what has happened since.
"""

import urllib.request
from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

from sandbox.crm_hook_bodies import Change, HookSender, shuffled
from sandbox.crm_sandbox import CrmSandbox

Post = Callable[[dict[str, str], bytes], int]
"""Sends one request; returns the status that was answered."""


class CrmHooks:
    """Notes what people do in one sandbox from now on. Tell it what Reploop itself did."""

    def __init__(
        self,
        sandbox: CrmSandbox,
        sender: HookSender,
        now: Callable[[], datetime],
        random: Random | None = None,
    ) -> None:
        self._sandbox = sandbox
        self._sender = sender
        self._now = now
        self._random = random or Random(1)
        self.repeats = 0.25
        """Share of requests that are sent twice, as if their answer had been lost."""
        self.pending: list[Change] = []
        self._number = 0
        self._edit, self._delete, self._merge = (
            sandbox.edit_as_person, sandbox.delete, sandbox.merge,
        )  # fmt: skip
        sandbox.edit_as_person = self._edited  # type: ignore[method-assign]
        sandbox.delete = self._deleted  # type: ignore[method-assign]
        sandbox.merge = self._merged  # type: ignore[method-assign]

    def note(self, record_id: str, **change: Any) -> Change:
        """Something happened to a deal at this moment."""
        self._number += 1
        made = Change(record_id=record_id, at=self._now(), number=self._number, **change)
        self.pending.append(made)
        return made

    def deliver(self, post: Post, *, most: int = 3) -> list[int]:
        """Send all that is pending, shuffled, some of it twice; returns the statuses."""
        told, self.pending = self.pending, []
        statuses = []
        for group in shuffled(self._random, told, most):
            tries = 2 if self._random.random() < self.repeats else 1
            for attempt in range(tries):
                again = self._random.sample(group, len(group))
                for headers, body in self._sender.requests(again, attempt):
                    statuses.append(post(headers, body))
        return statuses

    def _edited(self, record_id: str, name: str, value: Any) -> None:
        old = self._sandbox.value(record_id, name)
        self._edit(record_id, name, value)
        new = self._sandbox.value(record_id, name)
        if new != old:
            self.note(record_id, name=name, old=old or None, new=None if new == "" else new)

    def _deleted(self, record_id: str) -> None:
        self._delete(record_id)
        self.note(record_id, what="delete")

    def _merged(self, loser: str, winner: str) -> None:
        self._merge(loser, winner)
        self.note(loser, what="merge", into=winner)


def post_to(url: str) -> Post:
    """Sends to an address."""

    def post(headers: dict[str, str], body: bytes) -> int:
        request = urllib.request.Request(url, body, headers, method="POST")
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)

    return post
