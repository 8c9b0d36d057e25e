"""Questions people ask, as typed queries, and the answers, computed from stored figures."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from domain.asking import (
    UNKNOWN_PERSON,
    Because,
    Direction,
    Order,
    Period,
    PracticeState,
    QuestionKind,
)
from domain.calls import CallId
from domain.clips import Clip
from domain.deals import Outcome
from domain.people import PersonId
from domain.phrases import Phrase
from domain.rubrics import SkillId
from domain.skills import Proficiency

__all__ = [
    "UNKNOWN_PERSON",
    "AboutRep",
    "Answer",
    "Because",
    "Calls",
    "CitedCall",
    "Commitments",
    "Compare",
    "Coverage",
    "Deals",
    "Direction",
    "Figure",
    "Focus",
    "Help",
    "Moments",
    "Order",
    "Period",
    "Practice",
    "PracticeState",
    "Query",
    "Question",
    "QuestionKind",
    "Refused",
    "TierMoves",
    "TrendOf",
    "Who",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who is weak, strong, improved most or slipping; in one skill or in any."""

    kind: ClassVar[QuestionKind] = QuestionKind.WHO
    direction: Direction
    skill_id: SkillId | None = None
    period: Period | None = None
    days: int | None = None
    """Over how many days a level moved; the period's where one was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutRep:
    """One rep's level, in a skill or in all; with a period, what the calls of it scored."""

    kind: ClassVar[QuestionKind] = QuestionKind.REP
    rep_id: PersonId
    skill_id: SkillId | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendOf:
    """How one rep's level moved over so many days, or over 30, 60 and 90."""

    kind: ClassVar[QuestionKind] = QuestionKind.TREND
    rep_id: PersonId
    skill_id: SkillId | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """Two reps, or a rep with the average of the others of their team."""

    kind: ClassVar[QuestionKind] = QuestionKind.COMPARE
    rep_id: PersonId
    other_id: PersonId | None = None
    skill_id: SkillId | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many calls were scored, how many were not, and why."""

    kind: ClassVar[QuestionKind] = QuestionKind.COVERAGE
    rep_id: PersonId | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TierMoves:
    """Which tiers moved; ``rose``: only up (or down)."""

    kind: ClassVar[QuestionKind] = QuestionKind.TIER_MOVES
    rep_id: PersonId | None = None
    skill_id: SkillId | None = None
    period: Period | None = None
    rose: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deals:
    """Deals whose calls were scored, of one rep or all, or one by name."""

    kind: ClassVar[QuestionKind] = QuestionKind.DEALS
    rep_id: PersonId | None = None
    outcome: Outcome | None = None
    name: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """What was said: with these words, or as proof of a skill, or both."""

    kind: ClassVar[QuestionKind] = QuestionKind.MOMENTS
    rep_id: PersonId | None = None
    skill_id: SkillId | None = None
    words: str = ""
    period: Period | None = None
    strong: bool | None = None
    """Only what went well (or fell short), of proofs of a skill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """Which calls: the best, the worst, the latest; about something; by one skill."""

    kind: ClassVar[QuestionKind] = QuestionKind.CALLS
    rep_id: PersonId | None = None
    order: Order = Order.LATEST
    skill_id: SkillId | None = None
    words: str = ""
    period: Period | None = None
    limit: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitments:
    """What was agreed in 1:1s, and whether it happened."""

    kind: ClassVar[QuestionKind] = QuestionKind.COMMITMENTS
    rep_id: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What was assigned to be practised, and how it went."""

    kind: ClassVar[QuestionKind] = QuestionKind.PRACTICE
    rep_id: PersonId | None = None
    state: PracticeState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What one rep should work on."""

    kind: ClassVar[QuestionKind] = QuestionKind.FOCUS
    rep_id: PersonId


@dataclass(frozen=True, slots=True)
class Help:
    """What can be asked."""

    kind: ClassVar[QuestionKind] = QuestionKind.HELP


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer, and why."""

    kind: ClassVar[QuestionKind] = QuestionKind.UNKNOWN
    because: Because = Because.CANNOT


Query = (
    Who
    | AboutRep
    | TrendOf
    | Compare
    | Coverage
    | TierMoves
    | Deals
    | Moments
    | Calls
    | Commitments
    | Practice
    | Focus
    | Help
    | Refused
)
"""A question understood: only ids of people whom the asker may see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of an answer: 0-100 with its standard error and the calls behind it."""

    rep_id: PersonId | None
    """``None`` for an average of several people."""
    rep_name: str
    skill_id: SkillId
    skill_name: str
    level: float
    standard_error: float
    calls: int
    proficiency: Proficiency | None = None
    """The stored figure that it is, if it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedCall:
    """A call that an answer rests on, without a word of it."""

    call_id: CallId
    title: str
    at: datetime
    start_s: float | None = None
    score: float | None = None
    """What it scored, 0-100, where the answer says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said back. A figure about a person has a call beside it, or says why not."""

    kind: QuestionKind
    headline: Phrase
    question: Phrase | None = None
    """The question in our own words, never the asker's."""
    lines: tuple[Phrase, ...] = ()
    figures: tuple[Figure, ...] = ()
    number: int | None = None
    """What was counted, for answers that count."""
    cited: tuple[Clip, ...] = ()
    calls: tuple[CitedCall, ...] = ()
    about_reps: tuple[PersonId, ...] = ()
    """People whom lines are about, besides those of the figures and calls."""
    scope: tuple[Phrase, ...] = ()
    """The filter used: whose calls, from when until when; why no call is cited."""
    because: Because | None = None
    examples: tuple[Phrase, ...] = ()
    """What can be asked, where there is no answer."""

    @property
    def refused(self) -> bool:
        """Whether there is no answer."""
        return self.because is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it came in from Slack; ids are Slack's."""

    id: str
    """event_id: stays the same when Slack redelivers."""
    asked_by: str
    channel: str
    ts: str
    text: str
    private: bool
    """Direct message or command: the answer may hold scores where it was asked."""
    thread_ts: str | None = None
    """The message in whose thread it was written, if it was written in one."""
    outside: bool = False
    """From another workspace or a shared channel: never answered; its words were not kept."""
