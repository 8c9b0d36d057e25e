"""A moment of a call that proves a point."""

from dataclasses import dataclass
from datetime import datetime

from domain.calls import CallId
from domain.rubrics import CriterionId

Moment = tuple[CallId, int]
"""A turn of a call: what makes two clips the same moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A moment of a call: a verbatim quote with the second it starts at."""

    call_id: CallId
    call_title: str
    call_at: datetime
    turn_index: int
    start_s: float
    speaker: str
    quote: str
    criterion_id: CriterionId | None = None
    level: int | None = None
    note: str = ""
    """What the moment shows, or a tip."""
    better: str = ""
    """Words that would have been better."""
    whole_call: bool = False
    """Whether the call as a whole is the proof: what was looked for is nowhere in it.

    The quote then only says where the search began; it is not a moment to talk about.
    """
