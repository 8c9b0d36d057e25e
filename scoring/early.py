"""Early news: signs of a change that are too weak for another tier.

A tier waits until the data carry it, which takes weeks at a few calls a week. Meanwhile the
last five weeks are compared with the three months before them. The flag is news for two
people, not a verdict. In simulations of one to three calls a week, looked at after every
call, 11 to 16 of 100 reps who did not change saw a sign within three months; a jump of 20
points showed after two to three weeks (median).
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.skills import EarlySign
from scoring.priors import Adjusted, Mean, mean_of

RECENT_DAYS, BEFORE_DAYS = 35.0, 90.0
LOOKED_BACK_DAYS = RECENT_DAYS + BEFORE_DAYS
MIN_CALLS = 4
"""Live calls in each of the two spans."""
Z = 2.5


@dataclass(frozen=True, slots=True)
class LiveCall:
    """The adjusted score of one live call, 0-100, and its variance at a level of 65."""

    day: float
    z: float
    noise: float
    deal: str | None = None


def early_sign(
    live: Iterable[LiveCall], today: float, *, deal_variance: float = 0.0
) -> EarlySign | None:
    """Mean of the last 35 days minus that of the 90 before; ``None`` unless beyond chance.

    The difference must be ``Z`` standard errors, which hold the noise of calls alone.

    Args:
        live: calls up to ``today``.
        today: in the days of the calls.
        deal_variance: of the mood that calls of one deal share, points squared.
    """
    ages = [(today - one.day, one) for one in live]
    recent = [one for age, one in ages if 0.0 <= age < RECENT_DAYS]
    before = [one for age, one in ages if 0.0 <= age - RECENT_DAYS < BEFORE_DAYS]
    late, early = _mean(recent, deal_variance), _mean(before, deal_variance)
    if late is None or early is None or min(late.calls, early.calls) < MIN_CALLS:
        return None
    change = late.value - early.value
    error = math.sqrt(late.variance + early.variance)
    return EarlySign(change, error, late.calls) if abs(change) >= Z * error else None


def _mean(calls: Sequence[LiveCall], deal_variance: float) -> Mean | None:
    """Each of the ``n`` calls of a deal has ``(n - 1) deal_variance`` more than by itself."""
    in_deal = Counter(one.deal for one in calls if one.deal is not None)
    return mean_of(
        Adjusted(
            one.day,
            one.z,
            one.noise + (in_deal[one.deal] - 1) * deal_variance if one.deal else one.noise,
            practice=False,
        )
        for one in calls
    )
