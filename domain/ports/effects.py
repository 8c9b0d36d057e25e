"""Stores of what goes out: the outbox, deals, agendas, batches; who looked; who may act."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.agendas import Agenda, RepEdits
from domain.batches import GradingBatch
from domain.calls import Call, CallId
from domain.clips import Moment
from domain.deals import Deal, DealRef
from domain.effects import Claimed, Effect, EffectId, EffectKind, EffectRecord, EffectState
from domain.people import PersonId
from domain.ports.calls import ClaimTerms


class OutboxStore(Protocol):
    """Effects to make, each with a key, a lease, attempts and an end state."""

    def add_if_new(self, effect: Effect) -> bool:
        """Keep unless the key is known; says whether it was kept."""
        ...

    def request(self, effect: Effect) -> None:
        """Keep, or make a known key due again: for effects that send the newest state."""
        ...

    def claim(
        self, kinds: Sequence[EffectKind], terms: ClaimTerms
    ) -> Sequence[Claimed[EffectRecord]]:
        """Claim due effects, oldest first, and note the try before it happens.

        Each item shows its row as it stood before: ``last_try_at`` is the earlier try's.
        """
        ...

    def claim_one(self, key: str, terms: ClaimTerms) -> Claimed[EffectRecord] | None:
        """Claim one effect by its key; ``None`` if it is not due, or somebody works on it."""
        ...

    def settle(
        self,
        claimed: Claimed[EffectRecord],
        state: EffectState,
        *,
        remote_id: str | None = None,
        error: str | None = None,
    ) -> bool:
        """Note how it ended; ``False`` if the lease was lost.

        An effect that was requested again while it was being sent stays due.
        """
        ...

    def holds(self, claimed: Claimed[EffectRecord]) -> bool:
        """Whether this is still the effect's newest claim; if so, to the transaction's end."""
        ...

    def retry(
        self, claimed: Claimed[EffectRecord], *, after_s: float, error: str, counts: bool = True
    ) -> bool:
        """Give back for a later attempt; ``counts``: this one was the row's own failure."""
        ...

    def wait(self, claimed: Claimed[EffectRecord], *, after_s: float, error: str) -> bool:
        """Give back until there is more to do; at once if it was asked for again meanwhile.

        It has not failed, so no attempt is counted.
        """
        ...

    def get(self, key: str) -> EffectRecord | None:
        """One effect by key."""
        ...

    def list(
        self,
        *,
        states: Sequence[EffectState] = (),
        kinds: Sequence[EffectKind] = (),
        since: datetime | None = None,
        limit: int = 100,
    ) -> Sequence[EffectRecord]:
        """Effects in these states and of these kinds (none given: any), newest first.

        ``since``: only those that were last tried, or else asked for, from then on.
        """
        ...

    def replay(self, effect_id: EffectId) -> bool:
        """Make a parked, skipped or dead effect due again; ``False`` if there is none."""
        ...

    def postpone(self, crm: str, kinds: Sequence[EffectKind], *, after_s: float, why: str) -> int:
        """Let everything due of these kinds at one CRM wait; returns how many effects.

        What a worker holds is left to it.
        """
        ...

    def due_in(self, kinds: Sequence[EffectKind]) -> float | None:
        """Seconds until the next pending effect of these kinds may be claimed; 0 if one may now.

        ``None`` if none is pending.
        """
        ...

    def count_by_state(self) -> Mapping[str, int]:
        """How many effects stand in each ``kind:state``."""
        ...


class DealStore(Protocol):
    """Deals as last read."""

    def put(self, deals: Sequence[Deal]) -> None:
        """Insert or update by (crm, id), whatever moved: jobs keep deals by ``keep_deals``."""
        ...

    def get(self, ref: DealRef) -> Deal | None:
        """One deal."""
        ...

    def list(self, *, limit: int = 500) -> Sequence[Deal]:
        """Deals that stand at their CRM, last modified first."""
        ...


class AgendaStore(Protocol):
    """Agendas as they were sent: one per manager and ISO week."""

    def add_if_new(self, agenda: Agenda) -> bool:
        """Keep unless the manager already has one for that week."""
        ...

    def get(self, manager_id: PersonId, week: str) -> Agenda | None:
        """One agenda."""
        ...

    def before(self, manager_id: PersonId, monday: date) -> Agenda | None:
        """The latest agenda of a week before that Monday."""
        ...

    def replace(self, agenda: Agenda) -> None:
        """Put this in place of the manager's agenda of that week."""
        ...

    def edits(self, manager_id: PersonId, week: str) -> Mapping[PersonId, RepEdits]:
        """How the manager changed the agenda of that week, by rep."""
        ...

    def put_edits(self, edits: RepEdits) -> None:
        """Keep, or replace those of this manager, week and rep."""
        ...

    def called_wrong(self, rep_id: PersonId) -> frozenset[Moment]:
        """Moments of this rep that some manager called wrong in an agenda."""
        ...

    def lock(self, manager_id: PersonId) -> None:
        """Hold this manager's agendas until the transaction ends (no-op with one writer)."""
        ...

    def forget_call(self, call_id: CallId) -> None:
        """Take every moment of this call out of the agendas and edits that were kept."""
        ...


class BatchStore(Protocol):
    """Batches of gradings that a provider works on, and the calls that wait for them.

    A call waits while it is held, or worked on after ``claim``, in the version that was sent.
    """

    def put(self, batch: GradingBatch) -> None:
        """Keep, or replace the one of this id."""
        ...

    def under_way(self) -> Sequence[GradingBatch]:
        """All that have not ended, oldest first."""
        ...

    def end(self, batch_id: str) -> None:
        """Forget a batch: no call waits for it any longer."""
        ...

    def hold(
        self, claimed: Claimed[Call], batch_id: str, *, for_s: float, counts: bool = False
    ) -> bool:
        """End a claim: the call waits for this batch, and falls due by itself after ``for_s``.

        ``counts``: the claim was an attempt that failed. ``False`` if the claim was lost.
        """
        ...

    def pass_over(self, claimed: Claimed[Call]) -> None:
        """End a claim as if it had never been: no batch helps with this call."""
        ...

    def claim(
        self, batch_id: str, call_ids: Sequence[CallId], terms: ClaimTerms, *, hold_s: float
    ) -> Sequence[Claimed[Call]]:
        """Claim those of these calls that wait for this batch, and that nobody works on.

        Should their worker end without a word they wait again, for ``hold_s`` seconds.
        """
        ...

    def waiting(self, batch_id: str) -> int:
        """How many calls wait for this batch."""
        ...

    def free(self, batch_id: str) -> None:
        """Make the calls that wait for this batch due, but for those being worked on."""
        ...


class AuditStore(Protocol):
    """Who looked at what, and what was denied; no content. Append-only."""

    def add(
        self, *, at: datetime, actor: str, action: str, subject: str, allowed: bool, via: str
    ) -> None:
        """Note one decision; ``via`` is web, slack or cli."""
        ...

    def add_all(
        self, *, at: datetime, actor: str, action: str, subjects: Collection[str], via: str
    ) -> None:
        """Note one look that was allowed at each of these subjects."""
        ...

    def looks(
        self, subjects: Collection[str], *, since: datetime
    ) -> Sequence[tuple[datetime, str, str]]:
        """(at, actor, action) of what was allowed about these subjects since then."""
        ...

    def about(self, subject: str, *, limit: int = 100) -> Sequence[tuple[datetime, str, str, bool]]:
        """(at, actor, action, allowed) for one subject, newest first."""
        ...


class LockStore(Protocol):
    """Leases for what only one process may do at a time, such as the clock's rounds."""

    def take(self, name: str, holder: str, *, lease_s: float) -> bool:
        """Take or renew; ``False`` while another holder has it."""
        ...

    def ended_s_ago(self, name: str) -> float | None:
        """Seconds since it ran out, negative while it is held; ``None`` if it never was."""
        ...
