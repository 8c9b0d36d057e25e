"""The stability meter: how often a grader gives the same criterion another level.

Of a share of the calls, the criteria on which something hangs are read a second time. What
the second reading gives another level to has flipped. A criterion that flips too often tells
more about the grader than about the rep, so it leaves proficiency by itself.

    bar = 2 (10/25)^2 = 0.32

Two readings one level (25 points) apart in this share of the pairs are a standard deviation of
10 points between repeats, 25 sqrt(share/2): from there on a criterion is to be left out.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from domain.calls import CallId, CallType
from domain.rubrics import MAX_LEVEL, MIN_LEVEL, CriterionId, Rubric
from domain.scores import CriterionScore, Scorecard, medal_of, score_of_level
from domain.skills import Z_90
from domain.stability import Pairs
from scoring.evidence import MIDPOINT
from scoring.scorecard import overall_score

BAR = 0.32
"""Flips among pairs; see above."""
MIN_PAIRS = 10
"""Below it nothing is said about a criterion."""
FALSE_ALARM = 0.05
"""Probability that a criterion which flips as often as the bar is ever left out."""


class Steadiness(StrEnum):
    """What the pairs say of a criterion."""

    STEADY = "steady"
    """The whole interval lies below the bar."""
    UNSTABLE = "unstable"
    """Credibly above the bar, however often one looks: out of proficiency."""
    OPEN = "open"
    """Neither can be said yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlipRate:
    """Flips of one criterion: share with its 90 % interval (Wilson), and spread in points."""

    pairs: int
    flips: int
    rate: float
    low: float
    high: float
    spread: float | None
    """Standard deviation between repeats, 0-100 points, over pairs where both gave a level."""
    steadiness: Steadiness


def is_chosen(call_id: CallId, call_version: int, share: float) -> bool:
    """Whether this call is one of the ``share`` (0-1) that may be read twice.

    By a hash of its identity, so that every attempt at the same call decides alike.
    """
    digest = sha256(f"{call_id}:{call_version}".encode()).digest()
    return int.from_bytes(digest[:8]) < share * 2**64


def borderline(rubric: Rubric, call_type: CallType, card: Scorecard) -> tuple[CriterionId, ...]:
    """The criteria worth a second reading, in rubric order.

    Those that decide the call's medal: one level up or down, and it would be another. And
    those of levels 1-3 that rest on no more turns than the level needs. However many they are,
    it is one request, nearly all of which is the transcript.
    """
    return tuple(
        c.criterion_id for c in card.criteria if _decides(c, rubric, call_type, card) or _is_thin(c)
    )


def _decides(score: CriterionScore, rubric: Rubric, call_type: CallType, card: Scorecard) -> bool:
    if score.level is None or card.overall is None:
        return False
    return any(
        medal_of(overall_score(rubric, call_type, _moved(card, score, level))) != card.medal
        for level in (score.level - 1, score.level + 1)
        if MIN_LEVEL <= level <= MAX_LEVEL
    )


def _moved(card: Scorecard, score: CriterionScore, level: int) -> tuple[CriterionScore, ...]:
    moved = CriterionScore(
        criterion_id=score.criterion_id, skill_ids=score.skill_ids, level=level, not_scored=None
    )
    return tuple(moved if c is score else c for c in card.criteria)


def _is_thin(score: CriterionScore) -> bool:
    if score.level is None or score.level in (MIN_LEVEL, MAX_LEVEL):
        return False
    needed = 2 if score.level > MIDPOINT else 1
    return len({e.turn_index for e in score.evidence}) <= needed


def flip_rate(pairs: Pairs) -> FlipRate:
    """The figures of one criterion. Scored in one reading and not in the other is a flip too."""
    number = sum(pairs.values())
    flips = sum(n for (first, second), n in pairs.items() if first != second)
    low, high = wilson(flips, number)
    return FlipRate(
        pairs=number,
        flips=flips,
        rate=flips / number if number else 0.0,
        low=low,
        high=high,
        spread=_spread(pairs),
        steadiness=_steadiness(flips, number, high),
    )


def unstable(found: Mapping[CriterionId, Pairs]) -> frozenset[CriterionId]:
    """The criteria that leave proficiency."""
    rates = {name: flip_rate(pairs) for name, pairs in found.items()}
    return frozenset(n for n, rate in rates.items() if rate.steadiness is Steadiness.UNSTABLE)


def wilson(flips: int, pairs: int) -> tuple[float, float]:
    """The 90 % interval of a share (Wilson 1927); (0, 1) without any pair."""
    if pairs == 0:
        return 0.0, 1.0
    rate, z2 = flips / pairs, Z_90**2
    centre = rate + z2 / (2 * pairs)
    half = Z_90 * math.sqrt(rate * (1 - rate) / pairs + z2 / (4 * pairs**2))
    scale = 1 + z2 / pairs
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def log_evidence(flips: int, pairs: int, bar: float = BAR) -> float:
    """Log of how much better a flip rate of any size explains the pairs than ``bar`` does.

        E = B(flips + 1/2, steady + 1/2) / B(1/2, 1/2) / (bar^flips (1 - bar)^steady)

    where ``steady`` is ``pairs - flips``.

    At the bar the mean of E is 1 after any number of pairs, so by Ville's inequality it ever
    reaches ``1/a`` with probability ``a`` at most: one may look after every pair.
    """
    steady = pairs - flips
    mixture = _log_beta(flips + 0.5, steady + 0.5) - _log_beta(0.5, 0.5)
    return mixture - flips * math.log(bar) - steady * math.log1p(-bar)


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _steadiness(flips: int, pairs: int, high: float) -> Steadiness:
    if pairs < MIN_PAIRS:
        return Steadiness.OPEN
    above = flips > BAR * pairs
    if above and log_evidence(flips, pairs) >= -math.log(FALSE_ALARM):
        return Steadiness.UNSTABLE
    return Steadiness.STEADY if high < BAR else Steadiness.OPEN


def _spread(pairs: Pairs) -> float | None:
    """The root of half the mean squared difference of two readings, in points."""
    both = [(a, b, n) for (a, b), n in pairs.items() if a is not None and b is not None]
    number = sum(n for _, _, n in both)
    if number == 0:
        return None
    squares = sum(n * (score_of_level(a) - score_of_level(b)) ** 2 for a, b, n in both)
    return math.sqrt(squares / (2 * number))
