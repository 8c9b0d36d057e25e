"""Stores of what comes in: people, deliveries, calls and their scorecards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.calls import Call, CallId, CallState, NotScorable, Transcript
from domain.deals import DealRef
from domain.effects import Claimed
from domain.people import Organisation, Person, PersonId, Team
from domain.scores import Scorecard
from domain.usage import Usage
from domain.webhooks import Delivery, DeliveryRecord, DeliveryState


class PeopleStore(Protocol):
    """People and teams."""

    def organisation(self) -> Organisation:
        """Everybody and every team, inactive people too."""
        ...

    def put(self, people: Sequence[Person], teams: Sequence[Team]) -> tuple[int, int]:
        """Insert or update by id; returns (people added, people changed)."""
        ...

    def set_slack_user(self, person_id: PersonId, slack_user_id: str) -> None:
        """Remember which Slack user this is, and touch nothing else of the person."""
        ...

    def set_language(self, person_id: PersonId, language: str) -> None:
        """Remember the language a person wants, and touch nothing else of the person."""
        ...


@dataclass(frozen=True, slots=True)
class ClaimTerms:
    """How to claim: at most ``limit`` rows, each for ``lease_s`` seconds.

    ``asked_at`` is the worker's monotonic clock just before it asks, in seconds.
    """

    limit: int
    lease_s: float
    asked_at: float = 0.0


class DeliveryStore(Protocol):
    """The inbox: verified requests, kept before anything else."""

    def add_new(self, deliveries: Sequence[Delivery]) -> int:
        """Keep those not yet known by (provider, key); returns how many were new."""
        ...

    def quarantine(self, delivery: Delivery, problem: str) -> None:
        """Keep a genuine request that does not fit its contract, for a later replay."""
        ...

    def claim(self, terms: ClaimTerms) -> Sequence[Claimed[Delivery]]:
        """Claim due deliveries, oldest first."""
        ...

    def done(self, claimed: Claimed[Delivery], *, emptied: bool = False) -> bool:
        """Mark as worked off; ``False`` if the lease was lost (then undo: raise).

        ``emptied``: its body is kept no longer.
        """
        ...

    def retry(
        self, claimed: Claimed[Delivery], *, after_s: float, error: str, counts: bool = True
    ) -> bool:
        """Give back for a later attempt; ``counts``: this one was the row's own failure."""
        ...

    def forget(self, provider: str, ref: str) -> int:
        """Empty every body that names this meeting, and be done with it. Returns how many."""
        ...

    def dead(self, claimed: Claimed[Delivery], error: str) -> bool:
        """Give up; stays readable and can be replayed."""
        ...

    def list(
        self, *, states: Sequence[DeliveryState] = (), limit: int = 100
    ) -> Sequence[DeliveryRecord]:
        """Deliveries in these states (none given: in any), newest first."""
        ...

    def replay(self, provider: str, key: str) -> bool:
        """Make a delivery due again; ``False`` if there is none, or it was emptied."""
        ...

    def count_by_state(self) -> Mapping[str, int]:
        """How many deliveries stand in each state."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFilter:
    """Which calls to list; newest first."""

    rep_ids: tuple[PersonId, ...] | None = None
    states: tuple[CallState, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    deal: DealRef | None = None
    but_of: str = ""
    """A provider whose calls are left out: role-plays, where live calls are meant."""
    limit: int = 100


class CallStore(Protocol):
    """Calls and their transcripts."""

    def get(self, call_id: CallId) -> Call | None:
        """A call by id."""
        ...

    def by_ref(self, provider: str, provider_ref: str) -> Call | None:
        """A call by its identity at its source."""
        ...

    def put(self, call: Call) -> None:
        """Insert, or replace every column but lease, attempts and (provider, ref)."""
        ...

    def put_transcript(self, call_id: CallId, transcript: Transcript) -> None:
        """Keep or replace the transcript of a call."""
        ...

    def transcript(self, call_id: CallId) -> Transcript | None:
        """The transcript of a call."""
        ...

    def list(self, which: CallFilter) -> Sequence[Call]:
        """Calls that match, newest first."""
        ...

    def on_deals(self, crm: str) -> Sequence[tuple[CallId, DealRef]]:
        """Every scored call that is linked to a deal of this CRM, oldest first."""
        ...

    def count_linked(self, which: CallFilter) -> tuple[int, int]:
        """How many calls match, and how many of them are linked to a deal; without a limit."""
        ...

    def count_by_state(self, *, but_of: str = "") -> Mapping[str, int]:
        """How many calls stand in each state; skipped ones as ``skipped:<reason>``.

        Without those of the provider ``but_of``.
        """
        ...

    def link(self, call_id: CallId, *, deal: DealRef | None, reason: str) -> None:
        """Note which deal the call belongs to and why; touches nothing else."""
        ...

    def claim_ready(self, terms: ClaimTerms) -> Sequence[Claimed[Call]]:
        """Claim calls to be scored, oldest first."""
        ...

    def claim_waiting(
        self, terms: ClaimTerms, *, ended_before: datetime
    ) -> Sequence[Claimed[Call]]:
        """Claim calls that ended before then and still have no transcript."""
        ...

    def settle(
        self,
        claimed: Claimed[Call],
        state: CallState,
        *,
        not_scorable: NotScorable | None = None,
        error: str | None = None,
    ) -> bool:
        """Move a claimed call on; ``False`` if the lease was lost or the version moved."""
        ...

    def retry(
        self, claimed: Claimed[Call], *, after_s: float, error: str, counts: bool = True
    ) -> bool:
        """Give back for a later attempt; ``counts``: this one was the row's own failure."""
        ...

    def spent(self, call_id: CallId) -> Usage:
        """What vain tries at this version have used since it was last scored."""
        ...

    def spend(self, call_id: CallId, usage: Usage) -> None:
        """Add to what vain tries have used; forgotten once it is scored or revised."""
        ...

    def make_due(self, call_id: CallId) -> None:
        """Clear lease, attempts and waiting time, so that it is worked on now."""
        ...


class ScorecardStore(Protocol):
    """Scorecards; one per call and call version."""

    def add_if_new(self, card: Scorecard) -> bool:
        """Keep unless (call, version) already has one; says whether it was kept."""
        ...

    def put(self, card: Scorecard) -> None:
        """Keep, or replace the one of this call and version: a person's ruling changed it."""
        ...

    def first_made(self, call_ids: Sequence[CallId]) -> Mapping[CallId, datetime]:
        """When the oldest scorecard that is kept of each call was made."""
        ...

    def remove(self, call_id: CallId) -> None:
        """Forget every scorecard of a call: they quote what was said on it."""
        ...

    def latest(self, call_id: CallId) -> Scorecard | None:
        """The scorecard of the highest call version."""
        ...

    def latest_of(self, call_ids: Sequence[CallId]) -> Mapping[CallId, Scorecard]:
        """The same for many calls at once."""
        ...
