"""The only retry policy: what becomes of a row whose work raised."""

from dataclasses import dataclass

from domain.errors import (
    CredentialsRejected,
    GradingError,
    GradingRefused,
    RateLimited,
    ReploopError,
    Transient,
)

BACKOFF_S = (15.0, 60.0, 300.0, 900.0, 3600.0, 3600.0, 3600.0)
"""Seconds to wait after the 1st, 2nd, … failed attempt of a row."""
MAX_GRADINGS = 3
"""An unusable reply of a grader is asked for again this many times in all."""
PARK_S = 3600.0
"""Rejected credentials are tried again this rarely, until somebody replays the row."""


class LeaseLost(Exception):
    """The row is no longer this worker's: roll everything back and stop."""


@dataclass(frozen=True, slots=True)
class TryAgain:
    """Give the row back for a later attempt."""

    after_s: float


@dataclass(frozen=True, slots=True)
class Park:
    """A person must mend the connection first."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """It will fail the same way again."""


Verdict = TryAgain | Park | GiveUp


def verdict(error: ReploopError, attempts: int) -> Verdict:
    """What to do after ``attempts`` tries (from 1) of which the last raised ``error``.

    A vendor's own Retry-After wins when it is longer than our backoff. An unusable
    reply of a grader is asked for again a little later, at most ``MAX_GRADINGS`` times.
    Rejected credentials park the row; everything else will fail the same way again.
    """
    if isinstance(error, Transient):
        if attempts > len(BACKOFF_S):
            return GiveUp()
        backoff = BACKOFF_S[attempts - 1]
        asked = error.retry_after_s if isinstance(error, RateLimited) else 0.0
        return TryAgain(max(backoff, asked))
    if isinstance(error, CredentialsRejected):
        return Park()
    if isinstance(error, GradingError) and not isinstance(error, GradingRefused):
        return TryAgain(BACKOFF_S[0]) if attempts < MAX_GRADINGS else GiveUp()
    return GiveUp()
