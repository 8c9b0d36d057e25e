"""What one reader found: a level with its quotes, or why there is none."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.scores import Evidence, NotScoredBecause
from scoring.builtin.conversation import Conversation, distinct
from scoring.quotes import says_enough

MIDPOINT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A reader's answer for one criterion. Exactly one of level and not_scored is set."""

    level: int | None
    not_scored: NotScoredBecause | None = None
    reason: str
    evidence: tuple[Evidence, ...] = ()
    better: str = ""


def found(
    level: int,
    reason: str,
    proof: Iterable[Evidence],
    replies: Iterable[Evidence] = (),
    better: str = "",
) -> Finding:
    """A level that the rep's own words prove; above the midpoint it takes two of their turns.

    With only one turn to show, the level is the midpoint, and with none there is no level: what
    cannot be proven is not claimed.
    ``replies`` are the buyer's answers beside it.
    """
    own = distinct(proof)
    if level >= MIDPOINT and not any(says_enough(e.quote) for e in own):
        because = NotScoredBecause.NO_VALID_EVIDENCE
        return Finding(level=None, not_scored=because, reason=reason)
    if level > MIDPOINT and sum(says_enough(e.quote) for e in own) < 2:
        level = MIDPOINT
    near = [r for r in replies if any(abs(r.turn_index - e.turn_index) <= 2 for e in own)]
    return Finding(
        level=level, reason=reason, evidence=(*own, *distinct(near, most=2)), better=better
    )


def absent(
    talk: Conversation,
    level: int,
    reason: str,
    missed: Iterable[Evidence] = (),
    better: str = "",
) -> Finding:
    """A low level: the moments that were missed, or the ends of the span that was searched."""
    moments = distinct(missed, most=2)
    if moments and not says_enough(moments[0].quote):
        moments = (*moments, *talk.span())
    if moments:
        return Finding(level=level, reason=reason, evidence=moments, better=better)
    return Finding(
        level=level, reason=f"{talk.searched}: {reason}", evidence=talk.span(), better=better
    )


def no_occasion(reason: str) -> Finding:
    """The buyer gave no occasion."""
    return Finding(level=None, not_scored=NotScoredBecause.NO_OCCASION, reason=reason)


def times(count: int, noun: str) -> str:
    """``1 question``, ``3 questions``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
