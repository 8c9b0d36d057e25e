"""The only retry policy: what becomes of a row whose work raised."""

from dataclasses import dataclass

from domain.errors import (
    GradingError,
    GradingRefused,
    RateLimited,
    ReploopError,
    SetupRejected,
    StoreConflict,
    StoreUnavailable,
    Transient,
)

BACKOFF_S = (15.0, 60.0, 300.0, 900.0, 3600.0, 3600.0, 3600.0)
"""Seconds to wait after the 1st, 2nd, … failed attempt of a row."""
MAX_GRADINGS = 3
"""An unusable reply of a grader is asked for again this many times in all."""
CONFLICT_S = 1.0
"""After another writer won, the same can run again almost at once; not so after a second."""
NOT_YET_S = 60.0
PARK_S = 3600.0
"""A rejected key or setting is tried again this rarely, until somebody replays the row."""


class NotYet(ReploopError):
    """Something else has to end first; says what. The row waits without having failed."""

    def __init__(self, why: str, *, after_s: float = NOT_YET_S) -> None:
        super().__init__(why)
        self.after_s = after_s


class Unsettled(Transient):
    """A CRM's record may be changed or not.

    A look tells only after ``after_s`` seconds. What was not tried, or only waits for a
    history to show it, does not count as a try.
    """

    def __init__(
        self, vendor: str, detail: str, *, after_s: float = 0.0, counts: bool = True
    ) -> None:
        super().__init__(vendor, detail)
        self.after_s, self.counts = after_s, counts


class LeaseLost(Exception):
    """The row is no longer this worker's: roll everything back and stop."""


@dataclass(frozen=True, slots=True)
class TryAgain:
    """Give the row back for a later attempt; ``counts``: this one was the row's own failure."""

    after_s: float
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Park:
    """A person must mend the connection or a setting first."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """It will fail the same way again."""


Verdict = TryAgain | Park | GiveUp


def verdict(error: ReploopError, attempts: int) -> Verdict:
    """What to do after ``attempts`` tries (from 1) of which the last raised ``error``.

    A vendor's own Retry-After wins when it is longer than our backoff. What says nothing
    about the row itself (our database, a rate limit) does not count among its attempts,
    so that no outage and no crowd ends a row. An unusable reply of a grader is asked for
    again a little later, at most ``MAX_GRADINGS`` times. A rejected key or setting parks
    the row; everything else will fail the same way again.
    """
    if isinstance(error, SetupRejected):
        return Park()
    if isinstance(error, NotYet):
        return TryAgain(error.after_s, counts=False)
    backoff_s = BACKOFF_S[min(attempts, len(BACKOFF_S)) - 1]
    match error:
        case RateLimited(retry_after_s=asked_s) | Unsettled(after_s=asked_s, counts=False):
            return TryAgain(max(backoff_s, asked_s), counts=False)
        case StoreConflict():
            return TryAgain(CONFLICT_S if attempts == 1 else BACKOFF_S[0], counts=False)
        case StoreUnavailable():
            return TryAgain(backoff_s, counts=False)
    after_s = _wait_s(error, attempts, backoff_s)
    return GiveUp() if after_s is None else TryAgain(after_s)


def _wait_s(error: ReploopError, attempts: int, backoff_s: float) -> float | None:
    """Seconds until another try that counts, or ``None`` if none will help."""
    match error:
        case Unsettled(after_s=look_s) if attempts <= len(BACKOFF_S):
            return max(backoff_s, look_s)
        case Transient() if attempts <= len(BACKOFF_S):
            return backoff_s
        case GradingError() if attempts < MAX_GRADINGS and not isinstance(error, GradingRefused):
            return BACKOFF_S[0]
        case _:
            return None
