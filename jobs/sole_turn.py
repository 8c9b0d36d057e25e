"""What one process may do at a time: a short lease, renewed in the background while it lasts."""

import threading
from dataclasses import dataclass, field
from typing import Self

from domain.errors import ReploopError, StoreUnavailable
from domain.ports import Database

LEASE_S = 60.0
"""How long others are kept out by a process that ended without a word."""
RENEW_S = 15.0


class TurnTaken(ReploopError):
    """Somebody else is at it."""


class TurnLost(ReploopError):
    """This process was held up for so long that somebody else took its turn: it has to stop."""


@dataclass(slots=True)
class SoleTurn:
    """A context manager; ``what`` is the command that ``holder`` wants to run alone."""

    database: Database
    what: str
    holder: str
    _over: threading.Event = field(default_factory=threading.Event, init=False)
    _renewing: threading.Thread | None = field(default=None, init=False)

    def __enter__(self) -> Self:
        """Begin. Raises ``TurnTaken``."""
        if not self._take(LEASE_S):
            raise TurnTaken(
                f"another `{self.what}` is at it: wait for it, or stop it; if it was killed, "
                "try again in a minute"
            )
        self._renewing = threading.Thread(target=self._renew, daemon=True)
        self._renewing.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Let the next one at it."""
        self._over.set()
        if self._renewing is not None:
            self._renewing.join()
        self._take(0.0)

    def keep(self) -> None:
        """Say that this one goes on; to be asked before each step. Raises ``TurnLost``."""
        if not self._take(LEASE_S):
            raise TurnLost(f"another `{self.what}` has begun meanwhile; this one stops")

    def _renew(self) -> None:
        while not self._over.wait(RENEW_S):
            try:
                if not self._take(LEASE_S):
                    return  # ``keep`` will say so
            except StoreUnavailable:
                continue

    def _take(self, lease_s: float) -> bool:
        with self.database.write() as tx:
            return tx.locks.take(self.what, self.holder, lease_s=lease_s)
