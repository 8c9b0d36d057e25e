"""Early news: signs of a change that are too weak for another tier.

A tier waits until the data carry it, which takes weeks at a few calls a week. Meanwhile the
last five weeks are compared with the three months before them. The flag is news for two
people, not a verdict. In simulations of one to three calls a week, looked at after every
call, 11 to 16 of 100 reps who did not change saw a sign within three months; a jump of 20
points showed after two to three weeks (median).
"""

import math
from collections.abc import Iterable

from domain.skills import EarlySign
from scoring.priors import Adjusted, mean_of

RECENT_DAYS, BEFORE_DAYS = 35.0, 90.0
LOOKED_BACK_DAYS = RECENT_DAYS + BEFORE_DAYS
MIN_CALLS = 4
"""Live calls in each of the two spans."""
Z = 2.5


def early_sign(live: Iterable[Adjusted], today: float) -> EarlySign | None:
    """Mean of the last 35 days minus that of the 90 before; ``None`` unless beyond chance.

    ``live`` are the adjusted scores of live calls up to ``today``. The difference must be ``Z``
    standard errors, which hold the noise of calls alone.
    """
    ages = [(today - one.day, one) for one in live]
    recent = [one for age, one in ages if 0.0 <= age < RECENT_DAYS]
    before = [one for age, one in ages if 0.0 <= age - RECENT_DAYS < BEFORE_DAYS]
    late, early = mean_of(recent), mean_of(before)
    if late is None or early is None or min(late.calls, early.calls) < MIN_CALLS:
        return None
    change = late.value - early.value
    error = math.sqrt(late.variance + early.variance)
    return EarlySign(change, error, late.calls) if abs(change) >= Z * error else None
