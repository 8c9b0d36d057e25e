"""What a question can be about: its kinds, which end, which order, and when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

UNKNOWN_PERSON = "<@…>"
"""Stands for a mentioned person who is not known: a question with it is about nobody."""


class QuestionKind(StrEnum):
    """The questions that have a tested answer; ``docs/questions.md`` has the wordings."""

    WHO = "who"
    REP = "rep"
    TREND = "trend"
    COMPARE = "compare"
    COVERAGE = "coverage"
    TIER_MOVES = "tier_moves"
    DEALS = "deals"
    MOMENTS = "moments"
    CALLS = "calls"
    COMMITMENTS = "commitments"
    PRACTICE = "practice"
    FOCUS = "focus"
    HELP = "help"
    UNKNOWN = "unknown"


class Because(StrEnum):
    """Why there is no answer.

    All but the first depend on the question's subject or the asker's role alone, never on
    whether some person or call exists.
    """

    CANNOT = "cannot"
    """Not understood, not there, or not this asker's to see: one and the same."""
    PURPOSE = "purpose"
    """Pay, dismissal, health, feelings: figures are for coaching."""
    NO_WORDS = "no_words"
    """The asker's role sees numbers, never what was said."""
    OWN_ONLY = "own_only"
    """The asker's role sees the own figures only."""
    NOT_CALLING = "not_calling"
    """About oneself, by somebody whose calls are not scored."""
    FEW_PEOPLE = "few_people"
    """An average would give somebody away."""


class Direction(StrEnum):
    """Which end of a team."""

    WEAK = "weak"
    STRONG = "strong"
    IMPROVED = "improved"
    SLIPPING = "slipping"


class PracticeState(StrEnum):
    """Which assignments."""

    OPEN = "open"
    OVERDUE = "overdue"
    PASSED = "passed"
    FAILED = "failed"


class Order(StrEnum):
    """Which calls come first."""

    LATEST = "latest"
    BEST = "best"
    WORST = "worst"


@dataclass(frozen=True, slots=True)
class Period:
    """Days of the asker's calendar, both included; ``None``: no end there."""

    first: date | None = None
    last: date | None = None
