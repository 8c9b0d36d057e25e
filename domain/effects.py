"""Work kept as rows: who holds it, and the effects that leave through the outbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, NewType, TypeVar

EffectId = NewType("EffectId", int)


class Queue(StrEnum):
    """The four doorbells. What is due is asked of the rows, never of the queue."""

    INGEST = "ingest"
    SCORE = "score"
    SYNC = "sync"
    DELIVER = "deliver"


ASKED = "asked"
"""In an effect's payload: somebody asked for this very message."""

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Claimed(Generic[T_co]):
    """A row this worker may work on for a while.

    ``fence`` rises with every claim: a commit under an older fence changes no row, so a
    worker that was paused or declared dead cannot undo its successor's work.
    ``attempts`` counts this try too (raised before the work, so a row that kills its
    worker still counts); ``tried_before`` says whether an earlier try may have had effects.
    ``held_until`` is in seconds of the worker's own monotonic clock, which neither jumps
    nor differs from another machine's.
    """

    row_id: int | str
    item: T_co
    fence: int
    attempts: int
    held_until: float

    @property
    def tried_before(self) -> bool:
        """Whether an earlier attempt started."""
        return self.attempts > 1


class EffectKind(StrEnum):
    """What an outbox row makes happen. The prefix decides the queue."""

    SLACK_CALL_SCORED = "slack.call_scored"
    SLACK_TIER_CHANGE = "slack.tier_change"
    SLACK_AGENDA = "slack.agenda"
    SLACK_SHARED_AGENDA = "slack.shared_agenda"
    """One rep's part of an agenda, to the rep."""
    SLACK_ANSWER = "slack.answer"
    SLACK_HOME = "slack.home"
    """The person's home: published, not posted."""
    SLACK_APPEAL = "slack.appeal"
    """A rep's appeal, to the manager who decides."""
    SLACK_RULING = "slack.ruling"
    """What was decided, to the rep."""
    SLACK_PRACTICE = "slack.practice"
    """An assignment, or the buyer's next words in a role-play."""
    SLACK_CLIP = "slack.clip"
    """A question for consent, or what became of it."""
    SLACK_APPROVAL = "slack.approval"
    """Changes of CRM fields that a person approves or declines."""
    SLACK_CRM_REPORT = "slack.crm_report"
    """What went to the CRMs in a week, to who looks after them."""
    SLACK_DIGEST = "slack.digest"
    """What was not worth a message of its own."""
    CRM_LINK = "crm.link"
    """Find the deal of a scored call."""
    CRM_DEAL = "crm.deal"
    """Bring the fields on a deal up to date."""
    CRM_CALL = "crm.call"
    """Have a scored call as a record on its deal, up to date; or no more."""
    CRM_LOOK = "crm.look"
    """Read one deal again, since its CRM told that it changed."""
    CRM_SNAPSHOTS = "crm.snapshots"
    """Keep every rep's levels of one week in a CRM."""
    CRM_OWNERS = "crm.owners"
    """Bring the CRM's own records of reps up to date."""
    CRM_ROLLBACK = "crm.rollback"
    """Take back a push that is too long for the request that asked for it."""
    CALL_FACTS = "call.facts"
    """Read what a scored call proves about its deal."""
    CRM_PULL = "crm.pull"
    """Look at a CRM's deals for what became of them."""
    COMPANY_FIT = "company.fit"
    """Fit offsets, variances and priors from the company's own data; leaves the house by no
    door, but is kept, retried and seen like all that does."""

    @property
    def queue(self) -> Queue:
        """The doorbell that wakes whoever sends it."""
        return Queue.DELIVER if self.value.startswith("slack.") else Queue.SYNC


class EffectState(StrEnum):
    """Where an outbox row stands."""

    PENDING = "pending"
    SENT = "sent"
    SKIPPED = "skipped"
    """Not sent on purpose; ``error`` says why (recipient left, too old, no longer true)."""
    PARKED = "parked"
    """The connection needs a person; sent when it is mended and the row is replayed."""
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One message or CRM write to make. ``key`` is unique for ever.

    ``payload`` holds ids, and of a question its text; what is sent is computed from rows at
    send time, so that it is the newest truth and goes only to whom it may at that moment.
    """

    kind: EffectKind
    key: str
    payload: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRecord:
    """An outbox row with its history."""

    id: EffectId
    effect: Effect
    state: EffectState
    created_at: datetime
    first_try_at: datetime | None = None
    last_try_at: datetime | None = None
    remote_id: str | None = None
    error: str | None = None
    attempts: int = 0
