"""Calls, their transcripts, and who said what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.deals import DealRef
from domain.people import PersonId

CallId = NewType("CallId", str)


class Side(StrEnum):
    """Whose words these are."""

    REP = "rep"
    BUYER = "buyer"
    UNKNOWN = "unknown"


class CallType(StrEnum):
    """What a call was for; decides which rubric applies."""

    DISCOVERY = "discovery"
    DEMO = "demo"
    NEGOTIATION = "negotiation"
    RENEWAL = "renewal"
    CHECK_IN = "check_in"
    OTHER = "other"


class CallState(StrEnum):
    """Where a call is on its way from webhook to score."""

    WAITING = "waiting"
    """Known to have happened; no transcript yet."""
    READY = "ready"
    """Transcript stored; to be scored."""
    SCORED = "scored"
    SKIPPED = "skipped"
    """Kept, never scored; ``not_scorable`` says why."""
    DEAD = "dead"
    """Scoring failed for good; ``error`` says why; can be replayed."""
    DELETED = "deleted"


class NotScorable(StrEnum):
    """Why a call as a whole is kept and not scored. Never a zero."""

    NO_TRANSCRIPT = "no_transcript"
    EMPTY_TRANSCRIPT = "empty_transcript"
    UNREADABLE_TRANSCRIPT = "unreadable_transcript"
    TOO_SHORT = "too_short"
    TOO_LITTLE_REP_SPEECH = "too_little_rep_speech"
    INTERNAL_ONLY = "internal_only"
    NO_REP = "no_rep"
    NO_SPEAKERS = "no_speakers"
    """The transcript does not say who speaks."""
    AMBIGUOUS_SPEAKERS = "ambiguous_speakers"
    """Rep and buyer cannot be told apart by name."""
    DOWNLOAD_REFUSED = "download_refused"
    """The download address is not one of the provider's."""
    NO_RUBRIC = "no_rubric"


class RepReason(StrEnum):
    """How the rep of a call was found."""

    EMAIL = "email"
    NAME = "name"
    HOST = "host"
    GIVEN = "given"
    """Named by the person who imported the file."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of speech by one speaker; seconds count from the start of the call."""

    index: int
    speaker: str
    start_s: float
    end_s: float
    text: str
    side: Side = Side.UNKNOWN

    @property
    def duration_s(self) -> float:
        """Seconds of speech, never negative."""
        return max(0.0, self.end_s - self.start_s)

    @property
    def words(self) -> int:
        """Number of whitespace-separated words."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Transcript:
    """All turns in order of start; ``turns[i].index == i``."""

    turns: tuple[Turn, ...]
    language: str | None = None
    """ISO 639-1 code where known."""
    timed: bool = True
    """Whether times were in the source (false: estimated from the number of words)."""

    def of_side(self, side: Side) -> tuple[Turn, ...]:
        """The turns spoken by one side."""
        return tuple(t for t in self.turns if t.side is side)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Distinct speaker labels in order of first appearance."""
        return tuple(dict.fromkeys(t.speaker for t in self.turns if t.speaker))

    @property
    def duration_s(self) -> float:
        """Seconds from zero to the end of the last turn."""
        return max((t.end_s for t in self.turns), default=0.0)


def numbered(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Order turns by start and number them from 0; what every reader ends with."""
    ordered = sorted(turns, key=lambda t: (t.start_s, t.index))
    return tuple(
        Turn(i, t.speaker, t.start_s, max(t.start_s, t.end_s), t.text, t.side)
        for i, t in enumerate(ordered)
    )


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who joined the call, as the provider names them."""

    name: str
    email: str | None = None
    is_host: bool = False
    side: Side = Side.UNKNOWN
    person_id: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One conversation. ``(provider, provider_ref)`` identifies it at its source."""

    id: CallId
    provider: str
    provider_ref: str
    title: str
    started_at: datetime
    duration_s: float
    state: CallState
    call_type: CallType = CallType.OTHER
    host_email: str | None = None
    rep_id: PersonId | None = None
    rep_reason: RepReason | None = None
    participants: tuple[Participant, ...] = ()
    not_scorable: NotScorable | None = None
    error: str | None = None
    deal: DealRef | None = None
    deal_reason: str | None = None
    """Why this deal: "open deal of 2 participants", or why none was linked."""
    recording_url: str | None = None
    version: int = 1
    """Raised by a revised transcript or an asked-for re-score."""
